"""Dates and days of the year: March 15, 2012 · 2012-03-15 · March 15.

Babel could write these too. The names of the months are needed here in any case, to read dates and
(`written_dates`) to find them, and a second table could disagree with the first; a test holds this one against Babel's.
"""

from __future__ import annotations

import calendar
import datetime
import re

from lexdocs.errors import nearest
from lexdocs.notation.error import NotationError, quoted
from lexdocs.notation.typography import USUAL, Manner, hold, plain
from lexdocs.notation.units import Day, Value

DATE_EXAMPLE = "write it like March 15, 2012 or 2012-03-15"
DAY_EXAMPLE = "write it like June 15"
MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_LEAP = 2000  # any leap year: February 29 is a day of some years


def parse_date(text: str) -> datetime.date:
    """A date; one that the calendar does not have is named as such.

    >>> parse_date("March 15, 2012")
    datetime.date(2012, 3, 15)
    """
    said = plain(text)
    iso = re.fullmatch(r"([0-9]{4})-([0-9]{2})-([0-9]{2})", said)
    if iso:
        year, month, day = (int(part) for part in iso.groups())
    else:
        match = re.fullmatch(r"([A-Za-z]+) ([0-9]{1,2}), ([0-9]{4})", said)
        if match is None and re.fullmatch(rf"(?:{'|'.join(WEEKDAYS)}), .+", said):
            raise NotationError(f"{quoted(text)} names a day of the week", "leave it out; it follows from the date")
        if match is None:
            raise NotationError(f"{quoted(text)} is not a date", DATE_EXAMPLE)
        month, day, year = _month(match[1], text, DATE_EXAMPLE), int(match[2]), int(match[3])
    if not 1 <= month <= 12 or year == 0:
        raise NotationError(
            f"{quoted(text)} is not a date: there is no such {'month' if year else 'year'}", DATE_EXAMPLE
        )
    last = calendar.monthrange(year, month)[1]
    if not 1 <= day <= last:
        what = f"{quoted(text)} is not on the calendar: {MONTHS[month - 1]} {year} has {last} days"
        raise NotationError(what, DATE_EXAMPLE)
    return datetime.date(year, month, day)


def parse_day(text: str) -> Day:
    """A day of each year.

    >>> parse_day("June 15")
    Day(month=6, day=15)
    """
    match = re.fullmatch(r"([A-Za-z]+) ([0-9]{1,2})", plain(text))
    if match is None:
        raise NotationError(f"{quoted(text)} is not a day of the year", DAY_EXAMPLE)
    month, day = _month(match[1], text, DAY_EXAMPLE), int(match[2])
    last = calendar.monthrange(_LEAP, month)[1]
    if not 1 <= day <= last:
        what = f"{quoted(text)} is not on the calendar: {MONTHS[month - 1]} has {last} days"
        raise NotationError(what, DAY_EXAMPLE)
    return Day(month, day)


def _month(name: str, text: str, example: str) -> int:
    if name in MONTHS:
        return MONTHS.index(name) + 1
    meant = nearest(name.capitalize(), MONTHS)
    remedy = f'did you mean "{meant}"?' if meant else example
    raise NotationError(f'{quoted(text)} names no month: "{name}"', remedy)


DATE_STYLES = ("long", "iso", "month_day", "weekday")


def write_date(value: Value, manner: Manner = USUAL) -> str:
    """A date in full, or in one of its styles; on paper the day stays with its month.

    >>> date = datetime.date(2012, 3, 15)
    >>> write_date(date), write_date(date, Manner("iso")), write_date(date, Manner("weekday"))
    ('March 15, 2012', '2012-03-15', 'Thursday, March 15, 2012')
    """
    if not isinstance(value, datetime.date):
        raise TypeError(f"{value!r} is not a date")
    if manner.style == "iso":
        return value.isoformat()
    day = hold(f"{MONTHS[value.month - 1]} {value.day}", manner.medium)
    if manner.style == "month_day":
        return day
    weekday = f"{WEEKDAYS[value.weekday()]}, " if manner.style == "weekday" else ""
    return f"{weekday}{day}, {value.year:04}"


def write_day(value: Value, manner: Manner = USUAL) -> str:
    """A day of each year.

    >>> write_day(Day(6, 15))
    'June 15'
    """
    if not isinstance(value, Day):
        raise TypeError(f"{value!r} is not a day of the year")
    return hold(f"{MONTHS[value.month - 1]} {value.day}", manner.medium)
