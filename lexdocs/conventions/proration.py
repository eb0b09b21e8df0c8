"""Proration: how much of what was tendered a cap lets in, and how the cut falls on each holding.

A cap may bound principal, purchase price or consideration: the price per unit, the cost of one dollar of
principal, turns the one into the other, exactly. Amounts are exact fractions of a dollar; nothing is
rounded but to whole denominations, and then down, so that no cap is passed by a cent.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

_NONE = Fraction(0)
_ALL = Fraction(1)


def factor(cap: Fraction, tendered: Fraction) -> Fraction:
    """The proration factor: the cap over what was tendered, at most one; one where nothing was tendered.

    Both in the same measure: principal over principal, or cost over cost. Raises `ValueError` for an
    amount below zero.

    >>> factor(Fraction(600), Fraction(2_000)), factor(Fraction(600), Fraction(500)), factor(Fraction(600), Fraction(0))
    (Fraction(3, 10), Fraction(1, 1), Fraction(1, 1))
    """
    if cap < 0 or tendered < 0:
        raise ValueError("a cap and what is tendered cannot be below zero")
    return _ALL if tendered <= cap else cap / tendered


def cut(principal: Fraction, factor: Fraction, denomination: Fraction) -> Fraction:
    """The principal accepted of one holding: its part by the factor, rounded down to the denomination.

    A holding with a factor of one is accepted in full, whatever multiple it is.

    >>> cut(Fraction(9_000), Fraction(1, 2), Fraction(1_000)), cut(Fraction(9_500), Fraction(1), Fraction(1_000))
    (Fraction(4000, 1), Fraction(9500, 1))
    """
    if denomination <= 0:
        raise ValueError("a denomination must be more than nothing")
    if not 0 <= factor <= 1:
        raise ValueError("a proration factor lies between zero and one")
    return principal if factor == 1 else principal * factor // denomination * denomination


@dataclass(frozen=True)
class Pool:
    """What was tendered into one pool, such as a series by its early deadline, and what bounds it alone.

    `tendered` and `cap` are principal; `price_per_unit` is what one dollar of that principal takes of the
    cap of the whole waterfall: 1 for a cap on principal, 0.97 for a cap on purchase price at 97% of
    principal. A sub-cap on purchase price is divided by the price before it comes here. Pools that follow one
    another with the same `level` rank alike and are prorated together. Pools of one `group` (the early
    and the late tenders of a series) share the group's sub-cap, if it has one, of which one dollar of
    principal takes `price_in_group`: 1 for a sub-cap on principal.
    """

    tendered: Fraction
    price_per_unit: Fraction = Fraction(1)
    cap: Fraction | None = None
    level: int | str | None = None
    group: str | None = None
    price_in_group: Fraction = Fraction(1)

    def __post_init__(self) -> None:
        """Refuse what no pool can be."""
        if self.tendered < 0 or (self.cap is not None and self.cap < 0):
            raise ValueError("a cap and what is tendered cannot be below zero")
        if self.price_per_unit <= 0 or self.price_in_group <= 0:
            raise ValueError("a price must be more than nothing")

    @property
    def most(self) -> Fraction:
        """The principal that the pool can give when no other cap bites."""
        return self.tendered if self.cap is None else min(self.tendered, self.cap)


def waterfall(
    pools: Sequence[Pool], cap: Fraction | None, group_caps: Mapping[str, Fraction] | None = None
) -> tuple[Fraction, ...]:
    """The principal accepted of each pool, exactly, when pools are filled in the order of their priority.

    The first takes what it can, the next what is left of the cap, and so on. Pools of one level are filled
    together, each by the same part of what was tendered, until a sub-cap stops one; then the others go on.
    `cap` None: no cap but the sub-caps. `group_caps` are the sub-caps of groups, in what `price_in_group` measures.

    >>> first, second = Pool(Fraction(700)), Pool(Fraction(900), cap=Fraction(500))
    >>> [int(each) for each in waterfall([first, second], Fraction(1_000))]
    [700, 300]
    >>> at_a_price = Pool(Fraction(900), price_per_unit=Fraction("0.96"))
    >>> [str(each) for each in waterfall([at_a_price], Fraction(600))]
    ['625']
    """
    if cap is not None and cap < 0:
        raise ValueError("a cap cannot be below zero")
    left, groups = cap, dict(group_caps or {})
    accepted: list[Fraction] = []
    for together in _ranks(pools):
        filled = _fill(together, left, groups)
        for pool, amount in zip(together, filled, strict=True):
            left = None if left is None else left - amount * pool.price_per_unit
            if pool.group in groups:
                groups[pool.group] -= amount * pool.price_in_group
        accepted += filled
    return tuple(accepted)


def _ranks(pools: Sequence[Pool]) -> list[list[Pool]]:
    """The pools in order, those of one level that follow one another together."""
    ranks: list[list[Pool]] = []
    for pool in pools:
        if ranks and pool.level is not None and ranks[-1][0].level == pool.level:
            ranks[-1].append(pool)
        else:
            ranks.append([pool])
    return ranks


def _fill(pools: Sequence[Pool], cap: Fraction | None, groups: Mapping[str, Fraction]) -> list[Fraction]:
    """Fill pools of one rank together: the same part of each rises until bounds stop one after another."""
    amounts = [_NONE for _ in pools]
    rising = {index for index, pool in enumerate(pools) if pool.tendered}
    while rising:
        bounds = list(_bounds(pools, amounts, rising, cap, groups))
        step = min(rise for rise, _ in bounds)
        for index in rising:
            amounts[index] += step * pools[index].tendered
        rising = rising.difference(*(stopped for rise, stopped in bounds if rise == step))
    return amounts


def _bounds(
    pools: Sequence[Pool], amounts: Sequence[Fraction], rising: set[int], cap: Fraction | None,
    groups: Mapping[str, Fraction],
) -> Iterator[tuple[Fraction, set[int]]]:  # fmt: skip
    """How much further the common part can rise before each bound is met, and which pools that bound stops."""
    for index in rising:
        yield (pools[index].most - amounts[index]) / pools[index].tendered, {index}
    for name, bound in groups.items():
        members = {index for index in rising if pools[index].group == name}
        if members:
            same = [(amount, pool) for amount, pool in zip(amounts, pools, strict=True) if pool.group == name]
            taken = sum((amount * pool.price_in_group for amount, pool in same), _NONE)
            rise = sum(pools[index].tendered * pools[index].price_in_group for index in members)
            yield (bound - taken) / rise, members
    if cap is not None:
        spent = sum((amount * pool.price_per_unit for amount, pool in zip(amounts, pools, strict=True)), _NONE)
        yield (cap - spent) / sum(pools[index].tendered * pools[index].price_per_unit for index in rising), set(rising)


def largest_remainder(
    exact: Sequence[Fraction], unit: Fraction, total: Fraction, most: Sequence[Fraction] | None = None
) -> tuple[Fraction, ...]:
    """Amounts in whole units near the exact ones: rounded down, then one unit each by the largest remainder.

    Units are given while `total` can take another. Ties go to the larger exact amount, then to the earlier.
    An amount that is whole already gets no more, and none passes its entry in `most`, such as the principal
    tendered. Raises `ValueError` when even the amounts rounded down make more than the total. As with every
    method of largest remainders, one amount can fall by a unit when the total rises; the sum never does.

    >>> exact = [Fraction(1_500), Fraction(2_500), Fraction(3_000)]
    >>> [int(each) for each in largest_remainder(exact, Fraction(1_000), Fraction(7_000))]
    [1000, 3000, 3000]
    """
    if unit <= 0:
        raise ValueError("a unit must be more than nothing")
    amounts = [each // unit * unit for each in exact]
    left = total - sum(amounts, _NONE)
    if left < 0:
        raise ValueError("the amounts rounded down make more than the total")
    waiting = [
        index
        for index, each in enumerate(exact)
        if each != amounts[index] and (most is None or amounts[index] + unit <= most[index])
    ]
    waiting.sort(key=lambda index: (amounts[index] - exact[index], -exact[index], index))
    for index in waiting[: int(left // unit)]:
        amounts[index] += unit
    return tuple(amounts)


@dataclass(frozen=True)
class Unused:
    """What a cap leaves unused, in the measure of the cap, and why; no reason where nothing is left."""

    amount: Fraction
    because: str = ""


@dataclass(frozen=True)
class Prorated:
    """Holdings of one pool cut by a cap: the factor, what is accepted of each, and what the cap leaves."""

    factor: Fraction
    accepted: tuple[Fraction, ...]
    unused: Unused


def prorate(
    tendered: Sequence[Fraction], cap: Fraction, denomination: Fraction, price_per_unit: Fraction = Fraction(1),
    *, by_largest_remainder: bool = False,
) -> Prorated:  # fmt: skip
    """Cut the holdings of one pool by a cap on principal (price 1) or on what the principal costs.

    Each holding is rounded down to the denomination; what that leaves is given out by largest remainder
    only where the offer document says so.

    >>> found = prorate([Fraction(7_000), Fraction(8_000)], Fraction(10_000), Fraction(1_000))
    >>> found.factor, [int(each) for each in found.accepted], found.unused
    (Fraction(2, 3), [4000, 5000], Unused(amount=Fraction(1000, 1), because='each holding is cut to the denomination'))
    """
    total = sum(tendered, _NONE)
    part = factor(cap, total * price_per_unit)
    accepted = tuple(cut(each, part, denomination) for each in tendered)
    if by_largest_remainder and part < 1:
        accepted = largest_remainder([each * part for each in tendered], denomination, cap / price_per_unit, tendered)
    return Prorated(part, accepted, unused(cap, total, accepted, denomination, price_per_unit))


def unused(
    cap: Fraction, tendered: Fraction, accepted: Sequence[Fraction], denomination: Fraction,
    price_per_unit: Fraction = Fraction(1),
) -> Unused:  # fmt: skip
    """What a cap leaves when holdings are accepted as they are, and why.

    >>> unused(Fraction(500), Fraction(300), [Fraction(300)], Fraction(100))
    Unused(amount=Fraction(200, 1), because='all that was tendered is accepted')
    """
    total = sum(accepted, _NONE)
    left = cap - total * price_per_unit
    if left < 0:
        raise ValueError("more is accepted than the cap allows")
    if not left:
        return Unused(left)
    if total == tendered:
        return Unused(left, "all that was tendered is accepted")
    if left < denomination * price_per_unit:
        return Unused(left, "it is less than one denomination")
    return Unused(left, "each holding is cut to the denomination")
