"""Withdrawal in an offer that is open for five business days under the letter of 2015: what the letter asks for.

Tenders can be withdrawn until the expiration, or, if the offer is extended, at least until the tenth business day
after it began; and again after the sixtieth, if it has not been completed by then.
"""

from __future__ import annotations

from lexdocs.conventions.deal_calendars import tender_calendar
from lexdocs.conventions.rolling import add_business_days
from lexdocs.figures.figure import Pending
from lexdocs.figures.rule import Each, rule
from lexdocs.notation.units import Date, Flag, Text
from lexdocs.terms.law_terms import Relief

LETTER = "SEC Division of Corporation Finance, no-action letter of January 23, 2015, on abbreviated offers"
_LEAST, _AGAIN = 10, 60


@rule(cite=LETTER)
def offer_is_abbreviated(tender_relief: Text | Pending) -> Flag:
    """Whether counsel elects the relief under which an offer may be open for five business days.

    >>> offer_is_abbreviated("no-action letter of January 23, 2015"), offer_is_abbreviated("none")
    (True, False)
    """
    return tender_relief == Relief.LETTER_2015


@rule(cite=LETTER)
def withdrawal_least_date(announced: Date, calendar_override_day: Each[Text]) -> Date:
    """The tenth business day after the commencement: if the offer is extended, tenders can be withdrawn until then.

    >>> import datetime
    >>> withdrawal_least_date(datetime.date(2018, 6, 12), {})
    datetime.date(2018, 6, 26)
    """
    return add_business_days(announced, _LEAST, tender_calendar(calendar_override_day))


@rule(cite=LETTER)
def withdrawal_again_date(announced: Date, calendar_override_day: Each[Text]) -> Date:
    """The sixtieth business day after the commencement: after it, what is not settled can be withdrawn again.

    >>> import datetime
    >>> withdrawal_again_date(datetime.date(2018, 6, 12), {})
    datetime.date(2018, 9, 6)
    """
    return add_business_days(announced, _AGAIN, tender_calendar(calendar_override_day))
