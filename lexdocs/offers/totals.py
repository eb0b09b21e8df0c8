"""Totals over all holdings, and the residue that rounding each holder leaves against the aggregate."""

from __future__ import annotations

from fractions import Fraction

from lexdocs.figures.rule import Each, Total, rule
from lexdocs.notation.units import Count, Flag, Money


def _sum(each: Each[Fraction]) -> Fraction:
    return sum(each.values(), Fraction(0))


@rule(total=Total("new_notes_issued"))
def total_new_notes(new_notes_issued: Each[Money]) -> Money:
    """New notes issued to all holders.

    >>> total_new_notes({"H-7": Fraction(62_000), "H-8": Fraction(10_000)})
    Fraction(72000, 1)
    """
    return _sum(new_notes_issued)


@rule(total=Total("new_notes_fraction"))
def total_new_notes_fraction(new_notes_fraction: Each[Money]) -> Money:
    """Rests below an increment of all holders.

    >>> total_new_notes_fraction({"H-7": Fraction(400), "H-8": Fraction(50)})
    Fraction(450, 1)
    """
    return _sum(new_notes_fraction)


@rule()
def total_new_notes_due(total_new_notes: Money, total_new_notes_fraction: Money) -> Money:
    """New notes issued to all holders and their rests, together.

    >>> total_new_notes_due(Fraction(72_000), Fraction(450))
    Fraction(72450, 1)
    """
    return total_new_notes + total_new_notes_fraction


@rule(total=Total("cash_in_lieu"))
def total_cash_in_lieu(cash_in_lieu: Each[Money]) -> Money:
    """Cash paid to all holders instead of rests below an increment.

    >>> total_cash_in_lieu({"H-7": Fraction(400), "H-8": Fraction(50)})
    Fraction(450, 1)
    """
    return _sum(cash_in_lieu)


@rule(total=Total("holder_fee"))
def total_fee(holder_fee: Each[Money]) -> Money:
    """Participation fee of all holders, each rounded.

    >>> total_fee({"H-7": Fraction(480), "H-8": Fraction(80)})
    Fraction(560, 1)
    """
    return _sum(holder_fee)


@rule(per="installment", total=Total("holder_installment"))
def total_installment(holder_installment: Each[Money]) -> Money:
    """Installment of the participation fee of all holders, each rounded.

    >>> total_installment({"H-7": Fraction(120), "H-8": Fraction(20)})
    Fraction(140, 1)
    """
    return _sum(holder_installment)


@rule(total=Total("holder_warrants"))
def total_warrants(holder_warrants: Each[Count]) -> Count:
    """Shares under warrants issued to all holders, each rounded.

    >>> total_warrants({"H-7": 33, "H-8": 5})
    38
    """
    return sum(holder_warrants.values())


@rule()
def total_number_of_warrants(total_warrants: Count, shares_per_warrant: Count) -> Count:
    """Warrants issued to all holders.

    >>> total_number_of_warrants(36, 4)
    9
    """
    return total_warrants // shares_per_warrant


@rule()
def residue_interest(total_interest: Money, aggregate_interest: Each[Money]) -> Money:
    """Aggregate of accrued interest at accepted principal, less the interest of all holders.

    >>> residue_interest(Fraction("300.01"), {"accepted": Fraction(300)})
    Fraction(-1, 100)
    """
    return aggregate_interest["accepted"] - total_interest


@rule()
def residue_new_notes(total_new_notes_due: Money, aggregate_new_notes: Each[Money]) -> Money:
    """Aggregate of new notes at accepted principal, less the new notes and rests of all holders.

    >>> residue_new_notes(Fraction("72450.01"), {"accepted": Fraction(72_450)})
    Fraction(-1, 100)
    """
    return aggregate_new_notes["accepted"] - total_new_notes_due


@rule()
def residue_fee(total_fee: Money, aggregate_fee: Each[Money]) -> Money:
    """Aggregate of the participation fee at accepted principal, less the fee of all holders.

    >>> residue_fee(Fraction(560), {"accepted": Fraction(560)})
    Fraction(0, 1)
    """
    return aggregate_fee["accepted"] - total_fee


@rule()
def residue_warrants(total_warrants: Count, aggregate_warrants: Each[Count]) -> Count:
    """Aggregate of shares under warrants at accepted principal, less those of all holders.

    >>> residue_warrants(38, {"accepted": 37})
    -1
    """
    return aggregate_warrants["accepted"] - total_warrants


@rule()
def minimum_is_met(total_valid: Money, minimum_tender_principal: Money) -> Flag:
    """Whether what is validly tendered meets the minimum condition, which is told in whole notes.

    >>> minimum_is_met(Fraction(599_000), Fraction(600_000))
    False
    """
    return total_valid >= minimum_tender_principal
