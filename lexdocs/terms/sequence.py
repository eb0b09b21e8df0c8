"""What events cannot follow one another, or cannot change: reported event by event, all at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from lexdocs.conventions.clock import at_or_before
from lexdocs.errors import Problem, Where
from lexdocs.notation.forms import write
from lexdocs.notation.units import Moment, Unit
from lexdocs.terms.changes import apply_changes
from lexdocs.terms.event_terms import EventKind
from lexdocs.terms.events import Event
from lexdocs.terms.history import expiration_of, installment_dates
from lexdocs.terms.reader import Sheet
from lexdocs.terms.sequence_pricing import pricing_problems


def commencement_problems(events: Iterable[Event]) -> list[Problem]:
    """A deal commences once."""
    found = [event for event in events if event.kind is EventKind.COMMENCEMENT]
    if not found:
        remedy = "write events/DATE-commencement.yaml with kind and at"
        return [Problem(Where("events"), "the deal has no commencement", remedy)]
    return [Problem(event.where, "the deal commenced already", "keep one commencement") for event in found[1:]]


def sequence_problems(events: Sequence[Event], sheet: Sheet) -> Iterator[Problem]:
    """What is wrong with the order of events; `sheet` is the term sheet before any of them.

    Nothing comes before the commencement or after a termination, an extension puts the expiration off, an offer
    expires once, no earlier than its terms say, prices follow from a spread alone, and an installment falls due after a
    settlement.
    """
    kinds = [event.kind for event in events]
    start = kinds.index(EventKind.COMMENCEMENT) if EventKind.COMMENCEMENT in kinds else 0
    for event in events[:start]:
        yield Problem(event.where, f"the {_said(event)} comes before the commencement", "correct one of the two dates")
    if EventKind.TERMINATION in kinds:
        end = events[kinds.index(EventKind.TERMINATION)]
        for event in events[kinds.index(EventKind.TERMINATION) + 1 :]:
            what = f"the offer was terminated on {write(end.date, Unit.DATE)}; no {_said(event)} follows"
            yield Problem(event.where, what, "delete the one that is not true")
    yield from pricing_problems(events, sheet)
    yield from _installments(events, sheet)
    yield from _expirations(events, sheet)


def _installments(events: Sequence[Event], sheet: Sheet) -> Iterator[Problem]:
    """An installment falls due once the offer has settled, and is one that the terms have."""
    settled = False
    for event in events:
        sheet = apply_changes(sheet, event.changes)
        settled = settled or event.kind is EventKind.SETTLEMENT
        if event.kind is not EventKind.INSTALLMENT:
            continue
        if not settled:
            what = f"the {_said(event)} comes before any settlement"
            yield Problem(event.where, what, "write the settlement as an event before it, or correct the date")
        dates = installment_dates(sheet)
        if not dates:
            yield Problem(event.where, "the terms have no installment with a date", "delete this event")
        elif dates[-1] < event.date:
            what = f"no installment falls due on or after {write(event.date, Unit.DATE)}"
            yield Problem(event.where, what, f"the last is that of {write(dates[-1], Unit.DATE)}; correct the date")


def _expirations(events: Sequence[Event], sheet: Sheet) -> Iterator[Problem]:
    sheets = [sheet]
    for event in events:
        sheets.append(apply_changes(sheets[-1], event.changes))
    expired: Event | None = None
    for event, (before, after) in zip(events, pairwise(expiration_of(each) for each in sheets), strict=True):
        if before is None or after is None:
            continue
        if event.kind is EventKind.EXTENSION:
            expired = None
            if _not_after(after, before):
                what = f"the extension does not put off the expiration, {write(before, Unit.MOMENT)}"
                yield Problem(event.where, what, "change offer.expiration to a later time")
        if event.kind is EventKind.EXPIRATION:
            if expired is not None:
                what = f"the offer expired already, by the event of {write(expired.date, Unit.DATE)}"
                yield Problem(event.where, what, "keep one expiration")
            elif not _not_after(after, event.at):
                what = f"the offer does not expire before {write(after, Unit.MOMENT)}"
                yield Problem(event.where, what, "correct the date of the event, or change offer.expiration")
            expired = event


def _not_after(first: Moment, second: Moment) -> bool:
    try:
        return at_or_before(first, second)
    except KeyError:
        # The time zone of one is not known here: days are compared.
        return first.date <= second.date


def _said(event: Event) -> str:
    return f"{event.kind.value.replace('_', ' ')} of {write(event.date, Unit.DATE)}"
