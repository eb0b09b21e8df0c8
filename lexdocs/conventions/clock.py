"""Moments compared: what comes first, where offers name a place whose time they keep."""

from __future__ import annotations

import datetime
from collections.abc import Mapping

from lexdocs.notation.units import Moment

ZONES: Mapping[str, str] = {
    "New York City": "America/New_York", "New York": "America/New_York", "Eastern": "America/New_York",
    "Boston": "America/New_York", "Washington": "America/New_York", "Toronto": "America/Toronto",
    "Chicago": "America/Chicago", "Central": "America/Chicago", "Houston": "America/Chicago",
    "Dallas": "America/Chicago", "Denver": "America/Denver", "Mountain": "America/Denver",
    "Los Angeles": "America/Los_Angeles", "San Francisco": "America/Los_Angeles", "Pacific": "America/Los_Angeles",
    "London": "Europe/London", "Dublin": "Europe/Dublin", "Luxembourg": "Europe/Luxembourg",
    "Brussels": "Europe/Brussels", "Amsterdam": "Europe/Amsterdam", "Paris": "Europe/Paris",
    "Frankfurt": "Europe/Berlin", "Central European": "Europe/Brussels", "Zurich": "Europe/Zurich",
    "Hong Kong": "Asia/Hong_Kong", "Singapore": "Asia/Singapore", "Tokyo": "Asia/Tokyo",
}  # fmt: skip
"""The IANA time zone of each place that offers name."""

_START = datetime.datetime(1, 1, 1)  # noqa: DTZ001  a count of minutes from any start will do
_MINUTE = datetime.timedelta(minutes=1)


def local_minutes(moment: Moment) -> int:
    """Minutes of the moment on its own place's clock; 12 midnight on a date ends that date.

    >>> end = Moment(datetime.date(2012, 7, 6), 24, 0, "Chicago")
    >>> local_minutes(end) == local_minutes(Moment(datetime.date(2012, 7, 7), 0, 0, "Chicago"))
    True
    """
    return ((moment.date - datetime.date.min).days * 24 + moment.hour) * 60 + moment.minute


def universal_minutes(moment: Moment) -> int:
    """Minutes of the moment in universal time. `KeyError` for a place whose time zone is not known here.

    >>> friday = datetime.date(2012, 7, 6)
    >>> noon, later = Moment(friday, 12, 0, "Chicago"), Moment(friday, 17, 0, "London")
    >>> universal_minutes(later) - universal_minutes(noon)
    -60
    """
    from zoneinfo import ZoneInfo

    local = datetime.datetime.combine(moment.date, datetime.time()) + _MINUTE * (moment.hour * 60 + moment.minute)
    there = local.replace(tzinfo=ZoneInfo(ZONES[moment.place]))
    passed = there.replace(tzinfo=None) - (there.utcoffset() or datetime.timedelta()) - _START
    return passed // _MINUTE


def at_or_before(first: Moment, second: Moment) -> bool:
    """Whether one moment does not come after another; clocks are compared where their places are the same.

    Raises `KeyError` where places differ and the time zone of one is not known.

    >>> friday = datetime.date(2012, 7, 6)
    >>> at_or_before(Moment(friday, 17, 0, "Elbonia"), Moment(friday, 24, 0, "Elbonia"))
    True
    """
    if first.place == second.place:
        return local_minutes(first) <= local_minutes(second)
    return universal_minutes(first) <= universal_minutes(second)


def comes_after(first: Moment, second: Moment) -> bool:
    """Whether one moment comes after another; by their dates alone where the time zone of a place is not known.

    >>> friday = datetime.date(2012, 7, 6)
    >>> comes_after(Moment(friday, 17, 0, "Chicago"), Moment(friday, 17, 0, "New York City"))
    True
    >>> comes_after(Moment(friday, 17, 0, "Elbonia"), Moment(friday, 9, 0, "New York City"))
    False
    """
    try:
        return not at_or_before(first, second)
    except KeyError:
        return first.date > second.date
