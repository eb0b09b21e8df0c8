"""Sources: whether the documents that the term sheet names state its terms."""

from __future__ import annotations

import datetime
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path

from lexdocs.checks.reading.files import read_file
from lexdocs.checks.reading.passage import Passage, Reading
from lexdocs.checks.source_files import files_of, place_in
from lexdocs.checks.texts import held_against
from lexdocs.checks.tieout.item import Item, Outcome
from lexdocs.checks.tieout.tie import Memory, tie_out
from lexdocs.deal import Deal
from lexdocs.errors import LexdocsError, Problem, Severity
from lexdocs.figures.figure import Figure, address, leaves
from lexdocs.notation.find import find
from lexdocs.notation.grammar import Kind
from lexdocs.notation.typography import plain
from lexdocs.notation.units import Moment, Unit, Value
from lexdocs.terms.leaf import Leaf

_WORDY = frozenset({Unit.TEXT, Unit.TITLE})
_UNSAID = frozenset({Unit.FLAG, Unit.ROUNDING})
_WIDEST = 80


class Standing(StrEnum):
    """What the sources say of a term."""

    CONFIRMED = "confirmed"
    CONTRADICTED = "contradicted"
    NOT_FOUND = "not found"  # the document is there; a person must read whether it states the term
    NO_SOURCE = "no source"


@dataclass(frozen=True)
class Sourced:
    """A term with what its source says of it: where, or why not."""

    leaf: Leaf
    standing: Standing
    says: str

    def __str__(self) -> str:
        """The finding in a line, with the place of the term."""
        return f"{self.leaf.where} {self.leaf.path}: {self.standing} {self.says}"


@dataclass(frozen=True)
class Sources:
    """What came of holding terms against files: each term, and the files that are no source of the deal."""

    terms: tuple[Sourced, ...]
    strays: tuple[str, ...]

    def count(self, standing: Standing) -> int:
        """How many terms stand in one way."""
        return sum(each.standing is standing for each in self.terms)


def sourced(life: Sequence[Deal], terms: Sequence[Leaf], readings: Sequence[Reading]) -> Sources:
    """Hold terms against the documents that they come from; each term against its own alone."""
    deal, memory = life[-1], Memory()
    named = dict.fromkeys(leaf.source.document for leaf in terms if leaf.source is not None)
    files = files_of(deal, named, readings)
    used = {reading.file: reading for found in files.values() for reading in found}
    items = {file: tie_out(life, [reading], memory).items for file, reading in used.items()}
    held = {file: held_against(life, reading, memory).deal for file, reading in used.items()}
    deals = {deal.terms.event.name: deal for deal in held.values()}
    others = _others(deals.values(), {leaf.path: leaf for leaf in terms})
    found = tuple(_sourced(leaf, files, items, others.get(leaf.path, _Others())) for leaf in terms)
    return Sources(found, tuple(reading.file for reading in readings if reading.file not in used))


@dataclass
class _Others:
    """The other figures that state a term: those that have its value, and the titles that it is a part of."""

    alike: set[str] = field(default_factory=set)
    titles: set[str] = field(default_factory=set)


def _others(deals: Iterable[Deal], terms: Mapping[str, Leaf]) -> Mapping[str, _Others]:
    """For each term the figures that follow from it and state it, as of the events that the files were written for."""
    found: dict[str, _Others] = defaultdict(_Others)
    for deal in deals:
        figures = [figure for figure in deal.book if isinstance(figure, Figure)]
        rows: dict[tuple[str, Unit, Value], set[str]] = defaultdict(set)
        for figure in figures:
            rows[figure.name, figure.unit, figure.value].add(figure.address)
        for figure in figures:
            for leaf in (terms[each.path] for each in leaves(figure) if each.path in terms):
                if _is_same(figure, leaf):
                    # "$1,000 of each series" is said of one row, and states all that are like it.
                    found[leaf.path].alike |= rows[figure.name, figure.unit, figure.value]
                elif figure.unit is Unit.TITLE and leaf.unit is Unit.RATE:
                    found[leaf.path].titles.add(figure.address)
    return found


def _is_same(figure: Figure, leaf: Leaf) -> bool:
    if figure.unit is leaf.unit:
        return figure.value == leaf.value
    # What is announced on a day is announced at its end where no time is given.
    return isinstance(leaf.value, Moment) and figure.unit is Unit.DATE and figure.value == leaf.value.date


def _sourced(
    leaf: Leaf,
    files: Mapping[str, Sequence[Reading]],
    items: Mapping[str, Sequence[Item]],
    others: _Others,
) -> Sourced:
    if leaf.source is None:
        by = f"assumed by {leaf.assumption.by}" if leaf.assumption is not None else "none is named"
        return Sourced(leaf, Standing.NO_SOURCE, f"({by})")
    if leaf.written is None and not leaf.value and leaf.unit not in _UNSAID:
        return Sourced(leaf, Standing.NO_SOURCE, "(nobody typed it: the term is left out)")
    readings = files[leaf.source.document]
    if not readings:
        return Sourced(leaf, Standing.NO_SOURCE, f"here: {leaf.source.document} is not among the files")
    own = {address(leaf.name, leaf.key)} | others.alike
    found = [item for reading in readings for item in items[reading.file] if item.figures]
    mine = [item for item in found if own & set(item.figures)]
    titles = [item for item in found if item.figures[0] in others.titles]
    sound = [item for item in titles if leaf.value in _rates(item)]
    at = _confirmed(mine, sound) or next((at for reading in readings for at in _worded(leaf, reading)), "")
    against = [item for item in mine if item.outcome is Outcome.CONTRADICTED and item.figures[0] in own]
    against += [item for item in titles if item not in sound and _rates(item)]
    if against:
        said = "; ".join(f"at {_place(item)}: “{_cut(item.text)}”" for item in against)
        return Sourced(leaf, Standing.CONTRADICTED, said + (f" (and confirmed {at})" if at else ""))
    if at:
        return Sourced(leaf, Standing.CONFIRMED, at)
    what = "a choice, which no number states" if leaf.unit in _UNSAID else "not stated in these words"
    where = " and ".join(reading.file for reading in readings)
    read = leaf.source.place or place_in(leaf.source.document) or "it"
    return Sourced(leaf, Standing.NOT_FOUND, f"in {where} ({what}; read {read})")


def _confirmed(mine: Sequence[Item], titles: Sequence[Item]) -> str:
    """Where items state a term: exactly, in a title, or rounded; nothing where none does."""
    exact, rounded = ([each for each in mine if each.outcome is way] for way in (Outcome.TIED, Outcome.ROUNDED))
    for item in (*exact, *titles, *rounded):
        how = ", rounded" if item.outcome is Outcome.ROUNDED else ""
        odd = f"; irregular: {item.irregular}" if item.irregular else ""
        return f"at {_place(item)}{how}{odd}"
    return ""


def _rates(item: Item) -> list[object]:
    """The rates in a title."""
    return [each.value for each in find(item.text) if each.kind is Kind.PERCENTAGE]


def _worded(leaf: Leaf, reading: Reading) -> Iterator[str]:
    """Where a file says a term in words, capitals and line ends aside; a date alone is that of a moment on it."""
    for passage in reading.passages:
        if leaf.unit in _WORDY:
            starts = _says(passage, re.escape(plain(str(leaf.value)).rstrip(".")))
        elif leaf.unit is Unit.COUNT and leaf.value == 1:
            # "one share of stock": no other number is told by its word and what it counts alone.
            counted = "|".join(re.escape(word.removesuffix("s")) for word in leaf.name.split("_"))
            starts = _says(passage, rf"one +(?:[a-z]+ +)?(?:{counted})")
        elif leaf.unit in (Unit.DATE, Unit.MOMENT) and leaf.path.startswith("events"):
            date = leaf.value.date if isinstance(leaf.value, Moment) else leaf.value
            starts = [each.start for each in find(passage.text) if _day(each.value) == date]
        else:
            return
        yield from (f"at {reading.file}:{passage.line(start)} ({passage.place})" for start in starts)


def _says(passage: Passage, pattern: str) -> list[int]:
    found = re.finditer(rf"(?<!\w){pattern}(?!\w)", plain(passage.text), re.IGNORECASE)
    return [min(each.start(), len(passage.text) - 1) for each in found]


def _day(value: object) -> datetime.date | None:
    if isinstance(value, Moment):
        return value.date
    return value if isinstance(value, datetime.date) else None


def _place(item: Item) -> str:
    return f"{item.file}:{item.line} ({item.place})"


def _cut(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= _WIDEST else f"{flat[: _WIDEST - 1]}…"


def held_against_files(
    life: Sequence[Deal], terms: Sequence[Leaf], files: Sequence[Path]
) -> tuple[Sources, tuple[Problem, ...]]:
    """Hold terms against files; what cannot be read is named, and the rest is looked at all the same."""
    readings, unread = [], []
    for file in files:
        try:
            readings.append(read_file(file))
        except LexdocsError as error:
            unread += [replace(each, severity=Severity.WARNING) for each in error.problems]
    return sourced(life, terms, readings), tuple(unread)
