"""The offer's history as leaves: each event with its time, its class, and the expiration before and after it."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Sequence

from lexdocs.conventions.clock import comes_after
from lexdocs.errors import InputError, Problem, Where
from lexdocs.notation.error import NotationError
from lexdocs.notation.forms import parse
from lexdocs.notation.units import Moment, Unit, Value
from lexdocs.terms.changes import apply_changes
from lexdocs.terms.event_terms import EventKind
from lexdocs.terms.events import Event
from lexdocs.terms.leaf import Leaf
from lexdocs.terms.reader import Sheet

AXIS = "event"
EXPIRATION = ("offer", "expiration")
INSTALLMENTS = (("participation_fee", "installments"), ("fee", "installments"))

_ROWS: tuple[tuple[str, Unit, str], ...] = (
    ("event_kind", Unit.TEXT, "What was announced"),
    ("event_at", Unit.MOMENT, "Time at which it was announced"),
    ("event_is_timed", Unit.FLAG, "Whether the time of day of the announcement is known"),
    ("event_class", Unit.TEXT, "How counsel classes an amendment"),
    ("event_tendered", Unit.MONEY, "Principal tendered so far, as the announcement says it"),
    ("event_reason", Unit.TEXT, "Why the offer was terminated"),
    ("event_conditions", Unit.TEXT, "What became of the conditions beside the minimum"),
    ("event_minimum", Unit.TEXT, "What became of a minimum that was not reached"),
    ("event_expiration_before", Unit.MOMENT, "Expiration before the event"),
    ("event_expiration_after", Unit.MOMENT, "Expiration after the event"),
)


def declared() -> tuple[Leaf, ...]:
    """The leaves that events give, without values."""
    rows = (Leaf(name, f"events.{name}", unit, says, Where("events"), axes=(AXIS,)) for name, unit, says in _ROWS)
    return (*_deal(None, None), _logged(None), *rows)


def leaves(events: Sequence[Event], as_of: Moment, sheet: Sheet, *, logged: bool) -> tuple[Leaf, ...]:
    """The leaves of events as of a moment; `sheet` is the term sheet before any of them.

    `logged` says whether the deal has a tender log, which tells of any moment what is tendered.
    """
    start = next((event for event in events if event.kind is EventKind.COMMENCEMENT), None)
    found = [*_deal(start, events[-1] if events else None, as_of), _logged(logged)]
    before: Moment | None = None
    for event in events:
        sheet = apply_changes(sheet, event.changes)
        after = expiration_of(sheet)
        values: tuple[Value | None, ...] = (
            event.kind.value, event.at, event.timed, event.classed.value if event.classed else None, event.tendered,
            event.reason.value if event.reason else None,
            event.conditions.value if event.conditions else None,
            event.minimum.value if event.minimum else None, before, after,
        )  # fmt: skip
        found += [
            Leaf(
                name, f"events[{event.name}].{name}", unit, says, event.where, value, None, (AXIS,), (event.name,),
                event.source,
            )
            for (name, unit, says), value in zip(_ROWS, values, strict=True)
        ]  # fmt: skip
        before = after
    return tuple(found)


def _deal(start: Event | None, last: Event | None, as_of: Moment | None = None) -> Iterable[Leaf]:
    says = "Date on which the offer was announced and commenced"
    where, source = (start.where, start.source) if start else (Where("events"), None)
    date = start.date if start else None
    yield Leaf("announced", "events.commencement.at", Unit.DATE, says, where, date, source=source)
    says = "Moment as of which the terms and the tenders are taken"
    asked = as_of is not None and last is not None and as_of != last.at
    place = Where("--as-of") if asked else last.where if last else Where("events")
    yield Leaf("as_of", "as_of", Unit.MOMENT, says, place, as_of, source=last.source if last and not asked else None)


def _logged(value: Value | None) -> Leaf:
    says = "Whether a tender log tells what was tendered, and when"
    return Leaf("tenders_are_logged", "tenders", Unit.FLAG, says, Where("tenders"), value)


def untold(events: Sequence[Event], sheet: Sheet) -> Iterator[Problem]:
    """Extensions of a deal without a tender log that do not say what was tendered: Rule 14e-1(d) asks for it.

    An amendment that puts the expiration off extends the offer too; `sheet` is the term sheet before any event.
    """
    for event in events:
        before = expiration_of(sheet)
        try:
            sheet = apply_changes(sheet, event.changes)
        except InputError:
            return  # what is wrong with the change is told elsewhere
        if event.tendered is None and (event.kind is EventKind.EXTENSION or _puts_off(event, before, sheet)):
            extends = "the extension" if event.kind is EventKind.EXTENSION else "the amendment extends the offer and"
            what = f"{extends} does not say how much was tendered, and there is no tender log to tell it"
            remedy = "write `tendered:` with the principal, which the announcement must state, or keep a tender log"
            yield Problem(event.where, f"{what} (Rule 14e-1(d))", remedy)


def _puts_off(event: Event, before: Moment | None, sheet: Sheet) -> bool:
    """Whether an amendment puts the expiration off."""
    after = expiration_of(sheet)
    if event.kind is not EventKind.AMENDMENT or before is None or after is None:
        return False
    return comes_after(after, before)


def expiration_of(sheet: Sheet) -> Moment | None:
    """The expiration that a term sheet states, or None where it states none that can be read."""
    text = sheet.value(EXPIRATION)
    try:
        value = parse(Unit.MOMENT, text) if isinstance(text, str) else None
    except NotationError:
        return None
    return value if isinstance(value, Moment) else None


def installment_dates(sheet: Sheet) -> tuple[datetime.date, ...]:
    """The dates of installments that a term sheet states, in order; those that cannot be read are told elsewhere."""
    found = []
    stated = [listed for path in INSTALLMENTS if isinstance(listed := sheet.value(path), list)]
    for each in (each for listed in stated for each in listed):
        said = each.get("date") if isinstance(each, dict) else None
        try:
            value = parse(Unit.DATE, said) if isinstance(said, str) else None
        except NotationError:
            continue
        if isinstance(value, datetime.date):
            found.append(value)
    return tuple(sorted(found))
