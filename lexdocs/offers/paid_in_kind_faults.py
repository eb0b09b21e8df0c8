"""What would leave interest paid in kind without meaning: payments that no one names, steps of nothing."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterator
from fractions import Fraction

from lexdocs.conventions.schedule import payment_dates
from lexdocs.notation.forms import write
from lexdocs.notation.units import Rounding, Unit
from lexdocs.offers.exchange_terms import ExchangeSheet, NewNotes
from lexdocs.offers.paid_in_kind_terms import PaidInKind

_CENTS = 100


def paid_in_kind_faults(terms: ExchangeSheet) -> list[str]:
    """A line for each fault: the path of the term, what is wrong, and the remedy."""
    given = terms.new_notes.paid_in_kind
    if given is None:
        return []
    begins = terms.offer.consummation_date or terms.offer.expiration.date
    return [*_which(given), *_last(given, terms.new_notes, begins), *_rest(given, terms.new_notes)]


def _which(given: PaidInKind) -> Iterator[str]:
    """Which payments are made in kind is said once."""
    if given.through is None and not given.all:
        what = "does not say which payments are made in kind; write through, the date of the last, or all: yes"
        yield f"new_notes.paid_in_kind: {what}"
    if given.through is not None and given.all:
        yield "new_notes.paid_in_kind.all: says yes, and through names a last date; leave one of the two out"


def _last(given: PaidInKind, notes: NewNotes, begins: datetime.date) -> Iterator[str]:
    """The last payment in kind is a payment of the new notes."""
    last, path = given.through, "new_notes.paid_in_kind.through"
    if last is None:
        return
    if last > notes.maturity:
        what = f"{_said(last)} comes after new_notes.maturity, {_said(notes.maturity)}"
        yield f"{path}: {what}; correct one of the two, or write all: yes"
    elif last <= begins:
        yield f"{path}: {_said(last)} comes before any interest is paid; correct the date, or leave the section out"
    elif last not in _payments(notes, begins, last):
        yield f"{path}: {_said(last)} is no payment date of the new notes; write one of new_notes.payment_days"


def _payments(notes: NewNotes, begins: datetime.date, last: datetime.date) -> Collection[datetime.date]:
    """The payment dates of the new notes, before any is moved."""
    first = notes.payments.first
    if first is not None and not begins < first <= notes.maturity:
        return (last,)  # a fault of its own, which would make one of every date
    return payment_dates(
        begins, notes.maturity, notes.payment_days, first,
        long_first=notes.payments.long_first, long_last=notes.payments.long_last,
    )  # fmt: skip


def _rest(given: PaidInKind, notes: NewNotes) -> Iterator[str]:
    """Notes are cut in whole cents, and what becomes of a rest is said where there can be one."""
    step, path = given.increment, "new_notes.paid_in_kind.increment"
    if step is not None and step <= 0:
        yield f"{path}: must be more than nothing; correct the amount"
    elif Fraction(step or notes.increments.amount or 1) * _CENTS % 1:
        at = path if step is not None else "new_notes.increments.amount"
        yield f"{at}: is no whole number of cents, in which interest is paid; correct the amount"
    if given.rest_in_cash is None and given.rounding is not Rounding.UP:
        what = "is missing, and notes for interest may fall short of it; write yes or no"
        yield f"new_notes.paid_in_kind.rest_in_cash: {what}"


def _said(day: datetime.date) -> str:
    return write(day, Unit.DATE)
