"""Deadlines that rules set: by when an extension must be announced."""

from __future__ import annotations

from lexdocs.conventions.rolling import add_business_days
from lexdocs.figures.rule import Each, rule
from lexdocs.notation.units import Moment, Text, Time
from lexdocs.offers.business_days import tender_calendar

_NINE = 9
EASTERN = "New York City"


@rule(cite="Rule 14e-1(d) under the Securities Exchange Act")
def extension_deadline(expiration: Time, calendar_override_day: Each[Text]) -> Time:
    """Time by which an extension must be announced: 9:00 a.m., Eastern time, on the next business day.

    >>> import datetime
    >>> extension_deadline(Moment(datetime.date(2012, 7, 3), 24, 0, "Chicago"), {}).date
    datetime.date(2012, 7, 5)
    """
    return Moment(add_business_days(expiration.date, 1, tender_calendar(calendar_override_day)), _NINE, 0, EASTERN)
