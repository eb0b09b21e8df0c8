"""Counted days in words: the first, the last, the one that makes the number, and the holidays passed over."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from lexdocs.conventions.calendar import SEC, Calendar, Holiday
from lexdocs.conventions.rolling import nth_business_day
from lexdocs.law.finding import said
from lexdocs.notation.numbers import write_count
from lexdocs.notation.typography import Manner
from lexdocs.notation.units import Moment
from lexdocs.offers.timetable import days_open, last_full_day

_DAY = datetime.timedelta(days=1)
_SHOWN = 4


@dataclass(frozen=True)
class Counted:
    """Business days that were counted towards a number, and the holidays that were passed over."""

    days: tuple[datetime.date, ...]
    needed: int
    reached: datetime.date
    holidays: tuple[Holiday, ...]

    @property
    def enough(self) -> bool:
        """Whether the number is reached."""
        return len(self.days) >= self.needed

    def __str__(self) -> str:
        """The count in words: the first and the last day, the day that makes the number, and what was passed over."""
        ordinal = write_count(self.needed, Manner("ordinal"))
        parts = [f"from {said(self.days[0])} to {said(self.days[-1])}"] if self.days else []
        parts.append(f"the {ordinal} {'is' if self.enough else 'would be'} {said(self.reached)}")
        return "; ".join([*parts, *passed_over(self.holidays)])


def passed_over(holidays: Sequence[Holiday]) -> list[str]:
    """The holidays that a count leaves out, in words; of many the first few.

    >>> passed_over([Holiday(datetime.date(2012, 7, 4), "Independence Day")])
    ['Independence Day, July 4, 2012, is not counted']
    """
    shown = [f"{each.name}, {said(each.date)}, is not counted" for each in holidays[:_SHOWN]]
    more = len(holidays) - _SHOWN
    return [*shown, f"nor {'are' if more > 1 else 'is'} {more} more"] if more > 0 else shown


def count_open(start: datetime.date, expiration: Moment, needed: int, calendar: Calendar = SEC) -> Counted:
    """The business days for which an offer is open from a day, towards the number that a rule asks for.

    >>> friday = Moment(datetime.date(2012, 7, 6), 24, 0, "Chicago")
    >>> str(count_open(datetime.date(2012, 7, 2), friday, 3)).split("; ")[1]
    'the third is July 5, 2012'
    """
    days = days_open(start, expiration, calendar)
    reached = nth_business_day(start, needed, calendar)
    return Counted(days, needed, reached, calendar.holidays(start, max(reached, last_full_day(expiration))))


def business_days_after(
    start: datetime.date, end: datetime.date, calendar: Calendar = SEC
) -> tuple[datetime.date, ...]:
    """The business days after a day, to another day with it.

    >>> [day.day for day in business_days_after(datetime.date(2012, 7, 3), datetime.date(2012, 7, 6))]
    [5, 6]
    """
    return calendar.business_days(start + _DAY, end)
