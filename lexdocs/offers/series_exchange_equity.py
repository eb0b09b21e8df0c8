"""Shares and warrants in the aggregate, and the residue that rounding each holder leaves."""

from __future__ import annotations

from fractions import Fraction

from lexdocs.figures.rule import Each, Round, rule
from lexdocs.notation.units import Count, Money, Number
from lexdocs.offers.series_exchange_sums import on_new_notes, weighted

_NONE = Fraction(0)


@rule(per="option")
def option_shares_accepted(
    accepted_early_principal: Each[Money], accepted_late_principal: Each[Money], early_shares: Each[Number],
    late_shares: Each[Number], price_basis: Money,
) -> Number:  # fmt: skip
    """Shares for all old notes accepted in the option, before rounding.

    >>> row = {"a": Fraction(5_000)}, {"a": Fraction(2_000)}, {"a": Fraction("12.5")}, {"a": Fraction(10)}
    >>> option_shares_accepted(*row, Fraction(1_000))
    Fraction(165, 2)
    """
    return weighted(accepted_early_principal, accepted_late_principal, early_shares, late_shares, price_basis)


@rule(round=Round("share_rounding"))
def aggregate_shares(
    option_shares_accepted: Each[Number], aggregate_new_notes: Each[Money], new_note_shares: Each[Number],
    price_basis: Money,
) -> Count:  # fmt: skip
    """Shares for all that is accepted.

    >>> aggregate_shares({"mix": Fraction("82.5")}, {"x": Fraction(5_000)}, {"x": Fraction(2)}, Fraction(1_000))
    Fraction(185, 2)
    """
    return sum(option_shares_accepted.values(), on_new_notes(aggregate_new_notes, new_note_shares, price_basis))  # type: ignore[return-value]  # a count once it is rounded


@rule()
def residue_shares(total_shares: Count, aggregate_shares: Count) -> Count:
    """Aggregate of shares, less those of all holders.

    >>> residue_shares(38, 37)
    -1
    """
    return aggregate_shares - total_shares


@rule(per="option")
def option_warrants_accepted(
    accepted_early_principal: Each[Money], accepted_late_principal: Each[Money], early_warrants: Each[Number],
    late_warrants: Each[Number], price_basis: Money,
) -> Number:  # fmt: skip
    """Warrants for all old notes accepted in the option, before rounding.

    >>> row = {"a": Fraction(5_000)}, {"a": Fraction(2_000)}, {"a": Fraction("7.5")}, {"a": Fraction(5)}
    >>> option_warrants_accepted(*row, Fraction(1_000))
    Fraction(95, 2)
    """
    return weighted(accepted_early_principal, accepted_late_principal, early_warrants, late_warrants, price_basis)


@rule(round=Round("warrant_rounding"))
def aggregate_warrants(
    option_warrants_accepted: Each[Number], aggregate_new_notes: Each[Money], new_note_warrants: Each[Number],
    price_basis: Money,
) -> Count:  # fmt: skip
    """Warrants for all that is accepted.

    >>> aggregate_warrants({"mix": Fraction("47.5")}, {"x": Fraction(5_000)}, {"x": Fraction(1)}, Fraction(1_000))
    Fraction(105, 2)
    """
    return sum(option_warrants_accepted.values(), on_new_notes(aggregate_new_notes, new_note_warrants, price_basis))  # type: ignore[return-value]  # a count once it is rounded


@rule()
def residue_warrants(total_warrants: Count, aggregate_warrants: Count) -> Count:
    """Aggregate of warrants, less those of all holders.

    >>> residue_warrants(38, 37)
    -1
    """
    return aggregate_warrants - total_warrants
