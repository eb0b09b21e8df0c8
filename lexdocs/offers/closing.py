"""The closing of an exchange offer: what the company pays in, what is paid out of it, and that nothing is left over."""

from __future__ import annotations

from fractions import Fraction

from lexdocs.figures.rule import Each, Total, rule
from lexdocs.notation.units import Flag, Money


@rule()
def total_installment_at_consummation(total_installment: Each[Money], installment_at_consummation: Each[Flag]) -> Money:
    """Installment of the participation fee of all holders that is paid when the offer is consummated.

    >>> totals = {"consummation": Fraction(140), "2012-12-15": Fraction(420)}
    >>> total_installment_at_consummation(totals, {"consummation": True, "2012-12-15": False})
    Fraction(140, 1)
    """
    due = (amount for label, amount in total_installment.items() if installment_at_consummation[label])
    return sum(due, Fraction(0))


@rule(total=Total("holder_cash_gross"))
def total_cash_gross(holder_cash_gross: Each[Money]) -> Money:
    """Cash due to all holders when the offer is consummated, before withholding.

    >>> total_cash_gross({"H-7": Fraction(520), "H-8": Fraction(70)})
    Fraction(590, 1)
    """
    return sum(holder_cash_gross.values(), Fraction(0))


@rule()
def closing_funds(total_installment_at_consummation: Money, total_cash_in_lieu: Money) -> Money:
    """What the company pays to the exchange agent for the closing: the installment of that day, and cash for rests.

    >>> closing_funds(Fraction(140), Fraction(450))
    Fraction(590, 1)
    """
    return total_installment_at_consummation + total_cash_in_lieu


@rule()
def closing_payments(total_cash_net: Money, total_withheld: Money) -> Money:
    """What the exchange agent pays out at the closing, to holders and in tax.

    >>> closing_payments(Fraction(460), Fraction(130))
    Fraction(590, 1)
    """
    return total_cash_net + total_withheld


@rule()
def closing_difference(closing_funds: Money, closing_payments: Money) -> Money:
    """What remains of the funds of the closing once all is paid out; it should be nothing.

    >>> closing_difference(Fraction(590), Fraction(590))
    Fraction(0, 1)
    """
    return closing_funds - closing_payments


@rule()
def old_notes_accounted(total_accepted: Money, total_retained: Money) -> Money:
    """Old notes that were accepted and old notes that holders keep, together.

    >>> old_notes_accounted(Fraction(65_000), Fraction(45_000))
    Fraction(110000, 1)
    """
    return total_accepted + total_retained


@rule()
def old_notes_difference(outstanding: Money, old_notes_accounted: Money) -> Money:
    """Old notes outstanding that are neither accepted nor kept by a holder; it should be nothing.

    >>> old_notes_difference(Fraction(110_000), Fraction(110_000))
    Fraction(0, 1)
    """
    return outstanding - old_notes_accounted


@rule(total=Total("new_notes_from_principal"))
def total_from_principal(new_notes_from_principal: Each[Money]) -> Money:
    """New notes issued to all holders for principal, or for accreted value.

    >>> total_from_principal({"H-7": Fraction(60_000), "H-8": Fraction(9_500)})
    Fraction(69500, 1)
    """
    return sum(new_notes_from_principal.values(), Fraction(0))


@rule(total=Total("new_notes_from_interest"))
def total_from_interest(new_notes_from_interest: Each[Money]) -> Money:
    """New notes issued to all holders for interest.

    >>> total_from_interest({"H-7": Fraction(2_000), "H-8": Fraction(500)})
    Fraction(2500, 1)
    """
    return sum(new_notes_from_interest.values(), Fraction(0))


@rule()
def some_is_returned(total_returned: Money) -> Flag:
    """Whether anything that was tendered goes back to its holders.

    >>> some_is_returned(Fraction(0))
    False
    """
    return total_returned > 0


@rule()
def cash_is_paid_in_lieu(total_cash_in_lieu: Money) -> Flag:
    """Whether any holder is paid cash for a rest below an increment.

    >>> cash_is_paid_in_lieu(Fraction(450))
    True
    """
    return total_cash_in_lieu > 0
