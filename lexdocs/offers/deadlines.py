"""Deadlines that rules set: by when an extension must be announced."""

from __future__ import annotations

import datetime

from lexdocs.conventions.calendar import SEC
from lexdocs.figures.rule import rule
from lexdocs.notation.units import Moment, Time

_NINE = 9
EASTERN = "New York City"


def next_business_day(day: datetime.date) -> datetime.date:
    """The first business day after a day.

    >>> next_business_day(datetime.date(2012, 7, 3))
    datetime.date(2012, 7, 5)
    """
    following = day + datetime.timedelta(days=1)
    while not SEC.is_business_day(following):
        following += datetime.timedelta(days=1)
    return following


@rule(cite="Rule 14e-1(d) under the Securities Exchange Act")
def extension_deadline(expiration: Time) -> Time:
    """Time by which an extension must be announced: 9:00 a.m., Eastern time, on the next business day.

    >>> extension_deadline(Moment(datetime.date(2012, 7, 3), 24, 0, "Chicago")).date
    datetime.date(2012, 7, 5)
    """
    return Moment(next_business_day(expiration.date), _NINE, 0, EASTERN)
