"""What each figure rests on: the terms under its proof, and the names that depend on the rows of an axis."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from lexdocs.figures.book import FigureBook
from lexdocs.figures.figure import Figure, Key, Pending
from lexdocs.figures.graph import Graph, needs
from lexdocs.terms.leaf import Leaf

Place = tuple[str, Key]
"""A figure by name and row."""


@dataclass
class Bits:
    """A bit for each path of the terms, so that sets of them are whole numbers."""

    places: dict[str, int] = field(default_factory=dict)

    def of(self, paths: Iterable[str]) -> int:
        """The paths as bits.

        >>> bits = Bits()
        >>> bits.of(["old_notes.rate", "offer.cap"]), bits.of(["offer.cap"])
        (3, 2)
        """
        found = 0
        for path in paths:
            found |= 1 << self.places.setdefault(path, len(self.places))
        return found


def resting(book: FigureBook, bits: Bits) -> Mapping[Place, int]:
    """The terms on which each figure rests by its proof; for what is pending, what it waits for."""
    found: dict[Place, int] = {}
    for place, figure in book.figures.items():
        if isinstance(figure, Pending):
            found[place] = bits.of(figure.waits_for)
        elif isinstance(figure.proof, Leaf):
            found[place] = bits.of([figure.proof.path])
        else:
            under = 0
            for given in figure.proof.inputs:
                for each in given.figures:
                    under |= found.get((each.name, each.key), 0) or _waiting(each, bits)
            found[place] = under
    return found


def _waiting(figure: Figure | Pending, bits: Bits) -> int:
    return bits.of(figure.waits_for) if isinstance(figure, Pending) else 0


def rows_of(axis: str) -> str:
    """How an axis is named among figures.

    >>> rows_of("period")
    'rows of period'
    """
    return f"rows of {axis}"


@dataclass(frozen=True)
class Below:
    """Which names depend on which, by the declarations of the rules alone."""

    uses: Mapping[str, frozenset[str]]

    def of(self, names: Iterable[str]) -> frozenset[str]:
        """The names, and all that depends on any of them."""
        found: set[str] = set()
        queue = list(names)
        while queue:
            name = queue.pop()
            if name not in found:
                found.add(name)
                queue += self.uses.get(name, ())
        return frozenset(found)


def below(graph: Graph) -> Below:
    """The dependencies of a graph, the rows of its axes among them."""
    uses: dict[str, set[str]] = {}
    for name, shape in graph.shapes.items():
        for axis in shape.axes:
            uses.setdefault(rows_of(axis), set()).add(name)
    for plan in graph.plans:
        gives = rows_of(plan.rule.rows_of) if plan.rule.rows_of else plan.rule.name
        for name in needs(plan.rule):
            uses.setdefault(name, set()).add(gives)
    return Below({name: frozenset(found) for name, found in uses.items()})
