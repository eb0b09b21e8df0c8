"""A number of a text with the figures that it may be: those for which its words speak, and those whose value it has."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from lexdocs.checks.reading.passage import Part
from lexdocs.checks.tieout.alignment import aligned
from lexdocs.checks.tieout.concepts import Token
from lexdocs.checks.tieout.context import around, marks
from lexdocs.checks.tieout.facts import Fact
from lexdocs.checks.tieout.known import Known
from lexdocs.checks.tieout.matching import Ranked
from lexdocs.checks.tieout.numerals import Reading, is_price, read, scale_of
from lexdocs.checks.tieout.seen import Seen
from lexdocs.checks.tieout.unspoken import MILLION, unspoken, unspoken_rounded
from lexdocs.checks.tieout.values import HOME, UNITS, Fit, Held, held
from lexdocs.notation.find import Found
from lexdocs.notation.grammar import Kind
from lexdocs.notation.units import Unit

Spot = tuple[int, int]
"""A passage, by its place in a reading, and where in it a number starts."""
_KEPT = 24  # figures besides those whose value it has: the rest speak too low to matter
_IN_ROW = 0.9
_SURELY = 16.0  # what a cell's head, row and column say together
_ALIGNED, _CONTRARY, _LEAD = 16.0, 8.0, 4.0  # the order of a whole document, and words that say otherwise
_BEFORE = 40  # characters in which a word such as "about" may stand


@dataclass(frozen=True)
class Looked:
    """A number with the figures for which the words around it speak, and those whose value it has.

    `exact` are the latter, the likeliest first; `fits` are the likeliest of all with how the number stands to them.
    `elsewhere` is a figure of another sort, such as a date, that stands in this cell of the deal's own documents.
    `whole` says that it is part of a moment with the date or the time beside it; `of_moment` which moment the other
    part is of, where it is not.
    """

    seen: Seen
    item: Found
    reading: Reading
    around: Mapping[str, float] = field(repr=False)
    fits: tuple[tuple[Ranked, Held], ...] = field(repr=False)
    exact: tuple[Ranked, ...]
    foreign: bool = False
    elsewhere: str = ""
    echo: Mapping[str, float] = field(default_factory=dict, repr=False)
    scale: int = 1
    whole: bool = False
    of_moment: str = ""

    @property
    def spot(self) -> Spot:
        """Where it stands: its passage, and its place in that."""
        return self.seen.index, self.item.start

    def states(self, fact: Fact) -> bool:
        """Whether it is the value of a figure, exactly or rightly rounded."""
        return held(self.item, self.reading, fact).fit in (Fit.EXACT, Fit.ROUNDED)

    def score(self, address: str) -> float:
        """How much speaks for a figure here."""
        return next((each.score for each, _ in self.fits if each.fact.address == address), 0.0)


def look_over(passages: Sequence[Seen], known: Known) -> list[list[Looked]]:
    """Look at every number of some passages of a file, passage by passage."""
    marked = [marks(seen, known.names) for seen in passages]
    rows = _rows(passages, marked)
    there = aligned(passages, known.orders)
    scale = next((found for seen in passages if (found := scale_of(seen.passage.text)) > 1), 1)
    in_prose = scale if scale > 1 and not _has_millions(passages) else 1
    looks: list[list[Looked]] = []
    for seen, tokens in zip(passages, marked, strict=True):
        row = rows.get(row_of(seen), {})
        looks.append([])
        spoken = _in_lists(seen, [around(seen, item, tokens, known.names) for item in seen.found])
        for item, said in zip(seen.found, spoken, strict=True):
            words = _louder(said, row)
            echo = _with(there.get((seen.index, item.start), ""), known.echoes.at(seen, item))
            echo = _added(echo, known.slots.at(seen, item))
            by = scale if row_of(seen) is not None else in_prose
            looks[-1].append(_look_at(seen, item, known, words, echo, by))
    return looks


_AND = re.compile(r"(?:,|,? (?:and|or|&)(?: (?:on|to|at|for|by|of))?| ?/)\s+|/")
_OF_A_LIST = 0.9  # of the words beside another number of a list of them


def are_listed(seen: Seen, one: Found, other: Found) -> bool:
    """Whether two numbers stand beside one another in a list: of one kind, with a comma or an "and" between them."""
    return one.kind is other.kind and _AND.fullmatch(seen.passage.text, one.end, other.start) is not None


def _in_lists(seen: Seen, words: Sequence[Mapping[str, float]]) -> list[Mapping[str, float]]:
    """What speaks for each number of a passage; in a list, as in 164, 90 and 60 days, what speaks for the others."""
    heard = list(words)
    for step in (1, -1):
        places = range(1, len(heard)) if step > 0 else range(len(heard) - 2, -1, -1)
        for at in places:
            one, other = sorted((at, at - step))
            here, there = seen.found[one], seen.found[other]
            if are_listed(seen, here, there):
                near = {concept: weight * _OF_A_LIST for concept, weight in heard[at - step].items()}
                heard[at] = _louder(heard[at], near)
    return heard


def _has_millions(passages: Sequence[Seen]) -> bool:
    """Whether the sentences of a file tell millions in full, though its tables tell thousands."""
    return any(
        item.kind is Kind.MONEY and isinstance(item.value, int | Fraction) and abs(Fraction(item.value)) >= MILLION
        for seen in passages
        if row_of(seen) is None
        for item in seen.found
    )


def look_again(looks: Sequence[Sequence[Looked]], in_tables: Mapping[Spot, str], known: Known) -> list[list[Looked]]:
    """Look again at numbers in tables that are not the figures that the rows and columns around them call for."""

    def again(looked: Looked) -> Looked:
        address = in_tables.get(looked.spot, "")
        if not _is_other(looked, address):
            return looked
        echo = _with(address, looked.echo, surely=True)
        return _look_at(looked.seen, looked.item, known, looked.around, echo, looked.scale)

    return [[again(looked) for looked in each] for each in looks]


def _is_other(looked: Looked, address: str) -> bool:
    """Whether a number is not the figure that its row and column call for, or words in its own row say another."""
    if not address:
        return False
    fits = any(each.fact.address == address for each in looked.exact)
    return not fits or max((said for each, said in looked.echo.items() if each != address), default=0.0) >= _LEAD


def _louder(one: Mapping[str, float], other: Mapping[str, float]) -> Mapping[str, float]:
    return {**one, **{concept: weight for concept, weight in other.items() if weight > one.get(concept, 0.0)}}


def _added(one: Mapping[str, float], other: Mapping[str, float]) -> Mapping[str, float]:
    """What speaks for figures in two ways, added up."""
    return {**one, **{address: one.get(address, 0.0) + said for address, said in other.items()}}


def _with(there: str, echo: Mapping[str, float], *, surely: bool = False) -> Mapping[str, float]:
    """The echo of a place with the figure that the order of the whole calls for, unless its words say otherwise."""
    contrary = max((said for address, said in echo.items() if address != there), default=0.0)
    own = echo.get(there, 0.0)
    if not there or (contrary >= max(_CONTRARY, own + _LEAD) and not surely):
        return echo
    return {**echo, there: own + _ALIGNED}


Row = tuple[int, int]


def row_of(seen: Seen) -> Row | None:
    """The row of a table in which a cell stands, by its table and its number."""
    place = seen.passage.place
    return (place.number, place.row) if place.part is Part.CELL else None


def rows_of(looks: Sequence[Sequence[Looked]]) -> Mapping[Row | None, Sequence[Looked]]:
    """The numbers of each row of each table, in order."""
    found: dict[Row | None, list[Looked]] = {}
    for each in looks:
        for looked in each:
            if (row := row_of(looked.seen)) is not None:
                found.setdefault(row, []).append(looked)
    return found


def _rows(passages: Sequence[Seen], marked: Sequence[tuple[Token, ...]]) -> Mapping[Row | None, Mapping[str, float]]:
    """What the cells of each row of each table name: a row is told by any of them, not by its first alone."""
    found: dict[Row | None, dict[str, float]] = {}
    for seen, tokens in zip(passages, marked, strict=True):
        row = row_of(seen)
        if row is not None and tokens:
            found.setdefault(row, {}).update({concept: _IN_ROW for token in tokens for concept in token.concepts})
    return found


def _look_at(
    seen: Seen, item: Found, known: Known, words: Mapping[str, float], echo: Mapping[str, float], scale: int
) -> Looked:
    units = _units(seen, item)
    of_par = is_price(seen.passage.text, item)
    if of_par:
        units = (Unit.MONEY,)
    ranked = known.matcher.rank(units, words, echo)
    reading = read(item, seen.passage.text[max(item.start - _BEFORE, 0) : item.start], _heads(seen))
    if of_par:
        reading = reading.of(known.basis)
        ranked = [each for each in ranked if each.fact.name not in _NO_PRICES]
    by_example = _is_example(seen)
    ranked = [each for each in ranked if by_example or not each.fact.name.startswith(_EXAMPLE)]
    fits = [(each, held(item, reading, each.fact)) for each in ranked]
    if scale > 1 and not any(fit.fit is Fit.EXACT for _, fit in fits) and (scaled := reading.times(scale, item)):
        other = [(each, held(item, scaled, each.fact)) for each in ranked]
        if any(fit.fit in (Fit.EXACT, Fit.ROUNDED) for _, fit in other):
            reading, fits = scaled, other
    foreign = bool(item.currency) and item.currency != HOME
    exact = [] if foreign else [each for each, fit in fits if fit.fit is Fit.EXACT]
    if not exact and not foreign and not of_par:
        exact = unspoken(item, units, reading, known)
        exact = [each for each in exact if by_example or not each.fact.name.startswith(_EXAMPLE)]
    if item.kind is Kind.FRACTION and not exact and not re.search("[0-9]", item.text):
        # Two-thirds of the notes are roughly so many percent of them.
        rough = Reading(reading.value, _TWENTIETH, loose=True)
        fits = [
            (each, held(item, rough, each.fact) if each.fact.unit is Unit.PERCENTAGE else fit) for each, fit in fits
        ]
    kept = fits[:_KEPT] + [(each, fit) for each, fit in fits[_KEPT:] if fit.fit is Fit.ROUNDED][:2]
    if not exact and not foreign and not any(fit.fit is Fit.ROUNDED for _, fit in kept):
        kept += unspoken_rounded(item, reading, known)
    in_cell = seen.passage.place.part is Part.CELL
    elsewhere = _of_another_sort(echo, {each.fact.address for each in ranked}, known) if in_cell else ""
    return Looked(seen, item, reading, words, tuple(kept), tuple(exact), foreign, elsewhere, echo, scale)


_EXAMPLE = "example_"


def _is_example(seen: Seen) -> bool:
    """Whether a passage speaks of an example, which alone states what would be if all chose the same."""
    told = seen.passage
    return any("example" in said.casefold() for said in (told.text, told.lead, told.caption, told.heading))


_NO_PRICES = frozenset({"denomination", "price_basis", "claim_per_denomination", "series_denomination"})
"""Amounts of which prices are told in percents, and which are none themselves."""


def _of_another_sort(echo: Mapping[str, float], own: set[str], known: Known) -> str:
    """A figure that this cell should state and that is no number of its kind, where no figure of its kind belongs."""
    others = {address: said for address, said in echo.items() if address not in own}
    best = max(others, key=lambda address: others[address], default="")
    within = max((said for address, said in echo.items() if address in own), default=0.0)
    if not best or others[best] < _SURELY or within * 2 > others[best]:
        return ""
    return best if best in known.matcher.facts.by_address else ""


def _heads(seen: Seen) -> str:
    passage = seen.passage
    return " | ".join((*passage.column_heads, passage.caption)) if passage.column_heads or passage.caption else ""


def _units(seen: Seen, item: Found) -> Sequence[Unit]:
    """Of which units a figure may be; a bare number is money in a column of amounts, or with its thousands."""
    units = UNITS.get(item.kind, ())
    if item.kind is Kind.NUMBER and seen.passage.place.part is not Part.CELL and not re.search("[,.]", item.text):
        return [unit for unit in units if unit is not Unit.MONEY]
    if item.kind is Kind.MONEY and _PER_DOLLAR.search(
        seen.passage.text[max(item.start - _DOLLAR, 0) : item.end + _DOLLAR]
    ):
        return (*units, Unit.NUMBER)
    return units


_PER_DOLLAR = re.compile(r"\b(?:each|every|per) (?:missing |such )?dollar\b", re.IGNORECASE)
_DOLLAR = 60  # letters in which a dollar is spoken of


_TWENTIETH = Fraction(1, 20)
