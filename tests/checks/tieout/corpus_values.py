"""Whether a labelled text says the value of a figure: exactly, rounded, or not at all."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from lexdocs.figures.figure import Figure
from lexdocs.notation.find import Found
from lexdocs.notation.units import Day, Moment, TimeOfDay, Unit

_SHARES = (Unit.RATE, Unit.PERCENTAGE)


def agrees(found: Found, figure: Figure, scale: int = 1) -> bool:
    """Whether what was found is the figure's value; `scale` is 1,000 in a document whose amounts are in thousands."""
    value = figure.value
    if isinstance(value, Moment | datetime.date | Day):
        return _same_time(found.value, value)
    if isinstance(value, str):
        return found.value == value
    said = _number(found.value)
    return said is not None and any(said * factor == _number(value) for factor in _factors(found, figure, scale))


def is_rounding_of(found: Found, figure: Figure, scale: int = 1) -> bool:
    """Whether the figure's value lies within half a unit of the last place that the text prints."""
    said = _number(found.value)
    value = _number(figure.value)
    if said is None or value is None:
        return False
    half = _last_place(found, said) / 2
    return any(abs(said * factor - value) <= half * factor for factor in _factors(found, figure, scale))


def _same_time(said: object, value: Moment | datetime.date | Day) -> bool:
    date = value.date if isinstance(value, Moment) else value
    if isinstance(said, Moment):
        return isinstance(value, Moment) and (said.date, said.hour, said.minute) == (date, value.hour, value.minute)
    if isinstance(said, TimeOfDay):
        return isinstance(value, Moment) and (said.hour, said.minute) == (value.hour, value.minute)
    if isinstance(said, Day):
        return (said.month, said.day) == (date.month, date.day)
    if isinstance(said, datetime.date):
        return said == date
    # The year of a maturity, as titles say it: Senior Notes due 2021.
    return isinstance(date, datetime.date) and _number(said) == date.year


def _factors(found: Found, figure: Figure, scale: int) -> Iterator[Fraction]:
    yield Fraction(1)
    if found.kind.value in ("number", "count") and figure.unit in _SHARES:
        yield Fraction(1, 100)  # a cell under a head that says percent
    if figure.unit is Unit.MONEY:
        yield Fraction(scale)
    if found.kind.value == "percentage" and figure.unit is Unit.MONEY:
        yield Fraction(1000)  # the price of $1,000, in percent of principal


def _number(value: object) -> Fraction | None:
    return Fraction(value) if isinstance(value, int | Fraction | Decimal) and not isinstance(value, bool) else None


def _last_place(found: Found, said: Fraction) -> Fraction:
    """The unit of the last place that is printed: 0.1 million for $27.4 million, ten thousand for 150,000."""
    if found.kind.value == "fraction" or "/" in found.text or not re.search("[0-9]", found.text):
        return Fraction(1, said.denominator) if said.denominator > 1 else _trailing(said)
    digits = re.search(r"[0-9][0-9,]*(?:\.([0-9]+))?", found.text)
    assert digits is not None
    whole = Fraction(digits[0].replace(",", ""))
    scale = abs(said) / whole if whole else Fraction(1)
    return scale * (Fraction(1, 10 ** len(digits[1])) if digits[1] else _trailing(whole))


def _trailing(number: Fraction) -> Fraction:
    zeros = len(str(int(number))) - len(str(int(number)).rstrip("0"))
    return Fraction(10**zeros)
