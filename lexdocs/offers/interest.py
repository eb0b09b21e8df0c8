"""Interest: what has accrued on the old notes, and what the new notes will pay."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from lexdocs.conventions.day_count import day_count
from lexdocs.conventions.schedule import payment_dates, stepped_interest
from lexdocs.figures.figure import Pending
from lexdocs.figures.rule import CENT, Each, Round, rows, rule
from lexdocs.notation.units import (
    Count,
    Date,
    DayCountName,
    Flag,
    Money,
    Rate,
    Rounding,
    Text,
    YearDay,
)

_DAY = datetime.timedelta(days=1)


@rule()
def accrual_end(consummation_date: Date) -> Date:
    """Last day for which interest accrues on old notes that are exchanged: the day before consummation."""
    return consummation_date - _DAY


@rule(cite="the day count of the old notes; the end date is excluded")
def accrual_days(interest_paid_to: Date, consummation_date: Date, old_day_count: DayCountName) -> Count:
    """Days for which interest has accrued on the old notes at consummation."""
    return day_count(old_day_count).days(interest_paid_to, consummation_date)


@rule(cite="the day count of the old notes; simple interest")
def accrued_interest_per_denomination(
    denomination: Money, old_rate: Rate, interest_paid_to: Date, consummation_date: Date, old_day_count: DayCountName
) -> Money:
    """Interest accrued at consummation on each denomination of old notes, before any rounding."""
    return denomination * old_rate * day_count(old_day_count).fraction(interest_paid_to, consummation_date)


@rule()
def new_notes_per_denomination(denomination: Money, accrued_interest_per_denomination: Money) -> Money:
    """New notes to which each denomination of old notes entitles, before any rounding."""
    return denomination + accrued_interest_per_denomination


@rule(per="participation", round=Round(Rounding.HALF_UP, to=CENT))
def aggregate_interest(
    participation_principal: Money, accrued_interest_per_denomination: Money, denomination: Money
) -> Money:
    """Interest accrued at consummation on all old notes exchanged."""
    return participation_principal * accrued_interest_per_denomination / denomination


@rule(per="participation")
def aggregate_new_notes(participation_principal: Money, aggregate_interest: Money) -> Money:
    """New notes to which all old notes exchanged entitle."""
    return participation_principal + aggregate_interest


@rule()
def old_annual_interest(outstanding: Money, old_rate: Rate) -> Money:
    """Interest on all old notes, a year."""
    return outstanding * old_rate


@rule(per="participation")
def old_interest_remaining(untendered_principal: Money, old_rate: Rate) -> Money:
    """Interest on old notes that are not exchanged, a year."""
    return untendered_principal * old_rate


@rule(per=("participation", "step"), round=Round(Rounding.HALF_UP, to=CENT))
def new_annual_interest(aggregate_new_notes: Money, step_rate: Rate) -> Money:
    """Interest on all new notes at the rate of the step, a year."""
    return aggregate_new_notes * step_rate


@rule()
def maximum_holdout_interest(
    maximum_holdout_principal: Money, old_rate: Rate, interest_paid_to: Date, holdout_payment_date: Date,
    old_day_count: DayCountName,
) -> Money:  # fmt: skip
    """Interest on the most that can remain untendered, to the date on which holders who do not tender are paid."""
    fraction = day_count(old_day_count).fraction(interest_paid_to, holdout_payment_date)
    return maximum_holdout_principal * old_rate * fraction


@rule()
def maximum_holdout_payment(maximum_holdout_principal: Money, maximum_holdout_interest: Money) -> Money:
    """Most that can be paid to holders who do not tender, with interest, while the minimum condition holds."""
    return maximum_holdout_principal + maximum_holdout_interest


@rule()
def number_of_steps(step_rate: Each[Rate]) -> Count:
    """Rates that the new notes bear one after another."""
    return len(step_rate)


@rule(per="step")
def step_is_first(step: Text, step_rate: Each[Rate]) -> Flag:
    """Whether the step is the first."""
    return step == next(iter(step_rate))


@rule(per="step")
def step_is_last(step: Text, step_rate: Each[Rate]) -> Flag:
    """Whether the step runs to maturity."""
    return step == list(step_rate)[-1]


@rule(per="step")
def step_is_only(number_of_steps: Count) -> Flag:
    """Whether the new notes bear one rate throughout."""
    return number_of_steps == 1


@rows("period")
def periods(consummation_date: Date, new_maturity: Date, payment_day: Each[YearDay]) -> Sequence[str]:
    """Interest periods of the new notes, named by the dates on which they are paid."""
    return [date.isoformat() for date in payment_dates(consummation_date, new_maturity, payment_day.values())]


@rule(per="period")
def period_end(period: Text) -> Date:
    """Date on which the interest of the period is paid."""
    return datetime.date.fromisoformat(period)


@rule(per="period")
def period_start(period: Text, period_end: Each[Date], consummation_date: Date) -> Date:
    """Date from which interest of the period runs: the payment date before, or consummation."""
    before = [date for label, date in period_end.items() if label < period]
    return max(before, default=consummation_date)


@rule(per="period", cite="the day count of the new notes; the end date is excluded")
def period_days(period_start: Date, period_end: Date, new_day_count: DayCountName) -> Count:
    """Days of the period."""
    return day_count(new_day_count).days(period_start, period_end)


@rule(per="period")
def period_is_stub(period_start: Date, payment_day: Each[YearDay], period_end: Date) -> Flag:
    """Whether the period begins or ends on another day than a payment day of the year."""
    days = {(day.month, day.day) for day in payment_day.values()}
    return not {(date.month, date.day) for date in (period_start, period_end)} <= days


@rule(per="period", cite="the rates of the new notes, each for its days; the end date is excluded")
def coupon_per_denomination(
    denomination: Money, period_start: Date, period_end: Date, step_rate: Each[Rate],
    step_through: Each[Date | Pending], new_day_count: DayCountName,
) -> Money:  # fmt: skip
    """Interest of the period on new notes in the amount of one denomination, before any rounding."""
    steps = [
        (rate, None if isinstance(to, Pending) else to)
        for rate, to in zip(step_rate.values(), step_through.values(), strict=True)
    ]
    return denomination * stepped_interest(period_start, period_end, steps, day_count(new_day_count))


@rule(per=("participation", "period"), round=Round(Rounding.HALF_UP, to=CENT))
def aggregate_coupon(aggregate_new_notes: Money, coupon_per_denomination: Money, denomination: Money) -> Money:
    """Interest of the period on all new notes."""
    return aggregate_new_notes * coupon_per_denomination / denomination
