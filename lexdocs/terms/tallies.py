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
from lexdocs.terms.listing import Principal
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

    Principal in dollars, exact.
    """

    tenders: tuple[Entry, ...] = ()
    withdrawals: tuple[Entry, ...] = ()
    not_counted: tuple[NotCounted, ...] = ()
    lots: tuple[Lot, ...] = ()

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
        return tuple(
            f"{Where(self.file, each.entry.line)} {'tender' if each.entry.tenders else 'withdrawal'} of "
            f"{_money(each.entry.principal)} by {each.entry.holder}: {each.because}"
            for each in self.not_counted
        )


def tally(
    holding: str, held: Principal, entries: Sequence[Entry], deadlines: Deadlines, file: str, problems: list[Problem]
) -> Tally:
    """The tally of one holding from its rows, in any order; rows after `deadlines.as_of` are left out.

    What cannot be is added to `problems`: more withdrawn than is tendered, more tendered than is held, rows before
    the offer or after its deadlines.
    """
    counted: list[Entry] = []
    refused: list[NotCounted] = []
    for entry in entries:
        if entry.time > deadlines.as_of:
            continue
        because = _fault(entry, deadlines)
        if isinstance(because, str):
            refused.append(NotCounted(entry, because))
        elif because is not None:
            what, remedy = because
            problems.append(Problem(Where(file, entry.line), f"{holding} {what}", remedy))
        else:
            counted.append(entry)
    counted.sort(key=attrgetter("time", "line"))
    lots: list[Lot] = []
    gone: set[int] = set()
    for time, moment in groupby(counted, key=attrgetter("time")):
        early = deadlines.early is None or time <= deadlines.early.at
        gone |= _step(holding, held, list(moment), early, lots, refused, file, problems)
    return Tally(
        tuple(each for each in counted if each.tenders),
        tuple(each for each in counted if not each.tenders and each.line not in gone),
        tuple(refused), tuple(lots),
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
            problems.append(_too_much_withdrawn(holding, asked, size, there, refused, file))
        else:
            _take(size, option, lots)
    valid = sum(lot.left for lot in lots)
    if tenders and valid > held:
        last = max(tenders, key=attrgetter("line"))
        what = f"{holding} has {_money(valid)} tendered with this row, and holds {_money(held)}"
        problems.append(Problem(Where(file, last.line), what, "correct the principal, or the holding in the register"))
    return gone


def _take(size: Principal, option: str, lots: list[Lot]) -> None:
    """Take a withdrawal from the latest lots first."""
    for at in range(len(lots) - 1, -1, -1):
        lot = lots[at]
        if size and (not option or lot.option == option):
            part = min(size, lot.left)
            lots[at] = replace(lot, taken=lot.taken + part)
            size -= part


def _too_much_withdrawn(
    holding: str, asked: Sequence[Entry], size: Principal, there: Principal, refused: Sequence[NotCounted], file: str
) -> Problem:
    option = f" for {asked[0].option}" if asked[0].option else ""
    at = f"when {_money(there)} is tendered{option}" if there else f"when nothing is tendered{option}"
    lines = " and ".join(str(each.line) for each in sorted(asked, key=attrgetter("line")))
    joint = f", with the other rows of this moment (lines {lines})" if len(asked) > 1 else ""
    what = f"{holding} withdraws {_money(size)} {at}{joint}"
    known = [each.entry for each in refused if each.entry.tenders and each.entry.time <= asked[0].time]
    remedy = "correct the row, or enter the tender that is missing"
    if known:
        remedy = f"if it withdraws the tender of line {known[-1].line}, which does not count, say so under defect"
    return Problem(Where(file, max(each.line for each in asked)), what, remedy)


def _fault(entry: Entry, deadlines: Deadlines) -> str | tuple[str, str] | None:
    """Nothing where a row counts, why it does not where that is known, or what is wrong and what to do about it."""
    waived = entry.waiver is not None and entry.waiver.at <= deadlines.as_of
    if not entry.tenders:
        return _fault_of_withdrawal(entry, deadlines, waived)
    if deadlines.opens is not None and entry.time < deadlines.opens:
        if entry.defect and entry.waiver is None:
            return f"before the offer commenced; {entry.defect}"
        return f"tenders on {_said(entry.time)}, before the offer commences", _KNOWN
    late = deadlines.expiration is not None and entry.time > deadlines.expiration.at
    if not (late or entry.defect) or waived:
        return None
    why = "; ".join([*(["late"] if late else []), *([entry.defect] if entry.defect else [])])
    if entry.waiver is not None:
        return f"{why}; waived only on {_said(entry.waiver.at)}"
    if entry.defect:
        return why
    remedy = (
        "write the reason under defect, and it is known not to count; or log who waived that, when and why "
        "(waived_by, waived_at, waived_because)"
    )
    return f"tenders on {_said(entry.time)}, after the expiration, {deadlines.expiration}", remedy


_KNOWN = "correct its time, or write the reason under defect, and it is known not to count"


def _fault_of_withdrawal(entry: Entry, deadlines: Deadlines, waived: bool) -> str | tuple[str, str] | None:
    """As of a withdrawal. A waiver mends its form, but not that it comes when tenders are irrevocable."""
    last = deadlines.last_withdrawal
    irrevocable = deadlines.withdrawal is None and not deadlines.withdrawable
    late = irrevocable or (last is not None and entry.time > last.at)
    if entry.defect and not (waived and not late):
        if entry.waiver is not None and not late:
            return f"{entry.defect}; waived only on {_said(entry.waiver.at)}"
        return f"late; {entry.defect}" if late else entry.defect
    if irrevocable:
        return "withdraws, and tenders cannot be withdrawn in this offer", _KNOWN
    if late:
        return f"withdraws on {_said(entry.time)}, after the last moment for it, {last}", _KNOWN
    return None


def _money(amount: Principal) -> str:
    return write(Fraction(amount), Unit.MONEY)


def _said(time: datetime.datetime) -> str:
    return time.isoformat(" ", "minutes" if not (time.second or time.microsecond) else "auto")
