"""Tables in the plain text of a document: columns that stand under one another, in the order in which they are read.

Only a row's first cell may take several lines, and its last line is that of the figures: so whoever reads the lines
reads the cells in their order. In a table that is too wide for that each row's first cell has lines of its own, and its
other cells stand in columns below them; their heads stand over these columns or, where they are too long for that, on
a line each like stairs, each of them ending where its figures do. The second cell has lines of its own too, where that
saves room, and it alone is of words.
A table that is wider still has no such form, and its cells are written one below the other.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Sequence
from dataclasses import dataclass, replace

_GAP = 2
_INDENT = 4
_LED = 2
_ALONE = 3  # parts of a table of which the last two are one
_DECIMALS = re.compile(r"[0-9]\.([0-9]+)\)?%?$")
_LEAST = 18
"""The narrowest that the first column is made, in letters."""


@dataclass(frozen=True)
class Cell:
    """A cell: its words, whether they are figures that stand to the right, and whether it heads a column."""

    words: str
    number: bool = False
    head: bool = False


@dataclass(frozen=True)
class Row:
    """A row of cells; `ruled` says that a rule stands above its figures, `closed` that a double one stands below."""

    cells: tuple[Cell, ...]
    ruled: bool = False
    closed: bool = False


def table_lines(rows: Sequence[Row], columns: int) -> list[str] | None:
    r"""The lines of a table no wider than some columns, or None for one that has no such form.

    >>> head = Row((Cell("Fee", head=True), Cell("Amount", True, True)))
    >>> print("\n".join(table_lines([head, Row((Cell("At the start"), Cell("$5", True)))], 40)))
    Fee           Amount
    ------------  ------
    At the start      $5
    """
    parts = table_parts(rows, columns)
    return None if parts is None else [line for part in parts for line in part]


def table_parts(rows: Sequence[Row], columns: int) -> list[list[str]] | None:
    """The same, cut where a page may end: between two rows, but not behind the heads or before the last row."""
    made = _made(rows, columns)
    if made is None:
        return None
    first = next((at for at, row in enumerate(rows) if not _heads(row)), 0)
    parts = [[line for lines in made[: first + 1] for line in lines], *made[first + 1 :]]
    return parts if len(parts) < _ALONE else [*parts[:-2], parts[-2] + parts[-1]]


def _made(rows: Sequence[Row], columns: int) -> list[list[str]] | None:
    """The lines of each row of a table."""
    width = max((len(row.cells) for row in rows), default=0)
    if width < 2 or any(len(row.cells) != width for row in rows):
        return None
    rows = _by_the_point(rows, width)
    widths = _widths(rows, width, columns)
    if widths is None:
        # A second cell of words has lines of its own where all that is left are figures; a dash alone would be a rule.
        worded = width > _LED and all(
            cell.number is (place >= _LED) and (cell.number or any(map(str.isalnum, cell.words)))
            for row in rows for place, cell in enumerate(row.cells[1:], 1)
        )  # fmt: skip
        ways = ((led, stairs) for stairs in (False, True) for led in ((1, _LED) if worded else (1,)))
        return next((found for led, stairs in ways if (found := _stacked(rows, columns, led, stairs=stairs))), None)
    made: list[list[str]] = []
    for number, row in enumerate(rows):
        headed = _heads(row)
        made.append(lines := [])
        if row.ruled:
            lines.append(_rules(row.cells, widths, "-"))
        lines += _row(row, widths)
        if headed and not (number + 1 < len(rows) and _heads(rows[number + 1])):
            lines.append("  ".join("-" * each for each in widths))
        if row.closed:
            lines.append(_rules(row.cells, widths, "="))
    return made


def _by_the_point(rows: Sequence[Row], width: int) -> list[Row]:
    """The rows, with room behind figures that have fewer decimals than others of their column."""
    decimals = [[_DECIMALS.search(cell.words) if cell.number else None for cell in row.cells] for row in rows]
    most = [max((len(row[at][1]) for row in decimals if row[at]), default=0) for at in range(width)]  # type: ignore[index]
    made = []
    for row, found in zip(rows, decimals, strict=True):
        lacks = [wide - len(each[1]) if each else 0 for each, wide in zip(found, most, strict=True)]
        cells = [
            replace(cell, words=cell.words + " " * lack) if lack else cell
            for cell, lack in zip(row.cells, lacks, strict=True)
        ]
        made.append(replace(row, cells=tuple(cells)))
    return made


def _stacked(rows: Sequence[Row], columns: int, led: int, *, stairs: bool) -> list[list[str]] | None:
    """The lines of rows that begin with lines for their leading cells; None where even that is too wide.

    Where heads have no room beside one another they stand like `stairs`, if they may.
    """
    width, figures = len(rows[0].cells), [row for row in rows if not _heads(row)]
    heads = [row for row in rows if _heads(row)]
    gaps = _GAP * (width - led - 1)
    widths: list[int] | None = _longest(rows, range(led, width))
    over = _INDENT + sum(widths or ()) + gaps <= columns
    if not over:
        few = stairs and figures and len(heads) == 1 and rows[0] is heads[0]
        widths = _widened(heads[0].cells[led:], _longest(figures, range(led, width)), columns) if few else None
    if not figures or widths is None:
        return None
    made: list[list[str]] = []
    for number, row in enumerate(rows):
        headed = _heads(row)
        made.append(lines := [])
        if row.ruled:
            lines.append(_rules((row.cells[0], *row.cells[led:]), [_INDENT - _GAP, *widths], "-"))
        lines += textwrap.wrap(row.cells[0].words, columns, break_on_hyphens=False)
        for cell in row.cells[1:led]:
            lines += [" " * _GAP + line for line in textwrap.wrap(cell.words, columns - _GAP, break_on_hyphens=False)]
        if headed and not over:
            lines += _stairs(row.cells[led:], widths)
        else:
            cells = [_set(cell, each) for cell, each in zip(row.cells[led:], widths, strict=True)]
            lines.append((" " * _INDENT + (" " * _GAP).join(cells)).rstrip())
        if headed and not (number + 1 < len(rows) and _heads(rows[number + 1])):
            lines.append(" " * _INDENT + (" " * _GAP).join("-" * each for each in widths))
        if row.closed:
            lines.append(_rules((row.cells[0], *row.cells[led:]), [_INDENT - _GAP, *widths], "="))
    return made


def _widened(heads: Sequence[Cell], least: Sequence[int], columns: int) -> list[int] | None:
    """How wide columns are over which heads stand like stairs; None where that is too wide."""
    widths: list[int] = []
    at = _INDENT
    for cell, each in zip(heads, least, strict=True):
        # A head of figures ends where they do, and begins no further left than all; one of words begins where they do.
        widths.append(max(each, _INDENT + len(cell.words) - at) if cell.number else each)
        if at + max(widths[-1], 0 if cell.number else len(cell.words)) > columns:
            return None
        at += widths[-1] + _GAP
    return widths


def _stairs(heads: Sequence[Cell], widths: Sequence[int]) -> list[str]:
    lines = []
    at = _INDENT
    for cell, width in zip(heads, widths, strict=True):
        lines.append(cell.words.rjust(at + width) if cell.number else " " * at + cell.words)
        at += width + _GAP
    return lines


def _heads(row: Row) -> bool:
    """Whether a row heads the columns; the corner over the rows' own heads may be empty."""
    return any(cell.head for cell in row.cells) and all(cell.head or not cell.words for cell in row.cells)


def _widths(rows: Sequence[Row], width: int, columns: int) -> list[int] | None:
    """How wide each column is: as its longest cell, but for the first one, which is as wide as there is room."""
    longest = _longest(rows, range(width))
    words = [len(word) for row in rows for word in row.cells[0].words.split()]
    room = columns - sum(longest[1:]) - _GAP * (width - 1)
    if room < max(min(longest[0], _LEAST), *words):
        return None
    return [min(longest[0], room), *longest[1:]]


def _longest(rows: Sequence[Row], places: range) -> list[int]:
    """How many letters the longest cell has in each of some columns."""
    return [max((len(row.cells[at].words) for row in rows), default=0) for at in places]


def _row(row: Row, widths: Sequence[int]) -> list[str]:
    """The lines of a row: those of its first cell, with its other cells on the last of them."""
    *before, last = textwrap.wrap(row.cells[0].words, widths[0], break_on_hyphens=False) or [""]
    cells = [_set(cell, each) for cell, each in zip(row.cells[1:], widths[1:], strict=True)]
    return [*before, (" " * _GAP).join([last.ljust(widths[0]), *cells]).rstrip()]


def _set(cell: Cell, width: int) -> str:
    return cell.words.rjust(width) if cell.number else cell.words.ljust(width)


def _rules(cells: Sequence[Cell], widths: Sequence[int], sign: str) -> str:
    parts = [sign * each if cell.number else " " * each for cell, each in zip(cells, widths, strict=True)]
    return (" " * _GAP).join(parts).rstrip()
