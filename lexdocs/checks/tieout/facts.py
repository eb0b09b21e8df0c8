"""What a deal knows, as tie-out needs it: each figure with the words beside which it is met."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from fnmatch import fnmatchcase
from fractions import Fraction
from functools import cached_property

from lexdocs.checks.tieout.concepts import concepts
from lexdocs.checks.tieout.hints import HINTS
from lexdocs.figures.book import FigureBook
from lexdocs.figures.explain import shown
from lexdocs.figures.figure import Figure
from lexdocs.notation.units import Unit, Value
from lexdocs.terms.leaf import Leaf

# A flag or a rule of rounding is not printed as a figure; texts are held against the text as names.
_WORDLESS = frozenset({Unit.FLAG, Unit.ROUNDING, Unit.TEXT, Unit.TITLE})
# A price that is stated is the price, which texts give whether it is stated or follows from a spread; and interest that
# is printed beside a price is the interest itself, in as many decimals.
_ONCE_MORE = frozenset({"stated_total_consideration", "early_interest_printed", "interest_printed"})
_HINTED, _NAMED, _SAID = 1.0, 0.8, 0.5
_LABELED = 1.6
_SCENES: Mapping[str, str] = {
    "all": "ifall",
    "minimum": "atleast",
    "accepted": "purchased",
    "consummation": "consummate",
    "thereafter": "thereafter",
}
"""Labels of rows that texts say in other words."""


@dataclass(frozen=True)
class Fact:
    """A figure that a text may state, with the weight of each concept that speaks for it.

    `known` says how far it is one that documents state: typed in the terms or printed by a public document of the
    deal (3), printed by another of them (2), or only worked out on the way (1). `labels` are its rows as concepts,
    `core` what its own name is about: without a word of it, nothing says that the figure is meant. `micros` is the
    value in whole millionths, cut off, to tell quickly that a number is far from it.
    """

    figure: Figure
    concepts: Mapping[str, float] = field(repr=False)
    against: tuple[str, ...] = field(repr=False)
    labels: tuple[str, ...]
    known: int
    norm: float = 1.0
    core: frozenset[str] = frozenset()
    micros: int | None = None
    scenes: tuple[str, ...] = ()

    @cached_property
    def address(self) -> str:
        """The address of its figure."""
        return self.figure.address

    @property
    def rows(self) -> tuple[str, ...]:
        """What says that its row is meant: the row by its name, or by the words in which texts say it."""
        return (*self.labels, *self.scenes)

    @property
    def name(self) -> str:
        """The name of its figure, without its row."""
        return self.figure.name

    @property
    def unit(self) -> Unit:
        """The unit of its figure."""
        return self.figure.unit

    @property
    def shown(self) -> str:
        """Its value as a reader would write it."""
        return shown(self.figure)


@dataclass(frozen=True)
class Facts:
    """The facts of a book, by unit; `weights` is how much each concept tells figures apart."""

    by_unit: Mapping[Unit, tuple[Fact, ...]]
    weights: Mapping[str, float]
    by_address: Mapping[str, Fact]


def label(axis: str, row: str) -> str:
    """The concept of a row of an axis.

    >>> label("series", "notes-a")
    'series=notes-a'
    """
    return f"{axis}={row}"


def facts_of(book: FigureBook, printed: Mapping[str, int], rows: Mapping[str, frozenset[str]]) -> Facts:
    """The facts of a book. `printed` says how publicly the deal's own documents print an address: 3 or 2.

    `rows` limits axes to some of their labels: of a register those holdings that a text is about.
    """
    last = {figure.name: figure for figure in book if isinstance(figure, Figure)}
    names = {name: _words(figure) for name, figure in last.items()}
    count = Counter(concept for words, _ in names.values() for concept in words)
    weights = {concept: math.log(1 + len(names) / number) for concept, number in count.items()}
    found = [
        _fact(figure, names[figure.name], printed, book.shapes[figure.name].axes, weights)
        for figure in book
        if isinstance(figure, Figure) and figure.unit not in _WORDLESS and _wanted(figure, book, rows)
    ]
    by_unit: dict[Unit, list[Fact]] = defaultdict(list)
    for fact in found:
        by_unit[fact.unit].append(fact)
    return Facts({unit: tuple(each) for unit, each in by_unit.items()}, weights, {fact.address: fact for fact in found})


def _wanted(figure: Figure, book: FigureBook, rows: Mapping[str, frozenset[str]]) -> bool:
    if figure.name in _ONCE_MORE:
        return False
    axes = book.shapes[figure.name].axes
    return all(axis not in rows or row in rows[axis] for axis, row in zip(axes, figure.key, strict=False))


def _words(figure: Figure) -> tuple[Mapping[str, float], tuple[str, ...]]:
    """The concepts that speak for a figure, and those that speak against it."""
    weights: dict[str, float] = defaultdict(float)
    against: set[str] = set()
    for hint in hints(figure.name):
        said, *unsaid = re.split(r" -(?=[a-z])", hint)
        for concept in concepts(said):
            weights[concept] = max(weights[concept], _HINTED)
        against.update(concept for each in unsaid for concept in concepts(each))
    for concept in concepts(figure.name.replace("_", " ")):
        weights[concept] = max(weights[concept], _NAMED)
    for concept in concepts(figure.says):
        weights[concept] = max(weights[concept], _SAID)
    return weights, tuple(sorted(against))


def hints(name: str) -> Iterator[str]:
    """The rows of the table of hints for a figure."""
    if name in HINTS:
        yield HINTS[name]
    else:
        yield from (said for pattern, said in HINTS.items() if "*" in pattern and fnmatchcase(name, pattern))


def _fact(
    figure: Figure, words: tuple[Mapping[str, float], tuple[str, ...]], printed: Mapping[str, int],
    axes: Sequence[str], weights: Mapping[str, float],
) -> Fact:  # fmt: skip
    said, against = words
    labels = tuple(label(axis, row) for axis, row in zip(axes, figure.key, strict=False))
    all_words = dict(said)
    for row in figure.key:
        if row in _SCENES:
            all_words[_SCENES[row]] = _LABELED
    typed = isinstance(figure.proof, Leaf) and not figure.name.startswith(("event_", "as_of", "held_", "withholding"))
    known = max(printed.get(figure.address, 1), 3 if typed else 1)
    norm = math.sqrt(sum((weight * weights.get(concept, 1.0)) ** 2 for concept, weight in said.items()))
    return Fact(
        figure,
        all_words,
        against,
        labels,
        known,
        norm or 1.0,
        _core(figure.name, weights),
        micros(figure.value),
        tuple(_SCENES[row] for row in figure.key if row in _SCENES),
    )


def micros(value: Value) -> int | None:
    """A number in whole millionths, cut off; nothing for what is no number."""
    if isinstance(value, bool) or not isinstance(value, int | Fraction | Decimal):
        return None
    return int(value * MICRO)


MICRO = 10**6


def _core(name: str, weights: Mapping[str, float]) -> frozenset[str]:
    """The concepts of a figure's name that tell it from others."""
    own = {concept: weights.get(concept, 1.0) for concept in concepts(name.replace("_", " "))}
    told = max(own.values(), default=0.0)
    return frozenset(concept for concept, weight in own.items() if weight >= told * 0.8)
