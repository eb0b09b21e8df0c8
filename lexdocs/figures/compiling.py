"""A book compiled for one axis: a plain function from a row's leaves to its figures.

The mailing works out millions of holdings; it needs the same rules in the same order, but no proofs.
Everything that does not depend on the row is worked out once; for a row, each rule's own function is
called with exact values and rounded as declared. There is no second formula.
"""

from __future__ import annotations

from typing import Any

from lexdocs.figures.book import FigureBook
from lexdocs.figures.compiled import Argument, Compiled, Fixed, Local, Locals, Step
from lexdocs.figures.figure import Key, Pending, address
from lexdocs.figures.graph import Graph
from lexdocs.figures.plan import Plan, Take
from lexdocs.figures.working import Columns, Rows, Worked, argument, plain
from lexdocs.notation.units import Unit


def compile_per(axis: str, graph: Graph, book: FigureBook, columns: Columns | None = None) -> Compiled:
    """Compile the rules of one axis over a book whose other figures are worked out already.

    A rule that takes each row of the axis at once finds them in the book or in `columns`; without, it is pending.
    """
    compiling = _Compiling(axis, Worked(book.figures, book.axes, columns or {}))
    for plan in graph.plans:
        if axis in plan.rule.per and not plan.rule.rows_of:
            compiling.add(plan)
    derived = {rule.name for rule in graph.order}
    leaves = {
        address(name, key): shape
        for name, shape in graph.shapes.items()
        if axis in shape.axes and name not in derived
        for key in compiling.other_rows(shape.axes)
    }
    return Compiled(axis, tuple(compiling.steps), compiling.pending, leaves)


class _Compiling:
    """The steps so far, and what no row can have."""

    def __init__(self, axis: str, worked: Worked) -> None:
        self.axis, self.worked = axis, worked
        self.steps: list[Step] = []
        self.pending: dict[str, tuple[str, ...]] = {}
        self.partial: set[str] = set()

    def other_rows(self, axes: tuple[str, ...]) -> list[Key]:
        """The rows of all axes but the compiled one."""
        rows: list[Key] = [()]
        for axis in axes:
            labels = self.worked.labels[axis]
            if axis == self.axis:
                continue
            if isinstance(labels, Pending):
                return []
            rows = [(*row, label) for row in rows for label in labels]
        return rows

    def add(self, plan: Plan) -> None:
        """The steps of a rule, one for each row of its other axes."""
        per, limit = plan.rule.per, plan.rule.row
        place = per.index(self.axis)
        for other in self.other_rows(per):
            row = (*other[:place], "", *other[place:])
            if limit is None or limit[0] == self.axis or row[per.index(limit[0])] == limit[1]:
                local = address(plan.rule.name, other)
                made = self.step(plan, local, row)
                if isinstance(made, Step):
                    self.steps.append(made)
                else:
                    self.pending[local] = made.waits_for

    def step(self, plan: Plan, local: str, row: Key) -> Step | Pending:
        """One step, or what it waits for."""
        arguments: dict[str, Argument] = {}
        for name, place in plan.own:
            arguments[name] = Local(self.axis) if plan.rule.per[place] == self.axis else Fixed(row[place])
        for take in plan.takes:
            found = self.argument(take, row)
            if isinstance(found, Pending):
                return found
            arguments[take.parameter.name] = found
        parts: dict[object, Any] = {}
        for take in plan.rounding:
            figure = self.worked.figure(take, take.key(row))
            if isinstance(figure, Pending):
                return figure
            parts[take.parameter.name] = plain(figure)
        declared = plan.rule.round
        by, to = (None, None) if declared is None else (parts.get(each, each) for each in (declared.by, declared.to))
        partial = any(each.partial(self.partial) for each in arguments.values())
        self.partial |= {local} if partial else set()
        return Step(local, plan.rule, tuple(arguments.items()), by, to, partial)

    def argument(self, take: Take, row: Key) -> Argument | Pending:
        """Where an input of a row comes from, or what it waits for."""
        parameter, shape = take.parameter, take.shape
        if self.axis not in shape.axes or take.free == self.axis:
            value = argument(parameter, self.worked.input(take, row))
            if isinstance(value, Pending):
                return Fixed(value) if parameter.maybe and not parameter.each else value
            fixed = Fixed(value)
            return fixed if fixed.partial(()) or not isinstance(value, Rows) else Fixed(dict(value))
        if not parameter.each:
            return self.local(take, take.key(row))
        labels = self.worked.labels[take.free]
        if isinstance(labels, Pending):
            return labels
        each = {label: self.local(take, key) for label, key in zip(labels, take.keys(row, labels), strict=True)}
        missing = [local for local in each.values() if isinstance(local, Pending)]
        if missing:
            return self.waits(take, tuple(path for pending in missing for path in pending.waits_for))
        return Locals({label: local for label, local in each.items() if not isinstance(local, Pending)})

    def local(self, take: Take, key: Key) -> Fixed | Local | Pending:
        """Where a figure of the row itself stands, or what it waits for."""
        place = take.shape.axes.index(self.axis)
        local = address(take.parameter.name, (*key[:place], *key[place + 1 :]))
        if local not in self.pending:
            return Local(local, take.parameter.unit is Unit.NUMBER)
        waiting = self.waits(take, self.pending[local])
        return Fixed(waiting) if take.parameter.maybe else waiting

    def waits(self, take: Take, paths: tuple[str, ...]) -> Pending:
        """An input that no row has."""
        return Pending(take.parameter.name, (), take.shape.unit, take.shape.says, paths)
