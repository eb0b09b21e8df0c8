"""Rivals: the figures in whose place a number stands that has another value, and which of them was meant.

A number that fits a figure may still stand where another belongs; one that fits none may be a slip for one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from lexdocs.checks.reading.passage import Part
from lexdocs.checks.tieout.facts import Fact
from lexdocs.checks.tieout.known import Known
from lexdocs.checks.tieout.looking import Looked
from lexdocs.checks.tieout.loudness import CLEAR, HEARD, PUBLIC, VERY_CLEAR, is_typed, is_year
from lexdocs.checks.tieout.matching import Ranked
from lexdocs.checks.tieout.numerals import Reading
from lexdocs.checks.tieout.slips import is_slip, is_sure_slip
from lexdocs.checks.tieout.stated import Stated
from lexdocs.checks.tieout.values import RIVALS
from lexdocs.notation.grammar import Kind
from lexdocs.notation.units import Unit

_MUCH = (5.0, 12.0)  # as below, where a figure is of another size
_OF_THE_TEXT = frozenset({"as_of", "event_at", "announced", "latest_announced"})
_DERIVED, _ELSEWHERE, _NOWHERE = (3.0, 6.0), (2.0, 4.0), (1.3, 1.5)
"""By how much a rival must speak louder than what fits: where it is worked out, where the file states it elsewhere,
and where it does not."""
ECHO, _VERBATIM = 6.0, 14.0  # the deal's own words around a number, and a whole line of them
_ALMOST, _OUTRIGHT = 1.1, 5.0  # by how much a rival must speak louder where the deal's own words are heard
_CLEARER = 3.5  # as `CLEAR`, where the figure is not one that was typed
_SLIP, _SURE_SLIP = 1.2, 3.0  # what it says that a number looks like a slip for a figure
MOST_MEANT = 12  # figures that are looked at for one number
_SIZES = 50  # how many times as large a figure of the same sort may be
_SPOKEN_OF, _FAINT = 0.35, 0.1  # how near a side of the offer must be named, and how far the other
_NEAR = 250  # characters within which a word may belong to another number
_TURNED = 2.5  # how much better two numbers must stand in each other's places
_LOUD = 0.6  # how near a word of what an ordinal numbers must stand
_IT_IS = re.compile(
    r"(?:this|it|which|that) (?:is|was|will be|being) (?:then )?(?:the|our|its) (?:\w+ \()?$|\w+ \($", re.IGNORECASE
)
_NUMBERED = frozenset(
    {"number_of_extensions", "business_days_open_from_announcement", "business_days_open_from_sending"}
)
_IDENTIFIERS = frozenset({Kind.CUSIP, Kind.ISIN, Kind.TELEPHONE})
_BASES = frozenset({"denomination", "price_basis", "series_denomination"})
"""Amounts on which everything is counted: they stand beside the words of all figures that are counted so."""


def may_stand(ranked: Ranked, looked: Looked) -> bool:
    """Whether a number may be a slip for a figure: public, told by the words around, and of the same sort."""
    fact, item = ranked.fact, looked.item
    if ranked.echo >= ECHO and ranked.echo > max((each.echo for each in looked.exact), default=0.0):
        return True
    if "." in item.text and item.kind is Kind.NUMBER and fact.unit is Unit.COUNT:
        return False
    if fact.known != PUBLIC or fact.unit not in RIVALS.get(item.kind, ()) or fact.figure.value in (0, 1):
        return False
    return not is_year(item) and max((looked.around.get(each, 0.0) for each in fact.core), default=0.0) >= HEARD


def is_explained(rival: Ranked, looked: Looked, others: Sequence[Looked]) -> bool:
    """Whether the words that speak for a figure belong to another number near by: one that has its value, or none.

    Not where the two numbers would each stand better in the other's place.
    """
    if rival.echo >= _VERBATIM:
        return False
    for other in others:
        if abs(other.item.start - looked.item.start) > _NEAR:
            continue
        if (other.item.kind is Kind.TIME) != (looked.item.kind is Kind.TIME):
            continue  # a date and a time beside one another are two parts of one moment
        there = next((each for each in other.exact if each.fact.address == rival.fact.address), None)
        if there is None:
            if not other.exact and other.score(rival.fact.address) > rival.score:
                return True
            continue
        own = looked.exact[0] if looked.exact else None
        as_it_is = (own.score if own else 0.0) + there.score
        turned = rival.score + (other.score(own.fact.address) if own else 0.0)
        if turned <= as_it_is + _TURNED:
            return True
    return False


def counted_by(looked: Looked) -> Ranked | None:
    """The count whose number an ordinal is said to be, as in the second extension and the 20th business day."""
    best = next((each for each, _ in looked.fits if each.fact.name in _NUMBERED), None)
    if best is None or not (_is_beyond(looked, best) or _IT_IS.search(looked.seen.passage.text[: looked.item.start])):
        return None  # of what is past, a text may tell the first and the second
    heard = max((looked.around.get(each, 0.0) for each in best.fact.core), default=0.0) >= _LOUD
    return best if heard and best.score >= CLEAR else None


def _is_beyond(looked: Looked, counted: Ranked) -> bool:
    value, count = looked.item.value, counted.fact.figure.value
    return isinstance(value, int) and isinstance(count, int) and value > count


def _on_the_other_side(fact: Fact, looked: Looked) -> bool:
    """Whether a figure is one of the old notes where the words speak of the new ones alone, or the other way round."""
    for side, other in (("old", "new"), ("new", "old")):
        if side in fact.concepts and other not in fact.concepts:
            return looked.around.get(other, 0.0) >= _SPOKEN_OF and looked.around.get(side, 0.0) < _FAINT
    return False


def drowns(fitting: Ranked, rival: Ranked, looked: Looked, of: Stated) -> bool:
    """Whether a figure with another value speaks so much louder that this one only happens to fit.

    The less so where the file states that figure rightly elsewhere: then its words are for the most part met there.
    """
    far = _far(rival.fact, looked.reading)
    cell = looked.seen.passage.place.part is Part.CELL
    if far and cell and rival.echo < _VERBATIM:
        return rival.words > fitting.words * _MUCH[0] + _MUCH[1]
    if rival.echo >= ECHO and fitting.echo * 3 < rival.echo:
        if far and fitting.words >= max(rival.words * 2, VERY_CLEAR):
            return False
        return rival.echo >= _VERBATIM or rival.score > fitting.score * _ALMOST + 1
    sides = [_on_the_other_side(each.fact, looked) for each in (rival, fitting)]
    if sides == [True, False] and fitting.words > rival.words and rival.echo <= _VERBATIM:
        return False
    if max(rival.echo, fitting.echo) >= ECHO and rival.echo != fitting.echo:
        return rival.echo >= fitting.echo + _OUTRIGHT
    rates = fitting.fact.unit is rival.fact.unit is Unit.RATE and rival.echo >= ECHO
    if rates and _on_the_other_side(fitting.fact, looked) and not _on_the_other_side(rival.fact, looked):
        return rival.words > fitting.words
    if far or not is_typed(rival.fact) or _follows(fitting.fact, rival.fact):
        if fitting.fact.figure.name in _BASES:
            return False
        times, plus = _MUCH if far else _DERIVED
    elif fitting.fact.name in _OF_THE_TEXT:
        times, plus = _ELSEWHERE  # it is hardly said what the date of a text is
    else:
        times, plus = _ELSEWHERE if of.elsewhere(rival.fact.address, looked) else _NOWHERE
    return rival.words > fitting.words * times + plus


def _follows(fact: Fact, from_: Fact) -> bool:
    """Whether a figure is worked out from another, as what is paid later from what is paid early."""
    if fact.name.partition("_")[2] == from_.name.partition("_")[2]:
        return True
    return any(each.address == from_.address for given in fact.figure.inputs for each in given.figures)


def meant_by(looked: Looked, against: Sequence[Ranked], known: Known) -> Ranked | None:
    """The figure that a number fitting none was meant to be: one for which words speak, or of which it is a slip."""
    item, reading = looked.item, looked.reading
    best: Ranked | None = None
    loudest = 0.0
    for each in against[:MOST_MEANT]:
        value = each.fact.figure.value
        slip = is_slip(item, reading, value)
        score = each.score + (_SURE_SLIP if slip and is_sure_slip(item, reading, value) else _SLIP if slip else 0.0)
        typed = is_typed(each.fact)
        enough = CLEAR if slip and typed else _CLEARER if slip else VERY_CLEAR
        if not slip and each.echo < ECHO and not (typed and _like_in_size(each.fact, reading)):
            continue
        if (each.echo >= ECHO or score >= enough) and score > loudest and (slip or item.kind not in _IDENTIFIERS):
            best, loudest = each, score
    return best or (None if looked.foreign else _sure(looked, known))


def _sure(looked: Looked, known: Known) -> Ranked | None:
    """The term of which a number of many digits is plainly a slip, whatever the words around it."""
    for unit in RIVALS.get(looked.item.kind, ()):
        for fact in known.matcher.facts.by_unit.get(unit, ()):
            if fact.known == PUBLIC and is_typed(fact) and is_sure_slip(looked.item, looked.reading, fact.figure.value):
                return Ranked(fact, 0.0, 0.0)
    return None


def _like_in_size(fact: Fact, reading: Reading) -> bool:
    """Whether a number is of the size of a figure, so that it may have been changed into it."""
    value = fact.figure.value
    if reading.value is None or not isinstance(value, int | Fraction | Decimal) or not value:
        return False
    return Fraction(1, 3) <= abs(reading.value / Fraction(value)) <= 3


def _far(fact: Fact, reading: Reading) -> bool:
    """Whether a figure is of another size altogether than a number: one is hardly put for the other."""
    value = fact.figure.value
    if reading.value is None or not isinstance(value, int | Fraction | Decimal) or not value or not reading.value:
        return False
    ratio = abs(Fraction(value) / reading.value)
    return not Fraction(1, _SIZES) <= ratio <= _SIZES
