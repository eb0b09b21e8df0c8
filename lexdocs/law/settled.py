"""Settlements against the days and the minimum that the terms state for them."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from lexdocs.figures.book import FigureBook
from lexdocs.figures.figure import Figure
from lexdocs.law.finding import Finding, Result, place_of, said
from lexdocs.law.life import is_early, terminated
from lexdocs.law.looking import each, fixed, value
from lexdocs.notation.forms import write
from lexdocs.notation.units import Moment, Unit
from lexdocs.terms.event_terms import EventKind

_DAYS = ("consummation_date", "settlement_date")
_EARLY = "early_settlement_date"


def check(book: FigureBook) -> Iterator[Finding]:
    """Each settlement that is announced: whether it comes on its day, and early payment before the minimum is in."""
    yield from _withdrawable(book)
    for label, kind in each(book, "event_kind", "event"):
        at = value(book, "event_at", label)
        if kind.value != EventKind.SETTLEMENT or not isinstance(at, Moment):
            continue
        early = is_early(book, at)
        stated = fixed(book, _EARLY) if early else None
        stated = stated or next((found for name in _DAYS if (found := fixed(book, name))), None)
        if stated is not None and stated.value != at.date:
            yield _elsewhere(label, at.date, kind, stated)
        if early:
            yield from _unmet(book, label, kind)


def _withdrawable(book: FigureBook) -> Iterator[Finding]:
    """What is accepted binds both sides: early tenders are not paid while they may still be withdrawn."""
    day, deadline = fixed(book, _EARLY), fixed(book, "withdrawal_deadline")
    until = deadline or (fixed(book, "expiration") if value(book, "tenders_are_withdrawable") else None)
    if day is None or until is None or not value(book, "settles_early") or terminated(book) is not None:
        return
    last = until.value
    if isinstance(last, Moment) and isinstance(day.value, datetime.date) and last.date >= day.value:
        says = (
            f"early tenders are paid on {said(day.value)}, and tenders may be withdrawn until"
            f" {write(last, Unit.MOMENT)}: what is accepted cannot be withdrawn"
        )
        yield Finding("settlement", Result.NOT_MET, says, "consistency", place_of(until), "withdrawal")


def _elsewhere(label: str, day: datetime.date, kind: Figure, stated: Figure) -> Finding:
    """A settlement on another day than the terms state: its documents would say both."""
    name, place = stated.name.removesuffix("_date").replace("_", " "), place_of(stated)
    told = f"{said(stated.value)} for the {name}{f' ({place})' if place else ''}"  # type: ignore[arg-type]  # a date
    says = f"the settlement is announced for {said(day)}, and the terms state {told}"
    return Finding("settlement", Result.NOT_MET, says, "consistency", place_of(kind), label)


def _unmet(book: FigureBook, label: str, kind: Figure) -> Iterator[Finding]:
    """Early tenders are bought although the minimum on which all purchases wait is not in."""
    if fixed(book, _EARLY) is None or terminated(book) is not None or value(book, "minimum_is_met") is not False:
        return
    says = "early tenders are paid although less than the minimum is tendered; nothing says that it is waived"
    yield Finding("minimum condition", Result.NOT_MET, says, "conditions of the offer", place_of(kind), label)
