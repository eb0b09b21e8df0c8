"""Act/Act ICMA: the days of each coupon period over the days of the whole period, by the periods of a year.

A date outside the regular coupon periods falls into a quasi-coupon period: one that would be there if
the grid of coupon dates ran on.
"""

from __future__ import annotations

import calendar
import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from lexdocs.conventions.context import Context, ContextError
from lexdocs.notation.units import Day

MONTHS = 12
_SLACK = 7  # days by which business days may move a date of a coupon period


@dataclass(frozen=True)
class Part:
    """The days of interest that fall into one quasi-coupon period, which runs from `start` to `end`."""

    start: datetime.date
    end: datetime.date
    days: int

    @property
    def length(self) -> int:
        """Days of the whole quasi-coupon period."""
        return (self.end - self.start).days


def icma_fraction(start: datetime.date, end: datetime.date, context: Context) -> Fraction:
    """The part of a year under rule 251 of ICMA: days over the days of their period times the frequency.

    A long first coupon of 43 days of one period of 92 and of one whole period:

    >>> period = Context(None, datetime.date(2012, 6, 15), datetime.date(2012, 12, 15), 2)
    >>> icma_fraction(datetime.date(2012, 5, 3), datetime.date(2012, 12, 15), period)
    Fraction(113, 183)
    """
    found = parts(start, end, context)
    return sum((Fraction(part.days, part.length * periods_a_year(context)) for part in found), Fraction(0))


def periods_a_year(context: Context) -> int:
    """Coupon periods in a year: one for each payment day, or else the frequency."""
    return len(context.payment_days) or context.frequency or 1


def parts(start: datetime.date, end: datetime.date, context: Context) -> tuple[Part, ...]:
    """The days from the start to the end by quasi-coupon periods, in order; the end must not come first.

    The grid holds the payment days of each year. Without them it runs forward from the end of the
    reference period and backward from its start, each date a whole number of periods away, so that a
    short month on the way moves none of the later dates. Raises `ContextError` where the reference period
    or the frequency is missing or makes no sense.
    """
    grid = _paid(start, end, context.payment_days) if context.payment_days else _run_on(start, end, context)
    return tuple(_within(grid, start, end))


def irregular(days: Iterable[Day]) -> str:
    """Why payment days make no regular coupon periods, in words; empty where they do.

    >>> irregular([Day(6, 15), Day(12, 15)]), irregular([Day(2, 28), Day(8, 31)]), irregular([Day(1, 15), Day(3, 15)])
    ('', '', 'the payment days are not equal months apart')
    """
    listed = sorted(set(days))
    months = MONTHS // len(listed) if listed else 0
    first = listed[0].month if listed else 0
    if not listed or MONTHS % len(listed) or [day.month for day in listed] != list(range(first, MONTHS + 1, months)):
        return "the payment days are not equal months apart"
    latest = max(day.day for day in listed)
    short = [day for day in listed if day.day < latest]
    if any(day.day < min(latest, calendar.monthrange(2001, day.month)[1]) for day in short):
        return "the payment days are not the same day of each month"
    return ""


def _paid(start: datetime.date, end: datetime.date, days: tuple[Day, ...]) -> list[datetime.date]:
    """The payment days of each year, from one before the start to one after the end."""
    fault = irregular(days)
    if fault:
        raise ContextError(f"Act/Act ICMA counts by coupon periods, and {fault}", "correct the payment days")
    if start.year == datetime.MINYEAR or end.year == datetime.MAXYEAR:
        raise ContextError("the coupon dates run out of the calendar", "give dates of years from 2 to 9998")
    return [day.in_year(year) for year in range(start.year - 1, end.year + 2) for day in sorted(set(days))]


def _run_on(start: datetime.date, end: datetime.date, context: Context) -> list[datetime.date]:
    """The dates of a grid that the reference period begins."""
    reference_start, reference_end, months = _reference(context)
    grid = [reference_end, reference_start]
    while grid[-1] > start:
        grid.append(_shift(reference_start, -months * (len(grid) - 1), context.end_of_month))
    grid.reverse()
    back = len(grid)
    while grid[-1] < end:
        grid.append(_shift(reference_end, months * (len(grid) - back + 1), context.end_of_month))
    return grid


def _within(grid: list[datetime.date], start: datetime.date, end: datetime.date) -> Iterator[Part]:
    for first, last in pairwise(grid):
        days = (min(end, last) - max(start, first)).days
        if days > 0:
            yield Part(first, last, days)


def _reference(context: Context) -> tuple[datetime.date, datetime.date, int]:
    """The reference period, and how many months a period has."""
    start, end, frequency = context.reference_start, context.reference_end, context.frequency
    given = {"the start of the reference period": start, "its end": end, "the frequency": frequency}
    missing = [what for what, value in given.items() if value is None]
    if start is None or end is None or frequency is None:
        if start is None and end is None:
            missing = ["a reference period", *missing[2:]]
        remedy = "give a regular coupon period and how many of them make a year"
        raise ContextError(f"Act/Act ICMA needs {' and '.join(missing)}", remedy)
    if frequency < 1 or MONTHS % frequency:
        raise ContextError(
            f"a frequency of {frequency} a year is no whole number of months", "write 1, 2, 3, 4, 6 or 12"
        )
    months = MONTHS // frequency
    if end <= start:
        raise ContextError("the reference period ends before it has begun", "correct its dates")
    regular = [_shift(start, months, False), _shift(start, months, True)]
    if min(abs((end - each).days) for each in regular) > _SLACK:
        what = f"the reference period runs from {start} to {end}, which is not {months} months"
        raise ContextError(what, f"give a regular period of frequency {frequency}; a stub's own dates are not one")
    return start, end, months


def _shift(anchor: datetime.date, months: int, end_of_month: bool) -> datetime.date:
    """The date some months away, on the same day of the month or the last one that there is."""
    year, month = divmod(anchor.year * MONTHS + anchor.month - 1 + months, MONTHS)
    if not datetime.MINYEAR <= year <= datetime.MAXYEAR:
        raise ContextError("the coupon dates run out of the calendar", "give dates of years from 1 to 9999")
    last = calendar.monthrange(year, month + 1)[1]
    ends = end_of_month and anchor.day == calendar.monthrange(anchor.year, anchor.month)[1]
    return datetime.date(year, month + 1, last if ends else min(anchor.day, last))
