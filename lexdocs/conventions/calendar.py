"""Calendars by name: which days are business days, and which holiday closes a day. The door of the holidays library.

A business day is any day but a Saturday, a Sunday and a holiday of its calendar. A closing of an exchange is
no federal holiday: September 11 to 14, 2001 are business days under the tender-offer rules. Where a notice or
an order says otherwise for a date, it goes in as an override with its reason.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from types import MappingProxyType

from lexdocs.conventions.federal import federal_holidays_of
from lexdocs.errors import InputError, Problem, Where, nearest

_DAY = datetime.timedelta(days=1)
_SATURDAY = 5
_PROCLAIMED = {datetime.date(1974, 1, 1): "New Year's Day"}
"""Bank holidays of England by proclamation that the library lacks: it has New Year's Day from 1975 only."""

_LAST_YEAR = 2099  # the library knows no year past 2100, and New Year's Day of it may be kept a day before


@dataclass(frozen=True)
class Holiday:
    """A day that is no business day though it is neither a Saturday nor a Sunday, and what closes it."""

    date: datetime.date
    name: str


@dataclass(frozen=True)
class Override:
    """A date that is open or closed against its calendar, and who says so."""

    date: datetime.date
    open: bool
    because: str


@dataclass(frozen=True)
class Calendar:
    """A calendar of business days: its name, what it is, the source of its holidays, and its overrides.

    It is known from `first_year` to `last_year`; a day outside raises `InputError` and is never taken for open.
    """

    name: str
    says: str
    source: str
    key: str
    first_year: int
    last_year: int = _LAST_YEAR
    overrides: tuple[Override, ...] = ()

    def with_overrides(self, overrides: Iterable[Override]) -> Calendar:
        """The same calendar where the overrides, too, hold; a later override of a date takes the earlier's place.

        >>> day = datetime.date(2012, 7, 5)
        >>> SEC.with_overrides([Override(day, False, "order of that day")]).holiday_name(day)
        'order of that day'
        """
        found = {each.date: each for each in (*self.overrides, *overrides)}
        return replace(self, overrides=tuple(found[date] for date in sorted(found)))

    def holiday_name(self, day: datetime.date) -> str | None:
        """The name of the holiday that closes a day, or the reason of the override that does; None for no holiday.

        >>> SEC.holiday_name(datetime.date(2012, 7, 4)), SEC.holiday_name(datetime.date(2012, 7, 5))
        ('Independence Day', None)
        """
        for override in self.overrides:
            if override.date == day:
                return None if override.open else override.because
        _known(self, day.year)
        return _holidays(self.key, day.year).get(day)

    def is_business_day(self, day: datetime.date) -> bool:
        """Whether a day is a business day: no Saturday or Sunday, unless an override opens it, and no holiday.

        >>> SEC.is_business_day(datetime.date(2012, 7, 4)), SEC.is_business_day(datetime.date(2012, 7, 7))
        (False, False)
        """
        for override in self.overrides:
            if override.date == day:
                return override.open
        _known(self, day.year)
        return day.weekday() < _SATURDAY and day not in _holidays(self.key, day.year)

    def closed_by(self, day: datetime.date) -> str | None:
        """What makes a day no business day: its holiday, or the weekend; None for a business day.

        >>> SEC.closed_by(datetime.date(2012, 7, 7)), SEC.closed_by(datetime.date(2012, 7, 6))
        ('Saturday', None)
        """
        if self.is_business_day(day):
            return None
        return self.holiday_name(day) or ("Saturday" if day.weekday() == _SATURDAY else "Sunday")

    def business_days(self, first: datetime.date, last: datetime.date) -> tuple[datetime.date, ...]:
        """The business days from `first` to `last`, both counted.

        >>> len(SEC.business_days(datetime.date(2012, 7, 2), datetime.date(2012, 7, 6)))
        4
        """
        return tuple(day for day in days(first, last) if self.is_business_day(day))

    def holidays(self, first: datetime.date, last: datetime.date) -> tuple[Holiday, ...]:
        """The holidays from `first` to `last` on what would else be business days: those that a count skips.

        >>> SEC.holidays(datetime.date(2012, 7, 1), datetime.date(2012, 9, 30))
        (Holiday(date=datetime.date(2012, 7, 4), name='Independence Day'), \
Holiday(date=datetime.date(2012, 9, 3), name='Labor Day'))
        """
        closed = (day for day in days(first, last) if day.weekday() < _SATURDAY and not self.is_business_day(day))
        return tuple(Holiday(day, self.holiday_name(day) or "") for day in closed)


FEDERAL = Calendar(
    "US federal", "the legal public holidays of the United States, on the days on which they are observed",
    "5 U.S.C. 6103 and Executive Order 11582", "federal", 1971,
)  # fmt: skip
SEC = Calendar(
    "SEC business day", "any day but a Saturday, a Sunday and a federal holiday",
    "Rule 14d-1(g)(3), 17 CFR 240.14d-1(g)(3)", "federal", 1971,
)  # fmt: skip
NEW_YORK_STOCK_EXCHANGE = Calendar(
    "New York Stock Exchange", "the days on which the exchange was or will be open, its special closings among them",
    "rules of the exchange (now Rule 7.2) and its record of special closings", "nyse", 1953,
)  # fmt: skip
TARGET = Calendar(
    "TARGET", "the days on which the payment system of the euro is open",
    "European Central Bank, long-term calendar of December 14, 2000, and its notices for 1999, 2000 and 2001",
    "target", 1999,
)  # fmt: skip
LONDON = Calendar(
    "London", "the days on which banks in London are open: the bank holidays of England and Wales",
    "Banking and Financial Dealings Act 1971 and proclamations under it", "london", 1972,
)  # fmt: skip

CALENDARS: Mapping[str, Calendar] = {
    each.name: each for each in (FEDERAL, SEC, NEW_YORK_STOCK_EXCHANGE, TARGET, LONDON)
}
_SHORT = {
    "federal": FEDERAL, "us federal": FEDERAL, "us": FEDERAL, "sec": SEC, "nyse": NEW_YORK_STOCK_EXCHANGE,
    "new york": NEW_YORK_STOCK_EXCHANGE, "target": TARGET, "target2": TARGET, "london": LONDON,
}  # fmt: skip


def calendar(name: str) -> Calendar:
    """The calendar of a name, in any case, or of its short name; `KeyError`, with the remedy, for another.

    >>> calendar("NYSE").name
    'New York Stock Exchange'
    >>> calendar("Londn")
    Traceback (most recent call last):
        ...
    KeyError: 'did you mean "London"?'
    """
    said = " ".join(name.replace("-", " ").split()).lower()
    full = {known.lower(): each for known, each in CALENDARS.items()} | _SHORT
    if said in full:
        return full[said]
    near = nearest(said, full)
    raise KeyError(f'did you mean "{full[near].name}"?' if near else f"the calendars are {', '.join(CALENDARS)}")


def days(first: datetime.date, last: datetime.date) -> Iterable[datetime.date]:
    """Every day from `first` to `last`, both counted; none where `last` comes before.

    >>> [day.day for day in days(datetime.date(2012, 7, 1), datetime.date(2012, 7, 3))]
    [1, 2, 3]
    """
    return (first + _DAY * step for step in range((last - first).days + 1))


def federal_holidays(year: int) -> frozenset[datetime.date]:
    """The federal holidays of the United States observed in a year.

    >>> datetime.date(2012, 7, 4) in federal_holidays(2012)
    True
    """
    _known(FEDERAL, year)
    return frozenset(_holidays(FEDERAL.key, year))


def is_business_day(day: datetime.date, calendar: Calendar = SEC) -> bool:
    """Whether a day is a business day; of the tender-offer rules where no calendar is named.

    >>> closing = datetime.date(2001, 9, 12)
    >>> is_business_day(closing), is_business_day(closing, NEW_YORK_STOCK_EXCHANGE)
    (True, False)
    """
    return calendar.is_business_day(day)


def business_days(first: datetime.date, last: datetime.date, calendar: Calendar = SEC) -> tuple[datetime.date, ...]:
    """The business days from `first` to `last`, both counted: a start on another day counts from the next.

    >>> len(business_days(datetime.date(2012, 7, 2), datetime.date(2012, 7, 6)))
    4
    """
    return calendar.business_days(first, last)


def _known(calendar: Calendar, year: int) -> None:
    if not calendar.first_year <= year <= calendar.last_year:
        what = f"the holidays of {year} are not known"
        remedy = f"this calendar is known from {calendar.first_year} to {calendar.last_year}"
        raise InputError(Problem(Where(calendar.name), what, remedy))


@lru_cache(maxsize=1024)
def _holidays(key: str, year: int) -> Mapping[datetime.date, str]:
    """The holidays of a year by date, weekends among them: the federal ones by the law, the others by the library."""
    if key == "federal":
        return MappingProxyType(federal_holidays_of(year))
    from holidays import country_holidays, financial_holidays

    years = [year, year + 1]  # a holiday may be observed on the last day of the year before
    if key == "london":
        found = country_holidays("GB", subdiv="ENG", years=years)
        found.update({day: name for day, name in _PROCLAIMED.items() if day.year in years})
    else:
        found = financial_holidays({"nyse": "XNYS", "target": "XECB"}[key], years=years)
    return MappingProxyType({day: name for day, name in sorted(found.items()) if day.year == year})
