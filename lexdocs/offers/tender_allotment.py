"""A residue given out over all pools of a cash tender: place by place, what one cannot use goes down to the next.

In each place tenders are cut by what is really left of the caps. Steps of principal that cutting leaves go, one
each, to the tenders with the largest part of a step left; then round again, until no tender of the place can take
a step within the caps. So in the end no tender anywhere can take a further step.

As with every method of largest remainders one holding, or a series of a later place, can get a step less of a
larger cap. What is accepted in all rises with the cap wherever each step takes the same of it; where steps differ
it can fall, by less than one step.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from itertools import groupby

from lexdocs.conventions.proration import Pool, waterfall
from lexdocs.figures.rule import CENT
from lexdocs.offers.tender_cut import Place, Steps, Tender, place_of, prorated, rest_of

_NOTHING = Fraction(0)
_SMALLEST = Fraction(1, 10**18)


@dataclass(frozen=True)
class Ranked:
    """A pool with its place in the order of acceptance, its series, its steps of principal, and what it holds."""

    label: str
    rank: int
    series: str
    steps: Steps
    tenders: tuple[Tender, ...]

    @property
    def principal(self) -> Fraction:
        """All that is tendered into the pool.

        >>> Ranked("a", 1, "a", Steps(*[Fraction(1)] * 5), (Tender("H-7", Fraction(9), Fraction(8)),)).principal
        Fraction(9, 1)
        """
        return sum((each.principal for each in self.tenders), _NOTHING)

    @property
    def cost(self) -> Fraction:
        """What all of it would take of a cap.

        >>> Ranked("a", 1, "a", Steps(*[Fraction(1)] * 5), (Tender("H-7", Fraction(9), Fraction(8)),)).cost
        Fraction(8, 1)
        """
        return sum((each.cost for each in self.tenders), _NOTHING)


@dataclass(frozen=True)
class Share:
    """What a pool gets: the factor by which it is cut, further steps in the order of its tenders, and one aside.

    `aside` is the holding of a tender that gets a step out of its order, for those before it would take a cent
    more than is left.
    """

    factor: Fraction
    steps: int = 0
    aside: str = ""


@dataclass
class _Waiting:
    """A tender that can take further steps, with what it was cut to."""

    pool: Ranked
    label: str
    taken: Fraction
    further: int
    order: tuple[Fraction, Fraction, str, str]
    steps: int = 0

    def more(self, many: int) -> Fraction:
        """What so many further steps take of the caps, to the cent."""
        multiple = self.pool.steps.multiple
        before = self.taken + self.steps * multiple
        return self.pool.steps.cost(before + many * multiple) - self.pool.steps.cost(before)


@dataclass
class Room:
    """What is left of the cap of the offer and of the caps of series."""

    left: Fraction | None
    caps: dict[str, Fraction]
    on_principal: bool

    def take(self, pool: Ranked, principal: Fraction, cost: Fraction) -> None:
        """Count what is taken of a pool against the caps."""
        if self.left is not None:
            self.left -= cost
        if pool.series in self.caps:
            self.caps[pool.series] -= principal if self.on_principal else cost

    def fits(self, pool: Ranked, principal: Fraction, cost: Fraction) -> bool:
        """Whether the caps have room for so much of a pool."""
        own = self.caps.get(pool.series)
        return (self.left is None or cost <= self.left) and (
            own is None or (principal if self.on_principal else cost) <= own
        )

    def rounds(self, active: Sequence[_Waiting]) -> int:
        """Rounds in which each of some tenders can surely take a step."""
        most = min(each.further - each.steps for each in active)
        if self.left is not None:
            most = min(most, int(self.left // sum(each.pool.steps.most for each in active)))
        for series, left in self.caps.items():
            own = [each.pool.steps for each in active if each.pool.series == series]
            if own:
                most = min(most, int(left // sum(each.multiple if self.on_principal else each.most for each in own)))
        return max(most, 1)


@lru_cache(maxsize=1)
def allot(
    pools: tuple[Ranked, ...], cap: Fraction | None, series_caps: tuple[tuple[str, Fraction], ...], on_principal: bool
) -> Mapping[str, Share]:
    """The share of each pool, by its label; `cap` None where only series have caps.

    Two series rank alike, and each would be let in at five and a half steps:

    >>> steps = Steps(*[Fraction(1_000)] * 4, Fraction(0))
    >>> ten = (Tender("H-7", Fraction(10_000), Fraction(10_000)),)
    >>> pools = tuple(Ranked(label, 1, label, steps, ten) for label in "ab")
    >>> [share.steps for share in allot(pools, Fraction(11_000), (), True).values()]
    [1, 0]
    """
    room = Room(cap, dict(series_caps), on_principal)
    found: dict[str, Share] = {}
    for _, of_rank in groupby(sorted(pools, key=lambda pool: pool.rank), key=lambda pool: pool.rank):
        listed = tuple(of_rank)
        found |= _given(listed, factors_of(listed, room), room)
    return found


def factors_of(pools: Sequence[Ranked], room: Room) -> list[Fraction]:
    """The factor of each pool of one place, by what is left of the caps."""
    filled = []
    for pool in pools:
        principal, cost = pool.principal, pool.cost
        price = (cost / principal if principal else Fraction(1)) or _SMALLEST
        filled.append(Pool(principal, price, None, pool.rank, pool.series, Fraction(1) if room.on_principal else price))
    targets = waterfall(filled, room.left, room.caps)
    return [
        target / pool.tendered if pool.tendered else Fraction(1) for target, pool in zip(targets, filled, strict=True)
    ]


def _given(pools: Sequence[Ranked], factors: Sequence[Fraction], room: Room) -> dict[str, Share]:
    """Cut the tenders of one place, and give out what that leaves in rounds."""
    waiting = sorted(_cut(pools, factors, room), key=lambda each: each.order)
    stopped: set[str] = set()
    while active := [each for each in waiting if each.steps < each.further and each.pool.label not in stopped]:
        many = room.rounds(active)
        for each in active:
            principal, cost = many * each.pool.steps.multiple, each.more(many)
            if each.pool.label in stopped or not room.fits(each.pool, principal, cost):
                stopped.add(each.pool.label)  # those after it wait behind it
                continue
            room.take(each.pool, principal, cost)
            each.steps += many
    aside = _aside(waiting, room)
    given = {pool.label: 0 for pool in pools}
    for each in waiting:
        given[each.pool.label] += each.steps
    return {
        pool.label: Share(factor, given[pool.label], aside.get(pool.label, ""))
        for pool, factor in zip(pools, factors, strict=True)
    }


def _cut(pools: Sequence[Ranked], factors: Sequence[Fraction], room: Room) -> Iterable[_Waiting]:
    """Cut tenders by the factors of their pools; those that could take further steps wait for them."""
    for pool, factor in zip(pools, factors, strict=True):
        multiple = pool.steps.multiple
        for each in pool.tenders:
            taken = prorated(each.principal, each.cost, factor, pool.steps)
            room.take(pool, taken, pool.steps.cost(taken))
            further = further_steps(each.principal, factor, taken, multiple)
            if further:
                place = place_of(rest_of(each.principal, factor, taken) / multiple, each.principal, each.label)
                yield _Waiting(pool, each.label, taken, further, (*place, pool.label))


def _aside(waiting: Sequence[_Waiting], room: Room) -> dict[str, str]:
    """Tenders whose step takes a cent less than that of the one before, where that is just what is left."""
    found: dict[str, str] = {}
    for each in waiting:
        steps = each.pool.steps
        if each.steps >= each.further or each.pool.label in found:
            continue
        # A step takes at most two cents less than its most, one for the price and one for the interest.
        near = room.fits(each.pool, steps.multiple, steps.most - 2 * CENT)
        if near and room.fits(each.pool, steps.multiple, each.more(1)):
            room.take(each.pool, steps.multiple, each.more(1))
            found[each.pool.label] = each.label
    return found


def further_steps(principal: Fraction, factor: Fraction, taken: Fraction, multiple: Fraction) -> int:
    """Steps that a tender could take beyond what it was cut to; none where its factor lets in all of it.

    >>> further_steps(Fraction(9_500), Fraction(1, 2), Fraction(4_000), Fraction(1_000))
    5
    """
    return 0 if factor == 1 else int((principal - taken) // multiple)


def last_of(queue: Iterable[tuple[Place, int]], steps: int) -> tuple[int, Place | None]:
    """How many rounds of one step each so many steps make, and the last place that gets one more.

    The queue says how many steps each place can take.

    >>> queue = [(place_of(Fraction(rest), Fraction(9), label), 2) for rest, label in ((3, "H-7"), (5, "H-8"))]
    >>> rounds, last = last_of(queue, 3)
    >>> rounds, last == place_of(Fraction(5), Fraction(9), "H-8")
    (1, True)
    """
    listed = sorted(queue)
    low, high = 0, max((most for _, most in listed), default=0)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if sum(min(most, middle) for _, most in listed) <= steps else (low, middle - 1)
    over = steps - sum(min(most, low) for _, most in listed)
    return low, [place for place, most in listed if most > low][over - 1] if over else None
