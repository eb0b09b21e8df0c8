"""Series by series: the title, the steps of principal, and the interest accrued to the day on which money moves.

A kind of offer with series gives the figure `interest_to`: the date to which interest accrues, itself
excluded.
"""

from __future__ import annotations

import calendar
import datetime
from fractions import Fraction
from typing import Annotated

from lexdocs.conventions.context import Context
from lexdocs.conventions.day_count import day_count
from lexdocs.figures.figure import Figure, Pending
from lexdocs.figures.rule import Each, rule
from lexdocs.notation.forms import write
from lexdocs.notation.units import Count, Cusip, Date, DayCountName, Money, Number, Rate, Text, Title, Unit

THOUSAND = Fraction(1000)
_MONTHS = 12


def coupon_context(maturity: datetime.date, payments_a_year: int | Pending) -> Context:
    """What day counts need beside two dates: the maturity, and the regular coupon period that ends there.

    Coupon dates that end a month all do, if the maturity does. A number of payments that is not known
    leaves the period out; only a day count that needs it asks for it.

    >>> import datetime
    >>> found = coupon_context(datetime.date(2015, 6, 30), 2)
    >>> found.reference_start, found.end_of_month
    (datetime.date(2014, 12, 31), True)
    """
    if isinstance(payments_a_year, Pending):
        return Context(maturity)
    year, month = divmod(maturity.year * _MONTHS + maturity.month - 1 - _MONTHS // payments_a_year, _MONTHS)
    last = calendar.monthrange(year, month + 1)[1]
    at_end = maturity.day == calendar.monthrange(maturity.year, maturity.month)[1]
    start = datetime.date(year, month + 1, last if at_end else min(maturity.day, last))
    return Context(maturity, start, maturity, payments_a_year, at_end)


@rule(cite="prices of notes are stated for this amount")
def price_basis() -> Money:
    """Principal amount for which prices and accrued interest are stated.

    >>> price_basis()
    Fraction(1000, 1)
    """
    return THOUSAND


@rule(per="series")
def series_own_title(series_rate: Annotated[Figure, Unit.RATE], series_name: Text, series_maturity: Date) -> Title:
    """Title of the series by itself: its rate, written as in the terms, its name, and the year of its maturity.

    >>> import datetime
    >>> rate = Figure("series_rate", (), Unit.RATE, Fraction("0.085"), "", series_own_title, "8.50%")
    >>> series_own_title(rate, "Senior Notes", datetime.date(2015, 6, 15))
    '8.50% Senior Notes due 2015'
    """
    rate = write(series_rate.value, Unit.RATE, written=series_rate.written)
    return f"{rate} {series_name} due {series_maturity.year}"


@rule(per="series")
def series_title(
    series: Text, series_own_title: Each[Title], series_cusip: Each[Cusip | Pending], series_maturity: Each[Date]
) -> Title:
    """Title of the series; where another has the same, with its CUSIP number, or its maturity, or else its label.

    >>> titles, waits = dict.fromkeys("ab", "8% Notes due 2015"), Pending("series_cusip", (), "", "", ())
    >>> days = {"a": datetime.date(2015, 3, 15), "b": datetime.date(2015, 9, 15)}
    >>> series_title("a", titles, dict.fromkeys("ab", waits), days)
    '8% Notes due March 15, 2015'
    >>> series_title("b", {**titles, "a": "9% Notes"}, {}, days)
    '8% Notes due 2015'
    """
    title = series_own_title[series]
    alike = [label for label in series_own_title if series_own_title[label] == title]
    if len(alike) == 1:
        return title
    numbers = {label: series_cusip[label] for label in alike}
    own, days = numbers[series], {label: series_maturity[label] for label in alike}
    numbered = not any(isinstance(each, Pending) for each in numbers.values())
    if not numbered and len({*days.values()}) == len(alike):
        day = days[series]
        return f"{title.removesuffix(str(day.year))}{write(day, Unit.DATE)}"
    if isinstance(own, Pending) or Pending in map(type, numbers.values()) or len({*numbers.values()}) < len(alike):
        return f"{title} ({series})"
    return f"{title} (CUSIP {write(own, Unit.CUSIP)})"


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
def series_accrual_days(
    series_interest_paid_to: Date, interest_to: Date, series_day_count: DayCountName, series_maturity: Date,
    series_payments_a_year: Count | Pending,
) -> Count:  # fmt: skip
    """Days for which interest has accrued on the series.

    >>> import datetime
    >>> paid_to, settlement = datetime.date(2012, 1, 15), datetime.date(2012, 7, 15)
    >>> series_accrual_days(paid_to, settlement, "30/360", datetime.date(2015, 1, 15), 2)
    180
    """
    context = coupon_context(series_maturity, series_payments_a_year)
    return day_count(series_day_count).days(series_interest_paid_to, interest_to, context)


@rule(per="series", cite="the day count of the series; the end date is excluded")
def series_accrual_years(
    series_interest_paid_to: Date, interest_to: Date, series_day_count: DayCountName, series_maturity: Date,
    series_payments_a_year: Count | Pending,
) -> Number:  # fmt: skip
    """Part of a year for which interest has accrued on the series.

    >>> import datetime
    >>> paid_to, settlement = datetime.date(2012, 1, 15), datetime.date(2012, 7, 15)
    >>> series_accrual_years(paid_to, settlement, "30/360", datetime.date(2015, 1, 15), 2)
    Fraction(1, 2)
    """
    context = coupon_context(series_maturity, series_payments_a_year)
    return day_count(series_day_count).fraction(series_interest_paid_to, interest_to, context)


@rule(per="series", cite="simple interest")
def accrued_per_thousand(price_basis: Money, series_rate: Rate, series_accrual_years: Number) -> Money:
    """Interest accrued on each thousand dollars of the series, before any rounding.

    >>> accrued_per_thousand(Fraction(1_000), Fraction("0.08"), Fraction(1, 2))
    Fraction(40, 1)
    """
    return price_basis * series_rate * series_accrual_years
