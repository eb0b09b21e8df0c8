"""The figure book: every rule of a graph worked out over the leaves of one deal, each figure with its proof."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from itertools import product
from typing import Any

from lexdocs.figures.figure import Derivation, Figure, Input, Key, Pending
from lexdocs.figures.graph import Graph, Shape
from lexdocs.figures.rule import Parameter, Rule
from lexdocs.notation.rounding import as_decimal, round_to
from lexdocs.notation.units import Rounding, Unit, Value
from lexdocs.terms.leaf import Leaf

Row = Mapping[str, str]


@dataclass(frozen=True)
class FigureBook:
    """All figures of a deal, by name and row.

    `figures` are the figures and what is pending; `axes` the labels of each axis, or what the axis
    waits for; `shapes` what is known of a name whether or not it has a value.
    """

    figures: Mapping[tuple[str, Key], Figure | Pending]
    axes: Mapping[str, tuple[str, ...] | Pending]
    shapes: Mapping[str, Shape]

    def names(self) -> Mapping[str, Shape]:
        """Every figure name with its unit and axes."""
        return self.shapes

    def rows(self, axis: str) -> tuple[str, ...] | Pending:
        """The labels of an axis in order, or what it waits for. `KeyError` for an unknown axis."""
        return self.axes[axis]

    def labels(self, axis: str) -> tuple[str, ...]:
        """The labels of an axis that is fixed; `LookupError` while it is pending."""
        found = self.axes[axis]
        if isinstance(found, Pending):
            raise LookupError(f"the rows of {axis} are pending: they wait for {', '.join(found.waits_for)}")
        return found

    def figure(self, name: str, key: Key = ()) -> Figure | Pending:
        """The figure of a name and row. `KeyError` where there is none."""
        if (name, key) in self.figures:
            return self.figures[name, key]
        for axis in self.shapes[name].axes:
            waiting = self.axes[axis]
            if isinstance(waiting, Pending):
                return Pending(name, (), self.shapes[name].unit, self.shapes[name].says, waiting.waits_for)
        raise KeyError(name if not key else f"{name}[{','.join(key)}]")

    def lookup(self, name: str, context: Row) -> Figure | Pending:
        """The figure of a name in a row; `context` may hold labels of more axes than the figure has."""
        return self.figure(name, tuple(context[axis] for axis in self.shapes[name].axes if axis in context))

    def value(self, name: str, *key: str) -> Any:
        """The bare value of a fixed figure; `LookupError` while it is pending."""
        found = self.figure(name, key)
        if isinstance(found, Pending):
            raise LookupError(f"{found.address} is pending: it waits for {', '.join(found.waits_for)}")
        return found.value

    def __iter__(self) -> Iterator[Figure | Pending]:
        return iter(self.figures.values())


def compute(graph: Graph, leaves: Iterable[Leaf], axes: Mapping[str, tuple[str, ...]]) -> FigureBook:
    """Work out a graph over leaves; `axes` are the rows that the terms list, and one not listed is pending."""
    figures: dict[tuple[str, Key], Figure | Pending] = {}
    for leaf in leaves:
        figures[leaf.name, leaf.key] = _of_leaf(leaf)
    labels: dict[str, tuple[str, ...] | Pending] = {
        axis: axes.get(axis, Pending(axis, (), Unit.TEXT, f"The rows of {axis}", (axis,))) for axis in graph.axes
    }
    book = FigureBook(figures, labels, graph.shapes)
    for rule in graph.order:
        if rule.rows_of:
            found = _apply(rule, book, {})
            labels[rule.rows_of] = found if isinstance(found, Pending) else tuple(found.value)  # type: ignore[arg-type]  # a rule of rows gives labels
            continue
        for row in rows_of(rule, book):
            figure = _apply(rule, book, row)
            figures[figure.name, figure.key] = figure
    return book


def rows_of(rule: Rule, book: FigureBook) -> Iterator[dict[str, str]]:
    """The rows for which a rule gives a figure; none while an axis of it is pending."""
    listed = []
    for axis in rule.per:
        labels = book.axes[axis]
        if isinstance(labels, Pending):
            return
        listed.append([label for label in labels if rule.row is None or rule.row[0] != axis or rule.row[1] == label])
    for row in product(*listed):
        yield dict(zip(rule.per, row, strict=True))


def gather(parameter: Parameter, book: FigureBook, row: Row) -> Input:
    """The figures that a parameter stands for in a row: one, or each along the axis that is left over."""
    name, shape = parameter.name, book.shapes[parameter.name]
    if not parameter.each:
        return Input(name, (book.lookup(name, row),))
    free = [axis for axis in shape.axes if axis not in row] or [shape.axes[-1]]
    labels = book.axes[free[0]]
    if isinstance(labels, Pending):
        return Input(name, (Pending(name, (), shape.unit, shape.says, labels.waits_for),), each=True)
    return Input(
        name, tuple(book.lookup(name, {**row, free[0]: label}) for label in labels), True, shape.axes.index(free[0])
    )


class Waiting(Exception):  # noqa: N818  not an error: a row that a rule asked for is not fixed yet
    """A rule asked for a row that is pending."""

    def __init__(self, pending: Pending) -> None:
        self.pending = pending
        super().__init__(pending.address)


class Rows(Mapping[str, Any]):
    """The rows of a figure as a rule takes them, by label; it notes which of them the rule looked at.

    So the proof of a figure that takes one row names that row alone, and a row that is pending
    matters only to those who ask for it.
    """

    def __init__(self, parameter: Parameter, given: Input) -> None:
        self.parameter, self.given = parameter, given
        self.by_label = {each.key[given.label]: each for each in given.figures}
        self.used: dict[str, Figure | Pending] = {}

    def __getitem__(self, label: str) -> Any:
        found = self.used[label] = self.by_label[label]
        if isinstance(found, Figure):
            return plain(found, self.parameter.unit)
        if self.parameter.maybe:
            return found
        raise Waiting(found)

    def __iter__(self) -> Iterator[str]:
        # Labels are no figures: only a row whose value is taken is looked at.
        return iter(self.by_label)

    def __len__(self) -> int:
        self.used.update(self.by_label)
        return len(self.by_label)

    def input(self) -> Input:
        """What of the figure the rule has used, in the order of the rows."""
        used = tuple(each for label, each in self.by_label.items() if label in self.used)
        return Input(self.given.parameter, used, True, self.given.label)


def argument(parameter: Parameter, given: Input) -> Any:
    """What the rule's function receives for a parameter; `Pending` where it must not be called."""
    if parameter.each:
        unlisted = given.figures and not given.figures[0].key
        return given.figures[0] if unlisted else Rows(parameter, given)
    only = given.figures[0]
    return only if isinstance(only, Pending) or parameter.whole else plain(only, parameter.unit)


def plain(figure: Figure, unit: Unit | None = None) -> Any:
    """A figure's value as rules take it: decimals, and counts taken as numbers, as the exact fractions they are."""
    if isinstance(figure.value, Decimal) or (unit is Unit.NUMBER and isinstance(figure.value, int)):
        return Fraction(figure.value)
    return figure.value


def rounded(rule: Rule, exact: Any, look: Callable[[str], Any]) -> tuple[Value, Rounding | None, Fraction | None]:
    """A rule's result after its declared rounding, in the type of its unit, with the rounding used."""
    if rule.round is None:
        return (int(exact) if rule.unit is Unit.COUNT and not isinstance(exact, bool) else exact), None, None
    by = rule.round.by if isinstance(rule.round.by, Rounding) else look(rule.round.by)
    to = look(rule.round.to) if isinstance(rule.round.to, str) else rule.round.to
    value = round_to(Fraction(exact), by, to)
    if rule.unit is Unit.COUNT:
        return int(value), by, to
    return (as_decimal(value) if to.denominator == 1 or _ends(to) else value), by, to


def _ends(value: Fraction) -> bool:
    try:
        as_decimal(value)
    except ValueError:
        return False
    return True


def _apply(rule: Rule, book: FigureBook, row: Row) -> Figure | Pending:
    inputs: list[Input] = []
    arguments: dict[str, Any] = {}
    missing: list[Pending] = []
    for parameter in rule.parameters:
        if parameter.name in rule.per:
            arguments[parameter.name] = row[parameter.name]
            continue
        given = gather(parameter, book, row)
        value = argument(parameter, given)
        if isinstance(value, Pending) and not (parameter.maybe and not parameter.each):
            missing.append(value)
        inputs.append(given)
        arguments[parameter.name] = value
    used = [book.lookup(name, row) for name in (rule.round.figures if rule.round else ())]
    missing += [each for each in used if isinstance(each, Pending)]
    key = tuple(row[axis] for axis in rule.per)
    if missing:
        return Pending(rule.name, key, rule.unit, rule.says, _waits(missing))
    try:
        exact = rule.function(**arguments)
    except Waiting as waiting:
        exact = waiting.pending
    looked_at = {name: rows.input() for name, rows in arguments.items() if isinstance(rows, Rows)}
    inputs = [looked_at.get(given.parameter, given) for given in inputs]
    if isinstance(exact, Pending):
        return Pending(rule.name, key, rule.unit, rule.says, exact.waits_for)
    if isinstance(exact, float):
        raise TypeError(f"rule {rule.name} gave a binary float; take its counts as Number")
    if rule.rows_of:
        return Figure(rule.name, key, rule.unit, exact, rule.says, Derivation(rule.function, tuple(inputs)))
    by_name = {each.name: each for each in used if isinstance(each, Figure)}
    value, by, to = rounded(rule, exact, lambda name: plain(by_name[name]))
    inputs += [Input(name, (figure,)) for name, figure in by_name.items()]
    proof = Derivation(rule.function, tuple(inputs), exact, by, to, rule.cite)
    return Figure(rule.name, key, rule.unit, value, rule.says, proof)


def _of_leaf(leaf: Leaf) -> Figure | Pending:
    if leaf.value is None:
        return Pending(leaf.name, leaf.key, leaf.unit, leaf.says, (leaf.path,))
    return Figure(leaf.name, leaf.key, leaf.unit, leaf.value, leaf.says, leaf, leaf.written)


def _waits(pending: Iterable[Pending]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(path for each in pending for path in each.waits_for))
