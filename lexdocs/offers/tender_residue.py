"""The residue of cutting tenders: who gets a further step of principal, by largest remainder, where the terms say so.

The steps of each pool are counted over all pools and holders at once, for what one leaves another can use. Within
a pool tenders are put in order by what cutting left of them, the larger tender first among equals, then the earlier
label. Figures of the pool say how many rounds of steps are given and who is the last to get one, so that each
tender can tell its own. `tender_allotment` says when a larger cap can take a step from a holder.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from lexdocs.figures.figure import Pending
from lexdocs.figures.rule import Each, Total, rule
from lexdocs.notation.units import Count, Flag, Money, Text
from lexdocs.offers.tender_allotment import last_of
from lexdocs.offers.tender_cut import Place, Steps, place_of
from lexdocs.offers.tender_proration import in_pool, shares

_NOTHING = Fraction(0)


@rule(per="pool")
def step_cost(pool_multiple: Money, price_basis: Money, pool_price_in_cap: Money, pool_interest_in_cap: Money) -> Money:
    """Most that one further step of principal takes of a cap; cents that rounding may add to it are counted in.

    >>> step_cost(Fraction(1_000), Fraction(1_000), Fraction("985.50"), Fraction(0))
    Fraction(1971, 2)
    """
    return Steps(pool_multiple, pool_multiple, price_basis, pool_price_in_cap, pool_interest_in_cap).most


@rule(per="pool", cite="the terms of the offer on what is left by cutting tenders")
def residue_steps(
    pool: Text,
    residue_is_given_out: Flag, pool_rank: Each[Count], pool_series: Each[Text], pool_is_late: Each[Flag],
    early_pool: Each[Text], late_pool: Each[Text], early_principal: Each[Money], late_principal: Each[Money],
    early_cost: Each[Money], late_cost: Each[Money], pool_multiple: Each[Money], pool_denomination: Each[Money],
    price_basis: Money, pool_price_in_cap: Each[Money], pool_interest_in_cap: Each[Money], cap: Money | Pending,
    series_cap: Each[Money | Pending], series_caps_are_on_principal: Flag,
) -> Count:  # fmt: skip
    """Further steps of principal that tenders of the pool get in their order, of what cutting left in any pool.

    >>> ten, one, first = {"H-7": Fraction(10_000)}, {"a": Fraction(1_000)}, {"a": 1}
    >>> pools, late, none = {"H-7": "a"}, {"H-7": "a.late"}, {"H-7": Fraction(0)}
    >>> tendered = (pools, late, ten, none, ten, none)
    >>> terms = (one, one, Fraction(1_000), one, {"a": Fraction(0)}, Fraction(5_500), {}, True)
    >>> residue_steps("a", True, first, {"a": "a"}, {"a": False}, *tendered, *terms)
    0
    """
    if not residue_is_given_out:
        return 0
    return shares(
        pool_rank, pool_series, pool_is_late, (early_pool, early_principal, early_cost),
        (late_pool, late_principal, late_cost), pool_multiple, pool_denomination, price_basis, pool_price_in_cap,
        pool_interest_in_cap, cap, series_cap, series_caps_are_on_principal,
    )[pool].steps  # fmt: skip


@rule(per="pool", cite="the terms of the offer on what is left by cutting tenders")
def step_aside_holding(
    pool: Text,
    residue_is_given_out: Flag, pool_rank: Each[Count], pool_series: Each[Text], pool_is_late: Each[Flag],
    early_pool: Each[Text], late_pool: Each[Text], early_principal: Each[Money], late_principal: Each[Money],
    early_cost: Each[Money], late_cost: Each[Money], pool_multiple: Each[Money], pool_denomination: Each[Money],
    price_basis: Money, pool_price_in_cap: Each[Money], pool_interest_in_cap: Each[Money], cap: Money | Pending,
    series_cap: Each[Money | Pending], series_caps_are_on_principal: Flag,
) -> Text:  # fmt: skip
    """Holding that gets a step out of its order, for those before it would take a cent more than is left; else none.

    >>> ten, one, first = {"H-7": Fraction(10_000)}, {"a": Fraction(1_000)}, {"a": 1}
    >>> pools, late, none = {"H-7": "a"}, {"H-7": "a.late"}, {"H-7": Fraction(0)}
    >>> tendered = (pools, late, ten, none, ten, none)
    >>> terms = (one, one, Fraction(1_000), one, {"a": Fraction(0)}, Fraction(5_500), {}, True)
    >>> step_aside_holding("a", True, first, {"a": "a"}, {"a": False}, *tendered, *terms)
    ''
    """
    if not residue_is_given_out:
        return ""
    return shares(
        pool_rank, pool_series, pool_is_late, (early_pool, early_principal, early_cost),
        (late_pool, late_principal, late_cost), pool_multiple, pool_denomination, price_basis, pool_price_in_cap,
        pool_interest_in_cap, cap, series_cap, series_caps_are_on_principal,
    )[pool].aside  # fmt: skip


def _last(
    pool: str, steps: int, late: bool, early: tuple[Mapping[str, Fraction], ...], pools: Mapping[str, str],
    later: tuple[Mapping[str, Fraction], ...], later_pools: Mapping[str, str], multiple: Fraction,
) -> tuple[int, Place]:  # fmt: skip
    """The rounds of steps in a pool, and the place of the last tender that gets one more, without a label if none."""
    nobody = place_of(_NOTHING, _NOTHING, "")
    if not steps:
        return 0, nobody
    (rests, principal, further), of = (later, later_pools) if late else (early, pools)
    queue = [
        (place_of(rests[each], principal[each], each), int(further[each] // multiple))
        for each in rests
        if of[each] == pool and further[each]
    ]
    rounds, last = last_of(queue, steps)
    return rounds, last or nobody


@rule(per="pool")
def residue_rounds(
    pool: Text, residue_steps: Count, pool_is_late: Flag, early_rest: Each[Money], early_principal: Each[Money],
    early_further: Each[Money], early_pool: Each[Text], late_rest: Each[Money], late_principal: Each[Money],
    late_further: Each[Money], late_pool: Each[Text], pool_multiple: Money,
) -> Count:  # fmt: skip
    """Rounds in which each tender of the pool that can take a step gets one.

    >>> rests, pools = dict.fromkeys(("H-7", "H-8"), Fraction(500)), {"H-7": "a", "H-8": "a"}
    >>> principal = {"H-7": Fraction(3_000), "H-8": Fraction(5_000)}
    >>> residue_rounds("a", 1, False, rests, principal, principal, pools, {}, {}, {}, {}, Fraction(1_000))
    0
    """
    early, late = (early_rest, early_principal, early_further), (late_rest, late_principal, late_further)
    return _last(pool, residue_steps, pool_is_late, early, early_pool, late, late_pool, pool_multiple)[0]


@rule(per="pool")
def last_step_rest(
    pool: Text, residue_steps: Count, pool_is_late: Flag, early_rest: Each[Money], early_principal: Each[Money],
    early_further: Each[Money], early_pool: Each[Text], late_rest: Each[Money], late_principal: Each[Money],
    late_further: Each[Money], late_pool: Each[Text], pool_multiple: Money,
) -> Money:  # fmt: skip
    """What cutting left of the last tender in the pool that gets one step more than the rounds.

    >>> rests, pools = dict.fromkeys(("H-7", "H-8"), Fraction(500)), {"H-7": "a", "H-8": "a"}
    >>> principal = {"H-7": Fraction(3_000), "H-8": Fraction(5_000)}
    >>> last_step_rest("a", 1, False, rests, principal, principal, pools, {}, {}, {}, {}, Fraction(1_000))
    Fraction(500, 1)
    """
    early, late = (early_rest, early_principal, early_further), (late_rest, late_principal, late_further)
    return -_last(pool, residue_steps, pool_is_late, early, early_pool, late, late_pool, pool_multiple)[1][0]


@rule(per="pool")
def last_step_principal(
    pool: Text, residue_steps: Count, pool_is_late: Flag, early_rest: Each[Money], early_principal: Each[Money],
    early_further: Each[Money], early_pool: Each[Text], late_rest: Each[Money], late_principal: Each[Money],
    late_further: Each[Money], late_pool: Each[Text], pool_multiple: Money,
) -> Money:  # fmt: skip
    """Principal of the last tender in the pool that gets one step more than the rounds.

    >>> rests, pools = dict.fromkeys(("H-7", "H-8"), Fraction(500)), {"H-7": "a", "H-8": "a"}
    >>> principal = {"H-7": Fraction(3_000), "H-8": Fraction(5_000)}
    >>> last_step_principal("a", 1, False, rests, principal, principal, pools, {}, {}, {}, {}, Fraction(1_000))
    Fraction(5000, 1)
    """
    early, late = (early_rest, early_principal, early_further), (late_rest, late_principal, late_further)
    return -_last(pool, residue_steps, pool_is_late, early, early_pool, late, late_pool, pool_multiple)[1][1]


@rule(per="pool")
def last_step_holding(
    pool: Text, residue_steps: Count, pool_is_late: Flag, early_rest: Each[Money], early_principal: Each[Money],
    early_further: Each[Money], early_pool: Each[Text], late_rest: Each[Money], late_principal: Each[Money],
    late_further: Each[Money], late_pool: Each[Text], pool_multiple: Money,
) -> Text:  # fmt: skip
    """Holding of the last tender in the pool that gets one step more than the rounds; else none.

    >>> rests, pools = dict.fromkeys(("H-7", "H-8"), Fraction(500)), {"H-7": "a", "H-8": "a"}
    >>> principal = {"H-7": Fraction(3_000), "H-8": Fraction(5_000)}
    >>> last_step_holding("a", 1, False, rests, principal, principal, pools, {}, {}, {}, {}, Fraction(1_000))
    'H-8'
    """
    early, late = (early_rest, early_principal, early_further), (late_rest, late_principal, late_further)
    return _last(pool, residue_steps, pool_is_late, early, early_pool, late, late_pool, pool_multiple)[1][2]


@rule(per="pool", total=Total("early_further", by="early_pool"))
def pool_early_further(pool: Text, early_further: Each[Money], early_pool: Each[Text]) -> Money:
    """Whole steps of principal that early tenders in the pool have beyond what they were cut to.

    >>> pool_early_further("a", {"H-7": Fraction(5_000)}, {"H-7": "a"})
    Fraction(5000, 1)
    """
    return in_pool(pool, early_further, early_pool)


@rule(per="pool", total=Total("late_further", by="late_pool"))
def pool_late_further(pool: Text, late_further: Each[Money], late_pool: Each[Text]) -> Money:
    """Whole steps of principal that late tenders in the pool have beyond what they were cut to.

    >>> pool_late_further("a.late", {"H-7": Fraction(5_000)}, {"H-7": "a.late"})
    Fraction(5000, 1)
    """
    return in_pool(pool, late_further, late_pool)


@rule(per="pool")
def pool_can_take_more(
    pool_early_further: Money, pool_late_further: Money, residue_steps: Count, pool_multiple: Money,
    step_aside_holding: Text,
) -> Flag:  # fmt: skip
    """Whether a tender of the pool still has a whole step of principal that is not accepted.

    >>> pool_can_take_more(Fraction(3_000), Fraction(0), 3, Fraction(1_000), "")
    False
    """
    given = (residue_steps + (1 if step_aside_holding else 0)) * pool_multiple
    return pool_early_further + pool_late_further > given
