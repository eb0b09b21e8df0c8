"""What an exchange offer for several series comes to if all take part, and whether its minimum tenders are in."""

from __future__ import annotations

from fractions import Fraction

from lexdocs.figures.figure import Pending
from lexdocs.figures.rule import CENT, Each, Round, rule
from lexdocs.notation.units import Flag, Money, Percentage, Rounding


@rule(per="series", round=Round(Rounding.HALF_UP, to=CENT))
def interest_if_all(series_outstanding: Money, accrued_per_thousand: Money, price_basis: Money) -> Money:
    """Accrued interest on the whole series.

    >>> interest_if_all(Fraction(800_000), Fraction(40), Fraction(1_000))
    Fraction(32000, 1)
    """
    return series_outstanding * accrued_per_thousand / price_basis


@rule(per=("series", "option", "new_note"), round=Round(Rounding.HALF_UP, to=CENT))
def new_notes_if_all(series_outstanding: Money, new_notes_per_thousand: Money, price_basis: Money) -> Money:
    """New notes if the whole series is tendered in the option by the early deadline.

    >>> new_notes_if_all(Fraction(800_000), Fraction(640), Fraction(1_000))
    Fraction(512000, 1)
    """
    return series_outstanding * new_notes_per_thousand / price_basis


@rule(per=("series", "option"), round=Round(Rounding.HALF_UP, to=CENT))
def fee_if_all(series_outstanding: Money, fee_per_thousand: Money, price_basis: Money) -> Money:
    """Fee if the whole series is tendered in the option by the early deadline.

    >>> fee_if_all(Fraction(800_000), Fraction(30), Fraction(1_000))
    Fraction(24000, 1)
    """
    return series_outstanding * fee_per_thousand / price_basis


@rule(per="series", cite="conditions of the offer")
def series_minimum_is_met(
    series_valid: Money, series_outstanding: Money, series_minimum_tender: Percentage | Pending
) -> Flag:
    """Whether enough of the series is validly tendered; a series without a minimum needs nothing.

    >>> series_minimum_is_met(Fraction(600_000), Fraction(800_000), Fraction(3, 4))
    True
    """
    if isinstance(series_minimum_tender, Pending):
        return True
    return series_valid >= series_outstanding * series_minimum_tender


@rule(per="series", cite="conditions of the offer")
def series_minimum_lacks(
    series_valid: Money, series_outstanding: Money, series_minimum_tender: Percentage | Pending
) -> Money:
    """Principal that the minimum tender of the series still lacks.

    >>> series_minimum_lacks(Fraction(500_000), Fraction(800_000), Fraction(3, 4))
    Fraction(100000, 1)
    """
    if isinstance(series_minimum_tender, Pending):
        return Fraction(0)
    return max(series_outstanding * series_minimum_tender - series_valid, Fraction(0))


@rule(cite="conditions of the offer")
def minimum_is_met(
    total_valid: Money,
    total_outstanding: Money,
    minimum_tender: Percentage | Pending,
    series_minimum_is_met: Each[Flag],
) -> Flag:  # fmt: skip
    """Whether enough is validly tendered, of all series together and of each that has a minimum of its own.

    >>> minimum_is_met(Fraction(600_000), Fraction(800_000), Fraction(3, 4), {"a": True, "b": False})
    False
    """
    enough = isinstance(minimum_tender, Pending) or total_valid >= total_outstanding * minimum_tender
    return enough and all(series_minimum_is_met.values())


@rule(cite="conditions of the offer")
def minimum_lacks(total_valid: Money, total_outstanding: Money, minimum_tender: Percentage | Pending) -> Money:
    """Principal of all series together that the minimum tender still lacks.

    >>> minimum_lacks(Fraction(500_000), Fraction(800_000), Fraction(3, 4))
    Fraction(100000, 1)
    """
    if isinstance(minimum_tender, Pending):
        return Fraction(0)
    return max(total_outstanding * minimum_tender - total_valid, Fraction(0))
