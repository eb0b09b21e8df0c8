"""What is accepted of one holding in a cash tender: its early and its late tenders, each by the factor of its pool."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from lexdocs.figures.rule import Each, rule
from lexdocs.notation.units import Count, Flag, Money, Number, Text
from lexdocs.offers.tender_allotment import further_steps
from lexdocs.offers.tender_cut import Place, Steps, place_of, prorated, rest_of

_NOTHING = Fraction(0)


def cut_of(
    principal: Fraction, cost: Fraction, pool: str, factor: Mapping[str, Fraction], small_returns: str,
    multiple: Mapping[str, Fraction], denomination: Mapping[str, Fraction], basis: Fraction,
    price: Mapping[str, Fraction], interest: Mapping[str, Fraction],
) -> Fraction:  # fmt: skip
    """What the factor of a pool lets in of principal, cut to its multiple.

    >>> tender, thousand, nothing = Fraction(9_000), {"a": Fraction(1_000)}, {"a": Fraction(0)}
    >>> half, basis = {"a": Fraction(1, 2)}, Fraction(1_000)
    >>> cut_of(tender, tender, "a", half, "prorated", thousand, thousand, basis, thousand, nothing)
    Fraction(4000, 1)
    """
    if not principal:
        return _NOTHING
    steps = Steps(multiple[pool], denomination[pool], basis, price[pool], interest[pool])
    return prorated(principal, cost, factor[pool], steps, small_returns)


def _further(principal: Fraction, factor: Fraction, taken: Fraction, multiple: Fraction) -> Fraction:
    """The whole steps of principal that a tender has beyond what it was cut to."""
    return multiple * further_steps(principal, factor, taken, multiple)


def _step(place: Place, further: Fraction, rounds: int, last: Place, aside: str, multiple: Fraction) -> Fraction:
    """The further principal that a tender gets: a step in each round, and one more if it comes no later than the last.

    A tender gets no more than it has, and one step aside of the order if it is the one that is named.
    """
    given = min(further, rounds * multiple)
    if last[2] and further > given and place <= last:
        given += multiple
    return given + multiple if aside == place[2] else given


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
    return cut_of(
        early_principal, early_cost, early_pool, pool_factor_used, small_returns, pool_multiple, pool_denomination,
        price_basis, pool_price_in_cap, pool_interest_in_cap,
    )  # fmt: skip


@rule(per="holding")
def early_rest(
    early_principal: Money, early_cut: Money, early_pool: Text, pool_factor_used: Each[Number],
    residue_is_given_out: Flag,
) -> Money:  # fmt: skip
    """What cutting left of the part of the holding's early tenders, where a residue is given out.

    >>> early_rest(Fraction(9_000), Fraction(4_000), "a.early", {"a.early": Fraction(1, 2)}, True)
    Fraction(500, 1)
    """
    if not residue_is_given_out or not early_principal:
        return _NOTHING
    return rest_of(early_principal, pool_factor_used[early_pool], early_cut)


@rule(per="holding")
def early_further(
    early_principal: Money, early_cut: Money, early_pool: Text, pool_factor_used: Each[Number],
    pool_multiple: Each[Money], residue_is_given_out: Flag,
) -> Money:  # fmt: skip
    """Whole steps of principal that the holding's early tenders have beyond what they were cut to.

    >>> half, thousand = {"a.early": Fraction(1, 2)}, {"a.early": Fraction(1_000)}
    >>> early_further(Fraction(9_500), Fraction(4_000), "a.early", half, thousand, True)
    Fraction(5000, 1)
    """
    if not residue_is_given_out or not early_principal:
        return _NOTHING
    return _further(early_principal, pool_factor_used[early_pool], early_cut, pool_multiple[early_pool])


@rule(per="holding", cite="the terms of the offer on what is left by cutting tenders")
def early_step(
    holding: Text, early_rest: Money, early_further: Money, early_principal: Money, early_pool: Text,
    residue_rounds: Each[Count], last_step_rest: Each[Money], last_step_principal: Each[Money],
    last_step_holding: Each[Text], step_aside_holding: Each[Text], pool_multiple: Each[Money],
) -> Money:  # fmt: skip
    """Further principal that the holding's early tenders get of what cutting left.

    >>> rest, nine, last = {"a.early": Fraction(500)}, {"a.early": Fraction(9_000)}, {"a.early": "H-7"}
    >>> none, aside, thousand = {"a.early": 0}, {"a.early": ""}, {"a.early": Fraction(1_000)}
    >>> tender = (Fraction(500), Fraction(5_000), Fraction(9_000), "a.early")
    >>> early_step("H-7", *tender, none, rest, nine, last, aside, thousand)
    Fraction(1000, 1)
    """
    if not early_further:
        return _NOTHING
    last = place_of(last_step_rest[early_pool], last_step_principal[early_pool], last_step_holding[early_pool])
    place = place_of(early_rest, early_principal, holding)
    aside, multiple = step_aside_holding[early_pool], pool_multiple[early_pool]
    return _step(place, early_further, residue_rounds[early_pool], last, aside, multiple)


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
    return cut_of(
        late_principal, late_cost, late_pool, pool_factor_used, small_returns, pool_multiple, pool_denomination,
        price_basis, pool_price_in_cap, pool_interest_in_cap,
    )  # fmt: skip


@rule(per="holding")
def late_rest(
    late_principal: Money, late_cut: Money, late_pool: Text, pool_factor_used: Each[Number],
    residue_is_given_out: Flag,
) -> Money:  # fmt: skip
    """What cutting left of the part of the holding's late tenders, where a residue is given out.

    >>> late_rest(Fraction(9_000), Fraction(4_000), "a.late", {"a.late": Fraction(1, 2)}, True)
    Fraction(500, 1)
    """
    if not residue_is_given_out or not late_principal:
        return _NOTHING
    return rest_of(late_principal, pool_factor_used[late_pool], late_cut)


@rule(per="holding")
def late_further(
    late_principal: Money, late_cut: Money, late_pool: Text, pool_factor_used: Each[Number],
    pool_multiple: Each[Money], residue_is_given_out: Flag,
) -> Money:  # fmt: skip
    """Whole steps of principal that the holding's late tenders have beyond what they were cut to.

    >>> half, thousand = {"a.late": Fraction(1, 2)}, {"a.late": Fraction(1_000)}
    >>> late_further(Fraction(9_500), Fraction(4_000), "a.late", half, thousand, True)
    Fraction(5000, 1)
    """
    if not residue_is_given_out or not late_principal:
        return _NOTHING
    return _further(late_principal, pool_factor_used[late_pool], late_cut, pool_multiple[late_pool])


@rule(per="holding", cite="the terms of the offer on what is left by cutting tenders")
def late_step(
    holding: Text, late_rest: Money, late_further: Money, late_principal: Money, late_pool: Text,
    residue_rounds: Each[Count], last_step_rest: Each[Money], last_step_principal: Each[Money],
    last_step_holding: Each[Text], step_aside_holding: Each[Text], pool_multiple: Each[Money],
) -> Money:  # fmt: skip
    """Further principal that the holding's late tenders get of what cutting left.

    >>> rest, nine, last = {"a.late": Fraction(500)}, {"a.late": Fraction(9_000)}, {"a.late": "H-7"}
    >>> none, aside, thousand = {"a.late": 0}, {"a.late": ""}, {"a.late": Fraction(1_000)}
    >>> tender = (Fraction(500), Fraction(5_000), Fraction(9_000), "a.late")
    >>> late_step("H-7", *tender, none, rest, nine, last, aside, thousand)
    Fraction(1000, 1)
    """
    if not late_further:
        return _NOTHING
    last = place_of(last_step_rest[late_pool], last_step_principal[late_pool], last_step_holding[late_pool])
    place = place_of(late_rest, late_principal, holding)
    aside, multiple = step_aside_holding[late_pool], pool_multiple[late_pool]
    return _step(place, late_further, residue_rounds[late_pool], last, aside, multiple)


@rule()
def late_tenders_wait(latest_is_settlement: Flag, offer_has_expired: Flag) -> Flag:
    """Whether early tenders are settled while the offer is open: on those that come later nothing is decided yet.

    >>> late_tenders_wait(True, False)
    True
    """
    return latest_is_settlement and not offer_has_expired


@rule(per="holding")
def late_accepted_principal(late_cut: Money, late_step: Money, late_tenders_wait: Flag) -> Money:
    """Principal of the holding's late tenders that is accepted.

    >>> late_accepted_principal(Fraction(4_000), Fraction(1_000), False)
    Fraction(5000, 1)
    """
    return _NOTHING if late_tenders_wait else late_cut + late_step


@rule(per="holding")
def accepted_principal(early_accepted_principal: Money, late_accepted_principal: Money) -> Money:
    """Principal accepted for purchase.

    >>> accepted_principal(Fraction(5_000), Fraction(1_000))
    Fraction(6000, 1)
    """
    return early_accepted_principal + late_accepted_principal


@rule(per="holding")
def holding_is_prorated(sent_back_principal: Money) -> Flag:
    """Whether a cap sent back something of what the holding tendered.

    >>> holding_is_prorated(Fraction(4_000))
    True
    """
    return sent_back_principal > 0
