"""The moments that decide whether a row of the tender log counts: those of the terms as of a moment."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from lexdocs.conventions.clock import universal_minutes
from lexdocs.conventions.deal_calendars import delivery_end
from lexdocs.errors import Problem
from lexdocs.notation.forms import write
from lexdocs.notation.local_times import instant
from lexdocs.notation.units import Moment, Unit
from lexdocs.terms.calendar_terms import DeliveryDays
from lexdocs.terms.event_terms import EventKind
from lexdocs.terms.events import END_OF_DAY, Event
from lexdocs.terms.leaf import Leaf

TERMS = ("expiration", "withdrawal_deadline", "early_deadline")
SETTLEMENTS = ("consummation_date", "settlement_date")


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

    `opens` is when tenders may first be made, `termination` when the offer was ended without a purchase, `delivery` the
    end of the last date on which notes may be delivered that were tendered under a guarantee, `results` when it was
    announced what is accepted, and `settled` the end of the date on which what was tendered is paid for.
    `withdrawable`: whether tenders may be withdrawn until the expiration where no deadline of withdrawals is given.
    `latest`: whether these know of all events of the deal, so that what comes after them comes too late; a moment that
    is looked back to may not.
    """

    as_of: datetime.datetime
    opens: datetime.datetime | None = None
    expiration: Deadline | None = None
    withdrawal: Deadline | None = None
    early: Deadline | None = None
    withdrawable: bool = True
    termination: Deadline | None = None
    settled: Deadline | None = None
    delivery: Deadline | None = None
    results: Deadline | None = None
    latest: bool = False

    @property
    def last_tender(self) -> Deadline | None:
        """When the offer ends: at the expiration, or at a termination before it."""
        return self._before_termination(self.expiration)

    @property
    def last_withdrawal(self) -> Deadline | None:
        """The deadline of withdrawals: their own, or else the expiration; or a termination before it."""
        return self._before_termination(self.withdrawal or self.expiration)

    def _before_termination(self, deadline: Deadline | None) -> Deadline | None:
        ended = self.termination
        return ended if ended is not None and (deadline is None or ended.at < deadline.at) else deadline


def deadlines_of(
    leaves: Sequence[Leaf], as_of: Moment, events: Sequence[Event], place: str, *, latest: bool = False
) -> tuple[Deadlines, list[Problem]]:
    """The deadlines that the leaves of a deal give, in the local time of `place`, in which the log is kept.

    `events` are those up to that moment, and all of the deal where it is the `latest`. A commencement without a time of
    day opens the offer as its date begins; a termination without one ends it as its date does. A deadline in the time
    of another place whose zone is not known here is a problem, for no row of the log can be held to it.
    """
    problems: list[Problem] = []
    values = {leaf.name: leaf for leaf in leaves if leaf.name in (*TERMS, *SETTLEMENTS, "tenders_are_withdrawable")}
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
    start = next((event for event in events if event.kind is EventKind.COMMENCEMENT), events[0])
    opens = start.at if start.timed else Moment(start.date, 0, 0, start.at.place)
    ended = next((event.at for event in events if event.kind is EventKind.TERMINATION), None)
    ends = (event for event in reversed(events) if event.kind in (EventKind.EXPIRATION, EventKind.EXTENSION))
    told = next((event.at if event.kind is EventKind.EXPIRATION else None for event in ends), None)
    paid = next((values[name].value for name in SETTLEMENTS if name in values), None)
    flag = values.get("tenders_are_withdrawable")
    return Deadlines(
        _local(as_of, place) or instant(as_of), _local(opens, place) or instant(opens),
        found["expiration"], found["withdrawal_deadline"], found["early_deadline"],
        flag is None or flag.value is not False,
        None if ended is None else Deadline(ended, _local(ended, place) or instant(ended)),
        _end_of(paid, place) if isinstance(paid, datetime.date) else None,
        _delivery(leaves, place),
        None if told is None else Deadline(told, _local(told, place) or instant(told)),
        latest,
    ), problems  # fmt: skip


def _delivery(leaves: Sequence[Leaf], place: str) -> Deadline | None:
    """The end of the last date of guaranteed delivery; None where none is offered, or no expiration is known."""
    values = {leaf.name: leaf.value for leaf in leaves if not leaf.key}
    ends, days = values.get("expiration"), values.get("guaranteed_delivery_days")
    if not isinstance(ends, Moment) or not isinstance(days, int):
        return None
    overridden = {leaf.key[0]: str(leaf.value) for leaf in leaves if leaf.name == "calendar_override_day"}
    trading = values.get("guaranteed_delivery_counted_in") == DeliveryDays.TRADING
    return _end_of(delivery_end(ends.date, days, trading=trading, overridden=overridden), place)


def _end_of(date: datetime.date, place: str) -> Deadline:
    """The last moment of a date."""
    end = Moment(date, END_OF_DAY, 0, place)
    return Deadline(end, instant(end))


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
