"""Rows whose cells are set apart by a tab, as spreadsheets copy them: their columns are set under one another."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from lexdocs.checks.reading.marks import is_item_mark

_TABS = re.compile(r"(?<=\S) ?\t ?(?=\S)")
_LONGEST = 60  # characters of a cell
_GAP = "   "


def tabbed(lines: Sequence[str]) -> Iterator[str]:
    r"""The same lines, with spaces for the tabs of rows that have as many cells each.

    >>> list(tabbed(["Series\tRate", "Senior Notes\t9 3/8%"]))
    ['Series         Rate', 'Senior Notes   9 3/8%']
    """
    for count, run in groupby(lines, key=_cells):
        rows = list(run)
        if count < 2 or len(rows) < 2:
            yield from rows
            continue
        cells = [_TABS.split(row.strip()) for row in rows]
        widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
        for row in cells:
            yield _GAP.join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()


def _cells(line: str) -> int:
    """How many cells a line has that only tabs set apart; zero for one of another kind."""
    if "\t" not in line or "\f" in line:
        return 0
    cells = _TABS.split(line.strip())
    if any("\t" in cell or len(cell) > _LONGEST for cell in cells) or is_item_mark(cells[0]):
        return 0
    return len(cells)
