"""Moments: 12 midnight, New York City time, on March 15, 2012.

12 midnight on a date ends that date (hour 24 of it), as offers use the words; 12:00 a.m. begins it.
"""

from __future__ import annotations

import re

from lexdocs.notation.dates import LONG_DATE, parse_date, read_date, write_date
from lexdocs.notation.error import NotationError, quoted
from lexdocs.notation.grammar import GAP, Form, Kind, Start
from lexdocs.notation.typography import USUAL, Manner, hold, plain
from lexdocs.notation.units import Moment, TimeOfDay, Value

EXAMPLE = "write it like 5:00 p.m., New York City time, on March 15, 2012"
_PARTS = re.compile(r"(.+?), ((?:[A-Z][A-Za-z.]*)(?: [A-Z][A-Za-z.]*)*) time, on (.+)")
_CLOCK = re.compile(r"(1[0-2]|[1-9])(?::([0-5][0-9]))? ?(a|p)\.?m\.?")
STYLES = ("time", "date")


def parse_moment(text: str) -> Moment:
    """A date and a time of day, in the time of a named place.

    >>> parse_moment("12 midnight, New York City time, on March 15, 2012").hour
    24
    """
    said = plain(text)
    match = _PARTS.fullmatch(said)
    if match is None:
        if re.fullmatch(r".+, on [^,]+, [0-9]{4}", said) and " time" not in said:
            raise NotationError(f"{quoted(text)} does not say in which place's time", EXAMPLE)
        raise NotationError(f"{quoted(text)} is not a moment", EXAMPLE)
    time = _clock(match[1])
    if time is None:
        raise NotationError(f'{quoted(text)} is not a moment: "{match[1]}" is not a time of day', EXAMPLE)
    try:
        date = parse_date(match[3])
    except NotationError as error:
        raise NotationError(f"{quoted(text)} is not a moment: {error.what}", EXAMPLE) from None
    return Moment(date, *time, match[2])


def _clock(said: str) -> tuple[int, int] | None:
    if re.fullmatch(r"(?:12(?::00)? ?)?midnight", said):
        return 24, 0
    if re.fullmatch(r"(?:12(?::00)? ?)?noon", said):
        return 12, 0
    match = _CLOCK.fullmatch(said)
    if match is None:
        return None
    return int(match[1]) % 12 + (12 if match[3] == "p" else 0), int(match[2] or 0)


def write_moment(value: Value, manner: Manner = USUAL) -> str:
    """A moment in full, or only its `time` with the place, or only its `date`.

    >>> write_moment(parse_moment("5:00 p.m., New York City time, on March 15, 2012"), Manner("time"))
    '5:00 p.m., New York City time'
    """
    if not isinstance(value, Moment):
        raise TypeError(f"{value!r} is not a moment")
    date = write_date(value.date, Manner(medium=manner.medium))
    if manner.style == "date":
        return date
    time = f"{hold(_time(value.hour, value.minute), manner.medium)}, {value.place} time"
    return time if manner.style == "time" else f"{time}, on {date}"


def _time(hour: int, minute: int) -> str:
    if (hour, minute) == (24, 0):
        return "12 midnight"
    if (hour, minute) == (12, 0):
        return "12 noon"
    if not (0 <= hour < 24 and 0 <= minute < 60):
        raise NotationError(f"there is no time of day {hour}:{minute:02}", "hours run from 0 to 24:00")
    return f"{hour % 12 or 12}:{minute:02} {'p' if hour >= 12 else 'a'}.m."


def _read_time(said: str, original: str) -> TimeOfDay | None:
    """A time of day, with its place if the text names one."""
    match = re.fullmatch(r"([^,]*?(?:[ap]\.? ?m\.?|midnight|noon|[0-9]))(?:,? ((?:[a-z.]+ )+)time)?", said)
    if match is None:
        return None
    clock = match[1].replace("o'clock ", "")
    time = _clock(re.sub(r"([ap])\.? ?m\.?$", r"\1.m.", clock))
    if time is None:
        hours, _, minutes = clock.partition(":")
        if not minutes.isdigit() or int(hours) > 23:
            return None
        time = int(hours), int(minutes)
    if match[2] is None:
        return TimeOfDay(*time)
    place = original[match.start(2) : match.end(2)].strip()
    words = place.split()
    if not all(word[0].isupper() for word in words):
        return None
    # A heading in capitals means the same place.
    return TimeOfDay(*time, " ".join(word.capitalize() for word in words) if place.isupper() else place)


def _read_moment(said: str, original: str) -> Moment | None:
    cut = said.index(" time") + len(" time")
    time = _read_time(said[:cut], original[:cut])
    date = read_date(said[cut:], original[cut:])
    if time is None or time.place is None or date is None:
        return None
    return Moment(date, time.hour, time.minute, time.place)


_MERIDIEM = rf"{GAP}?(?:o'clock{GAP})?(?:[ap]\.{GAP}?m\.|[ap]m(?![a-z]))"
_NAMED = rf"{GAP}?(?:midnight|noon)(?![a-z])"
_TWELVE_HOURS = rf"(?:1[0-2]|0?[1-9])(?::[0-5][0-9])?{_MERIDIEM}"
_TIME = rf"(?:12(?::00)?{_NAMED}|{_TWELVE_HOURS}|(?:[01]?[0-9]|2[0-3]):[0-5][0-9](?![0-9a-z:]))"
_ZONE = rf",?{GAP}(?:[a-z][a-z.]*{GAP}){{1,4}}?time(?![a-z])"
_ON = rf",?{GAP}(?:on{GAP})?{LONG_DATE}"
_WORD = r"(?:midnight|noon)(?![a-z])"
FORMS = (
    Form(Kind.MOMENT, Start.DIGIT, _TIME + _ZONE + _ON, _read_moment),
    Form(Kind.TIME, Start.DIGIT, _TIME + _ZONE, _read_time),
    Form(Kind.TIME, Start.DIGIT, _TIME, _read_time),
    Form(Kind.MOMENT, Start.LETTER, _WORD + _ZONE + _ON, _read_moment),
    Form(Kind.TIME, Start.LETTER, _WORD + _ZONE, _read_time),
    Form(Kind.TIME, Start.LETTER, _WORD, _read_time),
)
