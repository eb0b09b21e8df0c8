"""A page's table: its cells with what heads them, or the paragraphs and list items that it only lays out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lexdocs.checks.reading import grid
from lexdocs.checks.reading.cells import Cell, Row, holds_values, is_total, is_value, tidy
from lexdocs.checks.reading.draft import Draft
from lexdocs.checks.reading.grid import Section
from lexdocs.checks.reading.healing import Vocabulary
from lexdocs.checks.reading.html_items import Block, Table, TableCell, flat
from lexdocs.checks.reading.html_words import Words, words
from lexdocs.checks.reading.marks import is_item_mark

_WIDEST = 200  # columns
_PROSE = 200  # characters of a cell that is a paragraph


@dataclass(frozen=True)
class _Said:
    """A cell with its words, where it stands in the grid, and whether all of it is bold."""

    cell: Cell
    bold: bool
    scope: str


@dataclass(frozen=True)
class _Line:
    """A row of the grid, and whether the page says that it heads the columns."""

    cells: tuple[_Said, ...]
    heads: bool

    @property
    def row(self) -> Row:
        """Its cells that say anything, signs with their numbers."""
        return tidy([said.cell for said in self.cells if said.cell.text or said.cell.notes])


def laid_out(table: Table) -> list[Block] | None:
    """The blocks of a table that only lays them out, in their order; None for a table that has rows to read.

    A cell that holds only a list's mark stands before the words of its item.
    """
    if table.captions or any(cell.head for cells, _ in table.rows for cell in cells) or any(h for _, h in table.rows):
        return None
    rows = [[flat(cell.blocks) for cell in cells if cell.blocks] for cells, _ in table.rows]
    said = [["".join(piece.text for piece in block.pieces).strip() for block in row] for row in rows]
    marked = [len(row) == 2 and is_item_mark(row[0]) for row in said]
    single = all(len(row) < 2 or mark for row, mark in zip(said, marked, strict=True))
    prose = table.presents and not any(is_value(text) for row in said for text in row)
    wide = max((sum(cell.across for cell in cells) for cells, _ in table.rows), default=0) > _WIDEST
    if single or prose or wide:
        return [block for cells, _ in table.rows for cell in cells for block in cell.blocks]
    return None


def drafts(table: Table, number: int, caption: str, known: Vocabulary) -> Iterator[Draft]:
    """The cells of a table as passages; `caption` is what stands over it where it has none of its own."""
    lines = _grid(table, known)
    heads = _head_rows(lines)
    own = _own_caption(lines, heads) if not caption and not table.captions else 0
    for line in lines[:own]:
        caption = line.row[0].text if line.row else caption
    sections: list[Section] = []
    open_heads: list[Row] = [line.row for line in lines[:own]]
    body: list[tuple[Row, str]] = []
    label = ""
    for at, line in enumerate(lines[own:], own):
        row = line.row
        if not row:
            continue
        if at in heads:
            if body:
                sections.append(_section(open_heads, body))
                open_heads, body = [], []
            open_heads.append(row)
            label = ""
            continue
        groups = len(row) == 1 and not is_value(row[0].text)
        label = _label(line, row) if groups else label
        body.append((row, "" if groups or is_total(row[0].text) else label))
    sections.append(_section(open_heads, body))
    yield from grid.drafts(sections, number, caption, 0)


def _section(heads: Sequence[Row], body: Sequence[tuple[Row, str]]) -> Section:
    if not body:
        return Section((), tuple(heads), ("",) * len(heads))
    return Section(tuple(heads), tuple(row for row, _ in body), tuple(label for _, label in body))


def _label(line: _Line, row: Row) -> str:
    """The words of a row that stand over the rows below it, where they look so."""
    over = all(said.bold or said.cell.head for said in line.cells if said.cell.text)
    return row[0].text if over or row[0].text.endswith(":") else ""


def _own_caption(lines: Sequence[_Line], heads: set[int]) -> int:
    """How many rows at the top only name the table: one cell each, over at least half of it."""
    width = max((said.cell.end for line in lines for said in line.cells), default=0)
    for at, line in enumerate(lines):
        row = line.row
        if row and not (
            len(row) == 1 and at not in heads and row[0].start == 0 and 2 * row[0].end >= width and row[0].end > 1
        ):
            return at
    return 0


def _head_rows(lines: Sequence[_Line]) -> set[int]:
    """The rows that head columns: those that the page says are, else those before the first row of values."""
    found = {at for at, line in enumerate(lines) if line.heads and line.row}
    if found:
        return found
    rows = [line.row for line in lines]
    if any(said.cell.head for line in lines for said in line.cells):
        return found
    left = min((row[0].start for row in rows if row), default=0)
    first = next((at for at, row in enumerate(rows) if holds_values(row, left, 0)), None)
    if first is not None:
        leading = [at for at in range(first) if rows[at] and not (len(rows[at]) == 1 and rows[at][0].start == left)]
        return set(leading)
    filled = [at for at, row in enumerate(rows) if row]
    if len(filled) > 1 and len(rows[filled[0]]) > 1 and all(s.bold for s in lines[filled[0]].cells if s.cell.text):
        return {filled[0]}
    return set()


def _grid(table: Table, known: Vocabulary) -> list[_Line]:
    """The rows of a table with each cell in its columns; one that spans rows stands again in each."""
    lines: list[_Line] = []
    spanning: list[tuple[_Said, int]] = []  # cells that reach into the rows below, and how many
    for at, (cells, in_head) in enumerate(table.rows):
        left = len(table.rows) - at
        taken = sorted(spanning, key=lambda each: each[0].cell.start)
        row: list[_Said] = [_again(said) for said, _ in taken]
        busy = [(said.cell.start, said.cell.end) for said, _ in taken]
        spanning = [(said, down - 1) for said, down in spanning if down > 1]
        place = 0
        for cell in cells:
            place = _free(place, busy)
            said = _said(cell, place, known)
            row.append(said)
            place = said.cell.end
            if min(cell.down, left) > 1:
                spanning.append((said, min(cell.down, left) - 1))
        row.sort(key=lambda each: each.cell.start)
        lines.append(_Line(tuple(row), in_head or _heads_columns(cells)))
    return lines


def _free(place: int, busy: Sequence[tuple[int, int]]) -> int:
    """The first column from a place on in which no cell from above stands."""
    for start, end in busy:
        if start <= place < end:
            place = end
    return place


def _said(cell: TableCell, place: int, known: Vocabulary) -> _Said:
    block = flat(cell.blocks)
    said = words(block, known) if cell.blocks else Words("")
    notes = ((said.mark,) if said.mark else ()) + said.notes
    made = Cell(place, place + cell.across, said.text, said.lines, notes, head=cell.head)
    return _Said(made, block.bold, cell.scope)


def _again(said: _Said) -> _Said:
    cell = said.cell
    return _Said(
        Cell(cell.start, cell.end, cell.text, cell.lines, (), cell.page, cell.head, again=True), said.bold, said.scope
    )


def _heads_columns(cells: Sequence[TableCell]) -> bool:
    """Whether all cells of a row that say anything head what is below them."""
    filled = [cell for cell in cells if cell.blocks]
    return bool(filled) and all(cell.head and cell.scope not in ("row", "rowgroup") for cell in filled)
