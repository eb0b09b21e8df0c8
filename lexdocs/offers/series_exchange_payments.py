"""When interest is paid on the old notes of several series and on the new ones: how often, on which days, from when."""

from __future__ import annotations

import calendar
import datetime

from lexdocs.figures.figure import Pending
from lexdocs.figures.rule import rule
from lexdocs.notation.forms import write
from lexdocs.notation.units import Count, Date, Day, Flag, Money, Text, Title, Unit

_MONTHS = 12
_FREQUENCIES = {1: "annually", 2: "semiannually", 4: "quarterly", 12: "monthly"}


def payment_days(maturity: datetime.date, payments_a_year: int) -> tuple[Day, ...]:
    """The days of each year on which interest is paid: that of the maturity, and those evenly before it.

    >>> [write(day, Unit.DAY) for day in payment_days(datetime.date(2015, 8, 31), 2)]
    ['February 28', 'August 31']
    """
    months = sorted(
        (maturity.month - 1 - step * _MONTHS // payments_a_year) % _MONTHS for step in range(payments_a_year)
    )
    lasts = (calendar.monthrange(2001, month + 1)[1] for month in months)  # of a year that is no leap year
    return tuple(Day(month + 1, min(maturity.day, last)) for month, last in zip(months, lasts, strict=True))


def _said(maturity: datetime.date, payments_a_year: int) -> str:
    said = [write(day, Unit.DAY) for day in payment_days(maturity, payments_a_year)]
    return " and ".join(filter(None, (", ".join(said[:-1]), said[-1])))


@rule(per="series")
def series_frequency(series_payments_a_year: Count) -> Text:
    """How often interest on the series is paid.

    >>> series_frequency(2)
    'semiannually'
    """
    return _FREQUENCIES.get(series_payments_a_year, "periodically")


@rule(per="series")
def series_payment_days(series_maturity: Date, series_payments_a_year: Count) -> Title:
    """Days of each year on which interest on the series is paid.

    >>> series_payment_days(datetime.date(2015, 6, 15), 2)
    'June 15 and December 15'
    """
    return _said(series_maturity, series_payments_a_year)


@rule(per="series")
def series_has_multiple(series_stated_multiple: Money | Pending) -> Flag:
    """Whether the terms state a step above the denomination in which the series may be held.

    >>> series_has_multiple(Pending("", (), Unit.MONEY, "", ()))
    False
    """
    return not isinstance(series_stated_multiple, Pending)


@rule(per="new_note")
def new_note_frequency(new_note_payments_a_year: Count) -> Text:
    """How often interest on the new notes is paid.

    >>> new_note_frequency(4)
    'quarterly'
    """
    return _FREQUENCIES.get(new_note_payments_a_year, "periodically")


@rule(per="new_note")
def new_note_payment_days(new_note_maturity: Date, new_note_payments_a_year: Count) -> Title:
    """Days of each year on which interest on the new notes is paid.

    >>> new_note_payment_days(datetime.date(2019, 8, 1), 4)
    'February 1, May 1, August 1 and November 1'
    """
    return _said(new_note_maturity, new_note_payments_a_year)


@rule(per="new_note")
def new_note_interest_start(new_note_interest_from: Date | Pending, consummation_date: Date | Pending) -> Date:
    """Date from which the new notes bear interest: the stated one, or else that of consummation.

    >>> new_note_interest_start(Pending("", (), Unit.DATE, "", ()), datetime.date(2012, 8, 1))
    datetime.date(2012, 8, 1)
    """
    if isinstance(new_note_interest_from, Pending):
        return consummation_date  # type: ignore[return-value]  # pending itself while consummation is
    return new_note_interest_from


@rule(per="new_note")
def new_note_first_payment(
    new_note_interest_start: Date, new_note_maturity: Date, new_note_payments_a_year: Count
) -> Date:
    """First date on which interest on the new notes is paid.

    >>> new_note_first_payment(datetime.date(2012, 6, 15), datetime.date(2019, 6, 15), 2)
    datetime.date(2012, 12, 15)
    """
    days = payment_days(new_note_maturity, new_note_payments_a_year)
    years = (new_note_interest_start.year, new_note_interest_start.year + 1)
    later = [day.in_year(year) for year in years for day in days if day.in_year(year) > new_note_interest_start]
    return min(*later, new_note_maturity)
