"""How far an offer has come: whether it has expired or was terminated, as its events say."""

from __future__ import annotations

from lexdocs.conventions.clock import at_or_before
from lexdocs.figures.book import FigureBook
from lexdocs.law.looking import each, value
from lexdocs.notation.units import Moment
from lexdocs.terms.event_terms import EventKind


def terminated(book: FigureBook) -> Moment | None:
    """When the offer was terminated; None for one that was not. Nothing of a later life is asked of it."""
    ended = [value(book, "event_at", label) for label, kind in _kinds(book) if kind == EventKind.TERMINATION]
    return next((at for at in ended if isinstance(at, Moment)), None)


def expired(book: FigureBook) -> bool:
    """Whether an event says that the offer has expired and none has opened it since.

    A settlement says so too, unless it comes before the expiration: that of early tenders ends nothing.
    """
    over = False
    for label, kind in _kinds(book):
        final = kind == EventKind.SETTLEMENT and not is_early(book, value(book, "event_at", label))
        if kind == EventKind.EXPIRATION or final:
            over = True
        elif kind == EventKind.EXTENSION:
            over = False
    return over


def is_early(book: FigureBook, at: object) -> bool:
    """Whether the moment of a settlement comes before the expiration: only early tenders are paid then."""
    expiration = value(book, "expiration")
    return isinstance(expiration, Moment) and isinstance(at, Moment) and later(expiration, at)


def early_is_paid(book: FigureBook) -> bool:
    """Whether an event tells that early tenders were paid: the settlement of all tenders is another."""
    kinds = ((kind, value(book, "event_at", label)) for label, kind in _kinds(book))
    return any(kind == EventKind.SETTLEMENT and is_early(book, at) for kind, at in kinds)


def later(one: Moment, other: Moment) -> bool:
    """Whether a moment comes after another; by their dates where a place's clock is not known."""
    try:
        return not at_or_before(one, other)
    except KeyError:
        return one.date > other.date


def _kinds(book: FigureBook) -> list[tuple[str, object]]:
    return [(label, kind.value) for label, kind in each(book, "event_kind", "event")]
