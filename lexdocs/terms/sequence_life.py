"""What an offer's own terms say of the time for an event: results, endings and changes that come too early or too late.

The sheet of each event is the one that holds once its changes are made, assumptions included.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise

from lexdocs.conventions.clock import comes_after
from lexdocs.errors import Problem
from lexdocs.notation.error import NotationError
from lexdocs.notation.forms import parse, write
from lexdocs.notation.units import Moment, Unit, Value
from lexdocs.terms.changes import apply_changes, parse_path
from lexdocs.terms.event_terms import EventKind, TerminationReason
from lexdocs.terms.events import Event
from lexdocs.terms.history import expiration_of
from lexdocs.terms.reader import Sheet

_SETTLED = (("offer", "consummation_date"), ("offer", "settlement_date"))
EARLY_SETTLEMENT, _DEADLINE = ("offer", "early_settlement_date"), ("offer", "early_deadline")
_BOUGHT = re.compile(
    r"series\[\d+\]\.(?:total_consideration|fixed_spread|reference_\w+|par_call_date|cap|acceptance_priority)\b"
    r"|offer\.(?:cap|proration|series_caps_bound|early_deadline|early_settlement_date|settles_early)\b"
)
"""Terms by which early tenders were accepted and paid."""

OFFERED = re.compile(
    r"series\[\d+\]\.(?:total_consideration|fixed_spread|par_call_date|cap|acceptance_priority|early_premium)\b"
    r"|offer\.(?:cap|proration|series_caps_bound|early_deadline|expiration|minimum_tender)\b"
    r"|(?:considerations|options|pools|new_notes|steps|warrants|shares)\b(?!.*\.(?:cusip|isin)\w*$)"
    r"|(?:participation_fee|fee)\.amount\b"
)
"""Terms that are offered; what securities are numbered may become known later."""

_GIVEN = re.compile(rf"{_BOUGHT.pattern}|{OFFERED.pattern}|offer\.(?:consummation_date|settlement_date)\b")
"""Terms by which all tenders were accepted and paid: what is to be paid or done later can still be changed."""


def life_problems(events: Sequence[Event], sheet: Sheet) -> Iterator[Problem]:
    """What comes at a time that the terms do not leave for it; `sheet` is the term sheet before any event."""
    sheets = [sheet]
    for event in events:
        sheets.append(apply_changes(sheets[-1], event.changes))
    for at, (event, (before, after)) in enumerate(zip(events, pairwise(sheets), strict=True)):
        yield from _results(event, after)
        yield from _passed(event, before, after)
        if event.kind is EventKind.TERMINATION:
            yield from _termination(event, after, events[:at])
        yield from _paid(event, before, events[:at])


def _results(event: Event, sheet: Sheet) -> Iterator[Problem]:
    """Early results tell what was tendered by the early deadline."""
    if event.kind is not EventKind.EARLY_RESULTS:
        return
    deadline = _read(sheet, _DEADLINE, Unit.MOMENT)
    if sheet.value(_DEADLINE) is None:
        what = "the terms have no early deadline by which anything was tendered"
        yield Problem(event.where, what, "write offer.early_deadline in the term sheet, or delete this event")
    elif isinstance(deadline, Moment) and comes_after(deadline, event.at):
        what = f"the early deadline does not pass before {write(deadline, Unit.MOMENT)}"
        yield Problem(event.where, what, "correct the date of the event, or change offer.early_deadline")


def _passed(event: Event, before: Sheet, after: Sheet) -> Iterator[Problem]:
    """No announcement sets an expiration or a deadline that has passed when it is made."""
    for name in ("expiration", "early_deadline", "withdrawal_deadline"):
        was, now = (_read(sheet, ("offer", name), Unit.MOMENT) for sheet in (before, after))
        if not isinstance(now, Moment) or was is None or now == was or not is_past(now, event):
            continue
        path = f"offer.{name}"
        where = next((each.where for each in event.changes if each.path == path), event.where)
        told = write(event.at, Unit.MOMENT) if event.timed else f"on {_day(event.date)}"
        what = f"{path}: {write(now, Unit.MOMENT)} has passed when the {_kind(event)} is announced"
        yield Problem(where, f"{what}, {told}", "write a later time, or correct the date of the event")


def _termination(event: Event, sheet: Sheet, before: Sequence[Event]) -> Iterator[Problem]:
    """What has been settled is ended already; what has expired lapses for what was not met, until it should settle."""
    ends = expiration_of(sheet)
    settled = next((each for each in before if is_final(each, ends)), None)
    if settled is not None:
        what = f"the offer was settled on {_day(settled.date)}, and cannot be terminated after that"
        yield Problem(event.where, what, "delete the one that is not true")
    elif ends is not None and is_past(ends, event):
        due = next((each for path in _SETTLED if (each := _read(sheet, path, Unit.DATE)) is not None), None)
        lapses = event.reason in (TerminationReason.MINIMUM, TerminationReason.CONDITIONS)
        what = f"the offer expired at {write(ends, Unit.MOMENT)}, and nothing extended it"
        remedy = "correct the date of the event, or write the extension that came before it"
        if not lapses:
            what += "; after that it ends only for a minimum or conditions that were not met"
            yield Problem(event.where, what, f"{remedy}, or the reason")
        elif isinstance(due, datetime.date) and event.date > due:
            what += f"; what it accepts was to be paid on {_day(due)}"
            yield Problem(event.where, what, remedy)
    yield from _reason(event, sheet)


def _reason(event: Event, sheet: Sheet) -> Iterator[Problem]:
    """A minimum that was not met is one that the terms ask for; some conditions every offer has in its own words."""
    listed = sheet.value(("series",))
    series = [each for each in listed if isinstance(each, dict)] if isinstance(listed, list) else []
    asks = sheet.value(("offer", "minimum_tender")) or any(each.get("minimum_tender") for each in series)
    if event.reason is TerminationReason.MINIMUM and not asks:
        what = "reason: minimum not met, and the terms ask for no minimum"
        yield Problem(event.where, what, "write the reason that is true, or offer.minimum_tender in the term sheet")


def _paid(event: Event, sheet: Sheet, before: Sequence[Event]) -> Iterator[Problem]:
    """What was accepted and paid stays as it was: no later event changes the terms by which it was."""
    ends = expiration_of(sheet)
    settled = next((each for each in before if is_final(each, ends)), None)
    early = next((each.date for each in before if each.kind is EventKind.SETTLEMENT), None) or _paid_early(sheet)
    if settled is None and (early is None or early >= event.date):
        return
    for change in event.changes:
        was = sheet.value(parse_path(change.path))
        if was == change.value or (was is None and ".reference_" in change.path):
            continue  # a reference yield that is read later is told by its own finding
        if settled is None and early is not None and _raises_premium(change.path, was, change.value):
            what = (
                f"early tenders were accepted and paid on {_day(early)}, and a larger premium now lowers what is left"
            )
            remedy = "write a smaller premium, which raises the price of later tenders, or leave it as it was"
            yield Problem(change.where, f"{change.path}: {what}", remedy)
        if settled is not None and _GIVEN.match(change.path):
            what = f"the offer was settled on {_day(settled.date)}, and what was paid then would be another"
            yield Problem(change.where, f"{change.path}: {what}", "delete this line, or correct the date of the event")
        elif settled is None and early is not None and _BOUGHT.match(change.path):
            what = f"early tenders were accepted and paid by it on {_day(early)}"
            yield Problem(change.where, f"{change.path}: {what}", _remedy(change.path))


def _raises_premium(path: str, was: object, now: object) -> bool:
    """Whether a change makes an early premium larger."""
    if not path.endswith(".early_premium"):
        return False
    try:
        before, after = (parse(Unit.MONEY, text) if isinstance(text, str) else None for text in (was, now))
    except NotationError:
        return False  # told elsewhere
    return isinstance(before, Fraction) and isinstance(after, Fraction) and after > before


def _paid_early(sheet: Sheet) -> datetime.date | None:
    """The day on which the terms have early tenders paid before the others; None where they do not."""
    day = _read(sheet, EARLY_SETTLEMENT, Unit.DATE)
    return (
        day
        if isinstance(day, datetime.date) and _read(sheet, ("offer", "settles_early"), Unit.FLAG) is not False
        else None
    )


def _remedy(path: str) -> str:
    if path.endswith(("total_consideration", "fixed_spread")):
        lower = "for later tenders alone, a smaller series[].early_premium raises the price"
        return f"change it before that day; {lower}, and more for early ones is an offer of its own"
    return "change it before that day, or make what is new an offer of its own"


def is_final(event: Event, expiration: Moment | None) -> bool:
    """Whether an event settles all: that of early tenders comes before the expiration."""
    return event.kind is EventKind.SETTLEMENT and expiration is not None and not comes_after(expiration, event.at)


def is_past(moment: Moment, event: Event) -> bool:
    """Whether a moment has passed when an event is announced; one without an hour is somewhere in its day."""
    return comes_after(event.at, moment) if event.timed else event.date > moment.date


def _read(sheet: Sheet, path: tuple[str, ...], unit: Unit) -> Value | None:
    text = sheet.value(path)
    try:
        return parse(unit, text) if isinstance(text, str) else None
    except NotationError:
        return None  # what cannot be read is told elsewhere


def _kind(event: Event) -> str:
    return event.kind.value.replace("_", " ")


def _day(date: datetime.date) -> str:
    return write(date, Unit.DATE)
