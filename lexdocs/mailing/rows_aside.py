"""Rows of a register or of a tender log that are set aside: what they say, why, and that none is lost."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

from lexdocs.errors import InputError, Problem, Where
from lexdocs.mailing.cells import cell, text_cell
from lexdocs.notation.units import Unit
from lexdocs.outputs.files import write_private
from lexdocs.terms.files.records import Aside

TITLES = ("file", "row", "reason", "remedy", "principal", "of")
"""What the heading of a file of exceptions begins with."""


@dataclass(frozen=True)
class RowAside:
    """A row that is set aside: its file and the line or row in which it begins, its cells, and what is wrong with it.

    `holder` is what stands where the identifier does. `principal` is in dollars, None where none can be read; `side`
    says what it is: held, tender, withdrawal, total of a row that adds up others, or nothing if the row does not say.
    """

    file: str
    line: int
    cells: tuple[str, ...]
    reasons: tuple[str, ...]
    remedies: tuple[str, ...]
    holder: str
    principal: Fraction | None
    side: str


@dataclass(frozen=True)
class Counted:
    """A listing with all of its rows: those that it has, those that were kept, and those set aside, by line."""

    file: str
    heading: tuple[str, ...]
    rows: int
    kept: int
    aside: tuple[RowAside, ...]

    def principal(self, side: str) -> Fraction:
        """The principal of the rows set aside, in dollars, as far as it can be read; `side` as for a row."""
        return sum((row.principal for row in self.aside if row.side == side and row.principal is not None), Fraction(0))

    @property
    def sides(self) -> tuple[str, ...]:
        """What the principal of the rows set aside is."""
        return tuple(dict.fromkeys(row.side for row in self.aside if row.principal is not None))

    @property
    def unread(self) -> int:
        """How many of the rows set aside have no principal that can be read."""
        return sum(row.principal is None for row in self.aside)

    def lost(self) -> Problem | None:
        """What is wrong where the rows kept and those set aside are not all rows."""
        if self.rows == self.kept + len(self.aside):
            return None
        what = f"has {self.rows:,} rows, of which {self.kept:,} were kept and {len(self.aside):,} set aside"
        return Problem(Where(self.file), what, "see that nobody writes to it meanwhile, and run it again")


@dataclass(frozen=True)
class Exceptions:
    """What was set aside of the register and of the log, in this order; the log only where there is one.

    `holders` are those in the register of whom a row of the log is set aside, in the order of the log: what is worked
    out for them rests on the rows that are left.
    """

    listings: tuple[Counted, ...]
    holders: tuple[str, ...] = ()

    @property
    def rows(self) -> tuple[RowAside, ...]:
        """Every row that is set aside."""
        return tuple(row for listing in self.listings for row in listing.aside)

    @property
    def aside(self) -> Aside:
        """The rows that are set aside, as those who read the listings ask for them."""
        return {each.file: frozenset(row.line for row in each.aside) for each in self.listings if each.aside}

    def check(self) -> None:
        """Raise `InputError` where a row is neither kept nor set aside."""
        lost = [problem for each in self.listings if (problem := each.lost()) is not None]
        if lost:
            raise InputError(lost)


def write_exceptions(found: Exceptions, path: Path) -> None:
    """Write the rows set aside as a CSV file: file, row, reason, remedy, principal and what it is, and every cell.

    The cells stand under the headings of their own file. No cell can be taken for a formula.
    """
    write_private(path, _lines(found))


def _lines(found: Exceptions) -> Iterator[str]:
    widths = [max([len(each.heading), *(len(row.cells) for row in each.aside)]) for each in found.listings]
    titles: list[str] = []
    for each, width in zip(found.listings, widths, strict=True):
        named = [*each.heading, *(f"beyond {number}" for number in range(1, 1 + width - len(each.heading)))]
        titles += [f"{each.file}: {title.strip()}" for title in named]
    yield _line([*TITLES, *titles])
    for at, each in enumerate(found.listings):
        before, behind = [""] * sum(widths[:at]), [""] * sum(widths[at + 1 :])
        for row in each.aside:
            own = [*row.cells, *[""] * (widths[at] - len(row.cells))]
            said = [row.file, str(row.line), "; ".join(row.reasons), "; ".join(row.remedies)]
            yield _line([*said, _amount(row.principal), row.side, *before, *own, *behind])


def _amount(principal: Fraction | None) -> str:
    return cell(principal, Unit.MONEY)


def _line(cells: Sequence[str]) -> str:
    # An amount below nothing is a number, not a formula.
    first, amount, rest = cells[:4], cells[4], cells[5:]
    return ",".join([*map(text_cell, first), amount, *map(text_cell, rest)]) + "\n"
