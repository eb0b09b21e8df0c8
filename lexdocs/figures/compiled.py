"""What is left of a graph once it is compiled for one axis: steps, each a rule with the places of its arguments."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

from lexdocs.figures.figure import Pending, Shape
from lexdocs.figures.rule import Rule
from lexdocs.figures.working import Rows, Waiting
from lexdocs.notation.decimals import places_needed
from lexdocs.notation.rounding import Ratio, as_decimal, round_to
from lexdocs.notation.units import Rounding, Unit, Value

Values = Mapping[str, Any]


@dataclass(frozen=True)
class Fixed:
    """An argument that is the same in every row."""

    value: Any

    def of(self, _values: Values) -> Any:
        """The argument."""
        return self.value

    def partial(self, _known: Collection[str]) -> bool:
        """Whether a rule may come upon something pending in it."""
        rows = self.value.by_label.values() if isinstance(self.value, Rows) else ()
        return any(isinstance(each, Pending) for each in rows)


@dataclass(frozen=True)
class Local:
    """An argument that is a figure of the row, by its address; a count taken as a number is made one."""

    address: str
    number: bool = False

    def of(self, values: Values) -> Any:
        """The argument, from the figures of the row so far."""
        value = values[self.address]
        return Fraction(value) if self.number and not isinstance(value, Pending) else value

    def partial(self, known: Collection[str]) -> bool:
        """Whether it may be pending; `known` are the figures that may."""
        return self.address in known


@dataclass(frozen=True)
class Locals:
    """An argument that takes each row of a figure along another axis: by label, where each stands."""

    each: Mapping[str, Fixed | Local]

    def of(self, values: Values) -> Any:
        """The argument, from the figures of the row so far."""
        return {label: local.of(values) for label, local in self.each.items()}

    def partial(self, known: Collection[str]) -> bool:
        """Whether one of them may be pending; `known` are the figures that may."""
        return any(local.partial(known) for local in self.each.values())


Argument = Fixed | Local | Locals


class Partly(Mapping[str, Any]):
    """Rows of which some are pending, as a rule takes them: it waits where it looks at one of those."""

    def __init__(self, each: Mapping[str, Any]) -> None:
        self.each = each

    def __getitem__(self, label: str) -> Any:
        found = self.each[label]
        if isinstance(found, Pending):
            raise Waiting(found)
        return found

    def __iter__(self) -> Iterator[str]:
        return iter(self.each)

    def __len__(self) -> int:
        return len(self.each)


@dataclass(frozen=True)
class Step:
    """One rule in one row of its other axes: where its arguments come from, and how it is rounded.

    `partial`: the rule may come upon something pending in some rows, and its figure is pending in these.
    """

    address: str
    rule: Rule
    arguments: tuple[tuple[str, Argument], ...]
    by: Rounding | None
    quantum: Fraction | None
    partial: bool = False

    def exact(self, arguments: Mapping[str, Any]) -> Any:
        """The figure, rounded as declared, in exact numbers; `Pending` where it is."""
        if self.partial:
            sure = [each.name for each in self.rule.parameters if not each.maybe]
            waiting = [arguments[name] for name in sure if isinstance(arguments[name], Pending)]
            if waiting:
                return waiting[0]
            arguments = {
                name: Partly(each) if name in sure and isinstance(each, dict) else each
                for name, each in arguments.items()
            }
        try:
            value = self.rule.function(**arguments)
        except Waiting as stopped:
            return stopped.pending
        if isinstance(value, Pending):
            return value
        if self.by is not None and self.quantum is not None:
            value = round_to(value if isinstance(value, Fraction | Ratio) else Fraction(value), self.by, self.quantum)
        if self.rule.unit is not Unit.COUNT or isinstance(value, bool):
            return value
        if isinstance(value, Ratio):
            return round_to(value, Rounding.DOWN) if value.ratio[1] != 1 else value
        return int(value)

    @property
    def decimal(self) -> bool:
        """Whether the figure is a decimal, for it was rounded to one."""
        return self.quantum is not None and self.rule.unit is not Unit.COUNT and places_needed(self.quantum) is not None


@dataclass(frozen=True)
class Compiled:
    """A function from the leaves of a row, by figure name, to all figures of that row, by address.

    The axis itself is left out of the addresses: `accrued[H-1,2012-06-15]` is `accrued[2012-06-15]`.
    `pending` names what no row can have yet, and what it waits for; `leaves` are those of a row, by address.
    """

    axis: str
    steps: tuple[Step, ...]
    pending: Mapping[str, tuple[str, ...]]
    leaves: Mapping[str, Shape] = field(default_factory=dict)

    def exact(self, leaves: Mapping[str, Value], label: str = "") -> dict[str, Any]:
        """The figures of the row called `label` before they become decimals: `Fraction`, `int`, texts, flags.

        What follows from a leaf that is not given is left out: nobody asks for it who did not give it.
        """
        values: dict[str, Any] = {**leaves, self.axis: label}
        absent = set(self.leaves) - set(leaves)
        for step in self.steps:
            if absent and any(
                argument.partial(absent) for _, argument in step.arguments if type(argument) is not Fixed
            ):
                absent.add(step.address)
                continue
            values[step.address] = step.exact({name: argument.of(values) for name, argument in step.arguments})
        return values

    def __call__(self, leaves: Mapping[str, Value], label: str = "") -> dict[str, Value]:
        """The figures of the row called `label`; amounts are exact, in `Decimal` from a declared rounding on."""
        values = self.exact(leaves, label)
        for step in self.steps:
            if step.decimal and step.address in values and not isinstance(values[step.address], Pending):
                values[step.address] = as_decimal(values[step.address])
        return values
