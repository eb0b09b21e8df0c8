"""Changes of terms that events announce, against what counsel calls them under Rule 14e-1(b)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from lexdocs.figures.book import FigureBook
from lexdocs.law.finding import Finding, Result, said, under
from lexdocs.law.in_force import form_of
from lexdocs.law.life import later, terminated
from lexdocs.law.looking import value
from lexdocs.notation.units import Moment
from lexdocs.terms.event_terms import AmendmentClass, EventKind
from lexdocs.terms.events import Event

_SETTLED = ("consummation_date", "settlement_date", "early_settlement_date", "payment_date")
_PRICED = "reference_yield"
_EXTENDED = ("expiration", "early_deadline", "withdrawal_deadline")
_NO_TERMS = re.compile(r"(?!law\.solicitation_fee$)(?:law|sources|acknowledged|legend)\b|offer\.circular_sent$")
"""What counsel states and what is only a fact: no terms of the offer."""

_CONSIDERATION = re.compile(
    r"(?:participation_fee|fee|warrants|shares|new_notes|steps|considerations)\b"
    r"|.*\.(?:total_consideration|fixed_spread|reference_security|par_call_date|early_premium|pool)\b"
    r"|law\.solicitation_fee$"
)
_MINIMUM = re.compile(r".*\bminimum_tender\b")
_AMOUNT = re.compile(r".*\bcap\b")
_EARLY = re.compile(r".*\bearly_deadline\b")  # until when the premium is to be had
_SOUGHT = re.compile(r"(?:old_notes|series\[\d+\])\.(?:rate|maturity|denomination)\b")  # what the notes sought are

_BELIES = {
    AmendmentClass.IMMATERIAL: (_CONSIDERATION, _MINIMUM, _AMOUNT, _EARLY, _SOUGHT),
    AmendmentClass.OTHER_MATERIAL: (_CONSIDERATION, _MINIMUM, _AMOUNT),
    AmendmentClass.PERCENTAGE_EXCEPTED: (_CONSIDERATION, _MINIMUM),
}
"""Paths that speak against a class: what they change, the rule gives ten business days."""


def unclassed(book: FigureBook, events: Sequence[Event]) -> Iterator[Finding]:
    """Events after the commencement that change terms, and that counsel has not classed; amendments say so themselves.

    Left out are an expiration that is extended, with the deadlines that go with it, the dates that a settlement
    fixes, and the reference yields from which a formula that was fixed before gives prices.
    """
    ended = terminated(book)
    for event in _after_commencement(events):
        if event.kind is EventKind.AMENDMENT or event.classed is not None:
            continue
        if ended is not None and later(event.at, ended):
            continue
        more = [each.path for each in event.changes if _changes_terms(book, event, each.path)]
        if more:
            kind = event.kind.value.replace("_", " ")
            says = f"the {kind} of {said(event.date)} changes {', '.join(more)}, and counsel has not classed that"
            if event.kind is EventKind.EXTENSION:
                says += "; a supplement tells holders of it only where it is an amendment"
            yield under(form_of("14e-1(b)"), f"{kind} {event.name}", Result.COUNSEL, says, event.where)


def _after_commencement(events: Sequence[Event]) -> Sequence[Event]:
    first = next((at for at, event in enumerate(events) if event.kind is EventKind.COMMENCEMENT), 0)
    return events[first + 1 :]


def _changes_terms(book: FigureBook, event: Event, path: str) -> bool:
    name = path.rsplit(".", 1)[-1]
    if name in _SETTLED or _NO_TERMS.match(path):
        return False
    if event.kind is EventKind.PRICING and name == _PRICED:
        return False
    if event.kind is EventKind.EXTENSION:
        return name not in _EXTENDED
    return name != "expiration" or not _extends(book, event)


def _extends(book: FigureBook, event: Event) -> bool:
    before, after = (value(book, f"event_expiration_{side}", event.name) for side in ("before", "after"))
    return isinstance(before, Moment) and isinstance(after, Moment) and later(after, before)


def questioned(found: Iterable[Finding], events: Sequence[Event]) -> Iterator[Finding]:
    """The findings; one that rests on a class of counsel's which the changed terms belie says so, and is not met."""
    doubts = {f"amendment {event.name}": touched for event in events if (touched := belied(event))}
    for finding in found:
        touched = doubts.get(finding.about, ()) if finding.rule == "14e-1(b)" else ()
        if not touched:
            yield finding
            continue
        says = (
            f"{finding.says}; but the change touches {', '.join(touched)}, and whether the class holds is for counsel"
        )
        result = Result.COUNSEL if finding.result is Result.MET else finding.result
        yield replace(finding, says=says, result=result)


def exceeded(found: Sequence[Finding]) -> Iterator[Finding]:
    """The findings; a class that excepts a small rise of a cap is no longer met where the cap moved by more.

    That it did is a finding of its own, which stands until it is acknowledged.
    """
    moved = {f"amendment {each.moment}" for each in found if each.rule == "14e-1(b)" and each.moment}
    for finding in found:
        if finding.rule == "14e-1(b)" and finding.about in moved and finding.result is Result.MET:
            says = f"{finding.says}; but a cap moved by more, or down"
            yield replace(finding, says=says, result=Result.COUNSEL)
        else:
            yield finding


def belied(event: Event) -> tuple[str, ...]:
    """The changed terms that speak against the class that counsel gives an event."""
    against = _BELIES.get(event.classed, ()) if event.classed else ()
    return tuple(each.path for each in event.changes if any(pattern.match(each.path) for pattern in against))
