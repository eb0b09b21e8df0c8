"""What the files of a term's source say of it: where they state it, and what speaks against it."""

from __future__ import annotations

import datetime
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from lexdocs.checks.reading.passage import Passage, Reading
from lexdocs.checks.tieout.item import Item, Outcome
from lexdocs.deal import Deal
from lexdocs.figures.figure import Figure, address, leaves
from lexdocs.notation.find import find
from lexdocs.notation.grammar import Kind
from lexdocs.notation.typography import plain
from lexdocs.notation.units import Moment, Unit, Value
from lexdocs.terms.leaf import Leaf

WORDY = frozenset({Unit.TEXT, Unit.TITLE})
_KINDS: Mapping[Unit, frozenset[str]] = {
    Unit.MONEY: frozenset({Kind.MONEY}),
    Unit.RATE: frozenset({Kind.PERCENTAGE}),
    Unit.PERCENTAGE: frozenset({Kind.PERCENTAGE}),
    Unit.NUMBER: frozenset({Kind.NUMBER, Kind.COUNT}),
    Unit.COUNT: frozenset({Kind.NUMBER, Kind.COUNT}),
    Unit.DATE: frozenset({Kind.DATE}),
    Unit.MOMENT: frozenset({Kind.MOMENT}),
    Unit.CUSIP: frozenset({Kind.CUSIP, Kind.OTHER}),
    Unit.TELEPHONE: frozenset({Kind.TELEPHONE}),
}
_ALIKE = 0.6  # how much of one written form is in another that may be a slip for it


@dataclass(frozen=True)
class Evidence:
    """What the files of a term's source say of it: `at` where they state it, `against` what contradicts it.

    `free` are numbers in them that are no figure of the deal.
    """

    leaf: Leaf
    readings: tuple[Reading, ...] = ()
    at: str = ""
    against: tuple[Item, ...] = ()
    free: tuple[Item, ...] = ()

    @property
    def is_lost(self) -> bool:
        """Whether its source is there and says nothing of it."""
        return bool(self.readings) and not self.at and not self.against

    def may_be(self, item: Item) -> bool:
        """Whether a number may be a slip for the term: of its kind, and written much like it."""
        written = self.leaf.written or ""
        alike = SequenceMatcher(None, plain(item.text), plain(written)).ratio()
        return item.kind in _KINDS.get(self.leaf.unit, frozenset()) and alike >= _ALIKE


def place(item: Item) -> str:
    """Where an item stands, as a person finds it."""
    return f"{item.file}:{item.line} ({item.place})"


@dataclass
class Others:
    """The other figures that state a term: those that have its value, and the titles that it is a part of."""

    alike: set[str] = field(default_factory=set)
    titles: set[str] = field(default_factory=set)


def others_of(deals: Iterable[Deal], terms: Mapping[str, Leaf]) -> Mapping[str, Others]:
    """For each term the figures that follow from it and state it, as of the events that the files were written for."""
    found: dict[str, Others] = defaultdict(Others)
    for deal in deals:
        figures = [figure for figure in deal.book if isinstance(figure, Figure)]
        rows: dict[tuple[str, Unit, Value], set[str]] = defaultdict(set)
        for figure in figures:
            rows[figure.name, figure.unit, figure.value].add(figure.address)
        for figure in figures:
            for leaf in (terms[each.path] for each in leaves(figure) if each.path in terms):
                if _is_same(figure, leaf):
                    # "$500 of each series" is said of one row, and states all that are like it.
                    found[leaf.path].alike |= rows[figure.name, figure.unit, figure.value]
                elif figure.unit is Unit.TITLE and leaf.unit is Unit.RATE:
                    found[leaf.path].titles.add(figure.address)
    return found


def _is_same(figure: Figure, leaf: Leaf) -> bool:
    if figure.unit is leaf.unit:
        return figure.value == leaf.value
    # What is announced on a day is announced at its end where no time is given.
    return isinstance(leaf.value, Moment) and figure.unit is Unit.DATE and figure.value == leaf.value.date


def evidence(
    leaf: Leaf, readings: tuple[Reading, ...], items: Mapping[str, Sequence[Item]], others: Others
) -> Evidence:
    """What some files say of a term; `others` are the figures that state it too."""
    own = {address(leaf.name, leaf.key)} | others.alike
    every = [item for reading in readings for item in items[reading.file]]
    mine = [item for item in every if own & set(item.figures)]
    titles = [item for item in every if item.figures and item.figures[0] in others.titles]
    sound = [item for item in titles if leaf.value in _rates(item)]
    at = _confirmed(mine, sound) or next((at for reading in readings for at in _worded(leaf, reading)), "")
    against = [item for item in mine if item.outcome is Outcome.CONTRADICTED and item.figures[0] in own]
    against += [item for item in titles if item not in sound and _rates(item)]
    free = tuple(item for item in every if item.outcome is Outcome.UNEXPLAINED)
    return Evidence(leaf, readings, at, tuple(against), free)


def _confirmed(mine: Sequence[Item], titles: Sequence[Item]) -> str:
    """Where items state a term: exactly, in a title, or rounded; nothing where none does."""
    exact, rounded = ([each for each in mine if each.outcome is way] for way in (Outcome.TIED, Outcome.ROUNDED))
    for item in (*exact, *titles, *rounded):
        how = f", rounded: “{item.text}”" if item.outcome is Outcome.ROUNDED else ""
        odd = f"; irregular: {item.irregular}" if item.irregular else ""
        return f"at {place(item)}{how}{odd}"
    return ""


def _rates(item: Item) -> list[object]:
    """The rates in a title."""
    return [each.value for each in find(item.text) if each.kind is Kind.PERCENTAGE]


def _worded(leaf: Leaf, reading: Reading) -> Iterator[str]:
    """Where a file says a term in words, capitals and line ends aside; a date alone is that of a moment on it."""
    for passage in reading.passages:
        if leaf.unit in WORDY:
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
