"""Holdings of several pools cut by one cap: the waterfall over the pools, then the cut of each holding."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from lexdocs.conventions.proration import Pool, Unused, cut, factor, largest_remainder, waterfall

_NONE = Fraction(0)


@dataclass(frozen=True)
class Allocated:
    """What a cap lets in: of each pool exactly, its factor, what is accepted of each holding, and what is left."""

    targets: tuple[Fraction, ...]
    factors: tuple[Fraction, ...]
    accepted: tuple[Fraction, ...]
    unused: Unused


def allocate(
    pools: Sequence[Pool], holdings: Sequence[tuple[int, Fraction]], cap: Fraction | None, denomination: Fraction,
    group_caps: Mapping[str, Fraction] | None = None, *, by_largest_remainder: bool = False,
) -> Allocated:  # fmt: skip
    """Allocate a cap over pools in order of priority, and each pool's part over its holdings.

    `holdings` are (number of the pool, principal tendered); a pool's own `tendered` must be their sum. What
    the cut of one pool leaves does not flow to the next: the cap is shared before anything is cut. Without a
    cap (None) what is left is nothing.

    >>> pools = [Pool(Fraction(3_000)), Pool(Fraction(9_000))]
    >>> holdings = [(0, Fraction(3_000)), (1, Fraction(5_000)), (1, Fraction(4_000))]
    >>> found = allocate(pools, holdings, Fraction(7_500), Fraction(1_000))
    >>> [int(each) for each in found.accepted], found.factors[1], found.unused.amount
    ([3000, 2000, 2000], Fraction(1, 2), Fraction(500, 1))
    """
    sums = [sum((each for number, each in holdings if number == index), _NONE) for index in range(len(pools))]
    if sums != [pool.tendered for pool in pools]:
        raise ValueError("the holdings of a pool do not sum to what was tendered into it")
    targets = waterfall(pools, cap, group_caps)
    factors = tuple(factor(target, pool.tendered) for target, pool in zip(targets, pools, strict=True))
    accepted = [cut(each, factors[number], denomination) for number, each in holdings]
    if by_largest_remainder:
        for number, target in enumerate(targets):
            _give_remainders(number, target, factors[number], holdings, denomination, accepted)
    return Allocated(targets, factors, tuple(accepted), _unused(pools, holdings, cap, targets, accepted, denomination))


def _give_remainders(
    number: int, target: Fraction, part: Fraction, holdings: Sequence[tuple[int, Fraction]], denomination: Fraction,
    accepted: list[Fraction],
) -> None:  # fmt: skip
    """Give what the cut of one pool leaves to its holdings by largest remainder."""
    if part == 1:
        return
    own = [index for index, (pool, _) in enumerate(holdings) if pool == number]
    most = [holdings[index][1] for index in own]
    given = largest_remainder([each * part for each in most], denomination, target, most)
    for index, amount in zip(own, given, strict=True):
        accepted[index] = amount


def _unused(
    pools: Sequence[Pool], holdings: Sequence[tuple[int, Fraction]], cap: Fraction | None,
    targets: Sequence[Fraction], accepted: Sequence[Fraction], denomination: Fraction,
) -> Unused:  # fmt: skip
    """What is left of the cap, and every reason for it."""
    if cap is None:
        return Unused(_NONE)
    prices = [pool.price_per_unit for pool in pools]
    left = cap - sum((each * prices[number] for (number, _), each in zip(holdings, accepted, strict=True)), _NONE)
    shared = cap - sum((target * price for target, price in zip(targets, prices, strict=True)), _NONE)
    if not left:
        return Unused(left)
    if all(each == amount for (_, amount), each in zip(holdings, accepted, strict=True)):
        return Unused(left, "all that was tendered is accepted")
    because = ["sub-caps are reached"] if shared else []
    if left - shared:
        small = left - shared < denomination * min(prices)
        because.append("the rest is less than one denomination" if small else "each holding is cut to the denomination")
    return Unused(left, "; ".join(because))
