"""Warrants: how many, what their exercise would bring, and what it would do to the shares."""

from __future__ import annotations

from lexdocs.figures.rule import CENT, Each, Round, rule
from lexdocs.notation.units import Count, Money, Number, Percentage, Rounding


@rule(per="participation", round=Round("warrant_rounding_aggregate"))
def aggregate_warrants(participation_principal: Money, denomination: Money, warrants_per_denomination: Number) -> Count:
    """Shares under warrants for all old notes exchanged."""
    return participation_principal / denomination * warrants_per_denomination  # type: ignore[return-value]  # a count once it is rounded


@rule()
def maximum_warrants(aggregate_warrants: Each[Count]) -> Count:
    """Shares under warrants if all old notes are exchanged."""
    return aggregate_warrants["all"]


@rule(per="participation", round=Round(Rounding.HALF_UP, to=CENT))
def warrant_proceeds(aggregate_warrants: Count, exercise_price: Money) -> Money:
    """What the company receives if all warrants are exercised."""
    return aggregate_warrants * exercise_price


@rule(per="participation")
def shares_after_exercise(shares_outstanding: Count, aggregate_warrants: Count) -> Count:
    """Shares outstanding if all warrants are exercised."""
    return shares_outstanding + aggregate_warrants


@rule(per="participation")
def warrant_dilution(aggregate_warrants: Number, shares_after_exercise: Number) -> Percentage:
    """Part of the shares that holders of warrants own if all warrants are exercised."""
    return aggregate_warrants / shares_after_exercise
