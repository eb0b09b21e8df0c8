"""How loud a figure must speak for a number to be it: a small number fits something by accident."""

from __future__ import annotations

import re
from collections.abc import Mapping

from lexdocs.checks.reading.passage import Part
from lexdocs.checks.tieout.facts import MICRO, Fact
from lexdocs.checks.tieout.looking import Looked
from lexdocs.checks.tieout.matching import Ranked
from lexdocs.checks.tieout.stated import Stated
from lexdocs.checks.tieout.unspoken import MILLION
from lexdocs.notation.find import Found
from lexdocs.notation.grammar import Kind
from lexdocs.notation.units import Unit
from lexdocs.terms.leaf import Leaf

PUBLIC = 3  # how publicly a figure is known that public documents state, or the terms
CLEAR = 1.6  # how loud a figure must speak for a number that fits nothing to stand in its place
VERY_CLEAR = 6.0  # the same where it looks nothing like the figure
HEARD = 0.25  # how near a word of what a figure is about must stand
_LOUD_ENOUGH: Mapping[int, float] = {1: 0.8, 2: 0.5}
"""How loud a figure must speak for a number of so many digits to tie to it: small numbers fit by accident."""
_TIME = 0.7  # how loud a moment must speak for an hour alone to be its
NOT_STATED = frozenset({"as_of", "event_at"})
"""Moments at which something was said or done, of which a text may well give another hour."""
_OF_A_STEP = 4.0  # how loud a step of one dollar must speak
_NIL, _NIL_IN_PROSE = 0.3, 4.0  # how loud a figure of nothing must speak in a cell, and elsewhere
_OFTEN_SAID = frozenset(
    "as_of event_at event_expiration_after event_expiration_before expiration_before latest_announced installment_date "
    "consummation_date announced expiration_date early_settlement_date settlement_date circular_sent".split()
)
_PRINTED = 2  # how publicly a figure is known that any document of the deal prints
_BESIDE = 18  # letters to either side of a year
_NOTES_NEAR = re.compile(r"\b(?:notes?|debentures?|debs?|bonds?|securities|due)\b", re.IGNORECASE)
_TELLING = frozenset({Kind.DATE, Kind.MOMENT, Kind.CUSIP, Kind.ISIN, Kind.TELEPHONE, Kind.DAY_COUNT, Kind.MONTH})
_TERMS = frozenset({Kind.MONEY, Kind.PERCENTAGE, Kind.DAY})
_FEW = frozenset({Kind.COUNT, Kind.FRACTION, Kind.ORDINAL, Kind.TIME, Kind.DAY})


def needed(looked: Looked, best: Ranked, of: Stated) -> float:
    """How loud a figure must speak for a number to be it: a small number fits something by accident."""
    item, fact = looked.item, best.fact
    typed = fact.known == PUBLIC and is_typed(fact)
    if is_year(item):
        named = fact.labels and "maturity" in fact.name  # notes of several years are called by them
        return 0.0 if named or ("maturity" in fact.name and _NOTES_NEAR.search(_around(looked))) else CLEAR
    if fact.figure.value == 0 and not isinstance(fact.figure.value, bool):
        return _NIL if looked.seen.passage.place.part is Part.CELL else _NIL_IN_PROSE
    if item.kind is Kind.DAY and fact.name in _OFTEN_SAID:
        return 0.0
    if item.kind in (Kind.DATE, Kind.DAY) and _is_seldom_said(fact):
        return 0.0 if looked.seen.passage.place.part is Part.CELL else CLEAR
    if item.kind is Kind.TIME:
        table = looked.seen.passage.place.part is Part.CELL
        said_here = fact.name in NOT_STATED and (table or looked.around.get("datedhere", 0.0) >= HEARD)
        return 0.0 if looked.whole or said_here else _TIME
    if _is_large(looked, fact):
        return 0.0
    if fact.figure.value == 1 and typed and item.kind is Kind.MONEY:
        # A dollar is a step in which notes are issued where words say so, and a thousand without its noughts elsewhere.
        return 0.0 if looked.around.get("denomination", 0.0) >= HEARD else _OF_A_STEP
    if item.kind in _TELLING or (typed and item.kind in _TERMS):
        return 0.0
    if item.kind is Kind.FRACTION and fact.unit is Unit.PERCENTAGE:
        return HEARD
    digits = 1 if item.kind in _FEW else _telling_digits(item.text)
    if digits == 1 and fact.labels and not any(looked.around.get(each, 0.0) >= HEARD for each in fact.rows):
        # Where all rows have this value, it need not be said which is meant; where another row is said beside it, less.
        alike = sum(1 for each in looked.exact if each.fact.name == fact.name)
        return _LOUD_ENOUGH[digits] if alike > 1 else CLEAR if of.beside(fact, looked, CLEAR) else VERY_CLEAR
    return _LOUD_ENOUGH.get(digits, 0.0)


def _is_seldom_said(fact: Fact) -> bool:
    """Whether a date is one on the way to others: a day before, or one of a whole schedule of them."""
    return (fact.known < _PRINTED and not is_typed(fact) and fact.name not in _OFTEN_SAID) or "period" in fact.name


def _is_large(looked: Looked, fact: Fact) -> bool:
    """Whether a number is an amount so large that two digits of it tell it: one that documents state, to the cent."""
    if fact.known < _PRINTED and not fact.name.startswith("total_"):
        return False
    large = fact.unit is Unit.MONEY and fact.micros is not None and abs(fact.micros) >= MILLION * MICRO
    return large and _telling_digits(looked.item.text) > 1


def is_typed(fact: Fact) -> bool:
    """Whether a figure was typed into the terms rather than worked out."""
    return isinstance(fact.figure.proof, Leaf)


def _around(looked: Looked) -> str:
    """A few letters on either side of a number."""
    text, item = looked.seen.passage.text, looked.item
    return text[max(item.start - _BESIDE, 0) : item.start] + "#" + text[item.end : item.end + _BESIDE]


def _telling_digits(text: str) -> int:
    """How many digits of a number tell it from others: noughts at its end do only behind a decimal point."""
    number = re.sub(r"[^0-9.]", "", text).strip(".")
    return max(sum(char.isdigit() for char in (number if "." in number else number.rstrip("0")).lstrip("0.")), 1)


def is_year(item: Found) -> bool:
    """Whether a bare number may be a year."""
    return item.kind is Kind.NUMBER and len(item.text) == 4 and item.text.isdigit() and item.text[:2] in ("19", "20")
