"""What has accrued on each denomination of old notes: at the stated rate, on default, and on overdue interest."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from fractions import Fraction

from lexdocs.conventions.accrual import default_years, overdue_interest, simple_interest
from lexdocs.conventions.day_count import counting
from lexdocs.conventions.schedule import payment_dates
from lexdocs.figures.figure import Pending
from lexdocs.figures.rule import Each, rule
from lexdocs.notation.units import Count, Date, Day, DayCountName, Flag, Money, Number, Rate, YearDay

_DAY = datetime.timedelta(days=1)


@rule()
def accrual_end(consummation_date: Date) -> Date:
    """Last day for which interest accrues on old notes that are exchanged: the day before consummation.

    >>> accrual_end(datetime.date(2012, 7, 15))
    datetime.date(2012, 7, 14)
    """
    return consummation_date - _DAY


@rule(cite="the day count of the old notes; the end date is excluded")
def accrual_days(
    interest_start: Date, consummation_date: Date, old_day_count: DayCountName, old_payment_day: Each[YearDay],
    old_maturity: Date,
) -> Count:  # fmt: skip
    """Days for which interest has accrued on the old notes at consummation.

    >>> paid_to, consummation = datetime.date(2012, 1, 15), datetime.date(2012, 7, 15)
    >>> accrual_days(paid_to, consummation, "30/360", {}, datetime.date(2015, 1, 15))
    180
    """
    return counting(old_day_count, old_payment_day.values(), old_maturity).days(
        min(interest_start, consummation_date), consummation_date
    )


@rule()
def interest_has_accrued(accrual_days: Count) -> Flag:
    """Whether any interest has accrued on the old notes at consummation.

    >>> interest_has_accrued(180)
    True
    """
    return accrual_days > 0


@rule(cite="the day count of the old notes; the end date is excluded")
def accrual_fraction(
    interest_start: Date, consummation_date: Date, old_day_count: DayCountName, old_payment_day: Each[YearDay],
    old_maturity: Date,
) -> Number:  # fmt: skip
    """Part of a year for which interest has accrued on the old notes at consummation.

    Half a year and 61 of the 184 days from July 15 to January 15, by coupon periods:

    >>> paid_to, consummation = datetime.date(2012, 1, 15), datetime.date(2012, 9, 14)
    >>> days = {"01-15": Day(1, 15), "07-15": Day(7, 15)}
    >>> accrual_fraction(paid_to, consummation, "Act/Act ICMA", days, datetime.date(2015, 1, 15))
    Fraction(245, 368)
    """
    counted = counting(old_day_count, old_payment_day.values(), old_maturity)
    return counted.fraction(min(interest_start, consummation_date), consummation_date)


@rule(cite="the terms of the old notes on default; counted as what it adds to the days before the default")
def default_fraction(
    interest_start: Date, consummation_date: Date, default_from: Date | Pending, old_day_count: DayCountName,
    old_payment_day: Each[YearDay], old_maturity: Date,
) -> Number:  # fmt: skip
    """Part of a year for which the margin of the default rate has run at consummation; nothing where there is none.

    >>> paid_to, default, consummation = (datetime.date(2012, month, 15) for month in (1, 4, 7))
    >>> default_fraction(paid_to, consummation, default, "30/360", {}, datetime.date(2015, 1, 15))
    Fraction(1, 4)
    """
    if isinstance(default_from, Pending):
        return Fraction(0)
    counted = counting(old_day_count, old_payment_day.values(), old_maturity)
    return default_years(min(interest_start, consummation_date), consummation_date, default_from, counted.fraction)


@rule(cite="the terms of the old notes on default; the margin comes on top of the stated rate")
def default_interest_per_denomination(
    denomination: Money, default_margin: Rate | Pending, default_fraction: Number
) -> Money:
    """Interest at the margin of the default rate on each denomination of old notes; nothing where there is none.

    >>> default_interest_per_denomination(Fraction(5_000), Fraction("0.02"), Fraction(1, 4))
    Fraction(25, 1)
    """
    margin = Fraction(0) if isinstance(default_margin, Pending) else default_margin
    return simple_interest(denomination, margin, default_fraction)


@rule(cite="the terms of the old notes on overdue interest, compounding on their payment days")
def overdue_interest_per_denomination(
    denomination: Money, old_rate: Rate, interest_start: Date, consummation_date: Date,
    interest_runs_on_overdue: Flag | Pending, old_day_count: DayCountName, old_payment_day: Each[YearDay],
    old_maturity: Date, default_margin: Rate | Pending, default_from: Date | Pending,
) -> Money:  # fmt: skip
    """Interest on overdue interest on each denomination of old notes; nothing where the terms give none.

    Two half years at 10%, the first one unpaid: 5% of its $250.

    >>> paid_to, consummation, maturity = (datetime.date(year, 1, 15) for year in (2012, 2013, 2015))
    >>> days = {"01-15": Day(1, 15), "07-15": Day(7, 15)}
    >>> none = Fraction(0), maturity
    >>> overdue_interest_per_denomination(
    ...     Fraction(5_000), Fraction("0.1"), paid_to, consummation, True, "30/360", days, maturity, *none
    ... )
    Fraction(25, 2)
    """
    if isinstance(interest_runs_on_overdue, Pending) or not interest_runs_on_overdue:
        return Fraction(0)
    per_dollar = _per_dollar(
        interest_start, consummation_date, old_rate, default_margin, default_from, True, old_day_count,
        old_payment_day, old_maturity,
    )  # fmt: skip
    simple = _per_dollar(
        interest_start, consummation_date, old_rate, default_margin, default_from, False, old_day_count,
        old_payment_day, old_maturity,
    )  # fmt: skip
    return denomination * (per_dollar - simple)


@rule(cite="the day count of the old notes; simple interest, with what their terms add to it")
def accrued_interest_per_denomination(
    denomination: Money, old_rate: Rate, accrual_fraction: Number, default_interest_per_denomination: Money,
    overdue_interest_per_denomination: Money,
) -> Money:  # fmt: skip
    """Interest accrued at consummation on each denomination of old notes, before any rounding.

    >>> accrued_interest_per_denomination(Fraction(5_000), Fraction("0.08"), Fraction(1, 2), Fraction(25), Fraction(0))
    Fraction(225, 1)
    """
    stated = simple_interest(denomination, old_rate, accrual_fraction)
    return stated + default_interest_per_denomination + overdue_interest_per_denomination


@rule()
def new_notes_per_denomination(claim_per_denomination: Money, accrued_interest_per_denomination: Money) -> Money:
    """New notes to which each denomination of old notes entitles, before any rounding.

    >>> new_notes_per_denomination(Fraction(5_000), Fraction(200))
    Fraction(5200, 1)
    """
    return claim_per_denomination + accrued_interest_per_denomination


@rule(cite="the terms of the old notes; the end date is excluded")
def holdout_interest_per_denomination(
    denomination: Money, old_rate: Rate, interest_start: Date, holdout_payment_date: Date,
    interest_runs_on_overdue: Flag | Pending, old_day_count: DayCountName, old_payment_day: Each[YearDay],
    old_maturity: Date, default_margin: Rate | Pending, default_from: Date | Pending,
) -> Money:  # fmt: skip
    """Interest on each denomination of old notes not tendered, to the date on which their holders are paid.

    Half a year at 8%, with 2% more for its second half:

    >>> paid_to, default, payment = (datetime.date(2012, month, 15) for month in (1, 4, 7))
    >>> on_default, maturity = (Fraction("0.02"), default), datetime.date(2015, 1, 15)
    >>> holdout_interest_per_denomination(
    ...     Fraction(5_000), Fraction("0.08"), paid_to, payment, False, "30/360", {}, maturity, *on_default
    ... )
    Fraction(225, 1)
    """
    on_overdue = not isinstance(interest_runs_on_overdue, Pending) and interest_runs_on_overdue
    return denomination * _per_dollar(
        interest_start, holdout_payment_date, old_rate, default_margin, default_from, on_overdue, old_day_count,
        old_payment_day, old_maturity,
    )  # fmt: skip


@rule()
def maximum_holdout_interest(
    maximum_holdout_principal: Money, holdout_interest_per_denomination: Money, denomination: Money
) -> Money:
    """Interest on the most that can remain untendered, to the date on which holders who do not tender are paid.

    >>> maximum_holdout_interest(Fraction(200_000), Fraction(200), Fraction(5_000))
    Fraction(8000, 1)
    """
    return maximum_holdout_principal * holdout_interest_per_denomination / denomination


@rule()
def maximum_holdout_payment(
    maximum_holdout_principal: Money, holdout_claim_per_denomination: Money, denomination: Money,
    maximum_holdout_interest: Money,
) -> Money:  # fmt: skip
    """Most that can be paid to holders who do not tender, with interest, while the minimum condition holds.

    >>> maximum_holdout_payment(Fraction(200_000), Fraction(5_000), Fraction(5_000), Fraction(8_000))
    Fraction(208000, 1)
    """
    return maximum_holdout_principal * holdout_claim_per_denomination / denomination + maximum_holdout_interest


def _per_dollar(
    start: datetime.date, end: datetime.date, rate: Fraction, margin: Fraction | Pending,
    default_from: datetime.date | Pending, on_overdue: bool, day_count: str, payment_days: Mapping[str, Day],
    maturity: datetime.date,
) -> Fraction:  # fmt: skip
    """Interest on one dollar of principal under all the terms of the old notes; zero where the end comes first."""
    years = counting(day_count, payment_days.values(), maturity).fraction
    start = min(start, end)

    def rate_for(first: datetime.date, last: datetime.date) -> Fraction:
        stated = rate * years(first, last)
        if isinstance(margin, Pending) or isinstance(default_from, Pending) or last <= first:
            return stated
        return stated + margin * default_years(first, last, default_from, years)

    due = payment_dates(start, end, payment_days.values()) if on_overdue else ()
    return overdue_interest(Fraction(1), rate_for, start, end, due)
