"""Texts of others held against a deal: tie-out, the direction of rounding, and what is accepted, as one report."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from lexdocs.checks.accepted import accept, read_accepted
from lexdocs.checks.direction.others import direction_of
from lexdocs.checks.reading.passage import Reading
from lexdocs.checks.reports.record import Report
from lexdocs.checks.reports.tying import of_tie_out
from lexdocs.checks.tieout.item import TieOut
from lexdocs.checks.tieout.known import Known
from lexdocs.checks.tieout.tie import Memory, held_against, tie_out
from lexdocs.deal import Deal, library_of
from lexdocs.errors import Problem, UsageError, Where, did_you_mean
from lexdocs.figures.book import FigureBook

_MD = ".md"


@dataclass(frozen=True)
class Tied:
    """What came of it: the report, the tie-out in it, and the figures that each file was held against."""

    report: Report
    found: TieOut
    books: Mapping[str, FigureBook] = field(repr=False)


def tie(
    life: Sequence[Deal], readings: Sequence[Reading], folder: Path, today: datetime.date, template: str | None = None
) -> Tied:
    """Tie out files and look at their rounding; `folder` is the deal's, with what it accepts.

    `template` is what the files are; left out, the figures that they state tell it. Raises `UsageError` for a template
    that there is not, or that the event of a file does not call for.
    """
    accepted = read_accepted(folder)
    memory: Memory = {}
    name = _called(life[-1], template) if template is not None else None
    if name is not None:
        _see_called_for(life, readings, memory, name)
    found = tie_out(life, readings, memory, name)
    books = {reading.file: held_against(life, reading, memory).book for reading in readings}
    directions = {reading.file: direction_of([reading], found, books[reading.file]) for reading in readings}
    files = tuple(reading.file for reading in readings)
    results = tuple(of_tie_out(found, readings, directions))
    last = life[-1]
    report = Report("tieout", last.name, found.terms_sha256, results, files, dict(_counts(found)), items=found.items)
    return Tied(accept(report, accepted, max(today, last.terms.as_of.date)), found, books)


def _counts(found: TieOut) -> Iterator[tuple[str, int]]:
    yield "numbers and names", len(found.items)
    yield from ((outcome.value, number) for outcome, number in found.counts().items())
    yield "written irregularly", sum(bool(item.irregular) for item in found.items)
    yield "said two ways", len(found.discords)
    yield "not stated", len(found.omitted)


def _called(deal: Deal, template: str) -> str:
    """The template that a person names, with or without the end of its name."""
    name = template.removesuffix(_MD) + _MD
    documents = library_of(deal).documents
    if name in documents:
        return name
    known = [each.removesuffix(_MD) for each in documents]
    ends = [each for each in known if each.rpartition("/")[2] == template.removesuffix(_MD)]
    if len(ends) == 1:
        return ends[0] + _MD
    near = f"did you mean {' or '.join(ends)}?" if ends else did_you_mean(template.removesuffix(_MD), known)
    raise UsageError(Problem(Where("--as"), f'there is no template "{template}"', near or "name one of templates/"))


def _see_called_for(life: Sequence[Deal], readings: Sequence[Reading], memory: Memory, template: str) -> None:
    """Refuse files that are held against an event which has no such document."""
    known = [(reading.file, held_against(life, reading, memory)) for reading in readings]
    problems = [_not_called_for(file, each, template) for file, each in known if template not in each.printed]
    if problems:
        raise UsageError(problems)


def _not_called_for(file: str, known: Known, template: str) -> Problem:
    what = f"is held against the event {known.deal.terms.event.name}, which has no {template.removesuffix(_MD)}"
    of = ", ".join(sorted(each.removesuffix(_MD) for each in known.printed)) or "none"
    return Problem(Where(file), what, f"its documents are: {of}")
