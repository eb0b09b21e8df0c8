"""Deadlines: by when an extension must be announced, and which of the offer's own have passed."""

from __future__ import annotations

from lexdocs.conventions.clock import comes_after
from lexdocs.conventions.deal_calendars import tender_calendar
from lexdocs.conventions.rolling import add_business_days
from lexdocs.figures.figure import Pending
from lexdocs.figures.rule import Each, rule
from lexdocs.notation.units import Flag, Moment, Text, Time

_NINE = 9
EASTERN = "New York City"


@rule(cite="Rule 14e-1(d) under the Securities Exchange Act")
def extension_deadline(expiration: Time, calendar_override_day: Each[Text]) -> Time:
    """Time by which an extension must be announced: 9:00 a.m., Eastern time, on the next business day.

    >>> import datetime
    >>> extension_deadline(Moment(datetime.date(2012, 7, 3), 24, 0, "Chicago"), {}).date
    datetime.date(2012, 7, 5)
    """
    return Moment(add_business_days(expiration.date, 1, tender_calendar(calendar_override_day)), _NINE, 0, EASTERN)


@rule()
def offer_has_expired(expiration: Time, as_of: Time) -> Flag:
    """Whether the offer has expired by the time of the announcement.

    >>> import datetime
    >>> from lexdocs.notation.units import Moment
    >>> friday = datetime.date(2012, 7, 6)
    >>> offer_has_expired(Moment(friday, 17, 0, "Chicago"), Moment(friday, 9, 0, "Chicago"))
    False
    """
    return not comes_after(expiration, as_of)


@rule()
def withdrawal_deadline_has_passed(withdrawal_deadline: Time | Pending, as_of: Time) -> Flag:
    """Whether there is a time until which tenders may be withdrawn, and it has passed by the announcement.

    >>> import datetime
    >>> from lexdocs.notation.units import Moment
    >>> friday = datetime.date(2012, 7, 6)
    >>> withdrawal_deadline_has_passed(Moment(friday, 17, 0, "Chicago"), Moment(friday, 9, 0, "Chicago"))
    False
    """
    return not isinstance(withdrawal_deadline, Pending) and not comes_after(withdrawal_deadline, as_of)
