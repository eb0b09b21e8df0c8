"""Interest periods: from where to where interest runs, when it is paid, and how much of a year each is.

A convention moves the day of payment. It moves the days between which interest runs only where the terms say
that accrual is adjusted, and never the effective date.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from lexdocs.conventions.calendar import SEC, Calendar
from lexdocs.conventions.context import Context
from lexdocs.conventions.day_count import DayCount
from lexdocs.conventions.rolling import Roll, adjust
from lexdocs.conventions.schedule_dates import MONTHS, Dates, ScheduleError, boundaries, shift


@dataclass(frozen=True)
class Rolling:
    """What becomes of dates that fall on no business day.

    `adjusted`: whether interest runs to the moved date too. `termination` is the convention of the last
    date, which the ISDA Definitions leave alone unless told; None: the same as of the others.
    """

    roll: Roll = Roll.NONE
    calendar: Calendar = SEC
    adjusted: bool = False
    termination: Roll | None = None

    def moved(self, day: datetime.date, *, last: bool = False) -> datetime.date:
        """Where a date goes; `last` for the termination date."""
        roll = self.termination if last and self.termination is not None else self.roll
        return adjust(day, roll, self.calendar)


AS_DATED = Rolling()


@dataclass(frozen=True)
class Period:
    """An interest period: `start` to `end`, the end excluded, paid on `payment`.

    `unadjusted_start` and `unadjusted_end` are its boundaries as dated. `regular` says that it is a whole
    period of the schedule; `reference_start` and `reference_end` are the regular period in which, or next
    to which, an odd one lies (ICMA Rule 251).
    """

    start: datetime.date
    end: datetime.date
    payment: datetime.date
    unadjusted_start: datetime.date
    unadjusted_end: datetime.date
    regular: bool
    reference_start: datetime.date
    reference_end: datetime.date


def periods(terms: Dates, rolling: Rolling = AS_DATED) -> tuple[Period, ...]:
    """The interest periods of a schedule, in order.

    Where accrual is adjusted, two dates that a convention moves to the same business day leave no period
    between them: one payment is made on that day. A date moved past the termination date goes to it, and
    one moved before the effective date to that; a period so cut short is an odd one. Raises `ScheduleError`
    where no day of interest is left.

    >>> terms = Dates(datetime.date(2012, 5, 3), datetime.date(2013, 6, 15), 6)
    >>> [(str(each.start), str(each.payment), each.regular) for each in periods(terms, Rolling(Roll.FOLLOWING))]
    [('2012-05-03', '2012-06-15', False), ('2012-06-15', '2012-12-17', True), ('2012-12-15', '2013-06-17', True)]
    """
    dates = boundaries(terms)
    # Interest runs from the effective date that is stated, business day or not.
    paid = [dates[0], *(rolling.moved(day, last=day == terms.termination) for day in dates[1:])]
    within = [min(max(day, paid[0]), paid[-1]) for day in paid] if rolling.adjusted else list(dates)
    found = []
    for index, (first, last) in enumerate(pairwise(dates)):
        start, end = within[index : index + 2]
        if start >= end:
            continue
        is_cut = rolling.adjusted and (start, end) != (paid[index], paid[index + 1])
        regular = _is_regular(terms, first, last) and not is_cut
        reference = (start, end) if regular else _reference(terms, first, last)
        payment = end if rolling.adjusted else paid[index + 1]
        found.append(Period(start, end, payment, first, last, regular, *reference))
    if not found:
        what = f"no day of interest lies between {terms.effective} and {paid[-1]}, to which the last date is moved"
        raise ScheduleError(what, "correct the dates, or leave the last one where it is")
    return tuple(found)


def _is_regular(terms: Dates, first: datetime.date, last: datetime.date) -> bool:
    """Whether one whole period of the grid lies between two boundaries, or one outside a date given outright."""
    if terms.months is None:
        return False
    if terms.first == last or terms.next_to_last == first:
        months, ends = terms.months, terms.end_of_month
        return shift(first, months, ends) == last or shift(last, -months, ends) == first
    return _neighbor(terms, last, -1) == first


def _reference(terms: Dates, first: datetime.date, last: datetime.date) -> tuple[datetime.date, datetime.date]:
    """The regular period of the grid that ends with an odd one, or that begins with one at the end."""
    before, after = _neighbor(terms, last, -1), _neighbor(terms, first, 1)
    if before is None and after is not None:
        return first, after
    return before or shift(last, -(terms.months or MONTHS), terms.end_of_month), last


def _neighbor(terms: Dates, day: datetime.date, step: int) -> datetime.date | None:
    """The date of the grid next to one that is on it; None for a date that is not."""
    if terms.months is None:
        return None
    months = (day.year - terms.anchor.year) * MONTHS + day.month - terms.anchor.month
    steps, rest = divmod(months, terms.months)
    return terms.on_grid(steps + step) if not rest and terms.on_grid(steps) == day else None


def interest(period: Period, terms: Dates, rate: Fraction, count: DayCount, *, equal: bool = False) -> Fraction:
    """Interest of a period on a principal of one, before any rounding; `rate` is a year's.

    With `equal`, each regular period pays the rate over the periods of a year, whatever its days; odd
    periods, and all periods without it, are counted by the day count. Raises `ContextError` where the day
    count needs what the schedule does not have.

    >>> from lexdocs.conventions.day_count import day_count
    >>> terms = Dates(datetime.date(2012, 5, 15), datetime.date(2013, 6, 15), 6)
    >>> [str(interest(each, terms, Fraction("0.08"), day_count("30/360"))) for each in periods(terms)]
    ['1/150', '1/25', '1/25']
    """
    if equal and period.regular and terms.months is not None:
        return rate * Fraction(terms.months, MONTHS)
    return rate * count.fraction(period.start, period.end, context(period, terms))


def context(period: Period, terms: Dates) -> Context:
    """What a day count needs of a period beside its dates: the reference period, the frequency, the termination."""
    frequency = MONTHS // terms.months if terms.months else 1
    return Context(terms.termination, period.reference_start, period.reference_end, frequency, terms.end_of_month)
