"""Reading a page of HTML as a person sees it: blocks become passages, tables cells, and hidden words are left out."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from lxml import etree

from lexdocs.checks.reading import html_table
from lexdocs.checks.reading.characters import clean, decoded, unified
from lexdocs.checks.reading.draft import Draft, counted
from lexdocs.checks.reading.healing import Vocabulary, vocabulary
from lexdocs.checks.reading.html_items import Block, Item, PageEnd, Said, Table
from lexdocs.checks.reading.html_look import Styles
from lexdocs.checks.reading.html_pages import paged
from lexdocs.checks.reading.html_walk import items
from lexdocs.checks.reading.html_words import words
from lexdocs.checks.reading.marks import is_heading, is_item_mark, is_numbered_heading, item_mark, note_mark
from lexdocs.checks.reading.passage import Part, Reading
from lexdocs.checks.reading.sheets import over_pages
from lexdocs.checks.reading.text import names_a_table, text_drafts
from lexdocs.errors import InputError, Problem, Where

_DECLARATION = re.compile(r"\s*<\?xml[^>]*>")
_PARTS = {
    "heading": Part.HEADING,
    "item": Part.ITEM,
    "caption": Part.CAPTION,
    "footnote": Part.FOOTNOTE,
    "furniture": Part.FURNITURE,
}


def read_html(data: str | bytes, file: str) -> Reading:
    """The passages of a page.

    >>> page = "<h1>Terms</h1><p>9<sup>3</sup>/<sub>8</sub>% of <b>$5</b>00<sup>(1)</sup></p>"
    >>> reading = read_html(page, "a.html")
    >>> [(str(passage.place), passage.text, passage.notes) for passage in reading.passages]
    [('heading 1', 'Terms', ()), ('paragraph 1', '9 3/8% of $500', ('(1)',))]
    """
    text = decoded(data, file) if isinstance(data, bytes) else unified(data)
    text = _DECLARATION.sub("", text, count=1).replace("\0", "")
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
    root: Any = etree.fromstring(text.encode("utf-8", "replace"), parser)
    deep = [error for error in parser.error_log if error.type_name == "ERR_RESOURCE_LIMIT"]
    if deep:
        what = "holds elements within elements, more than 2,000 deep, so that not all of it can be read"
        raise InputError(Problem(Where(file, deep[0].line), what, "save it anew from a browser or a word processor"))
    if root is None:
        return Reading(file, ())
    found = list(items(root, Styles(root)))
    known = vocabulary("\n".join(_raw(found)))
    drafts = over_pages(paged(list(_marked(_drafts(found, known)))), known)
    title = root.find(".//title")
    return Reading(
        file, counted(drafts), " ".join(clean("".join(title.itertext())).split()) if title is not None else ""
    )


def _raw(found: Iterable[Item]) -> Iterator[str]:
    """The words of all blocks, by which those that are cut at a line's end are judged."""
    for item in found:
        if isinstance(item, Block):
            yield "".join("\n" if piece.said is Said.BREAK else piece.text for piece in item.pieces)
        elif isinstance(item, Table):
            yield from _raw(block for cells, _ in item.rows for cell in cells for block in cell.blocks)


def _drafts(found: Sequence[Item], known: Vocabulary) -> Iterator[Draft | None]:
    """The passages of blocks and tables, None where a page ends."""
    last: Draft | None = None
    noted = alone = False  # behind a table; behind a mark in a block of its own
    number = 0
    for item in _flattened(found):
        if isinstance(item, PageEnd):
            yield None
        elif isinstance(item, Table):
            number += 1
            over = last.text if last and names_a_table(last) else ""
            yield from _table(item, number, over, known)
            last, noted, alone = None, True, False
        else:
            for draft in _block(item, known, noted=noted):
                noted = noted and (draft.part is Part.FOOTNOTE or alone)
                alone = bool(draft.mark) and not draft.text
                last = draft if draft.part is not Part.FURNITURE else last
                yield draft


def _marked(drafts: Iterable[Draft | None]) -> Iterator[Draft | None]:
    """The same passages, a mark that stood in a cell or a block of its own put to the words behind it."""
    waiting: Draft | None = None
    for draft in drafts:
        if waiting and draft and draft.text and not draft.mark and draft.part in (Part.PARAGRAPH, Part.ITEM):
            yield dataclasses.replace(draft, part=waiting.part, mark=waiting.mark)
            waiting = None
            continue
        if waiting:
            yield waiting
            waiting = None
        if draft and draft.mark and not draft.text and not draft.notes:
            waiting = draft
        else:
            yield draft
    if waiting:
        yield waiting


def _flattened(found: Sequence[Item]) -> Iterator[Item]:
    """The same, with the blocks of tables that only lay them out."""
    for item in found:
        blocks = html_table.laid_out(item) if isinstance(item, Table) else None
        if blocks is None:
            yield item
        else:
            yield from blocks


def _table(table: Table, number: int, over: str, known: Vocabulary) -> Iterator[Draft]:
    captions = [words(block, known) for block in table.captions]
    for said in captions:
        yield Draft(Part.CAPTION, said.text, said.lines, notes=said.notes, table=number)
    yield from html_table.drafts(table, number, " ".join(said.text for said in captions) or over, known)


def _block(block: Block, known: Vocabulary, *, noted: bool) -> Iterator[Draft]:
    """The passages of a block: one, but for text that somebody typed in lines."""
    if block.kind == "typed" and any("\n" in piece.text for piece in block.pieces):
        raw = "".join("\n" if piece.said is Said.BREAK else piece.text for piece in block.pieces)
        shift = block.pieces[0].line - 1 if block.pieces else 0
        for draft in text_drafts(raw):
            lines = tuple((at, line + shift) for at, line in draft.lines)
            yield dataclasses.replace(draft, lines=lines, page=0, table=draft.table and draft.table + 100_000 + shift)
        return
    said = words(block, known)
    part, mark, text = _PARTS.get(block.kind, Part.PARAGRAPH), said.mark, said.text
    if part in (Part.PARAGRAPH, Part.ITEM) and not mark and is_item_mark(text):
        noted = noted and note_mark(f"{text} x")[0] == text
        yield Draft(Part.FOOTNOTE if noted else Part.ITEM, "", said.lines, mark=text, notes=said.notes)
        return
    if part is Part.PARAGRAPH and mark and text:
        part = Part.FOOTNOTE
    elif part in (Part.PARAGRAPH, Part.ITEM, Part.FOOTNOTE) and not mark:
        split = note_mark(text) if noted or part is Part.FOOTNOTE else item_mark(text)
        numbered = is_numbered_heading(text) if part is Part.PARAGRAPH and not noted else split[0].endswith(".")
        if split[0] and split[1] and not (numbered and part is not Part.FOOTNOTE):
            mark, text = split
            part = Part.FOOTNOTE if noted or part is Part.FOOTNOTE else Part.ITEM
    if part is Part.PARAGRAPH and not mark and _heads(block, text):
        part = Part.HEADING
    shift = len(said.text) - len(text)
    lines = tuple((max(at - shift, 0), line) for at, line in said.lines)
    yield Draft(part, text, lines, mark=mark, notes=said.notes)


def _heads(block: Block, text: str) -> bool:
    """Whether a paragraph is a heading: bold or centred, or in capitals."""
    set_off = block.bold or block.centred
    looks = is_heading(text, set_off=set_off) and (set_off or text.upper() == text)
    return looks or is_numbered_heading(text)
