"""Tallies of a tender log: what each holding has tendered and withdrawn as of a moment, and what cannot be.

Rows of one moment are one step, tenders before withdrawals, so that their order in the file does not matter.
What is late or defective counts only where that was waived.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter

from lexdocs.errors import Problem, Where
from lexdocs.terms.deadlines import Deadlines
from lexdocs.terms.listing import Following, Principal, Unread
from lexdocs.terms.tender_faults import fault, says_late, waives_nothing
from lexdocs.terms.tender_steps import Lot, NotCounted, Step, money
from lexdocs.terms.tenders import Entry

__all__ = ["NOTHING", "Lot", "NotCounted", "Tally", "TenderLog", "tally", "wrong_already"]


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
    def refused(self) -> tuple[Entry, ...]:
        """The tenders that do not count."""
        return tuple(each.entry for each in self.not_counted if each.entry.tenders)

    @property
    def late(self) -> tuple[Entry, ...]:
        """Of these the ones that came too late."""
        return tuple(each.entry for each in self.not_counted if each.entry.tenders and says_late(each.because))

    @property
    def valid(self) -> Principal:
        """What is tendered and not withdrawn."""
        return sum(lot.left for lot in self.lots)

    @property
    def guaranteed(self) -> tuple[Lot, ...]:
        """The lots whose notes are still to be delivered under a guarantee."""
        return tuple(lot for lot in self.lots if lot.guaranteed)

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
        return f"{Where(self.file, entry.line)} {action} of {money(entry.principal)} by {entry.holder}"


def wrong_already(problems: Iterable[Problem], file: str) -> tuple[frozenset[int], frozenset[str]]:
    """Of the log's file: the lines of which something is told already, and holders of rows that could not be read."""
    told = [each for each in problems if each.where.file == file]
    return (
        frozenset(each.where.line for each in told if not isinstance(each, Following)),
        frozenset(each.holder for each in told if isinstance(each, Unread)),
    )


def tally(
    holding: str, held: Principal, entries: Sequence[Entry], deadlines: Deadlines, file: str, problems: list[Problem],
    wrong: Collection[int] = (), suspects: Collection[str] = (),
) -> Tally:  # fmt: skip
    """The tally of one holding from its rows, in any order; rows after `deadlines.as_of` are left out.

    What cannot be is added to `problems`: more withdrawn than is tendered, more tendered than is held, rows before the
    offer or after its deadlines, those left out too where the deadlines are the latest. Rows in lines of `wrong` are
    told already; `suspects` are holders of whom a row could not be read: what they withdraw may be what it tenders.
    """
    counted: list[Entry] = []
    refused: list[NotCounted] = []
    idle: list[Entry] = []
    for entry in entries:
        later = entry.time > deadlines.as_of
        if later and not deadlines.latest:
            continue
        because = fault(entry, deadlines)
        if later and not isinstance(because, tuple):
            continue
        if isinstance(because, str):
            refused.append(NotCounted(entry, because))
        elif because is not None:
            what, remedy = because
            problems.append(Problem(Where(file, entry.line), f"{holding} {what}", remedy))
        elif entry.tenders or entry.line not in wrong:
            counted.append(entry)
            if waives_nothing(entry, deadlines):
                idle.append(entry)
    counted.sort(key=attrgetter("time", "line"))
    lots: list[Lot] = []
    gone: set[int] = set()
    missing = [] if any(each.holder in suspects for each in entries) else problems
    step = Step(holding, held, file, wrong, refused, missing, deadlines.as_of)
    for time, moment in groupby(counted, key=attrgetter("time")):
        early = deadlines.early is None or time <= deadlines.early.at
        gone |= step.take(list(moment), early, lots, problems)
    return Tally(
        tuple(each for each in counted if each.tenders),
        tuple(each for each in counted if not each.tenders and each.line not in gone),
        tuple(refused), tuple(lots), tuple(idle),
    )  # fmt: skip
