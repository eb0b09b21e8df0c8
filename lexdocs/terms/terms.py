"""The terms of a deal as of an event: everything that the deal folder says, read and checked at once."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TypeVar

from lexdocs.conventions.clock import at_or_before
from lexdocs.errors import InputError, Problem, UsageError, Where, did_you_mean
from lexdocs.notation.forms import write
from lexdocs.notation.languages import LANGUAGES
from lexdocs.notation.units import Moment, Unit
from lexdocs.terms import amended, history, register
from lexdocs.terms.changes import Change, apply_changes, parse_path
from lexdocs.terms.deadlines import deadlines_of
from lexdocs.terms.digests import TERM_SHEET, digests
from lexdocs.terms.events import Assumed, Event, read_assumptions, read_events
from lexdocs.terms.files.records import NOTHING, Aside
from lexdocs.terms.frame import Frame, frame_of
from lexdocs.terms.holdings import Holdings, is_logged, read_holdings, unnamed
from lexdocs.terms.leaf import Leaf
from lexdocs.terms.leaves import axes_of, declared, flatten, source_of
from lexdocs.terms.open_options import closed_options
from lexdocs.terms.reader import Sheet, read_sheet
from lexdocs.terms.sequence import commencement_problems, sequence_problems
from lexdocs.terms.sequence_end import end_problems
from lexdocs.terms.sequence_life import life_problems
from lexdocs.terms.sheet import HoldersTerms, TermSheet
from lexdocs.terms.tallies import TenderLog
from lexdocs.terms.tender_terms import TendersTerms
from lexdocs.terms.validation import validate

T = TypeVar("T")


@dataclass(frozen=True)
class Terms:
    """What the deal says as of a moment: `event` is the last announced by then, `events` are all of them.

    `leaves` are the values for the figure graph, `axes` the rows they come in; `assumptions` are the
    changes that rest on somebody's word; `digests` the SHA-256 of every file that was read; `log` what the
    tender log says by then, if there is one; `aside` the rows of register and log that are passed over. They are the
    `latest` where no moment is asked for and the deal has no event after them.
    """

    values: TermSheet
    leaves: tuple[Leaf, ...]
    axes: Mapping[str, tuple[str, ...]]
    events: tuple[Event, ...]
    as_of: Moment
    assumptions: tuple[Change, ...]
    digests: Mapping[str, str]
    log: TenderLog | None = None
    aside: Aside = field(default_factory=dict)
    latest: bool = True

    @property
    def event(self) -> Event:
        """The last event announced by the moment of the terms."""
        return self.events[-1]

    def leaf(self, path: str) -> Leaf:
        """The leaf at a path. `KeyError` where there is none."""
        return next(leaf for leaf in self.leaves if leaf.path == path)


def read_terms(
    folder: Path,
    kinds: Mapping[str, type[TermSheet]],
    changes: Iterable[Change] = (),
    as_of: Moment | None = None,
    event: str | None = None,
    *,
    holdings_too: bool = True,
    aside: Aside = NOTHING,
) -> Terms:
    """Read a deal folder whose offer is of one of `kinds`, as of a moment, of an event, or else of its last event.

    Events after `as_of`, or after the event of that name, are left out, and what they change; `changes` are made last.
    Without `holdings_too` the register and the tender log are left to be read row by row; rows of `aside` are passed
    over.
    Raises `InputError` with every problem of every file, and `UsageError` for a moment before the offer commenced.
    """
    if not folder.is_dir():
        raise UsageError(
            Problem(Where(str(folder)), "there is no such deal folder", "name a folder with a term-sheet.yaml")
        )
    problems: list[Problem] = []
    unread: list[Problem] = []
    first = _collect(unread, lambda: read_sheet(folder / TERM_SHEET))
    place = _place_in(first)
    read = _collect(problems, lambda: read_events(folder / "events", place))
    every = read or ()
    assumed = _collect(problems, lambda: read_assumptions(folder / "assumptions")) or ()
    made = tuple(changes)
    try:
        if first is None:
            raise InputError(unread)  # noqa: TRY301  told with what is wrong in the other files
        model = kind_of(first.data.get("kind"), kinds, first.place(("kind",)))
        problems += commencement_problems(read) if read is not None else []
        problems += sequence_problems(every, first)
        supposed = apply_changes(first, [change for each in assumed for change in each.changes])
        problems += [*life_problems(every, supposed), *end_problems(every, supposed)]
        problems += _other_kinds([*(change for event in every for change in event.changes), *made])
        events = _through(announced_by(every, as_of, place), event)
        until = (as_of.date if as_of else events[-1].date) if events else datetime.date.max
        holding = [change for each in assumed if each.since <= until for change in each.changes]
        problems += _overtaken(first, assumed)
        sheet = apply_changes(first, [change for event in events for change in event.changes])
        # What an event has fixed since is assumed no longer; documents of earlier events still rest on it.
        holding = [change for change in holding if sheet.value(parse_path(change.path)) is None]
        sheet = apply_changes(sheet, [*holding, *made])
        values = validate(sheet, model)
        flat = flatten(values, sheet, [*holding, *made])
        problems += flat.problems
        was = _before(first, events, model) if events and events[-1].changes else flat.leaves
    except InputError as error:
        problems += _register_problems(folder, first, kinds, place)
        raise InputError([*error.problems, *problems]) from None
    frame = frame_of(
        flat.axes, [leaf.name for leaf in flat.leaves], values.languages, closed_options(flat.axes, flat.leaves)
    )
    moment = _moment(as_of, events, place)
    deadlines = None
    latest = as_of is None and len(events) == len(every)
    logged = is_logged(folder, values.tenders)
    problems += () if logged else history.untold(every, first)
    if moment is not None and logged:
        deadlines, apart = deadlines_of(flat.leaves, moment, events, place, latest=latest)
        problems += apart
    problems += unnamed(folder, values.holders, values.tenders)
    holdings: Holdings | None = Holdings()
    if holdings_too:
        holdings = _collect(
            problems, lambda: read_holdings(folder, values.holders, values.tenders, frame, deadlines, place, aside)
        )
    if problems or holdings is None or moment is None:
        raise InputError(problems)
    axes = {
        **flat.axes, history.AXIS: tuple(event.name for event in events),
        amended.AXIS: amended.labels(events[-1], was, flat.leaves),
    }  # fmt: skip
    if holdings.labels is not None:
        axes[register.AXIS] = holdings.labels
    by_file = {name: source_of(name, values.sources) for name in ("holders", "tenders")}
    leaves = (
        *_by_event(flat.leaves, events),
        *history.leaves(events, moment, first, logged=logged),
        *amended.leaves(events[-1], was, flat.leaves),
        *(
            replace(leaf, source=by_file["tenders" if leaf.path.startswith("tenders[") else "holders"])
            for leaf in holdings.leaves
        ),
    )
    found = digests(folder, values) if holdings_too else digests(folder, values, listings=False)
    given = (*holding, *made)
    return Terms(values, leaves, axes, events, moment, given, found, holdings.log, aside, latest)


def _before(sheet: Sheet, events: Sequence[Event], model: type[TermSheet]) -> tuple[Leaf, ...]:
    """The leaves of the terms as they were before the last of some events, with nothing assumed.

    None where they could not be read: what is wrong with them is told by the events before.
    """
    try:
        was = apply_changes(sheet, [change for event in events[:-1] for change in event.changes])
        return tuple(_by_event(flatten(validate(was, model), was).leaves, events[:-1]))
    except InputError:
        return ()


def events_of(folder: Path) -> tuple[Event, ...]:
    """The events of a deal folder, in order. Raises `InputError`."""
    return read_events(folder / "events", place_of(folder))


def announced_by(events: Sequence[Event], as_of: Moment | None, place: str) -> tuple[Event, ...]:
    """The events announced at or before a moment; all of them where none is given."""
    if as_of is None or not events:
        return tuple(events)
    moment = Moment(as_of.date, as_of.hour, as_of.minute, as_of.place or place)
    try:
        found = tuple(event for event in events if at_or_before(event.at, moment))
    except KeyError as error:
        what = f"the time zone of {error} is not known here"
        raise UsageError(Problem(Where("--as-of"), what, "give the time in the time of the offer's place")) from None
    if not found:
        first = write(events[0].date, Unit.DATE)
        raise UsageError(Problem(Where("--as-of"), "the offer had not commenced", f"it was announced on {first}"))
    return found


def _through(events: Sequence[Event], name: str | None) -> tuple[Event, ...]:
    """The events up to the one of a name; all of them without one."""
    names = [event.name for event in events]
    return tuple(events) if name is None else tuple(events[: names.index(name) + 1])


def place_of(folder: Path) -> str:
    """The place whose time the offer keeps: that of its expiration."""
    return _place_in(_collect([], lambda: read_sheet(folder / TERM_SHEET)))


def _place_in(sheet: Sheet | None) -> str:
    expiration = history.expiration_of(sheet) if sheet else None
    return expiration.place if expiration else ""


def _register_problems(
    folder: Path, sheet: Sheet | None, kinds: Mapping[str, type[TermSheet]], place: str
) -> list[Problem]:
    """What is wrong with the register and the log of a deal whose term sheet cannot be read whole."""
    problems: list[Problem] = []
    if sheet is None:
        return []
    data = sheet.data
    try:
        holders = HoldersTerms.model_validate(data.get("holders") or {})
        tenders = TendersTerms.model_validate(data.get("tenders") or {})
    except ValueError:
        return []
    model = kinds.get(str(data.get("kind")))
    frame = replace(register.frame_for(model) if model else Frame(), languages=tuple(LANGUAGES))
    _collect(problems, lambda: read_holdings(folder, holders, tenders, frame, None, place))
    return problems


def _moment(as_of: Moment | None, events: Sequence[Event], place: str) -> Moment | None:
    """The moment of the terms: the one that is asked for, in the time of the offer, or else the last event's."""
    if not events:
        return None
    return Moment(as_of.date, as_of.hour, as_of.minute, as_of.place or place) if as_of else events[-1].at


def _other_kinds(changes: Iterable[Change]) -> list[Problem]:
    """An offer does not change its kind: every other term would be another."""
    return [
        Problem(change.where, "kind: an offer does not change its kind", "write a deal folder of its own for it")
        for change in changes
        if parse_path(change.path) == ("kind",)
    ]


def _by_event(leaves: Iterable[Leaf], events: Iterable[Event]) -> Iterable[Leaf]:
    """Leaves that an event changed have its source, and no longer that of the term sheet."""
    changed = {change.path: event.source for event in events for change in event.changes}
    return (
        replace(leaf, source=changed[leaf.path]) if leaf.path in changed and leaf.assumption is None else leaf
        for leaf in leaves
    )


def _overtaken(sheet: Sheet, assumed: Iterable[Assumed]) -> list[Problem]:
    """Assumptions about terms that the term sheet states: what is agreed must not be hidden by one."""
    return [
        Problem(change.where, f"{change.path}: is stated at {sheet.place(path)} now", "delete the assumption")
        for each in assumed
        for change in each.changes
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
    leaves = (*declared(model), *history.declared(), *amended.declared(), *register.declared(model))
    return leaves, (*axes_of(model), history.AXIS, amended.AXIS, register.AXIS)


def _collect(problems: list[Problem], read: Callable[[], T]) -> T | None:
    try:
        return read()
    except InputError as error:
        problems += error.problems
        return None
