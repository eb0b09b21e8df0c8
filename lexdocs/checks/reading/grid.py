"""A table of any form, as cells that stand somewhere on a line: which column each is in, and what heads it."""

from __future__ import annotations

import bisect
import dataclasses
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from lexdocs.checks.reading.cells import Cell, Row, first_column, is_value, without_mark
from lexdocs.checks.reading.draft import Draft
from lexdocs.checks.reading.passage import Part

Extent = tuple[int, int]
_OFF = 2  # places by which a head may stand beside the middle of what it heads


@dataclass(frozen=True)
class Section:
    """Rows of a table under their column heads; `labels` are the words over a group of rows, one for each row."""

    heads: tuple[Row, ...]
    body: tuple[Row, ...]
    labels: tuple[str, ...]


def columns(body: Sequence[Row], slack: int) -> tuple[Extent, ...]:
    """Where the columns of some rows stand; what a first cell reaches over does not widen the first."""
    rows = [row for row in body if row]
    if not rows:
        return ()
    left = min(row[0].start for row in rows)
    rest = [cell for row in rows for cell in row[first_column(row, left, slack) :]]
    found = _merged([(cell.start, cell.end) for cell in rest if is_value(cell.text)])
    words = [(cell.start, cell.end) for cell in rest if not is_value(cell.text)]
    found = sorted(found + _merged([each for each in words if not _reached(each, found)]))
    firsts = [row[0].end for row in rows if first_column(row, left, slack)]
    if firsts or not found:
        edge = found[0][0] if found else max(firsts)
        found.insert(0, (left, max(left + 1, min(max(firsts), edge))))
    return tuple(found)


def _merged(extents: list[Extent]) -> list[Extent]:
    found: list[Extent] = []
    for start, end in sorted(extents):
        if found and start < found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], end))
        else:
            found.append((start, end))
    return found


def _overlap(one: Extent, other: Extent) -> int:
    return max(0, min(one[1], other[1]) - max(one[0], other[0]))


def column_of(cell: Cell, found: Sequence[Extent]) -> int:
    """The column that a cell stands in: the one it overlaps most, else the nearest."""
    here = (cell.start, cell.end)
    reached = _reached(here, found)
    if reached:
        return max(reached, key=lambda at: _overlap(here, found[at]))
    after = min(reached.start, len(found) - 1)
    before = max(reached.start - 1, 0)
    return before if here[0] - found[before][1] <= found[after][0] - here[1] else after


def _reached(here: Extent, found: Sequence[Extent]) -> range:
    """The columns that an extent overlaps; they stand in their order and apart from one another."""
    first = bisect.bisect_right(found, here[0], key=lambda column: column[1])
    return range(first, max(first, bisect.bisect_left(found, here[1], key=lambda column: column[0])))


def columns_under(cell: Cell, found: Sequence[Extent], slack: int) -> tuple[int, ...]:
    """The columns that a head stands over."""
    here = (cell.start, cell.end)
    over = _reached(here, found)
    if not slack:  # of a grid, where nothing is off by a place
        half = tuple(at for at in over if 2 * _overlap(here, found[at]) >= found[at][1] - found[at][0])
        return half or (column_of(cell, found),)
    whole = [at for at in over if 4 * _overlap(here, found[at]) >= 3 * (found[at][1] - found[at][0])]
    if len(over) > max(len(whole), 1) and over[0] and not _flush(here, found[over[-1]]):
        # Centred over the columns that it reaches into, although not as wide as they are.
        middle = cell.start + cell.end
        off = abs(middle - found[over[0]][0] - found[over[-1]][1])
        if off <= min([abs(middle - sum(found[at])) for at in over] + [2 * _OFF]) + _OFF:
            return tuple(over)
    return tuple(whole) or (column_of(cell, found),)


def _flush(here: Extent, column: Extent) -> bool:
    """Whether a head ends where its column does, so that it heads no other."""
    return abs(here[1] - column[1]) <= 1


def assigned(row: Row, found: Sequence[Extent], left: int, slack: int) -> list[tuple[int, Cell]]:
    """The cells of a row with their columns, each in one of its own where that can be."""
    placed: list[tuple[int, Cell]] = []
    for at, cell in enumerate(row):
        column = 0 if at == 0 and first_column(row, left, slack) else column_of(cell, found)
        if placed and placed[-1][0] >= column and column + 1 < len(found):
            column = min(placed[-1][0] + 1, len(found) - 1)
        placed.append((column, cell))
    return placed


def drafts(sections: Sequence[Section], table: int, caption: str, slack: int) -> Iterator[Draft]:
    """The cells of a table as passages, each with what heads its row and its column."""
    found = columns([row for section in sections for row in section.body], slack)
    if not found:
        return
    left = found[0][0]
    number = 0
    for section in sections:
        heads, laid = _heads(section.heads, found, slack)
        for at, column, cell in laid:
            yield _draft(cell, table, number + at + 1, column + 1, caption)
        number += len(section.heads)
        for row, label in zip(section.body, section.labels, strict=True):
            number += 1
            placed = assigned(row, found, left, slack)
            for at, (column, cell) in enumerate(placed):
                if not cell.again:
                    draft = _draft(cell, table, number, column + 1, caption)
                    over = () if cell.head and column == 0 else heads(column)
                    head = _row_head([each for _, each in placed[:at]], cell, label, paired=not over)
                    yield dataclasses.replace(draft, row_head=head, column_heads=over)


def _draft(cell: Cell, table: int, row: int, column: int, caption: str) -> Draft:
    return Draft(
        Part.CELL, cell.text, cell.lines, cell.page, "", cell.notes, table, row, column, caption=caption
    )  # fmt: skip


def _heads(
    rows: Sequence[Row], found: Sequence[Extent], slack: int
) -> tuple[Callable[[int], tuple[str, ...]], list[tuple[int, int, Cell]]]:
    """What heads each column, and the heads as they stand: those wrapped over several rows are one."""
    groups: list[tuple[tuple[int, ...], list[Cell], int]] = []
    for at, row in enumerate(rows):
        for cell in row:
            if cell.again or not cell.text:
                continue
            under = columns_under(cell, found, slack)
            above = [group for group in groups if set(group[0]) & set(under)]
            if above and above[-1][0] == under:
                above[-1][1].append(cell)
            else:
                groups.append((under, [cell], at))
    whole = [(under, _joined(cells), at) for under, cells, at in groups]

    def over(column: int) -> tuple[str, ...]:
        return tuple(cell.text for under, cell, _ in whole if column in under)

    return over, [(at, under[0], cell) for under, cell, at in whole]


def _joined(cells: Sequence[Cell]) -> Cell:
    text = ""
    lines: list[tuple[int, int]] = []
    for cell in cells:
        text += " " if text else ""
        lines += [(len(text) + offset, line) for offset, line in cell.lines]
        text += cell.text
    text, marks = without_mark(text)
    notes = tuple(note for cell in cells for note in cell.notes) + marks
    return dataclasses.replace(cells[0], text=text, lines=tuple(lines), notes=notes)


def _row_head(before: Sequence[Cell], cell: Cell, label: str, *, paired: bool) -> str:
    """The words that say what a cell is about, of the cells before it; `paired` where label and value may alternate."""
    if not before or (cell.head and not before[-1].head):
        return ""
    named = [at for at, each in enumerate(before) if each.head]
    if named:
        first = named[-1]
        while first and before[first - 1].head:
            first -= 1
        words = ", ".join(each.text for each in before[first : named[-1] + 1])
    else:
        said = [each.text for each in before if each.text and not is_value(each.text)]
        words = said[-1] if paired and said else before[0].text
        if not paired and not any(map(str.isalpha, words)) and len(before) > 1 and before[1].text in said:
            words = f"{words}, {before[1].text}"
    return f"{label.rstrip(':')}: {words}" if label and label != words else words
