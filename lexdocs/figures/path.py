"""A way through a rule's function: what was decided on it, and the whole numbers that were worked out."""

from __future__ import annotations

from collections.abc import Mapping

Terms = Mapping[tuple[str, ...], int]
"""A sum: for each product of names its whole factor; the product of no names is a number."""

ONE: tuple[str, ...] = ()
BELOW, ZERO, ABOVE = -1, 0, 1
SIGNS = {
    frozenset({ABOVE}): ">", frozenset({BELOW}): "<", frozenset({ZERO}): "==", frozenset({ABOVE, ZERO}): ">=",
    frozenset({BELOW, ZERO}): "<=", frozenset({ABOVE, BELOW}): "!=",
}  # fmt: skip
"""How a question about the sign of a sum is written."""


class Untraceable(Exception):  # noqa: N818  not an error: the rule is called as it is
    """A rule asks of an amount what only a known one can answer."""


class Choice(Exception):  # noqa: N818  not an error: the path forks here
    """A function asked a question that its path has not decided yet."""

    def __init__(self, condition: str) -> None:
        self.condition = condition
        super().__init__(condition)


class Path:
    """One way through a function: what was decided, and the whole numbers that were worked out on the way."""

    def __init__(self, decisions: tuple[bool, ...], names: dict[str, str]) -> None:
        self.decisions, self.names = decisions, names
        self.taken = 0
        self.known: dict[frozenset[tuple[tuple[str, ...], int]], frozenset[int]] = {}
        self.statements: dict[str, str] = {}

    def decide(self, terms: Terms, signs: frozenset[int]) -> bool:
        """Whether the sign of a sum is one of `signs`, on this path. Raises `Choice` where that is open."""
        key = frozenset(terms.items())
        possible = self.known.get(key, frozenset({BELOW, ZERO, ABOVE}))
        if possible <= signs or not possible & signs:
            return possible <= signs
        if self.taken == len(self.decisions):
            raise Choice(comparison(terms, SIGNS[signs]))
        decided = self.decisions[self.taken]
        self.taken += 1
        self.known[key] = possible & signs if decided else possible - signs
        return decided

    def named(self, expression: str) -> str:
        """The name of a whole number that is worked out by an expression; the same for the same expression."""
        name = self.names.setdefault(expression, f"whole_{len(self.names) + 1}")
        self.statements[name] = expression
        return name


def written(terms: Terms) -> str:
    """A sum as an expression.

    >>> written({("held",): 3, ("factor", "held"): -1, (): 5})
    'held * 3 - factor * held + 5'
    """
    found = ""
    for product, factor in terms.items():
        size = [str(abs(factor))] if abs(factor) != 1 or not product else []
        sign = ("-" if factor < 0 else "") if not found else (" - " if factor < 0 else " + ")
        found += sign + " * ".join([*product, *size])
    return found or "0"


def comparison(terms: Terms, sign: str) -> str:
    """A question about the sign of a sum, with what is subtracted on the other side.

    >>> comparison({("held",): 1, ("returned",): -2}, ">=")
    'held >= returned * 2'
    """
    left = {product: factor for product, factor in terms.items() if factor > 0}
    right = {product: -factor for product, factor in terms.items() if factor < 0}
    return f"{written(left)} {sign} {written(right)}"
