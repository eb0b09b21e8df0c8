"""Dates as running text has them: Tuesday, September 4, 2001 · 4th day of September, 2001 · Sept. 4, 2001 · 9/4/01.

A date whose weekday is another one, or whose comma is a period, is that date all the same, and its fault is
named. One that no calendar has is found whole, as `Kind.OTHER`: nobody can say which date is meant.
"""

from __future__ import annotations

import calendar
import datetime
import re

from lexdocs.notation.dates import MONTHS, WEEKDAYS, write_date
from lexdocs.notation.grammar import GAP, Form, Kind, Said, Start
from lexdocs.notation.units import Day
from lexdocs.notation.words import ORDINALS, any_of

_LEAP = 2000  # any leap year: February 29 is a day of some years
_SHORT = 100  # a year below it is written in two digits
_MOST_DAYS = 31
_MONTH_NUMBERS = {name[:3].lower(): number for number, name in enumerate(MONTHS, 1)}
_WEEKDAY_NUMBERS = {name[:3].lower(): number for number, name in enumerate(WEEKDAYS)}
_ORDINAL_DAYS = {
    tens + word: before + number
    for word, number in ORDINALS.items()
    for tens, before in {"": 0, "twenty-": 20, "thirty-": 30}.items()
    if before + number <= _MOST_DAYS and (number < 10 or not tens)
}

_MONTH = "|".join(name.lower() for name in MONTHS) + r"|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)(?![a-z])\.?"
_WEEKDAY = (
    "(?:" + "|".join(name.lower() for name in WEEKDAYS) + r"|(?:mon|tues?|wed|thurs?|thu|fri|sat|sun)(?![a-z])\.?)"
)
_DAY = r"[0-3]?[0-9](?:st|nd|rd|th)?"
_YEAR = r"[12][0-9]{3}(?![0-9a-z%]|[,.][0-9])"
_BEFORE = rf"(?:{_WEEKDAY},?{GAP}(?:the{GAP})?)"
_AFTER = rf"(?:,?{GAP}\((?:a{GAP})?{_WEEKDAY}\)|,{GAP}a{GAP}{_WEEKDAY})?"
# A period after the day is a slip of the typewriter that even published releases have.
_MONTH_FIRST = rf"(?:{_MONTH}){GAP}{_DAY}(?:[.,]{GAP}?|{GAP}){_YEAR}{_AFTER}"
_OF = rf"(?:(?:day{GAP})?of{GAP})?"
_DAY_FIRST = rf"{_DAY}{GAP}{_OF}(?:{_MONTH}),?{GAP}{_YEAR}{_AFTER}"
_ORDINAL_DAY = (
    rf"(?:(?:twenty|thirty)(?:-|{GAP}))?{any_of(ORDINALS)}{GAP}(?:day{GAP})?of{GAP}(?:{_MONTH}),?{GAP}{_YEAR}{_AFTER}"
)
LONG_DATE = rf"{_BEFORE}?(?:{_MONTH_FIRST}|{_DAY_FIRST})"
# What is left of a year behind a day and a comma: "June 20, 016" is no number of anything.
STUMP = Form(
    Kind.OTHER, Start.DIGIT, rf"0[0-9]{{1,2}}{_AFTER}", lambda _said, original: original,
    behind=rf"(?:{_MONTH}){GAP}{_DAY},{GAP}",
)  # fmt: skip
_LETTERS = "".join(sorted({name[0].lower() for name in (*MONTHS, *WEEKDAYS)}))
FIRST_WORD = rf"(?=[{_LETTERS}])(?:{_MONTH}|{_WEEKDAY})"

_NAMED = re.compile(rf"(?<![a-z])(?:{_MONTH})")
_SAID_WEEKDAY = re.compile(rf"(?<![a-z]){_WEEKDAY}")
_PERIOD = re.compile(rf"(?:{_MONTH}) {_DAY}\. ?[12][0-9]{{3}}")


def read_date(said: str, original: str) -> Said | None:
    """The date that a text says in any of the forms of `FORMS` but those in words, or None."""
    numbers = [int(number) for number in re.findall(r"[0-9]+", said)]
    named = _NAMED.search(said)
    if named:
        month = _MONTH_NUMBERS[named[0][:3]]
        day, year = numbers
    elif "/" in said:
        month, day, year = numbers
    else:
        year, month, day = numbers
    # "may" and "march" begin sentences of their own.
    if named and original.islower():
        return None
    if year < _SHORT:
        year += 1900 if year > 68 else 2000  # POSIX reads two digits so
    return _dated(year, month, day, said, original)


def _dated(year: int, month: int, day: int, said: str, original: str) -> Said | None:
    try:
        date = datetime.date(year, month, day)
    except ValueError:
        return _off_the_calendar(year, month, day, original)
    faults = []
    period = _PERIOD.search(said)
    if period:
        faults.append(f'a period stands for the comma: "{original[period.start() : period.end()]}"')
    weekday = _SAID_WEEKDAY.search(said)
    if weekday and _WEEKDAY_NUMBERS[weekday[0][:3]] != date.weekday():
        faults.append(f"{write_date(date)} is a {WEEKDAYS[date.weekday()]}")
    return Said(date, fault="; ".join(faults))


def _off_the_calendar(year: int, month: int, day: int, original: str) -> Said | None:
    if day > _MOST_DAYS:
        return None if original[0].isalpha() else Said(original, fault=f"no month has {day} days", kind=Kind.OTHER)
    if not 1 <= month <= 12:
        return Said(original, fault=f"there is no month {month}", kind=Kind.OTHER)
    last = calendar.monthrange(year or _LEAP, month)[1]
    return Said(original, fault=f"{MONTHS[month - 1]} {year} has {last} days", kind=Kind.OTHER)


def _read_ordinal_date(said: str, original: str) -> Said | None:
    words, year = re.fullmatch(r"([a-z -]+?) (?:day )?of .*?([12][0-9]{3}).*", said, re.DOTALL).groups()  # type: ignore[union-attr]  # the form is one that fits
    named = _NAMED.search(said)
    day = _ORDINAL_DAYS.get(words.replace(" ", "-"))
    if named is None or day is None:
        return None
    return _dated(int(year), _MONTH_NUMBERS[named[0][:3]], day, said, original)


def _read_day(said: str, original: str) -> Day | Said | None:
    day = int(re.findall(r"[0-9]+", said)[0])
    named = _NAMED.search(said)
    if named is None:
        return None
    month = _MONTH_NUMBERS[named[0][:3]]
    last = calendar.monthrange(_LEAP, month)[1]
    if original.islower() or not 1 <= day <= _MOST_DAYS:
        return None
    if day > last:
        return Said(original, fault=f"{MONTHS[month - 1]} has {last} days", kind=Kind.OTHER)
    return Day(month, day)


def _read_month(said: str, original: str) -> datetime.date | None:
    return None if original.islower() else datetime.date(int(said[-4:]), _MONTH_NUMBERS[said[:3]], 1)


FORMS = (
    Form(Kind.DATE, Start.MONTH, LONG_DATE, read_date),
    Form(Kind.DAY, Start.MONTH, rf"(?:{_MONTH}){GAP}{_DAY}(?![0-9a-z%]|[,./][0-9])", _read_day),
    Form(
        Kind.MONTH,
        Start.MONTH,
        rf"(?:{_MONTH})(?:,?{GAP}|{GAP}of{GAP})(?:19|20)[0-9]{{2}}(?![0-9a-z%/]|[,.][0-9])",
        _read_month,
    ),
    Form(Kind.DATE, Start.DIGIT, r"[12][0-9]{3}-[01][0-9]-[0-3][0-9](?![0-9a-z])", read_date),
    Form(Kind.DATE, Start.DIGIT, r"[01]?[0-9]/[0-3]?[0-9]/(?:[12][0-9]{3}|[0-9]{2})(?![0-9a-z/])", read_date),
    Form(Kind.DATE, Start.DIGIT, _DAY_FIRST, read_date),
    # 15 March, as the British write a day of each year, or of a year that is said elsewhere.
    Form(
        Kind.DAY,
        Start.DIGIT,
        rf"[0-3]?[0-9](?:st|nd|rd|th)?{GAP}(?:of{GAP})?(?:{'|'.join(MONTHS).lower()})(?![0-9a-z])(?!,?{GAP}[0-9])",
        _read_day,
    ),
    Form(Kind.DATE, Start.DIGIT, rf"[0-3]?[0-9]-(?:{_MONTH})-(?:{_YEAR}|[0-9]{{2}}(?![0-9a-z]))", read_date),
    Form(Kind.DATE, Start.WORD, _ORDINAL_DAY, _read_ordinal_date),
)
