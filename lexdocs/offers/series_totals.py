"""Totals over the holdings of each series: positions, and what part of a series was tendered and accepted."""

from __future__ import annotations

from fractions import Fraction

from lexdocs.figures.rule import Each, Total, rule
from lexdocs.notation.units import Money, Percentage, Text


def by_series(series: str, amounts: Each[Fraction], holding_series: Each[str]) -> Fraction:
    """The sum over the holdings of a series.

    >>> by_series("a", {"H-7": Fraction(5), "H-8": Fraction(9)}, {"H-7": "a", "H-8": "b"})
    Fraction(5, 1)
    """
    return sum((amount for label, amount in amounts.items() if holding_series[label] == series), Fraction(0))


@rule(per="series", total=Total("held_principal", by="holding_series"))
def series_held(series: Text, held_principal: Each[Money], holding_series: Each[Text]) -> Money:
    """Principal of the series held by all holders of the register.

    >>> series_held("a", {"H-7": Fraction(60_000), "H-8": Fraction(40_000)}, {"H-7": "a", "H-8": "b"})
    Fraction(60000, 1)
    """
    return by_series(series, held_principal, holding_series)


@rule(per="series", total=Total("valid_principal", by="holding_series"))
def series_valid(series: Text, valid_principal: Each[Money], holding_series: Each[Text]) -> Money:
    """Principal of the series validly tendered and not withdrawn.

    >>> series_valid("a", {"H-7": Fraction(60_000), "H-8": Fraction(20_000)}, {"H-7": "a", "H-8": "a"})
    Fraction(80000, 1)
    """
    return by_series(series, valid_principal, holding_series)


@rule(per="series", total=Total("accepted_principal", by="holding_series"))
def series_accepted(series: Text, accepted_principal: Each[Money], holding_series: Each[Text]) -> Money:
    """Principal of the series accepted.

    >>> series_accepted("a", {"H-7": Fraction(60_000), "H-8": Fraction(20_000)}, {"H-7": "a", "H-8": "b"})
    Fraction(60000, 1)
    """
    return by_series(series, accepted_principal, holding_series)


@rule(per="series", total=Total("returned_principal", by="holding_series"))
def series_returned(series: Text, returned_principal: Each[Money], holding_series: Each[Text]) -> Money:
    """Principal of the series tendered, not accepted and returned.

    >>> series_returned("b", {"H-7": Fraction(60_000), "H-8": Fraction(20_000)}, {"H-7": "a", "H-8": "b"})
    Fraction(20000, 1)
    """
    return by_series(series, returned_principal, holding_series)


@rule(per="series")
def series_tendered_percentage(series_valid: Money, series_outstanding: Money) -> Percentage:
    """Part of the series that is validly tendered and not withdrawn.

    >>> series_tendered_percentage(Fraction(60_000), Fraction(80_000))
    Fraction(3, 4)
    """
    return series_valid / series_outstanding


@rule(per="series")
def series_accepted_percentage(series_accepted: Money, series_outstanding: Money) -> Percentage:
    """Part of the series that is accepted.

    >>> series_accepted_percentage(Fraction(60_000), Fraction(80_000))
    Fraction(3, 4)
    """
    return series_accepted / series_outstanding


@rule(per="series")
def series_remaining(series_outstanding: Money, series_accepted: Money) -> Money:
    """Principal of the series that remains outstanding after the offer.

    >>> series_remaining(Fraction(80_000), Fraction(60_000))
    Fraction(20000, 1)
    """
    return series_outstanding - series_accepted


@rule()
def total_valid(series_valid: Each[Money]) -> Money:
    """Principal of all series validly tendered and not withdrawn.

    >>> total_valid({"a": Fraction(60_000), "b": Fraction(20_000)})
    Fraction(80000, 1)
    """
    return sum(series_valid.values(), Fraction(0))


@rule()
def tendered_percentage(total_valid: Money, total_outstanding: Money) -> Percentage:
    """Part of all series together that is validly tendered and not withdrawn.

    >>> tendered_percentage(Fraction(80_000), Fraction(100_000))
    Fraction(4, 5)
    """
    return total_valid / total_outstanding


@rule()
def accepted_percentage(total_accepted: Money, total_outstanding: Money) -> Percentage:
    """Part of all series together that is accepted.

    >>> accepted_percentage(Fraction(80_000), Fraction(100_000))
    Fraction(4, 5)
    """
    return total_accepted / total_outstanding


@rule()
def total_remaining(total_outstanding: Money, total_accepted: Money) -> Money:
    """Principal of all series that remains outstanding after the offer.

    >>> total_remaining(Fraction(100_000), Fraction(80_000))
    Fraction(20000, 1)
    """
    return total_outstanding - total_accepted


@rule()
def remaining_percentage(total_remaining: Money, total_outstanding: Money) -> Percentage:
    """Part of all series together that remains outstanding after the offer.

    >>> remaining_percentage(Fraction(20_000), Fraction(100_000))
    Fraction(1, 5)
    """
    return total_remaining / total_outstanding
