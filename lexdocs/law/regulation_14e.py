"""Rule 14e-1(a): how long a tender offer must stay open, counted as Rule 14d-1(g)(3) counts."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from lexdocs.conventions.calendar import Calendar
from lexdocs.errors import Where
from lexdocs.figures.book import FigureBook
from lexdocs.law.calendars import tender_calendar
from lexdocs.law.counting import Counted, count_open
from lexdocs.law.finding import Finding, Result, many, place_of, said, under
from lexdocs.law.in_force import Force, form_of, in_force
from lexdocs.law.life import later, terminated
from lexdocs.law.looking import date, fixed, value, waits
from lexdocs.law.relief import Period, period_of
from lexdocs.notation.units import Moment
from lexdocs.offers.timetable import last_full_day

_STARTS = {
    "announced": ("announcement", "the announcement"),
    "circular_sent": ("sending", "the sending of the circular"),
}


def check(book: FigureBook) -> Iterator[Finding]:
    """Whether the offer is open long enough, from each of the days from which the rule may count."""
    announced, calendar = date(book, "announced"), tender_calendar(book)
    force = (in_force("14e-1(a)", announced) if announced else None) or form_of("14e-1(a)")
    for name, (about, start) in _STARTS.items():
        if name not in book.shapes:
            continue
        day, expiration = date(book, name), value(book, "expiration")
        if day is None or not isinstance(expiration, Moment):
            says = f"cannot be counted from {start} yet: waits for {waits(book, name) or 'offer.expiration'}"
            yield under(force, about, Result.COUNSEL, says)
            continue
        if day < force.since:
            says = f"on {said(day)} the rule was not in force yet"
            yield under(force, about, Result.COUNSEL, says)
            continue
        leaf = fixed(book, name)
        where, ended = place_of(leaf) if leaf else None, terminated(book)
        if ended is not None and not later(ended, expiration):
            yield _ended(force, about, start, day, ended, calendar, where)
            continue
        counted = count_open(day, expiration, force.days, calendar)
        result = Result.MET if counted.enough else Result.NOT_MET
        says = f"open {many(len(counted.days), 'business day')} counted"
        says += f" from {start}, at least {force.days} are needed: {counted}"
        period = None if counted.enough else period_of(book)
        if period is not None:
            result, more = _relieved(period, day, expiration, calendar)
            says = f"{says}; {more}"
        yield under(force, about, result, says, where, days=counted.days, holidays=counted.holidays)


def _ended(
    force: Force, about: str, start: str, day: datetime.date, ended: Moment, calendar: Calendar, where: Where | None
) -> Finding:
    """An offer that was terminated: no deadline is ahead, and the days for which it was open are counted."""
    counted = count_open(day, ended, force.days, calendar)
    says = (
        f"the offer was terminated on {said(ended.date)}, open {many(len(counted.days), 'business day')} counted from"
        f" {start}"
    )
    if not counted.enough:
        says += f"; it ended before the {force.days} business days of the rule, which is for counsel"
    result = Result.MET if counted.enough else Result.COUNSEL
    return under(force, about, result, says, where, days=counted.days)


def _relieved(period: Period, day: datetime.date, expiration: Moment, calendar: Calendar) -> tuple[Result, str]:
    """What elected relief makes of an offer that is open for less than the full period."""
    relief = period.force.rule
    if period.standing is Result.NOT_MET:
        return (
            Result.NOT_MET,
            f"the relief of the {relief}, which is elected, is not to be had: a condition of it is not met",
        )
    if period.calendar:
        last = last_full_day(expiration)
        open_for = max((last - day).days + 1, 0)
        judged = f"under the {relief} {period.days} calendar days are needed, and it is open {open_for}"
        enough = open_for >= period.days
    else:
        short: Counted = count_open(day, expiration, period.days, calendar)
        judged = f"under the {relief} {many(period.days, 'business day')} are needed"
        judged += f": day {period.days} is {said(short.reached)}"
        enough = short.enough
    if not enough:
        return Result.NOT_MET, judged
    if period.standing is Result.COUNSEL:
        return Result.COUNSEL, f"{judged}; whether its conditions hold is for counsel"
    return Result.MET, judged
