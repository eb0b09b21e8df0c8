"""Day counts: how many days, and what part of a year, lie between two dates.

A day count is named in full, for names alone are ambiguous: implementations of "30/360 US" differ at
the end of February. The end date is excluded everywhere: interest from one date "through the day
before" another runs from the first to the second.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction

Days = Callable[[datetime.date, datetime.date], int]


def thirty_360_bond_basis(start: datetime.date, end: datetime.date) -> int:
    """Days under 30/360 bond basis (2006 ISDA Definitions, section 4.16(f)).

    A start on the 31st counts as the 30th; so does an end on the 31st, if the start is the 30th or 31st.

    >>> thirty_360_bond_basis(datetime.date(2012, 1, 31), datetime.date(2012, 3, 31))
    60
    """
    first = min(start.day, 30)
    last = 30 if end.day == 31 and first == 30 else end.day
    return 360 * (end.year - start.year) + 30 * (end.month - start.month) + last - first


def thirty_e_360(start: datetime.date, end: datetime.date) -> int:
    """Days under 30E/360, the Eurobond basis (2006 ISDA Definitions, section 4.16(g)).

    >>> thirty_e_360(datetime.date(2012, 1, 15), datetime.date(2012, 3, 31))
    75
    """
    return 360 * (end.year - start.year) + 30 * (end.month - start.month) + min(end.day, 30) - min(start.day, 30)


def actual(start: datetime.date, end: datetime.date) -> int:
    """Calendar days from the start to the end, the end excluded.

    >>> actual(datetime.date(2012, 2, 1), datetime.date(2012, 3, 1))
    29
    """
    return (end - start).days


@dataclass(frozen=True)
class DayCount:
    """A day count: how days are counted, and how many of them make a year."""

    name: str
    days: Days
    year: int
    says: str

    def fraction(self, start: datetime.date, end: datetime.date) -> Fraction:
        """The part of a year between two dates, exactly."""
        return Fraction(self.days(start, end), self.year)


DAY_COUNTS: Mapping[str, DayCount] = {
    each.name: each
    for each in (
        DayCount("30/360", thirty_360_bond_basis, 360, "30/360 bond basis: twelve months of thirty days"),
        DayCount("30E/360", thirty_e_360, 360, "30E/360: twelve months of thirty days, Eurobond basis"),
        DayCount("Act/360", actual, 360, "actual days over a year of 360 days"),
        DayCount("Act/365F", actual, 365, "actual days over a year of 365 days"),
    )
}


def day_count(name: str) -> DayCount:
    """The day count of a name; a `KeyError` for a name that is not calculated here."""
    return DAY_COUNTS[name]
