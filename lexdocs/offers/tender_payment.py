"""What each holder is paid in a cash tender: the price of what is accepted, its interest, and the tax withheld."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from lexdocs.figures.rule import CENT, Each, Round, rule
from lexdocs.notation.units import Money, Percentage, Rounding, Text

_PAID = Round(Rounding.HALF_UP, to=CENT)


def _at(principal: Fraction, basis: Fraction, price: Mapping[str, Fraction], series: str) -> Fraction:
    """What principal brings at a price for each basis of it; a price not fixed yet matters to none who sell nothing."""
    return principal * price[series] / basis if principal else Fraction(0)


@rule(per="holding", round=_PAID, cite="the price of each holder's notes is rounded to the cent")
def holder_early_consideration(
    early_accepted_principal: Money, holding_series: Text, total_consideration: Each[Money], price_basis: Money
) -> Money:
    """Price of the principal accepted of the holder's early tenders.

    >>> holder_early_consideration(Fraction(5_000), "a", {"a": Fraction("985.50")}, Fraction(1_000))
    Fraction(9855, 2)
    """
    return _at(early_accepted_principal, price_basis, total_consideration, holding_series)


@rule(per="holding", round=_PAID, cite="interest of each holder is rounded to the cent")
def holder_early_interest(
    early_accepted_principal: Money, holding_series: Text, early_accrued_per_thousand: Each[Money], price_basis: Money
) -> Money:
    """Interest accrued on the principal accepted of the holder's early tenders, to the day on which they are paid.

    >>> holder_early_interest(Fraction(5_000), "a", {"a": Fraction(35)}, Fraction(1_000))
    Fraction(175, 1)
    """
    return _at(early_accepted_principal, price_basis, early_accrued_per_thousand, holding_series)


@rule(per="holding")
def holder_early_cash(holder_early_consideration: Money, holder_early_interest: Money) -> Money:
    """Cash due for the holder's early tenders, before any tax is withheld.

    >>> holder_early_cash(Fraction("4927.50"), Fraction(175))
    Fraction(10205, 2)
    """
    return holder_early_consideration + holder_early_interest


@rule(per="holding", round=_PAID, cite="the price of each holder's notes is rounded to the cent")
def holder_late_consideration(
    late_accepted_principal: Money, holding_series: Text, late_consideration: Each[Money], price_basis: Money
) -> Money:
    """Price of the principal accepted of the holder's late tenders.

    >>> holder_late_consideration(Fraction(5_000), "a", {"a": Fraction("985.50")}, Fraction(1_000))
    Fraction(9855, 2)
    """
    return _at(late_accepted_principal, price_basis, late_consideration, holding_series)


@rule(per="holding", round=_PAID, cite="interest of each holder is rounded to the cent")
def holder_late_interest(
    late_accepted_principal: Money, holding_series: Text, accrued_per_thousand: Each[Money], price_basis: Money
) -> Money:
    """Interest accrued on the principal accepted of the holder's late tenders, to the day on which they are paid.

    >>> holder_late_interest(Fraction(5_000), "a", {"a": Fraction(35)}, Fraction(1_000))
    Fraction(175, 1)
    """
    return _at(late_accepted_principal, price_basis, accrued_per_thousand, holding_series)


@rule(per="holding")
def holder_late_cash(holder_late_consideration: Money, holder_late_interest: Money) -> Money:
    """Cash due for the holder's late tenders, before any tax is withheld.

    >>> holder_late_cash(Fraction("4927.50"), Fraction(175))
    Fraction(10205, 2)
    """
    return holder_late_consideration + holder_late_interest


@rule(per="holding")
def holder_consideration(holder_early_consideration: Money, holder_late_consideration: Money) -> Money:
    """Price of all principal accepted of the holding.

    >>> holder_consideration(Fraction("4927.50"), Fraction("955.50"))
    Fraction(5883, 1)
    """
    return holder_early_consideration + holder_late_consideration


@rule(per="holding")
def holder_interest(holder_early_interest: Money, holder_late_interest: Money) -> Money:
    """Interest accrued on all principal accepted of the holding.

    >>> holder_interest(Fraction(175), Fraction("37.50"))
    Fraction(425, 2)
    """
    return holder_early_interest + holder_late_interest


@rule(per="holding")
def holder_cash_gross(holder_consideration: Money, holder_interest: Money) -> Money:
    """Cash due to the holder: the price and the interest of what is accepted.

    >>> holder_cash_gross(Fraction(5_883), Fraction("212.50"))
    Fraction(12191, 2)
    """
    return holder_consideration + holder_interest


@rule(per="holding", round=_PAID)
def holder_early_withheld(holder_early_cash: Money, withholding_rate: Percentage) -> Money:
    """Tax withheld by the agent from cash due for the holder's early tenders.

    >>> holder_early_withheld(Fraction("5102.50"), Fraction("0.25"))
    Fraction(10205, 8)
    """
    return holder_early_cash * withholding_rate


@rule(per="holding")
def holder_late_withheld(holder_withheld: Money, holder_early_withheld: Money) -> Money:
    """Tax withheld by the agent from cash due for the holder's late tenders: the rest of what is withheld.

    >>> holder_late_withheld(Fraction("1523.88"), Fraction("1275.63"))
    Fraction(993, 4)
    """
    return holder_withheld - holder_early_withheld


@rule(per="holding")
def holder_early_cash_net(holder_early_cash: Money, holder_early_withheld: Money) -> Money:
    """Cash paid for the holder's early tenders.

    >>> holder_early_cash_net(Fraction("5102.50"), Fraction("1275.63"))
    Fraction(382687, 100)
    """
    return holder_early_cash - holder_early_withheld


@rule(per="holding")
def holder_late_cash_net(holder_late_cash: Money, holder_late_withheld: Money) -> Money:
    """Cash paid for the holder's late tenders.

    >>> holder_late_cash_net(Fraction(993), Fraction("248.25"))
    Fraction(2979, 4)
    """
    return holder_late_cash - holder_late_withheld
