"""The business days of a deal: the calendar of its payments, and dates that are closed or open after all."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from lexdocs.notation.units import Unit
from lexdocs.terms.fields import AxisOf, DateTerm, Section, TextTerm, leaf, part


class CalendarName(StrEnum):
    """The calendars that are known by name."""

    FEDERAL = "US federal"
    SEC = "SEC business day"
    NEW_YORK_STOCK_EXCHANGE = "New York Stock Exchange"
    TARGET = "TARGET"
    LONDON = "London"


class DayIs(StrEnum):
    """What a date is against its calendar."""

    OPEN = "open"
    CLOSED = "closed"


class DeliveryDays(StrEnum):
    """Which days are counted to the end of a guaranteed delivery."""

    TRADING = "trading days"
    BUSINESS = "business days"


class OverrideTerms(Section):
    """A date that is a business day, or is none, against every calendar of the deal."""

    date: DateTerm = leaf("calendar_override_date", "Date on which the calendars of the deal are overridden")
    day: Annotated[DayIs, Unit.TEXT] = leaf("calendar_override_day", "Whether that date is open or closed")
    because: TextTerm = leaf("calendar_override_because", "Why that is so: the order, notice or statute that says it")


class CalendarTerms(Section):
    """The business days of the deal. Those of the tender-offer rules are the rules' own, but for the overrides."""

    business_days: Annotated[CalendarName | None, Unit.TEXT] = leaf(
        "payment_calendar",
        "Calendar of the days on which payments are made; business days of the tender-offer rules if none is named",
        pending=True,
    )
    overrides: Annotated[tuple[OverrideTerms, ...], AxisOf("calendar_override", lambda each: each.date.isoformat())] = (
        part("dates that are closed or open against the calendars, each with the source that says so", default=())
    )
