"""Rule 14e-1(b) and (d): how long an offer stays open after a change, and when an extension is announced."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from lexdocs.conventions.calendar import Calendar
from lexdocs.conventions.clock import at_or_before
from lexdocs.conventions.rolling import nth_business_day
from lexdocs.figures.book import FigureBook
from lexdocs.figures.figure import Figure
from lexdocs.law.calendars import tender_calendar
from lexdocs.law.counting import count_open, passed_over
from lexdocs.law.finding import Finding, Result, many, place_of, said, under
from lexdocs.law.in_force import Force, form_of
from lexdocs.law.life import later, terminated
from lexdocs.law.looking import each, fixed, value
from lexdocs.law.relief import Period, period_of
from lexdocs.notation.forms import write
from lexdocs.notation.units import Moment, Unit
from lexdocs.offers.timetable import EASTERN
from lexdocs.terms.event_terms import AmendmentClass, EventKind

_NO_HOUR = (
    "its file gives a date without an hour, which counts as the end of that day: that would be late, and the hour at"
    " which it was announced decides"
)
_DAY = datetime.timedelta(days=1)
_NINE = Moment(datetime.date.min, 9, 0, EASTERN)
_PRICE = (AmendmentClass.CONSIDERATION, AmendmentClass.PERCENTAGE, AmendmentClass.SOLICITING_FEE)


def check(book: FigureBook) -> Iterator[Finding]:
    """A finding for each amendment and for each extension of the offer's life so far."""
    calendar, ended = tender_calendar(book), terminated(book)
    for label, kind in each(book, "event_kind", "event"):
        at = value(book, "event_at", label)
        if not isinstance(at, Moment) or (ended is not None and later(at, ended)):
            continue  # nothing is asked of what is announced after the offer has ended
        if kind.value == EventKind.AMENDMENT or fixed(book, "event_class", label):
            yield _amendment(book, label, at, kind, calendar)
        before, after = (value(book, f"event_expiration_{side}", label) for side in ("before", "after"))
        if isinstance(before, Moment) and isinstance(after, Moment) and later(after, before):
            yield _extension(book, label, at, before, kind, calendar)


def _amendment(book: FigureBook, label: str, at: Moment, kind: Figure, calendar: Calendar) -> Finding:
    where, classed = place_of(kind), value(book, "event_class", label)
    if classed is None:
        says = f"the amendment of {said(at.date)} is not classed; its file must say what it changes"
        return under(form_of("14e-1(b)"), f"amendment {label}", Result.COUNSEL, says, where)
    if classed == AmendmentClass.IMMATERIAL:
        says = f"counsel classes the amendment of {said(at.date)} as immaterial: no further days are needed"
        return under(form_of("14e-1(b)"), f"amendment {label}", Result.MET, says, where)
    if classed == AmendmentClass.PERCENTAGE_EXCEPTED:
        says = (
            f"counsel classes the amendment of {said(at.date)} as an increase of the amount sought by at most two"
            " percent of the class, which the rule excepts"
        )
        return under(form_of("14e-1(b)"), f"amendment {label}", Result.MET, says, where)
    priced = classed in _PRICE
    force = form_of("14e-1(b)" if priced else "14e-1(b), staff guidance")
    expiration = value(book, "event_expiration_after", label)
    if not isinstance(expiration, Moment):
        says = f"the amendment of {said(at.date)}: the expiration then in force is not known"
        return under(force, f"amendment {label}", Result.COUNSEL, says, where, rule="14e-1(b)")
    needed, relief = _needed(force, period_of(book), priced)
    counted = count_open(at.date, expiration, needed, calendar)
    extended = value(book, "expiration")
    since = ""
    if not counted.enough and isinstance(extended, Moment) and later(extended, expiration):
        expiration = extended
        counted, since = count_open(at.date, extended, needed, calendar), ", extended since"
    ended = terminated(book)
    if ended is not None and later(expiration, ended):
        counted = count_open(at.date, ended, needed, calendar)
        says = (
            f"the amendment of {said(at.date)} changes {_classed(str(classed))}; the offer was terminated on"
            f" {said(ended.date)}, open {many(len(counted.days), 'business day')} from then"
        )
        result = Result.MET if counted.enough else Result.COUNSEL
        return under(force, f"amendment {label}", result, says, where, rule="14e-1(b)", days=counted.days)
    open_for = many(len(counted.days), "business day")
    says = (
        f"the amendment of {said(at.date)} changes {_classed(str(classed))}; open"
        f" {open_for} from then to the expiration{since}, at least {needed} are needed{relief}: {counted}"
    )
    result = Result.MET if counted.enough else Result.NOT_MET
    return under(
        force, f"amendment {label}", result, says, where, rule="14e-1(b)", days=counted.days, holidays=counted.holidays
    )


def _needed(force: Force, period: Period | None, priced: bool) -> tuple[int, str]:
    if period is None or period.changes is None or period.standing is not Result.MET:
        return force.days, ""
    return period.changes[0 if priced else 1], f" under the {period.force.rule}"


def _classed(text: str) -> str:
    return {
        AmendmentClass.CONSIDERATION: "the consideration",
        AmendmentClass.PERCENTAGE: "the percentage sought",
        AmendmentClass.SOLICITING_FEE: "the soliciting fee",
    }.get(AmendmentClass(text), "other material terms")


def _extension(
    book: FigureBook, label: str, at: Moment, before: Moment, kind: Figure, calendar: Calendar
) -> Finding:  # fmt: skip
    day = nth_business_day(before.date + _DAY, 1, calendar)
    due, skipped = Moment(day, _NINE.hour, _NINE.minute, _NINE.place), calendar.holidays(before.date, day)
    by, expired = write(due, Unit.MOMENT), said(before.date)
    says = f"the extension of {said(at.date)} was due by {by}, after the expiration on {expired}"
    result, more = _announced(book, label, at, due)
    says = "; ".join([f"{says}; {more}", *passed_over(skipped)])
    return under(form_of("14e-1(d)"), f"extension {label}", result, says, place_of(kind), days=(day,), holidays=skipped)


def _announced(book: FigureBook, label: str, at: Moment, due: Moment) -> tuple[Result, str]:
    """Whether an extension was announced by its hour, with the amount tendered, and how that was seen."""
    timed, tendered = bool(value(book, "event_is_timed", label)), fixed(book, "event_tendered", label)
    on_time, when = _on_time(at, due, timed), write(at, Unit.MOMENT) if timed else f"on {said(at.date)}"
    if on_time is False:
        late = "it was announced" if timed else "at whatever hour, it was announced"
        return Result.NOT_MET, f"{late} {when}"
    if on_time is None:
        return Result.COUNSEL, "its place's clock is not known here" if timed else _NO_HOUR
    if tendered is None:
        # Without a log, an extension and an amendment that extends are not read: what is left took the register's word.
        told = "tender log" if fixed(book, "tenders_are_logged") else "register"
        says = f"its file does not say how much was tendered; the release takes that from the {told}"
        return Result.COUNSEL, f"announced {when}; {says}"
    return Result.MET, f"announced {when}, with {write(tendered.value, Unit.MONEY)} tendered"


def _on_time(at: Moment, due: Moment, timed: bool) -> bool | None:
    """Whether an announcement came by an hour; None where that cannot be said."""
    if not timed:
        return at.date < due.date or (None if at.date == due.date else False)
    try:
        return at_or_before(at, due)
    except KeyError:
        return at.date < due.date or (None if at.date == due.date else False)
