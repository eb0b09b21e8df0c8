"""Interest in the aggregate, on the old notes and on the new, and what the new notes will pay."""

from __future__ import annotations

from lexdocs.conventions.day_count import counting
from lexdocs.conventions.schedule import stepped_interest
from lexdocs.figures.figure import Pending
from lexdocs.figures.rule import CENT, Each, Round, rule
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


@rule(per="participation", round=Round(Rounding.HALF_UP, to=CENT))
def aggregate_interest(
    participation_principal: Money, accrued_interest_per_denomination: Money, denomination: Money
) -> Money:
    """Interest accrued at consummation on all old notes exchanged.

    >>> from fractions import Fraction
    >>> aggregate_interest(Fraction(600_000), Fraction(200), Fraction(5_000))
    Fraction(24000, 1)
    """
    return participation_principal * accrued_interest_per_denomination / denomination


@rule(per="participation")
def aggregate_new_notes(aggregate_claim: Money, aggregate_interest: Money) -> Money:
    """New notes to which all old notes exchanged entitle.

    >>> from fractions import Fraction
    >>> aggregate_new_notes(Fraction(600_000), Fraction(24_000))
    Fraction(624000, 1)
    """
    return aggregate_claim + aggregate_interest


@rule()
def old_annual_interest(outstanding: Money, old_rate: Rate) -> Money:
    """Interest on all old notes, a year.

    >>> from fractions import Fraction
    >>> old_annual_interest(Fraction(800_000), Fraction("0.08"))
    Fraction(64000, 1)
    """
    return outstanding * old_rate


@rule(per="participation")
def old_interest_remaining(untendered_principal: Money, old_rate: Rate) -> Money:
    """Interest on old notes that are not exchanged, a year.

    >>> from fractions import Fraction
    >>> old_interest_remaining(Fraction(200_000), Fraction("0.08"))
    Fraction(16000, 1)
    """
    return untendered_principal * old_rate


@rule(per=("participation", "step"), round=Round(Rounding.HALF_UP, to=CENT))
def new_annual_interest(aggregate_new_notes: Money, step_rate: Rate) -> Money:
    """Interest on all new notes at the rate of the step, a year.

    >>> from fractions import Fraction
    >>> new_annual_interest(Fraction(624_000), Fraction("0.1"))
    Fraction(62400, 1)
    """
    return aggregate_new_notes * step_rate


@rule()
def number_of_steps(step_rate: Each[Rate]) -> Count:
    """Rates that the new notes bear one after another.

    >>> from fractions import Fraction
    >>> number_of_steps({"2013-03-15": Fraction("0.08"), "thereafter": Fraction("0.12")})
    2
    """
    return len(step_rate)


@rule(per="step")
def step_is_first(step: Text, step_rate: Each[Rate]) -> Flag:
    """Whether the step is the first.

    >>> from fractions import Fraction
    >>> step_is_first("2013-03-15", {"2013-03-15": Fraction("0.08"), "thereafter": Fraction("0.12")})
    True
    """
    return step == next(iter(step_rate))


@rule(per="step")
def step_is_last(step: Text, step_rate: Each[Rate]) -> Flag:
    """Whether the step runs to maturity.

    >>> from fractions import Fraction
    >>> step_is_last("2013-03-15", {"2013-03-15": Fraction("0.08"), "thereafter": Fraction("0.12")})
    False
    """
    return step == list(step_rate)[-1]


@rule(per="step")
def step_is_only(number_of_steps: Count) -> Flag:
    """Whether the new notes bear one rate throughout.

    >>> step_is_only(1)
    True
    """
    return number_of_steps == 1


@rule(per="period", cite="the day count of the new notes; the end date is excluded")
def period_days(
    period_start: Date, period_end: Date, new_day_count: DayCountName, payment_day: Each[YearDay], new_maturity: Date
) -> Count:
    """Days of the period.

    >>> import datetime
    >>> from lexdocs.notation.units import Day
    >>> days = {"06-15": Day(6, 15), "12-15": Day(12, 15)}
    >>> start, end = datetime.date(2012, 12, 15), datetime.date(2013, 6, 15)
    >>> period_days(start, end, "30/360", days, datetime.date(2020, 6, 15))
    180
    """
    return counting(new_day_count, payment_day.values(), new_maturity).days(period_start, period_end)


@rule(per="period", cite="the rates of the new notes, each for its days; the end date is excluded")
def coupon_per_denomination(
    denomination: Money, period_start: Date, period_end: Date, step_rate: Each[Rate],
    step_through: Each[Date | Pending], new_day_count: DayCountName, payment_day: Each[YearDay], new_maturity: Date,
) -> Money:  # fmt: skip
    """Interest of the period on new notes in the amount of one denomination, before any rounding.

    A quarter of a year at 8% and a quarter at 12%: $100 and $150.

    >>> import datetime
    >>> from fractions import Fraction
    >>> from lexdocs.notation.units import Day, Unit
    >>> start, change, end = datetime.date(2012, 12, 15), datetime.date(2013, 3, 15), datetime.date(2013, 6, 15)
    >>> rates = {"2013-03-15": Fraction("0.08"), "thereafter": Fraction("0.12")}
    >>> endless = Pending("step_through", ("thereafter",), Unit.DATE, "Date to which the rate runs.", ())
    >>> through = {"2013-03-15": change, "thereafter": endless}
    >>> days = {"06-15": Day(6, 15), "12-15": Day(12, 15)}
    >>> maturity = datetime.date(2020, 6, 15)
    >>> coupon_per_denomination(Fraction(5_000), start, end, rates, through, "30/360", days, maturity)
    Fraction(250, 1)
    """
    steps = [
        (rate, None if isinstance(to, Pending) else to)
        for rate, to in zip(step_rate.values(), step_through.values(), strict=True)
    ]
    counted = counting(new_day_count, payment_day.values(), new_maturity)
    return denomination * stepped_interest(period_start, period_end, steps, counted)


@rule(per=("participation", "period"), round=Round(Rounding.HALF_UP, to=CENT))
def aggregate_coupon(
    period: Text, aggregate_new_notes: Money, opening_principal: Each[Money], coupon_per_denomination: Money,
    denomination: Money,
) -> Money:  # fmt: skip
    """Interest of the period on all new notes, with those issued for interest before it where it is paid in kind.

    >>> from fractions import Fraction
    >>> aggregate_coupon("2012-12-15", Fraction(500_000), {}, Fraction(250), Fraction(5_000))
    Fraction(25000, 1)
    """
    principal = opening_principal.get(period, aggregate_new_notes)
    return principal * coupon_per_denomination / denomination
