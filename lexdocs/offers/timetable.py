"""The offer's timetable: how long it stays open, counted as the tender-offer rules count."""

from __future__ import annotations

import datetime

from lexdocs.conventions.calendar import SEC, Calendar
from lexdocs.conventions.clock import at_or_before
from lexdocs.conventions.deal_calendars import tender_calendar
from lexdocs.figures.rule import Each, rule
from lexdocs.notation.units import Count, Date, Flag, Moment, Text, Time

_LAST_HOUR = 24
EASTERN = "New York City"


def days_open(start: datetime.date, expiration: Moment, calendar: Calendar = SEC) -> tuple[datetime.date, ...]:
    """The business days from a date to an expiration; a day counts only if the offer is open to its midnight.

    A count that would begin on another day begins on the next business day.

    >>> friday = Moment(datetime.date(2012, 7, 6), 24, 0, "Chicago")
    >>> [day.day for day in days_open(datetime.date(2012, 7, 4), friday)]
    [5, 6]
    """
    return calendar.business_days(start, last_full_day(expiration))


def last_full_day(expiration: Moment) -> datetime.date:
    """The last day to whose midnight, Eastern time, an offer is open.

    Where the place's time zone is not known, its own midnight is taken.

    >>> last_full_day(Moment(datetime.date(2012, 7, 6), 17, 0, "Chicago"))
    datetime.date(2012, 7, 5)
    >>> last_full_day(Moment(datetime.date(2012, 7, 6), 24, 0, "London"))
    datetime.date(2012, 7, 5)
    """
    near = [expiration.date + datetime.timedelta(days=step) for step in (1, 0, -1, -2)]
    try:
        return next(day for day in near if at_or_before(Moment(day, _LAST_HOUR, 0, EASTERN), expiration))
    except KeyError:
        return expiration.date - datetime.timedelta(days=expiration.hour < _LAST_HOUR)


@rule(cite="Rule 14e-1(a) and Rule 14d-1(g)(3) under the Securities Exchange Act")
def business_days_open_from_announcement(announced: Date, expiration: Time, calendar_override_day: Each[Text]) -> Count:
    """Business days on which the offer is open, the day of the announcement counted.

    Monday to the midnight that ends Friday, without Independence Day:

    >>> friday = Moment(datetime.date(2012, 7, 6), 24, 0, "Chicago")
    >>> business_days_open_from_announcement(datetime.date(2012, 7, 2), friday, {})
    4
    """
    return len(days_open(announced, expiration, tender_calendar(calendar_override_day)))


@rule(cite="Rule 14e-1(a) and Rule 14d-1(g)(3) under the Securities Exchange Act")
def business_days_open_from_sending(circular_sent: Date, expiration: Time, calendar_override_day: Each[Text]) -> Count:
    """Business days on which the offer is open, the day on which the circular was sent counted.

    Tuesday to the afternoon of Friday, without Independence Day and without Friday, which ends after the offer:

    >>> friday = Moment(datetime.date(2012, 7, 6), 17, 0, "Chicago")
    >>> business_days_open_from_sending(datetime.date(2012, 7, 3), friday, {})
    2
    """
    return len(days_open(circular_sent, expiration, tender_calendar(calendar_override_day)))


@rule()
def circular_is_sent_later(circular_sent: Date, announced: Date) -> Flag:
    """Whether the circular was sent on another day than that of the announcement.

    >>> monday = datetime.date(2012, 6, 11)
    >>> circular_is_sent_later(monday, monday), circular_is_sent_later(datetime.date(2012, 6, 13), monday)
    (False, True)
    """
    return circular_sent != announced


@rule()
def expiration_date(expiration: Time) -> Date:
    """Date on which the offer expires.

    >>> expiration_date(Moment(datetime.date(2012, 7, 6), 24, 0, "Chicago"))
    datetime.date(2012, 7, 6)
    """
    return expiration.date


@rule()
def latest_announced(event_at: Each[Time]) -> Date:
    """Date of the last announcement.

    >>> start = Moment(datetime.date(2012, 6, 15), 24, 0, "Chicago")
    >>> latest_announced({"2012-06-15": start, "2012-07-16": Moment(datetime.date(2012, 7, 16), 8, 30, "Chicago")})
    datetime.date(2012, 7, 16)
    """
    return event_at[list(event_at)[-1]].date
