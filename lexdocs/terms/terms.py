"""The terms of a deal as of an event: everything that the deal folder says, read and checked at once."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from lexdocs.errors import InputError, Problem, UsageError, Where, did_you_mean
from lexdocs.terms import register
from lexdocs.terms.changes import Change, apply_changes, parse_path
from lexdocs.terms.events import Event, EventKind, event_leaves, read_assumptions, read_events
from lexdocs.terms.leaf import Leaf
from lexdocs.terms.leaves import axes_of, declared, flatten, source_of
from lexdocs.terms.reader import Sheet, read_sheet
from lexdocs.terms.sheet import HoldersTerms, TermSheet
from lexdocs.terms.validation import validate

TERM_SHEET = "term-sheet.yaml"

T = TypeVar("T")


@dataclass(frozen=True)
class Terms:
    """What the deal says as of one of its events.

    `leaves` are the values for the figure graph, `axes` the rows they come in; `assumptions` are the
    changes that rest on somebody's word; `digests` the SHA-256 of every file that was read.
    """

    values: TermSheet
    leaves: tuple[Leaf, ...]
    axes: Mapping[str, tuple[str, ...]]
    event: Event
    assumptions: tuple[Change, ...]
    digests: Mapping[str, str]

    def leaf(self, path: str) -> Leaf:
        """The leaf at a path. `KeyError` where there is none."""
        return next(leaf for leaf in self.leaves if leaf.path == path)


def read_terms(folder: Path, kinds: Mapping[str, type[TermSheet]], changes: Iterable[Change] = ()) -> Terms:
    """Read a deal folder whose offer is of one of `kinds`; `changes` are made last.

    Raises `InputError` with every problem of every file.
    """
    if not folder.is_dir():
        raise UsageError(
            Problem(Where(str(folder)), "there is no such deal folder", "name a folder with a term-sheet.yaml")
        )
    problems: list[Problem] = []
    events = _collect(problems, lambda: read_events(folder / "events")) or ()
    assumed = _collect(problems, lambda: read_assumptions(folder / "assumptions")) or ()
    made = tuple(changes)
    try:
        sheet = read_sheet(folder / TERM_SHEET)
        model = kind_of(sheet.data.get("kind"), kinds, sheet.place(("kind",)))
        amended = [change for event in events for change in event.changes]
        sheet = apply_changes(sheet, amended)
        problems += _overtaken(sheet, assumed)
        sheet = apply_changes(sheet, [*assumed, *made])
        values = validate(sheet, model)
        flat = flatten(values, sheet, [*assumed, *made])
        problems += flat.problems
    except InputError as error:
        problems += _register_problems(folder)
        raise InputError([*error.problems, *problems]) from None
    rows = _collect(problems, lambda: register.read_register(folder, values.holders))
    problems += _commencements(events)
    if problems or rows is None:
        raise InputError(problems)
    holders, labels = rows
    axes = flat.axes if labels is None else {**flat.axes, register.AXIS: labels}
    source = source_of("holders", values.sources)
    leaves = (*flat.leaves, *event_leaves(events), *(replace(leaf, source=source) for leaf in holders))
    return Terms(values, leaves, axes, events[-1], (*assumed, *made), digests(folder, values))


def _register_problems(folder: Path) -> list[Problem]:
    """What is wrong with the register of a deal whose term sheet cannot be read whole."""
    problems: list[Problem] = []
    try:
        section = read_sheet(folder / TERM_SHEET).data.get("holders") or {}
        holders = HoldersTerms.model_validate(section)
    except (InputError, ValueError):
        return []
    _collect(problems, lambda: register.read_register(folder, holders))
    return problems


def _commencements(events: Iterable[Event]) -> list[Problem]:
    """A deal commences once."""
    found = [event for event in events if event.kind is EventKind.COMMENCEMENT]
    if not found:
        remedy = "write events/DATE-commencement.yaml with kind and at"
        return [Problem(Where("events"), "the deal has no commencement", remedy)]
    return [Problem(event.where, "the deal commenced already", "keep one commencement") for event in found[1:]]


def _overtaken(sheet: Sheet, assumed: Iterable[Change]) -> list[Problem]:
    """Assumptions about terms that the parties have agreed since: what is agreed must not be hidden by one."""
    return [
        Problem(change.where, f"{change.path}: is stated at {sheet.place(path)} now", "delete the assumption")
        for change in assumed
        for path in [parse_path(change.path)]
        if sheet.value(path) is not None
    ]


def kind_of(kind: object, kinds: Mapping[str, type[TermSheet]], where: Where) -> type[TermSheet]:
    """The model of a kind of offer, or an `InputError` that names the kinds there are."""
    if isinstance(kind, str) and kind in kinds:
        return kinds[kind]
    known = " or ".join(kinds)
    if kind is None:
        raise InputError(Problem(where, "kind: is missing", f"write `kind: {known}` first"))
    raise InputError(
        Problem(where, f'kind: "{kind}" is not a kind of offer', did_you_mean(str(kind), kinds) or f"write {known}")
    )


def declared_leaves(model: type[TermSheet]) -> tuple[tuple[Leaf, ...], tuple[str, ...]]:
    """Every leaf that a deal of a kind can have, without values, and the axes they come in."""
    return (*declared(model), *event_leaves(()), *register.declared()), (*axes_of(model), register.AXIS)


def digests(folder: Path, values: TermSheet) -> dict[str, str]:
    """The SHA-256 of each file that the terms come from, by its name in the folder."""
    listed = [folder / TERM_SHEET, folder / values.holders.file]
    listed += [path for part in ("events", "assumptions") for path in (folder / part).glob("*.y*ml")]
    found = sorted(path for path in listed if path.is_file())
    return {path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in found}


def _collect(problems: list[Problem], read: Callable[[], T]) -> T | None:
    try:
        return read()
    except InputError as error:
        problems += error.problems
        return None
