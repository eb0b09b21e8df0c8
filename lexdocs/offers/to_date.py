"""What an announcement says is tendered to date: what the tender log shows, or else what the event's file says."""

from __future__ import annotations

from lexdocs.figures.figure import Pending
from lexdocs.figures.rule import rule
from lexdocs.notation.units import Flag, Money, Percentage


@rule(cite="Rule 14e-1(d) under the Securities Exchange Act")
def tendered_to_date(
    tenders_are_logged: Flag, total_valid: Money | Pending, announced_tendered: Money | Pending
) -> Money:
    """Principal tendered to date, as an announcement of an extension must state it.

    A log shows it as of any moment; a register without one shows a single day, so the event's file says it.

    >>> from fractions import Fraction
    >>> tendered_to_date(False, Fraction(9_000), Fraction(4_000))
    Fraction(4000, 1)
    """
    return total_valid if tenders_are_logged else announced_tendered  # type: ignore[return-value]  # pending itself while what it takes is


@rule()
def percentage_to_date(tendered_to_date: Money, outstanding: Money) -> Percentage:
    """Part of the notes outstanding that is tendered to date.

    >>> from fractions import Fraction
    >>> percentage_to_date(Fraction(80_000), Fraction(400_000))
    Fraction(1, 5)
    """
    return tendered_to_date / outstanding


@rule()
def minimum_met_to_date(tendered_to_date: Money, minimum_tender_principal: Money) -> Flag:
    """Whether what is tendered to date would meet the minimum condition.

    >>> from fractions import Fraction
    >>> minimum_met_to_date(Fraction(80_000), Fraction(100_000))
    False
    """
    return tendered_to_date >= minimum_tender_principal
