"""Proration of a cash tender: what came into each pool, what the caps let in, and the factor."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction

from lexdocs.conventions.proration import Pool, waterfall
from lexdocs.figures.figure import Pending
from lexdocs.figures.rule import Each, Total, rule
from lexdocs.notation.units import Count, Flag, Money, Number, Percentage, Text
from lexdocs.offers.tender_allotment import Share, allot
from lexdocs.offers.tender_cut import ACCEPTED, Steps, Tender, whole_factor
from lexdocs.offers.tender_prices import PRINCIPAL
from lexdocs.offers.tender_room import Tendered, let_in, ranked_pools

_SMALLEST = Fraction(1, 10**18)


def in_pool(pool: str, amounts: Mapping[str, Fraction], pools: Mapping[str, str]) -> Fraction:
    """The sum of what falls into a pool.

    >>> in_pool("a", {"H-7": Fraction(5), "H-8": Fraction(9)}, {"H-7": "a", "H-8": "b"})
    Fraction(5, 1)
    """
    return sum((amount for label, amount in amounts.items() if pools[label] == pool), Fraction(0))


@rule(per="pool", total=Total("early_principal", by="early_pool"))
def pool_early_tendered(pool: Text, early_principal: Each[Money], early_pool: Each[Text]) -> Money:
    """Principal that came into the pool by the early deadline, or at all where there is none.

    >>> pool_early_tendered("a", {"H-7": Fraction(60_000), "H-8": Fraction(9_000)}, {"H-7": "a", "H-8": "b"})
    Fraction(60000, 1)
    """
    return in_pool(pool, early_principal, early_pool)


@rule(per="pool", total=Total("late_principal", by="late_pool"))
def pool_late_tendered(pool: Text, late_principal: Each[Money], late_pool: Each[Text]) -> Money:
    """Principal that came into the pool after the early deadline.

    >>> pool_late_tendered("a.late", {"H-7": Fraction(60_000)}, {"H-7": "a.late"})
    Fraction(60000, 1)
    """
    return in_pool(pool, late_principal, late_pool)


@rule(per="pool", total=Total("early_cost", by="early_pool"))
def pool_early_cost(pool: Text, early_cost: Each[Money], early_pool: Each[Text]) -> Money:
    """What early tenders in the pool would take of a cap if all of them were accepted.

    >>> pool_early_cost("a", {"H-7": Fraction(59_130), "H-8": Fraction(9_000)}, {"H-7": "a", "H-8": "b"})
    Fraction(59130, 1)
    """
    return in_pool(pool, early_cost, early_pool)


@rule(per="pool", total=Total("late_cost", by="late_pool"))
def pool_late_cost(pool: Text, late_cost: Each[Money], late_pool: Each[Text]) -> Money:
    """What late tenders in the pool would take of a cap if all of them were accepted.

    >>> pool_late_cost("a.late", {"H-7": Fraction(57_330)}, {"H-7": "a.late"})
    Fraction(57330, 1)
    """
    return in_pool(pool, late_cost, late_pool)


@rule(per="pool")
def pool_tendered(pool_early_tendered: Money, pool_late_tendered: Money) -> Money:
    """Principal validly tendered into the pool.

    >>> pool_tendered(Fraction(60_000), Fraction(0))
    Fraction(60000, 1)
    """
    return pool_early_tendered + pool_late_tendered


@rule(per="pool")
def pool_cost(pool_early_cost: Money, pool_late_cost: Money) -> Money:
    """What the pool would take of a cap if all of it were accepted, each tender to the cent.

    >>> pool_cost(Fraction(59_130), Fraction(0))
    Fraction(59130, 1)
    """
    return pool_early_cost + pool_late_cost


@rule()
def series_caps_are_on_principal(series_caps_bound: Text | Pending) -> Flag:
    """Whether caps of series bound principal, as they do where nothing else is said.

    >>> series_caps_are_on_principal("purchase price")
    False
    """
    return isinstance(series_caps_bound, Pending) or series_caps_bound == PRINCIPAL


@rule(per="pool", cite="caps are filled in the order of acceptance; pools of one place by the same part of each")
def pool_target(
    pool: Text, pool_tendered: Each[Money], pool_cost: Each[Money], pool_rank: Each[Count], pool_series: Each[Text],
    pool_is_late: Each[Flag], early_pool: Each[Text], late_pool: Each[Text], early_principal: Each[Money],
    late_principal: Each[Money], early_cost: Each[Money], late_cost: Each[Money], pool_multiple: Each[Money],
    pool_denomination: Each[Money], price_basis: Money, pool_price_in_cap: Each[Money],
    pool_interest_in_cap: Each[Money], cap: Money | Pending, series_cap: Each[Money | Pending],
    series_caps_are_on_principal: Flag, small_returns: Text, residue_is_given_out: Flag,
) -> Money:  # fmt: skip
    """Principal of the pool that the caps let in, before any tender is cut to its multiple.

    A series that is stopped by its own cap takes of the cap of the offer what is accepted of it once tenders are cut,
    but where what cutting leaves is given out.

    >>> tendered, rank = {"a": Fraction(700), "b": Fraction(900)}, {"a": 1, "b": 2}
    >>> none, nothing = dict.fromkeys("ab", Pending("series_cap", (), "", "", ())), dict.fromkeys("ab", Fraction(0))
    >>> late, one, own = dict.fromkeys("ab", False), dict.fromkeys("ab", Fraction(1)), {"a": "a", "b": "b"}
    >>> holdings = (late, own, own, tendered, nothing, tendered, nothing, one, one, Fraction(1), one, nothing)
    >>> caps = (Fraction(1_000), none, True, "prorated", False)
    >>> pool_target("b", tendered, tendered, rank, own, *holdings, *caps)
    Fraction(300, 1)
    """
    caps = {series: amount for series, amount in series_cap.items() if not isinstance(amount, Pending)}
    if caps and not isinstance(cap, Pending) and not residue_is_given_out:
        pools = ranked_pools(
            pool_rank, pool_series, pool_is_late, (early_pool, early_principal, early_cost),
            (late_pool, late_principal, late_cost), pool_multiple, pool_denomination, price_basis, pool_price_in_cap,
            pool_interest_in_cap,
        )  # fmt: skip
        return let_in(pools, cap, tuple(caps.items()), series_caps_are_on_principal, small_returns)[pool]
    labels = list(pool_series)
    listed = []
    for label in labels:
        price = (pool_cost[label] / pool_tendered[label] if pool_tendered[label] else Fraction(1)) or _SMALLEST
        in_group = Fraction(1) if series_caps_are_on_principal else price
        listed.append(Pool(pool_tendered[label], price, None, pool_rank[label], pool_series[label], in_group))
    return waterfall(listed, None if isinstance(cap, Pending) else cap, caps)[labels.index(pool)]


@rule(per="pool")
def pool_factor(pool_target: Money, pool_tendered: Money) -> Number:
    """Proration factor of the pool: what the caps let in over what was tendered, one where nothing was.

    >>> pool_factor(Fraction(300), Fraction(900))
    Fraction(1, 3)
    """
    return pool_target / pool_tendered if pool_tendered else Fraction(1)


def _tenders(
    pool: str, pools: Mapping[str, str], principal: Mapping[str, Fraction], cost: Mapping[str, Fraction]
) -> Iterator[Tender]:
    """What each holding tendered into a pool."""
    return (Tender(label, principal[label], cost[label]) for label in principal if pools[label] == pool)


LARGEST_REMAINDER = "largest remainder"


@rule()
def residue_is_given_out(residue_rule: Text) -> Flag:
    """Whether principal that is left by cutting tenders is given out by largest remainder.

    >>> residue_is_given_out("none")
    False
    """
    return residue_rule == LARGEST_REMAINDER


def shares(
    rank: Mapping[str, int], series: Mapping[str, str], is_late: Mapping[str, bool], early: Tendered, late: Tendered,
    multiple: Mapping[str, Fraction], denomination: Mapping[str, Fraction], basis: Fraction,
    price: Mapping[str, Fraction], interest: Mapping[str, Fraction], cap: Fraction | Pending,
    series_cap: Mapping[str, Fraction | Pending], on_principal: bool,
) -> Mapping[str, Share]:  # fmt: skip
    """What each pool gets of the caps, with what cutting leaves given out; tenders as pool, principal and cost."""
    pools = ranked_pools(rank, series, is_late, early, late, multiple, denomination, basis, price, interest)
    caps = tuple((label, amount) for label, amount in series_cap.items() if not isinstance(amount, Pending))
    return allot(pools, None if isinstance(cap, Pending) else cap, caps, on_principal)


@rule(per="pool", cite="the terms of the offer on tenders that would leave less than the denomination")
def pool_factor_used(
    pool: Text, pool_factor: Number, small_returns: Text,
    residue_is_given_out: Flag, pool_rank: Each[Count], pool_series: Each[Text], pool_is_late: Each[Flag],
    early_pool: Each[Text], late_pool: Each[Text], early_principal: Each[Money], late_principal: Each[Money],
    early_cost: Each[Money], late_cost: Each[Money], pool_multiple: Each[Money], pool_denomination: Each[Money],
    price_basis: Money, pool_price_in_cap: Each[Money], pool_interest_in_cap: Each[Money], cap: Money | Pending,
    series_cap: Each[Money | Pending], series_caps_are_on_principal: Flag,
) -> Number:  # fmt: skip
    """Factor by which tenders in the pool are cut.

    It is lowered where tenders accepted whole would pass a cap, and raised, where a residue is given out, by what
    pools of earlier places could not use. Two tenders of ten thousand at three fifths would be accepted whole, for
    each would leave four thousand:

    >>> pools, ten, first = {"H-7": "a", "H-8": "a"}, dict.fromkeys(("H-7", "H-8"), Fraction(10_000)), {"a": 1}
    >>> late, none = dict.fromkeys(pools, "a.late"), dict.fromkeys(pools, Fraction(0))
    >>> thousand, five, cap = {"a": Fraction(1_000)}, {"a": Fraction(5_000)}, Fraction(12_000)
    >>> terms = (thousand, five, Fraction(1_000), thousand, {"a": Fraction(0)}, cap, {}, True)
    >>> tendered = (pools, late, ten, none, ten, none)
    >>> rank = (first, {"a": "a"}, {"a": False})
    >>> pool_factor_used("a", Fraction(3, 5), "accepted whole", False, *rank, *tendered, *terms)
    Fraction(599999999999999999, 1000000000000000000)
    """
    if residue_is_given_out:
        return shares(
        pool_rank, pool_series, pool_is_late, (early_pool, early_principal, early_cost),
        (late_pool, late_principal, late_cost), pool_multiple, pool_denomination, price_basis, pool_price_in_cap,
        pool_interest_in_cap, cap, series_cap, series_caps_are_on_principal,
    )[pool].factor  # fmt: skip
    if small_returns != ACCEPTED or pool_factor in (0, 1):
        return pool_factor
    steps = Steps(
        pool_multiple[pool], pool_denomination[pool], price_basis, pool_price_in_cap[pool], pool_interest_in_cap[pool]
    )
    late = (late_pool, late_principal, late_cost)
    early = (early_pool, early_principal, early_cost)
    return whole_factor(pool_factor, _tenders(pool, *(late if pool_is_late[pool] else early)), steps)


@rule(per="pool")
def pool_percentage(pool_factor_used: Number) -> Percentage:
    """Proration factor of the pool as a percentage, to print it.

    >>> pool_percentage(Fraction(1, 4))
    Fraction(1, 4)
    """
    return pool_factor_used


@rule(per="pool")
def pool_is_prorated(pool_accepted: Money, pool_tendered: Money) -> Flag:
    """Whether a part of what came into the pool is accepted, and a part is not.

    >>> pool_is_prorated(Fraction(300), Fraction(900))
    True
    """
    return 0 < pool_accepted < pool_tendered


@rule(per="pool")
def pool_is_shut_out(pool_accepted: Money, pool_tendered: Money) -> Flag:
    """Whether nothing is accepted of what came into the pool.

    >>> pool_is_shut_out(Fraction(0), Fraction(900))
    True
    """
    return pool_accepted == 0 and pool_tendered > 0


@rule(per="pool")
def pool_has_tenders(pool_tendered: Money) -> Flag:
    """Whether anything is validly tendered into the pool.

    >>> pool_has_tenders(Fraction(900))
    True
    """
    return pool_tendered > 0
