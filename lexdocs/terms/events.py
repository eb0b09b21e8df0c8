"""Events: what is announced in an offer's life, dated and in order, and the assumptions made meanwhile."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from lexdocs.errors import InputError, Problem, Where
from lexdocs.notation.units import Unit
from lexdocs.terms.changes import Change, parse_path
from lexdocs.terms.fields import DateTerm, Section, part
from lexdocs.terms.leaf import Assumption, Leaf, Source
from lexdocs.terms.reader import Sheet, read_sheet
from lexdocs.terms.validation import M, validate


class EventKind(StrEnum):
    """The kinds of event that documents are written for."""

    COMMENCEMENT = "commencement"
    EXTENSION = "extension"
    AMENDMENT = "amendment"
    EARLY_RESULTS = "early_results"
    EXPIRATION = "expiration"
    SETTLEMENT = "settlement"
    TERMINATION = "termination"


class EventTerms(Section):
    """A file of the folder `events/`."""

    kind: EventKind = part("what happened: " + ", ".join(EventKind))
    at: DateTerm = part("the date on which it was announced")
    source: str | None = part("the document that states it", default=None)
    changes: dict[str, str] = part("the terms that it changes, path: new value", default={})


class AssumptionTerms(Section):
    """A file of the folder `assumptions/`."""

    assumed_by: str = part("who assumes these values")
    because: str = part("why, and what the sources leave open")
    changes: dict[str, str] = part("what is assumed, path: value")


@dataclass(frozen=True)
class Event:
    """Something announced: when, of what kind, and the terms that it changed."""

    kind: EventKind
    at: datetime.date
    changes: tuple[Change, ...]
    where: Where
    source: Source | None = None

    @property
    def name(self) -> str:
        """How documents are named for it: `2012-03-15`."""
        return self.at.isoformat()


def read_events(folder: Path) -> tuple[Event, ...]:
    """The events of a deal in order of date. Raises `InputError` with every problem of every file."""
    found = []
    for sheet, terms in _files(folder, EventTerms):
        source = Source(terms.source) if terms.source else None
        changes = _changes(sheet, terms.changes, None)
        found.append(Event(terms.kind, terms.at, changes, sheet.place(("at",)), source))
    return tuple(sorted(found, key=lambda event: (event.at, event.where.file)))


def read_assumptions(folder: Path) -> tuple[Change, ...]:
    """What is assumed, by whom and why, in the order of the files' names."""
    return tuple(
        change
        for sheet, terms in _files(folder, AssumptionTerms)
        for change in _changes(sheet, terms.changes, Assumption(terms.assumed_by, terms.because))
    )


def event_leaves(events: Iterable[Event]) -> tuple[Leaf, ...]:
    """The figures that events give: the date of the commencement."""
    start = next((event for event in events if event.kind is EventKind.COMMENCEMENT), None)
    says = "Date on which the offer was announced and commenced"
    if start is None:
        return (Leaf("announced", "events.commencement.at", Unit.DATE, says, Where("events")),)
    return (Leaf("announced", "events.commencement.at", Unit.DATE, says, start.where, start.at, source=start.source),)


def _files(folder: Path, model: type[M]) -> list[tuple[Sheet, M]]:
    found: list[tuple[Sheet, M]] = []
    problems: list[Problem] = []
    for path in sorted(folder.glob("*.y*ml")) if folder.is_dir() else ():
        try:
            sheet = read_sheet(path, f"{folder.name}/{path.name}")
            found.append((sheet, validate(sheet, model)))
        except InputError as error:
            problems += error.problems
    if problems:
        raise InputError(problems)
    return found


def _changes(sheet: Sheet, changes: dict[str, str], assumption: Assumption | None) -> tuple[Change, ...]:
    problems = []
    for path in changes:
        try:
            parse_path(path)
        except ValueError as error:
            what, _, remedy = str(error).partition("; ")
            problems.append(Problem(sheet.keys["changes", path], what, remedy))
    if problems:
        raise InputError(problems)
    return tuple(Change(path, value, sheet.place(("changes", path)), assumption) for path, value in changes.items())
