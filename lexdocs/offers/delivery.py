"""How notes are tendered and withdrawn, from their form and the terms: which papers the offer needs for it."""

from __future__ import annotations

from lexdocs.conventions.deal_calendars import delivery_end
from lexdocs.figures.figure import Pending
from lexdocs.figures.rule import Each, rule
from lexdocs.notation.units import Count, Date, Flag, Money, Text, Time
from lexdocs.offers.delivery_terms import NoteForm
from lexdocs.terms.calendar_terms import DeliveryDays
from lexdocs.terms.law_terms import Fact


@rule()
def letter_of_transmittal_is_used(form_of_notes: Text) -> Flag:
    """Whether notes are tendered with a letter of transmittal: those of which their holders have certificates are.

    >>> letter_of_transmittal_is_used("book-entry"), letter_of_transmittal_is_used("both")
    (False, True)
    """
    return form_of_notes != NoteForm.BOOK_ENTRY


@rule()
def book_entry_is_used(form_of_notes: Text) -> Flag:
    """Whether notes are held, and tendered, through the securities depository.

    >>> book_entry_is_used("certificated"), book_entry_is_used("both")
    (False, True)
    """
    return form_of_notes != NoteForm.CERTIFICATED


@rule()
def depository_is_used(form_of_notes: Text | Pending) -> Flag:
    """Whether notes are tendered through the securities depository: unless the terms say that all are in certificates.

    >>> depository_is_used("certificated"), depository_is_used(Pending("form_of_notes", (), "", "", ()))
    (False, True)
    """
    return form_of_notes != NoteForm.CERTIFICATED


@rule()
def certificates_are_used(form_of_notes: Text | Pending) -> Flag:
    """Whether notes are tendered in certificates: only where the terms say that some are held in them.

    >>> certificates_are_used("both"), certificates_are_used(Pending("form_of_notes", (), "", "", ()))
    (True, False)
    """
    return form_of_notes in (NoteForm.CERTIFICATED, NoteForm.BOTH)


@rule()
def guaranteed_delivery_is_offered(guaranteed_delivery_days: Count | Pending) -> Flag:
    """Whether notes may be tendered whose delivery after the expiration is guaranteed: only where the terms say so.

    >>> guaranteed_delivery_is_offered(3)
    True
    """
    return not isinstance(guaranteed_delivery_days, Pending)


@rule()
def guaranteed_delivery_date(
    expiration: Time, guaranteed_delivery_days: Count, guaranteed_delivery_counted_in: Text | Pending,
    calendar_override_day: Each[Text],
) -> Date:  # fmt: skip
    """Last date on which notes may be delivered that were tendered under a guarantee.

    September 11 to 14, 2001 were business days, and no trading days:

    >>> import datetime
    >>> from lexdocs.notation.units import Moment
    >>> monday = Moment(datetime.date(2001, 9, 10), 17, 0, "Chicago")
    >>> str(guaranteed_delivery_date(monday, 3, "trading days", {}))
    '2001-09-19'
    >>> str(guaranteed_delivery_date(monday, 3, "business days", {}))
    '2001-09-13'
    """
    trading = guaranteed_delivery_counted_in == DeliveryDays.TRADING
    return delivery_end(expiration.date, guaranteed_delivery_days, trading=trading, overridden=calendar_override_day)


@rule()
def tenders_may_be_withdrawn(
    tenders_are_withdrawable: Flag | Pending, withdrawal_deadline: Time | Pending
) -> Flag | Pending:
    """Whether tenders may be withdrawn: as the terms say, and where they only give a time for it, they may.

    >>> import datetime
    >>> from lexdocs.notation.units import Moment
    >>> unsaid = Pending("tenders_are_withdrawable", (), "", "", ())
    >>> tenders_may_be_withdrawn(unsaid, Moment(datetime.date(2012, 7, 6), 17, 0, "Chicago"))
    True
    """
    if isinstance(tenders_are_withdrawable, Pending) and not isinstance(withdrawal_deadline, Pending):
        return True
    return tenders_are_withdrawable


@rule()
def withdrawal_ends(expiration: Time, withdrawal_deadline: Time | Pending) -> Time:
    """Time until which tenders may be withdrawn, where they may: its own deadline, or else the expiration.

    >>> import datetime
    >>> from lexdocs.notation.units import Moment
    >>> friday = Moment(datetime.date(2012, 7, 6), 17, 0, "Chicago")
    >>> withdrawal_ends(friday, Pending("withdrawal_deadline", (), "", "", ())) == friday
    True
    """
    return expiration if isinstance(withdrawal_deadline, Pending) else withdrawal_deadline


@rule()
def soliciting_is_paid(solicitation_fee: Money | Pending) -> Flag:
    """Whether a fee is paid for soliciting tenders: only where the terms say so.

    >>> from fractions import Fraction
    >>> soliciting_is_paid(Fraction(5))
    True
    """
    return not isinstance(solicitation_fee, Pending) and solicitation_fee > 0


@rule()
def soliciting_is_unpaid(solicitation_fee: Money | Pending, legal_fact_holds: Each[Flag]) -> Flag:
    """Whether nobody is paid for soliciting tenders: where the terms name a fee of nothing, or counsel says so.

    >>> unsaid = Pending("solicitation_fee", (), "", "", ())
    >>> soliciting_is_unpaid(unsaid, {}), soliciting_is_unpaid(unsaid, {"no paid solicitation": True})
    (False, True)
    """
    if not isinstance(solicitation_fee, Pending):
        return solicitation_fee == 0
    return legal_fact_holds.get(str(Fact.NO_PAID_SOLICITATION), False)
