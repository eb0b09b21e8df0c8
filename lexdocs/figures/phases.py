"""In which pass over the rows of an axis each figure can be worked out, when the rows are too many to keep.

A figure of a row that follows from the row and the deal alone comes in the first pass; one that needs a total
over all rows, such as a proration factor, comes in the pass after the total is known.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from lexdocs.figures.graph import Graph, needs
from lexdocs.figures.plan import Plan, Take
from lexdocs.figures.rule import Rule


@dataclass(frozen=True)
class Phases:
    """The pass of each figure by name: for a figure of a row the pass that gives it, for another the passes before it.

    `gathered` are the figures of rows of which a rule needs each row at once; they must be kept in memory.
    """

    axis: str
    of: Mapping[str, int]
    gathered: tuple[str, ...]

    def last(self, names: Iterable[str]) -> int:
        """The pass in which the last of some figures of rows is known."""
        return max((self.of[name] for name in names), default=0)


def phases_of(graph: Graph, axis: str) -> Phases:
    """The passes over the rows of an axis."""
    of = dict.fromkeys(graph.shapes, 0)
    rows_of: dict[str, int] = {}
    gathered: dict[str, None] = {}
    for plan in graph.plans:
        rule = plan.rule
        inputs = {name: of[name] for name in needs(rule)}
        for take in along(plan, axis):
            inputs[take.parameter.name] += 1
            if rule.total is None:
                gathered[take.parameter.name] = None
        axes = {*rule.per, *(each for name in needs(rule) for each in graph.shapes[name].axes)}
        found = max([*inputs.values(), *(rows_of.get(each, 0) for each in axes)], default=0)
        if rule.rows_of:
            rows_of[rule.rows_of] = found
        else:
            of[rule.name] = max(of[rule.name], found)
    return Phases(axis, of, tuple(gathered))


def along(plan: Plan, axis: str) -> list[Take]:
    """The inputs of which a rule takes each row of an axis."""
    return [take for take in plan.takes if take.parameter.each and take.free == axis]


def ancestors_of(graph: Graph, names: Iterable[str]) -> set[str]:
    """The names of some figures and of all that they follow from."""
    by_name: dict[str, list[Rule]] = {}
    for rule in graph.order:
        by_name.setdefault(f"rows of {rule.rows_of}" if rule.rows_of else rule.name, []).append(rule)
    seen: set[str] = set()
    queue = list(names)
    while queue:
        name = queue.pop()
        if name in seen:
            continue
        seen.add(name)
        for rule in by_name.get(name, ()):
            own = needs(rule)
            queue += own
            queue += [f"rows of {axis}" for need in (rule.name, *own) if need in graph.shapes
                      for axis in graph.shapes[need].axes]  # fmt: skip
    return seen
