"""What the caps of a cash tender let in, place by place, where what cutting tenders leaves is not given out.

A place that fills a cap closes it: tenders of later places get nothing of what cutting leaves under that cap. A series
that its own cap stops takes of the cap of the offer what is accepted of it, so that what cutting it leaves under the
cap of the offer is room for later places.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from functools import lru_cache
from itertools import groupby

from lexdocs.offers.tender_allotment import Ranked, Room, factors_of
from lexdocs.offers.tender_cut import ACCEPTED, PRORATED, Steps, Tender, prorated, whole_factor

Tendered = tuple[Mapping[str, str], Mapping[str, Fraction], Mapping[str, Fraction]]
"""What holdings tendered early, or late: the pool, the principal, and what it takes of a cap."""

_NOTHING = Fraction(0)


def ranked_pools(
    rank: Mapping[str, int], series: Mapping[str, str], is_late: Mapping[str, bool], early: Tendered, late: Tendered,
    multiple: Mapping[str, Fraction], denomination: Mapping[str, Fraction], basis: Fraction,
    price: Mapping[str, Fraction], interest: Mapping[str, Fraction],
) -> tuple[Ranked, ...]:  # fmt: skip
    """The pools with the tenders that came into each.

    >>> ten, one, late = {"H-7": Fraction(10)}, {"a": Fraction(1)}, ({"H-7": "a"}, {"H-7": _NOTHING}, {})
    >>> early = ({"H-7": "a"}, ten, ten)
    >>> (pool,) = ranked_pools({"a": 1}, {"a": "a"}, {"a": False}, early, late, one, one, Fraction(1), one, one)
    >>> pool.principal
    Fraction(10, 1)
    """
    inside: dict[str, list[Tender]] = {pool: [] for pool in rank}
    for tendered, of_late in ((early, False), (late, True)):
        pools, principal, cost = tendered
        for label in principal:
            pool = pools[label]
            if principal[label] and is_late[pool] == of_late:
                inside[pool].append(Tender(label, principal[label], cost[label]))
    return tuple(
        Ranked(
            pool, rank[pool], series[pool],
            Steps(multiple[pool], denomination[pool], basis, price[pool], interest[pool]), tuple(inside[pool]),
        )
        for pool in rank
    )  # fmt: skip


@lru_cache(maxsize=1)
def let_in(
    pools: tuple[Ranked, ...], cap: Fraction | None, series_caps: tuple[tuple[str, Fraction], ...], on_principal: bool,
    small_returns: str = PRORATED,
) -> Mapping[str, Fraction]:  # fmt: skip
    """The principal of each pool that the caps let in, by its label; `cap` None where only series have caps.

    The cap of the first series lets in 5,500 and 5,000 are accepted, so that 6,000 are left for the second:

    >>> steps, ten = Steps(*[Fraction(1_000)] * 4, _NOTHING), (Tender("H-7", Fraction(10_000), Fraction(10_000)),)
    >>> pools = tuple(Ranked(label, rank, label, steps, ten) for rank, label in enumerate("ab", 1))
    >>> [int(each) for each in let_in(pools, Fraction(11_000), (("a", Fraction(5_500)),), True).values()]
    [5500, 6000]
    """
    room = Room(cap, dict(series_caps), on_principal)
    found: dict[str, Fraction] = {}
    for _, of_rank in groupby(sorted(pools, key=lambda pool: pool.rank), key=lambda pool: pool.rank):
        listed = tuple(of_rank)
        shares = dict(zip((pool.label for pool in listed), factors_of(listed, room), strict=True))
        filled = Room(room.left, dict(room.caps), on_principal)
        for pool in listed:
            share = shares[pool.label]
            found[pool.label] = share * pool.principal
            filled.take(pool, found[pool.label], share * pool.cost)
            room.take(pool, *_accepted(pool, share, small_returns))
        _close(room, filled)
    return found


def _accepted(pool: Ranked, factor: Fraction, small_returns: str) -> tuple[Fraction, Fraction]:
    """Principal that is accepted of a pool once its tenders are cut, and what it takes of a cap."""
    if factor == 1:
        return pool.principal, pool.cost
    used = whole_factor(factor, pool.tenders, pool.steps) if small_returns == ACCEPTED else factor
    taken = [prorated(each.principal, each.cost, used, pool.steps, small_returns) for each in pool.tenders]
    return sum(taken, _NOTHING), sum(map(pool.steps.cost, taken), _NOTHING)


def _close(room: Room, filled: Room) -> None:
    """Leave nothing under the caps that a place has filled."""
    if filled.left is not None and filled.left <= 0:
        room.left = _NOTHING
    for series, left in filled.caps.items():
        if left <= 0:
            room.caps[series] = _NOTHING
