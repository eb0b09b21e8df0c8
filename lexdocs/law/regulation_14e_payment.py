"""Rule 14e-1(c): what is offered is paid, and what was tendered returned, promptly after the offer ends.

The rule names no number of days. The settlement cycle of the time is the benchmark.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from lexdocs.conventions.calendar import Calendar
from lexdocs.conventions.rolling import nth_business_day
from lexdocs.figures.book import FigureBook
from lexdocs.figures.figure import Figure
from lexdocs.law.calendars import tender_calendar
from lexdocs.law.counting import business_days_after, passed_over
from lexdocs.law.finding import Finding, Result, many, place_of, said, under
from lexdocs.law.in_force import form_of, in_force
from lexdocs.law.life import terminated
from lexdocs.law.looking import date, each, fixed, value, waits
from lexdocs.terms.event_terms import EventKind

_SETTLEMENTS = ("consummation_date", "settlement_date")
_DAY = datetime.timedelta(days=1)


def check(book: FigureBook) -> Iterator[Finding]:
    """Settlement against the benchmark, each installment after settlement, and notes to be returned."""
    calendar = tender_calendar(book)
    expired = date(book, "expiration_date")
    if expired is None:
        return
    if terminated(book) is None:
        yield from _settlement(book, expired, calendar)
        yield from _installments(book)
    yield from _returned(book)


def _settlement(book: FigureBook, expired: datetime.date, calendar: Calendar) -> Iterator[Finding]:
    rule, name = form_of("14e-1(c)"), next((each for each in _SETTLEMENTS if each in book.shapes), "")
    settled, cycle = fixed(book, name), in_force("settlement cycle", expired)
    if cycle is None or not name:
        return
    if settled is None or not isinstance(settled.value, datetime.date):
        says = f"settlement is not fixed yet: waits for {waits(book, name)}"
        yield under(rule, "settlement", Result.COUNSEL, says)
        return
    if settled.value < expired:
        return  # out of order, which is a finding of the timetable
    days = business_days_after(expired, settled.value, calendar)
    last = nth_business_day(expired + _DAY, cycle.days, calendar)
    prompt, after = settled.value <= last, many(len(days), "business day")
    says = (
        f"settlement on {said(settled.value)} comes {after} after the expiration on {said(expired)}; the benchmark of"
        f" the time is {cycle.asks.removesuffix(' after trade')}, {said(last)} ({cycle.cite}, from {said(cycle.since)})"
    )
    result = Result.MET if prompt else Result.NOT_MET
    skipped = calendar.holidays(expired, max(last, settled.value))
    says = "; ".join([says, *passed_over(skipped)])
    yield under(rule, "settlement", result, says, place_of(settled), days=days, holidays=skipped)


def _installments(book: FigureBook) -> Iterator[Finding]:
    """Consideration that is paid after settlement by the terms themselves: to be explained, not counted."""
    settled = date(book, *_SETTLEMENTS)
    for label, figure in each(book, "installment_stated_date", "installment"):
        if settled is not None and isinstance(figure.value, datetime.date) and figure.value > settled:
            after = many((figure.value - settled).days, "day")
            says = (
                f"the installment of {said(figure.value)} is paid {after} after settlement on {said(settled)}; by"
                " the terms themselves part of the consideration is deferred, which is to be explained"
            )
            yield under(form_of("14e-1(c)"), f"installment {label}", Result.COUNSEL, says, place_of(figure))


def _returned(book: FigureBook) -> Iterator[Finding]:
    for label, kind in each(book, "event_kind", "event"):
        if kind.value == EventKind.TERMINATION:
            ended: Figure | None = fixed(book, "event_at", label)
            done = "without further acceptance" if value(book, "early_tenders_are_paid") else "without acceptance"
            says = f"the offer ended {done}; notes tendered go back promptly, and no term says on which day"
            where = place_of(ended) if ended else place_of(kind)
            yield under(form_of("14e-1(c)"), f"return {label}", Result.COUNSEL, says, where)
