"""Ways in which a table goes wrong: a column slips by a row, two cells or two heads of rows change places."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from random import Random
from typing import TypeVar

from tests.checks.tieout.pieces import tables
from tests.checks.tieout.source import Mark, Source, shown

_TAG = re.compile(r"</?(\w+)")
_APART = re.compile(r"(?<![.:;?!\s]) {2,}(?=\S)")
_ALIKE = {"money": "amount", "number": "amount", "count": "amount"}


@dataclass(frozen=True)
class Edit:
    """A stretch of a file and what is to stand there; `mark` is what stood there, if a figure did."""

    start: int
    end: int
    after: str
    mark: Mark | None = None


@dataclass(frozen=True)
class Cell:
    """What a cell of a table says, without the spaces around it; `mark` where it says one figure and nothing else."""

    start: int
    end: int
    mark: Mark | None


Rows = Sequence[Sequence[Cell]]
_T = TypeVar("_T")


@cache
def grids(source: Source) -> list[Rows]:
    """The tables of a file: of text, lines one below the other that have as many columns."""
    spans = tables(source.text) if source.suffix == ".html" else list(_columns(source.text))
    made = ([[_cell(source, start, end) for start, end in row] for row in table] for table in spans)
    return [rows for rows in made if sum(1 for row in rows for cell in row if cell.mark) > 1]


def _cell(source: Source, start: int, end: int) -> Cell:
    inner = source.text[start:end]
    start, end = start + len(inner) - len(inner.lstrip()), start + len(inner.rstrip())
    marks = [mark for mark in source.true if (mark.start, mark.end) == (start, end) and mark.kind != "term"]
    return Cell(start, end, marks[0] if marks else None)


def _columns(text: str) -> Iterator[list[list[tuple[int, int]]]]:
    table: list[list[tuple[int, int]]] = []
    at = 0
    for line in [*text.splitlines(keepends=True), "\n"]:
        cells = list(_cells(line, at))
        at += len(line)
        if table and (not cells or (len(cells) > 1 and len(cells) != len(table[0]))):
            yield table
            table = []
        if len(cells) > 1 and not re.fullmatch(r"[\s=-]*", line):
            table.append(cells)


def _cells(line: str, at: int) -> Iterator[tuple[int, int]]:
    start = len(line) - len(line.lstrip())
    for gap in _APART.finditer(line.rstrip(), start):
        yield at + start, at + gap.start()
        start = gap.end()
    if line.strip():
        yield at + start, at + len(line.rstrip())


def column_shifted(source: Source, chance: Random) -> list[Edit] | None:
    """The values of a column move by one row, up or down, the last of them to the other end.

    The first column has the heads of the rows. Where they move, it is the values beside them that are wrong: that is
    planted by `heads_swapped`.
    """
    found = []
    for rows in grids(source):
        for column in range(1, max(len(row) for row in rows)):
            cells = [row[column] for row in rows if column < len(row) and row[column].mark]
            for kind in sorted({_kind(cell) for cell in cells}):
                found += [[cell for cell in cells if _kind(cell) == kind]]
    for cells in _shuffled(found, chance):
        by = chance.choice((1, -1))
        made = [_edit(source, cell, cells[(at + by) % len(cells)]) for at, cell in enumerate(cells)]
        if len(cells) > 1 and _wrong(source, made):
            return _changed(source, made)
    return None


def cells_swapped(source: Source, chance: Random) -> list[Edit] | None:
    """Two values of a row change places."""
    pairs = [
        (one, other)
        for rows in grids(source)
        for row in rows
        for at, one in enumerate(row)
        for other in row[at + 1 :]
        if one.mark and other.mark and _kind(one) == _kind(other)
    ]
    for one, other in _shuffled(pairs, chance):
        made = [_edit(source, one, other), _edit(source, other, one)]
        if _wrong(source, made):
            return _changed(source, made)
    return None


def heads_swapped(source: Source, chance: Random) -> list[Edit] | None:
    """The heads of two rows change places, so that each stands before the other's values."""
    pairs = [
        (one, other) for rows in grids(source) for at, one in enumerate(rows) for other in rows[at + 1 :]
        if len(one) == len(other)
    ]  # fmt: skip
    for one, other in _shuffled(pairs, chance):
        heads = [source.text[row[0].start : row[0].end] for row in (one, other)]
        if _TAG.findall(heads[0]) != _TAG.findall(heads[1]):
            continue  # one has a line more than the other
        values = [pair for pair in zip(one[1:], other[1:], strict=True) if pair[0].mark and pair[1].mark]
        differ = [pair for pair in values if _wrong(source, [_edit(source, *pair)])]
        if not differ or not all(heads) or shown(heads[0]) == shown(heads[1]) or _continued(source, one, other):
            continue
        swapped = [_fitted(source, one[0], heads[1]), _fitted(source, other[0], heads[0])]
        still = [_as_it_was(source, cell) for pair in differ for cell in pair]
        return sorted([*swapped, *still], key=lambda edit: edit.start)
    return None


def _as_it_was(source: Source, cell: Cell) -> Edit:
    """A value that stays, and is wrong because of what moved."""
    return Edit(cell.start, cell.end, source.text[cell.start : cell.end], cell.mark)


def _continued(source: Source, *rows: Sequence[Cell]) -> bool:
    """Whether the head of a row of text begins on the line above, where it would be torn."""
    if source.suffix == ".html":
        return False
    for row in rows:
        above = source.text[: row[0].start].split("\n")[-2:-1]
        if above and above[0].strip() and not _APART.search(above[0].strip()) and "--" not in above[0]:
            return True
    return False


def _kind(cell: Cell) -> str:
    kind = cell.mark.kind if cell.mark else ""
    return _ALIKE.get(kind, kind)


def _shuffled(found: Sequence[_T], chance: Random) -> list[_T]:
    return chance.sample(found, len(found))


def _edit(source: Source, cell: Cell, other: Cell) -> Edit:
    return _fitted(source, cell, source.text[other.start : other.end])


def _fitted(source: Source, cell: Cell, new: str) -> Edit:
    """What a cell is to say; in text its column stays as wide as it was, where there is room."""
    start, end = cell.start, cell.end
    if source.suffix == ".html" or "\n" in source.text[start:end]:
        return Edit(start, end, new, cell.mark)
    more = len(new) - (end - start)
    right = cell.mark is not None and not _is_first(source, start)  # numbers stand at the right of their column
    if more <= 0:
        after = new.rjust(end - start) if right else new.ljust(end - start)
        return Edit(start, end, after, cell.mark)
    if right and source.text[start - more - 2 : start].strip(" ") == "":
        return Edit(start - more, end, new, cell.mark)
    if not right and source.text[end : end + more + 2].strip(" ") == "":
        return Edit(start, end + more, new, cell.mark)
    return Edit(start, end, new, cell.mark)


def _is_first(source: Source, start: int) -> bool:
    """Whether nothing stands before a place on its line."""
    return not source.text[source.text.rfind("\n", 0, start) + 1 : start].strip()


def _wrong(source: Source, edits: Sequence[Edit]) -> bool:
    return any(edit.mark is not None and not source.still_right(edit.mark, edit.after) for edit in edits)


def _changed(source: Source, edits: Sequence[Edit]) -> list[Edit]:
    changed = [edit for edit in edits if edit.after != source.text[edit.start : edit.end]]
    return sorted(changed, key=lambda edit: edit.start)
