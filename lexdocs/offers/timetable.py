"""The offer's timetable: how long it stays open, counted as the tender-offer rules count."""

from __future__ import annotations

import datetime

from lexdocs.conventions.calendar import business_days
from lexdocs.figures.rule import rule
from lexdocs.notation.units import Count, Date, Moment, Time

_LAST_HOUR = 24


def _open(start: datetime.date, expiration: Moment) -> int:
    """Business days from a date to an expiration; a day counts only if the offer is open to its midnight."""
    last = expiration.date
    if expiration.hour < _LAST_HOUR:
        last -= datetime.timedelta(days=1)
    return len(business_days(start, last))


@rule(cite="Rule 14e-1(a) and Rule 14d-1(g)(3) under the Securities Exchange Act")
def business_days_open_from_announcement(announced: Date, expiration: Time) -> Count:
    """Business days on which the offer is open, the day of the announcement counted.

    Monday to the midnight that ends Friday, without Independence Day:

    >>> friday = Moment(datetime.date(2012, 7, 6), 24, 0, "Chicago")
    >>> business_days_open_from_announcement(datetime.date(2012, 7, 2), friday)
    4
    """
    return _open(announced, expiration)


@rule(cite="Rule 14e-1(a) and Rule 14d-1(g)(3) under the Securities Exchange Act")
def business_days_open_from_sending(circular_sent: Date, expiration: Time) -> Count:
    """Business days on which the offer is open, the day on which the circular was sent counted.

    Tuesday to the afternoon of Friday, without Independence Day and without Friday, which ends after the offer:

    >>> friday = Moment(datetime.date(2012, 7, 6), 17, 0, "Chicago")
    >>> business_days_open_from_sending(datetime.date(2012, 7, 3), friday)
    2
    """
    return _open(circular_sent, expiration)


@rule()
def expiration_date(expiration: Time) -> Date:
    """Date on which the offer expires.

    >>> expiration_date(Moment(datetime.date(2012, 7, 6), 24, 0, "Chicago"))
    datetime.date(2012, 7, 6)
    """
    return expiration.date
