"""Dates and days of the year: March 15, 2012 · 2012-03-15 · March 15.

Babel could write these too. The names of the months are needed here in any case, to read dates and to
find them, and a second table could disagree with the first; a test holds this one against Babel's.
"""

from __future__ import annotations

import calendar
import datetime
import re

from lexdocs.errors import nearest
from lexdocs.notation.error import NotationError, quoted
from lexdocs.notation.grammar import GAP, Form, Kind, Start
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
_NUMBER = {name[:3].lower(): number for number, name in enumerate(MONTHS, 1)}
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


def read_date(said: str, original: str) -> datetime.date | None:
    """The date that a text says in any of the forms of `FORMS`, or None."""
    numbers = [int(number) for number in re.findall(r"[0-9]+", said)]
    named = re.search(rf"(?<![a-z])(?:{_MONTH})", said)
    if named:
        # "may" and "march" begin sentences of their own.
        if original.islower():
            return None
        month, (day, year) = _NUMBER[named[0][:3]], numbers
    elif "/" in said:
        month, day, year = numbers
        year += 0 if year > 99 else 1900 if year > 68 else 2000  # POSIX reads two digits so
    else:
        year, month, day = numbers
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None


def _read_day(said: str, original: str) -> Day | None:
    day = int(re.findall(r"[0-9]+", said)[0])
    month = _NUMBER[said[:3]]
    fits = 1 <= day <= calendar.monthrange(_LEAP, month)[1]
    return Day(month, day) if fits and not original.islower() else None


_MONTH = "|".join(name.lower() for name in MONTHS) + r"|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)(?![a-z])\.?"
_WEEKDAY = "(?:" + "|".join(name.lower() for name in WEEKDAYS) + ")"
_DAY = r"[0-3]?[0-9](?:st|nd|rd|th)?"
_YEAR = r"[12][0-9]{3}(?![0-9a-z%]|[,.][0-9])"
# A period after the day is a slip of the typewriter that even published releases have.
LONG_DATE = rf"(?:{_WEEKDAY},?{GAP})?(?:{_MONTH}){GAP}{_DAY}(?:[.,]{GAP}?|{GAP}){_YEAR}"
FIRST_WORD = rf"(?:{_MONTH}|{_WEEKDAY})"
FORMS = (
    Form(Kind.DATE, Start.MONTH, LONG_DATE, read_date),
    Form(Kind.DAY, Start.MONTH, rf"(?:{_MONTH}){GAP}{_DAY}(?![0-9a-z%]|[,./][0-9])", _read_day),
    Form(Kind.DATE, Start.DIGIT, r"[12][0-9]{3}-[01][0-9]-[0-3][0-9](?![0-9a-z])", read_date),
    Form(Kind.DATE, Start.DIGIT, r"[01]?[0-9]/[0-3]?[0-9]/(?:[12][0-9]{3}|[0-9]{2})(?![0-9a-z/])", read_date),
    Form(
        Kind.DATE,
        Start.DIGIT,
        rf"{_DAY}{GAP}(?:of{GAP})?(?:{_MONTH}),?{GAP}{_YEAR}",
        read_date,
    ),
)
