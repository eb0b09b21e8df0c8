"""Tallies of a tender log: what each holding has tendered and withdrawn as of a moment, and what cannot be.

Rows of one moment are one step, tenders before withdrawals, so that their order in the file does not matter.
A withdrawal takes the latest tender first, of the option that it names or of any. What is late or defective counts
only where that was waived.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import groupby
from operator import attrgetter

from lexdocs.errors import Problem, Where
from lexdocs.notation.forms import write
from lexdocs.notation.units import Unit
from lexdocs.terms.deadlines import Deadlines
from lexdocs.terms.frame import SHOWN
from lexdocs.terms.listing import Following, Principal
from lexdocs.terms.tender_faults import fault, waives_nothing
from lexdocs.terms.tenders import Entry


@dataclass(frozen=True)
class NotCounted:
    """A row that does not count as of the moment, and why."""

    entry: Entry
    because: str


@dataclass(frozen=True)
class Lot:
    """What was tendered at one moment for one option, and what of it is left.

    `early`: at or before the early deadline; without one, all tenders are.
    """

    time: datetime.datetime
    option: str
    early: bool
    tendered: Principal
    taken: Principal = 0

    @property
    def left(self) -> Principal:
        """What is tendered and not withdrawn."""
        return self.tendered - self.taken


@dataclass(frozen=True)
class Tally:
    """What one holding has done as of a moment: the rows that count, those that do not, and what is left of lots.

    Principal in dollars, exact. `idle` are rows that count and whose waiver waives nothing.
    """

    tenders: tuple[Entry, ...] = ()
    withdrawals: tuple[Entry, ...] = ()
    not_counted: tuple[NotCounted, ...] = ()
    lots: tuple[Lot, ...] = ()
    idle: tuple[Entry, ...] = ()

    @property
    def tendered(self) -> Principal:
        """All that was tendered, withdrawn since or not."""
        return sum(entry.principal for entry in self.tenders)

    @property
    def withdrawn(self) -> Principal:
        """All that was withdrawn."""
        return sum(entry.principal for entry in self.withdrawals)

    @property
    def valid(self) -> Principal:
        """What is tendered and not withdrawn."""
        return sum(lot.left for lot in self.lots)

    def left(self, option: str | None = None, *, early: bool = False) -> Principal:
        """What is tendered and not withdrawn: for an option or for any, early only or at any time."""
        return sum(
            lot.left for lot in self.lots if (option is None or lot.option == option) and (lot.early or not early)
        )


NOTHING = Tally()


@dataclass(frozen=True)
class TenderLog:
    """The tallies of a log by holding, as of a moment; `later` counts the rows after it."""

    file: str
    tallies: Mapping[str, Tally]
    later: int = 0

    @property
    def not_counted(self) -> tuple[NotCounted, ...]:
        """All rows that do not count, in the order of the file."""
        found = (each for tally in self.tallies.values() for each in tally.not_counted)
        return tuple(sorted(found, key=lambda each: each.entry.line))

    def remarks(self) -> tuple[str, ...]:
        """The rows that do not count as of the moment, a line each, with place and reason."""
        return tuple(f"{self._row(each.entry)}: {each.because}" for each in self.not_counted)

    def idle_waivers(self) -> tuple[str, ...]:
        """The rows that count without the waiver that they have, a line each."""
        found = sorted((each for tally in self.tallies.values() for each in tally.idle), key=attrgetter("line"))
        return tuple(
            f"{self._row(each)}: in time and without defect, so that its waiver waives nothing" for each in found
        )

    def _row(self, entry: Entry) -> str:
        action = "tender" if entry.tenders else "withdrawal"
        return f"{Where(self.file, entry.line)} {action} of {_money(entry.principal)} by {entry.holder}"


def tally(
    holding: str, held: Principal, entries: Sequence[Entry], deadlines: Deadlines, file: str, problems: list[Problem]
) -> Tally:
    """The tally of one holding from its rows, in any order; rows after `deadlines.as_of` are left out.

    What cannot be is added to `problems`: more withdrawn than is tendered, more tendered than is held, rows before
    the offer or after its deadlines.
    """
    counted: list[Entry] = []
    refused: list[NotCounted] = []
    idle: list[Entry] = []
    for entry in entries:
        if entry.time > deadlines.as_of:
            continue
        because = fault(entry, deadlines)
        if isinstance(because, str):
            refused.append(NotCounted(entry, because))
        elif because is not None:
            what, remedy = because
            problems.append(Problem(Where(file, entry.line), f"{holding} {what}", remedy))
        else:
            counted.append(entry)
            if waives_nothing(entry, deadlines):
                idle.append(entry)
    counted.sort(key=attrgetter("time", "line"))
    lots: list[Lot] = []
    gone: set[int] = set()
    for time, moment in groupby(counted, key=attrgetter("time")):
        early = deadlines.early is None or time <= deadlines.early.at
        gone |= _step(holding, held, list(moment), early, lots, refused, file, problems)
    return Tally(
        tuple(each for each in counted if each.tenders),
        tuple(each for each in counted if not each.tenders and each.line not in gone),
        tuple(refused), tuple(lots), tuple(idle),
    )  # fmt: skip


def _step(
    holding: str, held: Principal, moment: list[Entry], early: bool, lots: list[Lot],
    refused: Sequence[NotCounted], file: str, problems: list[Problem],
) -> set[int]:  # fmt: skip
    """Take one moment into the lots. Gives the lines of withdrawals that cannot be, which take nothing."""
    tenders = [each for each in moment if each.tenders]
    for option in sorted({each.option for each in tenders}):
        size = sum(each.principal for each in tenders if each.option == option)
        lots.append(Lot(moment[0].time, option, early, size))
    gone: set[int] = set()
    # Withdrawals that name an option come first: those that do not can take what they leave.
    for option in sorted({each.option for each in moment if not each.tenders}, reverse=True):
        asked = [each for each in moment if not each.tenders and each.option == option]
        size = sum(each.principal for each in asked)
        there = sum(lot.left for lot in lots if not option or lot.option == option)
        if size > there:
            gone |= {each.line for each in asked}
            problems += _too_much_withdrawn(holding, asked, size, there, refused, file)
        else:
            _take(size, option, lots)
    valid = sum(lot.left for lot in lots)
    if tenders and valid > held:
        problems += _too_much_tendered(holding, tenders, valid, held, file)
    return gone


def _take(size: Principal, option: str, lots: list[Lot]) -> None:
    """Take a withdrawal from the latest lots first."""
    for at in range(len(lots) - 1, -1, -1):
        lot = lots[at]
        if size and (not option or lot.option == option):
            part = min(size, lot.left)
            lots[at] = replace(lot, taken=lot.taken + part)
            size -= part


def _too_much_tendered(
    holding: str, tenders: Sequence[Entry], valid: Principal, held: Principal, file: str
) -> list[Problem]:
    """Every tender of a moment with which more is tendered than is held: none of them comes before another."""
    joint = f"this row and others of its moment ({_lines(tenders)})" if len(tenders) > 1 else "this row"
    what = f"{holding} has {_money(valid)} tendered with {joint}, and holds {_money(held)}"
    remedy = "correct the principal, or the holding in the register"
    return [Following(Where(file, each.line), what, remedy) for each in tenders]


def _too_much_withdrawn(
    holding: str, asked: Sequence[Entry], size: Principal, there: Principal, refused: Sequence[NotCounted], file: str
) -> list[Problem]:
    """Every withdrawal of a moment that together take more than there is."""
    option = f" for {asked[0].option}" if asked[0].option else ""
    at = f"when {_money(there)} is tendered{option}" if there else f"when nothing is tendered{option}"
    joint = f", with the other rows of this moment ({_lines(asked)})" if len(asked) > 1 else ""
    what = f"{holding} withdraws {_money(size)} {at}{joint}"
    known = [each.entry for each in refused if each.entry.tenders and each.entry.time <= asked[0].time]
    remedy = "correct the row, or enter the tender that is missing"
    if known:
        remedy = f"if it withdraws the tender of line {known[-1].line}, which does not count, say so under defect"
    return [Following(Where(file, each.line), what, remedy) for each in asked]


def _lines(entries: Sequence[Entry]) -> str:
    """The lines of some rows; of many, the first and how many more there are."""
    lines = sorted(each.line for each in entries)
    said = [str(line) for line in lines[:SHOWN]]
    more = len(lines) - len(said)
    last = f"{more:,} more" if more else said.pop()
    return f"lines {', '.join(said)} and {last}"


def _money(amount: Principal) -> str:
    return write(Fraction(amount), Unit.MONEY)
