"""Dates that must agree with one another: a date that overtakes another is a finding for counsel to mend."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from lexdocs.errors import Where
from lexdocs.figures.book import FigureBook
from lexdocs.figures.figure import Figure
from lexdocs.law.calendars import payment_calendar
from lexdocs.law.finding import Finding, Result, place_of, said
from lexdocs.notation.dates import WEEKDAYS
from lexdocs.notation.forms import write
from lexdocs.notation.units import Unit


def check(book: FigureBook) -> Iterator[Finding]:
    """What of the timetable is out of order; nothing where all of it follows."""
    yield from _before(book, "record_date", "announced", "the record date comes after the announcement")
    yield from _before(book, "expiration_date", "consummation_date", "consummation comes before the expiration")
    yield from _installments(book)
    yield from _steps(book)
    yield from _not_business_days(book)


def _before(book: FigureBook, first: str, second: str, fault: str) -> Iterator[Finding]:
    earlier, later = _date(book, first), _date(book, second)
    if earlier and later and earlier > later:
        yield _against(f"{first} and {second}", f"{fault}: {said(earlier)}, {said(later)}", _place(book, second))


def _installments(book: FigureBook) -> Iterator[Finding]:
    consummation = _date(book, "consummation_date")
    dated = [(figure, figure.value) for figure in _rows(book, "installment_stated_date")]
    for figure, date in dated:
        if consummation and isinstance(date, datetime.date) and date <= consummation:
            says = f"the installment of {said(date)} does not come after consummation on {said(consummation)}"
            yield _against(f"installment {figure.key[0]}", says, place_of(figure))
    dates = [date for _, date in dated if isinstance(date, datetime.date)]
    if dates != sorted(dates):
        yield _against("installments", "the installments are not in the order of their dates", place_of(dated[0][0]))


def _steps(book: FigureBook) -> Iterator[Finding]:
    consummation, maturity = _date(book, "consummation_date"), _date(book, "new_maturity")
    for figure in _rows(book, "step_through"):
        date = figure.value
        if not isinstance(date, datetime.date):
            continue
        if consummation and date <= consummation:
            says = f"the rate to {said(date)} never runs: consummation is on {said(consummation)}"
            yield _against(f"step {figure.key[0]}", says, place_of(figure))
        if maturity and date > maturity:
            yield _against(
                f"maturity {figure.key[0]}",
                f"a rate runs to {said(date)}, past maturity on {said(maturity)}",
                place_of(figure),
            )


def _not_business_days(book: FigureBook) -> Iterator[Finding]:
    """Days on which money should move and banks are closed, for the terms name no rule for them."""
    dates = [(figure, figure.value) for figure in _rows(book, "installment_stated_date")]
    consummation = book.figure("consummation_date") if "consummation_date" in book.shapes else None
    if isinstance(consummation, Figure):
        dates.insert(0, (consummation, consummation.value))
    held = payment_calendar(book)
    for figure, date in dates:
        closed = held.closed_by(date) if isinstance(date, datetime.date) else None
        if isinstance(date, datetime.date) and closed is not None:
            by = "" if closed in WEEKDAYS else f" ({closed})"
            day = f"{write(date, Unit.DATE, style='weekday')} is not a business day{by}"
            says = f"{day}, and the terms do not say what then"
            holidays = held.holidays(date, date)
            where = place_of(figure)
            yield Finding(
                "payment dates", Result.COUNSEL, says, "consistency", where, date.isoformat(), holidays=holidays
            )


def _rows(book: FigureBook, name: str) -> list[Figure]:
    return [each for each in book if each.name == name and isinstance(each, Figure)]


def _date(book: FigureBook, name: str) -> datetime.date | None:
    found = book.figure(name) if name in book.shapes else None
    return found.value if isinstance(found, Figure) and isinstance(found.value, datetime.date) else None


def _against(about: str, says: str, where: Where | None) -> Finding:
    return Finding("timetable", Result.NOT_MET, says, "consistency", where, about)


def _place(book: FigureBook, name: str) -> Where | None:
    found = book.figure(name)
    return place_of(found) if isinstance(found, Figure) else None
