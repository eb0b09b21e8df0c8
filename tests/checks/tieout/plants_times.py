"""Ways in which dates and times go wrong: the day, the month, the year, the weekday, the hour."""

from __future__ import annotations

import calendar
import re
from random import Random

from lexdocs.notation.dates import MONTHS, WEEKDAYS

_LONG = re.compile(
    rf"(?:(?P<weekday>{'|'.join(WEEKDAYS)}),?\s+)?(?P<month>{'|'.join(MONTHS)})\s+(?P<day>[0-9]{{1,2}})(?![0-9])"
    r"(?:(?P<comma>,)\s+(?P<year>[12][0-9]{3}))?"
)
_YEAR = re.compile(r"(?<![0-9,.$])(?:19|20)[0-9]{2}(?![0-9,%])")
_CLOCK = re.compile(r"(?:12(?::00)?\s)?(?:midnight|noon)|[0-9]{1,2}(?::[0-9]{2})?\s?[ap]\.m\.")
CLOCKS = ("12 midnight", "5:00 p.m.", "11:59 p.m.", "12 noon", "9:00 a.m.")


def _with(said: str, span: tuple[int, int], new: str) -> str:
    return said[: span[0]] + new + said[span[1] :]


def day_off(said: str, chance: Random) -> str | None:
    """A day earlier or later, in the same month.

    >>> day_off("March 31, 2012", Random(1))
    'March 30, 2012'
    """
    date = _LONG.search(said)
    if date is None:
        return None
    day, month = int(date["day"]), MONTHS.index(date["month"]) + 1
    last = calendar.monthrange(int(date["year"] or 2001), month)[1]
    near = [each for each in (day - 1, day + 1) if 1 <= each <= last]
    return _with(said, date.span("day"), str(chance.choice(near)))


def month_off(said: str, chance: Random) -> str | None:
    """The month before or after.

    >>> month_off("March 15, 2012", Random(1))
    'February 15, 2012'
    """
    date = _LONG.search(said)
    if date is None:
        return None
    return _with(said, date.span("month"), MONTHS[(MONTHS.index(date["month"]) + chance.choice((-1, 1))) % 12])


def year_off(said: str, chance: Random) -> str | None:
    """The year before or after.

    >>> year_off("Senior Notes due 2015", Random(1))
    'Senior Notes due 2014'
    """
    year = _YEAR.search(said)
    return _with(said, year.span(), str(int(year[0]) + chance.choice((-1, 1)))) if year else None


def weekday_wrong(said: str, chance: Random) -> str | None:
    """A weekday that the date does not fall on, put in where there is none.

    >>> weekday_wrong("March 15, 2012", Random(1))
    'Tuesday, March 15, 2012'
    """
    date = _LONG.search(said)
    if date is None or not date["year"]:
        return None
    month, day = MONTHS.index(date["month"]) + 1, int(date["day"])
    right = WEEKDAYS[calendar.weekday(int(date["year"]), month, day)]
    wrong = chance.choice([each for each in WEEKDAYS[:5] if each != right])
    if date["weekday"]:
        return _with(said, date.span("weekday"), wrong)
    return _with(said, (date.start("month"), date.start("month")), f"{wrong}, ")


def stop_for_comma(said: str, chance: Random) -> str | None:
    """A period where the comma of a date belongs.

    >>> stop_for_comma("March 15, 2012", Random(1))
    'March 15. 2012'
    """
    date = _LONG.search(said)
    return _with(said, date.span("comma"), ".") if date and date["comma"] else None


def hour_changed(said: str, chance: Random) -> str | None:
    """Another hour: midnight for 5:00 p.m., and the like.

    >>> hour_changed("12 midnight, New York City time", Random(1))
    '11:59 p.m., New York City time'
    """
    clock = _CLOCK.search(said)
    if clock is None:
        return None
    now = " ".join(clock[0].split())
    return _with(said, clock.span(), chance.choice([each for each in CLOCKS if each != now]))


def meridiem_changed(said: str, chance: Random) -> str | None:
    """Morning for afternoon, noon for midnight.

    >>> meridiem_changed("5:00 p.m.", Random(1)), meridiem_changed("12 midnight", Random(1))
    ('5:00 a.m.', '12 noon')
    """
    swapped = {"a.m.": "p.m.", "p.m.": "a.m.", "midnight": "noon", "noon": "midnight"}
    found = re.search(r"(?<![a-z])(?:[ap]\.m\.|midnight|noon)", said)
    return _with(said, found.span(), swapped[found[0]]) if found else None


def has_weekday(said: str) -> bool:
    """Whether a date is said with a day of the week."""
    return any(each in said for each in WEEKDAYS)
