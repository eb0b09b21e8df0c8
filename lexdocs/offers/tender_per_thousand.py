"""What a cash tender pays for each thousand dollars of principal, as tables print it: price, interest, and both.

Interest is printed in the decimals of the price beside it, two at the least, so that a row of a table adds up. What
is paid does not follow from these figures: it is reckoned from the interest before any rounding.
"""

from __future__ import annotations

from fractions import Fraction

from lexdocs.figures.rule import rule
from lexdocs.notation.decimals import places_needed
from lexdocs.notation.rounding import round_to
from lexdocs.notation.units import Money, Rounding

_LEAST, _MOST = 2, 6


def _beside(price: Fraction, amount: Fraction) -> Fraction:
    """An amount in the decimals of a price."""
    places = places_needed(price)
    kept = _MOST if places is None else min(max(places, _LEAST), _MOST)
    return round_to(amount, Rounding.HALF_UP, Fraction(1, 10**kept))


@rule(per="series")
def early_interest_printed(total_consideration: Money, early_accrued_per_thousand: Money) -> Money:
    """Interest on each thousand dollars that is tendered early, in the decimals of its price.

    >>> early_interest_printed(Fraction("903.125"), Fraction("11.5555"))
    Fraction(2889, 250)
    """
    return _beside(total_consideration, early_accrued_per_thousand)


@rule(per="series")
def interest_printed(late_consideration: Money, accrued_per_thousand: Money) -> Money:
    """Interest on each thousand dollars that is tendered late, in the decimals of its price.

    >>> interest_printed(Fraction("955.50"), Fraction("11.5555"))
    Fraction(289, 25)
    """
    return _beside(late_consideration, accrued_per_thousand)


@rule(per="series")
def price_with_interest(total_consideration: Money, early_accrued_per_thousand: Money) -> Money:
    """Price and interest for each thousand dollars that is tendered early, in the decimals of the price.

    >>> price_with_interest(Fraction("985.50"), Fraction(35))
    Fraction(2041, 2)
    """
    return _beside(total_consideration, total_consideration + early_accrued_per_thousand)


@rule(per="series")
def late_price_with_interest(late_consideration: Money, accrued_per_thousand: Money) -> Money:
    """Price and interest for each thousand dollars that is tendered late, in the decimals of the price.

    >>> late_price_with_interest(Fraction("853.125"), Fraction("11.5555"))
    Fraction(864681, 1000)
    """
    return _beside(late_consideration, late_consideration + accrued_per_thousand)
