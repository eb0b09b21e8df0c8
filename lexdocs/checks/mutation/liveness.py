"""Whether each input of each rule can move what the rule gives: an input that never does is skipped.

The rule's function is called with the figures that it was called with, one input changed, by little and by much. Where
that moves nothing, another input is changed first: a branch that is not taken here may be taken then.
"""

from __future__ import annotations

import hashlib
import random
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from itertools import islice
from types import MappingProxyType
from typing import Any

from lexdocs.checks.mutation.variants import FEW, ROWS, every_row, like, variants
from lexdocs.figures.book import FigureBook
from lexdocs.figures.figure import Key, Pending
from lexdocs.figures.graph import Graph
from lexdocs.figures.plan import Plan, Take
from lexdocs.figures.working import Rows, Worked, argument
from lexdocs.notation.units import Unit

DRAWS, WAYS = 80, 24  # changes of several inputs at once, and the values among which each is drawn
SELF = "itself"
_WAITING = "pending"
_DECIDING = (Unit.FLAG, Unit.TEXT, Unit.ROUNDING, Unit.DAY_COUNT)


@dataclass
class Liveness:
    """What moves each rule of a book, worked out once for each rule and input.

    `moves` gives `SELF` where the input alone moves the rule, or the name of the other input that decides whether it
    does, or nothing where it never moves it. `words` are those that a term may be, by name, where there is a list.
    """

    graph: Graph
    book: FigureBook
    words: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    known: dict[tuple[str, str, str], str] = field(default_factory=dict)

    def moves(self, plan: Plan, parameter: str) -> str:
        """By what an input moves a rule."""
        key = (plan.rule.name, plan.rule.row[1] if plan.rule.row else "", parameter)
        if key not in self.known:
            self.known[key] = self._tried(plan, parameter)
        return self.known[key]

    def behaviour(self, plan: Plan) -> str:
        """What stands for all that a rule gives when its inputs are varied one by one, likely or not."""
        lines = []
        for row in spread(plan.rows(self.book.axes), FEW)[:1]:
            call = _Call(plan, row, self.book, words=self.words)
            lines = [repr(call.result())]
            lines += [repr(each.result()) for take in plan.takes for each in call.changed(take.parameter.name)]
            lines += [repr(each.result()) for each in (*call.changed_in_pairs(), *call.alike(), *call.drawn())]
        return hashlib.sha256("\n".join(lines).encode()).hexdigest()[:8] if lines else ""

    def skipped(self) -> Iterator[tuple[Plan, str]]:
        """Every input of a rule that never moves it, for rules that give anything here."""
        for plan in self.graph.plans:
            rows = plan.rows(self.book.axes)
            for take in plan.takes:
                if rows and not self.moves(plan, take.parameter.name):
                    yield plan, take.parameter.name

    def _tried(self, plan: Plan, parameter: str) -> str:
        if parameter not in {take.parameter.name for take in plan.takes}:
            return SELF  # a rounding's own
        calls = [_Call(plan, row, self.book, words=self.words) for row in spread(plan.rows(self.book.axes), ROWS)]
        for call in calls:
            if call.responds(parameter) or call.counts_rows(parameter):
                return SELF
        # A row that waits for a term tells nothing of what decides in it.
        told = next((each for each in calls if each.result() != _WAITING), calls[0] if calls else None)
        for take in plan.takes:
            other = take.parameter.name
            if told is None or other == parameter or not told.decides(take):
                continue
            if any(each.responds(parameter, FEW, absent=True) for each in told.deciding(other)):
                return other
        return ""


def spread(rows: list[Key], most: int) -> list[Key]:
    """Some of many rows, the first and the last among them.

    >>> spread([("a",), ("b",), ("c",), ("d",), ("e",)], 3)
    [('a',), ('c',), ('e',)]
    """
    if len(rows) <= most:
        return rows
    return [rows[place * (len(rows) - 1) // (most - 1)] for place in range(most)]


class _Call:
    """A rule's function with the arguments of one row, which can be changed one by one."""

    def __init__(
        self, plan: Plan, row: Key, book: FigureBook, given: Mapping[str, Any] | None = None,
        words: Mapping[str, tuple[str, ...]] = MappingProxyType({}),
    ) -> None:  # fmt: skip
        self.plan, self.row, self.book, self.words = plan, row, book, words
        self.takes = {take.parameter.name: take for take in plan.takes}
        own = {name: row[place] for name, place in plan.own}
        self.given = given or own | {name: self._argument(take) for name, take in self.takes.items()}

    def _argument(self, take: Take) -> Any:
        worked = Worked(self.book.figures, self.book.axes)
        value = argument(take.parameter, worked.input(take, self.row))
        if not isinstance(value, Rows):
            return value
        # As a plain table; a row that is pending stays so.
        return {label: value.by_label[label] if _waits(value, label) else value[label] for label in value}

    def decides(self, take: Take) -> bool:
        """Whether an input may decide if others count: it answers a question, is absent, or is nothing."""
        given = self.given[take.parameter.name]
        nothing = any(each == 0 for each in (given.values() if isinstance(given, dict) else [given]))
        return take.shape.unit in _DECIDING or take.parameter.maybe or nothing

    def responds(self, parameter: str, most: int | None = None, *, absent: bool = False) -> bool:
        """Whether the result moves with the input: by any change, by one of the first, or where it is `absent`."""
        was = self.result()
        changed = islice(self.changed(parameter), most)
        return any(call.result() != was for call in ((*self._absent(parameter), *changed) if absent else changed))

    def counts_rows(self, parameter: str) -> bool:
        """Whether the result is another, and a sound one, where a table has no rows at all."""
        if not isinstance(self.given[parameter], dict):
            return False
        found = self._with(parameter, {}).result()
        return not isinstance(found[0], type) and found != self.result()

    def deciding(self, parameter: str) -> Iterator[_Call]:
        """The same call with an input changed as may decide if others count: absent, all rows at once, one by one."""
        yield from self._absent(parameter)
        take, said = self.takes[parameter], self.given[parameter]
        if isinstance(said, dict):
            for table in every_row(take, said, partial(like, self.book)):
                yield self._with(parameter, table)
        yield from islice(self.changed(parameter), FEW)

    def _absent(self, parameter: str) -> Iterator[_Call]:
        """The same call without an input that may be pending; without all of its rows, where it is a table."""
        take, said = self.takes[parameter], self.given[parameter]
        if take.parameter.maybe:
            nothing = Pending(parameter, (), take.shape.unit, "", (parameter,))
            yield self._with(parameter, dict.fromkeys(said, nothing) if isinstance(said, dict) else nothing)

    def _with(self, parameter: str, value: Any) -> _Call:
        return _Call(self.plan, self.row, self.book, {**self.given, parameter: value}, self.words)

    def changed(self, parameter: str) -> Iterator[_Call]:
        """The same call with one input changed, in each of the ways."""
        take = self.takes[parameter]
        said = self.given[parameter]
        listed = () if isinstance(said, dict) or take.parameter.whole else self.words.get(parameter, ())
        for value in (*(each for each in listed if each != said), *variants(take, said, partial(like, self.book))):
            yield self._with(parameter, value)

    def changed_in_pairs(self) -> Iterator[_Call]:
        """The same call with a convention or a choice changed, and one other input besides."""
        for take in self.plan.takes:
            if take.shape.unit not in (Unit.DAY_COUNT, Unit.ROUNDING):
                continue
            for chosen in self.changed(take.parameter.name):
                for other in self.plan.takes:
                    if other is not take:
                        yield from islice(chosen.changed(other.parameter.name), FEW)

    def alike(self) -> Iterator[_Call]:
        """The same call with one input as great as another of its unit: there comparisons part."""
        for one in self.takes:
            for other in self.takes:
                same = self.takes[one].shape.unit is self.takes[other].shape.unit
                if one != other and same and type(self.given[one]) is type(self.given[other]):
                    yield self._with(one, self.given[other])

    def drawn(self) -> Iterator[_Call]:
        """Calls with several inputs changed at once, drawn by lot; the same lots each time."""
        lots = random.Random(self.plan.rule.name)  # noqa: S311  nothing secret
        ways = {
            name: [self.given[name], *(call.given[name] for call in islice(self.changed(name), WAYS))]
            for name in self.takes
        }
        for _ in range(DRAWS if len(ways) > 1 else 0):
            given = {name: lots.choice(values) for name, values in ways.items()}
            yield _Call(self.plan, self.row, self.book, {**self.given, **given}, self.words)

    def result(self) -> Any:
        """What the function gives; a value that it cannot work with is an answer too."""
        given = self.given.values()
        if any(isinstance(each, Pending) and not self.takes[name].parameter.maybe for name, each in self._taken()):
            return _WAITING
        try:
            found = self.plan.rule.function(**self.given)
        except Exception as error:  # noqa: BLE001  a rule may fail on an unlikely value in any way
            return type(error), str(error)
        # An absent figure is told by what it waits for; it has no value to compare.
        waiting = found.waits_for if isinstance(found, Pending) else None
        return (waiting or found), len(list(given))

    def _taken(self) -> Iterator[tuple[str, Any]]:
        for name in self.takes:
            yield name, self.given[name]


def _waits(rows: Rows, label: str) -> bool:
    return isinstance(rows.by_label[label], Pending)
