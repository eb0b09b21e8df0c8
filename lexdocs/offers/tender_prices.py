"""Prices of a cash tender: what early and late tenders receive for each thousand dollars of principal, and when."""

from __future__ import annotations

import datetime

from lexdocs.conventions.day_count import day_count
from lexdocs.conventions.price import coupon_periods
from lexdocs.conventions.schedule_dates import MONTHS
from lexdocs.figures.figure import Pending
from lexdocs.figures.rule import rule
from lexdocs.notation.units import Count, Date, DayCountName, Flag, Money, Number, Rate, Text, Time
from lexdocs.offers.series_interest import coupon_context

PRINCIPAL, PRICE, CONSIDERATION = "principal", "purchase price", "consideration"
"""What a cap can bound: principal, its price, or its price with the accrued interest that is paid on it."""


@rule()
def has_early_deadline(early_deadline: Time | Pending) -> Flag:
    """Whether tenders by an early deadline are treated apart from the later ones.

    >>> import datetime
    >>> from lexdocs.notation.units import Moment
    >>> has_early_deadline(Moment(datetime.date(2012, 6, 29), 17, 0, "Chicago"))
    True
    """
    return not isinstance(early_deadline, Pending)


@rule()
def settles_early(stated_settles_early: Flag | Pending, early_settlement_date: Date | Pending) -> Flag:
    """Whether early tenders are paid before the others: as stated, or else if a date for it is.

    >>> import datetime
    >>> settles_early(True, datetime.date(2012, 7, 3))
    True
    """
    if isinstance(stated_settles_early, Pending):
        return not isinstance(early_settlement_date, Pending)
    return stated_settles_early


@rule()
def interest_to(settlement_date: Date) -> Date:
    """Date to which interest accrues on what is paid at the settlement, itself excluded.

    >>> import datetime
    >>> interest_to(datetime.date(2012, 7, 15))
    datetime.date(2012, 7, 15)
    """
    return settlement_date


@rule()
def early_interest_to(
    settles_early: Flag, early_settlement_date: Date | Pending, settlement_date: Date | Pending
) -> Date:
    """Date to which interest accrues on early tenders, itself excluded: the settlement at which they are paid.

    >>> import datetime
    >>> early_interest_to(True, datetime.date(2012, 7, 3), datetime.date(2012, 7, 15))
    datetime.date(2012, 7, 3)
    """
    return early_settlement_date if settles_early else settlement_date  # type: ignore[return-value]  # pending stays so


@rule(per="series", cite="the day count of the series; the end date is excluded")
def early_accrual_days(
    series_interest_paid_to: Date, early_interest_to: Date, series_day_count: DayCountName, series_maturity: Date,
    series_payments_a_year: Count | Pending,
) -> Count:  # fmt: skip
    """Days for which interest has accrued on the series when early tenders are paid.

    >>> import datetime
    >>> paid_to, early, maturity = datetime.date(2012, 1, 15), datetime.date(2012, 7, 3), datetime.date(2015, 1, 15)
    >>> early_accrual_days(paid_to, early, "30/360", maturity, 2)
    168
    """
    context = coupon_context(series_maturity, series_payments_a_year)
    start = _accrues_from(series_interest_paid_to, early_interest_to, series_maturity, series_payments_a_year)
    return day_count(series_day_count).days(start, early_interest_to, context)


@rule(per="series", cite="the day count of the series; the end date is excluded")
def early_accrual_years(
    series_interest_paid_to: Date, early_interest_to: Date, series_day_count: DayCountName, series_maturity: Date,
    series_payments_a_year: Count | Pending,
) -> Number:  # fmt: skip
    """Part of a year for which interest has accrued on the series when early tenders are paid.

    >>> import datetime
    >>> from fractions import Fraction
    >>> paid_to, early, maturity = datetime.date(2012, 1, 15), datetime.date(2012, 7, 3), datetime.date(2015, 1, 15)
    >>> early_accrual_years(paid_to, early, "30/360", maturity, 2)
    Fraction(7, 15)
    """
    context = coupon_context(series_maturity, series_payments_a_year)
    start = _accrues_from(series_interest_paid_to, early_interest_to, series_maturity, series_payments_a_year)
    return day_count(series_day_count).fraction(start, early_interest_to, context)


def _accrues_from(
    paid_to: datetime.date, to: datetime.date, maturity: datetime.date, payments_a_year: int | Pending
) -> datetime.date:
    """The day from which interest accrues that is paid with early tenders.

    A coupon that is paid after them moves the day to which interest is paid past theirs: they had it from the coupon
    date before.

    >>> paid_to, early, maturity = datetime.date(2012, 7, 15), datetime.date(2012, 7, 3), datetime.date(2015, 1, 15)
    >>> str(_accrues_from(paid_to, early, maturity, 2)), str(_accrues_from(early, paid_to, maturity, 2))
    ('2012-01-15', '2012-07-03')
    """
    if paid_to <= to or isinstance(payments_a_year, Pending) or to >= maturity:
        return paid_to
    _, periods = coupon_periods(to, maturity, MONTHS // payments_a_year)
    return periods[0].start


@rule(per="series", cite="simple interest")
def early_accrued_per_thousand(price_basis: Money, series_rate: Rate, early_accrual_years: Number) -> Money:
    """Interest accrued on each thousand dollars of the series when early tenders are paid, before any rounding.

    >>> from fractions import Fraction
    >>> early_accrued_per_thousand(Fraction(1_000), Fraction("0.075"), Fraction(7, 15))
    Fraction(35, 1)
    """
    return price_basis * series_rate * early_accrual_years


@rule(per="series")
def late_consideration(total_consideration: Money, early_premium: Money | Pending) -> Money:
    """Price for each thousand dollars tendered after the early deadline: the total less the early premium.

    >>> from fractions import Fraction
    >>> late_consideration(Fraction("985.50"), Fraction(30))
    Fraction(1911, 2)
    """
    return total_consideration if isinstance(early_premium, Pending) else total_consideration - early_premium


@rule()
def cap_measure(cap_bounds: Text | Pending, series_caps_bound: Text | Pending) -> Text:
    """What the caps are measured in: what the cap of the offer bounds, or else what caps of series do.

    >>> cap_measure("purchase price", "principal")
    'purchase price'
    """
    if not isinstance(cap_bounds, Pending):
        return cap_bounds
    return PRINCIPAL if isinstance(series_caps_bound, Pending) else series_caps_bound
