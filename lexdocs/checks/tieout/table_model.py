"""What a table states: which row of the deal each of its lines is, and which figure each line across them.

A table of this field has series, holders, dates or cases along one side and figures along the other. Its heads name
some of them, and its values the rest: where most cells fall into place, one that stands in another's place is wrong,
though the deal knows its value. A value that stands nowhere else in the table, and for which its words speak, is left
alone: the deal may know it by another name.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from lexdocs.checks.reading.passage import Part
from lexdocs.checks.tieout.context import named_in
from lexdocs.checks.tieout.facts import Fact
from lexdocs.checks.tieout.known import Known
from lexdocs.checks.tieout.looking import Looked, Spot
from lexdocs.checks.tieout.values import Fit

_FEWEST = 2  # cells that must agree
_SHARE = 0.6  # of the cells of a line
_LOUD = 1.6  # how loud a figure must speak to stand in a line of another
_TURNS = 3  # times that lines and figures are settled by one another

Pattern = tuple[str, int, tuple[str, ...]]
"""A figure with one of its rows left open: its name, which row, and the others."""
Line = int
Place = tuple[Line, Line]
Cells = Mapping[Place, Looked]
Rows = Mapping[tuple[Pattern, str], Fact]
"""The figures by what is left open of each, and the row that closes it."""


@dataclass(frozen=True)
class Side:
    """One way to see a table: its cells by line and cross line, and what the head of each line names."""

    cells: Cells
    named: Mapping[Line, frozenset[str]]
    fits: Mapping[Place, Mapping[Pattern, frozenset[str]]] = field(repr=False)

    @cached_property
    def rows(self) -> frozenset[str]:
        """The rows of the deal that its values may be of."""
        return frozenset(label for fits in self.fits.values() for labels in fits.values() for label in labels)

    @cached_property
    def lines(self) -> Mapping[Line, Sequence[Line]]:
        """Its lines in order, each with the cross lines in which it has a cell."""
        return _grouped((line, cross) for line, cross in self.cells)

    @cached_property
    def across(self) -> Mapping[Line, Sequence[Line]]:
        """Its cross lines in order, each with the lines in which it has a cell."""
        return _grouped((cross, line) for line, cross in self.cells)


def _grouped(pairs: Iterable[tuple[Line, Line]]) -> Mapping[Line, Sequence[Line]]:
    found: dict[Line, list[Line]] = defaultdict(list)
    for one, other in sorted(pairs):
        found[one].append(other)
    return found


def displaced(looks: Sequence[Sequence[Looked]], known: Known) -> Mapping[Spot, str]:
    """For numbers in one another's places in a table, by passage and place, the figure that belongs there."""
    tables: dict[int, dict[tuple[int, int], list[Looked]]] = defaultdict(lambda: defaultdict(list))
    for each in looks:
        for looked in each:
            place = looked.seen.passage.place
            if place.part is Part.CELL:
                tables[place.number][place.row, place.column].append(looked)
    by_row = {opened: fact for fact in known.matcher.facts.by_address.values() for opened in _open(fact)}
    found: dict[Spot, str] = {}
    for cells in tables.values():
        single = {spot: each[0] for spot, each in cells.items() if len(each) == 1}
        if len(single) > _FEWEST:
            found |= _of_table(single, known, by_row)
    return found


def _of_table(cells: Cells, known: Known, by_row: Rows) -> Mapping[Spot, str]:
    """The figures that belong where others stand, of one table: its rows taken as lines first, then its columns."""
    for side in (_side(cells, known, turned=False), _side(cells, known, turned=True)):
        model = _model(side, by_row)
        wrong = {spot: fact for spot, fact in model.items() if not side.cells[spot].states(fact)}
        elsewhere = {fact.address for fact in model.values()}
        told = {
            spot: fact
            for spot, fact in wrong.items()
            if elsewhere & {other.address for other in _fitting(side.cells[spot])}
            or max((each.words for each in side.cells[spot].exact), default=_LOUD) < _LOUD
        }
        few = 2 * len(told) <= len(model) + _FEWEST
        if len(model) > _FEWEST and told and (few or _changed_heads(side, told, model)):
            return {side.cells[place].spot: fact.address for place, fact in told.items()}
    return {}


def _changed_heads(side: Side, told: Mapping[Place, Fact], model: Mapping[Place, Fact]) -> bool:
    """Whether the heads of some lines were put for one another: all that stands in these is another of them's."""
    lines = {line for line, _ in told}
    return all(side.named.get(line) for line in lines) and all(
        any((other, cross) in model and side.cells[line, cross].states(model[other, cross]) for other in lines - {line})
        for line, cross in told
    )


def _side(cells: Cells, known: Known, *, turned: bool) -> Side:
    placed = {(column, row) if turned else (row, column): looked for (row, column), looked in cells.items()}
    named: dict[Line, frozenset[str]] = {}
    for (line, _), looked in placed.items():
        passage = looked.seen.passage
        head = " ".join(passage.column_heads) if turned else passage.row_head
        named[line] = named.get(line, frozenset()) | named_in(head, known.names)
    return Side(placed, named, {spot: _patterns(looked) for spot, looked in placed.items()})


def _patterns(looked: Looked) -> Mapping[Pattern, frozenset[str]]:
    """The figures with one row left open that a number may be, with the rows that it may be of each."""
    found: dict[Pattern, set[str]] = defaultdict(set)
    for fact in _fitting(looked):
        for pattern, label in _open(fact):
            found[pattern].add(label)
    return {pattern: frozenset(labels) for pattern, labels in found.items()}


def _open(fact: Fact) -> Iterator[tuple[Pattern, str]]:
    """A figure with each of its rows left open; a pool is the series whose tenders it takes in one of its steps."""
    for at, label in enumerate(fact.labels):
        rest = (*fact.labels[:at], *fact.labels[at + 1 :])
        axis, _, row = label.partition("=")
        series, _, step = row.partition(".")
        if axis == "pool":
            yield (fact.name, at, (*rest, step)), f"series={series}"
        else:
            yield (fact.name, at, rest), label


def _fitting(looked: Looked) -> Iterator[Fact]:
    yield from (each.fact for each in looked.exact)
    yield from (each.fact for each, fit in looked.fits if fit.fit is Fit.ROUNDED)


def _model(side: Side, by_row: Rows) -> Mapping[Place, Fact]:
    """The figure of each cell whose line and whose cross line are settled."""
    labels: Mapping[Line, str] = {}
    patterns: Mapping[Line, Pattern] = {}
    for _ in range(_TURNS):
        labels = _labels(side, patterns)
        patterns = _crossed(side, labels)
    found: dict[Place, Fact] = {}
    for line, cross in side.cells:
        if line in labels and cross in patterns:
            fact = by_row.get((patterns[cross], labels[line]))
            if fact is not None:
                found[line, cross] = fact
    return found


def _labels(side: Side, patterns: Mapping[Line, Pattern]) -> Mapping[Line, str]:
    """The row of the deal that each line is: as its head says, or as most of its values do."""
    found: dict[Line, str] = {}
    for line, crosses in side.lines.items():
        votes: Counter[str] = Counter()
        cast = 0
        for cross in crosses:
            fits = side.fits[line, cross]
            said = fits.get(patterns[cross], frozenset()) if cross in patterns else _any(fits)
            votes.update(said)
            cast += bool(fits)
        named = [label for label in side.named.get(line, ()) if label in side.rows]
        if len(named) == 1:
            found[line] = named[0]
            continue
        best = [label for label, count in votes.most_common() if not named or label in named]
        if best and votes[best[0]] >= max(_FEWEST, cast * _SHARE) and _alone(best, votes):
            found[line] = best[0]
    return found


def _any(fits: Mapping[Pattern, frozenset[str]]) -> frozenset[str]:
    return frozenset(label for labels in fits.values() for label in labels)


def _alone(best: Sequence[str], votes: Counter[str]) -> bool:
    return len(best) < _FEWEST or votes[best[0]] > votes[best[1]]


def _crossed(side: Side, labels: Mapping[Line, str]) -> Mapping[Line, Pattern]:
    """The figure that each cross line states: the one of most of its cells, or of all where they are out of order."""
    found: dict[Line, Pattern] = {}
    wanted = set(labels.values())
    for cross, lines in side.across.items():
        cells = [(line, side.fits[line, cross]) for line in lines]
        agree: Counter[Pattern] = Counter()
        belong: Counter[Pattern] = Counter()
        for line, fits in cells:
            for pattern, rows in fits.items():
                agree[pattern] += labels.get(line, "") in rows
                belong[pattern] += bool(rows & wanted)
        settled = sum(1 for line, _ in cells if line in labels)
        best = _best(agree, side, cross)
        if best is not None and agree[best] >= max(_FEWEST, settled * _SHARE):
            found[cross] = best
            continue
        whole = _best(belong, side, cross)
        if whole is not None and belong[whole] == settled >= _FEWEST:
            found[cross] = whole
    return found


def _best(count: Counter[Pattern], side: Side, cross: Line) -> Pattern | None:
    """The pattern that most cells have; of several, the one for which the words speak most."""
    if not count:
        return None
    most = max(count.values())
    return max((each for each in count if count[each] == most), key=lambda each: _said(each[0], side, cross))


def _said(name: str, side: Side, cross: Line) -> float:
    """How much the words around the cells of a cross line speak for a figure, in any of its rows."""
    cells = [side.cells[line, cross] for line in side.across[cross]]
    return sum(max((each.words for each, _ in looked.fits if each.fact.name == name), default=0.0) for looked in cells)
