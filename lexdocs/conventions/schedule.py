"""Payment dates and the interest of the periods between them."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from fractions import Fraction

from lexdocs.conventions.day_count import Counting, DayCount
from lexdocs.notation.units import Day


def payment_dates(
    start: datetime.date, maturity: datetime.date, days: Iterable[Day], first: datetime.date | None = None, *,
    long_first: bool = False, long_last: bool = False,
) -> tuple[datetime.date, ...]:  # fmt: skip
    """The payment dates after `start`, up to and with `maturity`, on the given days of each year.

    `first` is the first payment date where the terms give one. With `long_first` or `long_last` an odd first
    or last period takes in the whole period next to it; a period that is whole already stays as it is.

    >>> june, december = Day(6, 15), Day(12, 15)
    >>> [str(d) for d in payment_dates(datetime.date(2012, 1, 3), datetime.date(2013, 1, 1), [june, december])]
    ['2012-06-15', '2012-12-15', '2013-01-01']
    >>> start, maturity = datetime.date(2012, 1, 3), datetime.date(2013, 1, 1)
    >>> [str(d) for d in payment_dates(start, maturity, [june, december], long_first=True)]
    ['2012-12-15', '2013-01-01']
    """
    listed = tuple(days)
    every = {day.in_year(year) for year in range(start.year, maturity.year + 1) for day in listed}
    inner = sorted(date for date in every if start < date < maturity)
    if first is not None:
        inner = [first, *(date for date in inner if date > first)] if first < maturity else []
    elif long_first and start not in every:
        inner = inner[1:]
    if long_last and maturity not in every and len(inner) > (first is not None):
        inner = inner[:-1]
    return (*inner, maturity) if start < maturity else ()


def stepped_interest(
    start: datetime.date,
    end: datetime.date,
    steps: Sequence[tuple[Fraction, datetime.date | None]],
    count: DayCount | Counting,
) -> Fraction:
    """Interest on a principal of one from `start` to `end`, at rates that change on given dates.

    `steps` are (rate a year, date to which it runs), in order; the last runs on without a date. A
    period that spans a change is the sum of its parts. Each part is counted as what it adds to the days
    from the start, so that the parts together have the days of the period under any day count.

    >>> steps = [(Fraction("0.08"), datetime.date(2012, 7, 1)), (Fraction("0.09"), None)]
    >>> from lexdocs.conventions.day_count import day_count
    >>> stepped_interest(datetime.date(2012, 4, 1), datetime.date(2012, 10, 1), steps, day_count("30/360"))
    Fraction(17, 400)
    """
    total, since = Fraction(0), start
    for rate, to in steps:
        until = end if to is None else min(end, to)
        if until > since:
            total += rate * (count.fraction(start, until) - count.fraction(start, since))
            since = until
    return total
