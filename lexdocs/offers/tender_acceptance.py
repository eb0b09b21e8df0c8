"""What is accepted of one holding in a cash tender: its early and its late tenders, each by the factor of its pool."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from lexdocs.figures.rule import Each, rule
from lexdocs.notation.units import Count, Flag, Money, Number, Text
from lexdocs.offers.tender_cut import Steps, place_of, prorated, rest_of

_NOTHING = Fraction(0)


def _cut(
    principal: Fraction, cost: Fraction, pool: str, factor: Mapping[str, Fraction], small_returns: str,
    multiple: Mapping[str, Fraction], denomination: Mapping[str, Fraction], basis: Fraction,
    price: Mapping[str, Fraction], interest: Mapping[str, Fraction],
) -> Fraction:  # fmt: skip
    """What the factor of a pool lets in of principal, cut to its multiple."""
    if not principal:
        return _NOTHING
    steps = Steps(multiple[pool], denomination[pool], basis, price[pool], interest[pool])
    return prorated(principal, cost, factor[pool], steps, small_returns)


def _step(
    place: tuple[Fraction, Fraction, str], pool: str, steps: Mapping[str, int], rest: Mapping[str, Fraction],
    principal: Mapping[str, Fraction], label: Mapping[str, str], multiple: Mapping[str, Fraction],
) -> Fraction:  # fmt: skip
    """The further step of principal that a tender gets, if its place comes no later than the last one's."""
    if not place[0] or not steps[pool]:
        return _NOTHING
    return multiple[pool] if place <= place_of(rest[pool], principal[pool], label[pool]) else _NOTHING


@rule(per="holding", cite="proration: rounded down to the multiple of the series")
def early_cut(
    early_principal: Money, early_cost: Money, early_pool: Text, pool_factor_used: Each[Number], small_returns: Text,
    pool_multiple: Each[Money], pool_denomination: Each[Money], price_basis: Money, pool_price_in_cap: Each[Money],
    pool_interest_in_cap: Each[Money],
) -> Money:  # fmt: skip
    """Principal of the holding's early tenders that its factor lets in, cut to the multiple of the series.

    >>> tender, thousand, nothing = Fraction(9_000), {"a.early": Fraction(1_000)}, {"a.early": Fraction(0)}
    >>> half, basis = {"a.early": Fraction(1, 2)}, Fraction(1_000)
    >>> early_cut(tender, tender, "a.early", half, "prorated", thousand, thousand, basis, thousand, nothing)
    Fraction(4000, 1)
    """
    return _cut(
        early_principal, early_cost, early_pool, pool_factor_used, small_returns, pool_multiple, pool_denomination,
        price_basis, pool_price_in_cap, pool_interest_in_cap,
    )  # fmt: skip


@rule(per="holding")
def early_rest(
    early_principal: Money, early_cut: Money, early_pool: Text, pool_factor_used: Each[Number],
    pool_multiple: Each[Money], residue_is_given_out: Flag,
) -> Money:  # fmt: skip
    """What cutting left of the holding's early tenders, where they can still get a further step of principal.

    >>> half, thousand = {"a.early": Fraction(1, 2)}, {"a.early": Fraction(1_000)}
    >>> early_rest(Fraction(9_000), Fraction(4_000), "a.early", half, thousand, True)
    Fraction(500, 1)
    """
    if not residue_is_given_out or not early_principal:
        return _NOTHING
    return rest_of(early_principal, pool_factor_used[early_pool], early_cut, pool_multiple[early_pool])


@rule(per="holding", cite="the terms of the offer on what is left by cutting tenders")
def early_step(
    holding: Text, early_rest: Money, early_principal: Money, early_pool: Text, residue_steps: Each[Count],
    last_step_rest: Each[Money], last_step_principal: Each[Money], last_step_holding: Each[Text],
    pool_multiple: Each[Money],
) -> Money:  # fmt: skip
    """Further step of principal that the holding's early tenders get of the residue of their pool.

    >>> one, rest, nine = {"a.early": 1}, {"a.early": Fraction(500)}, {"a.early": Fraction(9_000)}
    >>> last, thousand = {"a.early": "H-7"}, {"a.early": Fraction(1_000)}
    >>> early_step("H-7", Fraction(500), Fraction(9_000), "a.early", one, rest, nine, last, thousand)
    Fraction(1000, 1)
    """
    place = place_of(early_rest, early_principal, holding)
    return _step(
        place, early_pool, residue_steps, last_step_rest, last_step_principal, last_step_holding, pool_multiple
    )


@rule(per="holding")
def early_accepted_principal(early_cut: Money, early_step: Money) -> Money:
    """Principal of the holding's early tenders that is accepted.

    >>> early_accepted_principal(Fraction(4_000), Fraction(1_000))
    Fraction(5000, 1)
    """
    return early_cut + early_step


@rule(per="holding", cite="proration: rounded down to the multiple of the series")
def late_cut(
    late_principal: Money, late_cost: Money, late_pool: Text, pool_factor_used: Each[Number], small_returns: Text,
    pool_multiple: Each[Money], pool_denomination: Each[Money], price_basis: Money, pool_price_in_cap: Each[Money],
    pool_interest_in_cap: Each[Money],
) -> Money:  # fmt: skip
    """Principal of the holding's late tenders that its factor lets in, cut to the multiple of the series.

    >>> tender, thousand, nothing = Fraction(9_000), {"a.late": Fraction(1_000)}, {"a.late": Fraction(0)}
    >>> half, basis = {"a.late": Fraction(1, 2)}, Fraction(1_000)
    >>> late_cut(tender, tender, "a.late", half, "prorated", thousand, thousand, basis, thousand, nothing)
    Fraction(4000, 1)
    """
    return _cut(
        late_principal, late_cost, late_pool, pool_factor_used, small_returns, pool_multiple, pool_denomination,
        price_basis, pool_price_in_cap, pool_interest_in_cap,
    )  # fmt: skip


@rule(per="holding")
def late_rest(
    late_principal: Money, late_cut: Money, late_pool: Text, pool_factor_used: Each[Number],
    pool_multiple: Each[Money], residue_is_given_out: Flag,
) -> Money:  # fmt: skip
    """What cutting left of the holding's late tenders, where they can still get a further step of principal.

    >>> half, thousand = {"a.late": Fraction(1, 2)}, {"a.late": Fraction(1_000)}
    >>> late_rest(Fraction(9_000), Fraction(4_000), "a.late", half, thousand, True)
    Fraction(500, 1)
    """
    if not residue_is_given_out or not late_principal:
        return _NOTHING
    return rest_of(late_principal, pool_factor_used[late_pool], late_cut, pool_multiple[late_pool])


@rule(per="holding", cite="the terms of the offer on what is left by cutting tenders")
def late_step(
    holding: Text, late_rest: Money, late_principal: Money, late_pool: Text, residue_steps: Each[Count],
    last_step_rest: Each[Money], last_step_principal: Each[Money], last_step_holding: Each[Text],
    pool_multiple: Each[Money],
) -> Money:  # fmt: skip
    """Further step of principal that the holding's late tenders get of the residue of their pool.

    >>> one, rest, nine = {"a.late": 1}, {"a.late": Fraction(500)}, {"a.late": Fraction(9_000)}
    >>> last, thousand = {"a.late": "H-7"}, {"a.late": Fraction(1_000)}
    >>> late_step("H-7", Fraction(500), Fraction(9_000), "a.late", one, rest, nine, last, thousand)
    Fraction(1000, 1)
    """
    place = place_of(late_rest, late_principal, holding)
    return _step(place, late_pool, residue_steps, last_step_rest, last_step_principal, last_step_holding, pool_multiple)


@rule(per="holding")
def late_accepted_principal(late_cut: Money, late_step: Money) -> Money:
    """Principal of the holding's late tenders that is accepted.

    >>> late_accepted_principal(Fraction(4_000), Fraction(1_000))
    Fraction(5000, 1)
    """
    return late_cut + late_step


@rule(per="holding")
def accepted_principal(early_accepted_principal: Money, late_accepted_principal: Money) -> Money:
    """Principal accepted for purchase.

    >>> accepted_principal(Fraction(5_000), Fraction(1_000))
    Fraction(6000, 1)
    """
    return early_accepted_principal + late_accepted_principal


@rule(per="holding")
def holding_is_prorated(returned_principal: Money) -> Flag:
    """Whether a cap sent back something of what the holding tendered.

    >>> holding_is_prorated(Fraction(4_000))
    True
    """
    return returned_principal > 0
