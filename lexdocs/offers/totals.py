"""Totals over all holdings, and the residue that rounding each holder leaves against the aggregate."""

from __future__ import annotations

from fractions import Fraction

from lexdocs.figures.rule import Each, rule
from lexdocs.notation.units import Count, Flag, Money, Percentage


def _sum(each: Each[Fraction]) -> Fraction:
    return sum(each.values(), Fraction(0))


@rule()
def number_of_holdings(held_principal: Each[Money]) -> Count:
    """Holdings in the register."""
    return len(held_principal)


@rule()
def total_held(held_principal: Each[Money]) -> Money:
    """Principal held by all holders of the register."""
    return _sum(held_principal)


@rule()
def total_tendered(tendered_principal: Each[Money]) -> Money:
    """Principal tendered by all holders, withdrawn or not."""
    return _sum(tendered_principal)


@rule()
def total_withdrawn(withdrawn_principal: Each[Money]) -> Money:
    """Principal withdrawn by all holders."""
    return _sum(withdrawn_principal)


@rule()
def total_accepted(accepted_principal: Each[Money]) -> Money:
    """Principal accepted from all holders."""
    return _sum(accepted_principal)


@rule()
def total_returned(returned_principal: Each[Money]) -> Money:
    """Principal returned to all holders."""
    return _sum(returned_principal)


@rule()
def total_retained(retained_principal: Each[Money]) -> Money:
    """Principal kept by all holders."""
    return _sum(retained_principal)


@rule()
def total_interest(holder_interest: Each[Money]) -> Money:
    """Accrued interest of all holders, each rounded."""
    return _sum(holder_interest)


@rule()
def total_new_notes(new_notes_issued: Each[Money]) -> Money:
    """New notes issued to all holders."""
    return _sum(new_notes_issued)


@rule()
def total_new_notes_fraction(new_notes_fraction: Each[Money]) -> Money:
    """Rests below an increment of all holders."""
    return _sum(new_notes_fraction)


@rule()
def total_new_notes_due(total_new_notes: Money, total_new_notes_fraction: Money) -> Money:
    """New notes issued to all holders and their rests, together."""
    return total_new_notes + total_new_notes_fraction


@rule()
def total_cash_in_lieu(cash_in_lieu: Each[Money]) -> Money:
    """Cash paid to all holders instead of rests below an increment."""
    return _sum(cash_in_lieu)


@rule()
def total_fee(holder_fee: Each[Money]) -> Money:
    """Participation fee of all holders, each rounded."""
    return _sum(holder_fee)


@rule(per="installment")
def total_installment(holder_installment: Each[Money]) -> Money:
    """Installment of the participation fee of all holders, each rounded."""
    return _sum(holder_installment)


@rule()
def total_cash_net(holder_cash_net: Each[Money]) -> Money:
    """Cash paid to all holders when the offer is consummated."""
    return _sum(holder_cash_net)


@rule()
def total_withheld(holder_withheld: Each[Money]) -> Money:
    """Tax withheld from all holders when the offer is consummated."""
    return _sum(holder_withheld)


@rule()
def total_warrants(holder_warrants: Each[Count]) -> Count:
    """Shares under warrants issued to all holders, each rounded."""
    return sum(holder_warrants.values())


@rule()
def residue_interest(total_interest: Money, aggregate_interest: Each[Money]) -> Money:
    """Accrued interest of all holders less the aggregate at accepted principal."""
    return total_interest - aggregate_interest["accepted"]


@rule()
def residue_new_notes(total_new_notes_due: Money, aggregate_new_notes: Each[Money]) -> Money:
    """New notes and rests of all holders less the aggregate at accepted principal."""
    return total_new_notes_due - aggregate_new_notes["accepted"]


@rule()
def residue_fee(total_fee: Money, aggregate_fee: Each[Money]) -> Money:
    """Participation fee of all holders less the aggregate at accepted principal."""
    return total_fee - aggregate_fee["accepted"]


@rule()
def residue_warrants(total_warrants: Count, aggregate_warrants: Each[Count]) -> Count:
    """Shares under warrants of all holders less the aggregate at accepted principal."""
    return total_warrants - aggregate_warrants["accepted"]


@rule()
def minimum_is_met(total_accepted: Money, outstanding: Money, minimum_tender: Percentage) -> Flag:
    """Whether what the register shows as accepted meets the minimum condition."""
    return total_accepted >= outstanding * minimum_tender
