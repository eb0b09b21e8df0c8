"""A book compiled for one axis: a plain function from a row's leaves to its figures.

The mailing works out millions of holdings; it needs the same rules in the same order, but no proofs.
Everything that does not depend on the row is worked out once; for a row, each rule's own function is
called with exact values and rounded as declared. There is no second formula.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from lexdocs.figures.book import FigureBook, Rows, argument, gather, plain
from lexdocs.figures.figure import Figure, Pending, address
from lexdocs.figures.graph import Graph
from lexdocs.figures.rule import Parameter, Rule
from lexdocs.notation.rounding import as_decimal, round_to
from lexdocs.notation.units import Rounding, Unit, Value

Fetch = Callable[[Mapping[str, Any]], Any]


@dataclass(frozen=True)
class _Step:
    """One rule in one row of its other axes: where its arguments come from, and how it is rounded."""

    address: str
    function: Callable[..., Any]
    arguments: tuple[tuple[str, Fetch], ...]
    unit: Unit
    by: Rounding | None
    quantum: Fraction | None


@dataclass(frozen=True)
class Compiled:
    """A function from the leaves of a row, by figure name, to all figures of that row, by address.

    The axis itself is left out of the addresses: `accrued[H-1,2012-06-15]` is `accrued[2012-06-15]`.
    `pending` names what no row can have yet, and what it waits for.
    """

    axis: str
    steps: tuple[_Step, ...]
    pending: Mapping[str, tuple[str, ...]]

    def __call__(self, leaves: Mapping[str, Value], label: str = "") -> dict[str, Value]:
        """The figures of the row called `label`; amounts are exact, in `Decimal` from a declared rounding on."""
        values: dict[str, Any] = {**leaves, self.axis: label}
        for step in self.steps:
            exact = step.function(**{name: fetch(values) for name, fetch in step.arguments})
            if step.by is not None and step.quantum is not None:
                exact = round_to(Fraction(exact), step.by, step.quantum)
            values[step.address] = int(exact) if step.unit is Unit.COUNT else exact
        for step in self.steps:
            if step.by is not None and step.unit is not Unit.COUNT:
                values[step.address] = as_decimal(values[step.address])
        return values


def compile_per(axis: str, graph: Graph, book: FigureBook) -> Compiled:
    """Compile the rules of one axis over a book whose other figures are worked out already."""
    steps: list[_Step] = []
    pending: dict[str, tuple[str, ...]] = {}
    for rule in graph.order:
        if axis not in rule.per or rule.rows_of:
            continue
        for row in _other_rows(rule, axis, book):
            label = address(rule.name, tuple(row[other] for other in rule.per if other != axis))
            made = _step(rule, label, axis, row, book, pending)
            if isinstance(made, _Step):
                steps.append(made)
            else:
                pending[label] = made
    return Compiled(axis, tuple(steps), pending)


def _other_rows(rule: Rule, axis: str, book: FigureBook) -> list[dict[str, str]]:
    rows: list[dict[str, str]] = [{}]
    for other in rule.per:
        labels = book.axes[other] if other != axis else ("",)
        if isinstance(labels, Pending):
            return []
        rows = [{**row, other: label} if other != axis else row for row in rows for label in labels]
    return rows


def _step(
    rule: Rule, label: str, axis: str, row: dict[str, str], book: FigureBook, pending: Mapping[str, tuple[str, ...]]
) -> _Step | tuple[str, ...]:
    """A step, or what it waits for."""
    fetches: list[tuple[str, Fetch]] = []
    for parameter in rule.parameters:
        fetch = _fetch(parameter, rule, axis, row, book, pending)
        if isinstance(fetch, tuple):
            return fetch
        fetches.append((parameter.name, fetch))
    by: Any = None
    to: Any = None
    if rule.round is not None:
        by, to = (_fixed(part, row, book) if _named(part) else part for part in (rule.round.by, rule.round.to))
        for part in (by, to):
            if isinstance(part, Pending):
                return part.waits_for
    return _Step(label, rule.function, tuple(fetches), rule.unit, by, to)


def _named(part: object) -> bool:
    return isinstance(part, str) and not isinstance(part, Rounding)


def _fixed(name: Any, row: Mapping[str, str], book: FigureBook) -> Any:
    found = book.lookup(name, row)
    return plain(found) if isinstance(found, Figure) else found


def _fetch(
    parameter: Parameter, rule: Rule, axis: str, row: dict[str, str], book: FigureBook,
    pending: Mapping[str, tuple[str, ...]],
) -> Fetch | tuple[str, ...]:  # fmt: skip
    name = parameter.name
    if name in rule.per:
        return (lambda values: values[axis]) if name == axis else _always(row[name])
    axes = book.shapes[name].axes
    if axis not in axes:
        given = gather(parameter, book, row)
        waiting = [each for each in given.figures if isinstance(each, Pending)]
        if waiting and not parameter.maybe:
            return tuple(path for each in waiting for path in each.waits_for)
        value = argument(parameter, given)
        return _always(dict(value) if isinstance(value, Rows) else value)
    others = [other for other in axes if other != axis]
    if not parameter.each:
        local = address(name, tuple(row[other] for other in others))
        return pending[local] if local in pending else _taken(local, parameter.unit)
    labels = book.axes[others[-1]]
    if isinstance(labels, Pending):
        return labels.waits_for
    locals_ = {label: address(name, tuple({**row, others[-1]: label}[other] for other in others)) for label in labels}
    missing = tuple(path for local in locals_.values() for path in pending.get(local, ()))
    return missing or (lambda values: {label: values[local] for label, local in locals_.items()})


def _always(value: Any) -> Fetch:
    return lambda _values: value


def _taken(local: str, unit: Unit | None) -> Fetch:
    if unit is Unit.NUMBER:
        return lambda values: Fraction(values[local])
    return lambda values: values[local]
