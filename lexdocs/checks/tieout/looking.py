"""A number of a text with the figures that it may be: those for which its words speak, and those whose value it has."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from lexdocs.checks.reading.passage import Part
from lexdocs.checks.tieout.concepts import Token
from lexdocs.checks.tieout.context import around
from lexdocs.checks.tieout.known import Known
from lexdocs.checks.tieout.matching import Ranked
from lexdocs.checks.tieout.seen import Seen
from lexdocs.checks.tieout.values import HOME, UNITS, Fit, Held, Reading, held, read
from lexdocs.notation.find import Found
from lexdocs.notation.grammar import Kind
from lexdocs.notation.units import Unit

_KEPT = 24  # figures besides those whose value it has: the rest speak too low to matter
_BEFORE = 40  # characters in which a word such as "about" may stand


@dataclass(frozen=True)
class Looked:
    """A number with the figures for which the words around it speak, and those whose value it has.

    `exact` are the latter, the likeliest first; `fits` are the likeliest of all with how the number stands to them.
    """

    seen: Seen
    item: Found
    reading: Reading
    around: Mapping[str, float] = field(repr=False)
    fits: tuple[tuple[Ranked, Held], ...] = field(repr=False)
    exact: tuple[Ranked, ...]
    foreign: bool = False

    def score(self, address: str) -> float:
        """How much speaks for a figure here."""
        return next((each.score for each, _ in self.fits if each.fact.address == address), 0.0)


def look_at(seen: Seen, item: Found, known: Known, marked: tuple[Token, ...]) -> Looked:
    """Look at one number of a passage."""
    units = _units(seen, item)
    words = around(seen, item, marked, known.names)
    ranked = known.matcher.rank(units, words, known.echoes.at(seen, item))
    reading = read(item, seen.passage.text[max(item.start - _BEFORE, 0) : item.start], _heads(seen))
    fits = [(each, held(item, reading, each.fact)) for each in ranked]
    foreign = bool(item.currency) and item.currency != HOME
    exact = [] if foreign else [each for each, fit in fits if fit.fit is Fit.EXACT]
    if not exact and not foreign:
        exact = _unspoken(item, units, reading, known)
    kept = fits[:_KEPT] + [(each, fit) for each, fit in fits[_KEPT:] if fit.fit is Fit.ROUNDED][:2]
    return Looked(seen, item, reading, words, tuple(kept), tuple(exact), foreign)


def _heads(seen: Seen) -> str:
    passage = seen.passage
    return " | ".join((*passage.column_heads, passage.caption)) if passage.column_heads or passage.caption else ""


def _units(seen: Seen, item: Found) -> Sequence[Unit]:
    """Of which units a figure may be; a bare number is an amount of money in a column of them, or with its thousands."""
    units = UNITS.get(item.kind, ())
    if item.kind is Kind.NUMBER and seen.passage.place.part is not Part.CELL and not re.search("[,.]", item.text):
        return [unit for unit in units if unit is not Unit.MONEY]
    return units


def _unspoken(item: Found, units: Sequence[Unit], reading: Reading, known: Known) -> list[Ranked]:
    """Figures of which the words around say nothing, and that have the value all the same."""
    facts = (fact for unit in units for fact in known.matcher.facts.by_unit.get(unit, ()))
    found = [Ranked(fact, 0.0, 0.0) for fact in facts if held(item, reading, fact).fit is Fit.EXACT]
    return sorted(found, key=lambda each: (-each.fact.known, each.fact.address))


@dataclass(frozen=True)
class Stated:
    """Where a whole file states each figure: by address, the places and how much speaks for it there."""

    places: Mapping[str, Sequence[tuple[int, int, float]]] = field(repr=False)

    def elsewhere(self, address: str, looked: Looked) -> float:
        """How loudly the file states a figure at another place than this; nothing where it does not."""
        here = (looked.seen.index, looked.item.start)
        return max(
            (score for index, start, score in self.places.get(address, ()) if (index, start) != here), default=0.0
        )


def stated(all_: Iterable[Looked]) -> Stated:
    """What a file states, by the values of its numbers."""
    places: dict[str, list[tuple[int, int, float]]] = {}
    for looked in all_:
        for each in looked.exact[:6]:
            places.setdefault(each.fact.address, []).append(
                (looked.seen.index, looked.item.start, max(each.score, 0.1))
            )
    return Stated(places)
