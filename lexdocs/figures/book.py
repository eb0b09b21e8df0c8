"""The figure book: every rule of a graph worked out over the leaves of one deal, each figure with its proof."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from lexdocs.figures.figure import Figure, Key, Pending, Shape
from lexdocs.figures.graph import Graph
from lexdocs.figures.working import Columns, Worked, work_out
from lexdocs.notation.units import Unit
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


def compute(
    graph: Graph,
    leaves: Iterable[Leaf],
    axes: Mapping[str, tuple[str, ...]],
    known: Iterable[Figure | Pending] = (),
    columns: Columns | None = None,
) -> FigureBook:
    """Work out a graph over leaves; `axes` are the rows that the terms list, and one not listed is pending.

    `known` are figures of rules that were worked out elsewhere, such as totals over rows that are not here;
    `columns` are such rows, for the rules that need each of them at once.
    """
    figures: dict[tuple[str, Key], Figure | Pending] = {}
    for leaf in leaves:
        figures[leaf.name, leaf.key] = _of_leaf(leaf)
    labels: dict[str, tuple[str, ...] | Pending] = {
        axis: axes.get(axis, Pending(axis, (), Unit.TEXT, f"The rows of {axis}", (axis,))) for axis in graph.axes
    }
    given = {(figure.name, figure.key): figure for figure in known}
    figures.update(given)
    worked = Worked(figures, labels, columns or {})
    for plan in graph.plans:
        axis = plan.rule.rows_of
        for key, figure in work_out(plan, worked, given if not axis else ()):
            if axis:
                labels[axis] = figure if isinstance(figure, Pending) else tuple(figure.value)  # type: ignore[arg-type]  # a rule of rows gives labels
            else:
                figures[plan.rule.name, key] = figure
    return FigureBook(figures, labels, graph.shapes)


def _of_leaf(leaf: Leaf) -> Figure | Pending:
    if leaf.value is None:
        return Pending(leaf.name, leaf.key, leaf.unit, leaf.says, (leaf.path,))
    return Figure(leaf.name, leaf.key, leaf.unit, leaf.value, leaf.says, leaf, leaf.written)
