"""The moments that decide whether a row of the tender log counts: those of the terms as of a moment."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

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


def deadline(moment: Moment) -> Deadline:
    """A moment of the terms as a deadline."""
    return Deadline(moment, instant(moment))


def deadlines_of(leaves: Iterable[Leaf], as_of: Moment, commencement: Moment | None, timed: bool = False) -> Deadlines:
    """The deadlines that the leaves of a deal give.

    A commencement without a time of day (`timed`) opens the offer as its date begins.
    """
    values = {leaf.name: leaf.value for leaf in leaves if leaf.name in (*TERMS, "tenders_are_withdrawable")}
    found = {name: deadline(value) if isinstance(value := values.get(name), Moment) else None for name in TERMS}
    opens = None
    if commencement is not None:
        opens = instant(commencement if timed else Moment(commencement.date, 0, 0, commencement.place))
    return Deadlines(
        instant(as_of), opens, found["expiration"], found["withdrawal_deadline"], found["early_deadline"],
        values.get("tenders_are_withdrawable") is not False,
    )  # fmt: skip


def places_apart(leaves: Iterable[Leaf]) -> list[Problem]:
    """Deadlines in the time of another place than the expiration's, which no log in local time can be held to."""
    moments = {leaf.name: leaf for leaf in leaves if leaf.name in TERMS and isinstance(leaf.value, Moment)}
    if "expiration" not in moments:
        return []
    place = _place(moments["expiration"])
    return [
        Problem(
            leaf.where, f"{leaf.path}: is {_place(leaf)} time, and the offer expires in {place} time",
            f"write it in {place} time, in which the tender log is kept",
        )
        for name, leaf in moments.items()
        if _place(leaf) != place
    ]  # fmt: skip


def _place(leaf: Leaf) -> str:
    return leaf.value.place if isinstance(leaf.value, Moment) else ""
