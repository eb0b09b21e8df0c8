"""The conductor: open a deal, compute its figures, and say what the rules find in it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from lexdocs import resources
from lexdocs.errors import InputError, Problem
from lexdocs.figures.book import FigureBook, compute
from lexdocs.figures.figure import Pending
from lexdocs.figures.graph import Graph
from lexdocs.law import acknowledged, checks
from lexdocs.law.changes_announced import exceeded
from lexdocs.law.finding import Finding
from lexdocs.notation.units import Moment
from lexdocs.offers.kinds import KINDS, graph_of
from lexdocs.terms.changes import Change
from lexdocs.terms.files.records import NOTHING, Aside
from lexdocs.terms.terms import Terms, read_terms

if TYPE_CHECKING:
    from lexdocs.documents.library import Library


@dataclass(frozen=True)
class Deal:
    """A deal folder, read and worked out as of its last event."""

    folder: Path
    terms: Terms
    graph: Graph = field(repr=False)
    book: FigureBook = field(repr=False)

    @property
    def name(self) -> str:
        """The folder's name, under which output stands."""
        return self.folder.name


def open_deal(
    folder: Path, changes: Iterable[Change] = (), as_of: Moment | None = None, event: str | None = None, *,
    aside: Aside = NOTHING,
) -> Deal:  # fmt: skip
    """Read a deal folder and compute its book, as of a moment, of the event of a name, or else of its last event.

    Rows of `aside` in the register and the log are passed over. Raises `InputError` with every problem of its inputs.
    """
    folder = folder.resolve()
    terms = read_terms(folder, KINDS, tuple(changes), as_of, event, aside=aside)
    graph = graph_of(terms.values.kind)
    return Deal(folder, terms, graph, compute(graph, terms.leaves, terms.axes))


def open_life(folder: Path, changes: Iterable[Change] = (), as_of: Moment | None = None) -> tuple[Deal, ...]:
    """The deal as of each of its events up to a moment, in order.

    Documents of an event rest on the terms of its time, whatever came later.
    """
    made = tuple(changes)
    last = open_deal(folder, made, as_of)
    names = [event.name for event in last.terms.events]
    life: list[Deal] = []
    problems: list[Problem] = []
    for name in names if as_of is not None else names[:-1]:
        try:
            life.append(open_deal(folder, made, event=name))
        except InputError as error:
            problems += error.problems
    if problems:
        raise InputError(dict.fromkeys(problems))
    return tuple(life) if as_of is not None else (*life, last)


def findings(deal: Deal, life: Sequence[Deal] = ()) -> tuple[Finding, ...]:
    """What the rules that can be checked say of the deal, met or not.

    With its `life`, also what each announcement said was tendered, against the tally of its own moment, and what each
    amendment changed, against its class.
    """
    own = checks.findings(deal.book, deal.terms.values.acknowledged, deal.terms.events)
    known = {finding.key for finding in own}
    events = (each for at in life for each in checks.findings(at.book, deal.terms.values.acknowledged, at.terms.events))
    return tuple(exceeded((*own, *(each for each in events if each.moment and each.key not in known))))


def unfounded(deal: Deal, life: Sequence[Deal] = ()) -> tuple[Problem, ...]:
    """A warning for each acknowledgment of a finding that there is not."""
    names = deal.book.names()
    return acknowledged.unfounded(findings(deal, life), deal.terms.values.acknowledged, "term-sheet.yaml", names)


def library_of(deal: Deal) -> Library:
    """The deal's own templates over the house's."""
    from lexdocs.documents.library import open_library

    return open_library([deal.folder / "templates", resources.templates_folder()], resources.called(deal.folder))


def legend_of(deal: Deal) -> str:
    """The legend that stands on every page, or nothing."""
    legend = deal.book.figure("legend")
    return "" if isinstance(legend, Pending) else str(legend.value)
