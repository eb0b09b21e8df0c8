"""Figures as cells of a CSV file: exact, in plain decimals, and never taken for a formula."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any

from lexdocs.figures.figure import Pending
from lexdocs.figures.lowered import Choice, Place
from lexdocs.figures.lowered import Number as WholeNumber
from lexdocs.figures.record import exact
from lexdocs.notation.decimals import places_needed
from lexdocs.notation.units import Unit

_MOST = 8_000  # cells remembered at a time, so that memory stays flat
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_UNUSUAL = re.compile(r"[,\"\n\r]|^[=+@\t-]").search
_QUOTED = re.compile(r"[,\"\n\r]").search
_CENTS = 2


def text_cell(text: str) -> str:
    r"""A text as a cell: one that a spreadsheet would take for a formula is kept a text.

    >>> print(text_cell("=1+1"), text_cell('Ada "A", Trust'))
    '=1+1 "Ada ""A"", Trust"
    """
    if _UNUSUAL(text) is None:
        return text
    kept = f"'{text}" if text.startswith(_FORMULA) else text
    return '"' + kept.replace('"', '""') + '"' if _QUOTED(kept) else kept


def number_cell(value: Fraction, unit: Unit) -> str:
    """An amount in plain decimals, money with two at least; one that never ends as a quotient.

    >>> number_cell(Fraction("1250.5"), Unit.MONEY), number_cell(Fraction(-1, 8), Unit.NUMBER)
    ('1250.50', '-0.125')
    >>> number_cell(Fraction(1, 3), Unit.NUMBER)
    '1/3'
    """
    needed = places_needed(value)
    if needed is None:
        return str(value)
    places = max(needed, _CENTS if unit is Unit.MONEY else 0)
    digits = str(abs(value.numerator) * 10**places // value.denominator).rjust(places + 1, "0")
    sign = "-" if value < 0 else ""
    return f"{sign}{digits[:-places]}.{digits[-places:]}" if places else sign + digits


def cell(value: Any, unit: Unit) -> str:
    """Any figure as a cell; what is pending is empty.

    >>> cell(Decimal("5.00"), Unit.MONEY), cell(True, Unit.FLAG), cell("-7", Unit.TEXT)
    ('5.00', 'yes', "'-7")
    """
    if isinstance(value, Pending) or value is None:
        return ""
    if isinstance(value, Fraction | Decimal | int) and not isinstance(value, bool):
        return number_cell(Fraction(value), unit)
    return text_cell(exact(value))


class _Remembered(dict[int, str]):
    """Cells of whole numbers over a denominator, written once while they are remembered."""

    def __init__(self, bottom: int, unit: Unit) -> None:
        super().__init__()
        self.bottom, self.unit = bottom, unit
        needed = places_needed(Fraction(1, bottom))
        self.least = _CENTS if unit is Unit.MONEY else 0
        self.places = 0 if needed is None else max(needed, self.least)
        self.times = 0 if needed is None else 10**self.places // bottom

    def __missing__(self, whole: int) -> str:
        if len(self) >= _MOST:
            self.clear()
        if self.times and whole >= self.bottom:
            digits = str(whole * self.times)
            places = self.places
            while places > self.least and digits[-1] == "0":
                digits, places = digits[:-1], places - 1
            written = f"{digits[:-places]}.{digits[-places:]}" if places else digits
        else:
            written = number_cell(Fraction(whole, self.bottom), self.unit)
        self[whole] = written
        return written


class Cells:
    """Writes columns of figures as cells, from what lowered functions give for them."""

    def __init__(self) -> None:
        self.remembered: dict[tuple[int, bool], _Remembered] = {}

    def column(self, place: Place, unit: Unit, given: Sequence[Any]) -> Sequence[str]:
        """The cells of a column; `place` says how what is given is to be read."""
        if isinstance(place, WholeNumber):
            key = place.bottom, unit is Unit.MONEY
            if key not in self.remembered:
                self.remembered[key] = _Remembered(place.bottom, unit)
            return list(map(self.remembered[key].__getitem__, given))
        if isinstance(place, Choice):
            texts = [text_cell(each) for each in place.values]
            return [texts[each] for each in given]
        if set(map(type, given)) != {str}:
            return [cell(each, unit) for each in given]
        # Most columns hold nothing unusual, or commas alone, which one look at all of it tells.
        joined = "\0" + "\0".join(given)
        if any(f"\0{sign}" in joined for sign in _FORMULA) or any(mark in joined for mark in '"\n\r'):
            return [text_cell(each) for each in given]
        return [f'"{each}"' if "," in each else each for each in given] if "," in joined else given
