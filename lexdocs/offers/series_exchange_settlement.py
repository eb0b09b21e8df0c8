"""What an exchange offer for several series pays in cash when it is consummated: by series, and of each kind."""

from __future__ import annotations

from fractions import Fraction

from lexdocs.conventions.deal_calendars import tender_calendar
from lexdocs.figures.rule import Each, Total, rule
from lexdocs.notation.units import Date, Flag, Money, Text
from lexdocs.offers.series_totals import by_series


def _sum(each: Each[Fraction]) -> Fraction:
    return sum(each.values(), Fraction(0))


@rule(per="series", total=Total("holder_cash_consideration", by="holding_series"))
def series_cash_consideration(
    series: Text, holder_cash_consideration: Each[Money], holding_series: Each[Text]
) -> Money:
    """Cash consideration for what is accepted of the series, each holder's rounded.

    >>> series_cash_consideration("a", {"H-7": Fraction("49.28"), "H-8": Fraction(90)}, {"H-7": "a", "H-8": "b"})
    Fraction(1232, 25)
    """
    return by_series(series, holder_cash_consideration, holding_series)


@rule(per="series", total=Total("holder_cash_interest", by="holding_series"))
def series_cash_interest(series: Text, holder_cash_interest: Each[Money], holding_series: Each[Text]) -> Money:
    """Accrued interest paid in cash on what is accepted of the series, each holder's rounded.

    >>> series_cash_interest("a", {"H-7": Fraction("49.28"), "H-8": Fraction(90)}, {"H-7": "a", "H-8": "b"})
    Fraction(1232, 25)
    """
    return by_series(series, holder_cash_interest, holding_series)


@rule(per="series", total=Total("holder_cash_gross", by="holding_series"))
def series_cash(series: Text, holder_cash_gross: Each[Money], holding_series: Each[Text]) -> Money:
    """Cash due to holders of the series when the offer is consummated.

    >>> series_cash("a", {"H-7": Fraction("49.28"), "H-8": Fraction(90)}, {"H-7": "a", "H-8": "b"})
    Fraction(1232, 25)
    """
    return by_series(series, holder_cash_gross, holding_series)


@rule(per="series")
def series_other_cash(series_cash: Money, series_cash_consideration: Money, series_cash_interest: Money) -> Money:
    """Cash due to holders of the series beside consideration and interest: the fee, fractions, and rests.

    >>> series_other_cash(Fraction(5_300), Fraction(5_000), Fraction(175))
    Fraction(125, 1)
    """
    return series_cash - series_cash_consideration - series_cash_interest


@rule()
def total_cash_consideration(total_option_cash: Each[Money]) -> Money:
    """Cash consideration of all holders in all options, each rounded.

    >>> total_cash_consideration({"cash": Fraction(2_660), "mix": Fraction(40)})
    Fraction(2700, 1)
    """
    return _sum(total_option_cash)


@rule()
def total_other_cash(series_other_cash: Each[Money]) -> Money:
    """Cash due to all holders beside consideration and interest.

    >>> total_other_cash({"a": Fraction(125), "b": Fraction(25)})
    Fraction(150, 1)
    """
    return _sum(series_other_cash)


@rule()
def total_in_lieu(total_cash_in_lieu: Each[Money]) -> Money:
    """Cash paid to all holders instead of rests below an increment, of all new notes.

    >>> total_in_lieu({"x": Fraction(450), "y": Fraction(0)})
    Fraction(450, 1)
    """
    return _sum(total_cash_in_lieu)


@rule(total=Total("holder_fee_now"))
def total_fee_now(holder_fee_now: Each[Money]) -> Money:
    """Part of the fee that is paid to all holders when the offer is consummated.

    >>> total_fee_now({"H-7": Fraction(120), "H-8": Fraction(20)})
    Fraction(140, 1)
    """
    return _sum(holder_fee_now)


@rule()
def all_new_notes(total_new_notes: Each[Money]) -> Money:
    """New notes of every kind issued to all holders.

    >>> all_new_notes({"x": Fraction(72_000), "y": Fraction(8_000)})
    Fraction(80000, 1)
    """
    return _sum(total_new_notes)


@rule()
def closing_funds(
    total_cash_consideration: Money, total_cash_interest: Money, total_cash_on_new_notes: Money, total_in_lieu: Money,
    total_cash_for_share_fractions: Money, total_cash_for_warrant_fractions: Money, total_fee_now: Money,
) -> Money:  # fmt: skip
    """What the company pays to the exchange agent for the closing, each kind of cash together.

    >>> closing_funds(*(Fraction(each) for each in (2_700, 301, 21, 450, 2, 1, 140)))
    Fraction(3615, 1)
    """
    fractions = total_in_lieu + total_cash_for_share_fractions + total_cash_for_warrant_fractions
    return total_cash_consideration + total_cash_interest + total_cash_on_new_notes + fractions + total_fee_now


@rule()
def closing_payments(total_cash_net: Money, total_withheld: Money) -> Money:
    """What the exchange agent pays out at the closing, to holders and in tax.

    >>> closing_payments(Fraction(3_600), Fraction(15))
    Fraction(3615, 1)
    """
    return total_cash_net + total_withheld


@rule()
def closing_difference(closing_funds: Money, closing_payments: Money) -> Money:
    """What remains of the funds of the closing once all is paid out; it should be nothing.

    >>> closing_difference(Fraction(3_615), Fraction(3_615))
    Fraction(0, 1)
    """
    return closing_funds - closing_payments


@rule()
def old_notes_accounted(total_accepted: Money, total_retained: Money) -> Money:
    """Old notes that were accepted and old notes that the holders of the register keep, together.

    >>> old_notes_accounted(Fraction(65_000), Fraction(45_000))
    Fraction(110000, 1)
    """
    return total_accepted + total_retained


@rule()
def old_notes_difference(total_outstanding: Money, old_notes_accounted: Money) -> Money:
    """Old notes outstanding that are neither accepted nor kept by a holder; it should be nothing.

    >>> old_notes_difference(Fraction(110_000), Fraction(110_000))
    Fraction(0, 1)
    """
    return total_outstanding - old_notes_accounted


@rule()
def due_installment_is_on_business_day(due_installment_date: Date, calendar_override_day: Each[Text]) -> Flag:
    """Whether the installment of the fee that is due next falls due on a business day.

    >>> import datetime
    >>> due_installment_is_on_business_day(datetime.date(2012, 12, 15), {})  # a Saturday
    False
    """
    return tender_calendar(calendar_override_day).is_business_day(due_installment_date)
