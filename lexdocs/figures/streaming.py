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


class Pass:
    """One time that the rows pass: what is worked out of them, added up and kept."""

    def __init__(
        self, quick: Quick, compiled: Compiled, adding: Adding, passing: Sequence[str],
        gathered: Mapping[str, tuple[str, Key]], waiting: Mapping[str, Pending | None],
    ) -> None:  # fmt: skip
        self.quick, self.compiled, self.adding, self.passing = quick, compiled, adding, passing
        self.gathered, self.waiting = gathered, waiting
        self.kept: dict[str, list[tuple[int, str, Any]]] = {each: [] for each in gathered}
        self.rows = self.exact = 0

    def take(self, rows: Passing) -> Batch:
        """Work out some rows, and add them to the totals."""
        batch = batch_of(rows, self.passing, self.quick, self.compiled)
        self.adding.add(batch)
        self.rows += len(rows.labels)
        self.exact += len(batch.exact)
        for each, column in self.kept.items():
            waits = self.waiting[each]
            values: Sequence[Any] = batch.column(each) if waits is None else [waits] * len(rows.labels)
            column.extend(zip(rows.numbers, rows.labels, values, strict=True))
        return batch

    def own(self) -> Pass:
        """The same pass with nothing in it yet, for rows that pass elsewhere; `merge` brings their sums back."""
        adding = Adding(self.adding.totals, self.compiled, self.passing)
        return Pass(self.quick, self.compiled, adding, self.passing, self.gathered, self.waiting)

    def sums(self) -> tuple[Any, ...]:
        """What is added up so far, to be merged into another."""
        adding = self.adding
        return self.rows, self.exact, adding.sums, adding.exact, adding.waiting, self.kept

    def merge(self, sums: tuple[Any, ...]) -> None:
        """Add what was added up elsewhere."""
        rows, exact, whole, parts, waiting, kept = sums
        self.rows += rows
        self.exact += exact
        self.adding.merge(whole, parts, waiting)
        for each, column in kept.items():
            self.kept[each].extend(column)


class Stream:
    """A graph over the rows of `axis` that pass in `shards`, with the `leaves` and `axes` of the deal itself.

    `passing` are the leaves of rows that each row brings, in their order; `names` the figures of rows to hand on,
    `handed` their addresses once the last pass begins. `said` are figures of the deal itself, such as totals, that
    stand beside those of each row: they must be known by then.
    """

    def __init__(
        self, graph: Graph, leaves: Iterable[Leaf], axes: Mapping[str, tuple[str, ...]], axis: str, shards: Shards,
        passing: Sequence[tuple[str, Key]], names: Iterable[str], said: Iterable[str] = (),
    ) -> None:  # fmt: skip
        self.graph, self.leaves, self.axes, self.axis, self.shards = graph, tuple(leaves), axes, axis, shards
        self.passing = tuple(address(name, key) for name, key in passing)
        self.names, self.said = tuple(names), tuple(said)
        self.phases = phases_of(graph, axis)
        summed = {take.parameter.name for plan in graph.plans for take in along(plan, axis)}
        self.last = self.phases.last({*self.names, *self.said, *summed})
        self.known: dict[tuple[str, Key], Figure | Pending] = {}
        self.columns: dict[tuple[str, str, Key], tuple[Figure | Pending, ...]] = {}
        self.handed: tuple[str, ...] = ()
        self.direct: dict[str, str] = {}

    def run(self, take: Callable[[Batch, int], None]) -> Streamed:
        """Let the rows pass as often as they must; in the last `take` is given them, with the place of their shard."""
        last = self.last_pass()
        for place, shard in enumerate(self.shards):
            for rows in pieces(shard()):
                take(last.take(rows), place)
        return self.finished(last)

    def last_pass(self) -> Pass:
        """Let the rows pass as often as they must before the last time; gives what takes them then."""
        for number in range(self.last):
            before = self._prepared(number, whole=False)
            for shard in self.shards:
                for rows in pieces(shard()):
                    before.take(rows)
            self._finish(before)
        return self._prepared(self.last, whole=True)

    def settled(self) -> dict[tuple[str, Key], Figure | Pending]:
        """The figures of the deal on which what is said or handed on rests, and which follow from rows that passed.

        Others are left out: their totals were not added up.
        """
        rests = ancestors_of(self.graph, {*self.names, *self.said})
        of_deal = (name for name, shape in self.graph.shapes.items() if name in rests and self.axis not in shape.axes)
        given = {name for name in of_deal if 0 < self.phases.of[name] <= self.last}
        figures = self._book().figures if given else {}
        return self.known | {place: figure for place, figure in figures.items() if place[0] in given}

    def finished(self, last: Pass) -> Streamed:
        """What the last pass left, when all rows have passed."""
        self._finish(last)
        book = self._book()
        return Streamed(book, last.rows, self.last + 1, last.exact, self.phases.gathered, self.direct)

    def _book(self) -> FigureBook:
        return compute(self.graph, self.leaves, self.axes, self.known.values(), self.columns)

    def _prepared(self, number: int, *, whole: bool) -> Pass:
        """A pass: the totals and columns that it can give, and in the last, the `whole` one, the figures to hand on."""
        book = self._book()
        compiled = compile_per(self.axis, self.graph, book, self.columns)
        later = [
            name
            for name in self.phases.of
            if (self.axis in self.graph.shapes[name].axes or name in self.said) and self.phases.of[name] > number
        ]
        needed = None if whole else ancestors_of(self.graph, later)
        totals = [
            total
            for total in totals_of(self.graph, self.axis, book.axes)
            if (total.plan.rule.name, total.key) not in self.known
            and self.phases.of[total.plan.rule.name] <= number + 1
            and (needed is None or total.plan.rule.name in needed)
        ]
        gathered = self._gathered(number, book)
        steps = [step.address for step in compiled.steps]
        if whole:
            known = [*compiled.leaves, *steps, *compiled.pending]
            self.handed = tuple(each for name in self.names for each in known if each.split("[")[0] == name)
        given = {*compiled.leaves, *steps}
        wanted = [
            *dict.fromkeys([*self.handed, *(name for total in totals for name in (total.of, total.by)), *gathered])
        ]
        quick = Quick(compiled, [each for each in wanted if each in given], self.passing)
        waiting = {each: self._waits(gathered[each][0], compiled, each) for each in gathered}
        return Pass(quick, compiled, Adding(totals, compiled, self.passing), self.passing, gathered, waiting)

    def _finish(self, made: Pass) -> None:
        self.known |= made.adding.figures(made.rows)
        self._keep(made.kept, made.gathered)
        self.direct |= made.quick.direct

    def _waits(self, name: str, compiled: Compiled, at: str) -> Pending | None:
        """What every row waits for, where no row can have the figure yet; nothing where they can."""
        shape = self.graph.shapes[name]
        waits = compiled.pending.get(at)
        return None if waits is None else Pending(name, (), shape.unit, shape.says, waits)

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
