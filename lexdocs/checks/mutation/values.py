"""Other values for an input, as counsel would type them: a small step, a large one, an odd one.

The first that the terms allow are taken; the later ones stand in where a term cannot take the first.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from typing import Any

from lexdocs.notation.day_counts import NAMES
from lexdocs.notation.error import NotationError
from lexdocs.notation.forms import parse, write
from lexdocs.notation.identifiers import check_digit
from lexdocs.notation.units import Day, Moment, Rounding, Unit, Value

WORDS = "Quillon Vesper & O’Hare"
MORE_WORDS = "Thistlewood *Arkwright* <b>Fenn</b> of Yarrow"
PLACES = ("London", "Chicago", "New York City")
_TELEPHONES = ("(646) 555-0142", "(303) 555-0187")
_PARTS = tuple(Fraction(*part) for part in ((1, 2), (1, 4), (2, 3), (1, 5)))
_DAYS = (1, -1, 31, -31, 366, -366, 7)
MOST = 3


def others(unit: Unit, value: Value, written: str | None = None) -> tuple[str, ...]:
    """Other values of a unit in writing, those first that tell most.

    >>> others(Unit.MONEY, Fraction(38_517_000))[:3]
    ('$38,518,000', '$77,034,000', '$38,517,000.37')
    >>> others(Unit.FLAG, True), others(Unit.RATE, Fraction(9, 100))[:2]
    (('no',), ('9 1/8%', '10%'))
    """
    kind: type = type(value)
    if issubclass(kind, Enum) and kind is not Rounding:
        return tuple(str(each.value) for each in kind if each != value)
    found = []
    for other in _VALUES[unit](value):
        text = other if isinstance(other, str) and unit is not Unit.ROUNDING else _typed(unit, other)
        if text is not None and text != written and read(unit, text) not in (None, value):
            found.append(text)
    return tuple(dict.fromkeys(found))


def first(unit: Unit) -> tuple[str, ...]:
    """Values for a term that is not there yet."""
    return _FIRST[unit]


def _typed(unit: Unit, value: Any) -> str | None:
    try:
        return write(value, unit)
    except NotationError:
        return None


def read(unit: Unit, text: str) -> Value | None:
    """The value that a text says; None where it says none of the unit."""
    try:
        return parse(unit, text)
    except NotationError:
        return None


def last_place(value: Fraction) -> Fraction:
    """What one more in the last digit that is not nought makes.

    >>> last_place(Fraction(38_517_000)), last_place(Fraction("2.55"))
    (Fraction(1000, 1), Fraction(1, 100))
    """
    step = Fraction(1)
    if value == 0:
        return Fraction(1000)
    while (value / step).denominator != 1 and step > Fraction(1, 10**6):
        step /= 10
    while (value / (step * 10)).denominator == 1 and step < value:
        step *= 10
    return step


def _money(value: Any) -> Iterator[Any]:
    value = Fraction(value)
    step = last_place(value)
    if value == 0:
        yield from (Fraction(1000), Fraction(5000), Fraction(1), Fraction(2000), Fraction("7.37"))
        return
    odd = Fraction("0.37") if value >= 1 else Fraction("0.0037")
    yield from (value + step, value * 2, value + odd, value - step, value / 2, value * 3 / 4, value - odd)
    yield from (value + 10 * step, value - 10 * step, Fraction(0))


def _rate(value: Any) -> Iterator[Any]:
    yield from (value + Fraction(step) for step in ("1/800", "1/100", "0.00137", "-1/800", "-1/100", "-0.00137"))


def _percentage(value: Any) -> Iterator[Any]:
    if value == 0:
        yield from (Fraction("0.28"), Fraction("0.0537"))
        return
    yield from (value - Fraction(1, 100), value / 2, value - Fraction("0.00137"), value + Fraction("0.00137"))
    # A part of three has no decimals: it is tried as another part of the whole.
    yield from (Fraction("0.75"), Fraction("0.5"), Fraction("0.6137"))


def _number(value: Any) -> Iterator[Any]:
    value = Fraction(value)
    if value == 0:
        yield from (Fraction(1), Fraction("2.5"), Fraction("0.37"))
        return
    step = min(last_place(value), Fraction(1))
    yield from (value + step, value * 2, value + Fraction("0.0037"), value - step, value / 2)


def _count(value: Any) -> Iterator[Any]:
    yield from (value + 1, value * 2, value + 7, value - 1, value * 3, value // 2)


def _date(value: Any) -> Iterator[Any]:
    yield from (value + datetime.timedelta(days) for days in _DAYS)


def _day(value: Any) -> Iterator[Any]:
    yield Day(value.month, 15)
    yield Day(value.month, 28 if value.day != 28 else 27)
    yield Day(value.month % 12 + 1, min(value.day, 28))


def _moment(value: Any) -> Iterator[Any]:
    for days in (1, -31, 31, -1, 3):
        yield Moment(value.date + datetime.timedelta(days), value.hour, value.minute, value.place)
    yield Moment(value.date, 17 if value.hour != 17 else 9, 30, value.place)
    yield Moment(value.date + datetime.timedelta(1), 11, 0, value.place)
    yield Moment(value.date + datetime.timedelta(1), 12, 0, value.place)


def _text(value: Any) -> Iterator[Any]:
    yield from (WORDS, MORE_WORDS) if " " in str(value) else ("QVX", WORDS)


def _cusip(value: Any) -> Iterator[Any]:
    issuer = str(value)[:6]
    yield from (f"{issuer} {issue} {check_digit(issuer + issue)}" for issue in ("ZX", "YW"))


def _roundings(value: Any) -> Iterator[Any]:
    yield from (each for each in Rounding if each is not value)


def _day_counts(value: Any) -> Iterator[Any]:
    yield from (name for name in ("Act/360", "30E/360", "Act/365F", *NAMES) if name != value)


_VALUES: Mapping[Unit, Callable[[Any], Iterator[Any]]] = {
    Unit.MONEY: _money, Unit.RATE: _rate, Unit.PERCENTAGE: _percentage, Unit.NUMBER: _number, Unit.COUNT: _count,
    Unit.FRACTION: lambda value: iter([part for part in _PARTS if part != value]), Unit.DATE: _date, Unit.DAY: _day,
    Unit.MOMENT: _moment, Unit.TEXT: _text, Unit.TITLE: _text, Unit.FLAG: lambda value: iter([not value]),
    Unit.CUSIP: _cusip, Unit.TELEPHONE: lambda _value: iter(_TELEPHONES), Unit.ROUNDING: _roundings,
    Unit.DAY_COUNT: _day_counts,
}  # fmt: skip

_FIRST: Mapping[Unit, tuple[str, ...]] = {
    Unit.MONEY: ("$1,250", "$7", "$250,000"), Unit.RATE: ("3 1/8%",), Unit.PERCENTAGE: ("28%", "61.37%"),
    Unit.NUMBER: ("1.5",), Unit.COUNT: ("2", "4"), Unit.FRACTION: ("one-half",), Unit.DATE: (), Unit.DAY: ("May 15",),
    Unit.MOMENT: (), Unit.TEXT: (WORDS,), Unit.TITLE: (WORDS,), Unit.FLAG: ("yes", "no"), Unit.CUSIP: ("037833 10 0",),
    Unit.TELEPHONE: _TELEPHONES, Unit.ROUNDING: tuple(Rounding), Unit.DAY_COUNT: ("Act/360", "30/360"),
}  # fmt: skip


def varied(value: Any) -> Iterator[Any]:
    """Other values of the same Python kind, likely or not: what a rule is tried with, apart from any terms."""
    if isinstance(value, bool):
        yield not value
    elif isinstance(value, Rounding):
        yield from (each for each in Rounding if each is not value)
    elif isinstance(value, int):
        yield from (value + 1, value * 2, 0, 1, value + 1000, max(value - 1, 0))
    elif isinstance(value, Fraction | Decimal):
        yield from _amounts(Fraction(value))
    elif isinstance(value, datetime.date):
        yield from (value + datetime.timedelta(days) for days in (1, -1))
        # Days on which conventions part: ends of months, above all of February.
        yield from (datetime.date(value.year + 1, 3, 1) - datetime.timedelta(1), datetime.date(value.year, 1, 31))
        yield from (value + datetime.timedelta(days) for days in (40, -40, 400, -400, 4000, -4000))
        yield from (datetime.date(value.year // 4 * 4, 2, 29), datetime.date(value.year, 8, 30))
    elif isinstance(value, Day):
        yield from (Day(value.month, 15), Day(value.month % 12 + 1, 28), Day(1, 1))
    elif isinstance(value, Moment):
        yield from (each for each in _moment(value))
        yield Moment(value.date + datetime.timedelta(400), value.hour, value.minute, value.place)
        yield Moment(value.date - datetime.timedelta(400), value.hour, value.minute, value.place)
        yield from (Moment(value.date, hour, 0, value.place) for hour in (0, 12, 24, 9))
        yield from (Moment(value.date, value.hour, value.minute, place) for place in PLACES if place != value.place)
    elif isinstance(value, str):
        yield from (each for each in (WORDS, "QVX", "Act/360", "30E/360") if each != value)


def _amounts(value: Fraction) -> Iterator[Fraction]:
    yield from (value * 2, value / 2, Fraction(0), value + 1, value * 1000, value + Fraction(1, 7), value - 1)
    yield from (Fraction(1), Fraction(10**9), value / 1000)
