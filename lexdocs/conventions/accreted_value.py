"""Accreted values: what a discount note counts as on a day, from the table in its indenture."""

from __future__ import annotations

import datetime
from bisect import bisect_right
from collections.abc import Sequence
from fractions import Fraction
from itertools import pairwise

from lexdocs.conventions.day_count import day_count

Table = Sequence[tuple[datetime.date, Fraction]]
"""Dates in order with the accreted value on each, in dollars for a principal amount that the indenture names."""


class OutsideTableError(ValueError):
    """A day before the first or after the last row of a table, on which the table says nothing; with the remedy."""

    def __init__(self, what: str, remedy: str) -> None:
        self.what = what
        self.remedy = remedy
        super().__init__(f"{what}; {remedy}")


def accreted_value(table: Table, day: datetime.date) -> Fraction:
    """The value on a day: that of its row, or between two rows on the straight line of 30/360 days; not rounded.

    Indentures count these days as twelve months of thirty days. Raises `OutsideTableError` for a day before the
    first row or after the last, and `ValueError` for a table that has no rows or has them out of order.

    >>> table = [(datetime.date(2012, 1, 15), Fraction(800)), (datetime.date(2012, 7, 15), Fraction(836))]
    >>> accreted_value(table, datetime.date(2012, 4, 15))
    Fraction(818, 1)
    """
    dates = [date for date, _ in table]
    if not dates:
        raise ValueError("a table of accreted values has at least one row")
    for before, after in pairwise(dates):
        if after <= before:
            raise ValueError(f"the row of {after} does not come after the row of {before}; put the rows in order")
    if day < dates[0]:
        raise OutsideTableError(f"the table begins on {dates[0]}, and {day} comes before it", "name a day of the table")
    if day > dates[-1]:
        raise OutsideTableError(f"the table ends on {dates[-1]}, and {day} comes after it", "name a day of the table")
    row = bisect_right(dates, day) - 1
    since, value = table[row]
    if since == day:
        return value
    until, next_value = table[row + 1]
    days = day_count("30/360").days
    # A row on the 31st is no day from the 30th: the line stops at its row.
    share = min(Fraction(days(since, day), days(since, until) or 1), Fraction(1))
    return value + (next_value - value) * share
