"""How a rule's inputs are looked up: worked out once for a rule, then followed in each of its rows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import product

from lexdocs.figures.figure import Key, Pending, Shape
from lexdocs.figures.rule import Parameter, Rule

Labels = Mapping[str, tuple[str, ...] | Pending]
"""The labels of each axis, or what the axis waits for."""


@dataclass(frozen=True)
class Take:
    """Where one input of a rule stands: `places` are those of its key's labels in the key of the rule's row.

    A parameter that takes each row takes them along the axis `free`, whose label stands at `place` in their
    keys. `fixed` says that the input is the same in every row of the rule.
    """

    parameter: Parameter
    shape: Shape
    places: tuple[int, ...]
    free: str = ""
    place: int = 0
    fixed: bool = False

    def key(self, row: Key) -> Key:
        """The key of the input in a row of the rule; without the free label where each row is taken."""
        return tuple([row[place] for place in self.places])

    def keys(self, row: Key, labels: tuple[str, ...]) -> list[Key]:
        """The keys of each row along the free axis."""
        found = self.key(row)
        before, after = found[: self.place], found[self.place :]
        return [(*before, label, *after) for label in labels]


@dataclass(frozen=True)
class Plan:
    """A rule with its inputs' places, and those of the figures that its rounding takes.

    `own` are the parameters that take the label of the row itself, with its place in the row's key.
    """

    rule: Rule
    own: tuple[tuple[str, int], ...]
    takes: tuple[Take, ...]
    rounding: tuple[Take, ...]

    def rows(self, labels: Labels) -> list[Key]:
        """The rows for which the rule gives a figure; none while an axis of it is pending."""
        listed: list[tuple[str, ...]] = []
        for axis in self.rule.per:
            found = labels[axis]
            if isinstance(found, Pending):
                return []
            limit = self.rule.row
            listed.append(tuple(each for each in found if limit is None or limit[0] != axis or limit[1] == each))
        return list(product(*listed))


def plan_of(rule: Rule, shapes: Mapping[str, Shape]) -> Plan:
    """The plan of a rule that fits its graph."""
    own = tuple((each.name, rule.per.index(each.name)) for each in rule.parameters if each.name in rule.per)
    takes = tuple(_take(each, rule, shapes[each.name]) for each in rule.parameters if each.name not in rule.per)
    rounds = rule.round.figures if rule.round else ()
    return Plan(rule, own, takes, tuple(_take(Parameter(name, None), rule, shapes[name]) for name in rounds))


def _take(parameter: Parameter, rule: Rule, shape: Shape) -> Take:
    if not parameter.each:
        places = tuple(rule.per.index(axis) for axis in shape.axes)
        return Take(parameter, shape, places, fixed=not places)
    free = next((axis for axis in shape.axes if axis not in rule.per), shape.axes[-1])
    places = tuple(rule.per.index(axis) for axis in shape.axes if axis != free)
    return Take(parameter, shape, places, free, shape.axes.index(free), not places)
