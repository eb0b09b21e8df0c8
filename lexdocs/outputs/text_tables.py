"""Tables in the plain text of a document: columns that stand under one another, in the order in which they are read.

Only a row's first cell may take several lines, and its last line is that of the figures: so whoever reads the lines
reads the cells in their order. In a table that is too wide for that each row's first cell has lines of its own, and its
other cells stand in columns below them; their heads stand over these columns or, where they are too long for that, are
listed one after the other. The second cell has lines of its own too, where that saves room, and it alone is of words.
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
        ways = ((led, listed) for listed in (False, True) for led in ((1, _LED) if worded else (1,)))
        return next((made for led, listed in ways if (made := _stacked(rows, columns, led, listed=listed))), None)
    lines: list[str] = []
    for number, row in enumerate(rows):
        headed = _heads(row)
        if row.ruled:
            lines.append(_rules(row, widths, "-"))
        lines += _row(row, widths)
        if headed and not (number + 1 < len(rows) and _heads(rows[number + 1])):
            lines.append("  ".join("-" * each for each in widths))
        if row.closed:
            lines.append(_rules(row, widths, "="))
    return lines


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


def _stacked(rows: Sequence[Row], columns: int, led: int, *, listed: bool) -> list[str] | None:
    """The lines of a table whose rows begin with lines for their leading cells; None where even that is too wide.

    Where heads have no room over their columns they are `listed`, one after the other, if they may be.
    """
    width, figures = len(rows[0].cells), [row for row in rows if not _heads(row)]
    under = _longest(rows, range(led, width))
    gaps = _GAP * (width - led - 1)
    over = _INDENT + sum(under) + gaps <= columns  # whether the heads have room over their columns
    if not over and not listed:
        return None
    widths = under if over else _longest(figures, range(led, width))
    heads = [] if over else [len(cell.words) for row in rows if _heads(row) for cell in row.cells[1:]]
    if not figures or _INDENT + max([sum(widths) + gaps, *heads]) > columns:
        return None
    lines: list[str] = []
    for number, row in enumerate(rows):
        headed = _heads(row)
        if row.ruled:
            lines.append(_rules(row, [_INDENT - _GAP, *widths], "-"))
        lines += textwrap.wrap(row.cells[0].words, columns, break_on_hyphens=False)
        for cell in row.cells[1:led] if over or not headed else ():
            lines += [" " * _GAP + line for line in textwrap.wrap(cell.words, columns - _GAP, break_on_hyphens=False)]
        if headed and not over:
            lines += _listed(row.cells[1:], columns)
        else:
            cells = [_set(cell, each) for cell, each in zip(row.cells[led:], widths, strict=True)]
            lines.append((" " * _INDENT + (" " * _GAP).join(cells)).rstrip())
        if headed and not (number + 1 < len(rows) and _heads(rows[number + 1])):
            lines.append(" " * _INDENT + (" " * _GAP).join("-" * each for each in widths) if over else "-" * columns)
        if row.closed:
            lines.append(_rules(row, [_INDENT - _GAP, *widths], "="))
    return lines


def _listed(heads: Sequence[Cell], columns: int) -> list[str]:
    """Heads one after the other, none of them cut."""
    margin = " " * _INDENT
    words = (" " * _GAP).join(cell.words.replace(" ", "\x00") for cell in heads)
    lines = textwrap.wrap(
        words, columns, initial_indent=margin, subsequent_indent=margin, break_on_hyphens=False, break_long_words=False
    )
    return [line.replace("\x00", " ") for line in lines]


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


def _rules(row: Row, widths: Sequence[int], sign: str) -> str:
    parts = [sign * each if cell.number else " " * each for cell, each in zip(row.cells, widths, strict=True)]
    return (" " * _GAP).join(parts).rstrip()
