"""What one holding takes of the caps of a cash tender: what is tendered, what is accepted."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from lexdocs.figures.rule import Each, rule
from lexdocs.notation.units import Money, Text
from lexdocs.offers.tender_cut import cost_of

_NOTHING = Fraction(0)


def _cost(
    principal: Fraction, pool: str, basis: Fraction, price: Mapping[str, Fraction], interest: Mapping[str, Fraction]
) -> Fraction:
    """What principal of a pool takes of a cap; nothing takes nothing, whether or not there is such a pool."""
    return cost_of(principal, basis, price[pool], interest[pool]) if principal else _NOTHING


@rule(per="holding")
def early_cost(
    early_principal: Money, early_pool: Text, price_basis: Money, pool_price_in_cap: Each[Money],
    pool_interest_in_cap: Each[Money],
) -> Money:  # fmt: skip
    """What the holding's early tenders would take of a cap if all of them were accepted, to the cent as it is paid.

    >>> price, interest = {"a.early": Fraction("985.50")}, {"a.early": Fraction(0)}
    >>> early_cost(Fraction(40_000), "a.early", Fraction(1_000), price, interest)
    Fraction(39420, 1)
    """
    return _cost(early_principal, early_pool, price_basis, pool_price_in_cap, pool_interest_in_cap)


@rule(per="holding")
def early_accepted_cost(
    early_accepted_principal: Money, early_pool: Text, price_basis: Money, pool_price_in_cap: Each[Money],
    pool_interest_in_cap: Each[Money],
) -> Money:  # fmt: skip
    """What is accepted of the holding's early tenders takes of a cap.

    >>> price, interest = {"a.early": Fraction("985.50")}, {"a.early": Fraction(0)}
    >>> early_accepted_cost(Fraction(5_000), "a.early", Fraction(1_000), price, interest)
    Fraction(9855, 2)
    """
    return _cost(early_accepted_principal, early_pool, price_basis, pool_price_in_cap, pool_interest_in_cap)


@rule(per="holding")
def late_cost(
    late_principal: Money, late_pool: Text, price_basis: Money, pool_price_in_cap: Each[Money],
    pool_interest_in_cap: Each[Money],
) -> Money:  # fmt: skip
    """What the holding's late tenders would take of a cap if all of them were accepted, to the cent as it is paid.

    >>> price, interest = {"a.late": Fraction("985.50")}, {"a.late": Fraction(0)}
    >>> late_cost(Fraction(40_000), "a.late", Fraction(1_000), price, interest)
    Fraction(39420, 1)
    """
    return _cost(late_principal, late_pool, price_basis, pool_price_in_cap, pool_interest_in_cap)


@rule(per="holding")
def late_accepted_cost(
    late_accepted_principal: Money, late_pool: Text, price_basis: Money, pool_price_in_cap: Each[Money],
    pool_interest_in_cap: Each[Money],
) -> Money:  # fmt: skip
    """What is accepted of the holding's late tenders takes of a cap.

    >>> price, interest = {"a.late": Fraction("985.50")}, {"a.late": Fraction(0)}
    >>> late_accepted_cost(Fraction(5_000), "a.late", Fraction(1_000), price, interest)
    Fraction(9855, 2)
    """
    return _cost(late_accepted_principal, late_pool, price_basis, pool_price_in_cap, pool_interest_in_cap)
