"""Kinds of interest: simple, at a default rate, on overdue interest, and paid in kind; in dollars, exact."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from lexdocs.notation.rounding import round_to
from lexdocs.notation.units import Rounding

Years = Callable[[datetime.date, datetime.date], Fraction]
"""The part of a year between two dates: a day count's `fraction`, with its context where it needs one."""


def simple_interest(principal: Fraction, rate: Fraction, years: Fraction) -> Fraction:
    """Interest on a principal at a rate a year, none of it on interest; not rounded.

    >>> simple_interest(Fraction(5_000), Fraction("0.08"), Fraction(1, 2))
    Fraction(200, 1)
    """
    return principal * rate * years


def default_years(start: datetime.date, end: datetime.date, default_from: datetime.date, years: Years) -> Fraction:
    """The part of the years from the start to the end for which a default rate's margin runs too.

    Counted as what the time since the default adds to the days from the start, so that the two parts have
    the days of the whole under any day count.

    >>> from lexdocs.conventions.day_count import day_count
    >>> D = datetime.date
    >>> default_years(D(2012, 1, 15), D(2012, 7, 15), D(2012, 4, 15), day_count("30/360").fraction)
    Fraction(1, 4)
    """
    since = min(max(start, default_from), end)
    return years(start, end) - years(start, since)


def default_interest(
    principal: Fraction, rate: Fraction, margin: Fraction, start: datetime.date, end: datetime.date,
    default_from: datetime.date, years: Years,
) -> Fraction:  # fmt: skip
    """Interest at the stated rate, and at the rate plus the margin from the date of the default; not rounded.

    Half a year at 8% with 2% more for its second half: $200 and $25.

    >>> from lexdocs.conventions.day_count import day_count
    >>> D, years = datetime.date, day_count("30/360").fraction
    >>> default_interest(
    ...     Fraction(5_000), Fraction("0.08"), Fraction("0.02"), D(2012, 1, 15), D(2012, 7, 15), D(2012, 4, 15), years
    ... )
    Fraction(225, 1)
    """
    stated = simple_interest(principal, rate, years(start, end))
    return stated + simple_interest(principal, margin, default_years(start, end, default_from, years))


def overdue_interest(
    principal: Fraction, rate_for: Years, start: datetime.date, end: datetime.date, due: Sequence[datetime.date]
) -> Fraction:
    """Interest with interest on what fell due and was not paid, where the terms say so; not rounded.

    `due` are the dates on which interest was to be paid; what is unpaid then bears interest from then on,
    at the rate of the notes. `rate_for` gives the rate times the years between two dates. A due date
    outside the time between start and end makes no difference.

    Two half years at 10%, the first one unpaid: $250, and 5% of $5,250.

    >>> from lexdocs.conventions.day_count import day_count
    >>> D, years = datetime.date, day_count("30/360").fraction
    >>> rate_for = lambda first, last: Fraction("0.1") * years(first, last)
    >>> overdue_interest(Fraction(5_000), rate_for, D(2012, 1, 15), D(2013, 1, 15), [D(2012, 7, 15)])
    Fraction(1025, 2)
    """
    owed, since = principal, start
    for date in sorted(set(due)):
        if start < date < end:
            owed += owed * (rate_for(start, date) - rate_for(start, since))
            since = date
    return owed + owed * (rate_for(start, end) - rate_for(start, since)) - principal


@dataclass(frozen=True)
class PaidInKind:
    """A period whose interest is paid in more notes: what accrued, what was issued for it, and the principal after."""

    date: datetime.date
    interest: Fraction
    issued: Fraction
    principal: Fraction

    @property
    def rest(self) -> Fraction:
        """Interest that the notes issued fall short of; below nothing where they were rounded up."""
        return self.interest - self.issued


def paid_in_kind(
    principal: Fraction, rates: Sequence[tuple[datetime.date, Fraction]], rounding: Rounding,
    increment: Fraction = Fraction(1, 100),
) -> tuple[PaidInKind, ...]:  # fmt: skip
    """The periods of notes whose interest is paid in kind, each rounded to an increment as the terms say.

    `rates` are the payment dates in order, each with the rate times the part of a year of its period. The
    rest of a rounding is not carried over: what becomes of it is a matter of the terms.

    Half years at 10% on $1,010, up to whole dollars: $50.50 makes $51.

    >>> dates = [(datetime.date(2012, 7, 15), Fraction("0.05")), (datetime.date(2013, 1, 15), Fraction("0.05"))]
    >>> [str(each.issued) for each in paid_in_kind(Fraction(1_010), dates, Rounding.UP, Fraction(1))]
    ['51', '54']
    """
    periods: list[PaidInKind] = []
    for date, rate in rates:
        interest = principal * rate
        issued = round_to(interest, rounding, increment)
        principal += issued
        periods.append(PaidInKind(date, interest, issued, principal))
    return tuple(periods)
