"""Totals added up while rows pass, as rules declare them, in whole numbers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from lexdocs.figures.batch import Batch, Part
from lexdocs.figures.compiled import Compiled
from lexdocs.figures.figure import Derivation, Figure, Key, Pending, address
from lexdocs.figures.graph import Graph
from lexdocs.figures.lowered import Constant, Flag, Number
from lexdocs.figures.phases import along
from lexdocs.figures.plan import Labels, Plan
from lexdocs.notation.units import Unit


@dataclass(frozen=True)
class Adds:
    """A total in one of its rows: the address of the figure that it adds up in each row that passes.

    `of` is empty where rows are only counted; `by` names the text that a row must say for `label`.
    """

    plan: Plan
    key: Key
    of: str
    by: str
    label: str

    @property
    def counts(self) -> bool:
        """Whether it counts rows."""
        return self.plan.rule.total is not None and self.plan.rule.total.count


def totals_of(graph: Graph, axis: str, labels: Labels) -> list[Adds]:
    """All totals along an axis that rules declare, in each of their rows."""
    found = []
    for plan in graph.plans:
        total = plan.rule.total
        if total is None or not along(plan, axis):
            continue
        summed = next((take for take in plan.takes if take.parameter.name == total.of), plan.takes[0])
        own = [axis_ for axis_ in plan.rule.per if axis_ not in summed.shape.axes]
        for row in plan.rows(labels):
            label = row[plan.rule.per.index(own[0])] if own else ""
            of = address(total.of, summed.key(row)) if total.of else ""
            found.append(Adds(plan, row, of, total.by or "", label))
    return found


class Adding:
    """The sums so far: whole numbers by total and denominator."""

    def __init__(self, totals: Sequence[Adds], compiled: Compiled, passing: Sequence[str]) -> None:
        self.totals, self.compiled = totals, compiled
        self.passing = {name: place for place, name in enumerate(passing)}
        self.by = tuple(dict.fromkeys(total.by for total in totals if total.by))
        self.sums: dict[tuple[int, int], int] = {}
        self.exact = [Fraction(0) for _ in totals]
        self.waiting: dict[int, Pending] = {}

    def add(self, batch: Batch) -> None:
        """Add up the rows of a shard."""
        for part in batch.parts:
            groups = self._groups(part, batch) if self.by else {(): None}
            for raw, chosen in groups.items():
                texts = dict(zip(self.by, raw, strict=True))
                for index, total in enumerate(self.totals):
                    if not total.by or texts[total.by] == total.label:
                        self._column(index, total, part, chosen)
        for figures in batch.exact.values():
            for index, total in enumerate(self.totals):
                if not total.by or figures[total.by] == total.label:
                    self._row(index, total, figures)

    def _groups(self, part: Part, batch: Batch) -> dict[tuple[Any, ...], list[int] | None]:
        """The places in a part of the rows that say the same texts; None where all of them do."""
        columns: list[Sequence[Any]] = []
        for name in self.by:
            place = self.passing.get(name)
            if place is not None:
                column = batch.rows.columns[place]
                columns.append([column[index] for index in part.indexes])
            else:
                columns.append([part.lowered.read(name, value) for value in part.columns[name]])
        said = list(zip(*columns, strict=True))
        if len(set(said)) == 1:
            return {said[0]: None}
        found: dict[tuple[Any, ...], list[int] | None] = {}
        for place, texts in enumerate(said):
            (found.setdefault(texts, []) or found[texts]).append(place)  # type: ignore[union-attr]  # it is a list
        return found

    def _column(self, index: int, total: Adds, part: Part, chosen: Sequence[int] | None) -> None:
        """Add the rows of a part, or those chosen of them."""
        rows = len(part.indexes) if chosen is None else len(chosen)
        if not total.of:
            self._sum(index, 1, rows)
        if not total.of or total.of in self.compiled.pending:
            return
        place = part.lowered.places[total.of]
        if isinstance(place, Constant):
            self._value(index, total, place.value, rows)
            return
        column = part.columns[total.of]
        values = column if chosen is None else [column[each] for each in chosen]
        if isinstance(place, Number) and not total.counts:
            self._sum(index, place.bottom, sum(values))
        elif isinstance(place, Flag) and total.counts:
            self._sum(index, 1, sum(map(bool, values)))
        else:
            for value in values:
                self._value(index, total, part.lowered.read(total.of, value))

    def _row(self, index: int, total: Adds, figures: Mapping[str, Any]) -> None:
        if not total.of:
            self._sum(index, 1, 1)
        elif total.of in figures:
            self._value(index, total, figures[total.of])

    def _value(self, index: int, total: Adds, value: Any, times: int = 1) -> None:
        if isinstance(value, Pending):
            self.waiting.setdefault(index, value)
        elif total.counts:
            self._sum(index, 1, times * (value is not False))
        else:
            self.exact[index] += Fraction(value) * times

    def _sum(self, index: int, bottom: int, more: int) -> None:
        self.sums[index, bottom] = self.sums.get((index, bottom), 0) + more

    def merge(
        self, sums: Mapping[tuple[int, int], int], exact: Sequence[Fraction], waiting: Mapping[int, Pending]
    ) -> None:
        """Add what another has added up of the same totals."""
        for (index, bottom), more in sums.items():
            self._sum(index, bottom, more)
        self.exact = [one + more for one, more in zip(self.exact, exact, strict=True)]
        for index, each in waiting.items():
            self.waiting.setdefault(index, each)

    def figures(self, rows: int) -> dict[tuple[str, Key], Figure | Pending]:
        """The totals as figures, now that all rows have passed."""
        sums = list(self.exact)
        for (index, bottom), whole in self.sums.items():
            sums[index] += Fraction(whole, bottom)
        found: dict[tuple[str, Key], Figure | Pending] = {}
        waiting = {self.totals[index].of: each for index, each in self.waiting.items()}
        for index, total in enumerate(self.totals):
            rule = total.plan.rule
            waits = self.compiled.pending.get(total.of) if rows else None
            # A rule that adds up a group looks at every row to find it, so one that is pending holds up each group.
            if total.of in waiting:
                waits = waiting[total.of].waits_for
            if waits is not None:
                found[rule.name, total.key] = Pending(rule.name, total.key, rule.unit, rule.says, waits)
                continue
            value = int(sums[index]) if rule.unit is Unit.COUNT else sums[index]
            proof = Derivation(rule.function, (), value, cite=rule.cite)
            found[rule.name, total.key] = Figure(rule.name, total.key, rule.unit, value, rule.says, proof)
        return found
