"""How an offer stands: what is validly tendered as of the moment of the terms, and what the minimum still lacks."""

from __future__ import annotations

from fractions import Fraction

from lexdocs.figures.figure import Pending
from lexdocs.figures.rule import CENT, Each, Round, Total, rule
from lexdocs.notation.units import Count, Flag, Money, Percentage, Rounding


@rule(total=Total("valid_principal"))
def total_valid(valid_principal: Each[Money]) -> Money:
    """Principal validly tendered and not withdrawn by all holders.

    >>> total_valid({"H-7": Fraction(60_000), "H-8": Fraction(20_000)})
    Fraction(80000, 1)
    """
    return sum(valid_principal.values(), Fraction(0))


@rule()
def percentage_tendered(total_valid: Money, outstanding: Money) -> Percentage:
    """Part of the notes outstanding that is validly tendered and not withdrawn.

    >>> percentage_tendered(Fraction(80_000), Fraction(400_000))
    Fraction(1, 5)
    """
    return total_valid / outstanding


@rule(per="holding")
def holding_is_tendered(valid_principal: Money) -> Flag:
    """Whether any of the holding is validly tendered and not withdrawn.

    >>> holding_is_tendered(Fraction(60_000))
    True
    """
    return valid_principal > 0


@rule(total=Total("holding_is_tendered", count=True))
def number_tendering(holding_is_tendered: Each[Flag]) -> Count:
    """Holdings of which any is validly tendered and not withdrawn.

    >>> number_tendering({"H-7": True, "H-8": False})
    1
    """
    return sum(1 for tendered in holding_is_tendered.values() if tendered)


@rule(round=Round(Rounding.UP, to=CENT), cite="conditions of the offer")
def minimum_shortfall_principal(total_valid: Money, minimum_tender_principal: Money) -> Money:
    """Principal that must still be tendered before the minimum condition is met.

    >>> minimum_shortfall_principal(Fraction(80_000), Fraction(100_000))
    Fraction(20000, 1)
    """
    return max(minimum_tender_principal - total_valid, Fraction(0))


@rule(round=Round(Rounding.UP), cite="conditions of the offer")
def minimum_shortfall_notes(minimum_shortfall_principal: Money, denomination: Money) -> Count:
    """Fewest whole notes whose tender would meet the minimum condition.

    >>> minimum_shortfall_notes(Fraction(22_000), Fraction(5_000))  # 5 notes once it is rounded up
    Fraction(22, 5)
    """
    return minimum_shortfall_principal / denomination  # type: ignore[return-value]  # a count once it is rounded


@rule(per="holding")
def holding_left_below_denomination(retained_principal: Money, denomination: Money) -> Flag:
    """Whether the holder keeps some of the notes, and less than their smallest principal amount.

    >>> holding_left_below_denomination(Fraction(3_000), Fraction(5_000))
    True
    """
    return 0 < retained_principal < denomination


@rule(total=Total("holding_left_below_denomination", count=True))
def number_left_below_denomination(holding_left_below_denomination: Each[Flag]) -> Count:
    """Holdings of which less than the smallest principal amount of the notes would be kept.

    >>> number_left_below_denomination({"H-7": True, "H-8": False})
    1
    """
    return sum(1 for below in holding_left_below_denomination.values() if below)


@rule()
def positions_are_settled(
    latest_is_settlement: Flag, tenders_are_logged: Flag, total_tendered: Money | Pending, tenders_may_be_accepted: Flag
) -> Flag:
    """Whether statements can say what each holder tendered, and receives: from the settlement on.

    Before it they can where a register without a log shows one day's tenders, as that of a specimen does:

    >>> [positions_are_settled(False, logged, Fraction(80_000), True) for logged in (True, False)]
    [False, True]
    >>> positions_are_settled(False, False, Fraction(0), True), positions_are_settled(True, True, Fraction(0), True)
    (False, True)
    >>> positions_are_settled(True, True, Fraction(80_000), False)  # the minimum was not reached
    False
    """
    if latest_is_settlement:
        return tenders_may_be_accepted
    return not tenders_are_logged and not isinstance(total_tendered, Pending) and total_tendered > 0
