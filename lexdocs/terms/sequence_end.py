"""What cannot follow once an offer has ended: its results bind, it settles once, each installment falls due once."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from itertools import pairwise

from lexdocs.errors import Problem
from lexdocs.notation.forms import write
from lexdocs.notation.units import Unit
from lexdocs.terms.changes import Change, apply_changes, parse_path
from lexdocs.terms.event_terms import AmendmentClass, ConditionsSaid, EventKind, TerminationReason, with_article
from lexdocs.terms.events import Event
from lexdocs.terms.history import expiration_of, installment_dates
from lexdocs.terms.reader import Sheet
from lexdocs.terms.sequence_life import EARLY_SETTLEMENT, OFFERED, is_final, is_past

_AFTER = (EventKind.EXPIRATION, EventKind.SETTLEMENT, EventKind.INSTALLMENT, EventKind.TERMINATION)
"""Kinds of event once nobody tenders any more: nothing of what was offered is changed by them."""


def end_problems(events: Sequence[Event], sheet: Sheet) -> Iterator[Problem]:
    """What contradicts an earlier event that ended the offer; `sheet` is the term sheet before any event."""
    sheets = [sheet]
    for event in events:
        sheets.append(apply_changes(sheets[-1], event.changes))
    paid: dict[datetime.date, Event] = {}
    for at, (event, (before, after)) in enumerate(zip(events, pairwise(sheets), strict=True)):
        yield from _amendment(event, before, after, events[:at])
        yield from _offered(event, before)
        yield from _accepted(event, events[:at])
        yield from _waived(event, events[:at])
        if event.kind is EventKind.EARLY_RESULTS:
            yield from _again(event, events[:at])
        if event.kind is EventKind.SETTLEMENT:
            yield from _settlement(event, after, events[:at])
        if event.kind is EventKind.INSTALLMENT:
            yield from _installment(event, after, events[:at], paid)


def _amendment(event: Event, before: Sheet, after: Sheet, earlier: Sequence[Event]) -> Iterator[Problem]:
    """An amendment changes something, of an offer that is still open once it is made.

    A soliciting fee is no term of the term sheet: to change it changes none.
    """
    if event.kind is not EventKind.AMENDMENT:
        return
    if event.classed is not AmendmentClass.SOLICITING_FEE and not any(
        _alters(change, before) for change in event.changes
    ):
        what = "the amendment changes no term"
        yield Problem(event.where, what, "write what it changes under changes, or delete this event")
    ends = expiration_of(after)
    settled = any(each.kind is EventKind.SETTLEMENT for each in earlier)
    if ends is not None and not settled and is_past(ends, event) and ends == expiration_of(before):
        what = f"the offer expired at {write(ends, Unit.MOMENT)}, and can no longer be amended"
        yield Problem(event.where, what, "correct the date of the event, or write the extension that came before it")


def _offered(event: Event, before: Sheet) -> Iterator[Problem]:
    """What was offered is changed by an amendment, while the offer is open: nobody tenders on what comes after."""
    if event.kind not in _AFTER:
        return
    for change in event.changes:
        if OFFERED.match(change.path) and _alters(change, before):
            what = f"{change.path}: {with_article(event.kind)} does not change what was offered"
            remedy = "write an amendment, dated before the offer expires, with this change"
            yield Problem(change.where, what, remedy)


def _alters(change: Change, before: Sheet) -> bool:
    return before.value(parse_path(change.path)) != change.value


def _accepted(event: Event, earlier: Sequence[Event]) -> Iterator[Problem]:
    """What has been accepted binds: no extension reopens it, and no condition fails that is said to be met."""
    results = next((each for each in reversed(earlier) if each.kind is EventKind.EXPIRATION), None)
    if results is None or results.conditions is None:
        return
    reopens = event.kind is EventKind.EXTENSION
    fails = event.kind is EventKind.TERMINATION and event.reason is not TerminationReason.MINIMUM
    if reopens or fails:
        day, done = write(results.date, Unit.DATE), "extended" if reopens else "terminated"
        what = f"by the results of {day} the conditions are {results.conditions.value}, and tenders are accepted"
        remedy = f"delete the one that is not true, or conditions: in {results.where.file}"
        yield Problem(event.where, f"{what}: the offer cannot be {done} after that", remedy)


def _waived(event: Event, earlier: Sequence[Event]) -> Iterator[Problem]:
    """Conditions that were waived, some of them or all, are not all met afterwards: both would stand in print."""
    if event.conditions is not ConditionsSaid.MET:
        return
    before = next((each for each in reversed(earlier) if each.conditions is not None), None)
    if before is not None and before.conditions is not ConditionsSaid.MET:
        day, said = write(before.date, Unit.DATE), before.conditions
        what = f"conditions: met, and the {before.kind.value} of {day} says that they are {said}"
        yield Problem(event.where, what, f"write conditions: {said}, or correct the one that is not true")


def _again(event: Event, earlier: Sequence[Event]) -> Iterator[Problem]:
    """What was tendered by the early deadline is announced once."""
    first = next((each for each in earlier if each.kind is event.kind), None)
    if first is not None:
        what = f"the early results were announced already, by the event of {write(first.date, Unit.DATE)}"
        yield Problem(event.where, what, "keep one of them")


def _settlement(event: Event, sheet: Sheet, earlier: Sequence[Event]) -> Iterator[Problem]:
    """An offer settles once, after it has expired; before that only early tenders are paid, where the terms say so."""
    ends = expiration_of(sheet)
    if ends is None:
        return
    early = not is_final(event, ends)
    if early and sheet.value(EARLY_SETTLEMENT) is None:
        what = f"the offer does not expire before {write(ends, Unit.MOMENT)}, and nothing is settled before that"
        yield Problem(event.where, what, "correct the date of the event, or change offer.expiration")
    for each in earlier:
        if each.kind is EventKind.SETTLEMENT and early is not is_final(each, ends):
            what = f"the offer was settled already, by the event of {write(each.date, Unit.DATE)}"
            yield Problem(event.where, what, "keep one settlement")
            return


def _installment(
    event: Event, sheet: Sheet, earlier: Sequence[Event], paid: dict[datetime.date, Event]
) -> Iterator[Problem]:
    """Each installment falls due once, and none is passed over."""
    settled = next((each.date for each in earlier if each.kind is EventKind.SETTLEMENT), None)
    later = [day for day in installment_dates(sheet) if settled is None or day > settled]
    due = next((day for day in later if day >= event.date), None)
    if due is None:
        return
    if due in paid:
        what = f"the installment of {write(due, Unit.DATE)} has the event of {write(paid[due].date, Unit.DATE)} already"
        yield Problem(event.where, what, "keep one of them, or correct its date")
    for day in later:
        if day < due and day not in paid:
            what = f"the installment of {write(day, Unit.DATE)} comes before that of {write(due, Unit.DATE)}"
            remedy = "write one of kind installment, or correct the date of this one"
            yield Problem(event.where, f"{what}, and no event tells of it", remedy)
    paid[due] = event
