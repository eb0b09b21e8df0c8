"""One holding in a cash tender: what of it was tendered early and late, and into which pools that comes."""

from __future__ import annotations

from fractions import Fraction

from lexdocs.figures.figure import Pending
from lexdocs.figures.rule import rule
from lexdocs.notation.units import Flag, Money, Text
from lexdocs.offers.tender_pools import pool_label

_NOTHING = Fraction(0)


@rule(per="holding")
def early_principal(valid_principal: Money, early_tendered_principal: Money, has_early_deadline: Flag) -> Money:
    """Principal validly tendered by the early deadline; all of it where there is none.

    >>> early_principal(Fraction(60_000), Fraction(40_000), True)
    Fraction(40000, 1)
    """
    return min(valid_principal, early_tendered_principal) if has_early_deadline else valid_principal


@rule(per="holding")
def late_principal(valid_principal: Money, early_principal: Money) -> Money:
    """Principal validly tendered after the early deadline.

    >>> late_principal(Fraction(60_000), Fraction(40_000))
    Fraction(20000, 1)
    """
    return valid_principal - early_principal


@rule(per="holding", cite="the terms of the offer on odd lots")
def is_odd_lot(held_principal: Money, valid_principal: Money, odd_lots_below: Money | Pending) -> Flag:
    """Whether the holding is an odd lot: less than the stated amount, and all of it tendered.

    >>> is_odd_lot(Fraction(4_000), Fraction(4_000), Fraction(5_000))
    True
    """
    if isinstance(odd_lots_below, Pending):
        return False
    return _NOTHING < held_principal < odd_lots_below and valid_principal == held_principal


@rule(per="holding")
def early_pool(holding_series: Text, has_early_deadline: Flag, is_odd_lot: Flag) -> Text:
    """Pool into which the holding's early tenders come, or all of them where there is no early deadline.

    >>> early_pool("a", True, False)
    'a.early'
    """
    return pool_label(holding_series, has_early_deadline, False, is_odd_lot)


@rule(per="holding")
def late_pool(holding_series: Text, is_odd_lot: Flag) -> Text:
    """Pool into which the holding's late tenders come.

    >>> late_pool("a", True)
    'a.late.odd-lots'
    """
    return pool_label(holding_series, True, True, is_odd_lot)
