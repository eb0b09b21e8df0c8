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
    over, expiration = False, value(book, "expiration")
    for label, kind in _kinds(book):
        at = value(book, "event_at", label)
        early = isinstance(expiration, Moment) and isinstance(at, Moment) and later(expiration, at)
        if kind == EventKind.EXPIRATION or (kind == EventKind.SETTLEMENT and not early):
            over = True
        elif kind == EventKind.EXTENSION:
            over = False
    return over


def later(one: Moment, other: Moment) -> bool:
    """Whether a moment comes after another; by their dates where a place's clock is not known."""
    try:
        return not at_or_before(one, other)
    except KeyError:
        return one.date > other.date


def _kinds(book: FigureBook) -> list[tuple[str, object]]:
    return [(label, kind.value) for label, kind in each(book, "event_kind", "event")]
