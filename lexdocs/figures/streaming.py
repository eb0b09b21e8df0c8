"""A graph worked out over an axis whose rows stream by, such as a million holdings: pass by pass, nothing kept.

The totals that rules declare are added up while the rows pass; what follows from them is worked out in between,
by the same graph, and the rows pass again where their own figures need it. In the last pass the figures of each
row are handed on. A rule that needs each row at once and is no declared total has that one figure gathered.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import Any

from lexdocs.figures.adding import Adding, totals_of
from lexdocs.figures.batch import Batch, Passing, batch_of, pieces
from lexdocs.figures.book import FigureBook, compute
from lexdocs.figures.compiled import Compiled
from lexdocs.figures.compiling import compile_per
from lexdocs.figures.figure import Derivation, Figure, Key, Pending, address
from lexdocs.figures.graph import Graph
from lexdocs.figures.phases import along, ancestors_of, phases_of
from lexdocs.figures.quick import Quick
from lexdocs.terms.leaf import Leaf

Shards = Sequence[Callable[[], Passing]]
"""The rows in parts, each of which can be read again and again."""


@dataclass(frozen=True)
class Streamed:
    """What a stream left: the book of the deal with all totals, and how it went.

    `passes` over the rows; `gathered` figures that were kept in memory; `direct` figures whose rules were called as
    they are, with the reason; `exact` rows that were not whole numbers.
    """

    book: FigureBook
    rows: int
    passes: int
    exact: int
    gathered: tuple[str, ...]
    direct: Mapping[str, str]


def leaves_of_rows(
    graph: Graph, axis: str, names: Iterable[str], axes: Mapping[str, tuple[str, ...]]
) -> tuple[tuple[str, Key], ...]:
    """The leaves of rows from which some figures and all totals follow: by name and by the key of their other axes."""
    totals = {name for plan in graph.plans for take in along(plan, axis) for name in [take.parameter.name]}
    derived = {rule.name for rule in graph.order}
    found: list[tuple[str, Key]] = []
    for name in graph.shapes:
        shape = graph.shapes[name]
        if axis in shape.axes and name not in derived and name in ancestors_of(graph, {*names, *totals}):
            keys: list[Key] = [()]
            for other in shape.axes:
                keys = keys if other == axis else [(*key, label) for key in keys for label in axes.get(other, ())]
            found += [(name, key) for key in keys]
    return tuple(found)


class Stream:
    """A graph over the rows of `axis` that pass in `shards`, with the `leaves` and `axes` of the deal itself.

    `passing` are the leaves of rows that each row brings, in their order; `names` the figures of rows to hand on,
    `handed` their addresses once the last pass begins.
    """

    def __init__(
        self, graph: Graph, leaves: Iterable[Leaf], axes: Mapping[str, tuple[str, ...]], axis: str, shards: Shards,
        passing: Sequence[tuple[str, Key]], names: Iterable[str],
    ) -> None:  # fmt: skip
        self.graph, self.leaves, self.axes, self.axis, self.shards = graph, tuple(leaves), axes, axis, shards
        self.passing = tuple(address(name, key) for name, key in passing)
        self.names = tuple(names)
        self.phases = phases_of(graph, axis)
        summed = {take.parameter.name for plan in graph.plans for take in along(plan, axis)}
        self.last = self.phases.last({*self.names, *summed})
        self.known: dict[tuple[str, Key], Figure | Pending] = {}
        self.columns: dict[tuple[str, str, Key], tuple[Figure | Pending, ...]] = {}
        self.handed: tuple[str, ...] = ()
        self.rows = self.exact = 0
        self.direct: dict[str, str] = {}

    def run(self, take: Callable[[Batch, int], None]) -> Streamed:
        """Let the rows pass as often as they must; in the last `take` is given them, with the place of their shard."""
        for number in range(self.last + 1):
            self._pass(number, take if number == self.last else None)
        book = self._book()
        return Streamed(book, self.rows, self.last + 1, self.exact, self.phases.gathered, self.direct)

    def _book(self) -> FigureBook:
        return compute(self.graph, self.leaves, self.axes, self.known.values(), self.columns)

    def _pass(self, number: int, take: Callable[[Batch, int], None] | None) -> None:
        """One pass: totals and columns that it can give, and in the last the figures to hand on."""
        book = self._book()
        compiled = compile_per(self.axis, self.graph, book, self.columns)
        later = [
            name
            for name in self.phases.of
            if self.axis in self.graph.shapes[name].axes and self.phases.of[name] > number
        ]
        needed = None if take else ancestors_of(self.graph, later)
        totals = [
            total
            for total in totals_of(self.graph, self.axis, book.axes)
            if (total.plan.rule.name, total.key) not in self.known
            and self.phases.of[total.plan.rule.name] <= number + 1
            and (needed is None or total.plan.rule.name in needed)
        ]
        gathered = self._gathered(number, book)
        steps = [step.address for step in compiled.steps]
        if take:
            known = [*compiled.leaves, *steps, *compiled.pending]
            self.handed = tuple(each for name in self.names for each in known if each.split("[")[0] == name)
        given = {*compiled.leaves, *steps}
        wanted = [
            *dict.fromkeys([*self.handed, *(name for total in totals for name in (total.of, total.by)), *gathered])
        ]
        quick = Quick(compiled, [each for each in wanted if each in given], self.passing)
        adding = Adding(totals, compiled, self.passing)
        kept: dict[str, list[tuple[int, str, Any]]] = {each: [] for each in gathered}
        self.rows = self.exact = 0
        for place, shard in enumerate(self.shards):
            for rows in pieces(shard()):
                batch = batch_of(rows, self.passing, quick, compiled)
                adding.add(batch)
                self.rows += len(rows.labels)
                self.exact += len(batch.exact)
                for each, column in kept.items():
                    values = self._pending(gathered[each][0], compiled, each, len(rows.labels)) or batch.column(each)
                    column.extend(zip(rows.numbers, rows.labels, values, strict=True))
                if take:
                    take(batch, place)
        self.known |= adding.figures(self.rows)
        self._keep(kept, gathered)
        self.direct |= quick.direct

    def _pending(self, name: str, compiled: Compiled, at: str, rows: int) -> list[Pending]:
        """What every row waits for, where no row can have the figure yet; nothing where they can."""
        shape = self.graph.shapes[name]
        waits = compiled.pending.get(at)
        return [] if waits is None else [Pending(name, (), shape.unit, shape.says, waits)] * rows

    def _gathered(self, number: int, book: FigureBook) -> dict[str, tuple[str, Key]]:
        """The figures that are gathered in a pass, by address, with their name and the key of their other axes."""
        found = {}
        for plan in self.graph.plans:
            for take in along(plan, self.axis) if plan.rule.total is None else ():
                name = take.parameter.name
                if self.phases.of[name] == number:
                    place = plan.rule.per.index(self.axis) if self.axis in plan.rule.per else None
                    for row in plan.rows({**book.axes, self.axis: ("",)} if place is not None else book.axes):
                        key = take.key(row)
                        found[address(name, key)] = (name, key)
        return found

    def _keep(self, kept: Mapping[str, list[tuple[int, str, Any]]], gathered: Mapping[str, tuple[str, Key]]) -> None:
        """Make columns of what was gathered, in the order of the rows."""
        for each, column in kept.items():
            name, key = gathered[each]
            shape = self.graph.shapes[name]
            place = shape.axes.index(self.axis)
            proof = Derivation(Stream.run, ())
            self.columns[name, self.axis, key] = tuple(
                # A rule that lives with a pending input can itself give what is pending, and waits for the same.
                Pending(name, (*key[:place], label, *key[place:]), shape.unit, shape.says, value.waits_for)
                if isinstance(value, Pending)
                else Figure(name, (*key[:place], label, *key[place:]), shape.unit, value, shape.says, proof)
                for _number, label, value in sorted(column, key=itemgetter(0))
            )
