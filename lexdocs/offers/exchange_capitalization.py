"""What an exchange of one series does to the capitalization and to the interest that the company owes each year."""

from __future__ import annotations

from fractions import Fraction

from lexdocs.conventions.accrual import simple_interest
from lexdocs.conventions.day_count import counting
from lexdocs.figures.figure import Pending
from lexdocs.figures.rule import CENT, Each, Round, rule
from lexdocs.notation.units import (
    Date,
    DayCountName,
    Money,
    Percentage,
    Rate,
    Rounding,
    Text,
    Title,
    YearDay,
)
from lexdocs.offers.capitalization_terms import CapitalKind


@rule(per="capital_line")
def capital_line_title(
    capital_kind: Text, capital_line_heading: Text | Pending, old_notes_title: Title, new_notes_title: Title
) -> Title:
    """What the line is called: its heading, or the title of the notes.

    >>> capital_line_title("senior debt", "Bank loan", "8% Notes", "Secured Notes")
    'Bank loan'
    """
    if not isinstance(capital_line_heading, Pending):
        return capital_line_heading
    return new_notes_title if CapitalKind(capital_kind) is CapitalKind.NEW else old_notes_title


@rule(per=("participation", "capital_line"), round=Round(Rounding.HALF_UP, to=CENT))
def capital_retired(capital_kind: Text, capital_stated: Money, participation_percentage: Percentage) -> Money:
    """What the exchange takes out of the line: old notes exchanged, and the interest accrued on them at its date.

    >>> capital_retired("old notes", Fraction(800_000), Fraction(3, 4))
    Fraction(600000, 1)
    >>> capital_retired("senior debt", Fraction(800_000), Fraction(3, 4))
    Fraction(0, 1)
    """
    exchanged = CapitalKind(capital_kind) in (CapitalKind.OLD, CapitalKind.INTEREST)
    return capital_stated * participation_percentage if exchanged else Fraction(0)


@rule(per=("participation", "capital_line"))
def capital_issued(capital_kind: Text, aggregate_new_notes: Money) -> Money:
    """What the exchange puts into the line: the new notes.

    >>> capital_issued("new notes", Fraction(624_000)), capital_issued("equity", Fraction(624_000))
    (Fraction(624000, 1), Fraction(0, 1))
    """
    return aggregate_new_notes if CapitalKind(capital_kind) is CapitalKind.NEW else Fraction(0)


@rule(per="participation")
def capital_cash_paid(aggregate_fee: Money, offer_expenses: Money | Pending) -> Money:
    """Cash that the company pays for the exchange: all installments of the fee, and its expenses where they are stated.

    >>> capital_cash_paid(Fraction(4_800), Fraction(1_200))
    Fraction(6000, 1)
    """
    return aggregate_fee + (Fraction(0) if isinstance(offer_expenses, Pending) else offer_expenses)


@rule(round=Round(Rounding.HALF_UP, to=CENT), cite="the day count of the old notes; the end date is excluded")
def interest_at_capitalization(
    outstanding: Money, old_rate: Rate, interest_start: Date, capitalization_date: Date, old_day_count: DayCountName,
    old_payment_day: Each[YearDay], old_maturity: Date,
) -> Money:  # fmt: skip
    """Interest at the stated rate accrued on all old notes at the date of the capitalization.

    >>> import datetime
    >>> start, at, due = datetime.date(2012, 1, 15), datetime.date(2012, 7, 15), datetime.date(2015, 1, 15)
    >>> interest_at_capitalization(Fraction(800_000), Fraction("0.08"), start, at, "30/360", {}, due)
    Fraction(32000, 1)
    """
    counted = counting(old_day_count, old_payment_day.values(), old_maturity)
    years = counted.fraction(min(interest_start, capitalization_date), capitalization_date)
    return simple_interest(outstanding, old_rate, years)


@rule(per=("participation", "step"), round=Round(Rounding.HALF_UP, to=CENT))
def interest_after(new_annual_interest: Money, old_interest_remaining: Money) -> Money:
    """Interest on new notes at the rate of the step, and on old notes that remain, a year.

    >>> interest_after(Fraction(62_400), Fraction(16_000))
    Fraction(78400, 1)
    """
    return new_annual_interest + old_interest_remaining


@rule(per=("participation", "step"), round=Round(Rounding.HALF_UP, to=CENT))
def interest_change(interest_after: Money, old_annual_interest: Money) -> Money:
    """By how much interest a year rises with the exchange; what it falls by is less than nothing.

    >>> interest_change(Fraction(78_400), Fraction(64_000))
    Fraction(14400, 1)
    """
    return interest_after - old_annual_interest
