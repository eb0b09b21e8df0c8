"""The arithmetic of one prorated tender: what it takes of a cap to the cent, and how it is cut to steps."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from lexdocs.conventions.proration import cut
from lexdocs.figures.rule import CENT
from lexdocs.notation.rounding import round_to
from lexdocs.notation.units import Rounding

PRORATED, ACCEPTED, REJECTED = "prorated", "accepted whole", "rejected whole"
"""What becomes of a tender of which proration would return less than the smallest principal amount."""

_FINEST = 10**18
_NOTHING = Fraction(0)


@dataclass(frozen=True)
class Steps:
    """How principal of a series is cut, and what each basis of principal takes of the cap, in price and in interest."""

    multiple: Fraction
    denomination: Fraction
    basis: Fraction
    price: Fraction
    interest: Fraction

    def cost(self, principal: Fraction) -> Fraction:
        """What principal takes of the cap: price and interest, each rounded to the cent as they are paid.

        >>> thousand = Fraction(1000)
        >>> Steps(thousand, thousand, thousand, Fraction("985.505"), Fraction(0)).cost(thousand)
        Fraction(98551, 100)
        """
        return cost_of(principal, self.basis, self.price, self.interest)

    @property
    def most(self) -> Fraction:
        """Most that one further step of principal takes of the cap, with the cent that rounding a sum may add.

        >>> thousand = Fraction(1000)
        >>> Steps(thousand, thousand, thousand, Fraction("985.505"), Fraction(0)).most
        Fraction(98551, 100)
        """
        parts = [self.multiple * part / self.basis for part in (self.price, self.interest)]
        # The cents of a step are its own where they are whole; else rounding the sum can add one.
        return sum((part if not part % CENT else part - part % CENT + CENT for part in parts), _NOTHING)


@dataclass(frozen=True)
class Tender:
    """What one holding tendered into a pool: its label, the principal, and what all of it takes of the cap."""

    label: str
    principal: Fraction
    cost: Fraction


def cost_of(principal: Fraction, basis: Fraction, price: Fraction, interest: Fraction) -> Fraction:
    """What principal takes of a cap at a price and an interest for each basis of it, each part to the cent.

    >>> cost_of(Fraction(40_000), Fraction(1_000), Fraction("985.50"), Fraction("12.345675"))
    Fraction(3991383, 100)
    """
    return sum((round_to(principal * part / basis, Rounding.HALF_UP, CENT) for part in (price, interest)), _NOTHING)


def prorated(
    principal: Fraction, cost: Fraction, factor: Fraction, steps: Steps, small_returns: str = PRORATED
) -> Fraction:
    """The principal accepted of one tender: its part by the factor, in whole steps.

    What is accepted takes no more of the cap than its part of what the whole tender would take, cents and
    all: so many tenders together cannot pass the cap by a cent. `small_returns` says what becomes of a
    tender of which less than the denomination would be returned.

    >>> steps = Steps(Fraction(1_000), Fraction(5_000), Fraction(1_000), Fraction(1_000), Fraction(0))
    >>> tender = Fraction(9_000)
    >>> prorated(tender, tender, Fraction(1, 2), steps), prorated(tender, tender, Fraction(2, 3), steps, REJECTED)
    (Fraction(4000, 1), Fraction(0, 1))
    """
    if factor in (0, 1) or not principal:
        return principal * factor
    taken = cut(principal, factor, steps.multiple)
    while taken and steps.cost(taken) > cost * factor:
        taken -= steps.multiple
    if small_returns != PRORATED and _NOTHING < principal - taken < steps.denomination:
        return principal if small_returns == ACCEPTED else _NOTHING
    return taken


def whole_factor(factor: Fraction, tenders: Iterable[Tender], steps: Steps) -> Fraction:
    """The factor at which tenders that are accepted whole keep the pool within its part of the cap.

    The factor itself where they do; else the largest that lets them, found to eighteen decimals. What is
    accepted rises with the factor, so it rises with the cap too.

    >>> steps = Steps(Fraction(1_000), Fraction(5_000), Fraction(1_000), Fraction(1_000), Fraction(0))
    >>> tenders = [Tender(each, Fraction(10_000), Fraction(10_000)) for each in ("H-7", "H-8")]
    >>> found = whole_factor(Fraction(3, 5), tenders, steps)  # six thousand of each would leave four
    >>> [int(prorated(each.principal, each.cost, found, steps, ACCEPTED)) for each in tenders]
    [5000, 5000]
    """
    listed = tuple(tenders)
    room = factor * sum((each.cost for each in listed), _NOTHING)
    most = factor * sum((each.principal for each in listed), _NOTHING)

    def fits(tried: Fraction) -> bool:
        taken = [prorated(each.principal, each.cost, tried, steps, ACCEPTED) for each in listed]
        return sum(taken, _NOTHING) <= most and sum(map(steps.cost, taken), _NOTHING) <= room

    if factor in (0, 1) or fits(factor):
        return factor
    low, high = 0, int(factor * _FINEST)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if fits(Fraction(middle, _FINEST)) else (low, middle - 1)
    return Fraction(low, _FINEST)


def rest_of(principal: Fraction, factor: Fraction, taken: Fraction) -> Fraction:
    """What cutting a tender left of its part.

    >>> rest_of(Fraction(3_000), Fraction(1, 2), Fraction(1_000))
    Fraction(500, 1)
    """
    return max(principal * factor - taken, _NOTHING)


Place = tuple[Fraction, Fraction, str]
"""What orders tenders for the residue: the rest and the principal, larger ones first, then the label."""


def place_of(rest: Fraction, principal: Fraction, label: str) -> Place:
    """The place of a tender in the order in which the residue is given out.

    >>> place_of(Fraction(500), Fraction(5_000), "H-8") < place_of(Fraction(500), Fraction(3_000), "H-7")
    True
    """
    return -rest, -principal, label
