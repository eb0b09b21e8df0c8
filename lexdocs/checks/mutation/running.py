"""Mutation of a whole deal: every input in turn, shared out over processes."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from lexdocs.checks.mutation import event_inputs, file_inputs, inputs, listing_inputs, saved
from lexdocs.checks.mutation.inputs import Input
from lexdocs.checks.mutation.moves import skipped
from lexdocs.checks.mutation.outcome import Fault, Finding, Outcome, Report
from lexdocs.checks.mutation.printed import compared, figures
from lexdocs.checks.mutation.trying import Trier
from lexdocs.deal import Deal
from lexdocs.errors import Problem, UsageError, Where, did_you_mean
from lexdocs.mailing.collecting import seldom_collected
from lexdocs.terms.digests import TERM_SHEET

_SHARE = 6  # inputs that a process takes at a time

_triers: dict[tuple[Path, str | None], Trier] = {}
"""What each process keeps: the deal that it tries."""


def mutate(
    folder: Path, event: str | None = None, only: Sequence[str] = (), jobs: int | None = None,
    heard: Callable[[int, int], None] = lambda _done, _of: None,
) -> Report:  # fmt: skip
    """Change every input of a deal in turn, as of an event or its last one, and say what came of each change.

    `only` names inputs, or the beginnings of their paths; `jobs` is the number of processes, as many as there are
    processors where left out; `heard` is told how many inputs are done, of how many.
    """
    folder = folder.resolve()
    trier = _trier(folder, event)
    deal = trier.base.deal
    chosen = matching(list(every(deal)), only)
    general = [*skipped(trier.base), *_unsound(trier)]
    outcomes: list[Outcome] = []
    with tempfile.TemporaryDirectory(prefix="lexdocs-mutate-") as room, seldom_collected():
        for outcome in _outcomes(_Place(folder, event, Path(room)), chosen, jobs):
            outcomes.append(outcome)
            heard(len(outcomes), len(chosen))
    digest = deal.terms.digests[TERM_SHEET]
    return Report(deal.name, deal.terms.event.name, digest, tuple(outcomes), tuple(general))


def recorded(report: Report, folder: Path, event: str | None = None) -> Mapping[str, Any]:
    """A report as it is saved."""
    trier = _trier(folder.resolve(), event)
    base = trier.base
    return saved.record(report, saved.rules_of(base.deal.graph, base.liveness), trier.writer.sources.digests())


def held(
    report: Report, folder: Path, known: Mapping[str, Any], event: str | None = None, *, whole: bool = True
) -> Report:
    """A report with what in it is not as it was saved."""
    made = recorded(report, folder, event)
    graph = _trier(folder.resolve(), event).base.deal.graph
    return replace(report, general=(*report.general, *saved.compared(known, made, graph, whole=whole)))


def every(deal: Deal) -> Iterator[Input]:
    """All inputs of a deal, each once."""
    found = (*inputs.terms(deal), *file_inputs.written(deal), *event_inputs.told(deal), *listing_inputs.listed(deal))
    yield from file_inputs.by_path(iter(found)).values()


def matching(found: Sequence[Input], only: Sequence[str]) -> list[Input]:
    """The inputs of the named paths, or below them; all where none is named. Raises `UsageError` for an unknown one."""
    if not only:
        return list(found)
    chosen: dict[int, Input] = {}
    for path in only:
        named = {
            place: each for place, each in enumerate(found)
            if each.path == path or each.path.startswith((f"{path}.", f"{path}[", f"{path}:"))
        }  # fmt: skip
        if not named:
            remedy = (
                did_you_mean(path, [each.path for each in found]) or "write the path of a term, like old_notes.rate"
            )
            raise UsageError(Problem(Where("--only"), f'there is no input "{path}"', remedy))
        chosen |= named
    return [chosen[place] for place in sorted(chosen)]


@dataclass(frozen=True)
class _Place:
    """What is tried, as of when, and where."""

    folder: Path
    event: str | None
    room: Path


def _outcomes(place: _Place, chosen: Sequence[Input], jobs: int | None) -> Iterator[Outcome]:
    count = jobs or os.cpu_count() or 1
    shares = [(place, tuple(chosen[at : at + _SHARE])) for at in range(0, len(chosen), _SHARE)]
    if count == 1 or len(shares) < 2:
        for share in shares:
            yield from _tried(share)
        return
    with ProcessPoolExecutor(count) as pool:
        for outcomes in pool.map(_tried, shares):
            yield from outcomes


def _tried(share: tuple[_Place, tuple[Input, ...]]) -> list[Outcome]:
    place, given = share
    trier = _trier(place.folder, place.event)
    return [trier.outcome(each, place.room) for each in given]


def _trier(folder: Path, event: str | None) -> Trier:
    """The trier of this process, made when it is first asked for."""
    if (folder, event) not in _triers:
        _triers.clear()
        _triers[folder, event] = Trier.of(folder, event)
    return _triers[folder, event]


def _unsound(trier: Trier) -> Iterator[Finding]:
    """What is wrong before anything is changed: documents that cannot be written, pages that do not say what is."""
    book = figures(trier.base.deal.book)
    for written in trier.documents.values():
        if written.problems and not all("pending" in each.what or "register" in each.what for each in written.problems):
            template = written.template.removesuffix(".md")
            yield from (Finding(Fault.UNWRITTEN, template, str(each.where), each.what) for each in written.problems)
        yield from compared(written, written, book, decided=False)
