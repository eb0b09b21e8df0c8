"""Events: what is announced in an offer's life, dated and in order, and the assumptions made meanwhile."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cmp_to_key
from pathlib import Path

from lexdocs.conventions.clock import at_or_before
from lexdocs.errors import InputError, Problem, Where
from lexdocs.notation.units import Moment
from lexdocs.terms.changes import Change, parse_path
from lexdocs.terms.event_terms import (
    AmendmentClass,
    AssumptionTerms,
    ConditionsSaid,
    EventKind,
    EventTerms,
    MinimumSaid,
    TerminationReason,
)
from lexdocs.terms.leaf import Assumption, Source
from lexdocs.terms.reader import Sheet, read_sheet
from lexdocs.terms.validation import M, validate

END_OF_DAY = 24


@dataclass(frozen=True)
class Event:
    """Something announced: when, of what kind, and the terms that it changed.

    `at` is the end of the day where the file gives a date alone (`timed` says which); `tendered` is the principal
    that the announcement names. `name` is how documents are named for it: `2012-03-15`.
    """

    kind: EventKind
    at: Moment
    changes: tuple[Change, ...]
    where: Where
    source: Source | None = None
    timed: bool = False
    classed: AmendmentClass | None = None
    tendered: Fraction | None = None
    reason: TerminationReason | None = None
    conditions: ConditionsSaid | None = None
    minimum: MinimumSaid | None = None
    name: str = ""

    @property
    def date(self) -> datetime.date:
        """The date on which it was announced."""
        return self.at.date


@dataclass(frozen=True)
class Assumed:
    """What one file assumes, and since when."""

    since: datetime.date
    changes: tuple[Change, ...]


def read_events(folder: Path, place: str = "") -> tuple[Event, ...]:
    """The events of a deal in order of time; `place` is whose time a date alone is meant in.

    Raises `InputError` with every problem of every file.
    """
    found: list[Event] = []
    for sheet, terms in _files(folder, EventTerms):
        timed = isinstance(terms.at, Moment)
        at = terms.at if isinstance(terms.at, Moment) else Moment(terms.at, END_OF_DAY, 0, place)
        changes = _changes(sheet, terms.changes, None)
        where = sheet.place(("at",))
        source = Source(terms.source) if terms.source else None
        said = (terms.classed, terms.tendered, terms.reason, terms.conditions, terms.minimum)
        found.append(Event(terms.kind, at, changes, where, source, timed, *said))
    return _named(_in_order(found))


def _in_order(events: Iterable[Event]) -> list[Event]:
    """By time; where it is the same, in the order of an offer's life, and then by the names of their files."""

    def compare(first: Event, second: Event) -> int:
        if "" in (first.at.place, second.at.place):
            # The term sheet does not say yet whose time a date is in, and is told so: days will do until then.
            return (first.date > second.date) - (first.date < second.date)
        if not at_or_before(second.at, first.at):
            return -1
        return 1 if not at_or_before(first.at, second.at) else 0

    try:
        return sorted(sorted(events, key=_in_a_life), key=cmp_to_key(compare))
    except KeyError as error:
        places = [each for each in events if error.args and each.at.place == error.args[0]]
        remedy = "give every event's time in the time of the same place"
        raise InputError(
            Problem(each.where, f'the time zone of "{each.at.place}" is not known here', remedy) for each in places
        ) from None


def _in_a_life(event: Event) -> tuple[int, str]:
    return list(EventKind).index(event.kind), event.where.file


def _named(events: Sequence[Event]) -> tuple[Event, ...]:
    """Events named by their dates; a later one of the same day says its kind too, so that no name ever changes."""
    names: list[str] = []
    for event in events:
        name = event.date.isoformat()
        if name in names:
            name = f"{name}-{event.kind.replace('_', '-')}"
        number = 2
        while name in names:
            name = f"{name.removesuffix(f'-{number - 1}')}-{number}"
            number += 1
        names.append(name)
    return tuple(replace(event, name=name) for event, name in zip(events, names, strict=True))


def read_assumptions(folder: Path) -> tuple[Assumed, ...]:
    """What is assumed, by whom and why, in the order of time and then of the files' names."""
    found = [
        Assumed(
            terms.since or datetime.date.min,
            _changes(sheet, terms.changes, Assumption(terms.assumed_by, terms.because)),
        )
        for sheet, terms in _files(folder, AssumptionTerms)
    ]
    return tuple(sorted(found, key=lambda each: each.since))


def _files(folder: Path, model: type[M]) -> list[tuple[Sheet, M]]:
    found: list[tuple[Sheet, M]] = []
    problems: list[Problem] = []
    for path in sorted(folder.iterdir()) if folder.is_dir() else ():
        if path.suffix not in (".yaml", ".yml"):
            problems += _unread(path, folder)
            continue
        try:
            sheet = read_sheet(path, f"{folder.name}/{path.name}")
            found.append((sheet, validate(sheet, model)))
        except InputError as error:
            problems += error.problems
    if problems:
        raise InputError(problems)
    return found


def _unread(path: Path, folder: Path) -> list[Problem]:
    """A file that nobody would read, though it may be meant to be: hidden ones and those of an editor are not."""
    if path.name.startswith((".", "~", "#")) or path.name.endswith("~") or path.is_dir():
        return []
    what = f"is not read: the name of a file in {folder.name}/ ends in .yaml"
    return [Problem(Where(f"{folder.name}/{path.name}"), what, "rename it so, or take it away")]


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
