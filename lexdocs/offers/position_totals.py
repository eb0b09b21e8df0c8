"""Totals over the holdings of any offer: positions, interest, and cash before and after withholding."""

from __future__ import annotations

from fractions import Fraction

from lexdocs.figures.rule import Each, Total, rule
from lexdocs.notation.units import Count, Flag, Money


def _sum(each: Each[Fraction]) -> Fraction:
    return sum(each.values(), Fraction(0))


@rule(total=Total(count=True))
def number_of_holdings(held_principal: Each[Money]) -> Count:
    """Holdings in the register.

    >>> number_of_holdings({"H-7": Fraction(60_000), "H-8": Fraction(40_000)})
    2
    """
    return len(held_principal)


@rule(total=Total("held_principal"))
def total_held(held_principal: Each[Money]) -> Money:
    """Principal held by all holders of the register.

    >>> total_held({"H-7": Fraction(60_000), "H-8": Fraction(40_000)})
    Fraction(100000, 1)
    """
    return _sum(held_principal)


@rule(total=Total("tendered_principal"))
def total_tendered(tendered_principal: Each[Money]) -> Money:
    """Principal tendered by all holders, withdrawn or not.

    >>> total_tendered({"H-7": Fraction(60_000), "H-8": Fraction(20_000)})
    Fraction(80000, 1)
    """
    return _sum(tendered_principal)


@rule(total=Total("withdrawn_principal"))
def total_withdrawn(withdrawn_principal: Each[Money]) -> Money:
    """Principal withdrawn by all holders.

    >>> total_withdrawn({"H-7": Fraction(5_000), "H-8": Fraction(10_000)})
    Fraction(15000, 1)
    """
    return _sum(withdrawn_principal)


@rule(total=Total("guaranteed_principal"))
def total_guaranteed(guaranteed_principal: Each[Money]) -> Money:
    """Principal tendered under guarantees of delivery by all holders, not withdrawn and not delivered yet.

    >>> total_guaranteed({"H-7": Fraction(5_000), "H-8": Fraction(10_000)})
    Fraction(15000, 1)
    """
    return _sum(guaranteed_principal)


@rule()
def any_is_guaranteed(total_guaranteed: Money) -> Flag:
    """Whether notes are still to be delivered that were tendered under guarantees of delivery.

    >>> any_is_guaranteed(Fraction(15_000))
    True
    """
    return total_guaranteed > 0


@rule(total=Total("accepted_principal"))
def total_accepted(accepted_principal: Each[Money]) -> Money:
    """Principal accepted from all holders.

    >>> total_accepted({"H-7": Fraction(55_000), "H-8": Fraction(10_000)})
    Fraction(65000, 1)
    """
    return _sum(accepted_principal)


@rule(total=Total("returned_principal"))
def total_returned(returned_principal: Each[Money]) -> Money:
    """Principal returned to all holders.

    >>> total_returned({"H-7": Fraction(5_000), "H-8": Fraction(0)})
    Fraction(5000, 1)
    """
    return _sum(returned_principal)


@rule(total=Total("retained_principal"))
def total_retained(retained_principal: Each[Money]) -> Money:
    """Principal kept by all holders.

    >>> total_retained({"H-7": Fraction(5_000), "H-8": Fraction(40_000)})
    Fraction(45000, 1)
    """
    return _sum(retained_principal)


@rule(total=Total("holder_interest"))
def total_interest(holder_interest: Each[Money]) -> Money:
    """Accrued interest of all holders, each rounded.

    >>> total_interest({"H-7": Fraction("200.25"), "H-8": Fraction("100.75")})
    Fraction(301, 1)
    """
    return _sum(holder_interest)


@rule(total=Total("holder_cash_net"))
def total_cash_net(holder_cash_net: Each[Money]) -> Money:
    """Cash paid to all holders when the offer is consummated.

    >>> total_cash_net({"H-7": Fraction(390), "H-8": Fraction(70)})
    Fraction(460, 1)
    """
    return _sum(holder_cash_net)


@rule(total=Total("holder_withheld"))
def total_withheld(holder_withheld: Each[Money]) -> Money:
    """Tax withheld from all holders when the offer is consummated.

    >>> total_withheld({"H-7": Fraction(130), "H-8": Fraction(0)})
    Fraction(130, 1)
    """
    return _sum(holder_withheld)
