"""Business-day conventions: where a date goes that falls on no business day, and counting on from a date."""

from __future__ import annotations

import datetime
from enum import StrEnum

from lexdocs.conventions.calendar import SEC, Calendar

_DAY = datetime.timedelta(days=1)


class Roll(StrEnum):
    """A business-day convention (2006 ISDA Definitions, section 4.12; ICMA Rule 251.1)."""

    NONE = "none"
    FOLLOWING = "following"
    MODIFIED_FOLLOWING = "modified following"
    PRECEDING = "preceding"
    MODIFIED_PRECEDING = "modified preceding"


def adjust(day: datetime.date, roll: Roll, calendar: Calendar) -> datetime.date:
    """The date to which a convention moves a date.

    The modified conventions turn round where the first business day is in another month.

    >>> sunday = datetime.date(2012, 9, 30)
    >>> [str(adjust(sunday, roll, SEC)) for roll in (Roll.NONE, Roll.FOLLOWING, Roll.MODIFIED_FOLLOWING)]
    ['2012-09-30', '2012-10-01', '2012-09-28']
    """
    if roll is Roll.NONE:
        return day
    forward = roll in (Roll.FOLLOWING, Roll.MODIFIED_FOLLOWING)
    moved = _next(day, 1 if forward else -1, calendar)
    if roll in (Roll.FOLLOWING, Roll.PRECEDING) or moved.month == day.month:
        return moved
    return _next(day, -1 if forward else 1, calendar)


def add_business_days(day: datetime.date, count: int, calendar: Calendar = SEC) -> datetime.date:
    """The date a number of business days after a date (before it, for a negative number), the date not counted.

    The settlement of a trade in three days (T+3) is `add_business_days(trade, 3, …)`. With none to add the
    date itself, or the next business day.

    >>> str(add_business_days(datetime.date(2012, 7, 3), 3))
    '2012-07-09'
    """
    if not count:
        return _next(day, 1, calendar)
    step = 1 if count > 0 else -1
    for _ in range(abs(count)):
        day = _next(day + step * _DAY, step, calendar)
    return day


def nth_business_day(start: datetime.date, number: int, calendar: Calendar = SEC) -> datetime.date:
    """The business day of a number, counted as Rule 14d-1(g)(3) counts: the start is the first.

    A start on another day counts from the next business day. Raises `ValueError` for a number below one.

    >>> str(nth_business_day(datetime.date(2012, 7, 2), 20)), str(nth_business_day(datetime.date(2012, 7, 4), 1))
    ('2012-07-30', '2012-07-05')
    """
    if number < 1:
        raise ValueError("business days are counted from one")
    return add_business_days(_next(start, 1, calendar), number - 1, calendar)


def _next(day: datetime.date, step: int, calendar: Calendar) -> datetime.date:
    """The day itself, or the nearest business day in a direction."""
    while not calendar.is_business_day(day):
        day += step * _DAY
    return day
