"""Whether interest on the old notes is overdue: documents call it so only where a day of payment has gone by unpaid."""

from __future__ import annotations

from lexdocs.conventions.schedule import payment_dates
from lexdocs.figures.rule import Each, rule
from lexdocs.notation.units import Date, Flag, YearDay


@rule(cite="the terms of the old notes: the days on which interest was to be paid, and their maturity")
def old_interest_is_overdue(
    interest_start: Date, latest_announced: Date, old_payment_day: Each[YearDay], old_maturity: Date
) -> Flag:
    """Whether interest on the old notes was due, and unpaid, before the last announcement.

    Where the terms name no days of payment it was due at maturity alone. Paid to January 15, it is next due on July 15:

    >>> import datetime
    >>> from lexdocs.notation.units import Day
    >>> paid_to, maturity, days = datetime.date(2012, 1, 15), datetime.date(2015, 1, 15), {"07-15": Day(7, 15)}
    >>> old_interest_is_overdue(paid_to, datetime.date(2012, 6, 15), days, maturity)
    False
    >>> old_interest_is_overdue(paid_to, datetime.date(2012, 7, 16), days, maturity)
    True
    """
    return any(
        date < latest_announced for date in payment_dates(interest_start, old_maturity, old_payment_day.values())
    )
