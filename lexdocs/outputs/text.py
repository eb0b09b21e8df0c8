"""The plain text of a document: in the characters of a typewriter, at most 80 columns, cut into numbered pages."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable, Sequence
from dataclasses import replace

from lexdocs.notation.typography import NO_BREAK
from lexdocs.outputs.html import DRAFT
from lexdocs.outputs.text_blocks import Block, visible_blocks
from lexdocs.outputs.text_forms import table_lines as form_lines
from lexdocs.outputs.text_pages import Piece, laid_on_pages
from lexdocs.outputs.text_tables import Cell, Row, table_parts
from lexdocs.outputs.typewriter import BREAK, filed, typed

COLUMNS = 80
WIDEST = 132
"""Columns that a table may have which has no form in fewer (17 CFR 232.305)."""
INDENT = 11
_ITEM = 5  # columns that the mark of a list's item takes
_FORM = 0.5  # of a page: a form to be filled in that is no longer is not cut
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_ENDS = frozenset({"signature", "signed-by", "contact"})
LINES = 54  # on a page, without its mark
_SPACE = re.compile(rf"[ \t\n\r\f\v{BREAK}]+")  # where a line may end


def text(
    body: str,
    *,
    legend: str = "",
    illustrative: Sequence[str] = (),
    draft: str = "",
    indent: int = INDENT,
    ascii_only: bool = True,
) -> str:
    """The text form of a document's body; page marks `-1-`, the legend and what it is a draft of stand on every page.

    No line of words is longer than 80 columns: a longer word is cut; nor one of a table, if it has a form in them, and
    otherwise 132. A line may end within a date or a moment only
    before its year, its place or its date; any other figure stands on one line. In a text that is not `ascii_only`, as
    in another language than English, letters keep their accents.
    """
    spelled = filed if ascii_only else str
    legend, draft, illustrative = spelled(legend), spelled(draft), [spelled(each) for each in illustrative]
    said = [each for each in (legend, draft and f"{DRAFT} {draft}") if each]
    head = [" ".join(said)] if said else []
    if illustrative:
        head.append(f"Illustrative: assumes {'; '.join(illustrative)}.")
    top = [line for each in head for line in [*_filled(typed(each), 0, COLUMNS), ""]]
    pages = list(laid_on_pages(_pieces(_blocks(body, spelled), indent, LINES - len(top)), LINES - len(top)))
    sheets = []
    for number, lines in enumerate(pages, 1):
        mark = f"-{number}-".center(COLUMNS).rstrip()
        sheets.append("\n".join([*top, *lines, "", mark]))
    return "\n\n".join(sheets) + "\n"


def _pieces(blocks: Sequence[Block], indent: int, room: int) -> list[Piece]:
    """What is laid on pages of some lines: paragraphs, and tables whole or, where they are longer, by rows."""
    made: list[Piece] = []
    for block in blocks:
        if block.blanks:
            rows = _rows(block, indent)
            form = [line for row in rows for line in ["", *row]][1:]
            pieces = [Piece(form, True)] if len(form) <= room * _FORM else [Piece(row, True) for row in rows]
        elif block.parts:
            lines = [line for part in block.parts for line in part]
            pieces = [Piece(lines, True)]
            if len(lines) > room:
                pieces = [Piece(each, True, close=at > 0) for at, each in enumerate(block.parts)]
        else:
            lines = _lines(block, indent)
            leads = block.tag in _HEADINGS or (lines[-1].endswith(":") and not _ENDS & {*block.classes})
            pieces = [Piece(lines, "signed-by" in block.classes, leads)]
        if made and _ENDS & {*block.classes}:
            # What ends a document takes the words before it along; the mark of the end, all of them.
            made[-1] = replace(made[-1], leads=True)
        if made and "end-mark" in block.classes:
            pieces = [Piece([*made.pop().lines, "", *pieces[0].lines], True)]
        made += pieces
    return made


def _blocks(body: str, spelled: Callable[[str], str]) -> list[Block]:
    read = visible_blocks(body, spelled)
    set_ = _tables(read)
    return [block for block in read if (block.words.strip() and id(block) not in set_) or block.parts or block.blanks]


def _tables(blocks: Sequence[Block]) -> set[int]:
    """Lay out each table that has a form in columns; the blocks that are written with it."""
    written: set[int] = set()
    for at, block in enumerate(blocks):
        rows = [
            Row(
                tuple(Cell(_one_line(cell.words), "number" in cell.classes, cell.head) for cell in row),
                ruled=bool({"total", "subtotal"} & {*row[0].row}), closed="total" in row[0].row,
            )
            for row in block.rows if row
        ]  # fmt: skip
        # What no head stands over is read cell by cell where it has no room.
        widths = (COLUMNS, WIDEST) if any(cell.head for row in rows for cell in row.cells) else (COLUMNS,)
        parts = next((made for columns in widths if rows and (made := table_parts(rows, columns))), None)
        if parts is not None:
            cells = [cell for row in block.rows for cell in row]
            # The caption, which is read before the cells, stands on the same page as they.
            caption = next((each for each in blocks[at + 1 :] if each.tag == "caption" or each is cells[0]), cells[0])
            head = [] if caption is cells[0] else [*_filled(_one_line(caption.words), 0, COLUMNS), ""]
            set_ = [[line.replace(NO_BREAK, " ") for line in part] for part in parts]
            caption.parts = [head + set_[0], *set_[1:]]
            written |= {id(cell) for cell in cells}
    return written


def _one_line(words: str) -> str:
    return " ".join(_SPACE.split(typed(words).strip()))


def _rows(block: Block, indent: int) -> list[list[str]]:
    """The rows of a table with blanks as blocks of lines, its caption and head with the row below; or none."""
    if not block.blanks:
        return []
    rows = [[_one_line(cell).replace(NO_BREAK, " ") for cell in row] for row in block.blanks]
    made = [[" " * indent + line for line in lines] for lines in form_lines(rows, COLUMNS - indent, block.heads)]
    caption = _filled(_one_line(block.words), indent, COLUMNS)
    first, *others = made[block.heads :]
    above = [line for lines in (caption, *made[: block.heads]) if lines for line in [*lines, ""]]
    return [[*above, *first], *others]


def _lines(block: Block, indent: int) -> list[str]:
    """The lines of a paragraph or an item; each of its line breaks ends a line."""
    said = [each for part in block.words.split(BREAK) if (each := _one_line(part))]
    if block.tag == "h1":
        return [line for each in said for line in _filled(each.upper(), indent, COLUMNS)]
    if block.tag == "li":
        within = indent + _ITEM * block.depth
        marks = [f"{' ' * within}{block.mark:>4} ", *[" " * (within + _ITEM)] * len(said)]
        return [
            line
            for each, mark in zip(said, marks, strict=False)
            for line in _filled(each, within + _ITEM, COLUMNS, mark)
        ]
    if "end-mark" in block.classes:
        return [each.replace(NO_BREAK, " ").center(COLUMNS).rstrip() for each in said]
    return [line for each in said for line in _filled(each, indent, COLUMNS)]


def _filled(words: str, indent: int, columns: int, first: str | None = None) -> list[str]:
    margin = " " * indent
    room = columns - indent
    # What is held together and yet longer than a line is no figure: its spaces are spaces again.
    parts = (part if len(part) <= room else part.replace(NO_BREAK, " ") for part in _SPACE.split(words))
    lines = textwrap.wrap(
        " ".join(parts),
        width=columns,
        initial_indent=margin if first is None else first,
        subsequent_indent=margin,
        break_long_words=True,  # only those longer than a line
        break_on_hyphens=False,
    )
    return [line.replace(NO_BREAK, " ") for line in lines]
