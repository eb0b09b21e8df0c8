"""Warrants: how many, what their exercise would bring, and what it would do to the shares."""

from __future__ import annotations

from lexdocs.figures.rule import CENT, Each, Round, rule
from lexdocs.notation.units import Count, Flag, Money, Number, Percentage, Rounding, RoundingRule, Text


@rule()
def warrants_are_of_one_share(shares_per_warrant: Count) -> Flag:
    """Whether warrants and the shares under them are of the same number.

    >>> warrants_are_of_one_share(1), warrants_are_of_one_share(4)
    (True, False)
    """
    return shares_per_warrant == 1


@rule()
def denomination_brings_one_share(warrants_per_denomination: Number) -> Flag:
    """Whether the warrants for a denomination of old notes are for a single share.

    >>> from fractions import Fraction
    >>> denomination_brings_one_share(Fraction(1)), denomination_brings_one_share(Fraction("2.5"))
    (True, False)
    """
    return warrants_per_denomination == 1


@rule()
def warrant_rounding_says(warrant_rounding_holder: RoundingRule) -> Text:
    """How a fraction of a holder's warrants is rounded, in words that need no knowledge of the trade's.

    >>> warrant_rounding_says(Rounding.DOWN), warrant_rounding_says(Rounding.HALF_UP)
    ('down', 'to the nearest whole number, a half upwards')
    """
    return {
        Rounding.UP: "up",
        Rounding.DOWN: "down",
        Rounding.HALF_UP: "to the nearest whole number, a half upwards",
        Rounding.HALF_EVEN: "to the nearest whole number, a half to the even one",
    }[warrant_rounding_holder]


@rule(per="participation", round=Round("warrant_rounding_aggregate", to="shares_per_warrant"))
def aggregate_warrants(participation_principal: Money, denomination: Money, warrants_per_denomination: Number) -> Count:
    """Shares under warrants for all old notes exchanged, rounded to those of whole warrants.

    >>> from fractions import Fraction
    >>> aggregate_warrants(Fraction(600_000), Fraction(5_000), Fraction("2.5"))
    Fraction(300, 1)
    """
    return participation_principal / denomination * warrants_per_denomination  # type: ignore[return-value]  # a count once it is rounded


@rule()
def maximum_warrants(aggregate_warrants: Each[Count]) -> Count:
    """Shares under warrants if all old notes are exchanged.

    >>> maximum_warrants({"all": 400, "minimum": 300, "accepted": 350})
    400
    """
    return aggregate_warrants["all"]


@rule()
def maximum_number_of_warrants(maximum_warrants: Count, shares_per_warrant: Count) -> Count:
    """Warrants if all old notes are exchanged.

    >>> maximum_number_of_warrants(400, 4)
    100
    """
    return maximum_warrants // shares_per_warrant


@rule(per="participation", round=Round(Rounding.HALF_UP, to=CENT))
def warrant_proceeds(aggregate_warrants: Count, exercise_price: Money) -> Money:
    """What the company receives if all warrants are exercised.

    >>> from fractions import Fraction
    >>> warrant_proceeds(400, Fraction("1.50"))
    Fraction(600, 1)
    """
    return aggregate_warrants * exercise_price


@rule(per="participation")
def shares_after_exercise(shares_outstanding: Count, aggregate_warrants: Count) -> Count:
    """Shares outstanding if all warrants are exercised.

    >>> shares_after_exercise(9_600, 400)
    10000
    """
    return shares_outstanding + aggregate_warrants


@rule(per="participation")
def warrant_dilution(aggregate_warrants: Number, shares_after_exercise: Number) -> Percentage:
    """Part of the shares that holders of warrants own if all warrants are exercised.

    >>> from fractions import Fraction
    >>> warrant_dilution(Fraction(400), Fraction(10_000))
    Fraction(1, 25)
    """
    return aggregate_warrants / shares_after_exercise
