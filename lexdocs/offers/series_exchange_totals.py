"""Totals over the holdings of an exchange offer for several series: what all holders receive, each rounded."""

from __future__ import annotations

from fractions import Fraction

from lexdocs.figures.rule import Each, Total, rule
from lexdocs.notation.units import Count, Money, Text
from lexdocs.offers.series_totals import by_series


def _sum(each: Each[Fraction]) -> Fraction:
    return sum(each.values(), Fraction(0))


@rule(per=("series", "option"), total=Total("accepted_early", by="holding_series"))
def accepted_early_principal(series: Text, accepted_early: Each[Money], holding_series: Each[Text]) -> Money:
    """Principal of the series accepted in the option, tendered by the early deadline.

    >>> accepted_early_principal("a", {"H-7": Fraction(5_000), "H-8": Fraction(9_000)}, {"H-7": "a", "H-8": "b"})
    Fraction(5000, 1)
    """
    return by_series(series, accepted_early, holding_series)


@rule(per=("series", "option"), total=Total("accepted_late", by="holding_series"))
def accepted_late_principal(series: Text, accepted_late: Each[Money], holding_series: Each[Text]) -> Money:
    """Principal of the series accepted in the option, tendered after the early deadline.

    >>> accepted_late_principal("a", {"H-7": Fraction(5_000), "H-8": Fraction(9_000)}, {"H-7": "a", "H-8": "b"})
    Fraction(5000, 1)
    """
    return by_series(series, accepted_late, holding_series)


@rule(per="option", total=Total("option_accepted"))
def total_option_accepted(option_accepted: Each[Money]) -> Money:
    """Principal of all series accepted in the option.

    >>> total_option_accepted({"H-7": Fraction(5_000), "H-8": Fraction(9_000)})
    Fraction(14000, 1)
    """
    return _sum(option_accepted)


@rule(per="option", total=Total("option_cash"))
def total_option_cash(option_cash: Each[Money]) -> Money:
    """Cash consideration of all holders in the option, each rounded.

    >>> total_option_cash({"H-7": Fraction(2_060), "H-8": Fraction(600)})
    Fraction(2660, 1)
    """
    return _sum(option_cash)


@rule(per="new_note", total=Total("new_notes_issued"))
def total_new_notes(new_notes_issued: Each[Money]) -> Money:
    """New notes issued to all holders.

    >>> total_new_notes({"H-7": Fraction(62_000), "H-8": Fraction(10_000)})
    Fraction(72000, 1)
    """
    return _sum(new_notes_issued)


@rule(per="new_note", total=Total("new_notes_fraction"))
def total_new_notes_fraction(new_notes_fraction: Each[Money]) -> Money:
    """Rests below an increment of all holders.

    >>> total_new_notes_fraction({"H-7": Fraction(400), "H-8": Fraction(50)})
    Fraction(450, 1)
    """
    return _sum(new_notes_fraction)


@rule(per="new_note", total=Total("cash_in_lieu"))
def total_cash_in_lieu(cash_in_lieu: Each[Money]) -> Money:
    """Cash paid to all holders instead of rests below an increment of the new notes.

    >>> total_cash_in_lieu({"H-7": Fraction(400), "H-8": Fraction(50)})
    Fraction(450, 1)
    """
    return _sum(cash_in_lieu)


@rule(total=Total("holder_cash_interest"))
def total_cash_interest(holder_cash_interest: Each[Money]) -> Money:
    """Accrued interest paid in cash to all holders, each rounded.

    >>> total_cash_interest({"H-7": Fraction("200.25"), "H-8": Fraction("100.75")})
    Fraction(301, 1)
    """
    return _sum(holder_cash_interest)


@rule(total=Total("holder_cash_on_new_notes"))
def total_cash_on_new_notes(holder_cash_on_new_notes: Each[Money]) -> Money:
    """Cash that comes with the new notes issued to all holders, each rounded.

    >>> total_cash_on_new_notes({"H-7": Fraction(15), "H-8": Fraction(6)})
    Fraction(21, 1)
    """
    return _sum(holder_cash_on_new_notes)


@rule(total=Total("cash_for_share_fraction"))
def total_cash_for_share_fractions(cash_for_share_fraction: Each[Money]) -> Money:
    """Cash paid to all holders instead of fractions of a share, each rounded.

    >>> total_cash_for_share_fractions({"H-7": Fraction("2.10"), "H-8": Fraction(0)})
    Fraction(21, 10)
    """
    return _sum(cash_for_share_fraction)


@rule(total=Total("cash_for_warrant_fraction"))
def total_cash_for_warrant_fractions(cash_for_warrant_fraction: Each[Money]) -> Money:
    """Cash paid to all holders instead of fractions of a warrant, each rounded.

    >>> total_cash_for_warrant_fractions({"H-7": Fraction("0.15"), "H-8": Fraction(0)})
    Fraction(3, 20)
    """
    return _sum(cash_for_warrant_fraction)


@rule(total=Total("holder_fee"))
def total_fee(holder_fee: Each[Money]) -> Money:
    """Fee of all holders, each rounded.

    >>> total_fee({"H-7": Fraction(480), "H-8": Fraction(80)})
    Fraction(560, 1)
    """
    return _sum(holder_fee)


@rule(per="installment", total=Total("holder_installment"))
def total_installment(holder_installment: Each[Money]) -> Money:
    """Installment of the fee of all holders, each rounded.

    >>> total_installment({"H-7": Fraction(120), "H-8": Fraction(20)})
    Fraction(140, 1)
    """
    return _sum(holder_installment)


@rule(total=Total("holder_shares"))
def total_shares(holder_shares: Each[Count]) -> Count:
    """Shares issued to all holders, each rounded.

    >>> total_shares({"H-7": 33, "H-8": 5})
    38
    """
    return sum(holder_shares.values())


@rule(total=Total("holder_warrants"))
def total_warrants(holder_warrants: Each[Count]) -> Count:
    """Warrants issued to all holders, each rounded.

    >>> total_warrants({"H-7": 33, "H-8": 5})
    38
    """
    return sum(holder_warrants.values())


@rule(total=Total("holder_cash_gross"))
def total_cash_gross(holder_cash_gross: Each[Money]) -> Money:
    """Cash due to all holders when the offer is consummated, before tax is withheld.

    >>> total_cash_gross({"H-7": Fraction(520), "H-8": Fraction(70)})
    Fraction(590, 1)
    """
    return _sum(holder_cash_gross)
