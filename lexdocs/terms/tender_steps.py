"""The tenders of a holding moment after moment: what is left of them, and what cannot be.

A withdrawal takes the latest tender first, of the option that it names or of any. A row that cannot be is told, and no
other row is blamed for it: a tender that is too much takes no part in what is held against later tenders, and yet can
be withdrawn.
"""

from __future__ import annotations

import datetime
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from lexdocs.errors import Problem, Where
from lexdocs.notation.forms import write
from lexdocs.notation.units import Unit
from lexdocs.terms.frame import SHOWN
from lexdocs.terms.listing import Following, Principal
from lexdocs.terms.tenders import Entry


@dataclass(frozen=True)
class NotCounted:
    """A row that does not count as of the moment, and why."""

    entry: Entry
    because: str


@dataclass(frozen=True)
class Lot:
    """What was tendered at one moment for one option, and what of it is left.

    `early`: at or before the early deadline; without one, all tenders are. One that is `refused` is told to be wrong,
    and there only to be withdrawn. `guaranteed`: its notes have not been delivered yet.
    """

    time: datetime.datetime
    option: str
    early: bool
    tendered: Principal
    taken: Principal = 0
    refused: bool = False
    guaranteed: bool = False

    @property
    def left(self) -> Principal:
        """What is tendered and not withdrawn."""
        return self.tendered - self.taken


@dataclass(frozen=True)
class Step:
    """The rows of a holding, one moment after another; `missing` is told of withdrawals of what is not tendered."""

    holding: str
    held: Principal
    file: str
    wrong: Collection[int]
    refused: Sequence[NotCounted]
    missing: list[Problem]
    as_of: datetime.datetime = datetime.datetime.max  # noqa: DTZ901  local time, as the log's are

    def take(self, moment: Sequence[Entry], early: bool, lots: list[Lot], problems: list[Problem]) -> set[int]:
        """Take one moment into the lots. Gives the lines of withdrawals that cannot be, which take nothing."""
        before, told = list(lots), set(self.wrong)
        while True:
            lots[:] = before
            gone, missing = self._try(moment, early, lots, told)
            sound = [each for each in moment if each.tenders and each.line not in told]
            valid = sum(lot.left for lot in lots if not lot.refused)
            if not sound or valid <= self.held:
                self.missing.extend(missing)
                return gone
            # A tender of more than the whole holding is wrong by itself; those beside it may be right.
            alone = [each for each in sound if each.principal > self.held]
            if 0 < len(alone) < len(sound):
                problems += self._alone(alone, valid - sum(each.principal for each in sound))
            else:
                alone = sound
                problems += _too_much_tendered(self.holding, sound, valid, self.held, self.file)
            told.update(each.line for each in alone)

    def _alone(self, alone: Sequence[Entry], others: Principal) -> list[Problem]:
        """Tenders that are more than is held whatever stands beside them, each told by itself, with all `others`."""
        return [
            problem
            for each in alone
            for problem in _too_much_tendered(self.holding, [each], others + each.principal, self.held, self.file)
        ]

    def _try(
        self, moment: Sequence[Entry], early: bool, lots: list[Lot], told: Collection[int]
    ) -> tuple[set[int], list[Problem]]:
        """Take a moment into the lots, tenders in lines of `told` as refused; and what is withdrawn and not there."""
        tenders = [each for each in moment if each.tenders]
        for kind in sorted({self._lot_of(each, told) for each in tenders}):
            refused, option, guaranteed = kind
            size = sum(each.principal for each in tenders if self._lot_of(each, told) == kind)
            lots.append(Lot(moment[0].time, option, early, size, refused=refused, guaranteed=guaranteed))
        gone: set[int] = set()
        missing: list[Problem] = []
        # Withdrawals that name an option come first: those that do not can take what they leave.
        for option in sorted({each.option for each in moment if not each.tenders}, reverse=True):
            asked = [each for each in moment if not each.tenders and each.option == option]
            size = sum(each.principal for each in asked)
            there = sum(lot.left for lot in lots if not option or lot.option == option)
            if size > there:
                gone |= {each.line for each in asked}
                missing += _too_much_withdrawn(self.holding, asked, size, there, self.refused, self.file)
            else:
                _take(size, option, lots)
        return gone, missing

    def _lot_of(self, entry: Entry, told: Collection[int]) -> tuple[bool, str, bool]:
        """Which tenders of a moment are one lot. Of them those not delivered come last, and are withdrawn first."""
        return entry.line in told, entry.option, undelivered(entry, self.as_of)


def undelivered(entry: Entry, as_of: datetime.datetime) -> bool:
    """Whether the notes of a tender are still to be delivered under a guarantee, as of a moment."""
    guarantee = entry.guarantee
    return guarantee is not None and (guarantee.delivered is None or guarantee.delivered > as_of)


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
    what = f"{holding} has {money(valid)} tendered with {joint}, and holds {money(held)}"
    remedy = "correct the principal, or the holding in the register"
    return [Following(Where(file, each.line), what, remedy) for each in tenders]


def _too_much_withdrawn(
    holding: str, asked: Sequence[Entry], size: Principal, there: Principal, refused: Sequence[NotCounted], file: str
) -> list[Problem]:
    """Every withdrawal of a moment that together take more than there is."""
    option = f" for {asked[0].option}" if asked[0].option else ""
    at = f"when {money(there)} is tendered{option}" if there else f"when nothing is tendered{option}"
    joint = f", with the other rows of this moment ({_lines(asked)})" if len(asked) > 1 else ""
    what = f"{holding} withdraws {money(size)} {at}{joint}"
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


def money(amount: Principal) -> str:
    """An amount as it is written."""
    return write(Fraction(amount), Unit.MONEY)
