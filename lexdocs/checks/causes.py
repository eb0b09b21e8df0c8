"""Why a figure moved: the terms above it that moved, or the rule that gave another result from the same inputs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from lexdocs.errors import Where
from lexdocs.figures.book import FigureBook
from lexdocs.figures.figure import Figure, Input, Pending
from lexdocs.figures.graph import Graph
from lexdocs.terms.leaf import Leaf

Record = Mapping[str, Mapping[str, Any]]

ABSENT = "not there"


class CauseKind(StrEnum):
    """What can make a printed figure differ, in the order in which a reader wants to know."""

    TERM = "term"
    RULE = "rule"
    PATH = "path"  # a term that says the same, in another place of the term sheet
    HAND = "hand"
    WORDS = "words"


@dataclass(frozen=True)
class Cause:
    """One reason: the path of a term, the name of a rule, or the file that somebody edited; and where it stands.

    >>> str(Cause(CauseKind.TERM, "old_notes.rate", "9%", "8%", Where("term-sheet.yaml", 12, 9)))
    'old_notes.rate: 9% → 8% (term-sheet.yaml:12:9)'
    >>> str(Cause(CauseKind.RULE, "total_fee"))
    'the rule of total_fee moved: no input of it did'
    """

    kind: CauseKind
    name: str = ""
    before: str = ""
    after: str = ""
    where: Where | None = field(default=None, compare=False)

    @property
    def says(self) -> str:
        """The reason in a line, without its place."""
        moved = f"{self.before} → {self.after}" if self.before or self.after else ""
        if self.kind is CauseKind.HAND:
            return f"edited by hand: {self.name or 'no figure moved'}"
        if self.kind is CauseKind.WORDS:
            return f"the words moved: {self.name}"
        if self.kind is CauseKind.RULE:
            return f"the rule of {self.name} moved{f', {moved}' if moved else ''}: no input of it did"
        if self.kind is CauseKind.PATH:
            return f"{self.before} stands at {self.after} now"
        return f"{self.name}: {moved}"

    def __str__(self) -> str:
        return self.says + (f" ({self.where})" if self.where else "")


EDITED = Cause(CauseKind.HAND)
RECORD_EDITED = Cause(CauseKind.HAND, "figures.json says otherwise, and the deal folder is the one it was built from")


def shown(side: Record, address: str) -> str:
    """A figure of a record as a reader would write it."""
    entry = side.get(address)
    return ABSENT if entry is None else str(entry.get("shown", "pending"))


def row(address: str) -> tuple[str, ...]:
    """The labels in an address.

    >>> row("fee[all,2012-03-15]"), row("fee")
    (('all', '2012-03-15'), ())
    """
    labels = address.partition("[")[2].removesuffix("]")
    return tuple(labels.split(",")) if labels else ()


def stem(address: str) -> str:
    """The name in an address, without its row."""
    return address.partition("[")[0]


@dataclass(frozen=True)
class Ancestry:
    """From what each figure of a book follows: by its proof, or, for a row that is gone, by those of its like.

    `rows` names, for each axis whose rows a rule gives, the figures from which they follow.
    """

    figures: Mapping[str, Figure | Pending]
    axes: Mapping[str, tuple[str, ...]]
    rows: Mapping[str, tuple[str, ...]]
    leaves: Mapping[str, Leaf]

    @classmethod
    def of(cls, book: FigureBook, graph: Graph | None = None, leaves: Iterable[Leaf] = ()) -> Ancestry:
        """The ancestry in a book; its graph says what rows follow from, and leaves where pending terms stand."""
        figures = {each.address: each for each in book}
        given = {plan.rule.rows_of: plan for plan in graph.plans if plan.rule.rows_of} if graph else {}
        rows = {axis: tuple(take.parameter.name for take in plan.takes) for axis, plan in given.items()}
        proofs = (each.proof for each in figures.values() if isinstance(each, Figure))
        stated = {leaf.path: leaf for leaf in (*(proof for proof in proofs if isinstance(proof, Leaf)), *leaves)}
        return cls(figures, {name: shape.axes for name, shape in book.shapes.items()}, rows, stated)

    def where(self, path: str) -> Where | None:
        """Where a term stands; None for one that is there no more."""
        leaf = self.leaves.get(path)
        return leaf.where if leaf else None

    def rule(self, address: str) -> Where | None:
        """Where the rule of a figure is written, in the package."""
        figure = self.figures.get(address)
        if not isinstance(figure, Figure) or isinstance(figure.proof, Leaf):
            return None
        code = getattr(figure.proof.function, "__code__", None)
        module = str(getattr(figure.proof.function, "__module__", ""))
        return Where(module.replace(".", "/") + ".py", code.co_firstlineno) if code else None

    def above(self, address: str, moved: Iterable[str], terms: Mapping[str, str]) -> tuple[str, ...]:
        """The moved figures among those from which a figure follows directly; `terms` are the paths of moved terms."""
        figure = self.figures.get(address)
        if isinstance(figure, Pending):
            return tuple(each for each, path in terms.items() if path in figure.waits_for)
        like = figure or next((each for each in self._like(address) if isinstance(each, Figure)), None)
        found: dict[str, None] = {}
        for given in like.inputs if like else ():
            if figure is not None:
                found |= dict.fromkeys(each.address for each in given.figures)
            if figure is None or given.each:
                # Rows that are gone stand in no proof of today.
                found |= dict.fromkeys(each for each in moved if self._could_be(each, given, address))
        return tuple(each for each in found if each in moved and each != address)

    def deciding(self, address: str, moved: Iterable[str], terms: Mapping[str, str]) -> tuple[str, ...]:
        """What moved among that which says whether a figure's row is there at all."""
        mine = self._placed(address)
        found: dict[str, None] = {}
        for axis in mine:
            if axis in self.rows:
                found |= dict.fromkeys(each for each in moved if stem(each) in self.rows[axis])
            else:
                found |= dict.fromkeys(each for each in terms if self._same_row(each, axis, mine))
        return tuple(each for each in found if each != address)

    def _like(self, address: str) -> Iterator[Figure | Pending]:
        return (each for each in self.figures.values() if each.name == stem(address))

    def _could_be(self, address: str, given: Input, of: str) -> bool:
        """Whether a row that is gone was given for a parameter of the rule of another row."""
        if stem(address) != given.parameter or address in self.figures:
            return False
        labels = list(row(address))
        if given.each and given.label < len(labels):
            labels.pop(given.label)
        return set(labels) <= set(row(of))

    def _placed(self, address: str) -> dict[str, str]:
        return dict(zip(self.axes.get(stem(address), ()), row(address), strict=False))

    def _same_row(self, term: str, axis: str, mine: Mapping[str, str]) -> bool:
        its = self._placed(term)
        return axis in its and all(mine.get(name) == label for name, label in its.items())
