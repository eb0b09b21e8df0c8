"""Reading plain text as law firms, wire services and EDGAR give it: lines become passages, tables become cells."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from lexdocs.checks.reading import text_table, text_tables
from lexdocs.checks.reading.characters import apart, unified
from lexdocs.checks.reading.draft import Draft, counted
from lexdocs.checks.reading.healing import Vocabulary, joined, vocabulary
from lexdocs.checks.reading.marks import is_heading, is_numbered_heading, item_mark, note_mark
from lexdocs.checks.reading.passage import Part, Reading
from lexdocs.checks.reading.sheets import over_pages
from lexdocs.checks.reading.text_blocks import Block, blocks, is_centred, width
from lexdocs.checks.reading.text_lines import Kind, Line, lines
from lexdocs.checks.reading.text_pages import paged
from lexdocs.checks.reading.text_rows import is_rule

_CAPTION = 300  # characters at most
_NAMES = re.compile(
    r"[:\u2014]$|\b(?:follow(?:s|ing)|below|tables?|thousands|millions)\b"
)  # how words end that say what a table holds
_SHORT_RULE = 40
_APART = re.compile(r"(?<=\S) {5,}(?=\S)")  # words that far apart on a line by itself are not said in one breath


def read_text(data: str, file: str) -> Reading:
    r"""The passages of a plain text.

    >>> reading = read_text("The offer was consum-\nmated at 9 3/8%.\n\n     - 1 -\n\nNext", "a.txt")
    >>> [(str(passage.place), passage.text) for passage in reading.passages][:2]
    [('page 1, paragraph 1', 'The offer was consummated at 9 3/8%.'), ('page 1, page furniture 1', '- 1 -')]
    """
    return Reading(file, counted(text_drafts(data)))


def text_drafts(data: str) -> list[Draft]:
    """The passages of a plain text before they are counted."""
    found = paged(lines(unified(data)))
    known = vocabulary("\n".join(line.text for line in found if line.kind is Kind.BODY))
    return over_pages(_drafts(found, known), known)


def _drafts(found: Sequence[Line], known: Vocabulary) -> Iterator[Draft]:
    """Tables and what stands between them, in the order of the file."""
    margin = width(found)
    base = Counter(line.indent for line in found if line.kind is Kind.BODY).most_common(1)
    place = 0
    last: Draft | None = None
    for number, region in enumerate(text_tables.regions(found, margin), 1):
        for draft in _prose(found[place : region.start], margin, base[0][0], known, noted=number > 1):
            last = draft if draft.part is not Part.FURNITURE else last
            yield draft
        inside = found[region.start : region.end]
        caption = last.text if last and names_a_table(last) else ""
        yield from text_table.drafts(inside, number, caption, known)
        yield from (_aside(line) for line in inside if line.kind in (Kind.FURNITURE, Kind.TAG) and line.text)
        place, last = region.end, None
    yield from _prose(found[place:], margin, base[0][0] if base else 0, known, noted=place > 0)


def names_a_table(draft: Draft) -> bool:
    """Whether what stands right above a table says what it holds."""
    words = draft.part in (Part.PARAGRAPH, Part.ITEM) and len(draft.text) <= _CAPTION
    return draft.part is Part.HEADING or (words and bool(_NAMES.search(draft.text)))


def _aside(line: Line) -> Draft:
    return Draft(Part.FURNITURE, " ".join(line.text.split()), ((0, line.number),), line.page)


def _prose(found: Sequence[Line], margin: int, base: int, known: Vocabulary, *, noted: bool) -> Iterator[Draft]:
    """The passages of lines without tables; footnotes stand right behind a table or under a short rule."""
    run: list[Line] = []
    for line in [*found, None]:
        if line is not None and not (line.kind in (Kind.FURNITURE, Kind.TAG, Kind.BREAK) or is_rule(line)):
            run.append(line)
            continue
        for block in blocks(run, margin):
            for draft in _block(block, base, margin, known, noted=noted):
                noted = noted and draft.part is Part.FOOTNOTE
                yield draft
        run = []
        if line is not None:
            noted = (is_rule(line) and len(line.text.strip()) <= _SHORT_RULE) or (noted and line.kind is not Kind.BREAK)
            if line.text and line.kind is not Kind.BREAK:
                yield _aside(line)


def _block(block: Block, base: int, margin: int, known: Vocabulary, *, noted: bool) -> Iterator[Draft]:
    """The passages of one paragraph's lines: one, or one for each part of a line that stands far apart."""
    page = block.lines[0].page
    if len(block.lines) == 1 and _APART.search(block.lines[0].text.strip()):
        for part in _APART.split(block.lines[0].text.strip()):
            words, notes = apart(" ".join(part.split()))
            yield Draft(_part(words, centred=False), words, ((0, block.lines[0].number),), page, notes=notes)
        return
    taken = [apart(line.text) for line in block.lines]
    notes = tuple(note for _, each in taken for note in each)
    commas = range(1, len(taken)) if block.by_line else ()
    healed = joined(((words, line.number) for (words, _), line in zip(taken, block.lines, strict=True)), known, commas)
    mark, text = note_mark(healed.text) if noted else item_mark(healed.text)
    if not noted and is_numbered_heading(healed.text):
        mark, text = "", healed.text
    if mark:
        shift = len(healed.text) - len(text)
        places = tuple((max(at - shift, 0), line) for at, line in healed.lines)
        yield Draft(Part.FOOTNOTE if noted else Part.ITEM, text, places, page, mark, notes)
        return
    part = Part.PARAGRAPH if block.by_line else _part(healed.text, centred=is_centred(block.lines, base, margin))
    yield Draft(part, healed.text, healed.lines, page, notes=notes)


def _part(words: str, *, centred: bool) -> Part:
    return Part.HEADING if is_heading(words, set_off=centred) or is_numbered_heading(words) else Part.PARAGRAPH
