"""What an announcement of prices cannot do: price nothing or a part, change more, come twice or after payment."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lexdocs.errors import Problem
from lexdocs.notation.forms import write
from lexdocs.notation.units import Unit
from lexdocs.terms.changes import apply_changes
from lexdocs.terms.event_terms import EventKind
from lexdocs.terms.events import Event
from lexdocs.terms.reader import Sheet

_YIELD = re.compile(r"series\[\d+\]\.reference_yield$")
_MOVES = re.compile(r"series\[\d+\]\.(?:fixed_spread|reference_security|par_call_date)$|offer\.price_determination$")
"""What an amendment changes so that prices are read anew."""


def pricing_problems(events: Sequence[Event], sheet: Sheet) -> Iterator[Problem]:
    """What is wrong with the pricings among events; `sheet` is the term sheet before any of them."""
    last: Event | None = None
    paid: Event | None = None
    for event in events:
        sheet = apply_changes(sheet, event.changes)
        if event.kind is EventKind.SETTLEMENT:
            paid = paid or event
        if event.kind is not EventKind.PRICING:
            if any(_MOVES.match(each.path) for each in event.changes):
                last = None
            continue
        yield from _priced(event, sheet)
        yield from _more(event)
        day = write(event.date, Unit.DATE)
        if paid is not None:
            what = f"prices are announced on {day}, after tenders were paid for on {write(paid.date, Unit.DATE)}"
            yield Problem(event.where, what, "correct the date of one of the two")
        elif last is not None:
            what = f"the prices were announced already, by the event of {write(last.date, Unit.DATE)}"
            yield Problem(event.where, what, "keep one pricing, or write the amendment by which they are read anew")
        last = event


def _priced(event: Event, sheet: Sheet) -> Iterator[Problem]:
    """Prices are announced of all series that are priced by a spread, and there is such a series."""
    listed = sheet.value(("series",))
    series = [each if isinstance(each, dict) else {} for each in listed] if isinstance(listed, list) else []
    if not any("fixed_spread" in each for each in series):
        what = f"the pricing of {write(event.date, Unit.DATE)} has nothing to price: no series has a fixed_spread"
        yield Problem(event.where, what, "write series[0].fixed_spread, or delete this event")
    for index, each in enumerate(series):
        if "fixed_spread" in each and each.get("reference_yield") is None:
            what = f"series[{index}].reference_yield: is not read, and the series is priced by a spread"
            yield Problem(event.where, what, "write it under changes")


def _more(event: Event) -> Iterator[Problem]:
    for change in event.changes:
        if not _YIELD.match(change.path):
            what = f"{change.path}: a pricing says what the reference yields are, and changes nothing else"
            yield Problem(change.where, what, "write an amendment of its own, before the prices are read")
