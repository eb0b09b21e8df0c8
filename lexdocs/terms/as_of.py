"""The moment as of which somebody asks: a date, meaning its end, or a time on it."""

from __future__ import annotations

import datetime
import re

from lexdocs.errors import Problem, UsageError, Where
from lexdocs.notation.error import NotationError
from lexdocs.notation.forms import parse
from lexdocs.notation.units import Moment, Unit

_ISO = re.compile(r"(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}):(\d{2}))?")
_REMEDY = "write it like 2012-03-15, 2012-03-15T09:00, or 9:00 a.m., New York City time, on March 15, 2012"


def parse_as_of(text: str) -> Moment:
    """The moment of an `--as-of`; its place is empty where it means the time of the offer's own place.

    Raises `UsageError` where it is neither a date nor a moment.

    >>> parse_as_of("2012-03-15"), parse_as_of("2012-03-15T09:30").hour
    (Moment(date=datetime.date(2012, 3, 15), hour=24, minute=0, place=''), 9)
    """
    said = text.strip()
    try:
        if match := _ISO.fullmatch(said):
            date = datetime.date.fromisoformat(match[1])
            if match[2] is None:
                return Moment(date, 24, 0, "")
            time = datetime.time(int(match[2]), int(match[3]))
            return Moment(date, time.hour, time.minute, "")
        value = parse(Unit.MOMENT if " time" in said else Unit.DATE, said)
    except (NotationError, ValueError):
        raise UsageError(Problem(Where("--as-of"), f'"{text}" is neither a date nor a moment', _REMEDY)) from None
    if isinstance(value, Moment):
        return value
    if isinstance(value, datetime.date):
        return Moment(value, 24, 0, "")
    raise TypeError(f"{value!r} is neither a date nor a moment")
