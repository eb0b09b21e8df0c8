"""Footing: the parts of a table add up to its totals as they are printed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from lexdocs.checks.direction.stated import AMOUNTS, step_of
from lexdocs.errors import Problem, Severity, Where
from lexdocs.notation.grammar import Kind

_TOTAL = re.compile(
    r"^(?:sub-?|grand )?totals?\b|^(?:all|in all|together|altogether|aggregate|combined|overall|sum)\b", re.IGNORECASE
)
_SURELY = re.compile(
    r"^(?:sub-?|grand )?totals?$|^(?:in all|together|altogether|sum)$|^totals?,? (?:of )?all\b", re.IGNORECASE
)
_SINGLE = re.compile(  # heads of columns of which the numbers are not added up
    r"\b(?:per|each|rate|price|ratio|factor|level|priority|percent|coupon|date|no|days|cusip)\b|%", re.IGNORECASE
)
_LESS = re.compile(r"^(?:less|minus|deduct(?:ion)?s?)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Cell:
    """A number in a table: as printed, and exactly where the figure is known; `unit` tells apart what is not added."""

    text: str
    kind: Kind
    printed: Fraction
    exact: Fraction | None = None
    unit: str = ""


@dataclass(frozen=True)
class Row:
    """A row of a table: its head, its numbers by column, its place, and whether it is set as a total."""

    head: str
    cells: Mapping[int, Cell]
    where: Where
    place: str
    is_set_as_total: bool = False

    @property
    def is_total(self) -> bool:
        """Whether the row says that it is a total, by its head or by how it is set."""
        return self.is_set_as_total or bool(_TOTAL.search(self.head.strip()))


@dataclass(frozen=True)
class Table:
    """The rows of a table, and what heads each column."""

    rows: Sequence[Row]
    heads: Mapping[int, str] = field(default_factory=dict)


@dataclass(frozen=True)
class _Sum:
    """Parts with their sign, and by how much they differ from a total as printed: sum less total."""

    parts: tuple[tuple[int, Cell], ...]
    difference: Fraction

    def exact(self) -> Fraction | None:
        """The exact sum, where every part is known exactly."""
        known = [sign * cell.exact for sign, cell in self.parts if cell.exact is not None]
        return sum(known, Fraction(0)) if len(known) == len(self.parts) else None


def unfooted(table: Table, *, is_said: bool = False) -> Iterator[Problem]:
    """Each total of a table whose printed parts do not add up to it.

    `is_said` says that the document tells that amounts may not add: then a sum is no problem that comes out exactly.
    """
    for at, row in enumerate(table.rows):
        if not row.is_total:
            continue
        for column, total in row.cells.items():
            if total.kind in AMOUNTS or total.kind is Kind.PERCENTAGE:
                sums = list(_sums(table.rows, at, column, total))
                yield from _judged(row, total, sums, table.heads.get(column, ""), is_said=is_said)


def _sums(rows: Sequence[Row], at: int, column: int, total: Cell) -> Iterator[_Sum]:
    """The ways in which cells above a total may add up to it; the first is all of them since the total before."""
    above = [(row, row.cells[column]) for row in rows[:at] if column in row.cells and _alike(row.cells[column], total)]
    last = max((place for place, (row, _) in enumerate(above) if row.is_total), default=-1)
    plain = [_signed(*each) for each in above if not each[0].is_total]
    since = [_signed(*each) for each in above[last + 1 :]]
    totals = [_signed(*each) for each in above if each[0].is_total]
    running = [*totals[-1:], *since] if last >= 0 else []
    if len(since) == 1 and since[0][0] * since[0][1].printed == total.printed:
        yield _Sum((since[0],), Fraction(0))  # a total of the one part that stands between two totals
    for parts in (since, running, totals, plain):
        for start in range(max(len(parts) - 1, 0)):
            chosen = tuple(parts[start:])
            yield _Sum(chosen, sum((sign * cell.printed for sign, cell in chosen), Fraction(0)) - total.printed)


def _signed(row: Row, cell: Cell) -> tuple[int, Cell]:
    return (-1 if _LESS.search(row.head.strip()) and cell.printed > 0 else 1), cell


def _alike(cell: Cell, total: Cell) -> bool:
    if cell.unit and total.unit and cell.unit != total.unit:
        return False
    return (cell.kind is Kind.PERCENTAGE) == (total.kind is Kind.PERCENTAGE)


def _judged(row: Row, total: Cell, sums: Sequence[_Sum], head: str, *, is_said: bool) -> Iterator[Problem]:
    if not sums or any(not each.difference for each in sums):
        return
    if total.exact is not None:
        meant = next((each for each in sums if each.exact() == total.exact), None)
        if meant is not None:
            if not is_said:
                yield _problem(row, total, meant, "by rounding: the exact ones do", Severity.WARNING)
            return
    nearest = min(sums, key=lambda each: abs(each.difference))
    known = total.exact is not None and nearest.exact() is not None
    if abs(nearest.difference) <= _last_digits(nearest, total):
        remark = "and the exact ones do not either" if known else "which rounding may explain"
        yield _problem(row, total, nearest, remark, Severity.ERROR if known else Severity.WARNING)
    elif _SURELY.search(row.head.strip()) and total.kind in AMOUNTS and not _SINGLE.search(head):
        yield _problem(row, total, sums[0], "", Severity.ERROR)


def _last_digits(found: _Sum, total: Cell) -> Fraction:
    """How far rounding each part and the total may move their difference, and a last digit besides."""
    steps = [step_of(cell.text, cell.kind) for _, cell in found.parts] + [step_of(total.text, total.kind)]
    return max(sum(steps, Fraction(0)) / 2, *steps)


def _problem(row: Row, total: Cell, found: _Sum, remark: str, severity: Severity) -> Problem:
    shown = " + ".join(cell.text for _, cell in found.parts).replace(" + (", " − (")
    more = "more" if found.difference > 0 else "less"
    off = amount(abs(found.difference), total)
    what = f"{row.place}: {shown} come to {off} {more} than the total {total.text}{f', {remark}' if remark else ''}"
    remedy = "say that amounts may not add because of rounding" if "by rounding" in remark else "add the parts up again"
    return Problem(row.where, what, remedy, severity)


def amount(value: Fraction, like: Cell) -> str:
    """A difference in the manner of a printed total.

    >>> amount(Fraction(1, 100), Cell("$30.00", Kind.MONEY, Fraction(30)))
    '$0.01'
    """
    scaled = value * 100 if like.kind is Kind.PERCENTAGE else value
    places = 0
    while (scaled * 10**places).denominator != 1 and places < 6:
        places += 1
    digits = f"{round(scaled * 10**places):0{places + 1}d}"
    number = f"{int(digits[: len(digits) - places]):,}" + (f".{digits[len(digits) - places :]}" if places else "")
    if like.kind is Kind.PERCENTAGE:
        return f"{number}%"
    return f"${number}" if "$" in like.text else number
