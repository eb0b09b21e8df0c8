"""The legal public holidays of the United States by the law's own rules, so that a count of days needs no library.

5 U.S.C. 6103(a) names the days, 6103(b) and Executive Order 11582 (1971) say that one on a Saturday is
observed on the Friday before and one on a Sunday on the Monday after. A test holds every year against the
library from which the other calendars come.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

_DAY = datetime.timedelta(days=1)
_MONDAY, _THURSDAY, _SATURDAY, _SUNDAY = 0, 3, 5, 6


@dataclass(frozen=True)
class _Holiday:
    """A holiday from its first to its last year: on a day of a month, or on the nth weekday of one (-1: the last)."""

    name: str
    month: int
    day: int = 0
    weekday: int = _MONDAY
    nth: int = 0
    first: int = 1971
    last: int = 9999

    def in_year(self, year: int) -> datetime.date:
        if self.day:
            return datetime.date(year, self.month, self.day)
        if self.nth < 0:
            end = datetime.date(year, self.month + 1, 1) - _DAY
            return end - _DAY * ((end.weekday() - self.weekday) % 7)
        start = datetime.date(year, self.month, 1)
        return start + _DAY * ((self.weekday - start.weekday()) % 7 + 7 * (self.nth - 1))


_HOLIDAYS = (
    _Holiday("New Year's Day", 1, day=1),
    _Holiday("Martin Luther King Jr. Day", 1, nth=3, first=1986),  # Public Law 98-144
    _Holiday("Washington's Birthday", 2, nth=3),
    _Holiday("Memorial Day", 5, nth=-1),
    _Holiday("Juneteenth National Independence Day", 6, day=19, first=2021),  # Public Law 117-17
    _Holiday("Independence Day", 7, day=4),
    _Holiday("Labor Day", 9, nth=1),
    _Holiday("Columbus Day", 10, nth=2),
    _Holiday("Veterans Day", 10, nth=4, last=1977),  # Public Law 90-363, until Public Law 94-97
    _Holiday("Veterans Day", 11, day=11, first=1978),
    _Holiday("Thanksgiving Day", 11, weekday=_THURSDAY, nth=4),
    _Holiday("Christmas Day", 12, day=25),
)


def federal_holidays_of(year: int) -> dict[datetime.date, str]:
    """The holidays that fall or are observed in a year, by date; one that falls on a weekend is there twice.

    >>> [f"{day}: {name}" for day, name in federal_holidays_of(2010).items()][-2:]
    ['2010-12-25: Christmas Day', "2010-12-31: New Year's Day (observed)"]
    """
    # New Year's Day on a Saturday is observed on the last day of the year before.
    found = [*_days(year), *(each for each in _days(year + 1) if each[0].year == year)]
    return dict(sorted(each for each in found if each[0].year == year))


def _days(year: int) -> Iterator[tuple[datetime.date, str]]:
    for holiday in _HOLIDAYS:
        if holiday.first <= year <= holiday.last:
            day = holiday.in_year(year)
            yield day, holiday.name
            if day.weekday() >= _SATURDAY:
                yield day + (_DAY if day.weekday() == _SUNDAY else -_DAY), f"{holiday.name} (observed)"
