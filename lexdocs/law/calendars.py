"""The calendars of a book: business days of the rules and of payments, with the overrides of its terms."""

from __future__ import annotations

from lexdocs.conventions import deal_calendars
from lexdocs.conventions.calendar import Calendar
from lexdocs.figures.book import FigureBook
from lexdocs.law.looking import each, value


def tender_calendar(book: FigureBook) -> Calendar:
    """The business days of the tender-offer rules (Rule 14d-1(g)(3)), as the terms override them."""
    return deal_calendars.tender_calendar(*_overrides(book))


def payment_calendar(book: FigureBook) -> Calendar:
    """The business days of the deal's payments, as the terms name and override them."""
    return deal_calendars.payment_calendar(value(book, "payment_calendar"), *_overrides(book))


def _overrides(book: FigureBook) -> tuple[dict[str, str], dict[str, str]]:
    days, because = (
        {label: str(figure.value) for label, figure in each(book, name, "calendar_override")}
        for name in ("calendar_override_day", "calendar_override_because")
    )
    return days, because
