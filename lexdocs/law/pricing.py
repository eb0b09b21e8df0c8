"""Prices that follow from a spread: read when the terms say, and told while holders may still act on them."""

from __future__ import annotations

from collections.abc import Iterator

from lexdocs.conventions.clock import comes_after
from lexdocs.figures.book import FigureBook
from lexdocs.law.finding import Finding, Result, place_of, said
from lexdocs.law.looking import each, fixed, value
from lexdocs.notation.forms import write
from lexdocs.notation.units import Moment, Unit
from lexdocs.terms.events import EventKind

_CITE = "consistency"


def check(book: FigureBook) -> Iterator[Finding]:
    """Whether yields are read, and prices announced, at a time that the offer leaves for it."""
    expiration, read = fixed(book, "expiration"), fixed(book, "price_determination")
    ends = expiration.value if expiration else None
    if read is not None and isinstance(read.value, Moment) and isinstance(ends, Moment) and _after(read.value, ends):
        says = f"the reference yields are read {_at(read.value)}, and the offer expires {_at(ends)}: {_UNTOLD}"
        yield Finding("pricing", Result.COUNSEL, says, _CITE, place_of(read), "expiration and price determination")
    for label, kind in each(book, "event_kind", "event"):
        at = value(book, "event_at", label)
        if kind.value != EventKind.PRICING or not isinstance(at, Moment):
            continue
        timed = bool(value(book, "event_is_timed", label))
        told = _at(at) if timed else f"on {said(at.date)}"
        # An announcement without a time of day is somewhere in that day.
        if read is not None and isinstance(read.value, Moment):
            early = _after(read.value, at) if timed else at.date < read.value.date
            if early:
                says = f"the prices are announced {told}, before the reference yields are read {_at(read.value)}"
                yield Finding("pricing", Result.NOT_MET, says, _CITE, place_of(kind), f"{label} and determination")
        if isinstance(ends, Moment) and (_after(at, ends) if timed else at.date > ends.date):
            says = f"the prices are announced {told}, and the offer expires {_at(ends)}: {_UNTOLD}"
            yield Finding("pricing", Result.COUNSEL, says, _CITE, place_of(kind), f"{label} and expiration")


_UNTOLD = "holders would not know them while they can tender"


def _at(moment: Moment) -> str:
    return f"at {write(moment, Unit.MOMENT)}"


def _after(one: Moment, other: Moment) -> bool:
    try:
        return comes_after(one, other)
    except KeyError:
        return one.date > other.date
