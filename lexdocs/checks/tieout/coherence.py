"""Tables that hold together: a column states one figure in each of its rows, whoever wrote it.

Where most cells of a column have the values of one figure, each in the row that its head names, a cell that has the
value of another row, or of another column, stands wrong, though the deal knows its value.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from lexdocs.checks.reading.passage import Part
from lexdocs.checks.tieout.facts import Fact
from lexdocs.checks.tieout.known import Known
from lexdocs.checks.tieout.looking import Looked, Spot

_FEWEST = 2  # cells that must agree
_MOST = 0.55  # of the cells of a column
_NAMED = 0.85  # how loudly a row must be named


def expected(looks: Sequence[Sequence[Looked]], known: Known) -> Mapping[Spot, str]:
    """For numbers in tables, by passage and place, the figure of their column in their row."""
    tables: dict[int, list[Looked]] = defaultdict(list)
    for each in looks:
        for looked in each:
            place = looked.seen.passage.place
            if place.part is Part.CELL and place.column > 1:
                tables[place.number].append(looked)
    found: dict[Spot, str] = {}
    for cells in tables.values():
        columns: dict[int, list[Looked]] = defaultdict(list)
        for looked in cells:
            columns[looked.seen.passage.place.column].append(looked)
        for column in columns.values():
            found |= _column(column, known)
    return found


def _column(cells: Sequence[Looked], known: Known) -> Mapping[Spot, str]:
    """The figures of one column, if it states one throughout."""
    rows = {looked.seen.passage.place.row for looked in cells}
    if len(rows) < _FEWEST or len(rows) < len(cells):
        return {}
    names = Counter(
        name for looked in cells for name in dict.fromkeys(each.fact.name for each in looked.exact if each.fact.labels)
    )
    for name, count in names.most_common(3):
        facts = [fact for fact in known.matcher.facts.by_address.values() if fact.name == name]
        right = {looked.spot: _in_row(looked, facts) for looked in cells}
        settled = {spot: fact for spot, fact in right.items() if fact is not None}
        agree = sum(1 for looked in cells if _agrees(looked, settled.get(looked.spot)))
        if count >= max(_FEWEST, len(cells) * _MOST) and agree * 2 >= len(settled) and agree:
            return {spot: fact.address for spot, fact in settled.items()}
        # Two rows put for one another leave none that agrees, though every value is of this figure.
        if count == len(cells) == len(settled) and not agree:
            return {spot: fact.address for spot, fact in settled.items()}
    return {}


def _agrees(looked: Looked, fact: Fact | None) -> bool:
    return fact is not None and any(each.fact.address == fact.address for each in looked.exact)


def _in_row(looked: Looked, facts: Iterable[Fact]) -> Fact | None:
    """The one figure that the row of a cell names, among those of its column."""
    named = [fact for fact in facts if any(looked.around.get(row, 0.0) >= _NAMED for row in fact.labels)]
    # A row of a period names the dates of two: where the number is that of one of them, that one is meant.
    right = [fact for fact in named if _agrees(looked, fact)]
    best = right or named
    return best[0] if len(best) == 1 else None
