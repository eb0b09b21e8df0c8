"""Times of a log: 2012-03-15 14:05 · 2012-03-15T14:05:30 · 3/15/2012 2:05 PM, and moments in full.

A log is kept in the local time of the offer: its rows are compared with deadlines that are stated so, and a
time with an offset, or a date alone, would have to be guessed at. 24:00, like 12 midnight, ends its date.
"""

from __future__ import annotations

import datetime
import re

from lexdocs.notation.dates import parse_date
from lexdocs.notation.error import NotationError, quoted
from lexdocs.notation.times import parse_moment
from lexdocs.notation.typography import plain
from lexdocs.notation.units import Moment

EXAMPLE = "write it like 2012-03-15 14:05 or 3/15/2012 2:05 PM"
_USUAL = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}[ T][0-9]{2}:[0-9]{2}(?::[0-9]{2})?").fullmatch
_CLOCK = r"([0-9]{1,2}):([0-9]{2})(?::([0-9]{2})(?:[.]([0-9]{1,6}))?)?(?: ?([ap])[.]?m[.]?)?"
_ISO = re.compile(rf"([0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}})[ T]{_CLOCK}", re.IGNORECASE)
_US = re.compile(rf"([0-9]{{1,2}}/[0-9]{{1,2}}/[0-9]{{4}}),? {_CLOCK}", re.IGNORECASE)
_OFFSET = re.compile(r".*[0-9] ?(?:z|utc|gmt|[+-][0-9]{2}:?(?:[0-9]{2})?)", re.IGNORECASE)
_ZONE = re.compile(r".*[0-9ap.m]+ ([A-Z]{2,5}|[A-Z][A-Za-z]+/[A-Z][A-Za-z_]+)")
_SHORT_YEAR = re.compile(r"[0-9]{1,2}/[0-9]{1,2}/[0-9]{2} .*")
_HOURS = 12


def usual_local_time(text: str) -> datetime.datetime | None:
    """A time in the form of ISO 8601, or None: what `parse_local_time` gives, more quickly.

    >>> usual_local_time("2012-03-15 14:05")
    datetime.datetime(2012, 3, 15, 14, 5)
    """
    if _USUAL(text) is None:
        return None
    try:
        return datetime.datetime.fromisoformat(text)
    except ValueError:
        return None


def parse_local_time(text: str, place: str = "") -> datetime.datetime:
    """A local time to the second or finer, without zone; a moment in full must name `place`. Raises `NotationError`.

    >>> parse_local_time("3/15/2012 2:05 PM")
    datetime.datetime(2012, 3, 15, 14, 5)
    >>> parse_local_time("12 midnight, Chicago time, on March 15, 2012", "Chicago")
    datetime.datetime(2012, 3, 16, 0, 0)
    """
    said = plain(text)
    if " time, on " in said:
        moment = parse_moment(text)
        if place and moment.place != place:
            raise NotationError(f"{quoted(text)} is {moment.place} time", f"write the {place} time of the offer")
        return instant(moment)
    american = _US.fullmatch(said)
    match = american or _ISO.fullmatch(said)
    if match is None:
        raise NotationError(*_fault(text, said, place))
    try:
        date = parse_date(_turned(match[1]))
    except NotationError as error:
        raise NotationError(f"{quoted(text)} is not a time: {error.what}", EXAMPLE) from None
    hour, minute, second, part = int(match[2]), int(match[3]), int(match[4] or 0), int((match[5] or "").ljust(6, "0"))
    half = (match[6] or "").lower()
    if american and not half and 0 < hour <= _HOURS:
        remedy = "write AM or PM after it, or write it like 2012-03-15 14:05"
        raise NotationError(f"{quoted(text)} does not say whether it is before noon or after", remedy)
    if half:
        hour = hour % _HOURS + (_HOURS if half == "p" else 0) if 1 <= hour <= _HOURS else -1
    ends = (hour, minute, second, part) == (24, 0, 0, 0)
    if not (ends or (0 <= hour <= 23 and minute <= 59 and second <= 59)):
        raise NotationError(f"{quoted(text)} is not a time: no clock shows it", EXAMPLE)
    return _at(date, hour, minute, second, part)


def _turned(date: str) -> str:
    """An American date with its year first; another as it is."""
    month, _, rest = date.partition("/")
    day, _, year = rest.partition("/")
    return f"{year}-{month:0>2}-{day:0>2}" if rest else date


def instant(moment: Moment) -> datetime.datetime:
    """A moment as a point of its place's local time; 12 midnight is the beginning of the next date.

    >>> instant(Moment(datetime.date(2012, 3, 15), 24, 0, "Chicago"))
    datetime.datetime(2012, 3, 16, 0, 0)
    """
    return _at(moment.date, moment.hour, moment.minute)


def _at(date: datetime.date, hour: int, minute: int, second: int = 0, part: int = 0) -> datetime.datetime:
    # Local times have no zone: that is what makes them local.
    begins = datetime.datetime.combine(date, datetime.time())
    try:
        return begins + datetime.timedelta(hours=hour, minutes=minute, seconds=second, microseconds=part)
    except OverflowError:
        return datetime.datetime.combine(datetime.date.max, datetime.time.max)


def _fault(text: str, said: str, place: str) -> tuple[str, str]:
    local = f"write the local time in {place}" if place else "write the local time of the offer"
    remedy = f"{local} without it, like 2012-03-15 14:05"
    if _OFFSET.fullmatch(said) and ":" in said:
        return f"{quoted(text)} has an offset from universal time", remedy
    if _SHORT_YEAR.fullmatch(said):
        return f"{quoted(text)} gives its year in two digits", "write all four"
    zone = _ZONE.fullmatch(said)
    if zone and ":" in said:
        return f'{quoted(text)} names a zone, "{zone[1]}"', remedy
    try:
        parse_date(_turned(said))
    except NotationError:
        return f"{quoted(text)} is not a time", EXAMPLE
    return f"{quoted(text)} gives no time of day", EXAMPLE
