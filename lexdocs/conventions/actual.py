"""Day counts of the days on the calendar, over a year of fixed length or over the years that they lie in."""

from __future__ import annotations

import calendar
import datetime
from fractions import Fraction

LEAP_YEAR, COMMON_YEAR = 366, 365


def actual_days(start: datetime.date, end: datetime.date) -> int:
    """Days on the calendar from the start to the end, the end excluded.

    >>> actual_days(datetime.date(2012, 2, 1), datetime.date(2012, 3, 1))
    29
    """
    return (end - start).days


def days_in_leap_years(start: datetime.date, end: datetime.date) -> int:
    """Those of the days from the start to the end that lie in leap years; the end must not come first.

    >>> days_in_leap_years(datetime.date(2011, 12, 1), datetime.date(2012, 2, 1))
    31
    """
    return _leap_days_before(end) - _leap_days_before(start)


def _leap_days_before(day: datetime.date) -> int:
    """Days of leap years before a date, since the calendar began."""
    whole = LEAP_YEAR * calendar.leapdays(1, day.year)
    return whole + (day.timetuple().tm_yday - 1 if calendar.isleap(day.year) else 0)


def isda_fraction(start: datetime.date, end: datetime.date) -> Fraction:
    """Actual/Actual (ISDA): days in leap years over 366 and the others over 365.

    2006 ISDA Definitions, section 4.16(b); the EMU and market conventions memorandum of ISDA, 1998–99.

    >>> isda_fraction(datetime.date(2011, 12, 1), datetime.date(2012, 2, 1)) == Fraction(31, 366) + Fraction(31, 365)
    True
    """
    leap = days_in_leap_years(start, end)
    return Fraction(leap, LEAP_YEAR) + Fraction(actual_days(start, end) - leap, COMMON_YEAR)
