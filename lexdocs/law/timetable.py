"""Dates that must agree with one another: a date that overtakes another is a finding for counsel to mend."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from lexdocs.conventions.calendar import Calendar
from lexdocs.conventions.clock import comes_after
from lexdocs.errors import Where
from lexdocs.figures.book import FigureBook
from lexdocs.law.calendars import payment_calendar
from lexdocs.law.finding import Finding, Result, place_of, said
from lexdocs.law.life import terminated
from lexdocs.law.looking import date, each, fixed, labels, rows, value
from lexdocs.notation.dates import WEEKDAYS
from lexdocs.notation.forms import write
from lexdocs.notation.units import Moment, Unit

_SETTLEMENTS = ("consummation_date", "settlement_date", "early_settlement_date", "holdout_payment_date")
_SHOWN = 3


def check(book: FigureBook) -> Iterator[Finding]:
    """What of the timetable is out of order; nothing where all of it follows, and where the offer was terminated."""
    if terminated(book) is not None:
        return
    calendar = payment_calendar(book)
    yield from _before(book, "record_date", "announced", "the record date comes after the announcement")
    for settled in _SETTLEMENTS[:2]:
        yield from _before(book, "expiration_date", settled, f"{_noun(settled)} comes before the expiration")
    for settled in ("expiration_date", *_SETTLEMENTS[:2]):
        yield from _before(book, settled, "warrant_expiration", f"the warrants lapse before the {_noun(settled)}")
    yield from _since_commencement(book)
    yield from _expires(book, calendar)
    yield from _installments(book)
    yield from _steps(book)
    yield from _not_business_days(book, calendar)
    yield from _coupons(book, calendar)


def _noun(name: str) -> str:
    return name.removesuffix("_date").replace("_", " ")


def _before(book: FigureBook, first: str, second: str, fault: str) -> Iterator[Finding]:
    earlier, later = date(book, first), date(book, second)
    if earlier and later and earlier > later:
        about = f"{_noun(first)} and {_noun(second)}"
        yield _against(about, f"{fault}: {said(earlier)}, {said(later)}", _place(book, second))


def _since_commencement(book: FigureBook) -> Iterator[Finding]:
    """The expiration and the deadlines against the commencement, of which all tenders come later."""
    first = next((each for each in labels(book, "event") if value(book, "event_kind", each) == "commencement"), None)
    begun = value(book, "event_at", first) if first else None
    if first is None or not isinstance(begun, Moment):
        return
    for name in ("expiration", "early_deadline", "withdrawal_deadline"):
        ends = value(book, name)
        if not isinstance(ends, Moment):
            continue
        # A commencement without a time of day is somewhere in that day.
        timed = value(book, "event_is_timed", first)
        if comes_after(begun, ends) if timed else begun.date > ends.date:
            noun, written = name.replace("_", " "), (write(each, Unit.MOMENT) for each in (ends, begun))
            said_ends, said_begun = written if timed else (said(ends.date), said(begun.date))
            says = f"the {noun} comes before the commencement: {said_ends}, and the offer commences {said_begun}"
            yield _against(f"commencement and {noun}", says, _place(book, name))


def _expires(book: FigureBook, calendar: Calendar) -> Iterator[Finding]:
    """An expiration on a day on which nobody is at work to tender; it can be meant."""
    day, figure = date(book, "expiration_date"), fixed(book, "expiration")
    closed = calendar.closed_by(day) if day is not None else None
    if day is not None and figure is not None and closed is not None:
        by = "" if closed in WEEKDAYS else f" ({closed})"
        says = f"the offer expires on {_weekday(day)}, which is not a business day{by}"
        yield Finding("timetable", Result.COUNSEL, says, "consistency", place_of(figure), "expiration day")


def _installments(book: FigureBook) -> Iterator[Finding]:
    consummation = date(book, *_SETTLEMENTS[:2])
    stated = each(book, "installment_stated_date", "installment")
    dated = [(label, figure, figure.value) for label, figure in stated if isinstance(figure.value, datetime.date)]
    for label, figure, day in dated:
        if consummation and day <= consummation:
            says = f"the installment of {said(day)} does not come after consummation on {said(consummation)}"
            yield _against(f"installment {label}", says, place_of(figure))
    # The one at consummation counts as its date, but where it comes first: an earlier one is told above.
    first = stated[0][0] if stated else ""
    paid = each(book, "installment_date", "installment")
    dates = [figure.value for _, figure in paid]
    if paid and paid[0][0] != first:
        dates = dates[1:]
    if dated and dates != sorted(dates):  # type: ignore[type-var]  # all are dates
        says = "the installments are not in the order of their dates"
        yield _against("installments", says, place_of(dated[0][1]))


def _steps(book: FigureBook) -> Iterator[Finding]:
    consummation, maturity = date(book, "consummation_date"), date(book, "new_maturity")
    for figure in rows(book, "step_through"):
        day, label = figure.value, ",".join(figure.key)
        if not isinstance(day, datetime.date):
            continue
        if consummation and day <= consummation:
            says = f"the rate to {said(day)} never runs: consummation is on {said(consummation)}"
            yield _against(f"step {label}", says, place_of(figure))
        if maturity and day > maturity:
            says = f"a rate runs to {said(day)}, past maturity on {said(maturity)}"
            yield _against(f"maturity {label}", says, place_of(figure))


def _not_business_days(book: FigureBook, calendar: Calendar) -> Iterator[Finding]:
    """Days on which money should move and banks are closed, for the terms name no rule for them."""
    listed = [fixed(book, name) for name in _SETTLEMENTS]
    listed += [figure for _, figure in each(book, "installment_stated_date", "installment")]
    for figure in listed:
        day = figure.value if figure else None
        closed = calendar.closed_by(day) if isinstance(day, datetime.date) else None
        if figure and isinstance(day, datetime.date) and closed is not None:
            by = "" if closed in WEEKDAYS else f" ({closed})"
            says = f"{_weekday(day)} is not a business day{by}, and the terms do not say what then"
            yield Finding(
                "payment dates", Result.COUNSEL, says, "consistency", place_of(figure), day.isoformat(),
                holidays=calendar.holidays(day, day),
            )  # fmt: skip


def _coupons(book: FigureBook, calendar: Calendar) -> Iterator[Finding]:
    """Interest payments of the new notes on days that are no business days: one line for all of them.

    Where the terms name a convention they say what then, if it is only that no day is moved.
    """
    if fixed(book, "payment_roll"):
        return
    moved = each(book, "period_payment_date", "period") or each(book, "period_end", "period")
    days = [figure.value for _, figure in moved]
    closed = [day for day in days if isinstance(day, datetime.date) and not calendar.is_business_day(day)]
    if not closed:
        return
    listed = ", ".join(_weekday(day) for day in closed[:_SHOWN]) + (", …" if len(closed) > _SHOWN else "")
    says = f"{len(closed)} of {len(days)} interest payments of the new notes fall on no business day: {listed}"
    skipped = tuple(each for day in closed for each in calendar.holidays(day, day))
    yield Finding("payment dates", Result.COUNSEL, says, "consistency", None, "interest", holidays=skipped)


def _weekday(day: datetime.date) -> str:
    return write(day, Unit.DATE, style="weekday")


def _against(about: str, says: str, where: Where | None) -> Finding:
    return Finding("timetable", Result.NOT_MET, says, "consistency", where, about)


def _place(book: FigureBook, name: str) -> Where | None:
    found = fixed(book, name)
    return place_of(found) if found else None
