"""Figures as cells of a CSV file: exact, in plain decimals, and never taken for a formula."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from math import gcd
from typing import Any

from lexdocs.figures.figure import Pending
from lexdocs.figures.lowered import Choice, Place
from lexdocs.figures.lowered import Number as WholeNumber
from lexdocs.figures.record import exact
from lexdocs.notation.decimals import places_needed
from lexdocs.notation.units import Unit

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_FORMULA_SIGNS = frozenset(_FORMULA)
_UNUSUAL = re.compile(r"[,\"\n\r]|^[=+@\t-]").search
_QUOTED = re.compile(r"[,\"\n\r]").search
_CENTS = 2  # decimals
_ALIKE = 4  # numbers to one that are worth a table of them
_CENT = 100  # of a dollar


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
    return _decimal(value.numerator, value.denominator, max(needed, _CENTS if unit is Unit.MONEY else 0))


def _decimal(top: int, bottom: int, places: int) -> str:
    """A quotient that ends, with so many decimals."""
    digits = str(abs(top) * 10**places // bottom).rjust(places + 1, "0")
    sign = "-" if top < 0 else ""
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


def number_cells(column: Sequence[int], bottom: int, unit: Unit) -> list[str]:
    """The cells of whole numbers over a denominator.

    >>> number_cells([125050, -5], 100, Unit.MONEY)
    ['1250.50', '-0.05']
    >>> number_cells([25, 8, 0], 8, Unit.NUMBER)
    ['3.125', '1', '0']
    >>> number_cells([-5, 9], 12, Unit.MONEY)
    ['-5/12', '0.75']
    """
    distinct = set(column)
    if len(distinct) * _ALIKE < len(column):
        few = list(distinct)
        return list(map(dict(zip(few, _each(few, bottom, unit), strict=True)).__getitem__, column))
    return _each(column, bottom, unit)


def _each(numbers: Sequence[int], bottom: int, unit: Unit) -> list[str]:
    """The cell of each number by itself."""
    if bottom == _CENT and unit is Unit.MONEY:
        if min(numbers, default=0) >= _CENT:
            return [f"{said[:-_CENTS]}.{said[-_CENTS:]}" for said in map(str, numbers)]
        # Less than a dollar has no digits before the point yet, and less than nothing its sign among them.
        return [
            f"{each // _CENT}.{each % _CENT:02}" if each >= 0 else _decimal(each, bottom, _CENTS) for each in numbers
        ]
    if bottom == 1:
        return [f"{each}.00" for each in numbers] if unit is Unit.MONEY else list(map(str, numbers))
    places = places_needed(Fraction(1, bottom))
    if places is None or unit is Unit.MONEY:
        return list(map(dict(_reduced(set(numbers), bottom, unit)).__getitem__, numbers))
    times = 10**places // bottom
    return [
        f"{each * times // 10**places}.{each * times % 10**places:0{places}}".rstrip("0").rstrip(".")
        if each >= 0
        else number_cell(Fraction(each, bottom), unit)
        for each in numbers
    ]


def _reduced(numbers: Iterable[int], bottom: int, unit: Unit) -> Iterator[tuple[int, str]]:
    """Each number with its cell, over a denominator of which some quotients end and others do not."""
    least = _CENTS if unit is Unit.MONEY else 0
    known: dict[int, int | None] = {}  # decimals by denominator
    for each in numbers:
        common = gcd(each, bottom)
        top, below = each // common, bottom // common
        if below not in known:
            known[below] = places_needed(Fraction(1, below))
        places = known[below]
        yield each, f"{top}/{below}" if places is None else _decimal(top, below, max(places, least))


def cells_of(place: Place, unit: Unit, column: Sequence[Any]) -> Sequence[str]:
    """A column of figures as cells, from what a lowered function gives; the place says how that is to be read."""
    if isinstance(place, WholeNumber):
        return number_cells(column, place.bottom, unit)
    return _other_cells(place, unit, column)


def _other_cells(place: Place, unit: Unit, given: Sequence[Any]) -> Sequence[str]:
    if isinstance(place, Choice):
        texts = [text_cell(each) for each in place.values]
        return [texts[each] for each in given]
    if set(map(type, given)) != {str}:
        return [cell(each, unit) for each in given]
    # Most columns hold nothing unusual, or commas alone, which one look at all of it tells.
    joined = "".join(given)
    if not _FORMULA_SIGNS.isdisjoint({each[:1] for each in given}) or any(mark in joined for mark in '"\n\r'):
        return [text_cell(each) for each in given]
    return [f'"{each}"' if "," in each else each for each in given] if "," in joined else given
