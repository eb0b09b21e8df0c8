"""A rule's function followed through all its paths: called with unknown amounts, once for each way it goes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from math import lcm
from typing import Any

from lexdocs.figures.formula import Amount, Condition
from lexdocs.figures.path import ONE, Choice, Path, Untraceable, written

MOST_PATHS = 64
"""A rule that goes more ways than this is called as it is."""


@dataclass(frozen=True)
class End:
    """The end of a path: what the function gave, after some whole numbers were worked out."""

    statements: tuple[tuple[str, str], ...]
    value: Any


@dataclass(frozen=True)
class Fork:
    """A question on which the path forks, after some whole numbers were worked out."""

    statements: tuple[tuple[str, str], ...]
    condition: str
    yes: Tree
    no: Tree


Tree = End | Fork


def trace(run: Callable[[Path], Any], names: dict[str, str]) -> Tree:
    """All paths of a function of a path; `names` are those of the whole numbers worked out, by expression.

    Raises `Untraceable` for a function that asks what an unknown amount cannot answer, or that goes too many ways.
    """
    return _Tracing(run, names).tree((), frozenset())


class _Tracing:
    """The paths so far."""

    def __init__(self, run: Callable[[Path], Any], names: dict[str, str]) -> None:
        self.run, self.names, self.paths = run, names, 0

    def tree(self, decisions: tuple[bool, ...], above: frozenset[str]) -> Tree:
        """What follows some decisions; the numbers named `above` are worked out already."""
        path = Path(decisions, self.names)
        self.paths += 1
        if self.paths > 2 * MOST_PATHS:
            raise Untraceable("it goes too many ways")
        try:
            value = self.run(path)
        except Choice as choice:
            own = _own(path, above)
            known = above | path.statements.keys()
            yes, no = self.tree((*decisions, True), known), self.tree((*decisions, False), known)
            return _without_fork(own, yes) if _sign(yes) == _sign(no) else Fork(own, choice.condition, yes, no)
        except Untraceable:
            raise
        except Exception as error:  # noqa: BLE001  a rule may fail on an amount in any way; it is then called as it is
            raise Untraceable(f"it cannot be followed: {error}") from None
        return End(_own(path, above), value)


def _without_fork(before: tuple[tuple[str, str], ...], tree: Tree) -> Tree:
    """What follows a question that makes no difference."""
    return replace(tree, statements=before + tree.statements)


def _sign(tree: Tree) -> tuple[Any, ...]:
    """What tells trees apart."""
    if isinstance(tree, Fork):
        return tree.statements, tree.condition, _sign(tree.yes), _sign(tree.no)
    value = tree.value
    if isinstance(value, Amount):
        return tree.statements, written(value.terms), value.bottom
    return tree.statements, type(value), str(value) if isinstance(value, Condition) else repr(value)


def _own(path: Path, above: frozenset[str]) -> tuple[tuple[str, str], ...]:
    return tuple((name, expression) for name, expression in path.statements.items() if name not in above)


def values(tree: Tree) -> list[Any]:
    """What the function gives at the end of each path."""
    return [tree.value] if isinstance(tree, End) else [*values(tree.yes), *values(tree.no)]


def bottom_of(tree: Tree) -> int | None:
    """The denominator over which a number can be written on all paths; None where it is no number on some."""
    bottoms = []
    for value in values(tree):
        if isinstance(value, bool) or not isinstance(value, Amount | Fraction | int):
            return None
        bottoms.append(value.bottom if isinstance(value, Amount) else value.denominator)
    return lcm(*bottoms)


def is_flag(tree: Tree) -> bool:
    """Whether the function answers a question on all paths."""
    return all(isinstance(value, bool | Condition) for value in values(tree))


def choices(tree: Tree) -> tuple[str, ...]:
    """The texts of which the function gives one on each path; none where it gives anything else on some."""
    given = values(tree)
    return tuple(dict.fromkeys(given)) if all(isinstance(value, str) for value in given) else ()


def replaced(tree: Tree, by: Callable[[Any], Any]) -> Tree:
    """The same paths with other ends."""
    if isinstance(tree, End):
        return End(tree.statements, by(tree.value))
    return Fork(tree.statements, tree.condition, replaced(tree.yes, by), replaced(tree.no, by))


def code(tree: Tree, name: str, bottom: int | None, indent: str) -> Iterator[str]:
    """The lines that give `name` its value, over `bottom` if it is a number."""
    for other, expression in tree.statements:
        yield f"{indent}{other} = {expression}"
    if isinstance(tree, End):
        yield f"{indent}{name} = {_expression(tree.value, bottom)}"
        return
    yield f"{indent}if {tree.condition}:"
    yield from code(tree.yes, name, bottom, indent + "    ")
    yield f"{indent}else:"
    yield from code(tree.no, name, bottom, indent + "    ")


def _expression(value: Any, bottom: int | None) -> str:
    if bottom is None:
        return str(value)
    terms, own = (
        (value.terms, value.bottom) if isinstance(value, Amount) else ({ONE: value.numerator}, value.denominator)
    )
    return written({product: factor * (bottom // own) for product, factor in terms.items()})
