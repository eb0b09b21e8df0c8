"""The part that must be tendered, in every kind of offer: a flag by which its words are chosen."""

from __future__ import annotations

from lexdocs.figures.rule import rule
from lexdocs.notation.units import Flag, Percentage


@rule()
def minimum_is_all(minimum_tender: Percentage) -> Flag:
    """Whether all must be tendered: the words say so, and not that at least the whole must be.

    >>> from fractions import Fraction
    >>> minimum_is_all(Fraction(1)), minimum_is_all(Fraction(9, 10))
    (True, False)
    """
    return minimum_tender >= 1
