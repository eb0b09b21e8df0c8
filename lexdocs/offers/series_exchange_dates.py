"""Dates of an exchange offer for several series that cannot follow one another as written."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from lexdocs.conventions.clock import comes_after
from lexdocs.notation.forms import write
from lexdocs.notation.units import Unit
from lexdocs.offers.delivery_faults import delivery_faults, withdrawal_faults
from lexdocs.offers.series_exchange_terms import SeriesExchangeSheet


def date_faults(terms: SeriesExchangeSheet) -> Iterator[str]:
    """A line for each date that overtakes another."""
    yield from _deadlines(terms)
    yield from _interest(terms)
    yield from _new_papers(terms)
    yield from _installments(terms)


def _deadlines(terms: SeriesExchangeSheet) -> Iterator[str]:
    offer = terms.offer
    for name in ("early_deadline", "withdrawal_deadline"):
        moment = getattr(offer, name)
        if moment is not None and comes_after(moment, offer.expiration):
            said, last = write(moment, Unit.MOMENT), write(offer.expiration, Unit.MOMENT)
            yield f"offer.{name}: {said} comes after the expiration, {last}; correct one of the two"
    yield from delivery_faults(offer.guaranteed_delivery, offer.delivery_counted_in)
    yield from withdrawal_faults(offer.withdrawable, offer.withdrawal_deadline)
    if offer.record_date is not None and offer.record_date > offer.expiration.date:
        yield "offer.record_date: comes after the expiration; correct one of the two"


def _interest(terms: SeriesExchangeSheet) -> Iterator[str]:
    offer = terms.offer
    ends = {"offer.consummation_date": offer.consummation_date, "offer.interest_to": offer.interest_to}
    for path, date in ends.items():
        if date is None:
            continue
        for index, series in enumerate(terms.series):
            if date < series.interest_paid_to and not (path.endswith("consummation_date") and offer.interest_to):
                paid = f"series[{index}].interest_paid_to, {_said(series.interest_paid_to)}"
                yield f"{path}: {_said(date)} comes before {paid}; correct one of the two"


def _new_papers(terms: SeriesExchangeSheet) -> Iterator[str]:
    """New notes and warrants run on after they are issued."""
    first = max(date for date in (terms.offer.expiration.date, terms.offer.consummation_date) if date is not None)
    for index, notes in enumerate(terms.new_notes):
        if notes.maturity <= first:
            due = _said(notes.maturity)
            yield f"new_notes[{index}].maturity: the notes fall due on {due}, before they are issued; correct the date"
        if notes.interest_from is not None and notes.interest_from >= notes.maturity:
            yield f"new_notes[{index}].interest_from: does not come before maturity; correct one of the two"
    if terms.warrants is not None and terms.warrants.expiration <= first:
        ends = _said(terms.warrants.expiration)
        yield f"warrants.expiration: warrants end on {ends}, before they are issued; correct the date"


def _installments(terms: SeriesExchangeSheet) -> Iterator[str]:
    """Installments stand in the order in which they are paid: what is paid by one counts all before it."""
    listed = terms.fee.installments if terms.fee is not None else ()
    at_closing = terms.offer.consummation_date
    last: datetime.date | None = None
    for index, each in enumerate(listed):
        date = each.date or at_closing
        if date is None and index:
            said, remedy = "the installment at consummation", "put it first"
            yield f"fee.installments[{index}]: {said} stands after one with a date; {remedy}"
        # An installment before consummation, after the one that is paid then, is a finding on the timetable.
        elif date is not None and last is not None and date < last and not _is_closing(terms, index - 1):
            which = _said(date) if each.date else f"consummation, on {_said(date)},"
            remedy = "put the installments in the order of their dates"
            yield f"fee.installments[{index}]: {which} comes before {_said(last)}; {remedy}"
        last = date if last is None or (date is not None and date > last) else last


def _is_closing(terms: SeriesExchangeSheet, index: int) -> bool:
    """Whether an installment is the one that is paid when the offer is consummated."""
    return terms.fee is not None and terms.fee.installments[index].date is None


def _said(date: datetime.date) -> str:
    return write(date, Unit.DATE)
