"""Series by series: the title, the steps of principal, and the interest accrued to the day on which money moves.

A kind of offer with series gives the figure `interest_to`: the date to which interest accrues, itself
excluded.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Annotated

from lexdocs.conventions.day_count import day_count
from lexdocs.figures.figure import Figure, Pending
from lexdocs.figures.rule import Each, rule
from lexdocs.notation.forms import write
from lexdocs.notation.units import Count, Date, DayCountName, Money, Number, Rate, Text, Title, Unit

THOUSAND = Fraction(1000)


@rule(cite="prices of notes are stated for this amount")
def price_basis() -> Money:
    """Principal amount for which prices and accrued interest are stated.

    >>> price_basis()
    Fraction(1000, 1)
    """
    return THOUSAND


@rule(per="series")
def series_title(series_rate: Annotated[Figure, Unit.RATE], series_name: Text, series_maturity: Date) -> Title:
    """Title of the series: its rate, written as in the terms, its name, and the year of its maturity.

    >>> import datetime
    >>> rate = Figure("series_rate", (), Unit.RATE, Fraction("0.085"), "", series_title, "8.50%")
    >>> series_title(rate, "Senior Notes", datetime.date(2015, 6, 15))
    '8.50% Senior Notes due 2015'
    """
    rate = write(series_rate.value, Unit.RATE, written=series_rate.written)
    return f"{rate} {series_name} due {series_maturity.year}"


@rule(per="series")
def series_multiple(series_stated_multiple: Money | Pending, series_denomination: Money) -> Money:
    """Step of principal to which amounts of the series are cut: the stated multiple, or else the denomination.

    >>> series_multiple(Fraction(1_000), Fraction(2_000))
    Fraction(1000, 1)
    """
    return series_denomination if isinstance(series_stated_multiple, Pending) else series_stated_multiple


@rule()
def number_of_series(series_rate: Each[Rate]) -> Count:
    """Series for which the offer is made.

    >>> number_of_series({"a": Fraction("0.08"), "b": Fraction("0.09")})
    2
    """
    return len(series_rate)


@rule()
def total_outstanding(series_outstanding: Each[Money]) -> Money:
    """Principal amount of all series outstanding.

    >>> total_outstanding({"a": Fraction(800_000), "b": Fraction(200_000)})
    Fraction(1000000, 1)
    """
    return sum(series_outstanding.values(), Fraction(0))


@rule(per="series", cite="the day count of the series; the end date is excluded")
def series_accrual_days(series_interest_paid_to: Date, interest_to: Date, series_day_count: DayCountName) -> Count:
    """Days for which interest has accrued on the series.

    >>> import datetime
    >>> series_accrual_days(datetime.date(2012, 1, 15), datetime.date(2012, 7, 15), "30/360")
    180
    """
    return day_count(series_day_count).days(series_interest_paid_to, interest_to)


@rule(per="series", cite="the day count of the series; the end date is excluded")
def series_accrual_years(series_interest_paid_to: Date, interest_to: Date, series_day_count: DayCountName) -> Number:
    """Part of a year for which interest has accrued on the series.

    >>> import datetime
    >>> series_accrual_years(datetime.date(2012, 1, 15), datetime.date(2012, 7, 15), "30/360")
    Fraction(1, 2)
    """
    return day_count(series_day_count).fraction(series_interest_paid_to, interest_to)


@rule(per="series", cite="simple interest")
def accrued_per_thousand(price_basis: Money, series_rate: Rate, series_accrual_years: Number) -> Money:
    """Interest accrued on each thousand dollars of the series, before any rounding.

    >>> accrued_per_thousand(Fraction(1_000), Fraction("0.08"), Fraction(1, 2))
    Fraction(40, 1)
    """
    return price_basis * series_rate * series_accrual_years
