"""A figure, or its absence: a named value with the proof that it follows from the term sheet."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cached_property

from lexdocs.notation.units import Rounding, Unit, Value
from lexdocs.terms.leaf import Leaf

Key = tuple[str, ...]


def address(name: str, key: Key = ()) -> str:
    """How a figure is named in a tick, in `figures.json` and on the command line.

    >>> address("coupon", ("2012-06-15",)), address("total")
    ('coupon[2012-06-15]', 'total')
    """
    return f"{name}[{','.join(key)}]" if key else name


@dataclass(frozen=True)
class Shape:
    """What is known of a figure before it has a value."""

    unit: Unit
    axes: tuple[str, ...]
    says: str = ""


@dataclass(frozen=True)
class Input:
    """What a rule was given for one parameter: one figure, or each row of one (with pending ones among them).

    `label` is the place in the rows' keys by which the rule tells them apart.
    """

    parameter: str
    figures: tuple[Figure | Pending, ...]
    each: bool = False
    label: int = 0

    @cached_property
    def by_label(self) -> Mapping[str, Figure | Pending]:
        """The rows by the label that tells them apart."""
        return {figure.key[self.label]: figure for figure in self.figures}


@dataclass(frozen=True)
class Derivation:
    """The proof of a derived figure: its rule, its inputs, and the rounding at its end."""

    function: Callable[..., object]
    inputs: tuple[Input, ...]
    exact: Value | None = None
    rounding: Rounding | None = None
    quantum: Fraction | None = None
    cite: str = ""


@dataclass(frozen=True)
class Figure:
    """A value with its name, its unit and its proof.

    `value` is `Fraction`, `int`, a date, a text or a flag; from a declared rounding on it is `Decimal`.
    `written` is what counsel typed, for leaves only: a rate typed as a fraction prints as one.
    """

    name: str
    key: Key
    unit: Unit
    value: Value
    says: str
    proof: Leaf | Derivation = field(repr=False)
    written: str | None = None

    @property
    def address(self) -> str:
        """The figure's name with its row, as `coupon[2012-06-15]`."""
        return address(self.name, self.key)

    @property
    def inputs(self) -> tuple[Input, ...]:
        """What the figure was calculated from; nothing for a leaf."""
        return () if isinstance(self.proof, Leaf) else self.proof.inputs


@dataclass(frozen=True)
class Pending:
    """A figure that is not fixed yet; it is absent, never zero, and knows what it waits for.

    `waits_for` holds the paths of the term sheet that must be filled in first.
    """

    name: str
    key: Key
    unit: Unit
    says: str
    waits_for: tuple[str, ...]

    @property
    def address(self) -> str:
        """The figure's name with its row."""
        return address(self.name, self.key)


def ancestors(*figures: Figure) -> Iterator[Figure]:
    """The figures and every figure that they follow from, each once, nearest first."""
    seen: set[str] = set()
    queue: list[Figure | Pending] = [*figures]
    while queue:
        current = queue.pop(0)
        if isinstance(current, Pending) or current.address in seen:
            continue
        seen.add(current.address)
        yield current
        queue += [each for given in current.inputs for each in given.figures]


def leaves(*figures: Figure) -> tuple[Leaf, ...]:
    """The leaves of the term sheet from which the figures follow, nearest first."""
    return tuple(each.proof for each in ancestors(*figures) if isinstance(each.proof, Leaf))
