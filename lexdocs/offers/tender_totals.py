"""Totals of a cash tender over all series: tendered, accepted, remaining, cash, and the minimum condition."""

from __future__ import annotations

from fractions import Fraction

from lexdocs.figures.rule import CENT, Each, Round, Total, rule
from lexdocs.notation.units import Flag, Money, Percentage, Rounding


@rule(total=Total("early_principal"))
def total_early_tendered(early_principal: Each[Money]) -> Money:
    """Principal of all series validly tendered by the early deadline, or at all where there is none.

    >>> total_early_tendered({"H-7": Fraction(5_000), "H-8": Fraction(9_000)})
    Fraction(14000, 1)
    """
    return sum(early_principal.values(), Fraction(0))


@rule(total=Total("late_principal"))
def total_late_tendered(late_principal: Each[Money]) -> Money:
    """Principal of all series validly tendered after the early deadline.

    >>> total_late_tendered({"H-7": Fraction(5_000), "H-8": Fraction(9_000)})
    Fraction(14000, 1)
    """
    return sum(late_principal.values(), Fraction(0))


@rule(total=Total("early_accepted_principal"))
def total_early_accepted(early_accepted_principal: Each[Money]) -> Money:
    """Principal of all series accepted of early tenders.

    >>> total_early_accepted({"H-7": Fraction(5_000), "H-8": Fraction(9_000)})
    Fraction(14000, 1)
    """
    return sum(early_accepted_principal.values(), Fraction(0))


@rule(total=Total("late_accepted_principal"))
def total_late_accepted(late_accepted_principal: Each[Money]) -> Money:
    """Principal of all series accepted of late tenders.

    >>> total_late_accepted({"H-7": Fraction(5_000), "H-8": Fraction(9_000)})
    Fraction(14000, 1)
    """
    return sum(late_accepted_principal.values(), Fraction(0))


@rule(total=Total("holder_consideration"))
def total_purchase_price(holder_consideration: Each[Money]) -> Money:
    """Price of all that is accepted, the sum of what holders are paid.

    >>> total_purchase_price({"H-7": Fraction(5_000), "H-8": Fraction(9_000)})
    Fraction(14000, 1)
    """
    return sum(holder_consideration.values(), Fraction(0))


@rule(total=Total("holder_early_cash"))
def total_early_cash(holder_early_cash: Each[Money]) -> Money:
    """Cash due for all early tenders, before any tax is withheld.

    >>> total_early_cash({"H-7": Fraction(5_000), "H-8": Fraction(9_000)})
    Fraction(14000, 1)
    """
    return sum(holder_early_cash.values(), Fraction(0))


@rule(total=Total("holder_late_cash"))
def total_late_cash(holder_late_cash: Each[Money]) -> Money:
    """Cash due for all late tenders, before any tax is withheld.

    >>> total_late_cash({"H-7": Fraction(5_000), "H-8": Fraction(9_000)})
    Fraction(14000, 1)
    """
    return sum(holder_late_cash.values(), Fraction(0))


@rule(total=Total("holder_cash_gross"))
def total_cash_gross(holder_cash_gross: Each[Money]) -> Money:
    """Cash due to all holders, before any tax is withheld.

    >>> total_cash_gross({"H-7": Fraction(5_000), "H-8": Fraction(9_000)})
    Fraction(14000, 1)
    """
    return sum(holder_cash_gross.values(), Fraction(0))


@rule(total=Total("holder_early_cash_net"))
def total_early_cash_net(holder_early_cash_net: Each[Money]) -> Money:
    """Cash paid for all early tenders.

    >>> total_early_cash_net({"H-7": Fraction(5_000), "H-8": Fraction(9_000)})
    Fraction(14000, 1)
    """
    return sum(holder_early_cash_net.values(), Fraction(0))


@rule(total=Total("holder_late_cash_net"))
def total_late_cash_net(holder_late_cash_net: Each[Money]) -> Money:
    """Cash paid for all late tenders.

    >>> total_late_cash_net({"H-7": Fraction(5_000), "H-8": Fraction(9_000)})
    Fraction(14000, 1)
    """
    return sum(holder_late_cash_net.values(), Fraction(0))


@rule()
def minimum_tender_principal(total_outstanding: Money, minimum_tender: Percentage) -> Money:
    """Principal whose tender just meets the minimum condition.

    >>> minimum_tender_principal(Fraction(100_000), Fraction(1, 2))
    Fraction(50000, 1)
    """
    return total_outstanding * minimum_tender


@rule()
def minimum_is_met(total_valid: Money, minimum_tender_principal: Money) -> Flag:
    """Whether what is validly tendered meets the minimum condition.

    >>> minimum_is_met(Fraction(80_000), Fraction(50_000))
    True
    """
    return total_valid >= minimum_tender_principal


@rule(round=Round(Rounding.UP, to=CENT), cite="conditions of the offer")
def minimum_shortfall_principal(total_valid: Money, minimum_tender_principal: Money) -> Money:
    """Principal that must still be tendered before the minimum condition is met.

    >>> minimum_shortfall_principal(Fraction(30_000), Fraction(50_000))
    Fraction(20000, 1)
    """
    return max(minimum_tender_principal - total_valid, Fraction(0))
