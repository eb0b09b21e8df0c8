"""What a holding takes from its series: title, rate, and the interest accrued on it."""

from __future__ import annotations

import datetime

from lexdocs.figures.figure import Pending
from lexdocs.figures.rule import Each, rule
from lexdocs.notation.units import Count, Cusip, Date, DayCountName, Money, Rate, Text, Title

_DAY = datetime.timedelta(days=1)


@rule(per="holding")
def statement_number(holder_id: Text, holding_series: Text, latest_announced: Date, statement_version: Text) -> Text:
    """Number of the holder's statement: the announcement's date, the version, the holder and the series.

    >>> statement_number("H-7", "senior", datetime.date(2012, 6, 15), "")
    '20120615-H-7-senior'
    """
    return f"{latest_announced.isoformat().replace('-', '')}{statement_version}-{holder_id}-{holding_series}"


@rule(per="holding")
def holding_title(holding_series: Text, series_title: Each[Title]) -> Title:
    """Title of the series that is held.

    >>> holding_title("a", {"a": "8.50% Senior Notes due 2015", "b": "9% Junior Notes due 2016"})
    '8.50% Senior Notes due 2015'
    """
    return series_title[holding_series]


@rule(per="holding")
def holding_rate(holding_series: Text, series_rate: Each[Rate]) -> Rate:
    """Interest rate of the series that is held, a year.

    >>> from fractions import Fraction
    >>> holding_rate("a", {"a": Fraction("0.085")})
    Fraction(17, 200)
    """
    return series_rate[holding_series]


@rule(per="holding")
def holding_cusip(holding_series: Text, series_cusip: Each[Cusip | Pending]) -> Cusip:
    """CUSIP number of the series that is held.

    >>> holding_cusip("a", {"a": "037833 10 0"})
    '037833 10 0'
    """
    return series_cusip[holding_series]  # type: ignore[return-value]  # pending itself where there is none


@rule(per="holding")
def holding_interest_paid_to(holding_series: Text, series_interest_paid_to: Each[Date]) -> Date:
    """Date to which interest on the series that is held has been paid.

    >>> holding_interest_paid_to("a", {"a": datetime.date(2012, 1, 15)})
    datetime.date(2012, 1, 15)
    """
    return series_interest_paid_to[holding_series]


@rule()
def interest_through(interest_to: Date) -> Date:
    """Last day for which interest accrues: the day before the date to which it accrues.

    >>> interest_through(datetime.date(2012, 7, 15))
    datetime.date(2012, 7, 14)
    """
    return interest_to - _DAY


@rule(per="holding")
def holding_day_count(holding_series: Text, series_day_count: Each[DayCountName]) -> DayCountName:
    """Day count of the series that is held.

    >>> holding_day_count("a", {"a": "30/360"})
    '30/360'
    """
    return series_day_count[holding_series]


@rule(per="holding")
def holding_accrual_days(holding_series: Text, series_accrual_days: Each[Count]) -> Count:
    """Days for which interest has accrued on the series that is held.

    >>> holding_accrual_days("a", {"a": 180})
    180
    """
    return series_accrual_days[holding_series]


@rule(per="holding")
def holding_accrued_per_thousand(holding_series: Text, accrued_per_thousand: Each[Money]) -> Money:
    """Interest accrued on each $1,000 of the series that is held, before any rounding.

    >>> from fractions import Fraction
    >>> holding_accrued_per_thousand("a", {"a": Fraction(40)})
    Fraction(40, 1)
    """
    return accrued_per_thousand[holding_series]
