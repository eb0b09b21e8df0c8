"""Installments of a fee, whatever the fee is reckoned on: their dates, their parts, and what each holder is paid."""

from __future__ import annotations

from fractions import Fraction

from lexdocs.figures.figure import Pending
from lexdocs.figures.rule import CENT, Each, Round, rule
from lexdocs.notation.units import Count, Date, Flag, Money, Part, Rounding, Text


@rule()
def number_of_installments(installment_share: Each[Part]) -> Count:
    """Installments in which the participation fee is paid.

    >>> number_of_installments({"consummation": Fraction(1, 4), "2012-12-15": Fraction(3, 4)})
    2
    """
    return len(installment_share)


@rule()
def fee_comes_in_installments(number_of_installments: Count) -> Flag:
    """Whether the participation fee is paid in more than one installment.

    >>> fee_comes_in_installments(1), fee_comes_in_installments(3)
    (False, True)
    """
    return number_of_installments > 1


@rule(per="installment")
def installment_number(installment: Text, installment_share: Each[Part]) -> Count:
    """Which of the installments it is, counted from one.

    >>> installment_number("2012-12-15", {"consummation": Fraction(1, 4), "2012-12-15": Fraction(3, 4)})
    2
    """
    return list(installment_share).index(installment) + 1


@rule()
def installments_are_equal(installment_share: Each[Part]) -> Flag:
    """Whether every installment is the same part of the fee, and there is more than one.

    >>> installments_are_equal({"consummation": Fraction(1, 4), "2012-12-15": Fraction(3, 4)})
    False
    """
    return len(installment_share) > 1 and len(set(installment_share.values())) == 1


@rule()
def installments_total_share(installment_share: Each[Part]) -> Part:
    """Part of the fee that the installments make together; it should be the whole.

    >>> installments_total_share({"consummation": Fraction(1, 4), "2012-12-15": Fraction(3, 4)})
    Fraction(1, 1)
    """
    return sum(installment_share.values(), Fraction(0))


@rule(per="installment")
def installment_at_consummation(installment_stated_date: Date | Pending) -> Flag:
    """Whether the installment is paid when the offer is consummated.

    >>> from lexdocs.notation.units import Unit
    >>> undated = Pending("installment_stated_date", ("consummation",), Unit.DATE, "Date of the installment.", ())
    >>> installment_at_consummation(undated)
    True
    """
    return isinstance(installment_stated_date, Pending)


@rule(per="installment")
def installment_date(installment_stated_date: Date | Pending, consummation_date: Date | Pending) -> Date:
    """Date on which the installment is paid.

    >>> import datetime
    >>> from lexdocs.notation.units import Unit
    >>> undated = Pending("installment_stated_date", ("consummation",), Unit.DATE, "Date of the installment.", ())
    >>> installment_date(undated, datetime.date(2012, 7, 15))
    datetime.date(2012, 7, 15)
    """
    if isinstance(installment_stated_date, Pending):
        return consummation_date  # type: ignore[return-value]  # pending itself while consummation is
    return installment_stated_date


@rule(per="installment")
def installment_cumulative_share(installment: Text, installment_share: Each[Part]) -> Part:
    """Part of the fee paid by the end of the installment.

    >>> shares = {"consummation": Fraction(1, 4), "2012-12-15": Fraction(1, 4), "2013-06-15": Fraction(1, 2)}
    >>> installment_cumulative_share("2012-12-15", shares)
    Fraction(1, 2)
    """
    labels = list(installment_share)
    return sum((installment_share[label] for label in labels[: labels.index(installment) + 1]), Fraction(0))


@rule(per=("holding", "installment"), round=Round(Rounding.HALF_UP, to=CENT))
def holder_paid_by(holder_fee: Money, installment_cumulative_share: Part) -> Money:
    """Participation fee of the holding that is paid by the end of the installment.

    >>> holder_paid_by(Fraction(480), Fraction(1, 4))
    Fraction(120, 1)
    """
    return holder_fee * installment_cumulative_share


@rule(per=("holding", "installment"))
def holder_installment(installment: Text, holder_paid_by: Each[Money]) -> Money:
    """Installment of the participation fee of the holding; cents left over go to the last.

    >>> holder_installment("2012-12-15", {"consummation": Fraction(120), "2012-12-15": Fraction(480)})
    Fraction(360, 1)
    """
    return newly_paid(installment, holder_paid_by)


def newly_paid(installment: str, paid_by: Each[Fraction]) -> Fraction:
    """What an installment adds to what was paid before it.

    >>> newly_paid("second", {"first": Fraction(10), "second": Fraction(25)})
    Fraction(15, 1)
    """
    labels = list(paid_by)
    place = labels.index(installment)
    return paid_by[installment] - (paid_by[labels[place - 1]] if place else Fraction(0))
