"""Trying one input: each of its other values is put in its place, and the deal and its documents are made anew."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from lexdocs.checks.mutation.ancestry import Place, below, resting
from lexdocs.checks.mutation.edits import Bench, Edit
from lexdocs.checks.mutation.inputs import Input, Standing, Try, is_term, shown, words_of_terms
from lexdocs.checks.mutation.listing_inputs import sorts
from lexdocs.checks.mutation.liveness import Liveness
from lexdocs.checks.mutation.mentions import Mentions, mentions
from lexdocs.checks.mutation.moves import Base, Moves
from lexdocs.checks.mutation.outcome import Fault, Finding, Outcome, Printed, Stayed, Trial
from lexdocs.checks.mutation.printed import Figures, compared, figures, moved
from lexdocs.checks.mutation.refusals import completed, concerns, labelled
from lexdocs.checks.mutation.sources import sources
from lexdocs.checks.mutation.values import read
from lexdocs.checks.mutation.writing import Writer, Written
from lexdocs.deal import Deal, findings, library_of, open_deal
from lexdocs.errors import InputError, LexdocsError, Problem
from lexdocs.figures.figure import address
from lexdocs.figures.record import entry
from lexdocs.terms.leaf import Leaf

_MENDS = 4  # terms that are stated with another, because the terms ask for them


@dataclass
class Trier:
    """A deal as of an event, ready to be changed: its base, its documents, and where changes are made."""

    base: Base
    folder: Path
    writer: Writer
    number: int | None
    documents: Mapping[Any, Written] = field(default_factory=dict)
    typed: Mentions = field(default_factory=lambda: Mentions({}))
    sorts: frozenset[str] = frozenset()
    law: tuple[str, ...] = ()
    named: frozenset[str] = frozenset()

    @classmethod
    def of(cls, folder: Path, event: str | None = None) -> Trier:
        """Open a deal folder for trying."""
        deal = open_deal(folder, event=event)
        base = Base(deal, below(deal.graph), Liveness(deal.graph, deal.book, words_of_terms(deal)))
        library = library_of(deal)
        writer = Writer(library, sources(library, deal.terms.values.kind))
        documents = writer.write(deal, base.resting, {})
        names = [each.name for each in open_deal(folder).terms.events]
        number = names.index(event) if event is not None and event != names[-1] else None
        return cls(
            base,
            folder,
            writer,
            number,
            documents,
            mentions(documents, figures(deal.book), writer.sources),
            sorts(deal),
            _law(deal),
            writer.sources.names(),
        )

    def outcome(self, given: Input, room: Path) -> Outcome:
        """What comes of every change of an input. Changes are made in a room that nobody else uses."""
        bench = Bench(self.folder, room)
        trials: list[Trial] = []
        refused: list[tuple[str, Problem]] = []
        tries = list(given.tries)
        while tries and len(trials) < given.most:
            each = tries.pop(0)
            try:
                deal = self._opened(bench, each.edit, given)
            except InputError as error:
                refused.append((each.text, error.problems[0]))
                if not tries and not trials:
                    tries = labelled(self.base.deal, given, error.problems[0], {text for text, _ in refused})
            else:
                # A template is the same for all of a sort: after the first change one of each sort will do.
                trials.append(self._trial(deal, given, each, self.sorts if trials else None))
        own = any(concerns(problem, given) for _, problem in refused)
        names = {moved.address.split("[")[0] for trial in trials for moved in trial.figures}
        events = self.base.deal.terms.events
        elsewhere = given.where.file.startswith("events/") and given.where.file != events[-1].where.file
        elsewhere = elsewhere or given.later or not self.named.isdisjoint(self.base.below.of(names))
        return Outcome(
            given.path, given.where, given.was, given.standing.value, tuple(trials),
            tuple((text, str(problem)) for text, problem in refused), given.finite or own,
            elsewhere,
        )  # fmt: skip

    def _opened(self, bench: Bench, edit: Edit, given: Input) -> Deal:
        """The changed deal. A term that is left out may need others beside it, which the refusal names."""
        try:
            return bench.opened(edit, self.number)
        except InputError as error:
            if given.standing is not Standing.ABSENT or not edit.changes:
                raise
            problem = error
        for _ in range(_MENDS):
            mended = completed(self.base.deal, edit, problem)
            if mended is None:
                break
            edit = mended
            try:
                return bench.opened(edit, self.number)
            except InputError as error:
                problem = error
        raise problem

    def _trial(self, deal: Deal, given: Input, each: Try, rows: frozenset[str] | None) -> Trial:
        moves = Moves(self.base, deal)
        now = resting(deal.book, self.base.bits)
        places = moves.places()
        stayed = list(moves.stayed(places))
        faults = [
            *moves.uncalled(places, now),
            *(fault for _, fault in stayed if fault),
            *self._strays(moves, given, each),
            *_early(given, places),
        ]
        try:
            documents = self.writer.write(deal, now, self.documents, rows)
        except LexdocsError as error:
            documents, faults = (
                {},
                [*faults, *(Finding(Fault.UNWRITTEN, "documents", "", problem.what) for problem in error.problems)],
            )
        printed: list[Printed] = []
        book = figures(deal.book)
        for key, written in documents.items():
            printed += self._held(deal, book, key, written, faults)
        faults += self.typed.left({address(*place) for place in places})
        law = self.law != _law(deal)
        templates = {
            key[0].removesuffix(".md")
            for key in {*documents, *self.documents}
            if documents.get(key) is not self.documents.get(key)
        }
        kept = _each_once(each for each, _ in stayed)
        return Trial(
            each.text, moves.figures(places), tuple(printed), kept, tuple(sorted(templates)), law,
            tuple(dict.fromkeys(faults)), self._digests(deal, places, documents, templates),
        )  # fmt: skip

    def _held(self, deal: Deal, book: Figures, key: Any, written: Written, faults: list[Finding]) -> list[Printed]:
        """Hold a document against what it must say; what is wrong is added to `faults`."""
        was = self.documents.get(key)
        if written is was:
            return []
        template = written.template.removesuffix(".md")
        waits = any(place_state is None for place_state in written.asked.figures.values())
        if written.problems and not (waits and all("is pending" in each.what for each in written.problems)):
            # The same fault before the change is no news of the change.
            if was is None or not was.problems:
                faults += (Finding(Fault.UNWRITTEN, template, str(each.where), each.what) for each in written.problems)
            return []
        if was is None:
            faults += compared(written, written, book, decided=True)
            return []
        faults += compared(was, written, book, decided=_decided(was, written, deal))
        return list(moved(was, written))

    def _strays(self, moves: Moves, given: Input, each: Try) -> Iterator[Finding]:
        """The term that was changed, if it says anything but what was written; and others that moved with it."""
        if given.standing is not Standing.WRITTEN or not any(is_term(leaf) for leaf in self._leaf(given.path)):
            return
        changed = {change.path for change in each.edit.changes} or {given.path}
        terms = moves.leaves()
        for leaf in self.base.deal.terms.leaves:
            if is_term(leaf) and leaf.path in terms and not any(_of_one(leaf.path, path) for path in changed):
                yield Finding(Fault.UNCALLED, leaf.path, "", f"moved when {given.path} was changed")
        for path, text in [(change.path, change.value) for change in each.edit.changes]:
            now = moves.deal.terms.leaf(path)
            if now.value != read(now.unit, text) and str(now.value) != text:
                yield Finding(Fault.WRONG, path, "", f"says {shown(now)} where “{text}” was written")

    def _leaf(self, path: str) -> list[Leaf]:
        return [leaf for leaf in self.base.deal.terms.leaves if leaf.path == path]

    def _digests(
        self, deal: Deal, places: set[Place], documents: Mapping[Any, Written], templates: set[str]
    ) -> Mapping[str, str]:
        """What stands for the outcome: of each figure name its new values, of each template its figures in order."""
        said: dict[str, list[str]] = {}
        for place in sorted(places):
            figure = deal.book.figures.get(place)
            told = entry(figure) if figure is not None else {}
            value = [told.get(part) for part in ("value", "shown", "pending")]
            said.setdefault(place[0], []).append(f"{address(*place)} {value}")
        for key, written in sorted(documents.items()):
            template = key[0].removesuffix(".md")
            if template in templates:
                ticks = (*written.page.header_ticks, *written.page.ticks) if written.page else ()
                printed = [f"{tick.address} {tick.style} {tick.text}" for tick in ticks]
                said.setdefault(f"{template}:", []).append(f"{key} {printed} {bool(written.problems)}")
        return {name: hashlib.sha256("\n".join(lines).encode()).hexdigest()[:16] for name, lines in said.items()}


def _early(given: Input, places: set[Place]) -> Iterator[Finding]:
    """Figures that moved with what is later than the event, but for its time: that may bring it before the event."""
    if given.later and not given.path.endswith(".time"):
        for place in sorted(places):
            says = f"moved with {given.path}, which is later than the event"
            yield Finding(Fault.UNCALLED, address(*place), "", says)


def _of_one(path: str, changed: str) -> bool:
    """Whether a term is the one that was changed, its section, or stands in its row."""
    row = changed.rpartition("]")[0]
    return path == changed or changed.startswith(path) or bool(row and path.startswith(f"{row}]"))


def _decided(was: Written, now: Written, deal: Deal) -> bool:
    """Whether flags, rows or what is pending are others among all that a document asked for, before or after."""
    before, book = was.asked, deal.book
    if before.rows_differing(book) or any(before.decides(place, book) for place in before.differing(book)):
        return True
    return before.figures.keys() != now.asked.figures.keys()


def _law(deal: Deal) -> tuple[str, ...]:
    return tuple(str(finding) for finding in findings(deal))


def _each_once(stayed: Iterator[Stayed]) -> tuple[Stayed, ...]:
    return tuple(dict.fromkeys(stayed))
