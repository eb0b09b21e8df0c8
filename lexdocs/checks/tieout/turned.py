"""Rows put for one another: two values of a column each of which its own head speaks for less than the other's.

In a list of terms, "Record date | August 6" and "Announced | August 2" are two heads that changed places, or two
values; either way both stand wrong.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from lexdocs.checks.reading.passage import Part
from lexdocs.checks.tieout.context import in_head
from lexdocs.checks.tieout.known import Known
from lexdocs.checks.tieout.looking import Looked, Spot
from lexdocs.checks.tieout.matching import Ranked
from lexdocs.checks.tieout.values import UNITS
from lexdocs.notation.units import Unit

_BETTER = 2.0  # by how much two values must stand better in each other's places
_SAID = 1.5  # how loudly each of the two heads must speak for the other's value
_MOST = 60  # rows of a table that are held against one another


def turned(looks: Sequence[Sequence[Looked]], known: Known) -> Mapping[Spot, str]:
    """For values of rows that were put for one another, by passage and place, the figures that belong there."""
    columns: dict[tuple[int, int], list[Looked]] = defaultdict(list)
    for each in looks:
        place = each[0].seen.passage.place if each else None
        if place is not None and place.part is Part.CELL and each[0].exact and _head(each[0]):
            columns[place.number, place.column].append(each[0])
    found: dict[Spot, str] = {}
    for column in columns.values():
        if 1 < len(column) <= _MOST:
            found |= _of_column(column, known)
    return found


def _head(looked: Looked) -> str:
    """What the head of the row says, where it is no number itself."""
    said = looked.seen.left or looked.seen.passage.row_head
    return said if any(char.isalpha() for char in said) else ""


def _of_column(column: Sequence[Looked], known: Known) -> Mapping[Spot, str]:
    units = tuple(dict.fromkeys(unit for looked in column for unit in UNITS.get(looked.item.kind, ())))
    spoken = [_heard(looked, units, known) for looked in column]
    found: dict[Spot, str] = {}
    for one, heard in enumerate(spoken):
        own = _best(column[one], heard)
        for other in range(one + 1, len(column)):
            theirs, there = _best(column[other], spoken[other]), _best(column[one], spoken[other])
            here = _best(column[other], heard)
            if min(_score(here), _score(there)) < _SAID or here is None or there is None:
                continue
            if _score(here) + _score(there) > _score(own) + _score(theirs) + _BETTER:
                found[column[one].spot] = here.fact.address
                found[column[other].spot] = there.fact.address
    return found


def _heard(looked: Looked, units: Sequence[Unit], known: Known) -> Mapping[str, Ranked]:
    """The figures for which the head of a row alone speaks."""
    said = dict.fromkeys(in_head(_head(looked), known.names), 1.0)
    return {each.fact.address: each for each in known.matcher.rank(units, said, {})}


def _best(looked: Looked, heard: Mapping[str, Ranked]) -> Ranked | None:
    """Of the figures that have the value of a number the one for which a head speaks most."""
    fitting = [heard[each.fact.address] for each in looked.exact if each.fact.address in heard]
    return max(fitting, key=lambda each: each.words, default=None)


def _score(ranked: Ranked | None) -> float:
    return ranked.words if ranked else 0.0
