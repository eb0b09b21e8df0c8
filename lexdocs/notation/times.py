"""Moments: 12 midnight, New York City time, on March 15, 2012.

12 midnight on a date ends that date (hour 24 of it), as offers use the words; 12:00 a.m. begins it.
"""

from __future__ import annotations

import datetime
import re

from lexdocs.notation.dates import parse_date, write_date
from lexdocs.notation.error import NotationError, quoted
from lexdocs.notation.grammar import GAP, Form, Kind, Said, Start
from lexdocs.notation.typography import USUAL, Manner, hold, plain
from lexdocs.notation.units import Moment, TimeOfDay, Value
from lexdocs.notation.words import any_of
from lexdocs.notation.written_dates import LONG_DATE, read_date

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
    match = _SAID.fullmatch(said)
    if match is None:
        return None
    time = _clock(_MERIDIEM_SAID.sub(r"\1.m.", match["clock"].replace("o'clock ", "")))
    if time is None:
        hours, _, minutes = match["clock"].partition(":")
        if not minutes.isdigit():
            return None
        time = int(hours), int(minutes)
    if match["zone"]:
        zone = original[match.start("zone") : match.end("zone")]
        return TimeOfDay(*time, _ZONES[match["zone"]]) if zone.isupper() else None
    if match["place"] is None:
        return TimeOfDay(*time)
    place = original[match.start("place") : match.end("place")].strip()
    words = place.split()
    if not all(word[0].isupper() for word in words):
        return None
    # A heading in capitals means the same place.
    return TimeOfDay(*time, " ".join(word.capitalize() for word in words) if place.isupper() else place)


def _read_moment(said: str, original: str) -> Said | None:
    match = _DATED.fullmatch(said)
    if match is None:
        return None
    time = _read_time(match[1], original[: match.end(1)])
    date = read_date(match[2], original[match.start(2) :])
    # Of a date that no calendar has, the time is found by itself.
    if time is None or time.place is None or date is None or not isinstance(date.value, datetime.date):
        return None
    return Said(Moment(date.value, time.hour, time.minute, time.place), fault=date.fault)


_MERIDIEM = rf"{GAP}?(?:o'clock{GAP})?(?:[ap]\.{GAP}?m(?:\.|(?![a-z]))|[ap]m(?![a-z]))"
_NAMED = rf"{GAP}?(?:o'clock{GAP})?(?:midnight|noon)(?![a-z])"
_TWELVE_HOURS = rf"(?:1[0-2]|0?[1-9])(?::[0-5][0-9])?{_MERIDIEM}"
_TIME = rf"(?:12(?::00)?{_NAMED}|{_TWELVE_HOURS}|(?:(?:[01]?[0-9]|2[0-3]):[0-5][0-9]|24:00)(?![0-9a-z:]))"
_ZONES = {
    f"{letter}{middle}t": f"{region}{kind}"
    for letter, region in {"e": "Eastern", "c": "Central", "m": "Mountain", "p": "Pacific"}.items()
    for middle, kind in {"": "", "s": " Standard", "d": " Daylight"}.items()
} | {"gmt": "Greenwich Mean", "utc": "UTC"}
_PLACE = rf"(?:[a-z][a-z.]*{GAP}){{1,4}}?time|(?:[ecmp][sd]?t|gmt|utc)"
_ZONE = rf",?{GAP}(?:(?:{_PLACE})(?![a-z])|\((?:{_PLACE})\))"
_ON = rf",?{GAP}(?:on{GAP})?{LONG_DATE}"
FIRST_WORD = _WORD = r"(?:midnight|noon)(?![a-z])"
_SAID = re.compile(
    r"(?P<clock>(?:12(?::00)? ?)?(?:o'clock )?(?:midnight|noon)"
    r"|[0-9]{1,2}(?::[0-9]{2})?(?: ?(?:o'clock )?[ap]\.? ?m\.?)?)"
    rf"(?:,? \(?(?:(?P<place>(?:[a-z.]+ )+)time|(?P<zone>{any_of(_ZONES)}))\)?)?"
)
_MERIDIEM_SAID = re.compile(r"([ap])\.? ?m\.?$")
_DATED = re.compile(rf"(.+?),? (?:on )?({LONG_DATE})")
FORMS = (
    Form(Kind.MOMENT, Start.DIGIT, _TIME + _ZONE + _ON, _read_moment),
    Form(Kind.TIME, Start.DIGIT, _TIME + _ZONE, _read_time),
    Form(Kind.TIME, Start.DIGIT, _TIME, _read_time),
    Form(Kind.MOMENT, Start.LETTER, _WORD + _ZONE + _ON, _read_moment),
    Form(Kind.TIME, Start.LETTER, _WORD + _ZONE, _read_time),
    Form(Kind.TIME, Start.LETTER, _WORD, _read_time),
)
