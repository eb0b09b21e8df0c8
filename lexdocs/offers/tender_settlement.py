"""What a cash tender pays at each of its settlements: the price and the interest of each series, and their totals."""

from __future__ import annotations

from fractions import Fraction

from lexdocs.figures.rule import Each, Total, rule
from lexdocs.notation.units import Money, Text
from lexdocs.offers.series_totals import by_series


def _sum(each: Each[Fraction]) -> Fraction:
    return sum(each.values(), Fraction(0))


@rule(per="series", total=Total("holder_early_consideration", by="holding_series"))
def series_early_consideration(
    series: Text, holder_early_consideration: Each[Money], holding_series: Each[Text]
) -> Money:
    """Price of what is accepted of the early tenders of the series, the sum of what its holders are paid.

    >>> series_early_consideration("a", {"H-7": Fraction("49.28"), "H-8": Fraction(90)}, {"H-7": "a", "H-8": "b"})
    Fraction(1232, 25)
    """
    return by_series(series, holder_early_consideration, holding_series)


@rule(per="series", total=Total("holder_early_interest", by="holding_series"))
def series_early_interest(series: Text, holder_early_interest: Each[Money], holding_series: Each[Text]) -> Money:
    """Interest paid on what is accepted of the early tenders of the series, the sum of what its holders are paid.

    >>> series_early_interest("a", {"H-7": Fraction("49.28"), "H-8": Fraction(90)}, {"H-7": "a", "H-8": "b"})
    Fraction(1232, 25)
    """
    return by_series(series, holder_early_interest, holding_series)


@rule(per="series", total=Total("holder_late_consideration", by="holding_series"))
def series_late_consideration(
    series: Text, holder_late_consideration: Each[Money], holding_series: Each[Text]
) -> Money:
    """Price of what is accepted of the late tenders of the series, the sum of what its holders are paid.

    >>> series_late_consideration("a", {"H-7": Fraction("49.28"), "H-8": Fraction(90)}, {"H-7": "a", "H-8": "b"})
    Fraction(1232, 25)
    """
    return by_series(series, holder_late_consideration, holding_series)


@rule(per="series", total=Total("holder_late_interest", by="holding_series"))
def series_late_interest(series: Text, holder_late_interest: Each[Money], holding_series: Each[Text]) -> Money:
    """Interest paid on what is accepted of the late tenders of the series, the sum of what its holders are paid.

    >>> series_late_interest("a", {"H-7": Fraction("49.28"), "H-8": Fraction(90)}, {"H-7": "a", "H-8": "b"})
    Fraction(1232, 25)
    """
    return by_series(series, holder_late_interest, holding_series)


@rule(per="series")
def series_early_cash(series_early_consideration: Money, series_early_interest: Money) -> Money:
    """Price and interest paid for what is accepted of the early tenders of the series.

    >>> series_early_cash(Fraction(5_000), Fraction(175))
    Fraction(5175, 1)
    """
    return series_early_consideration + series_early_interest


@rule(per="series")
def series_late_cash(series_late_consideration: Money, series_late_interest: Money) -> Money:
    """Price and interest paid for what is accepted of the late tenders of the series.

    >>> series_late_cash(Fraction(5_000), Fraction(175))
    Fraction(5175, 1)
    """
    return series_late_consideration + series_late_interest


@rule(per="series")
def series_cash(series_consideration: Money, series_interest: Money) -> Money:
    """Price and interest paid for all that is accepted of the series.

    >>> series_cash(Fraction(5_000), Fraction(175))
    Fraction(5175, 1)
    """
    return series_consideration + series_interest


@rule()
def total_early_consideration(series_early_consideration: Each[Money]) -> Money:
    """Price of what is accepted of the early tenders of all series.

    >>> total_early_consideration({"a": Fraction(5_000), "b": Fraction(9_000)})
    Fraction(14000, 1)
    """
    return _sum(series_early_consideration)


@rule()
def total_early_interest(series_early_interest: Each[Money]) -> Money:
    """Interest paid on what is accepted of the early tenders of all series.

    >>> total_early_interest({"a": Fraction(175), "b": Fraction(25)})
    Fraction(200, 1)
    """
    return _sum(series_early_interest)


@rule()
def total_late_consideration(series_late_consideration: Each[Money]) -> Money:
    """Price of what is accepted of the late tenders of all series.

    >>> total_late_consideration({"a": Fraction(5_000), "b": Fraction(9_000)})
    Fraction(14000, 1)
    """
    return _sum(series_late_consideration)


@rule()
def total_late_interest(series_late_interest: Each[Money]) -> Money:
    """Interest paid on what is accepted of the late tenders of all series.

    >>> total_late_interest({"a": Fraction(175), "b": Fraction(25)})
    Fraction(200, 1)
    """
    return _sum(series_late_interest)


@rule(total=Total("holder_early_withheld"))
def total_early_withheld(holder_early_withheld: Each[Money]) -> Money:
    """Tax withheld by the agent from what is paid for early tenders.

    >>> total_early_withheld({"H-7": Fraction(175), "H-8": Fraction(25)})
    Fraction(200, 1)
    """
    return _sum(holder_early_withheld)


@rule(total=Total("holder_late_withheld"))
def total_late_withheld(holder_late_withheld: Each[Money]) -> Money:
    """Tax withheld by the agent from what is paid for late tenders.

    >>> total_late_withheld({"H-7": Fraction(175), "H-8": Fraction(25)})
    Fraction(200, 1)
    """
    return _sum(holder_late_withheld)


@rule()
def early_closing_funds(total_early_consideration: Money, total_early_interest: Money) -> Money:
    """What the company pays to the tender agent for early tenders: their price and their interest.

    >>> early_closing_funds(Fraction(5_000), Fraction(175))
    Fraction(5175, 1)
    """
    return total_early_consideration + total_early_interest


@rule()
def early_closing_payments(total_early_cash_net: Money, total_early_withheld: Money) -> Money:
    """What the tender agent pays out for early tenders, to holders and in tax.

    >>> early_closing_payments(Fraction(5_000), Fraction(175))
    Fraction(5175, 1)
    """
    return total_early_cash_net + total_early_withheld


@rule()
def late_closing_funds(total_late_consideration: Money, total_late_interest: Money) -> Money:
    """What the company pays to the tender agent for late tenders: their price and their interest.

    >>> late_closing_funds(Fraction(5_000), Fraction(175))
    Fraction(5175, 1)
    """
    return total_late_consideration + total_late_interest


@rule()
def late_closing_payments(total_late_cash_net: Money, total_late_withheld: Money) -> Money:
    """What the tender agent pays out for late tenders, to holders and in tax.

    >>> late_closing_payments(Fraction(5_000), Fraction(175))
    Fraction(5175, 1)
    """
    return total_late_cash_net + total_late_withheld


@rule()
def early_closing_difference(early_closing_funds: Money, early_closing_payments: Money) -> Money:
    """What remains of the funds for early tenders once all is paid out; it should be nothing.

    >>> early_closing_difference(Fraction(5_175), Fraction(5_175))
    Fraction(0, 1)
    """
    return early_closing_funds - early_closing_payments


@rule()
def late_closing_difference(late_closing_funds: Money, late_closing_payments: Money) -> Money:
    """What remains of the funds for late tenders once all is paid out; it should be nothing.

    >>> late_closing_difference(Fraction(5_175), Fraction(5_175))
    Fraction(0, 1)
    """
    return late_closing_funds - late_closing_payments


@rule()
def notes_accounted(total_accepted: Money, total_retained: Money) -> Money:
    """Notes that were bought and notes that the holders of the register keep, together.

    >>> notes_accounted(Fraction(65_000), Fraction(45_000))
    Fraction(110000, 1)
    """
    return total_accepted + total_retained


@rule()
def notes_difference(total_outstanding: Money, notes_accounted: Money) -> Money:
    """Notes outstanding that are neither bought nor kept by a holder; it should be nothing.

    >>> notes_difference(Fraction(110_000), Fraction(110_000))
    Fraction(0, 1)
    """
    return total_outstanding - notes_accounted
