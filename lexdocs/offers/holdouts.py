"""Holders who do not tender: what they keep, and what they are paid for it."""

from __future__ import annotations

from fractions import Fraction

from lexdocs.figures.rule import Each, Total, rule
from lexdocs.notation.units import Flag, Money


@rule()
def some_is_untendered(total_retained: Money) -> Flag:
    """Whether any of the old notes stays with its holders.

    >>> some_is_untendered(Fraction(45_000))
    True
    """
    return total_retained > 0


@rule(total=Total("retained_claim"))
def total_retained_claim(retained_claim: Each[Money]) -> Money:
    """Principal that all holders keep, or its accreted value, when holders who do not tender are paid.

    >>> total_retained_claim({"H-7": Fraction(0), "H-8": Fraction(40_000)})
    Fraction(40000, 1)
    """
    return sum(retained_claim.values(), Fraction(0))


@rule(total=Total("retained_interest"))
def total_retained_interest(retained_interest: Each[Money]) -> Money:
    """Interest due to all holders on what they keep, when holders who do not tender are paid.

    >>> total_retained_interest({"H-7": Fraction(0), "H-8": Fraction(1_600)})
    Fraction(1600, 1)
    """
    return sum(retained_interest.values(), Fraction(0))


@rule(total=Total("retained_payment"))
def total_retained_payment(retained_payment: Each[Money]) -> Money:
    """Due to all holders on what they keep, with interest, when holders who do not tender are paid.

    >>> total_retained_payment({"H-7": Fraction(0), "H-8": Fraction(41_600)})
    Fraction(41600, 1)
    """
    return sum(retained_payment.values(), Fraction(0))


@rule()
def holdout_payment_per_denomination(
    holdout_claim_per_denomination: Money, holdout_interest_per_denomination: Money
) -> Money:
    """Due on each denomination of old notes that is kept, with interest, when holders who do not tender are paid.

    >>> holdout_payment_per_denomination(Fraction(5_000), Fraction(200))
    Fraction(5200, 1)
    """
    return holdout_claim_per_denomination + holdout_interest_per_denomination
