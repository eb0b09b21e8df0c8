"""Slots: turns of phrase after or before which only certain figures can stand, in whatever words the rest is.

"Bears interest at" wants a rate of interest, "of the outstanding notes" a share of them, "holders of record on" the
record date. A number that has another figure's value there stands wrong, though the deal knows its value.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from lexdocs.checks.tieout.context import flat
from lexdocs.checks.tieout.facts import Facts
from lexdocs.figures.book import FigureBook
from lexdocs.figures.figure import Figure
from lexdocs.notation.find import Found
from lexdocs.notation.grammar import Kind
from lexdocs.notation.units import Unit

LIKELY, SURE = 7.0, 15.0
_REACH = 70  # letters of a phrase
_DATES = (Kind.DATE, Kind.DAY, Kind.MOMENT, Kind.MONTH)

# The kinds of number, the words before it, the words after it, and the names of the figures that can stand there.
_PHRASES: tuple[tuple[tuple[Kind, ...], str, str, str], ...] = (
    (_DATES, r"(?:of record|record date|registered holders?|on the register|in the register)\W+(?:\w+\W+){0,5}$", "",
     "record_date"),
    (_DATES, r"(?:interest|coupon)\b[^.;]{0,45}\b(?:since|paid (?:through|to|up to)|unpaid from|accrued from)\W+$", "",
     "interest_paid_to interest_start series_interest_paid_to holding_interest_paid_to period_start"),
    (_DATES, (r"\boffers?\b[^.;]{0,40}\b(?:expires?|expired|will expire|closes?|terminates?|shall terminate|lapses?)\W+"
              r"(?:(?:at|on)\W+)?(?:[^.;]{0,45}\bon\W+)?$"), "",
     "expiration expiration_date event_expiration_after expiration_before event_expiration_before"),
    ((Kind.MONEY,), (r"(?:exercis\w+|purchase (?:one|a|each) share|buy (?:one|a) share)\b[^.;$]{0,45}"
                      r"\b(?:at|for|of)\W+$"), "",
     "exercise_price"),
    ((Kind.MONEY,), r"\bfee of\W+$", "",
     ("participation_fee aggregate_fee installment_amount new_note_fee total_fee consideration_fee fee_per_thousand "
      "early_fee holder_fee aggregate_installment")),
    ((Kind.MONEY,), r"\b(?:(?:for|per|on) (?:each|every)|per)\W+$", "",
     "denomination price_basis series_denomination claim_per_denomination series_multiple"),
    ((Kind.MONEY,), r"\bearly (?:tender|participation|exchange) (?:premium|payment|amount) of\W+$", "",
     "early_premium premium_cash premium_new_notes"),
    ((Kind.NUMBER, Kind.COUNT), r"\bwarrants?\b (?:to purchase|to buy|for|on|that buy)\W+$", "",
     ("warrants_per_denomination maximum_warrants aggregate_warrants total_warrants holder_warrants early_warrants "
      "late_warrants consideration_warrants holder_warrants_exact")),
    ((Kind.NUMBER,), "", r"^\W+(?:\w+\W+){0,2}shares\b[^.;]{0,40}\b(?:outstanding|in issue)\b",
     "shares_outstanding shares_after_exercise"),
    ((Kind.PERCENTAGE,), r"\b(?:not less than|no less than|no fewer than|at least|a minimum of)\W+$", "",
     "minimum_tender series_minimum_tender"),
)  # fmt: skip

_INTEREST = re.compile(
    r"(?:\binterest(?: rate)?(?: of| at)?|\bbear(?:s|ing)?(?: interest)?(?: at)?|\bcarr(?:y|ies|ying)"
    r"|\bcoupons? (?:of|is|at)|\bat (?:the|a) rate of|\brate of(?: interest)?(?: of)?"
    r"|\bnotes (?:would )?pays?)\W+(?:initially\W+)?$"
)
_A_YEAR = re.compile(r"^\W*(?:\([^)]*\)\W*)?(?:per annum|a year|p\.a\.|per year|annually|coupon)\b")
_A_SHARE = re.compile(r"^\W*(?:\([^)]*\)\W*)?of (?:the|all|its|those|our|their|such|outstanding|principal|\$)")
_PAR = re.compile(r"^\W*of (?:the )?(?:par|face|principal amount)\b")
_DUE = r"(?:\W+(?:due|of)?\W*(?:[a-z]+\W+[0-9]+\W+|[0-9]+\W+[a-z]+\W+)?(?P<year>(?:19|20)[0-9]{2}))?"
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

    def at(self, text: str, item: Found) -> Mapping[str, float]:
        """The figures that the words right beside a number call for, by address, and how surely."""
        before, _ = flat(text[max(item.start - _REACH, 0) : item.start])
        after, _ = flat(text[item.end : item.end + _REACH])
        named = self._before_a_name(item, after)
        if named:
            return dict.fromkeys(named, SURE)
        found = {address: LIKELY for name in _names(item.kind, before, after) for address in self._rows(name)}
        if not found and item.kind is Kind.PERCENTAGE:
            unit = _wanted(before, after)
            found = {fact.address: LIKELY for fact in self.facts.by_unit.get(unit, ())} if unit else {}
        return found

    def _rows(self, name: str) -> Iterator[str]:
        return (address for address, fact in self.facts.by_address.items() if fact.name == name)

    def _before_a_name(self, item: Found, after: str) -> tuple[str, ...]:
        """The rates of the notes whose name follows a percentage at once; with their year, those of that year alone."""
        if item.kind is not Kind.PERCENTAGE or self.notes is None:
            return ()
        match = self.notes.match(after)
        if match is None:
            return ()
        of = self.rates.get(" ".join(match["name"].split())) or self.rates.get("")
        year = match["year"]
        dated = tuple(address for address in of or () if year and self.years.get(address) == year)
        return dated or tuple(of or ())


def _wanted(before: str, after: str) -> Unit | None:
    """Whether a percentage is a rate of interest or a share of a whole, by the words beside it."""
    if _PAR.match(after):
        return None
    if _A_YEAR.match(after) or (_INTEREST.search(before) and not _A_SHARE.match(after)):
        return Unit.RATE
    return Unit.PERCENTAGE if _A_SHARE.match(after) else None


@lru_cache(maxsize=1)
def _compiled() -> tuple[tuple[frozenset[Kind], re.Pattern[str] | None, re.Pattern[str] | None, tuple[str, ...]], ...]:
    return tuple(
        (frozenset(kinds), _pattern(left), _pattern(right), tuple(names.split()))
        for kinds, left, right, names in _PHRASES
    )


def _pattern(words: str) -> re.Pattern[str] | None:
    return re.compile(words) if words else None


def _names(kind: Kind, before: str, after: str) -> Iterable[str]:
    for kinds, left, right, names in _compiled():
        if kind in kinds and (left is None or left.search(before)) and (right is None or right.match(after)):
            return names
    return ()


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
    return Slots({name: tuple(each) for name, each in rates.items()}, years, pattern if every else None, facts)
