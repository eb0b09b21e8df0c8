"""The calendars of a deal: those that are named, with the dates that the terms say are closed or open after all."""

from __future__ import annotations

import datetime
from collections.abc import Mapping

from lexdocs.conventions.calendar import NEW_YORK_STOCK_EXCHANGE, SEC, Calendar, Override, calendar
from lexdocs.conventions.rolling import add_business_days

_OPEN = "open"


def tender_calendar(days: Mapping[str, str], because: Mapping[str, str] | None = None) -> Calendar:
    """The business days of the tender-offer rules under the deal's overrides: `open` or `closed` by date.

    >>> held = tender_calendar({"2012-07-05": "closed"}, {"2012-07-05": "order of that day"})
    >>> held.closed_by(datetime.date(2012, 7, 5))
    'order of that day'
    """
    return _overridden(SEC, days, because)


def payment_calendar(name: str | None, days: Mapping[str, str], because: Mapping[str, str] | None = None) -> Calendar:
    """The calendar of the deal's payments under its overrides; that of the tender-offer rules where none is named.

    >>> payment_calendar("London", {}).is_business_day(datetime.date(2012, 6, 5))
    False
    """
    return _overridden(SEC if name is None else calendar(name), days, because)


def delivery_end(
    expiration: datetime.date, days: int, *, trading: bool, overridden: Mapping[str, str]
) -> datetime.date:
    """Last date on which notes may be delivered that were tendered under a guarantee.

    `trading`: days of the exchange are counted, and else business days of the tender-offer rules under the deal's
    overrides. September 11 to 14, 2001 were business days, and no trading days:

    >>> monday = datetime.date(2001, 9, 10)
    >>> [str(delivery_end(monday, 3, trading=each, overridden={})) for each in (True, False)]
    ['2001-09-19', '2001-09-13']
    """
    return add_business_days(expiration, days, NEW_YORK_STOCK_EXCHANGE if trading else tender_calendar(overridden))


def _overridden(held: Calendar, days: Mapping[str, str], because: Mapping[str, str] | None) -> Calendar:
    reasons = because or {}
    return held.with_overrides(
        Override(datetime.date.fromisoformat(date), said == _OPEN, reasons.get(date, "the terms say so"))
        for date, said in days.items()
    )
