"""Lowering: the compiled rules as one straight function of whole numbers, for a million holdings.

Nothing is written twice: each rule's own function is traced (see `formula` and `path`) and what it does to
the amounts of a row is written out as Python over whole numbers, with the constants of the deal folded in. A
rule that cannot be traced is called as it is. What comes out equals the compiled function in every figure.
"""

from __future__ import annotations

import keyword
import re
from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import Any

from lexdocs.figures.compiled import Argument, Compiled, Fixed, Local, Locals, Step
from lexdocs.figures.formula import Amount, Asked, Condition, Word, amount
from lexdocs.figures.lowered import Choice, Constant, Exact, Flag, Lowered, Number, Place, Uneven
from lexdocs.figures.path import ABOVE, Path, Untraceable
from lexdocs.figures.tracing import End, Tree, bottom_of, choices, code, is_flag, replaced, trace
from lexdocs.figures.wording import put_together
from lexdocs.notation.units import SCALES, Unit


def lower(
    compiled: Compiled,
    wanted: Iterable[str] | None = None,
    known: Mapping[str, Any] | None = None,
    unknown: Iterable[str] = (),
    leaves: Iterable[str] | None = None,
) -> Lowered:
    """Lower a compiled function, or what of it the figures of `wanted` need; `known` are texts of the row, by address.

    Raises `Asked`, with the text's address, where a rule turns on a text of the row that is not among `known`,
    unless it is among `unknown`: then the rule is called as it is. `leaves` are the arguments of the function, if
    they are to be others than those that the figures need.
    """
    steps = needed(compiled, wanted)
    asked = tuple(step.address for step in steps) if wanted is None else tuple(wanted)
    used = {local.address for step in steps for _name, argument in step.arguments for local in _locals(argument)}
    own = tuple(each for each in compiled.leaves if each in used or each in asked)
    lowering = _Lowering(compiled, own if leaves is None else tuple(leaves), known or {}, frozenset(unknown))
    for step in steps:
        lowering.step(step)
    return lowering.finish(asked)


def needed(compiled: Compiled, wanted: Iterable[str] | None) -> tuple[Step, ...]:
    """The steps that some figures need, in order; all where none are named."""
    if wanted is None:
        return compiled.steps
    asked, kept = set(wanted), []
    for step in reversed(compiled.steps):
        if step.address in asked:
            kept.append(step)
            asked |= {local.address for _name, argument in step.arguments for local in _locals(argument)}
    return tuple(reversed(kept))


def _locals(argument: Argument) -> list[Local]:
    each = argument.each.values() if isinstance(argument, Locals) else (argument,)
    return [local for local in each if isinstance(local, Local)]


def _even(value: Any, scale: int) -> int:
    """An amount that a rule gave, as a whole number of its scale."""
    scaled = Fraction(value) * scale
    if scaled.denominator != 1:
        raise Uneven
    return scaled.numerator


class _Lowering:
    """The function so far: its lines, and where each figure stands in it."""

    def __init__(
        self, compiled: Compiled, leaves: tuple[str, ...], known: Mapping[str, Any], unknown: frozenset[str]
    ) -> None:
        self.compiled, self.leaves = compiled, leaves
        self.lines: list[str] = []
        self.names: dict[str, str] = {}
        self.taken: set[str] = set()
        self.globals: dict[str, Any] = {"Fraction": Fraction, "even": _even}
        self.direct: dict[str, str] = {}
        self.units = {each: compiled.leaves[each].unit for each in leaves}
        self.places: dict[str, Place] = {compiled.axis: Exact(self.variable("label"))}
        texts = {each for each in leaves if compiled.leaves[each].unit is Unit.TEXT} - unknown - known.keys()
        self.says: dict[str, tuple[str, ...]] = {each: (each,) for each in texts}
        self.arguments = ["label"]
        for address in leaves:
            shape = compiled.leaves[address]
            name = self.variable(address)
            self.arguments.append(name)
            if address in known:
                self.places[address] = Constant(known[address])
            elif shape.unit in SCALES:
                self.places[address] = Number(name, SCALES[shape.unit], shape.unit is Unit.COUNT)
            else:
                self.places[address] = Flag(name) if shape.unit is Unit.FLAG else Exact(name)

    def variable(self, address: str) -> str:
        """A name of its own for a figure."""
        name = re.sub(r"\W+", "_", address).strip("_")
        name = f"{name}_" if keyword.iskeyword(name) or not name[:1].isalpha() else name
        while name in self.taken:
            name += "_"
        self.taken.add(name)
        return name

    def step(self, step: Step) -> None:
        """Add the lines of a rule: traced, or, where that cannot be, its call."""
        try:
            tree = trace(
                lambda path: step.exact({name: self.symbol(path, each) for name, each in step.arguments}), self.names
            )
            self.place(step, tree)
        except Asked:
            raise
        except Untraceable as why:
            if not self.word(step):
                self.direct[step.address] = str(why)
                self.call(step)

    def symbol(self, path: Path, argument: Argument) -> Any:
        """What the rule's function is called with to be traced."""
        if isinstance(argument, Fixed):
            return argument.value
        if isinstance(argument, Locals):
            return {label: self.symbol(path, each) for label, each in argument.each.items()}
        place = self.places[argument.address]
        if isinstance(place, Constant):
            return argument.of({argument.address: place.value})
        if isinstance(place, Number):
            return amount(path, {(place.name,): 1}, place.bottom)
        if isinstance(place, Choice):
            # The path forks, and on each of its ways the text is known.
            for index, value in enumerate(place.values[:-1]):
                if amount(path, {(place.name,): 1}, 1) == index:
                    return value
            return place.values[-1]
        if isinstance(place, Flag):
            return Condition(path, {(place.name,): 1}, frozenset({ABOVE}))
        return Word(argument.address, self.says.get(argument.address, ()))

    def place(self, step: Step, tree: Tree) -> None:
        """Add the lines of a traced rule, if it needs any, and say where its figure stands."""
        value = tree.value if isinstance(tree, End) else None
        if isinstance(value, Word):
            self.places[step.address] = self.places[value.address]
        elif isinstance(value, Amount) and (same := self.same(value)) is not None:
            self.places[step.address] = same
        elif isinstance(tree, End) and not isinstance(value, Amount | Condition):
            self.places[step.address] = Constant(value)
        else:
            texts = choices(tree)
            bottom = 1 if texts else bottom_of(tree)
            if bottom is None and not is_flag(tree):
                raise Untraceable("it gives an amount on one path and something else on another")
            name, count = self.variable(step.address), step.rule.unit is Unit.COUNT
            self.lines += code(replaced(tree, texts.index) if texts else tree, name, bottom, "    ")
            if texts:
                self.places[step.address] = Choice(name, texts)
                return
            self.places[step.address] = Flag(name) if bottom is None else Number(name, bottom, count)

    def same(self, value: Amount) -> Number | None:
        """The place of a figure that the amount is, unchanged."""
        for place in self.places.values():
            if isinstance(place, Number) and value.terms == {(place.name,): 1} and value.bottom == place.bottom:
                return place
        return None

    def word(self, step: Step) -> bool:
        """Add the line of a rule that only puts texts of the row together, if it is one."""
        fixed: dict[str, Any] = {}
        texts: dict[str, str] = {}
        for name, argument in step.arguments:
            if isinstance(argument, Fixed):
                fixed[name] = argument.value
                continue
            place = self.places[argument.address] if isinstance(argument, Local) else None
            if isinstance(argument, Local) and isinstance(place, Exact) and self.is_text(argument.address):
                texts[name] = place.name
            elif isinstance(place, Constant):
                fixed[name] = place.value
            else:
                return False
        written = put_together(step.rule.function, fixed, texts) if step.quantum is None and texts else None
        if written is None or step.partial:
            return False
        name = self.variable(step.address)
        self.says[step.address] = self.sources(step)
        self.places[step.address] = Exact(name)
        self.lines.append(f"    {name} = {written}")
        return True

    def is_text(self, address: str) -> bool:
        """Whether a figure of the row is a text that is there in every row."""
        return address == self.compiled.axis or self.units.get(address) is Unit.TEXT

    def sources(self, step: Step) -> tuple[str, ...]:
        """The texts of the row from which a figure follows."""
        taken = [local.address for _name, argument in step.arguments for local in _locals(argument)]
        return tuple(dict.fromkeys(each for one in taken for each in self.says.get(one, ())))

    def call(self, step: Step) -> None:
        """Add the call of a rule that cannot be traced, with exact values."""
        name, unit = self.variable(step.address), step.rule.unit
        self.says[step.address] = self.sources(step)
        given = [(each, self.given(argument)) for each, argument in step.arguments]
        if step.partial or step.quantum is not None or unit is Unit.COUNT:
            called = f"{self.constant(step.exact)}({{{', '.join(f'{each!r}: {what}' for each, what in given)}}})"
        else:
            called = f"{self.constant(step.rule.function)}({', '.join(f'{each}={what}' for each, what in given)})"
        if not step.partial and (step.quantum is not None or unit is Unit.COUNT):
            bottom = 1 if step.quantum is None or unit is Unit.COUNT else step.quantum.denominator
            self.places[step.address] = Number(name, bottom, unit is Unit.COUNT)
            called = f"int({called} * {bottom})"
        elif not step.partial and unit is Unit.MONEY:
            # Rules mostly give whole cents; where one does not, the row goes the exact way.
            self.places[step.address] = Number(name, SCALES[unit])
            called = f"even({called}, {SCALES[unit]})"
        else:
            self.places[step.address] = Flag(name) if unit is Unit.FLAG and not step.partial else Exact(name)
        self.lines.append(f"    {name} = {called}")

    def constant(self, value: Any) -> str:
        """A name for something that is the same in every row."""
        name = f"constant_{len(self.globals)}"
        self.globals[name] = value
        return name

    def given(self, argument: Argument) -> str:
        """An argument of a rule that is called as it is, as an expression."""
        if isinstance(argument, Locals):
            return "{" + ", ".join(f"{label!r}: {self.given(each)}" for label, each in argument.each.items()) + "}"
        if isinstance(argument, Fixed):
            return self.constant(argument.value)
        place = self.places[argument.address]
        if isinstance(place, Constant):
            return self.constant(argument.of({argument.address: place.value}))
        if isinstance(place, Choice):
            return f"{self.constant(place.values)}[{place.name}]"
        if isinstance(place, Number) and (argument.number or not place.count):
            return f"Fraction({place.name}, {place.bottom})"
        return place.name

    def finish(self, wanted: tuple[str, ...]) -> Lowered:
        """The function, compiled from its lines."""
        places = (self.places[address] for address in wanted)
        results = ["None" if isinstance(place, Constant) else place.name for place in places]
        head = f"def row({', '.join(self.arguments)}):"
        source = "\n".join([head, *self.lines, f"    return ({', '.join(results)}{',' if results else ''})", ""])
        exec(compile(source, f"<figures of a {self.compiled.axis}>", "exec"), self.globals)  # noqa: S102  written above
        return Lowered(self.globals["row"], source, self.places, self.leaves, wanted, self.direct)
