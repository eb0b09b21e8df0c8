"""The graph: rules and leaves put together, with every name, unit and row checked before a number is calculated."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import ModuleType

from lexdocs.errors import did_you_mean
from lexdocs.figures.figure import Shape
from lexdocs.figures.plan import Plan, plan_of
from lexdocs.figures.rule import Rule, Total, rules_of
from lexdocs.notation.units import Unit
from lexdocs.terms.leaf import Leaf


class GraphError(Exception):
    """The rules do not fit together; a fault of the rules, not of any deal."""


@dataclass(frozen=True)
class Graph:
    """Rules in an order in which each comes after all that it needs, each with the plan of its inputs."""

    plans: tuple[Plan, ...]
    shapes: Mapping[str, Shape]
    axes: frozenset[str]

    @property
    def order(self) -> tuple[Rule, ...]:
        """The rules in order."""
        return tuple(plan.rule for plan in self.plans)


def assemble(modules: Iterable[ModuleType], leaves: Iterable[Leaf], axes: Iterable[str]) -> Graph:
    """Put the rules of some modules over some leaves; `axes` are those whose rows the terms list.

    Raises `GraphError` with everything that does not fit: unknown inputs (with near names), wrong
    units, two rules for one figure, rows of a stranger's axis, and circles.
    """
    rules = tuple(rules_of(modules))
    shapes, faults = _shapes(rules, leaves)
    known_axes = frozenset(axes) | {rule.rows_of for rule in rules if rule.rows_of}
    for rule in rules:
        faults += _misfits(rule, shapes, known_axes)
    if faults:
        raise GraphError("\n".join(faults))
    return Graph(tuple(plan_of(rule, shapes) for rule in _ordered(rules, shapes)), shapes, known_axes)


def _shapes(rules: Iterable[Rule], leaves: Iterable[Leaf]) -> tuple[dict[str, Shape], list[str]]:
    faults: list[str] = []
    shapes = {leaf.name: Shape(leaf.unit, leaf.axes, leaf.says) for leaf in leaves}
    by_row: set[tuple[str, str]] = set()
    for rule in rules:
        if rule.rows_of:
            continue
        whole = rule.row is None
        if (rule.name in shapes and whole) or (rule.name, rule.row[1] if rule.row else "") in by_row:
            faults.append(f'figure "{rule.name}" has two authors')
        by_row.add((rule.name, rule.row[1] if rule.row else ""))
        shapes[rule.name] = Shape(rule.unit, rule.per, rule.says)
    return shapes, faults


def _misfits(rule: Rule, shapes: Mapping[str, Shape], axes: frozenset[str]) -> list[str]:
    faults = [f'rule "{rule.name}" is per "{axis}", which no one lists' for axis in rule.per if axis not in axes]
    for parameter in rule.parameters:
        if parameter.name in rule.per:
            continue
        shape = shapes.get(parameter.name)
        if shape is None:
            hint = did_you_mean(parameter.name, shapes)
            faults.append(f'rule "{rule.name}" needs "{parameter.name}", which nothing gives; {hint}'.rstrip("; "))
            continue
        if parameter.unit is not None and not _fits(shape.unit, parameter.unit):
            faults.append(f'rule "{rule.name}" takes "{parameter.name}" as {parameter.unit}, but it is {shape.unit}')
        strange = set(shape.axes) - set(rule.per)
        if len(strange) != 0 and not (parameter.each and len(strange) == 1):
            faults.append(f'rule "{rule.name}" takes "{parameter.name}" without its {", ".join(sorted(strange))}')
    if rule.total is not None:
        fault = _no_total(rule, rule.total, shapes)
        faults += [f'rule "{rule.name}" is declared a total, but {fault}'] if fault else []
    rounds = rule.round.figures if rule.round else ()
    faults += [f'rule "{rule.name}" rounds by "{name}", which nothing gives' for name in rounds if name not in shapes]
    faults += [
        f'rule "{rule.name}" rounds by "{name}" without its {", ".join(sorted(strange))}'
        for name in rounds
        if name in shapes and (strange := set(shapes[name].axes) - set(rule.per))
    ]
    return faults


def _no_total(rule: Rule, total: Total, shapes: Mapping[str, Shape]) -> str:
    """Why a rule cannot be the total that it says it is; nothing where it can."""
    taken = {each.name: each for each in rule.parameters if each.name not in rule.per and each.name in shapes}
    lacking = [name for name in (total.of, total.by) if name and name not in taken]
    summed = total.of or next((name for name in taken if name != total.by), total.by)
    axes = total_axes(rule, shapes)
    if lacking:
        return f'does not take "{lacking[0]}"'
    if not all(each.each for each in taken.values()):
        return "takes something that is not each row of a figure"
    if summed is None or not (total.of or total.count):
        return "does not say of what"
    if taken.keys() - {summed, total.by}:
        return "takes more than that"
    if len(axes) != 1:
        return f"adds up along {', '.join(sorted(axes)) or 'no axis'}"
    if total.by and (shapes[total.by].unit is not Unit.TEXT or shapes[total.by].axes != tuple(axes)):
        return f'"{total.by}" is not a text of each {next(iter(axes))}'
    own = [axis for axis in rule.per if axis not in shapes[summed].axes]
    if len(own) != (total.by is not None):
        return f"per {', '.join(own) or 'nothing'} it has no rows to choose by"
    unit = Unit.COUNT if total.count else shapes[summed].unit
    return "" if rule.unit is unit and rule.round is None else f"gives {rule.unit} where a total gives {unit}, as it is"


def total_axes(rule: Rule, shapes: Mapping[str, Shape]) -> set[str]:
    """The axes along which a rule takes each row of a figure."""
    each = (parameter.name for parameter in rule.parameters if parameter.each and parameter.name in shapes)
    return {axis for name in each for axis in shapes[name].axes if axis not in rule.per}


def _fits(given: Unit, taken: Unit) -> bool:
    """Titles are texts, and counts are numbers; nothing else passes for another."""
    return given == taken or (given, taken) in {(Unit.TITLE, Unit.TEXT), (Unit.COUNT, Unit.NUMBER)}


def needs(rule: Rule) -> tuple[str, ...]:
    """The names of the figures that a rule needs, its rounding's among them."""
    own = tuple(parameter.name for parameter in rule.parameters if parameter.name not in rule.per)
    return own + (rule.round.figures if rule.round else ())


def _ordered(rules: tuple[Rule, ...], shapes: Mapping[str, Shape]) -> tuple[Rule, ...]:
    """Depth first over needs; a circle is reported with its path."""
    by_name: dict[str, list[Rule]] = {}
    for rule in rules:
        by_name.setdefault(f"rows of {rule.rows_of}" if rule.rows_of else rule.name, []).append(rule)
    done: dict[str, bool] = {}
    order: list[Rule] = []

    def visit(name: str, path: tuple[str, ...]) -> None:
        if done.get(name):
            return
        if name in path:
            raise GraphError("figures that need one another: " + " → ".join([*path[path.index(name) :], name]))
        for rule in by_name.get(name, ()):
            axes = {*rule.per, *(axis for need in needs(rule) for axis in shapes[need].axes)}
            for need in (*needs(rule), *(f"rows of {axis}" for axis in sorted(axes))):
                visit(need, (*path, name))
        order.extend(by_name.get(name, ()))
        done[name] = True

    for name in by_name:
        visit(name, ())
    return tuple(order)
