"""What values of each unit print, in every style and medium: a form that no term asks for may be asked for soon."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Any

from lexdocs.checks.mutation.values import PLACES, varied
from lexdocs.notation.error import NotationError
from lexdocs.notation.forms import STYLES, parse, write
from lexdocs.notation.typography import Medium
from lexdocs.notation.units import Day, Moment, Rounding, Unit

_DAY = datetime.date(2012, 7, 6)
_NUMBERS = tuple(
    Fraction(each)
    for each in (
        "0", "1", "-1", "3", "11", "12", "21", "100", "1000", "1234567", "38517000", "0.005", "0.125", "1/3", "2/3",
        "9.375", "3.65", "24.325", "-1250.5", "0.9998", "1/8", "999999999999.99",
    )
)  # fmt: skip
_SAMPLES: Mapping[Unit, tuple[Any, ...]] = {
    Unit.MONEY: _NUMBERS, Unit.NUMBER: _NUMBERS, Unit.RATE: tuple(each / 100 for each in _NUMBERS),
    Unit.PERCENTAGE: tuple(each / 100 for each in _NUMBERS), Unit.COUNT: (0, 1, 2, 3, 12, 20, 21, 100, 1234, 1234567),
    Unit.FRACTION: tuple(Fraction(top, bottom) for bottom in range(1, 13) for top in range(1, bottom + 1)),
    Unit.DATE: (_DAY, *varied(_DAY)), Unit.DAY: tuple(Day(month, 28) for month in range(1, 13)),
    Unit.MOMENT: tuple(
        Moment(_DAY, hour, minute, place)
        for place in PLACES for hour in (0, 1, 9, 11, 12, 13, 17, 23, 24) for minute in (0, 5, 30, 59)
        if (hour, minute) < (24, 1)
    ),
    Unit.FLAG: (True, False), Unit.ROUNDING: tuple(Rounding),
}  # fmt: skip


def printed(unit: Unit) -> Iterator[str]:
    """What some values of a unit print, a line for each style and medium, and what is read from it again."""
    for value in _SAMPLES.get(unit, ()):
        for style in (None, *STYLES[unit]):
            for medium in Medium:
                try:
                    said = write(value, unit, style=style, medium=medium)
                except (NotationError, ArithmeticError, ValueError, TypeError) as error:
                    said = f"{type(error).__name__}: {error}"
                yield f"{value} {style} {medium} {said} {_read(unit, said) if medium is Medium.PLAIN else ''}"


def _read(unit: Unit, said: str) -> str:
    try:
        return str(parse(unit, said))
    except NotationError as error:
        return str(error)
