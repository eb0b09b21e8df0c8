"""Figures as cells of a CSV file: exact, in plain decimals, and never taken for a formula."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from typing import Any

from lexdocs.figures.figure import Pending
from lexdocs.figures.lowering import Choice, Constant, Place
from lexdocs.figures.lowering import Number as WholeNumber
from lexdocs.figures.record import exact
from lexdocs.notation.decimals import places_needed
from lexdocs.notation.units import Unit

_MOST = 20_000  # cells remembered at a time, so that memory stays flat
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_CENTS = 2


def text_cell(text: str) -> str:
    r"""A text as a cell: one that a spreadsheet would take for a formula is kept a text.

    >>> print(text_cell("=1+1"), text_cell('Ada "A", Trust'))
    '=1+1 "Ada ""A"", Trust"
    """
    kept = f"'{text}" if text.startswith(_FORMULA) else text
    if "," in kept or '"' in kept or "\n" in kept or "\r" in kept:
        return '"' + kept.replace('"', '""') + '"'
    return kept


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

    def __missing__(self, whole: int) -> str:
        if len(self) >= _MOST:
            self.clear()
        written = self[whole] = number_cell(Fraction(whole, self.bottom), self.unit)
        return written


def writer_of(place: Place, unit: Unit) -> Callable[[Any], str]:
    """The function that writes a figure as a cell, from what a lowered function gives for it."""
    if isinstance(place, Constant):
        fixed = cell(place.value, unit)
        return lambda _given: fixed
    if isinstance(place, WholeNumber):
        return _Remembered(place.bottom, unit).__getitem__
    if isinstance(place, Choice):
        texts = [text_cell(each) for each in place.values]
        return lambda given: texts[given]
    if unit in (Unit.TEXT, Unit.TITLE):
        return lambda given: text_cell(given) if isinstance(given, str) else cell(given, unit)
    return lambda given: cell(given, unit)
