"""Rounding to a quantum, exactly: the one place where a number gives up digits."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from lexdocs.notation.decimals import places_needed
from lexdocs.notation.units import Rounding


def round_to(value: Fraction, direction: Rounding, quantum: Fraction = Fraction(1)) -> Fraction:
    """The multiple of `quantum` that `direction` picks for `value`; both in the same unit.

    Up is away below, down is towards below: the directions of contracts, for amounts that are never
    negative; a negative value rounds as its mirror image.

    >>> round_to(Fraction("12.345"), Rounding.HALF_UP, Fraction(1, 100))
    Fraction(247, 20)
    >>> round_to(Fraction("6.01"), Rounding.UP)
    Fraction(7, 1)
    """
    if quantum <= 0:
        raise ValueError("a quantum of rounding must be positive")
    if value < 0:
        return -round_to(-value, direction, quantum)
    steps = value / quantum
    whole, rest = divmod(steps.numerator, steps.denominator)
    twice = 2 * rest - steps.denominator
    up = {
        Rounding.UP: rest > 0,
        Rounding.DOWN: False,
        Rounding.HALF_UP: twice >= 0,
        Rounding.HALF_EVEN: twice > 0 or (twice == 0 and whole % 2 == 1),
    }[direction]
    return (whole + up) * quantum


def as_decimal(value: Fraction) -> Decimal:
    """The same number as a `Decimal`, digit for digit; a value that never ends has no such form.

    >>> as_decimal(Fraction(5, 4))
    Decimal('1.25')
    """
    places = places_needed(value)
    if places is None:
        raise ValueError(f"{value} has no end as a decimal; it needs a rounding")
    digits = value.numerator * 10**places // value.denominator
    sign, text = ("-", str(-digits)) if digits < 0 else ("", str(digits))
    text = text.rjust(places + 1, "0")
    return Decimal(sign + (f"{text[:-places]}.{text[-places:]}" if places else text))
