"""The installment that falls due next, what holders are paid with it, and what was paid and is left beside it."""

from __future__ import annotations

from fractions import Fraction

from lexdocs.figures.figure import Pending
from lexdocs.figures.rule import CENT, Each, Round, Total, rule
from lexdocs.notation.units import Count, Date, Flag, Money, Percentage, Rounding, Text, Unit

_NO_FEE = "Date on which an installment of a fee is paid."


@rule()
def due_installment(
    installment_stated_date: Each[Date], installment_at_consummation: Each[Flag], latest_announced: Date
) -> Text:
    """Installment that falls due next: of those with a date, the one on or after the day of the last announcement.

    After the last of them, it is that one. One that is paid when the offer is consummated falls due with that. Pending
    where the offer has no fee.

    >>> import datetime
    >>> dates = {"2012-12-15": datetime.date(2012, 12, 15), "2013-06-15": datetime.date(2013, 6, 15)}
    >>> at_consummation = {"consummation": True, "2012-12-15": False, "2013-06-15": False}
    >>> due_installment(dates, at_consummation, datetime.date(2012, 12, 15))
    '2012-12-15'
    >>> due_installment(dates, at_consummation, datetime.date(2012, 12, 16))
    '2013-06-15'
    """
    if not installment_at_consummation:
        return Pending("installment_date", (), Unit.DATE, _NO_FEE, ("fee",))  # type: ignore[return-value]  # none is due
    dated = [label for label, with_the_offer in installment_at_consummation.items() if not with_the_offer]
    ahead = (label for label in dated if installment_stated_date[label] >= latest_announced)
    return next(ahead, (dated or list(installment_at_consummation))[-1])


@rule(per="installment")
def installment_is_due(installment: Text, due_installment: Text) -> Flag:
    """Whether the installment is the next.

    >>> installment_is_due("2012-12-15", "2013-06-15")
    False
    """
    return installment == due_installment


@rule()
def due_installment_date(due_installment: Text, installment_date: Each[Date]) -> Date:
    """Date on which the next installment is paid.

    >>> import datetime
    >>> due_installment_date("2012-12-15", {"2012-12-15": datetime.date(2012, 12, 15)})
    datetime.date(2012, 12, 15)
    """
    return installment_date[due_installment]


@rule()
def due_installment_number(due_installment: Text, installment_at_consummation: Each[Flag]) -> Count:
    """Which of the installments is the next, counted from one.

    >>> due_installment_number("2012-12-15", {"consummation": True, "2012-12-15": False})
    2
    """
    return list(installment_at_consummation).index(due_installment) + 1


@rule()
def due_installment_is_last(due_installment_number: Count, number_of_installments: Count) -> Flag:
    """Whether no installment comes after the next.

    >>> due_installment_is_last(2, 3)
    False
    """
    return due_installment_number == number_of_installments


@rule(per=("holding", "installment"), round=Round(Rounding.HALF_UP, to=CENT))
def holder_installment_withheld(holder_installment: Money, withholding_rate: Percentage) -> Money:
    """Tax that the agent withholds from the installment of the holding, where it is paid by itself.

    >>> holder_installment_withheld(Fraction(120), Fraction("0.25"))
    Fraction(30, 1)
    """
    return holder_installment * withholding_rate


@rule(per=("holding", "installment"))
def holder_installment_net(holder_installment: Money, holder_installment_withheld: Money) -> Money:
    """Installment of the holding after withholding, where it is paid by itself.

    >>> holder_installment_net(Fraction(120), Fraction(30))
    Fraction(90, 1)
    """
    return holder_installment - holder_installment_withheld


@rule(per="installment", total=Total("holder_installment_withheld"))
def total_installment_withheld(holder_installment_withheld: Each[Money]) -> Money:
    """Tax withheld from the installment of all holders, where it is paid by itself.

    >>> total_installment_withheld({"H-7": Fraction(30), "H-8": Fraction(0)})
    Fraction(30, 1)
    """
    return sum(holder_installment_withheld.values(), Fraction(0))


@rule(per="installment", total=Total("holder_installment_net"))
def total_installment_net(holder_installment_net: Each[Money]) -> Money:
    """Installment of all holders after withholding, where it is paid by itself.

    >>> total_installment_net({"H-7": Fraction(90), "H-8": Fraction(20)})
    Fraction(110, 1)
    """
    return sum(holder_installment_net.values(), Fraction(0))


@rule()
def due_total(total_installment: Each[Money], installment_is_due: Each[Flag]) -> Money:
    """Next installment of all holders.

    >>> due = {"consummation": False, "2012-12-15": True}
    >>> due_total({"consummation": Fraction(140), "2012-12-15": Fraction(420)}, due)
    Fraction(420, 1)
    """
    return _due(total_installment, installment_is_due)


@rule()
def due_withheld(total_installment_withheld: Each[Money], installment_is_due: Each[Flag]) -> Money:
    """Tax withheld from the next installment of all holders.

    >>> due = {"consummation": False, "2012-12-15": True}
    >>> due_withheld({"consummation": Fraction(30), "2012-12-15": Fraction(90)}, due)
    Fraction(90, 1)
    """
    return _due(total_installment_withheld, installment_is_due)


@rule()
def due_net(total_installment_net: Each[Money], installment_is_due: Each[Flag]) -> Money:
    """Next installment of all holders after withholding.

    >>> due = {"consummation": False, "2012-12-15": True}
    >>> due_net({"consummation": Fraction(110), "2012-12-15": Fraction(330)}, due)
    Fraction(330, 1)
    """
    return _due(total_installment_net, installment_is_due)


@rule()
def due_payments(due_net: Money, due_withheld: Money) -> Money:
    """What is paid out of the next installment, to holders and in tax.

    >>> due_payments(Fraction(330), Fraction(90))
    Fraction(420, 1)
    """
    return due_net + due_withheld


@rule()
def due_difference(due_total: Money, due_payments: Money) -> Money:
    """What remains of the next installment once all is paid out; it should be nothing.

    >>> due_difference(Fraction(420), Fraction(420))
    Fraction(0, 1)
    """
    return due_total - due_payments


@rule()
def paid_before_due(due_installment: Text, total_installment: Each[Money]) -> Money:
    """Installments of all holders before the next one.

    >>> paid_before_due("2012-12-15", {"consummation": Fraction(140), "2012-12-15": Fraction(420)})
    Fraction(140, 1)
    """
    labels = list(total_installment)
    before = labels[: labels.index(due_installment)]
    return sum((total_installment[label] for label in before), Fraction(0))


@rule()
def left_after_due(total_fee: Money, paid_before_due: Money, due_total: Money) -> Money:
    """Participation fee of all holders that is still to be paid after the next installment.

    >>> left_after_due(Fraction(560), Fraction(140), Fraction(420))
    Fraction(0, 1)
    """
    return total_fee - paid_before_due - due_total


def _due(amounts: Each[Fraction], is_due: Each[bool]) -> Fraction:
    return sum((amount for label, amount in amounts.items() if is_due[label]), Fraction(0))
