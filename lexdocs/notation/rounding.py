"""Rounding to a quantum, exactly: the one place where a number gives up digits."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any

from lexdocs.notation.decimals import places_needed
from lexdocs.notation.units import Rounding


class Ratio:
    """A number that is not known yet, such as an amount in a formula; it can be rounded all the same.

    `ratio` is a numerator with a denominator that is known and positive; they need not be reduced.
    """

    @property
    def ratio(self) -> tuple[Any, int]:
        """The numerator and the denominator."""
        raise NotImplementedError


def round_to(value: Fraction | Ratio, direction: Rounding, quantum: Fraction = Fraction(1)) -> Fraction:
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
    top, bottom = value.ratio if isinstance(value, Ratio) else (value.numerator, value.denominator)
    top, bottom = top * quantum.denominator, bottom * quantum.numerator
    whole = -_STEPS[direction](-top, bottom) if top < 0 else _STEPS[direction](top, bottom)
    return whole * quantum if isinstance(value, Ratio) else Fraction(whole * quantum.numerator, quantum.denominator)


def _half_even(top: int, bottom: int) -> int:
    """Half up, but a half goes to the even neighbor."""
    steps, rest = divmod(2 * top + bottom, 2 * bottom)
    return steps - steps % 2 if rest == 0 else steps


_STEPS: Mapping[Rounding, Callable[[Any, int], Any]] = {
    Rounding.UP: lambda top, bottom: -(-top // bottom),
    Rounding.DOWN: lambda top, bottom: top // bottom,
    Rounding.HALF_UP: lambda top, bottom: (2 * top + bottom) // (2 * bottom),
    Rounding.HALF_EVEN: _half_even,
}


def as_decimal(value: Fraction) -> Decimal:
    """The same number as a `Decimal`, digit for digit; a value that never ends has no such form.

    >>> as_decimal(Fraction(5, 4))
    Decimal('1.25')
    """
    places = places_needed(value)
    if places is None:
        raise ValueError(f"{value} has no end as a decimal; it needs a rounding")
    return Decimal(f"{value.numerator * 10**places // value.denominator}E-{places}")
