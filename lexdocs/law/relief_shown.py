"""What the terms themselves show against a condition, whatever counsel states."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from lexdocs.conventions.clock import at_or_before
from lexdocs.conventions.rolling import nth_business_day
from lexdocs.errors import Where
from lexdocs.figures.book import FigureBook
from lexdocs.law.calendars import tender_calendar
from lexdocs.law.finding import place_of, said
from lexdocs.law.looking import date, each, fixed, rows, value
from lexdocs.notation.forms import write
from lexdocs.notation.units import Moment, Unit
from lexdocs.offers.timetable import EASTERN
from lexdocs.terms.event_terms import EventKind
from lexdocs.terms.law_terms import Fact

Shown = tuple[str, Where | None]

_TEN, _TWO = 10, 2

_EQUITY = (
    "warrants_per_denomination", "consideration_warrants", "consideration_shares", "premium_warrants",
    "premium_shares", "new_note_warrants", "new_note_shares",
)  # fmt: skip
_NEW_NOTES = ("new_maturity", "new_note_maturity")
_CAPS = ("cap", "series_cap", "option_cap", "pool_amount", "new_note_cap")


def offers_equity(book: FigureBook) -> Shown | None:
    """Where the terms offer warrants or shares."""
    return _any(book, _EQUITY, "the terms offer warrants or shares")


def offers_notes(book: FigureBook) -> Shown | None:
    """Where the terms offer new notes."""
    return _any(book, _NEW_NOTES, "the terms offer new notes")


def _any(book: FigureBook, names: tuple[str, ...], says: str) -> Shown | None:
    found = next((figure for name in names for figure in rows(book, name) if figure.value), None)
    return (says, place_of(found)) if found is not None else None


def _matured(book: FigureBook) -> Shown | None:
    announced = date(book, "announced")
    for found in (*rows(book, "old_maturity"), *rows(book, "series_maturity")):
        if announced is not None and found.value <= announced:  # type: ignore[operator]  # both are dates
            return f"notes that matured on {said(found.value)} are still outstanding", place_of(found)  # type: ignore[arg-type]  # as above
    return None


def _not_withdrawable(book: FigureBook) -> Shown | None:
    found, deadline, ends = (
        fixed(book, name) for name in ("tenders_are_withdrawable", "withdrawal_deadline", "expiration")
    )
    if found is not None and not found.value:
        return "the terms let no tender be withdrawn", place_of(found)
    if deadline is None or ends is None:
        return None
    last, over = deadline.value, ends.value
    if isinstance(last, Moment) and isinstance(over, Moment) and _after(over, last):
        return f"the terms end withdrawals {write(last, Unit.MOMENT)}, before the expiration", place_of(deadline)
    return None


def _not_guaranteed(book: FigureBook) -> Shown | None:
    """Guaranteed delivery that the terms do not offer, or give other days than the two business days of the relief."""
    found = fixed(book, "guaranteed_delivery_days")
    if found is None:
        return ("the terms offer no guaranteed delivery", None) if "guaranteed_delivery_days" in book.shapes else None
    if found.value != _TWO:
        return f"the terms give {write(found.value, Unit.COUNT)} days for guaranteed delivery", place_of(found)
    return None


def _without_link(book: FigureBook) -> Shown | None:
    """Terms without the Internet address that the release of the commencement has to print."""
    if fixed(book, "documents_address") is not None:
        return None
    return "the terms name no Internet address for the release to print: write contact.internet", None


def _released_late(book: FigureBook) -> Shown | None:
    """A commencement that was announced after ten in the morning, Eastern time, of its first business day."""
    announced, calendar = date(book, "announced"), tender_calendar(book)
    if announced is None:
        return None
    due = Moment(nth_business_day(announced, 1, calendar), _TEN, 0, EASTERN)
    for label, kind in each(book, "event_kind", "event"):
        at = fixed(book, "event_at", label)
        timed = kind.value == EventKind.COMMENCEMENT and bool(value(book, "event_is_timed", label))
        if timed and at is not None and isinstance(at.value, Moment) and _after(at.value, due):
            return f"the offer was announced {write(at.value, Unit.MOMENT)}", place_of(at)
    return None


def _after(one: Moment, other: Moment) -> bool:
    try:
        return not at_or_before(one, other)
    except KeyError:
        return False  # the clock of a place that is not known shows nothing


SHOWN: Mapping[Fact, Callable[[FigureBook], Shown | None]] = {
    Fact.CASH_OR_QUALIFIED_DEBT: offers_equity,
    Fact.ALL_CASH: lambda book: offers_notes(book) or offers_equity(book),
    Fact.NO_DEFAULT: _matured,
    Fact.ANY_AND_ALL: lambda book: _any(book, _CAPS, "the terms cap what is accepted"),
    Fact.RELEASE_BY_TEN: lambda book: _released_late(book) or _without_link(book),
    Fact.WITHDRAWAL_RIGHTS: _not_withdrawable,
    Fact.GUARANTEED_DELIVERY: _not_guaranteed,
    Fact.NO_PAID_SOLICITATION: lambda book: _any(book, ("solicitation_fee",), "the terms pay for solicitation"),
}
"""A condition of law, and what of the terms would speak against it."""
