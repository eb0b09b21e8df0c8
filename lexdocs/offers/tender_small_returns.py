"""Tenders of which proration would send back less than may be held: whether they are returned or accepted whole."""

from __future__ import annotations

from fractions import Fraction

from lexdocs.figures.rule import Each, rule
from lexdocs.notation.units import Flag, Money, Number, Text
from lexdocs.offers.tender_acceptance import cut_of
from lexdocs.offers.tender_cut import ACCEPTED, PRORATED, REJECTED


@rule(per="holding", cite="the terms of the offer on small amounts that proration would return")
def early_return_is_small(
    early_principal: Money, early_cost: Money, early_cut: Money, early_pool: Text, pool_factor_used: Each[Number],
    small_returns: Text, pool_multiple: Each[Money], pool_denomination: Each[Money], price_basis: Money,
    pool_price_in_cap: Each[Money], pool_interest_in_cap: Each[Money],
) -> Flag:  # fmt: skip
    """Whether the holding's early tenders are returned or accepted whole, for too little of them would go back.

    >>> tender, thousand, five = Fraction(9_000), {"a.early": Fraction(1_000)}, {"a.early": Fraction(5_000)}
    >>> factor, basis, nothing = {"a.early": Fraction(2, 3)}, Fraction(1_000), {"a.early": Fraction(0)}
    >>> terms = ("a.early", factor, "rejected whole", thousand, five, basis, thousand, nothing)
    >>> early_return_is_small(tender, tender, Fraction(0), *terms)
    True
    """
    terms = (pool_multiple, pool_denomination, price_basis, pool_price_in_cap, pool_interest_in_cap)
    return _is_small(early_principal, early_cost, early_cut, early_pool, pool_factor_used, small_returns, terms)


@rule(per="holding", cite="the terms of the offer on small amounts that proration would return")
def late_return_is_small(
    late_principal: Money, late_cost: Money, late_cut: Money, late_pool: Text, pool_factor_used: Each[Number],
    small_returns: Text, pool_multiple: Each[Money], pool_denomination: Each[Money], price_basis: Money,
    pool_price_in_cap: Each[Money], pool_interest_in_cap: Each[Money],
) -> Flag:  # fmt: skip
    """Whether the holding's late tenders are returned or accepted whole, for too little of them would go back.

    >>> tender, thousand, nothing = Fraction(9_000), {"a.late": Fraction(1_000)}, {"a.late": Fraction(0)}
    >>> factor, basis = {"a.late": Fraction(1, 2)}, Fraction(1_000)
    >>> terms = ("a.late", factor, "rejected whole", thousand, thousand, basis, thousand, nothing)
    >>> late_return_is_small(tender, tender, Fraction(4_000), *terms)
    False
    """
    terms = (pool_multiple, pool_denomination, price_basis, pool_price_in_cap, pool_interest_in_cap)
    return _is_small(late_principal, late_cost, late_cut, late_pool, pool_factor_used, small_returns, terms)


@rule(per="holding")
def holding_is_returned_whole(early_return_is_small: Flag, late_return_is_small: Flag, small_returns: Text) -> Flag:
    """Whether a tender of the holding is returned whole, for too little of it would go back.

    >>> holding_is_returned_whole(True, False, "rejected whole")
    True
    """
    return small_returns == REJECTED and (early_return_is_small or late_return_is_small)


@rule(per="holding")
def holding_is_accepted_whole(early_return_is_small: Flag, late_return_is_small: Flag, small_returns: Text) -> Flag:
    """Whether a tender of the holding is accepted whole, for too little of it would go back.

    >>> holding_is_accepted_whole(True, False, "rejected whole")
    False
    """
    return small_returns == ACCEPTED and (early_return_is_small or late_return_is_small)


def _is_small(
    principal: Fraction, cost: Fraction, taken: Fraction, pool: str, factor: Each[Fraction], small_returns: str,
    terms: tuple[Each[Fraction], Each[Fraction], Fraction, Each[Fraction], Each[Fraction]],
) -> bool:  # fmt: skip
    """Whether a tender is cut otherwise than its factor alone would cut it."""
    if small_returns == PRORATED or not principal:
        return False
    multiple, denomination, basis, price, interest = terms
    alone = cut_of(principal, cost, pool, factor, PRORATED, multiple, denomination, basis, price, interest)
    return alone != taken
