"""Slots: places in which only certain figures can stand, by the turn of phrase around them (`phrases`).

A number that has another figure's value there stands wrong, though the deal knows its value.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from lexdocs.checks.reading.passage import Part
from lexdocs.checks.tieout.context import dated, flat
from lexdocs.checks.tieout.dateline import ON_DATELINES, is_dateline
from lexdocs.checks.tieout.facts import Facts
from lexdocs.checks.tieout.mentions import telling_words
from lexdocs.checks.tieout.numerals import is_price
from lexdocs.checks.tieout.phrases import wanted
from lexdocs.checks.tieout.seen import Seen
from lexdocs.figures.book import FigureBook
from lexdocs.figures.figure import Figure
from lexdocs.notation.find import Found
from lexdocs.notation.grammar import Kind
from lexdocs.notation.units import Unit

LIKELY, SURE = 7.0, 15.0
_REACH = 70  # letters of a phrase
_SEVERAL, _CLOSE = 2, 4  # steps of a rate, and letters between a word and its date
_AT_THE_HEAD = 12  # passages in which the date of a document stands

_INTEREST = re.compile(
    r"(?:\binterest(?: rate)?(?: of| at)?|\bbear(?:s|ing)?(?: interest)?(?: at)?|\bcarr(?:y|ies|ying)"
    r"|\bcoupons? (?:of|is|at)|\bat (?:the|a) rate of|\brate of(?: interest)?(?: of)?"
    r"|\bnotes (?:would )?pays?)\W+(?:initially\W+)?$"
)
_A_YEAR = re.compile(r"^\W*(?:\([^)]*\)\W*)?(?:per annum|a year|p\.a\.|per year|annually|coupon)\b")
_A_SHARE = re.compile(r"^\W*(?:\([^)]*\)\W*)?of (?:the|all|its|those|our|their|such|outstanding|principal|\$)")
_DUE = r"(?:\W+(?:due|of)?\W*(?:[a-z]+\W+[0-9]+\W+|[0-9]+\W+[a-z]+\W+)?(?P<year>(?:19|20)[0-9]{2}))?"
_NOUN = re.compile(
    r"^ (?:new |ordinary |common |further |more )?(?P<noun>shares|warrants|days)\b"
    r"(?! (?:before|after|later|earlier|ago))"
)
_COUNTED = {"shares": ("shares", "warrants"), "warrants": ("warrants",), "days": ("days",)}
"""What the names of figures have in them that count a thing."""
_ROW = re.compile(r"^,? (?:series |due |of )?(?:(?P<word>[a-z]+)|(?P<year>20[0-9]{2}|19[0-9]{2}))\b")
_FROM_THEN = re.compile(
    r"^,? (?:per annum |a year )?(?:from then|from that date|thereafter|afterwards|after (?:that|then)"
    r"|until (?:they|it) (?:mature|are))"
)
_AFTERWARDS = re.compile(
    r"(?:thereafter|after that date|afterwards|from (?:then|that date)(?: on)?|rising to"
    r"|steps? up (?:from [^,]{2,12} )?to)[,:]? (?:at |of |it is |pays? |they pay )?$"
)
_UNTIL = re.compile(
    r"^,? (?:per annum |a year )?\(?(?:until|through|to|till|up to)(?: and including| the (?:close|end) of)? "
)
_AT_FIRST = re.compile(r"(?:steps? up|rises?|goes?|increases?) from $|[ (](?:initially|at first)(?: at)? $")
_NAMED_BY_RATE = (
    ("old_rate", "old_notes_name", "old_maturity"),
    ("series_rate", "series_name", "series_maturity"),
    ("new_note_rate", "new_note_name", "new_note_maturity"),
)
_NOTES = r"(?:senior |junior |subordinated |secured |unsecured |increasing rate )*(?:notes?|debentures?|debs?|bonds?)\b"


@dataclass(frozen=True)
class Slots:
    """What a deal's notes are called, and the rates of each: for a rate that stands before a name."""

    rates: Mapping[str, tuple[str, ...]] = field(repr=False)
    years: Mapping[str, str] = field(repr=False)
    notes: re.Pattern[str] | None = field(repr=False)
    facts: Facts = field(repr=False)
    by_word: Mapping[str, str] = field(repr=False)
    steps: tuple[tuple[str, str], ...] = ()

    def at(self, seen: Seen, item: Found) -> Mapping[str, float]:
        """The figures that the words right beside a number call for, by address, and how surely."""
        text = seen.passage.text
        before, _ = flat(text[max(item.start - _REACH, 0) : item.start])
        after, _ = flat(text[item.end : item.end + _REACH])
        named = self._before_a_name(item, after) or self._of_a_step(seen, item, before, after)
        if named:
            return dict.fromkeys(named, SURE)
        names = wanted(item.kind, _with_its_head(seen, item, before), after)
        found = {address: LIKELY for name in names for address in self._rows(name)}
        noun = _NOUN.match(after) if item.kind in (Kind.NUMBER, Kind.COUNT) else None
        if not found and noun:
            stems = _COUNTED[noun["noun"]]
            facts = self.facts.by_address.items()
            found = {address: LIKELY for address, fact in facts if any(stem in fact.name for stem in stems)}
        if not found and item.kind is Kind.DATE and seen.index < _AT_THE_HEAD and is_dateline(before, after):
            found = {address: LIKELY for name in ON_DATELINES for address in self._rows(name)}
        if not found and item.kind is Kind.PERCENTAGE and not is_price(text, item):
            unit = _wanted(before, after)
            units = (Unit.PERCENTAGE, Unit.FRACTION) if unit is Unit.PERCENTAGE else (unit,)
            found = {fact.address: LIKELY for each in units if each for fact in self.facts.by_unit.get(each, ())}
        return found

    def _rows(self, name: str) -> Iterator[str]:
        return (address for address, fact in self.facts.by_address.items() if fact.name == name)

    def _before_a_row(self, after: str) -> tuple[str, ...]:
        """The rate of the notes that a word or a year right behind a percentage tells: 12% Subordinated, 4.7% 2021."""
        match = _ROW.match(after)
        address = self.by_word.get(match["word"] or match["year"]) if match else None
        return (address,) if address is not None and address in self.facts.by_address else ()

    def _of_a_step(self, seen: Seen, item: Found, before: str, after: str) -> tuple[str, ...]:
        """The rate of the step that a percentage is said to be: the last, from then on, or the one up to a date."""
        if item.kind is not Kind.PERCENTAGE or len(self.steps) < _SEVERAL:
            return ()
        if _FROM_THEN.match(after) or _AFTERWARDS.search(before):
            return (self.steps[-1][1],)
        until = _UNTIL.match(after)
        if until:
            place = item.end + until.end()
            dates = [each for each in seen.found if place <= each.start <= place + _CLOSE]
            return tuple(address for row, address in self.steps if dates and _is_then(dates[0], row))
        return (self.steps[0][1],) if len(self.steps) == _SEVERAL and _AT_FIRST.search(before) else ()

    def _before_a_name(self, item: Found, after: str) -> tuple[str, ...]:
        """The rates of the notes whose name follows a percentage at once; with their year, those of that year alone."""
        if item.kind is not Kind.PERCENTAGE or self.notes is None:
            return ()
        match = self.notes.match(after)
        if match is None:
            return self._before_a_row(after)
        of = self.rates.get(" ".join(match["name"].split())) or self.rates.get("")
        year = match["year"]
        dated = tuple(address for address in of or () if year and self.years.get(address) == year)
        return dated or tuple(of or ())


def _is_then(found: Found, row: str) -> bool:
    """Whether a date or a year is that up to which a step of a rate runs."""
    said = dated(found)
    return (bool(said) and row.endswith(said)) or found.text == row[:4]


def _rows_by_words(book: FigureBook) -> Iterator[tuple[str, str]]:
    """The words and the years that tell a series of notes alone, each with the address of its rate."""
    for names, maturity, rate in (
        (("series_name", "series_title"), "series_maturity", "series_rate"),
        (("new_note_name", "new_note_title"), "new_note_maturity", "new_note_rate"),
    ):
        for word, row in telling_words(book, names):
            yield word, f"{rate}[{row.partition('=')[2]}]"
        years = [figure for figure in book if isinstance(figure, Figure) and figure.name == maturity]
        for figure in years:
            if sum(str(other.value)[:4] == str(figure.value)[:4] for other in years) == 1:
                yield str(figure.value)[:4], f"{rate}[{figure.key[0]}]"


def _with_its_head(seen: Seen, item: Found, before: str) -> str:
    """The words before a number; in a cell, those of the head of its row stand before them."""
    if seen.passage.place.part is not Part.CELL or item.start > _REACH:
        return before
    return f"{flat(seen.left or seen.passage.row_head)[0]}: {before}"


def _wanted(before: str, after: str) -> Unit | None:
    """Whether a percentage is a rate of interest or a share of a whole, by the words beside it."""
    if _A_YEAR.match(after) or (_INTEREST.search(before) and not _A_SHARE.match(after)):
        return Unit.RATE
    return Unit.PERCENTAGE if _A_SHARE.match(after) else None


def slots_of(book: FigureBook, facts: Facts) -> Slots:
    """The slots of a deal: the names of its notes, with their rates and the years in which they fall due."""
    rates: dict[str, list[str]] = {}
    years: dict[str, str] = {}
    every: list[str] = []
    for rate, name, maturity in _NAMED_BY_RATE:
        for figure in book:
            if not isinstance(figure, Figure) or figure.name != rate:
                continue
            every.append(figure.address)
            called, due = (book.figure(each, figure.key) if each in book.shapes else None for each in (name, maturity))
            if isinstance(called, Figure):
                rates.setdefault(" ".join(str(called.value).lower().split()), []).append(figure.address)
            if isinstance(due, Figure):
                years[figure.address] = str(due.value)[:4]
    rates[""] = every
    names = sorted((re.escape(each).replace(r"\ ", r"\s+") for each in rates if each), key=len, reverse=True)
    either = "|".join([*names, _NOTES])
    pattern = re.compile(rf"^\W{{0,2}}(?P<name>{either}){_DUE}")
    steps = tuple(
        (figure.key[0], figure.address)
        for figure in book
        if isinstance(figure, Figure) and figure.name == "step_rate" and len(figure.key) == 1
    )
    return Slots(
        {name: tuple(each) for name, each in rates.items()}, years, pattern if every else None, facts,
        dict(_rows_by_words(book)), steps,
    )  # fmt: skip
