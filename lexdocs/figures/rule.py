"""Rules: plain functions named for the figure they give, read by their signatures.

A rule's parameters name its inputs and their annotations the units; its docstring says in a sentence
what the figure is. The decorators declare what the signature cannot: rows, rounding and citation.

>>> from lexdocs.notation.units import Money, Number
>>> @rule(cite="section 2 of the fee letter")
... def fee(principal: Money, multiple: Number) -> Money:
...     '''Fee on the principal.'''
...     return principal * multiple
>>> read(fee).parameters
(Parameter(name='principal', unit=<Unit.MONEY: 'money'>, each=False, maybe=False, whole=False), \
Parameter(name='multiple', unit=<Unit.NUMBER: 'number'>, each=False, maybe=False, whole=False))
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from types import ModuleType, UnionType
from typing import Annotated, Any, TypeVar, Union, get_args, get_origin, get_type_hints

from lexdocs.figures.figure import Figure, Pending
from lexdocs.notation.units import Rounding, Unit

F = TypeVar("F", bound=Callable[..., object])

T = TypeVar("T")

Each = Mapping[str, T]
"""A parameter that takes all rows of a figure, by their labels: `Each[Money]`."""

CENT = Fraction(1, 100)


@dataclass(frozen=True)
class Round:
    """The rounding at the end of a rule: a direction and a quantum, each fixed or named as a figure.

    `Round(Rounding.UP)` rounds up to whole ones; `Round("warrant_rounding", to="increment")` takes
    both from the term sheet.
    """

    by: Rounding | str
    to: Fraction | str = Fraction(1)

    @property
    def figures(self) -> tuple[str, ...]:
        """The figures that the rounding itself depends on."""
        return tuple(name for name in (self.by, self.to) if isinstance(name, str) and not isinstance(name, Rounding))


@dataclass(frozen=True)
class Total:
    """What a rule says of itself when all it does is add up one figure of an axis, row by row.

    `of` is the figure; `by` a text figure of the same axis that tells which rows belong to the row of the
    rule; with `count` rows are counted instead, those alone for which `of` holds, if it is a flag.

    Totals let an axis of millions of rows be worked through without all of them in memory; the rule's
    function stays what is run on a book, and `added` is what its declaration stands for.
    """

    of: str = ""
    by: str | None = None
    count: bool = False

    def added(self, values: Mapping[str, Any], groups: Mapping[str, str] | None = None, label: str = "") -> Any:
        """The total of some rows: of all, or of those whose group is `label`.

        >>> total = Total("held", by="series")
        >>> total.added({"H-7": Fraction(5), "H-8": Fraction(9)}, {"H-7": "A", "H-8": "B"}, "B")
        Fraction(9, 1)
        >>> Total("tenders", count=True).added({"H-7": True, "H-8": False})
        1
        """
        taken = [value for row, value in values.items() if groups is None or groups[row] == label]
        if not self.count:
            return sum(taken, Fraction(0))
        return sum(1 for value in taken if value is not False or not self.of)


@dataclass(frozen=True)
class Parameter:
    """One input of a rule.

    `each`: all rows of it; `maybe`: the rule can live with it pending; `whole`: the rule takes the
    figure itself, not its value alone, to write it as it was typed (`Annotated[Figure, Unit.RATE]`).
    """

    name: str
    unit: Unit | None
    each: bool = False
    maybe: bool = False
    whole: bool = False


@dataclass(frozen=True)
class _Declared:
    """What a decorator notes on a function, which it returns otherwise unchanged."""

    per: tuple[str, ...] = ()
    row: tuple[str, str] | None = None
    name: str | None = None
    round: Round | None = None
    cite: str = ""
    rows_of: str | None = None
    total: Total | None = None


@dataclass(frozen=True)
class Rule:
    """A rule as the graph sees it. `row` limits it to one label of its axis; `rows_of` says it lists an axis."""

    name: str
    function: Callable[..., Any]
    parameters: tuple[Parameter, ...]
    unit: Unit
    per: tuple[str, ...]
    row: tuple[str, str] | None
    round: Round | None
    cite: str
    says: str
    rows_of: str | None
    total: Total | None = None


def rule(
    *,
    per: str | tuple[str, ...] = (),
    row: tuple[str, str] | None = None,
    name: str | None = None,
    round: Round | None = None,  # noqa: A002  the word counsel would use
    cite: str = "",
    total: Total | None = None,
) -> Callable[[F], F]:
    """Declare a function a rule.

    `per` names the axes of whose rows it gives one figure each. `row=(axis, label)` with `name` gives
    one row of a figure whose rows have rules of their own. `total` says that the rule is a plain sum.
    """
    axes = (per,) if isinstance(per, str) else per
    return _note(_Declared(axes or ((row[0],) if row else ()), row, name, round, cite, total=total))


def rows(axis: str) -> Callable[[F], F]:
    """Declare a function that lists the labels of an axis, such as the payment dates of a schedule."""
    return _note(_Declared(rows_of=axis))


def _note(declared: _Declared) -> Callable[[F], F]:
    def noted(function: F) -> F:
        function.__rule__ = declared  # type: ignore[attr-defined]  # a note on the function, not a wrapper
        return function

    return noted


@cache
def read(function: Callable[..., Any]) -> Rule:
    """The rule of a declared function, from its signature, its annotations and its docstring."""
    declared: _Declared = function.__rule__  # type: ignore[attr-defined]  # set by the decorator
    hints = get_type_hints(function, include_extras=True)
    returns = hints.pop("return", None)
    name = declared.name or function.__name__
    says = (inspect.getdoc(function) or "").split("\n\n")[0].replace("\n", " ")
    if not says:
        raise TypeError(f"rule {name} has no docstring that says what it is")
    unit = Unit.TEXT if declared.rows_of else _parameter(name, returns).unit
    if unit is None:
        raise TypeError(f"rule {name} does not say its unit: annotate what it returns")
    parameters = tuple(_parameter(each, hint) for each, hint in hints.items())
    return Rule(
        name, function, parameters, unit, declared.per, declared.row, declared.round, declared.cite,
        says, declared.rows_of, declared.total,
    )  # fmt: skip


def _parameter(name: str, hint: Any) -> Parameter:
    """Read one annotation: `Money`, `Each[Money]`, `Money | Pending`, `Each[Money | Pending]`."""
    if get_origin(hint) is Annotated:
        unit = next((each for each in get_args(hint)[1:] if isinstance(each, Unit)), None)
        return Parameter(name, unit, whole=get_args(hint)[0] is Figure)
    if get_origin(hint) in (Union, UnionType):
        inner = [_parameter(name, each) for each in get_args(hint) if each is not Pending]
        return Parameter(name, inner[0].unit, inner[0].each, maybe=True)
    if isinstance(get_origin(hint), type) and issubclass(get_origin(hint), Mapping):
        inner_hint = _parameter(name, get_args(hint)[1])
        return Parameter(name, inner_hint.unit, each=True, maybe=inner_hint.maybe)
    return Parameter(name, None)


def rules_of(modules: Iterable[ModuleType]) -> Iterator[Rule]:
    """The rules of the given modules, in the order in which they are written."""
    for module in modules:
        for function in vars(module).values():
            if callable(function) and hasattr(function, "__rule__") and function.__module__ == module.__name__:
                yield read(function)
