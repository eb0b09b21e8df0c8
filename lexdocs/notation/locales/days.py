"""Dates and moments in other languages: 6 de agosto de 2001 · 1er août 2001 · 6. August 2001.

A moment is said by the clock of twenty-four hours: its end of a day, 24:00 on that day, cannot be taken for its
beginning. Babel has the names; how a day of a date and a time of a moment are put is its patterns', but for the first
of a month in French, which they lack.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping

from lexdocs.notation.error import NotationError
from lexdocs.notation.languages import LANGUAGES, months_of, unspaced, weekdays_of
from lexdocs.notation.typography import Manner, Medium
from lexdocs.notation.units import Day, Moment

_FIRST = {"fr": "1er"}
_DAY = {"es": "{day}\u00a0de\u00a0{month}", "fr": "{day}\u00a0{month}", "de": "{day}.\u00a0{month}"}
_YEAR = {"es": "{day} de {year}", "fr": "{day} {year}", "de": "{day} {year}"}
_WEEKDAY = {"es": "{weekday}, {date}", "fr": "{weekday} {date}", "de": "{weekday}, {date}"}
_CLOCK = {"es": "{hour}:{minute}\u00a0horas", "fr": "{hour}\u00a0h\u00a0{minute}", "de": "{hour}:{minute}\u00a0Uhr"}
_MOMENT = {"es": "{time}, del {date}", "fr": "{time}, le {date}", "de": "{time}, am {date}"}
PLACES: Mapping[str, Mapping[str, str]] = {
    "New York City": {"es": "hora de la ciudad de Nueva York", "fr": "heure de New York", "de": "New Yorker Zeit"},
    "New York": {"es": "hora de Nueva York", "fr": "heure de New York (État)", "de": "Zeit in New York"},
    "Eastern": {"es": "hora del Este", "fr": "heure de l'Est", "de": "östliche Zeit"},
    "Central": {"es": "hora del Centro", "fr": "heure du Centre", "de": "mittlere Zeit"},
    "London": {"es": "hora de Londres", "fr": "heure de Londres", "de": "Londoner Zeit"},
    "Luxembourg": {"es": "hora de Luxemburgo", "fr": "heure de Luxembourg", "de": "Luxemburger Zeit"},
    "Frankfurt": {"es": "hora de Fráncfort", "fr": "heure de Francfort", "de": "Frankfurter Zeit"},
    "Paris": {"es": "hora de París", "fr": "heure de Paris", "de": "Pariser Zeit"},
    "Central European": {
        "es": "hora de Europa Central", "fr": "heure d'Europe centrale", "de": "mitteleuropäische Zeit",
    },
    "Boston": {"es": "hora de Boston", "fr": "heure de Boston", "de": "Bostoner Zeit"},
    "Washington": {"es": "hora de Washington", "fr": "heure de Washington", "de": "Washingtoner Zeit"},
    "Toronto": {"es": "hora de Toronto", "fr": "heure de Toronto", "de": "Zeit in Toronto"},
    "Chicago": {"es": "hora de Chicago", "fr": "heure de Chicago", "de": "Zeit in Chicago"},
    "Houston": {"es": "hora de Houston", "fr": "heure de Houston", "de": "Zeit in Houston"},
    "Dallas": {"es": "hora de Dallas", "fr": "heure de Dallas", "de": "Zeit in Dallas"},
    "Denver": {"es": "hora de Denver", "fr": "heure de Denver", "de": "Zeit in Denver"},
    "Mountain": {"es": "hora de la Montaña", "fr": "heure des Rocheuses", "de": "Mountain-Zeit"},
    "Los Angeles": {"es": "hora de Los Ángeles", "fr": "heure de Los Angeles", "de": "Zeit in Los Angeles"},
    "San Francisco": {"es": "hora de San Francisco", "fr": "heure de San Francisco", "de": "Zeit in San Francisco"},
    "Pacific": {"es": "hora del Pacífico", "fr": "heure du Pacifique", "de": "pazifische Zeit"},
    "Dublin": {"es": "hora de Dublín", "fr": "heure de Dublin", "de": "Dubliner Zeit"},
    "Brussels": {"es": "hora de Bruselas", "fr": "heure de Bruxelles", "de": "Brüsseler Zeit"},
    "Amsterdam": {"es": "hora de Ámsterdam", "fr": "heure d'Amsterdam", "de": "Amsterdamer Zeit"},
    "Zurich": {"es": "hora de Zúrich", "fr": "heure de Zurich", "de": "Zürcher Zeit"},
    "Hong Kong": {"es": "hora de Hong Kong", "fr": "heure de Hong Kong", "de": "Hongkonger Zeit"},
    "Singapore": {"es": "hora de Singapur", "fr": "heure de Singapour", "de": "Singapurer Zeit"},
    "Tokyo": {"es": "hora de Tokio", "fr": "heure de Tokyo", "de": "Tokioter Zeit"},
}  # fmt: skip
"""How the time of each place is called; two places never share a name, so that what is printed can be read back."""


def set_date(value: datetime.date, language: str, manner: Manner) -> str:
    """A date in a style.

    >>> set_date(datetime.date(2012, 3, 1), "fr", Manner("weekday"))
    'jeudi 1er mars 2012'
    """
    if manner.style == "iso":
        return value.isoformat()
    said = _day(value.month, value.day, language)
    if manner.style != "month_day":
        said = _YEAR[language].format(day=said, year=f"{value.year:04}")
    if manner.style == "weekday":
        said = _WEEKDAY[language].format(weekday=weekdays_of(language)[value.weekday()], date=said)
    return _for(manner.medium, said)


def set_day(value: Day, language: str, manner: Manner) -> str:
    """A day of each year."""
    return _for(manner.medium, _day(value.month, value.day, language))


def _day(month: int, day: int, language: str) -> str:
    said = _FIRST.get(language, "1") if day == 1 else str(day)
    return _DAY[language].format(day=said, month=months_of(language)[month - 1])


def set_moment(value: Moment, language: str, manner: Manner) -> str:
    """A moment in full, or only its time or its date. `NotationError` for a place whose time has no name here.

    >>> set_moment(Moment(datetime.date(2012, 3, 15), 24, 0, "New York City"), "de", Manner())
    '24:00 Uhr, New Yorker Zeit, am 15. März 2012'
    """
    date = set_date(value.date, language, Manner(medium=manner.medium))
    if manner.style == "date":
        return date
    zone = PLACES.get(value.place, {}).get(language)
    if zone is None:
        what = f'the time of "{value.place}" has no {LANGUAGES[language].name} name'
        raise NotationError(what, f"name another of its zone; there are: {', '.join(PLACES)}")
    clock = _CLOCK[language].format(hour=value.hour, minute=f"{value.minute:02}")
    time = f"{_for(manner.medium, clock)}, {zone}"
    return time if manner.style == "time" else _MOMENT[language].format(time=time, date=date)


def _for(medium: Medium, said: str) -> str:
    return said if medium is Medium.PAPER else unspaced(said)
