"""Interest periods of the new notes: from when to when interest runs, and when it is paid."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence

from lexdocs.conventions.deal_calendars import payment_calendar
from lexdocs.conventions.rolling import Roll, adjust
from lexdocs.conventions.schedule import payment_dates
from lexdocs.figures.figure import Pending
from lexdocs.figures.rule import Each, rows, rule
from lexdocs.notation.units import Date, Flag, Text, YearDay

_WORDS = {
    Roll.NONE: "on that day all the same",
    Roll.FOLLOWING: "on the next business day",
    Roll.MODIFIED_FOLLOWING: "on the next business day, or on the one before where the next is in another month",
    Roll.PRECEDING: "on the business day before",
    Roll.MODIFIED_PRECEDING: "on the business day before, or on the next where the one before is in another month",
}


@rows("period")
def periods(
    consummation_date: Date, new_maturity: Date, payment_day: Each[YearDay], first_payment_date: Date | Pending,
    first_period_is_long: Flag, last_period_is_long: Flag,
) -> Sequence[str]:  # fmt: skip
    """Interest periods of the new notes, named by their payment days before any is moved.

    >>> from lexdocs.notation.units import Day, Unit
    >>> payment_day = {"06-15": Day(6, 15), "12-15": Day(12, 15)}
    >>> no_first = Pending("first_payment_date", (), Unit.DATE, "First payment date.", ())
    >>> periods(datetime.date(2012, 7, 15), datetime.date(2013, 6, 15), payment_day, no_first, False, False)
    ['2012-12-15', '2013-06-15']
    """
    first = None if isinstance(first_payment_date, Pending) else first_payment_date
    found = payment_dates(
        consummation_date, new_maturity, payment_day.values(), first,
        long_first=first_period_is_long, long_last=last_period_is_long,
    )  # fmt: skip
    return [date.isoformat() for date in found]


@rule()
def payment_roll_says(payment_roll: Text) -> Text:
    """When a payment is made whose day is no business day, in words.

    >>> payment_roll_says("following")
    'on the next business day'
    """
    return _WORDS[Roll(payment_roll)]


@rule(per="period")
def period_payment_date(
    period: Text, payment_roll: Text | Pending, payment_calendar: Text | Pending, calendar_override_day: Each[Text]
) -> Date:
    """Date on which the interest of the period is paid: its payment day, moved where it is no business day.

    A Saturday, on no calendar but that of the rules:

    >>> from lexdocs.notation.units import Unit
    >>> unnamed = Pending("payment_calendar", (), Unit.TEXT, "Calendar of payments.", ())
    >>> period_payment_date("2012-12-15", "following", unnamed, {})
    datetime.date(2012, 12, 17)
    """
    return _moved(period, payment_roll, payment_calendar, calendar_override_day)


@rule(per="period")
def period_end(
    period: Text, accrual_is_adjusted: Flag, payment_roll: Text | Pending, payment_calendar: Text | Pending,
    calendar_override_day: Each[Text],
) -> Date:  # fmt: skip
    """Date to which interest of the period runs: its payment day, before that is moved unless accrual is adjusted.

    >>> from lexdocs.notation.units import Unit
    >>> unnamed = Pending("payment_calendar", (), Unit.TEXT, "Calendar of payments.", ())
    >>> period_end("2012-12-15", False, "following", unnamed, {})
    datetime.date(2012, 12, 15)
    """
    if not accrual_is_adjusted:
        return datetime.date.fromisoformat(period)
    return _moved(period, payment_roll, payment_calendar, calendar_override_day)


@rule(per="period")
def period_start(period: Text, period_end: Each[Date], consummation_date: Date) -> Date:
    """Date from which interest of the period runs: the end of the period before, or consummation.

    >>> ends = {"2012-12-15": datetime.date(2012, 12, 15), "2013-06-15": datetime.date(2013, 6, 15)}
    >>> period_start("2013-06-15", ends, datetime.date(2012, 7, 15))
    datetime.date(2012, 12, 15)
    """
    before = [label for label in period_end if label < period]
    return period_end[before[-1]] if before else consummation_date


@rule(per="period")
def period_is_stub(period: Text, period_end: Each[Date], consummation_date: Date, payment_day: Each[YearDay]) -> Flag:
    """Whether the period is another than that from one payment day of the year to the next.

    >>> from lexdocs.notation.units import Day
    >>> payment_day = {"06-15": Day(6, 15), "12-15": Day(12, 15)}
    >>> ends = {"2012-12-15": datetime.date(2012, 12, 15), "2013-06-15": datetime.date(2013, 6, 15)}
    >>> period_is_stub("2012-12-15", ends, datetime.date(2012, 7, 15), payment_day)
    True
    """
    days = tuple(payment_day.values())
    before = [label for label in period_end if label < period]
    dates = [
        datetime.date.fromisoformat(before[-1]) if before else consummation_date,
        datetime.date.fromisoformat(period),
    ]
    on_days = all(date in {day.in_year(date.year) for day in days} for date in dates)
    return not on_days or len(payment_dates(dates[0], dates[1], days)) > 1


def _moved(period: str, roll: str | Pending, calendar: str | Pending, overrides: Mapping[str, str]) -> datetime.date:
    """The date to which a payment day is moved; the day itself where no convention is named."""
    day = datetime.date.fromisoformat(period)
    if isinstance(roll, Pending):
        return day
    held = payment_calendar(None if isinstance(calendar, Pending) else calendar, overrides)
    return adjust(day, Roll(roll), held)
