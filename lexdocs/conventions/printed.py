"""Printed figures: between what bounds the value behind one must lie, and whether a calculated value lies there.

A figure that others printed is never matched by bending a calculation: it agrees or it does not, and if not,
by how much.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from lexdocs.notation.units import Rounding


@dataclass(frozen=True)
class Interval:
    """All values from `low` to `high`; an end belongs to it unless it is open."""

    low: Fraction
    high: Fraction
    low_open: bool = False
    high_open: bool = False

    def __contains__(self, value: Fraction) -> bool:
        """Whether a value lies in the interval."""
        above = value > self.low or (value == self.low and not self.low_open)
        below = value < self.high or (value == self.high and not self.high_open)
        return above and below

    def __neg__(self) -> Interval:
        """The interval's mirror image."""
        return Interval(-self.high, -self.low, self.high_open, self.low_open)

    def __str__(self) -> str:
        """The interval in brackets, round where its end is open."""
        low, high = "(" if self.low_open else "[", ")" if self.high_open else "]"
        return f"{low}{_said(self.low)}, {_said(self.high)}{high}"


def _said(value: Fraction) -> str:
    from lexdocs.notation.decimals import places_needed
    from lexdocs.notation.rounding import as_decimal

    return f"{value}" if places_needed(value) is None else f"{as_decimal(value):f}"


def printed_interval(value: Fraction, quantum: Fraction, rounding: Rounding) -> Interval:
    """Where a value must lie that prints as `value`, rounded to multiples of `quantum`; all in the same unit.

    Raises `ValueError` for a printed value that is no multiple of the quantum: nothing rounds to it.

    >>> print(printed_interval(Fraction("24.33"), Fraction("0.01"), Rounding.HALF_UP))
    [24.325, 24.335)
    >>> print(printed_interval(Fraction(70), Fraction(1), Rounding.DOWN))
    [70, 71)
    """
    if quantum <= 0:
        raise ValueError("a quantum of rounding must be positive")
    steps = value / quantum
    if steps.denominator != 1:
        raise ValueError(f"{_said(value)} is no multiple of {_said(quantum)}")
    if value < 0:
        return -printed_interval(-value, quantum, rounding)
    half = quantum / 2
    if rounding is Rounding.HALF_EVEN:
        odd = steps.numerator % 2 == 1
        return Interval(value - half, value + half, odd, odd)
    # Nought is its own mirror image, so that both of its ends are like its upper one.
    nought = value == 0
    if rounding is Rounding.HALF_UP:
        return Interval(value - half, value + half, nought, True)
    if rounding is Rounding.UP:
        return Interval(value - (0 if nought else quantum), value, not nought, False)
    return Interval(value - (quantum if nought else 0), value + quantum, nought, True)


@dataclass(frozen=True)
class Agreement:
    """Whether a calculated value agrees with a printed one: where it would have to lie, and by how much it differs."""

    agrees: bool
    interval: Interval
    difference: Fraction  # calculated less printed


def agrees(
    calculated: Fraction, printed: Fraction, quantum: Fraction, rounding: Rounding = Rounding.HALF_UP
) -> Agreement:
    """Hold a calculated value against a printed one that was rounded to a quantum.

    >>> found = agrees(Fraction("76.64"), Fraction("70.3"), Fraction("0.1"))
    >>> found.agrees, str(found.interval), str(found.difference)
    (False, '[70.25, 70.35)', '317/50')
    """
    interval = printed_interval(printed, quantum, rounding)
    return Agreement(calculated in interval, interval, calculated - printed)
