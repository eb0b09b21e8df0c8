"""Amendments: how many there were, whether the last announcement put the offer off, and how long it is open since."""

from __future__ import annotations

from lexdocs.conventions.clock import comes_after
from lexdocs.conventions.deal_calendars import tender_calendar
from lexdocs.figures.figure import Pending
from lexdocs.figures.rule import Each, rule
from lexdocs.notation.units import Count, Date, Flag, Text, Time
from lexdocs.offers.timetable import days_open

AMENDMENT = "amendment"


@rule()
def number_of_amendments(event_kind: Each[Text]) -> Count:
    """Amendments announced so far.

    >>> number_of_amendments({"2012-06-15": "commencement", "2012-07-02": "amendment", "2012-07-16": "extension"})
    1
    """
    return sum(kind == AMENDMENT for kind in event_kind.values())


@rule()
def is_supplemented(number_of_amendments: Count) -> Flag:
    """Whether the document that states the offer has been supplemented, as it is with each amendment.

    >>> is_supplemented(0), is_supplemented(2)
    (False, True)
    """
    return number_of_amendments > 0


@rule()
def number_of_amended_terms(amended_term_name: Each[Text]) -> Count:
    """Terms that the last announcement changed.

    >>> number_of_amended_terms({"participation_fee": "participation_fee"})
    1
    """
    return len(amended_term_name)


@rule()
def has_amended_terms(number_of_amended_terms: Count) -> Flag:
    """Whether the last announcement changed any term.

    >>> has_amended_terms(0)
    False
    """
    return number_of_amended_terms > 0


@rule()
def consummation_date_is_changed(amended_term_says: Each[Text]) -> Flag:
    """Whether the last announcement changed the date on which the offer is to be consummated.

    >>> consummation_date_is_changed({"expiration": "Expiration", "consummation_date": "Date of consummation"})
    True
    """
    return "consummation_date" in amended_term_says


_OF_AN_EXTENSION = ("expiration", "consummation_date")


@rule()
def extension_changes_more(amended_term_says: Each[Text]) -> Flag:
    """Whether the last announcement changed more than the expiration and the date of consummation.

    >>> extension_changes_more({"expiration": "Expiration", "participation_fee": "Participation fee"})
    True
    """
    return any(label not in _OF_AN_EXTENSION for label in amended_term_says)


@rule()
def amends_one_term(number_of_amended_terms: Count) -> Flag:
    """Whether the last announcement changed a single term, which makes no list.

    >>> amends_one_term(2)
    False
    """
    return number_of_amended_terms == 1


@rule()
def expiration_is_moved(event_expiration_before: Each[Time | Pending], expiration: Time) -> Flag:
    """Whether the last announcement moved the expiration, to a later moment or an earlier one.

    >>> import datetime
    >>> from lexdocs.notation.units import Moment
    >>> friday, monday = (Moment(datetime.date(2012, 7, day), 24, 0, "Chicago") for day in (13, 16))
    >>> expiration_is_moved({"2012-06-18": friday, "2012-07-13": friday}, monday)
    True
    """
    before = event_expiration_before[list(event_expiration_before)[-1]]
    return not isinstance(before, Pending) and before != expiration


@rule(cite="Rule 14e-1(d) under the Securities Exchange Act")
def latest_extends(event_expiration_before: Each[Time | Pending], expiration: Time) -> Flag:
    """Whether the offer now expires later than before the last announcement: what is tendered to date is stated then.

    >>> import datetime
    >>> from lexdocs.notation.units import Moment
    >>> friday, monday = (Moment(datetime.date(2012, 7, day), 24, 0, "Chicago") for day in (13, 16))
    >>> latest_extends({"2012-06-18": monday, "2012-07-13": monday}, friday)
    False
    """
    before = event_expiration_before[list(event_expiration_before)[-1]]
    return not isinstance(before, Pending) and comes_after(expiration, before)


@rule(cite="Rule 14e-1(b) and Rule 14d-1(g)(3) under the Securities Exchange Act")
def business_days_open_from_latest(
    latest_announced: Date, expiration: Time, calendar_override_day: Each[Text]
) -> Count:
    """Business days on which the offer is open, the day of the last announcement counted.

    Monday to the midnight that ends Friday, without Independence Day:

    >>> import datetime
    >>> from lexdocs.notation.units import Moment
    >>> friday = Moment(datetime.date(2012, 7, 6), 24, 0, "Chicago")
    >>> business_days_open_from_latest(datetime.date(2012, 7, 2), friday, {})
    4
    """
    return len(days_open(latest_announced, expiration, tender_calendar(calendar_override_day)))
