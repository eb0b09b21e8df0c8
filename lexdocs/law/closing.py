"""The end of an offer: a settlement and an installment that tie to nothing left over, a termination with its reason."""

from __future__ import annotations

from collections.abc import Iterator

from lexdocs.figures.book import FigureBook
from lexdocs.figures.explain import shown
from lexdocs.figures.figure import Figure
from lexdocs.law.finding import Finding, Result, place_of, said
from lexdocs.law.life import expired
from lexdocs.law.looking import date, each, fixed, value
from lexdocs.terms.event_terms import EventKind, TerminationReason

_TIES = {
    EventKind.SETTLEMENT: ("closing", "closing_funds", "closing_payments"),
    EventKind.INSTALLMENT: ("installment", "due_total", "due_payments"),
}
"""What is received and what is paid, at the events at which money moves."""


def check(book: FigureBook) -> Iterator[Finding]:
    """Whether conditions are told, the money of the last event ties, and a termination's reason is given and true."""
    kinds = each(book, "event_kind", "event")
    if not kinds:
        return
    label, kind = kinds[-1]
    if kind.value in (EventKind.EXPIRATION, EventKind.SETTLEMENT):
        yield from _conditions(book, label, kind)
    if kind.value == EventKind.SETTLEMENT and expired(book):
        yield from _results(book, label, kind)
    if kind.value == EventKind.SETTLEMENT:
        yield from _delivered(book, label, kind)
    if kind.value in _TIES:
        yield from _tied(book, EventKind(str(kind.value)))
    if kind.value == EventKind.TERMINATION:
        yield from _reason(book, label, kind)


def _conditions(book: FigureBook, label: str, kind: Figure) -> Iterator[Finding]:
    """Whether anybody has said what became of the conditions beside the minimum, where documents ask for it."""
    if "conditions_are_told" not in book.shapes or not value(book, "has_conditions"):
        return
    if not value(book, "conditions_are_told") and value(book, "tenders_may_be_accepted"):
        which = "conditions" if value(book, "minimum_is_met") is None else "conditions beside the minimum"
        says = f"no event's file says whether the {which} are met or waived: write conditions"
        yield Finding("conditions", Result.COUNSEL, says, "conditions of the offer", place_of(kind), label)


def _results(book: FigureBook, label: str, kind: Figure) -> Iterator[Finding]:
    """Whether results were announced, with which the release of results and the notices of acceptance come."""
    told = any(figure.value == EventKind.EXPIRATION for _, figure in each(book, "event_kind", "event"))
    if not told:
        says = "no event announces the results, and no notice of acceptance is written: write one of kind expiration"
        yield Finding("results", Result.COUNSEL, says, "consistency", place_of(kind), label)


def _delivered(book: FigureBook, label: str, kind: Figure) -> Iterator[Finding]:
    """Whether all that is settled has come in: what was guaranteed and has not is paid for only once it has."""
    waiting = fixed(book, "total_guaranteed")
    if waiting is not None and waiting.value:
        last = date(book, "guaranteed_delivery_date")
        until = f", or settle after {said(last)}" if last else ""
        says = (
            f"{shown(waiting)} of principal was tendered under guarantees and has not come in, and is settled with the"
            f" rest: write in the log when it was delivered{until}"
        )
        yield Finding("guaranteed delivery", Result.NOT_MET, says, "consistency", place_of(kind), label)


def _tied(book: FigureBook, kind: EventKind) -> Iterator[Finding]:
    about, received, paid = _TIES[kind]
    into, out = fixed(book, received), fixed(book, paid)
    if into is None or out is None:
        return
    same = into.value == out.value
    says = f"the exchange agent receives {shown(into)} and pays {shown(out)}"
    yield Finding("funds flow", Result.MET if same else Result.NOT_MET, says, "consistency", about=about)


def _reason(book: FigureBook, label: str, kind: Figure) -> Iterator[Finding]:
    reason = fixed(book, "event_reason", label)
    if reason is None:
        says = "the termination's file gives no reason, and the release must state one: write reason"
        yield Finding("termination", Result.NOT_MET, says, "consistency", place_of(kind), label)
    elif reason.value == TerminationReason.MINIMUM and value(book, "minimum_is_met"):
        tendered = fixed(book, "total_valid")
        amount = f": {shown(tendered)} is validly tendered" if tendered else ""
        says = f"the termination says that the minimum was not met, and it was{amount}"
        yield Finding("termination", Result.NOT_MET, says, "consistency", place_of(reason), label)
