"""Day counts of months of thirty days: which day of the month each date counts as.

All of them count 360 days a year and 30 a month, and differ in what the 31st and the last day of
February count as. Each function gives the days of the month that take the place of the dates' own.
"""

from __future__ import annotations

import calendar
import datetime

from lexdocs.conventions.context import Context, ContextError

FEBRUARY = 2
MONTH = 30


def thirty_days(start: datetime.date, end: datetime.date, first: int, last: int) -> int:
    """Days between two dates whose days of the month count as `first` and `last`.

    >>> thirty_days(datetime.date(2012, 1, 31), datetime.date(2012, 3, 31), 30, 30)
    60
    """
    return 360 * (end.year - start.year) + MONTH * (end.month - start.month) + last - first


def ends_february(day: datetime.date) -> bool:
    """Whether a date is the last day of February.

    >>> ends_february(datetime.date(2011, 2, 28)), ends_february(datetime.date(2012, 2, 28))
    (True, False)
    """
    return day.month == FEBRUARY and day.day == 28 + calendar.isleap(day.year)


def bond_basis(start: datetime.date, end: datetime.date, _context: Context) -> tuple[int, int]:
    """30/360 bond basis: 2006 ISDA Definitions, section 4.16(f).

    A start on the 31st counts as the 30th; so does an end on the 31st, if the start is the 30th or 31st.

    >>> bond_basis(datetime.date(2012, 1, 29), datetime.date(2012, 3, 31), Context())
    (29, 31)
    """
    first = min(start.day, MONTH)
    return first, MONTH if end.day > MONTH and first == MONTH else end.day


def us_end_of_month(start: datetime.date, end: datetime.date, _context: Context) -> tuple[int, int]:
    """30/360 US with the end-of-month rule: Standard Securities Calculation Methods (SIA, 1993).

    The last day of February counts as the 30th: of a start, and of an end too if the start is one.
    After that, bond basis.

    >>> us_end_of_month(datetime.date(2011, 2, 28), datetime.date(2012, 2, 29), Context())
    (30, 30)
    """
    february = ends_february(start)
    first = MONTH if february else min(start.day, MONTH)
    if (february and ends_february(end)) or (end.day > MONTH and first == MONTH):
        return first, MONTH
    return first, end.day


def psa(start: datetime.date, end: datetime.date, _context: Context) -> tuple[int, int]:
    """30/360 PSA: the standard formulas of the Public Securities Association (1990).

    A start on the last day of February counts as the 30th; an end there does not. After that, bond basis.

    >>> psa(datetime.date(2011, 2, 28), datetime.date(2012, 2, 29), Context())
    (30, 29)
    """
    first = MONTH if ends_february(start) else min(start.day, MONTH)
    return first, MONTH if end.day > MONTH and first == MONTH else end.day


def eurobond(start: datetime.date, end: datetime.date, _context: Context) -> tuple[int, int]:
    """30E/360, the Eurobond basis: 2006 ISDA Definitions, section 4.16(g). Each 31st counts as the 30th.

    >>> eurobond(datetime.date(2012, 1, 15), datetime.date(2012, 3, 31), Context())
    (15, 30)
    """
    return min(start.day, MONTH), min(end.day, MONTH)


def eurobond_isda(start: datetime.date, end: datetime.date, context: Context) -> tuple[int, int]:
    """30E/360 (ISDA): 2006 ISDA Definitions, section 4.16(h).

    Each last day of a month counts as the 30th, but for an end on the last day of February that is the
    termination date. Raises `ContextError` where the end is such a day and the termination date unknown.

    >>> from lexdocs.conventions.context import NEVER
    >>> leap_day = datetime.date(2012, 2, 29)
    >>> eurobond_isda(datetime.date(2011, 8, 31), leap_day, Context(termination=NEVER))
    (30, 30)
    >>> eurobond_isda(datetime.date(2011, 8, 31), leap_day, Context(termination=leap_day))
    (30, 29)
    """
    first = MONTH if ends_february(start) else min(start.day, MONTH)
    if not ends_february(end):
        return first, min(end.day, MONTH)
    if context.termination is None:
        what = "30E/360 ISDA needs the termination date, for the end is the last day of February"
        raise ContextError(what, "give the maturity of the notes, or say that there is none")
    return first, end.day if end == context.termination else MONTH
