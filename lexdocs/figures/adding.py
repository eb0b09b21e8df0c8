"""Totals added up while rows pass, as rules declare them, in whole numbers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from lexdocs.figures.compiled import Compiled
from lexdocs.figures.figure import Derivation, Figure, Key, Pending, address
from lexdocs.figures.graph import Graph
from lexdocs.figures.lowering import Constant, Lowered, Number
from lexdocs.figures.phases import along
from lexdocs.figures.plan import Labels, Plan
from lexdocs.notation.units import Unit

if TYPE_CHECKING:
    from lexdocs.figures.streaming import Worked


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

    def add(self, batch: Iterable[Worked]) -> None:
        """Add up the rows of a shard."""
        groups: dict[Any, list[Any]] = {}
        by = [(self.passing.get(name, -1), name) for name in self.by]
        for row, lowered, figures in batch:
            if lowered is None:
                said = {name: figures[name] for name in self.by}
                for index, total in enumerate(self.totals):
                    if not total.by or said[total.by] == total.label:
                        self._row(index, total, figures)
                continue
            # What the function gives for a text is as good as the text to tell rows apart.
            raw = [row.leaves[place] if place >= 0 else figures[lowered.at[name]] for place, name in by]
            groups.setdefault((lowered, *raw), []).append(figures)
        for (lowered, *raw), rows in groups.items():
            texts = {
                name: one if place >= 0 else lowered.read(name, one) for (place, name), one in zip(by, raw, strict=True)
            }
            columns = list(zip(*rows, strict=True))
            for index, total in enumerate(self.totals):
                if not total.by or texts[total.by] == total.label:
                    self._column(index, total, lowered, columns, len(rows))

    def _column(self, index: int, total: Adds, lowered: Lowered, columns: Sequence[Sequence[Any]], rows: int) -> None:
        if not total.of:
            self._sum(index, 1, rows)
        elif total.of not in self.compiled.pending:
            place = lowered.places[total.of]
            if isinstance(place, Number) and not total.counts:
                self._sum(index, place.bottom, sum(columns[lowered.at[total.of]]))
            else:
                constant = isinstance(place, Constant)
                values = [place.value] * rows if constant else columns[lowered.at[total.of]]  # type: ignore[union-attr]  # as asked
                self._values(index, total, values)

    def _row(self, index: int, total: Adds, figures: Mapping[str, Any]) -> None:
        if not total.of:
            self._sum(index, 1, 1)
        elif total.of in figures:
            self._values(index, total, [figures[total.of]])

    def _values(self, index: int, total: Adds, values: Iterable[Any]) -> None:
        for value in values:
            if isinstance(value, Pending):
                self.waiting.setdefault(index, value)
            elif total.counts:
                self._sum(index, 1, value is not False)
            else:
                self.exact[index] += Fraction(value)

    def _sum(self, index: int, bottom: int, more: int) -> None:
        self.sums[index, bottom] = self.sums.get((index, bottom), 0) + more

    def value(self, work: Worked, name: str) -> Any:
        """A figure of a row that passed, as the exact number, text or flag that it is."""
        if work.lowered is None:
            return work.figures[name]
        return work.lowered.read(name, work.figures[work.lowered.at[name]])

    def figures(self, rows: int) -> dict[tuple[str, Key], Figure | Pending]:
        """The totals as figures, now that all rows have passed."""
        sums = list(self.exact)
        for (index, bottom), whole in self.sums.items():
            sums[index] += Fraction(whole, bottom)
        found: dict[tuple[str, Key], Figure | Pending] = {}
        for index, total in enumerate(self.totals):
            rule = total.plan.rule
            waits = self.compiled.pending.get(total.of) if rows else None
            if index in self.waiting:
                waits = self.waiting[index].waits_for
            if waits is not None:
                found[rule.name, total.key] = Pending(rule.name, total.key, rule.unit, rule.says, waits)
                continue
            value = int(sums[index]) if rule.unit is Unit.COUNT else sums[index]
            proof = Derivation(rule.function, (), value, cite=rule.cite)
            found[rule.name, total.key] = Figure(rule.name, total.key, rule.unit, value, rule.says, proof)
        return found
