"""Shares that an exchange for several series may bring at most, and what part of all shares they would be."""

from __future__ import annotations

from fractions import Fraction

from lexdocs.figures.figure import Pending
from lexdocs.figures.rule import Each, Round, rule
from lexdocs.notation.units import Count, Flag, Money, Number, Percentage, Text

_NONE = Fraction(0)


@rule(per=("series", "option"), cite="an early tender, without a cap, whose cash pool reaches nothing")
def most_shares_per_thousand(
    early_shares: Number, new_notes_per_thousand: Each[Money], new_note_shares: Each[Number], early_cash: Money,
    pool_rest_in: Text | Pending, pool_notes_per_dollar: Number | Pending, price_basis: Money,
) -> Number:  # fmt: skip
    """Most shares for each $1,000 of the series in the option, before rounding: its own, and those on new notes.

    >>> row = Fraction("12.5"), {"x": Fraction(600)}, {"x": Fraction(5)}, Fraction(100)
    >>> most_shares_per_thousand(*row, "x", Fraction(2), Fraction(1_000))
    Fraction(33, 2)
    """
    bringing = (label for label, shares in new_note_shares.items() if shares)
    shares = early_shares + sum((new_notes_per_thousand[x] * new_note_shares[x] / price_basis for x in bringing), _NONE)
    if isinstance(pool_rest_in, Pending) or isinstance(pool_notes_per_dollar, Pending):
        return shares
    return shares + early_cash * pool_notes_per_dollar * new_note_shares[pool_rest_in] / price_basis


@rule(per="series")
def series_most_shares(option_is_open: Each[Flag], most_shares_per_thousand: Each[Number]) -> Number:
    """Shares for each $1,000 of the series in the option that brings most of them.

    >>> rates = {"notes": Fraction(2), "mix": Fraction("12.5"), "cash": Fraction(90)}
    >>> series_most_shares({"notes": True, "mix": True, "cash": False}, rates)
    Fraction(25, 2)
    """
    return max(most_shares_per_thousand[label] for label, is_open in option_is_open.items() if is_open)


@rule(round=Round("share_rounding"), cite="all old notes, each series in the option that brings most shares")
def most_shares(
    series_outstanding: Each[Money], series_most_shares: Each[Number], price_basis: Money
) -> Count:  # fmt: skip
    """Most shares that can be issued, but for the rounding of each holder's number.

    >>> most_shares({"a": Fraction(10_000), "b": Fraction(1_000)}, {"a": Fraction("12.5"), "b": Fraction(0)}, 1_000)
    Fraction(125, 1)
    """
    every = (principal * series_most_shares[label] for label, principal in series_outstanding.items())
    return sum(every, _NONE) / price_basis  # type: ignore[return-value]  # a count once it is rounded


@rule()
def shares_after_exchange(shares_outstanding: Count, most_shares: Count) -> Count:
    """Shares outstanding after the exchange if the most shares are issued.

    >>> shares_after_exchange(9_600, 400)
    10000
    """
    return shares_outstanding + most_shares


@rule()
def most_shares_part(most_shares: Number, shares_after_exchange: Number) -> Percentage:
    """Part of all shares that holders receive if the most shares are issued.

    >>> most_shares_part(Fraction(400), Fraction(10_000))
    Fraction(1, 25)
    """
    return most_shares / shares_after_exchange
