"""The participation fee on the old notes, and its installments in the aggregate."""

from __future__ import annotations

from lexdocs.conventions import deal_calendars
from lexdocs.figures.figure import Pending
from lexdocs.figures.rule import CENT, Each, Round, rule
from lexdocs.notation.units import Date, Flag, Money, Part, Rounding, Text
from lexdocs.offers.installments import newly_paid


@rule(per="installment")
def installment_amount(participation_fee: Money, installment_share: Part) -> Money:
    """Installment for each denomination of old notes.

    >>> from fractions import Fraction
    >>> installment_amount(Fraction(40), Fraction(1, 4))
    Fraction(10, 1)
    """
    return participation_fee * installment_share


@rule()
def installments_are_exact(installment_amount: Each[Money]) -> Flag:
    """Whether every installment for a denomination is a whole number of cents.

    >>> from fractions import Fraction
    >>> installments_are_exact({"consummation": Fraction(10), "2012-12-15": Fraction(10, 3)})
    False
    """
    return all((amount / CENT).denominator == 1 for amount in installment_amount.values())


@rule(per="participation", round=Round(Rounding.HALF_UP, to=CENT))
def aggregate_fee(participation_principal: Money, denomination: Money, participation_fee: Money) -> Money:
    """Participation fee on all old notes exchanged.

    >>> from fractions import Fraction
    >>> aggregate_fee(Fraction(600_000), Fraction(5_000), Fraction(40))
    Fraction(4800, 1)
    """
    return participation_principal / denomination * participation_fee


@rule(per=("participation", "installment"), round=Round(Rounding.HALF_UP, to=CENT))
def aggregate_paid_by(aggregate_fee: Money, installment_cumulative_share: Part) -> Money:
    """Participation fee on all old notes exchanged that is paid by the end of the installment.

    >>> from fractions import Fraction
    >>> aggregate_paid_by(Fraction(4_800), Fraction(1, 4))
    Fraction(1200, 1)
    """
    return aggregate_fee * installment_cumulative_share


@rule(per=("participation", "installment"))
def aggregate_installment(installment: Text, aggregate_paid_by: Each[Money]) -> Money:
    """Installment of the participation fee on all old notes exchanged; cents left over go to the last.

    >>> from fractions import Fraction
    >>> aggregate_installment("2012-12-15", {"consummation": Fraction(1_200), "2012-12-15": Fraction(4_800)})
    Fraction(3600, 1)
    """
    return newly_paid(installment, aggregate_paid_by)


@rule()
def due_installment_amount(installment_amount: Each[Money], installment_is_due: Each[Flag]) -> Money:
    """Next installment for each denomination of old notes.

    >>> from fractions import Fraction
    >>> due = {"consummation": False, "2012-12-15": True}
    >>> due_installment_amount({"consummation": Fraction(10), "2012-12-15": Fraction(30)}, due)
    Fraction(30, 1)
    """
    return next(amount for label, amount in installment_amount.items() if installment_is_due[label])


@rule()
def due_installment_is_on_business_day(
    due_installment_date: Date, payment_calendar: Text | Pending, calendar_override_day: Each[Text]
) -> Flag:
    """Whether the next installment falls due on a business day.

    >>> import datetime
    >>> due_installment_is_on_business_day(datetime.date(2012, 12, 15), "London", {})  # a Saturday
    False
    """
    name = None if isinstance(payment_calendar, Pending) else payment_calendar
    return deal_calendars.payment_calendar(name, calendar_override_day).is_business_day(due_installment_date)
