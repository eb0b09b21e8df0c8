"""The residue of each pool: who gets a further step of principal, by largest remainder, where the terms give it out.

Tenders are put in order by what cutting left of them, the larger tender first among equals, then the
earlier label. Three figures say which tender is the last to get a step, so that each can tell its place.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from lexdocs.figures.rule import CENT, Each, Total, rule
from lexdocs.notation.units import Count, Flag, Money, Text
from lexdocs.offers.tender_cut import Place, place_of
from lexdocs.offers.tender_proration import in_pool

LARGEST_REMAINDER = "largest remainder"
_NOTHING = Fraction(0)


@rule()
def residue_is_given_out(residue_rule: Text) -> Flag:
    """Whether principal that is left by cutting tenders is given out by largest remainder.

    >>> residue_is_given_out("none")
    False
    """
    return residue_rule == LARGEST_REMAINDER


@rule(per="pool", total=Total("early_cut", by="early_pool"))
def pool_early_cut(pool: Text, early_cut: Each[Money], early_pool: Each[Text]) -> Money:
    """Principal of early tenders in the pool after each is cut, before any residue is given out.

    >>> pool_early_cut("a", {"H-7": Fraction(5_000)}, {"H-7": "a"})
    Fraction(5000, 1)
    """
    return in_pool(pool, early_cut, early_pool)


@rule(per="pool", total=Total("late_cut", by="late_pool"))
def pool_late_cut(pool: Text, late_cut: Each[Money], late_pool: Each[Text]) -> Money:
    """Principal of late tenders in the pool after each is cut, before any residue is given out.

    >>> pool_late_cut("a.late", {"H-7": Fraction(5_000)}, {"H-7": "a.late"})
    Fraction(5000, 1)
    """
    return in_pool(pool, late_cut, late_pool)


@rule(per="pool", total=Total("early_cut_cost", by="early_pool"))
def pool_early_cut_cost(pool: Text, early_cut_cost: Each[Money], early_pool: Each[Text]) -> Money:
    """What early tenders in the pool take of a cap after each is cut.

    >>> pool_early_cut_cost("a", {"H-7": Fraction("4927.50")}, {"H-7": "a"})
    Fraction(9855, 2)
    """
    return in_pool(pool, early_cut_cost, early_pool)


@rule(per="pool", total=Total("late_cut_cost", by="late_pool"))
def pool_late_cut_cost(pool: Text, late_cut_cost: Each[Money], late_pool: Each[Text]) -> Money:
    """What late tenders in the pool take of a cap after each is cut.

    >>> pool_late_cut_cost("a.late", {"H-7": Fraction("4777.50")}, {"H-7": "a.late"})
    Fraction(9555, 2)
    """
    return in_pool(pool, late_cut_cost, late_pool)


@rule(per="pool")
def pool_cut(pool_early_cut: Money, pool_late_cut: Money) -> Money:
    """Principal of the pool after each tender is cut to its multiple, before any residue is given out.

    >>> pool_cut(Fraction(5_000), Fraction(0))
    Fraction(5000, 1)
    """
    return pool_early_cut + pool_late_cut


@rule(per="pool")
def step_cost(pool_multiple: Money, price_basis: Money, pool_price_in_cap: Money, pool_interest_in_cap: Money) -> Money:
    """Most that one further step of principal takes of a cap; cents that rounding may add to it are counted in.

    >>> step_cost(Fraction(1_000), Fraction(1_000), Fraction("985.50"), Fraction(0))
    Fraction(1971, 2)
    """
    parts = [pool_multiple * part / price_basis for part in (pool_price_in_cap, pool_interest_in_cap)]
    # The cents of a step are its own where they are whole; else rounding the sum can add one.
    return sum((part if not part % CENT else part - part % CENT + CENT for part in parts), _NOTHING)


@rule(per="pool", cite="the terms of the offer on what is left by cutting tenders")
def residue_steps(
    residue_is_given_out: Flag, pool_target: Money, pool_cut: Money, pool_cost: Money, pool_tendered: Money,
    pool_early_cut_cost: Money, pool_late_cut_cost: Money, pool_multiple: Money, step_cost: Money,
) -> Count:  # fmt: skip
    """Further steps of principal that the pool can take after each tender is cut.

    >>> thousand = Fraction(1_000)
    >>> target, cut, tendered = Fraction(5_500), Fraction(3_000), Fraction(11_000)
    >>> residue_steps(True, target, cut, tendered, tendered, cut, Fraction(0), thousand, thousand)
    2
    """
    if not residue_is_given_out or not pool_tendered or pool_target == pool_tendered:
        return 0
    room = pool_target / pool_tendered * pool_cost - pool_early_cut_cost - pool_late_cut_cost
    return int(min((pool_target - pool_cut) // pool_multiple, room // step_cost))


def _last(
    pool: str, steps: int, late: bool, early: tuple[Mapping[str, Fraction], ...], pools: Mapping[str, str],
    later: tuple[Mapping[str, Fraction], ...], later_pools: Mapping[str, str],
) -> Place:  # fmt: skip
    """The place of the last tender that gets a step; before all others where none does."""
    if not steps:
        return place_of(_NOTHING, _NOTHING, "")
    (rests, principal), of = (later, later_pools) if late else (early, pools)
    waiting = sorted(place_of(rests[each], principal[each], each) for each in rests if of[each] == pool and rests[each])
    return waiting[: int(steps)][-1] if waiting else place_of(_NOTHING, _NOTHING, "")


@rule(per="pool")
def last_step_rest(
    pool: Text, residue_steps: Count, pool_is_late: Flag, early_rest: Each[Money], early_principal: Each[Money],
    early_pool: Each[Text], late_rest: Each[Money], late_principal: Each[Money], late_pool: Each[Text],
) -> Money:  # fmt: skip
    """What cutting left of the last tender in the pool that gets a further step of principal.

    >>> rests, pools = dict.fromkeys(("H-7", "H-8"), Fraction(500)), {"H-7": "a", "H-8": "a"}
    >>> principal = {"H-7": Fraction(3_000), "H-8": Fraction(5_000)}
    >>> last_step_rest("a", 1, False, rests, principal, pools, {}, {}, {})
    Fraction(500, 1)
    """
    early, late = (early_rest, early_principal), (late_rest, late_principal)
    return -_last(pool, residue_steps, pool_is_late, early, early_pool, late, late_pool)[0]


@rule(per="pool")
def last_step_principal(
    pool: Text, residue_steps: Count, pool_is_late: Flag, early_rest: Each[Money], early_principal: Each[Money],
    early_pool: Each[Text], late_rest: Each[Money], late_principal: Each[Money], late_pool: Each[Text],
) -> Money:  # fmt: skip
    """Principal of the last tender in the pool that gets a further step.

    >>> rests, pools = dict.fromkeys(("H-7", "H-8"), Fraction(500)), {"H-7": "a", "H-8": "a"}
    >>> principal = {"H-7": Fraction(3_000), "H-8": Fraction(5_000)}
    >>> last_step_principal("a", 1, False, rests, principal, pools, {}, {}, {})
    Fraction(5000, 1)
    """
    early, late = (early_rest, early_principal), (late_rest, late_principal)
    return -_last(pool, residue_steps, pool_is_late, early, early_pool, late, late_pool)[1]


@rule(per="pool")
def last_step_holding(
    pool: Text, residue_steps: Count, pool_is_late: Flag, early_rest: Each[Money], early_principal: Each[Money],
    early_pool: Each[Text], late_rest: Each[Money], late_principal: Each[Money], late_pool: Each[Text],
) -> Text:  # fmt: skip
    """Holding of the last tender in the pool that gets a further step of principal.

    >>> rests, pools = dict.fromkeys(("H-7", "H-8"), Fraction(500)), {"H-7": "a", "H-8": "a"}
    >>> principal = {"H-7": Fraction(3_000), "H-8": Fraction(5_000)}
    >>> last_step_holding("a", 1, False, rests, principal, pools, {}, {}, {})
    'H-8'
    """
    early, late = (early_rest, early_principal), (late_rest, late_principal)
    return _last(pool, residue_steps, pool_is_late, early, early_pool, late, late_pool)[2]
