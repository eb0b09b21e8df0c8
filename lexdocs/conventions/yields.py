"""The yield at which a stream of payments is worth its price: solved in decimals to a stated precision."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal, localcontext
from fractions import Fraction

PLACES = 12
"""Decimal places to which a yield is solved: a millionth of a millionth."""

_DIGITS = 40
_HALVINGS = 200
_HIGHEST = Decimal(64)

Flow = tuple[Fraction, Fraction]
"""A payment: years from the day of pricing, and the amount."""


def present_value(flows: Sequence[Flow], rate: Decimal, per_year: int) -> Decimal:
    """What payments are worth at a yield that compounds a number of times a year; parts of periods compound too.

    >>> present_value([(Fraction(1), Fraction(121))], Decimal("0.2"), 2)
    Decimal('100')
    """
    with localcontext() as context:
        context.prec = _DIGITS
        factor = 1 + rate / per_year
        return sum((_decimal(amount) / factor ** _decimal(years * per_year) for years, amount in flows), Decimal(0))


def yield_to_maturity(flows: Sequence[Flow], price: Fraction, per_year: int) -> Decimal | None:
    """The yield a year at which payments are worth a price, to `PLACES` places; None where no yield makes them so.

    The value of payments falls as the yield rises, so that halving an interval finds the only one there is.

    >>> yield_to_maturity([(Fraction(1), Fraction(10)), (Fraction(2), Fraction(110))], Fraction(100), 1)
    Decimal('0.100000000000')
    """
    with localcontext() as context:
        context.prec = _DIGITS
        wanted, low, high = _decimal(price), Decimal("-0.99") * per_year, _HIGHEST
        if price <= 0 or not present_value(flows, high, per_year) <= wanted <= present_value(flows, low, per_year):
            return None
        for _ in range(_HALVINGS):
            middle = (low + high) / 2
            low, high = (middle, high) if present_value(flows, middle, per_year) > wanted else (low, middle)
            if high - low < Decimal(10) ** -(PLACES + 6):
                break
        return ((low + high) / 2).quantize(Decimal(10) ** -PLACES)


def _decimal(value: Fraction) -> Decimal:
    return Decimal(value.numerator) / Decimal(value.denominator)
