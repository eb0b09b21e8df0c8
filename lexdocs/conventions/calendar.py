"""Business days of an offer, as the tender-offer rules count them. The door of the holidays library."""

from __future__ import annotations

import datetime
from functools import lru_cache

_DAY = datetime.timedelta(days=1)


@lru_cache(maxsize=256)
def federal_holidays(year: int) -> frozenset[datetime.date]:
    """The federal holidays of the United States observed in a year.

    >>> datetime.date(2012, 7, 4) in federal_holidays(2012)
    True
    """
    from holidays import country_holidays

    # New Year's Day on a Saturday is observed on the last day of the year before.
    days = country_holidays("US", years=[year, year + 1])
    return frozenset(day for day in days if day.year == year)


def is_business_day(day: datetime.date) -> bool:
    """Whether a day is neither a Saturday, a Sunday nor a federal holiday (Rule 14d-1(g)(3))."""
    return day.weekday() < 5 and day not in federal_holidays(day.year)


def business_days(first: datetime.date, last: datetime.date) -> tuple[datetime.date, ...]:
    """The business days from `first` to `last`, both counted.

    >>> len(business_days(datetime.date(2012, 7, 2), datetime.date(2012, 7, 6)))
    4
    """
    length = (last - first).days + 1
    return tuple(day for day in (first + _DAY * step for step in range(length)) if is_business_day(day))
