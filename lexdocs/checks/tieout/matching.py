"""Which figure a place in a text is about: every figure of a fitting unit, by how much the words there speak for it."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from lexdocs.checks.tieout.facts import Fact, Facts
from lexdocs.notation.units import Unit

_KNOWN = {3: 1.0, 2: 0.7, 1: 0.5}
"""A figure that public documents print is met more often than one that is only worked out on the way."""
_OTHER_ROW, _OTHER_SIDE, _AGAINST = 2.2, 1.5, 0.8
_SIDES = {"old": "new", "new": "old"}
_ROW = 2.0


@dataclass(frozen=True)
class Ranked:
    """A figure with how much speaks for it: `words` in general, `echo` of the deal's own documents."""

    fact: Fact
    words: float
    echo: float

    @property
    def score(self) -> float:
        """All that speaks for it."""
        return self.words + self.echo


@dataclass(frozen=True)
class Matcher:
    """The facts of a deal, by unit and concept."""

    facts: Facts
    index: Mapping[Unit, Mapping[str, Sequence[tuple[int, float]]]] = field(repr=False)

    def rank(self, units: Iterable[Unit], around: Mapping[str, float], echo: Mapping[str, float]) -> list[Ranked]:
        """The figures of some units for which anything speaks, the likeliest first."""
        found: list[Ranked] = []
        rows = _rows(around)
        for unit in dict.fromkeys(units):
            facts = self.facts.by_unit.get(unit, ())
            index = self.index.get(unit, {})
            scores: dict[int, float] = defaultdict(float)
            for concept, weight in around.items():
                for place, own in index.get(concept, ()):
                    scores[place] += weight * own
            if echo:
                for place, fact in enumerate(facts):
                    if fact.address in echo:
                        scores[place] += 0.0
            for place, score in scores.items():
                fact = facts[place]
                words = max(score * _KNOWN[fact.known] - _doubts(fact, around, rows), 0.0)
                found.append(Ranked(fact, words, echo.get(fact.address, 0.0)))
        return sorted(found, key=lambda each: (-each.score, -each.fact.known, each.fact.address))


def _rows(around: Mapping[str, float]) -> Mapping[str, Sequence[tuple[str, float]]]:
    """The rows that the words name, by axis, the loudest first."""
    found: dict[str, list[tuple[str, float]]] = defaultdict(list)
    for concept, weight in around.items():
        axis, sign, _ = concept.partition("=")
        if sign:
            found[axis].append((concept, weight))
    return {axis: sorted(each, key=lambda pair: -pair[1]) for axis, each in found.items()}


def matcher(facts: Facts) -> Matcher:
    """Facts, ready to be ranked."""
    index: dict[Unit, dict[str, list[tuple[int, float]]]] = {}
    for unit, of in facts.by_unit.items():
        by_concept: dict[str, list[tuple[int, float]]] = defaultdict(list)
        for place, fact in enumerate(of):
            for concept, weight in fact.concepts.items():
                told = facts.weights.get(concept, 1.0)
                by_concept[concept].append((place, weight * told * told / math.sqrt(fact.norm)))
            for row in fact.labels:
                by_concept[row].append((place, _ROW))
        index[unit] = by_concept
    return Matcher(facts, index)


def _doubts(fact: Fact, around: Mapping[str, float], rows: Mapping[str, Sequence[tuple[str, float]]]) -> float:
    """What speaks against a figure: the other side of the offer, another row of its axis, words not its own."""
    doubt = 0.0
    for side, other in _SIDES.items():
        if side in fact.concepts and other not in fact.concepts:
            doubt += _OTHER_SIDE * max(around.get(other, 0.0) - around.get(side, 0.0), 0.0)
    for concept in fact.against:
        doubt += _AGAINST * around.get(concept, 0.0)
    if not rows:
        return doubt
    for row in fact.labels:
        others = next((weight for concept, weight in rows.get(row.split("=")[0], ()) if concept != row), 0.0)
        doubt += _OTHER_ROW * max(others - around.get(row, 0.0), 0.0)
    return doubt
