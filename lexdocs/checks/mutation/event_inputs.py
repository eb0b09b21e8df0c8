"""Inputs of the events: what their files say, and a later event of each kind, as the offer may yet come to have."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from lexdocs.checks.mutation.edits import Edit
from lexdocs.checks.mutation.inputs import Input, Standing, Try, is_term, replacing, values_for
from lexdocs.checks.mutation.values import others
from lexdocs.deal import Deal
from lexdocs.errors import Where
from lexdocs.notation.error import NotationError
from lexdocs.notation.forms import parse, write
from lexdocs.notation.units import Moment, Unit
from lexdocs.terms import history
from lexdocs.terms.changes import parse_path
from lexdocs.terms.event_terms import EventKind
from lexdocs.terms.reader import dotted, read_sheet

_UNITS = {"at": (Unit.DATE, Unit.MOMENT), "tendered": (Unit.MONEY,)}
_LATER, _WEEK = datetime.timedelta(days=1), datetime.timedelta(days=7)
_EARLY = "offer.early_deadline"
_LATER_FILE = "events/9999-a-later-event.yaml"  # stands after the files of every deal


def told(deal: Deal) -> Iterator[Input]:
    """What each event says, and one more event."""
    for path in sorted((deal.folder / "events").glob("*.y*ml")):
        yield from _event(deal, path)
    yield _later(deal)


def _later(deal: Deal) -> Input:
    """An event after the last one, of each kind in turn: what takes the first of several for the last is seen by it."""
    kinds = [kind for kind in EventKind if kind is not EventKind.COMMENCEMENT]
    tries = []
    for kind in kinds:
        day, lines = _following(deal, kind)
        text = "\n".join((f"kind: {kind}", f'at: "{day}"', *lines, ""))
        tries.append(Try(f"{kind} on {day}", Edit(files=((_LATER_FILE, text),))))
    return Input("events (a later one)", Where("events/"), "", tuple(tries), Standing.ABSENT, len(tries))


def _following(deal: Deal, kind: EventKind) -> tuple[str, tuple[str, ...]]:
    """The day on which an event of a kind could follow, and what else its file says."""
    day = deal.terms.events[-1].date + _LATER
    expiration = deal.terms.leaf(dotted(history.EXPIRATION)).value
    if isinstance(expiration, Moment):
        if kind is EventKind.EXPIRATION:
            day = max(day, expiration.date + _LATER)
        deadline = next((leaf.value for leaf in deal.terms.leaves if leaf.path == _EARLY), None)
        if kind is EventKind.EARLY_RESULTS and isinstance(deadline, Moment):
            day = max(day, deadline.date + _LATER)
        if kind is EventKind.EXTENSION:
            put_off = replace(expiration, date=max(day, expiration.date) + _WEEK)
            changed = f'  {dotted(history.EXPIRATION)}: "{write(put_off, Unit.MOMENT)}"'
            return write(day, Unit.DATE), ("changes:", changed)
    return write(day, Unit.DATE), ()


def _event(deal: Deal, path: Path) -> Iterator[Input]:
    file = f"events/{path.name}"
    sheet, text = read_sheet(path, file), path.read_text("utf-8")
    for name in ("at", "tendered", "kind"):
        said = sheet.value((name,))
        if isinstance(said, str):
            values = _kinds(said) if name == "kind" else _other(said, _UNITS[name])
            where = sheet.place((name,))
            yield Input(f"{file}:{name}", where, said, replacing(file, text, where, values))
    changes = sheet.value(("changes",))
    for term, said in changes.items() if isinstance(changes, dict) else ():
        if isinstance(said, str):
            where = sheet.place(("changes", term))
            yield Input(f"{file}:{term}", where, said, replacing(file, text, where, _values_of(deal, term, said)))


def _kinds(said: str) -> tuple[str, ...]:
    return tuple(str(kind) for kind in EventKind if kind != said)


def _other(said: str, units: tuple[Unit, ...]) -> tuple[str, ...]:
    for unit in units:
        try:
            return others(unit, parse(unit, said), said)
        except NotationError:
            continue
    return ()


def _values_of(deal: Deal, term: str, said: str) -> tuple[str, ...]:
    """Other values for a term where an event states it."""
    if parse_path(term) == history.EXPIRATION:
        return _other(said, (Unit.MOMENT,))
    leaf = next((leaf for leaf in deal.terms.leaves if is_term(leaf) and leaf.path == term), None)
    return tuple(each for each in values_for(deal, leaf) if each != said) if leaf else ()
