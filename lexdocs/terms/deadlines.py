"""The moments that decide whether a row of the tender log counts: those of the terms as of a moment."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from lexdocs.conventions.clock import universal_minutes
from lexdocs.errors import Problem
from lexdocs.notation.forms import write
from lexdocs.notation.local_times import instant
from lexdocs.notation.units import Moment, Unit
from lexdocs.terms.leaf import Leaf

TERMS = ("expiration", "withdrawal_deadline", "early_deadline")


@dataclass(frozen=True)
class Deadline:
    """A moment of the terms, and the point of local time that it is. At it is in time; after it is late."""

    moment: Moment
    at: datetime.datetime

    def __str__(self) -> str:
        return write(self.moment, Unit.MOMENT)


@dataclass(frozen=True)
class Deadlines:
    """The deadlines of an offer as of a moment, None where the terms have no such deadline.

    `opens` is when tenders may first be made. `withdrawable`: whether they may be withdrawn until the expiration
    where no deadline of withdrawals is given.
    """

    as_of: datetime.datetime
    opens: datetime.datetime | None = None
    expiration: Deadline | None = None
    withdrawal: Deadline | None = None
    early: Deadline | None = None
    withdrawable: bool = True

    @property
    def last_withdrawal(self) -> Deadline | None:
        """The deadline of withdrawals: their own, or else the expiration."""
        return self.withdrawal or self.expiration


def deadlines_of(
    leaves: Iterable[Leaf], as_of: Moment, commencement: Moment, timed: bool, place: str
) -> tuple[Deadlines, list[Problem]]:
    """The deadlines that the leaves of a deal give, in the local time of `place`, in which the log is kept.

    A commencement without a time of day (`timed`) opens the offer as its date begins. A deadline in the time of
    another place whose zone is not known here is a problem, for no row of the log can be held to it.
    """
    problems: list[Problem] = []
    values = {leaf.name: leaf for leaf in leaves if leaf.name in (*TERMS, "tenders_are_withdrawable")}
    found: dict[str, Deadline | None] = dict.fromkeys(TERMS)
    for name in TERMS:
        leaf = values.get(name)
        if leaf is None or not isinstance(leaf.value, Moment):
            continue
        at = _local(leaf.value, place)
        if at is None:
            what = f"{leaf.path}: is {leaf.value.place} time, and the tender log is kept in {place} time"
            problems.append(Problem(leaf.where, what, f"write it in {place} time"))
        else:
            found[name] = Deadline(leaf.value, at)
    opens = commencement if timed else Moment(commencement.date, 0, 0, commencement.place)
    flag = values.get("tenders_are_withdrawable")
    return Deadlines(
        _local(as_of, place) or instant(as_of), _local(opens, place) or instant(opens),
        found["expiration"], found["withdrawal_deadline"], found["early_deadline"],
        flag is None or flag.value is not False,
    ), problems  # fmt: skip


def _local(moment: Moment, place: str) -> datetime.datetime | None:
    """A moment on the clock of a place, or None where its own place's zone, or that one's, is not known."""
    if not place or not moment.place or moment.place == place:
        return instant(moment)
    try:
        there = universal_minutes(moment)
        same = universal_minutes(Moment(moment.date, moment.hour, moment.minute, place))
    except KeyError:
        return None
    return instant(moment) + datetime.timedelta(minutes=there - same)
