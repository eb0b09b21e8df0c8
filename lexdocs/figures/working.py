"""One rule worked out: its inputs looked up by its plan, its function called, the result rounded, the proof kept."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from typing import Any

from lexdocs.figures.figure import Derivation, Figure, Input, Key, Pending
from lexdocs.figures.plan import Labels, Plan, Take
from lexdocs.figures.rule import Parameter, Rule
from lexdocs.notation.decimals import places_needed
from lexdocs.notation.rounding import as_decimal, round_to
from lexdocs.notation.units import Rounding, Unit, Value

Columns = Mapping[tuple[str, str, Key], tuple[Figure | Pending, ...]]
"""Each row of some figures along an axis: by name, axis, and the key without the axis."""


@dataclass(frozen=True)
class Worked:
    """What has been worked out so far: figures by name and row, and the labels of the axes.

    `columns` are rows of an axis that is not here otherwise, for the rules that need each of them at once.
    """

    figures: Mapping[tuple[str, Key], Figure | Pending]
    labels: Labels
    columns: Columns = field(default_factory=dict)

    def input(self, take: Take, row: Key) -> Input:
        """The figures that a parameter stands for in a row: one, or each along its free axis."""
        name = take.parameter.name
        if not take.parameter.each:
            return Input(name, (self.figure(take, take.key(row)),))
        labels = self.labels[take.free]
        if isinstance(labels, Pending):
            column = self.columns.get((name, take.free, take.key(row)))
            return Input(name, column or (self._unlisted(take, labels),), each=True, label=take.place if column else 0)
        figures = tuple([self.figure(take, key) for key in take.keys(row, labels)])
        return Input(name, figures, each=True, label=take.place)

    def figure(self, take: Take, key: Key) -> Figure | Pending:
        """The figure of an input with its full key; pending while an axis of it is. `KeyError` where there is none."""
        found = self.figures.get((take.parameter.name, key))
        if found is not None:
            return found
        for axis in take.shape.axes:
            waiting = self.labels[axis]
            if isinstance(waiting, Pending):
                return self._unlisted(take, waiting)
        raise KeyError(f"{take.parameter.name}[{','.join(key)}]")

    def _unlisted(self, take: Take, waiting: Pending) -> Pending:
        return Pending(take.parameter.name, (), take.shape.unit, take.shape.says, waiting.waits_for)


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
        self.by_label = given.by_label
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
        if len(self.used) == len(self.by_label):
            return self.given
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
    value = round_to(exact if isinstance(exact, Fraction) else Fraction(exact), by, to)
    if rule.unit is Unit.COUNT:
        return int(value), by, to
    return (value if places_needed(to) is None else as_decimal(value)), by, to


def work_out(
    plan: Plan, worked: Worked, given: Container[tuple[str, Key]] = frozenset()
) -> Iterator[tuple[Key, Figure | Pending]]:
    """The figure of a rule in each of its rows. What is the same in all rows is looked up once.

    Figures that are `given`, by name and row, are not worked out again: here it may be from a part of their rows alone.
    """
    fixed = [worked.input(take, ()) if take.fixed else None for take in plan.takes]
    rounding = [worked.input(take, ()) if take.fixed else None for take in plan.rounding]
    for row in plan.rows(worked.labels):
        if (plan.rule.name, row) in given:
            continue
        inputs = [same or worked.input(take, row) for same, take in zip(fixed, plan.takes, strict=True)]
        rounds = [same or worked.input(take, row) for same, take in zip(rounding, plan.rounding, strict=True)]
        yield row, _apply(plan, row, inputs, rounds)


def _apply(plan: Plan, row: Key, inputs: list[Input], rounding: list[Input]) -> Figure | Pending:
    rule = plan.rule
    arguments: dict[str, Any] = {name: row[place] for name, place in plan.own}
    rows: list[tuple[int, Rows]] = []
    missing: list[Pending] = []
    for place, (take, given) in enumerate(zip(plan.takes, inputs, strict=True)):
        parameter = take.parameter
        value = arguments[parameter.name] = argument(parameter, given)
        if isinstance(value, Rows):
            rows.append((place, value))
        elif isinstance(value, Pending) and (parameter.each or not parameter.maybe):
            missing.append(value)
    missing += [each for given in rounding for each in given.figures if isinstance(each, Pending)]
    if missing:
        return Pending(rule.name, row, rule.unit, rule.says, _waits(missing))
    try:
        exact = rule.function(**arguments)
    except Waiting as waiting:
        exact = waiting.pending
    if isinstance(exact, Pending):
        return Pending(rule.name, row, rule.unit, rule.says, exact.waits_for)
    if isinstance(exact, float):
        raise TypeError(f"rule {rule.name} gave a binary float; take its counts as Number")
    for place, taken in rows:
        inputs[place] = taken.input()
    if rule.rows_of:
        return Figure(rule.name, row, rule.unit, exact, rule.says, Derivation(rule.function, tuple(inputs)))
    by_name = {given.parameter: given.figures[0] for given in rounding}
    value, by, to = rounded(rule, exact, lambda name: plain(by_name[name]))  # type: ignore[arg-type]  # none of them is pending
    proof = Derivation(rule.function, (*inputs, *rounding), exact, by, to, rule.cite)
    return Figure(rule.name, row, rule.unit, value, rule.says, proof)


def _waits(pending: Iterable[Pending]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(path for each in pending for path in each.waits_for))
