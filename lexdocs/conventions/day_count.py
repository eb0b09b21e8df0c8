"""Day counts: how many days, and what part of a year, lie between two dates.

A day count is named in full, for names alone are ambiguous: implementations of "30/360 US" differ at
the end of February. The end date is excluded everywhere: interest from one date "through the day
before" another runs from the first to the second.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from lexdocs.conventions import thirty
from lexdocs.conventions.actual import actual_days, isda_fraction
from lexdocs.conventions.context import NOTHING, Context
from lexdocs.conventions.icma import icma_fraction
from lexdocs.notation.units import Day

YEAR_OF_MONTHS = Fraction(360)


@dataclass(frozen=True)
class DayCount:
    """A day count: its short name, its conventional name in full, where it is defined, and what it counts.

    Either `adjust` gives the days of the month that take the place of the dates' own, or the days are
    those of the calendar. `year` is the length of a year, or `over` gives the part of a year itself.
    """

    name: str
    full_name: str
    source: str
    says: str
    adjust: Callable[[datetime.date, datetime.date, Context], tuple[int, int]] | None = None
    year: Fraction | None = None
    over: Callable[[datetime.date, datetime.date, Context], Fraction] | None = None

    def days(self, start: datetime.date, end: datetime.date, context: Context = NOTHING) -> int:
        """Days from the start to the end, the end excluded; an end before the start counts as minus the way back.

        Raises `ContextError` where the dates alone do not tell.
        """
        if end < start:
            return -self.days(end, start, context)
        if self.adjust is None or start == end:
            return actual_days(start, end)
        return thirty.thirty_days(start, end, *self.adjust(start, end, context))

    def fraction(self, start: datetime.date, end: datetime.date, context: Context = NOTHING) -> Fraction:
        """The part of a year between two dates, exactly; negative where the end comes before the start.

        Raises `ContextError` where the dates alone do not tell.
        """
        if self.year is not None:
            return self.days(start, end, context) / self.year
        if end < start:
            return -self.fraction(end, start, context)
        assert self.over is not None  # noqa: S101  a day count has a year or does without one
        return self.over(start, end, context)


_ISDA = "2006 ISDA Definitions, section"

DAY_COUNTS: Mapping[str, DayCount] = {
    each.name: each
    for each in (
        DayCount(
            "30/360", "30/360 (Bond Basis)", f"{_ISDA} 4.16(f)",
            "twelve months of thirty days; an end on the 31st counts as the 30th only from a start on the 30th or 31st",
            thirty.bond_basis, YEAR_OF_MONTHS,
        ),
        DayCount(
            "30/360 US-EOM", "30/360 US with the end-of-month rule (30U/360 EOM)",
            "Standard Securities Calculation Methods, Securities Industry Association, 1993",
            "bond basis, and the last day of February counts as the 30th of a start, and of an end if the start is one",
            thirty.us_end_of_month, YEAR_OF_MONTHS,
        ),
        DayCount(
            "30/360 PSA", "30/360 PSA (Public Securities Association)",
            "Standard Formulas for the Analysis of Mortgage-Backed Securities, Public Securities Association, 1990",
            "bond basis, and a start on the last day of February counts as the 30th",
            thirty.psa, YEAR_OF_MONTHS,
        ),
        DayCount(
            "30E/360", "30E/360 (Eurobond Basis)", f"{_ISDA} 4.16(g)",
            "twelve months of thirty days; each 31st counts as the 30th",
            thirty.eurobond, YEAR_OF_MONTHS,
        ),
        DayCount(
            "30E/360 ISDA", "30E/360 (ISDA)", f"{_ISDA} 4.16(h)",
            "twelve months of thirty days; the last day of each month counts as the 30th, but not of a February in "
            "which the notes end",
            thirty.eurobond_isda, YEAR_OF_MONTHS,
        ),
        DayCount(
            "Act/360", "Actual/360", f"{_ISDA} 4.16(e)", "days of the calendar over 360", year=YEAR_OF_MONTHS
        ),
        DayCount(
            "Act/365F", "Actual/365 (Fixed)", f"{_ISDA} 4.16(d)", "days of the calendar over 365", year=Fraction(365)
        ),
        DayCount(
            "Act/365.25", "Actual/365.25", "market convention; no body of rules defines it",
            "days of the calendar over 365 and a quarter", year=Fraction(1461, 4),
        ),
        DayCount(
            "Act/Act ICMA", "Actual/Actual (ICMA)", f"ICMA Rule Book, rule 251; {_ISDA} 4.16(c)",
            "days of each coupon period over the days of the whole period, by the coupon periods of a year",
            over=icma_fraction,
        ),
        DayCount(
            "Act/Act ISDA", "Actual/Actual (ISDA)", f"{_ISDA} 4.16(b)",
            "days in leap years over 366 and the other days over 365",
            over=lambda start, end, _context: isda_fraction(start, end),
        ),
    )
}  # fmt: skip


def day_count(name: str) -> DayCount:
    """The day count of a name; a `KeyError` for a name that is none of `DAY_COUNTS`.

    >>> day_count("30/360").days(datetime.date(2012, 1, 31), datetime.date(2012, 3, 31))
    60
    """
    return DAY_COUNTS[name]


@dataclass(frozen=True)
class Counting:
    """A day count for certain notes: with what it needs to know of them beside two dates."""

    count: DayCount
    context: Context = NOTHING

    def days(self, start: datetime.date, end: datetime.date) -> int:
        """Days from the start to the end, the end excluded."""
        return self.count.days(start, end, self.context)

    def fraction(self, start: datetime.date, end: datetime.date) -> Fraction:
        """The part of a year between two dates, exactly."""
        return self.count.fraction(start, end, self.context)


def counting(name: str, payment_days: Iterable[Day], maturity: datetime.date) -> Counting:
    """The day count of notes that pay interest on certain days of each year and end on a date.

    Its counts raise `ContextError` where it goes by coupon periods and the payment days make none.

    >>> june, december = Day(6, 15), Day(12, 15)
    >>> counted = counting("Act/Act ICMA", [june, december], datetime.date(2020, 6, 15))
    >>> counted.fraction(datetime.date(2012, 6, 15), datetime.date(2013, 12, 15))
    Fraction(3, 2)
    """
    return Counting(day_count(name), Context(maturity, payment_days=tuple(payment_days)))
