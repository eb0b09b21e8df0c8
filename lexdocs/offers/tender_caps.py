"""What the caps of a cash tender leave unused, and why."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from lexdocs.figures.figure import Pending
from lexdocs.figures.rule import Each, Total, rule
from lexdocs.notation.units import Count, Flag, Money, Number, Text
from lexdocs.offers.tender_cut import ACCEPTED, PRORATED
from lexdocs.offers.tender_proration import in_pool

ALL_USED = "the whole cap is used"
ALL_ACCEPTED = "all that was validly tendered is accepted"
SERIES_CAPS = "caps of series let in no more"
OFFER_CAP = "the cap of the offer lets in no more"
LAST_STEP = "what is left would not pay for one further step of principal"
OTHER_STEP = "what is left would not pay for one further step of principal of a series whose own cap lets in more"
NO_TAKER = "no tender has a further whole step of principal"
CUT = "each tender is cut down to its step of principal, and the terms give out no residue"
WHOLE = "a higher factor would accept tenders whole beyond the cap"
REJECTED_WHOLE = "tenders that would leave less than the denomination are rejected whole"


@rule(per="pool", total=Total("early_accepted_cost", by="early_pool"))
def pool_early_accepted_cost(pool: Text, early_accepted_cost: Each[Money], early_pool: Each[Text]) -> Money:
    """What is accepted of early tenders in the pool takes of a cap.

    >>> pool_early_accepted_cost("a", {"H-7": Fraction(5_000)}, {"H-7": "a"})
    Fraction(5000, 1)
    """
    return in_pool(pool, early_accepted_cost, early_pool)


@rule(per="pool", total=Total("late_accepted_cost", by="late_pool"))
def pool_late_accepted_cost(pool: Text, late_accepted_cost: Each[Money], late_pool: Each[Text]) -> Money:
    """What is accepted of late tenders in the pool takes of a cap.

    >>> pool_late_accepted_cost("a.late", {"H-7": Fraction(5_000)}, {"H-7": "a.late"})
    Fraction(5000, 1)
    """
    return in_pool(pool, late_accepted_cost, late_pool)


@rule(per="pool")
def pool_accepted_cost(pool_early_accepted_cost: Money, pool_late_accepted_cost: Money) -> Money:
    """What is accepted of the pool takes of a cap.

    >>> pool_accepted_cost(Fraction(5_000), Fraction(0))
    Fraction(5000, 1)
    """
    return pool_early_accepted_cost + pool_late_accepted_cost


@rule()
def cap_used(pool_accepted_cost: Each[Money]) -> Money:
    """What is accepted takes of the cap of the offer, in what the cap bounds, as holders are paid to the cent.

    >>> cap_used({"a": Fraction(5_000), "b": Fraction(9_000)})
    Fraction(14000, 1)
    """
    return sum(pool_accepted_cost.values(), Fraction(0))


@rule()
def unused_cap(cap: Money, cap_used: Money) -> Money:
    """What the cap of the offer leaves unused, in what the cap bounds.

    >>> unused_cap(Fraction(15_000), Fraction(14_000))
    Fraction(1000, 1)
    """
    return cap - cap_used


@rule(per="pool")
def pool_target_of_series_cap(
    pool_target: Money, pool_tendered: Money, pool_cost: Money, series_caps_are_on_principal: Flag
) -> Money:
    """What the caps let in of the pool takes of a cap of its series, in what that cap bounds.

    >>> pool_target_of_series_cap(Fraction(700), Fraction(900), Fraction(990), False)
    Fraction(770, 1)
    """
    if series_caps_are_on_principal or not pool_tendered:
        return pool_target
    return pool_target * pool_cost / pool_tendered


@rule(per="series")
def series_cap_used(
    series: Text, pool_series: Each[Text], pool_accepted: Each[Money], pool_accepted_cost: Each[Money],
    series_caps_are_on_principal: Flag,
) -> Money:  # fmt: skip
    """What is accepted of the series takes of a cap of the series.

    >>> series_cap_used("a", {"a": "a", "b": "b"}, {"a": Fraction(5_000)}, {}, True)
    Fraction(5000, 1)
    """
    taken = pool_accepted if series_caps_are_on_principal else pool_accepted_cost
    return sum((taken[pool] for pool, of in pool_series.items() if of == series), Fraction(0))


@rule(per="series")
def unused_series_cap(series_cap: Money, series_cap_used: Money) -> Money:
    """What the cap of the series leaves unused, in what it bounds.

    >>> unused_series_cap(Fraction(6_000), Fraction(5_000))
    Fraction(1000, 1)
    """
    return series_cap - series_cap_used


def _why(small_returns: str, left: Fraction, steps: Mapping[str, Fraction], small: Mapping[str, int]) -> str:
    """Why a cap that stopped some pools is not used to the end.

    `steps` are what a step of those pools takes of it, `small` how the rule on small returns bears on each pool.
    """
    if all(left < step for step in steps.values()):
        return LAST_STEP
    if any(small[pool] for pool in steps):
        return {ACCEPTED: WHOLE, PRORATED: CUT}.get(small_returns, REJECTED_WHOLE)
    return CUT


@rule(per="pool", total=Total("early_return_is_small", by="early_pool", count=True))
def pool_early_small_returns(pool: Text, early_return_is_small: Each[Flag], early_pool: Each[Text]) -> Count:
    """Early tenders in the pool that are returned or accepted whole, for too little of them would go back.

    >>> pool_early_small_returns("a", {"H-7": True, "H-8": False}, {"H-7": "a", "H-8": "a"})
    1
    """
    return sum(1 for label, small in early_return_is_small.items() if small and early_pool[label] == pool)


@rule(per="pool", total=Total("late_return_is_small", by="late_pool", count=True))
def pool_late_small_returns(pool: Text, late_return_is_small: Each[Flag], late_pool: Each[Text]) -> Count:
    """Late tenders in the pool that are returned or accepted whole, for too little of them would go back.

    >>> pool_late_small_returns("a.late", {"H-7": True, "H-8": True}, {"H-7": "a.late", "H-8": "a"})
    1
    """
    return sum(1 for label, small in late_return_is_small.items() if small and late_pool[label] == pool)


@rule(per="pool")
def pool_small_returns_bear(
    pool_factor: Number, pool_factor_used: Number, pool_early_small_returns: Count, pool_late_small_returns: Count,
    small_returns: Text,
) -> Flag:  # fmt: skip
    """Whether less of the pool is accepted for the rule on small returns: its factor is lowered, or tenders go back.

    >>> half = Fraction(1, 2)
    >>> [pool_small_returns_bear(half, half, 3, 0, rule) for rule in ("accepted whole", "rejected whole")]
    [False, True]
    """
    if small_returns == ACCEPTED:
        return pool_factor_used < pool_factor
    return pool_early_small_returns + pool_late_small_returns > 0


def _stopped(
    pool: str, series: Mapping[str, str], unused: Mapping[str, Fraction | Pending], steps: Mapping[str, Fraction]
) -> bool:
    """Whether the cap of its series would be passed by a further step of a pool."""
    left = unused[series[pool]]
    return not isinstance(left, Pending) and left < steps[pool]


def filled(
    takes: Mapping[str, Fraction], series: Mapping[str, str], caps: Mapping[str, Fraction | Pending]
) -> frozenset[str]:
    """The series of which their own caps let in no more; `takes` is what of each pool counts against them.

    >>> sorted(filled({"a": Fraction(7), "b": Fraction(3)}, {"a": "a", "b": "b"}, {"a": Fraction(7), "b": Fraction(9)}))
    ['a']
    """
    let_in = dict.fromkeys(series.values(), Fraction(0))
    for pool, taken in takes.items():
        let_in[series[pool]] += taken
    return frozenset(label for label, cap in caps.items() if not isinstance(cap, Pending) and let_in[label] >= cap)


@rule()
def unused_cap_reason(
    unused_cap: Money, pool_target: Each[Money], pool_tendered: Each[Money], pool_target_of_series_cap: Each[Money],
    pool_accepted: Each[Money], step_cost: Each[Money], pool_multiple: Each[Money], pool_series: Each[Text],
    series_cap: Each[Money | Pending], unused_series_cap: Each[Money | Pending], series_caps_are_on_principal: Flag,
    small_returns: Text, residue_is_given_out: Flag, pool_can_take_more: Each[Flag],
    pool_small_returns_bear: Each[Flag],
) -> Text:  # fmt: skip
    """Why the cap of the offer is not used to the end.

    >>> one, tendered, more = {"a": Fraction(700)}, {"a": Fraction(900)}, {"a": True}
    >>> terms = (tendered, tendered, {"a": "a"}, {}, {}, True, "prorated", False, more, {"a": False})
    >>> unused_cap_reason(Fraction(0), one, tendered, tendered, one, *terms)
    'the whole cap is used'
    """
    if not unused_cap:
        return ALL_USED
    if all(pool_accepted[pool] == pool_tendered[pool] for pool in pool_tendered):
        return ALL_ACCEPTED
    if residue_is_given_out:
        steps = pool_multiple if series_caps_are_on_principal else step_cost
        could = [pool for pool in pool_series if pool_can_take_more[pool]]
        stopped = [pool for pool in could if _stopped(pool, pool_series, unused_series_cap, steps)]
        if not could:
            return NO_TAKER
        if len(stopped) == len(could):
            return SERIES_CAPS
        return OTHER_STEP if any(step_cost[pool] <= unused_cap for pool in stopped) else LAST_STEP
    full = filled(pool_target_of_series_cap, pool_series, series_cap)
    cut = {
        pool: step_cost[pool]
        for pool, series in pool_series.items()
        if pool_target[pool] < pool_tendered[pool] and series not in full
    }
    return _why(small_returns, unused_cap, cut, pool_small_returns_bear) if cut else SERIES_CAPS


@rule(per="series")
def unused_series_cap_reason(
    series: Text, series_cap: Money, unused_series_cap: Each[Money | Pending], pool_series: Each[Text],
    pool_target_of_series_cap: Each[Money], pool_tendered: Each[Money], pool_accepted: Each[Money],
    pool_multiple: Each[Money], step_cost: Each[Money], series_caps_are_on_principal: Flag, small_returns: Text,
    residue_is_given_out: Flag, pool_can_take_more: Each[Flag], pool_small_returns_bear: Each[Flag],
) -> Text:  # fmt: skip
    """Why the cap of the series is not used to the end.

    >>> of, target, tendered, more = {"a": "a"}, {"a": Fraction(700)}, {"a": Fraction(900)}, {"a": True}
    >>> one, capped, left, no = {"a": Fraction(1)}, Fraction(700), {"a": Fraction(0)}, {"a": False}
    >>> unused_series_cap_reason(
    ...     "a", capped, left, of, target, tendered, target, one, one, True, "prorated", False, more, no
    ... )
    'the whole cap is used'
    """
    left = unused_series_cap[series]
    if isinstance(left, Pending) or not left:
        return ALL_USED
    own = [pool for pool, of in pool_series.items() if of == series and pool_tendered[pool]]
    if all(pool_accepted[pool] == pool_tendered[pool] for pool in own):
        return ALL_ACCEPTED
    on_principal = series_caps_are_on_principal
    steps = pool_multiple if on_principal else step_cost
    if residue_is_given_out:
        could = [pool for pool in own if pool_can_take_more[pool]]
        if not could:
            return NO_TAKER
        return LAST_STEP if all(left < steps[pool] for pool in could) else OFFER_CAP
    if sum((pool_target_of_series_cap[pool] for pool in own), Fraction(0)) < series_cap:
        return OFFER_CAP
    return _why(small_returns, left, {pool: steps[pool] for pool in own}, pool_small_returns_bear)
