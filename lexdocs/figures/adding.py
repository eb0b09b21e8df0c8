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
from lexdocs.figures.quick import Quick
from lexdocs.notation.units import SCALES, Unit

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

    def __init__(self, totals: Sequence[Adds], compiled: Compiled, passing: Sequence[str], quick: Quick) -> None:
        self.totals, self.compiled, self.quick = totals, compiled, quick
        self.by = [passing.index(total.by) if total.by else -1 for total in totals]
        self.places = sorted({place for place in self.by if place >= 0})
        self.sums: dict[tuple[int, int], int] = {}
        self.exact = [Fraction(0) for _ in totals]
        self.waiting: dict[int, Pending] = {}
        self.scales = {name: SCALES.get(shape.unit, 1) for name, shape in compiled.leaves.items()}

    def add(self, batch: Iterable[Worked]) -> None:
        """Add up the rows of a shard."""
        groups: dict[tuple[Any, ...], list[Any]] = {}
        places = self.places
        for work in batch:
            if work[1] is None:
                self._exactly(work)
                continue
            leaves = work[0][2]
            groups.setdefault((work[1], *[leaves[place] for place in places]), []).append(work[2])
        for (lowered, *texts), rows in groups.items():
            said = dict(zip(places, texts, strict=True))
            columns = dict(zip(lowered.wanted, zip(*rows, strict=True), strict=False))
            for index, total in enumerate(self.totals):
                if self.by[index] < 0 or said[self.by[index]] == total.label:
                    self._column(index, total, lowered, columns, len(rows))

    def _column(self, index: int, total: Adds, lowered: Lowered, columns: Mapping[str, Any], rows: int) -> None:
        count = total.plan.rule.total is not None and total.plan.rule.total.count
        if not total.of:
            self._sum(index, 1, rows)
            return
        if total.of in self.compiled.pending:
            return
        place = lowered.places[total.of]
        if isinstance(place, Number) and not count:
            self._sum(index, place.bottom, sum(columns[total.of]))
            return
        values = [place.value] * rows if isinstance(place, Constant) else columns[total.of]
        self._values(index, values, count=count)

    def _values(self, index: int, values: Iterable[Any], *, count: bool) -> None:
        for value in values:
            if isinstance(value, Pending):
                self.waiting.setdefault(index, value)
            elif count:
                self._sum(index, 1, value is not False)
            else:
                self.exact[index] += Fraction(value)

    def _sum(self, index: int, bottom: int, more: int) -> None:
        self.sums[index, bottom] = self.sums.get((index, bottom), 0) + more

    def _exactly(self, work: Worked) -> None:
        for index, total in enumerate(self.totals):
            declared = total.plan.rule.total
            if self.by[index] >= 0 and work.row.leaves[self.by[index]] != total.label:
                continue
            if not total.of:
                self._sum(index, 1, 1)
            elif total.of in work.figures:
                self._values(index, [work.figures[total.of]], count=declared is not None and declared.count)

    def value(self, work: Worked, name: str) -> Any:
        """A figure of a row that passed, as the exact number, text or flag that it is."""
        if work.lowered is None:
            return work.figures[name]
        place = work.lowered.places[name]
        if isinstance(place, Constant):
            return place.value
        found = work.figures[work.lowered.wanted.index(name)]
        return Fraction(found, place.bottom) if isinstance(place, Number) and not place.count else found

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
