"""The verdict on each number and name of a passage: what it ties to, or what it contradicts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from lexdocs.checks.reading.passage import Part, Passage
from lexdocs.checks.tieout.coherence import expected
from lexdocs.checks.tieout.facts import Fact
from lexdocs.checks.tieout.item import Item, Outcome
from lexdocs.checks.tieout.known import Known
from lexdocs.checks.tieout.looking import Looked, Stated, look_again, look_over, stated
from lexdocs.checks.tieout.matching import Ranked
from lexdocs.checks.tieout.parties import Called, Name, calls
from lexdocs.checks.tieout.seen import Seen
from lexdocs.checks.tieout.slips import is_slip, is_sure_slip
from lexdocs.checks.tieout.values import RIVALS, UNITS, Fit, Held, Reading
from lexdocs.notation.dates import MONTHS
from lexdocs.notation.find import Found
from lexdocs.notation.grammar import Kind
from lexdocs.notation.units import Unit
from lexdocs.terms.leaf import Leaf

_DERIVED, _ELSEWHERE, _NOWHERE = (3.0, 6.0), (2.0, 4.0), (1.3, 1.5)
"""By how much a rival must speak louder than what fits: where it is worked out, where the file states it elsewhere,
and where it does not."""
_ECHO, _VERBATIM = 6.0, 14.0  # the deal's own words around a number, and a whole line of them
_ALMOST, _OUTRIGHT = 1.1, 5.0
_CLEAR = 1.6  # how loud a figure must speak for a number that fits nothing to stand in its place
_CLEARER = 3.5  # the same where the figure is not one that was typed
_VERY_CLEAR = 6.0  # the same where it looks nothing like the figure
_SLIP, _SURE_SLIP = 1.2, 3.0
_MOST_MEANT = 12
_SILENT = 0.15  # below this the words around say nothing
_PAGES = 4
_HEADING = 90  # letters that a heading may have
_NO_DAY = re.compile(rf"(?:{'|'.join(MONTHS)}) ?, ?$")
_NUMBERED = re.compile(r"([0-9]+(?:\.[0-9]+)*)\.?[ \u00a0]+([A-Z].*)")
_SIZES = 100
_NEARLY = 0.95
_PUBLIC = 3
_HEARD = 0.25  # how near a word of what a figure is about must stand
_NEAR = 250  # characters within which a word may belong to another number
_TURNED = 2.5  # how much better two numbers must stand in each other's places
_LOUD_ENOUGH: Mapping[int, float] = {1: 0.8, 2: 0.5}
"""How loud a figure must speak for a number of so many digits to tie to it: small numbers fit by accident."""


@dataclass(frozen=True)
class Verdict:
    """How a number stands, with the figures that it is about."""

    outcome: Outcome
    figures: tuple[str, ...] = ()
    says: str = ""
    expected: str = ""
    interval: str = ""


def judge(passages: Sequence[Seen], known: Known, file: str, seldom: frozenset[str]) -> Iterator[Item]:
    """Every number and name of some passages of a file, in order."""
    looks = look_over(passages, known)
    looks = look_again(looks, expected(looks, known), known)
    of = stated(looked for each in looks for looked in each)
    sections = _sections(passages)
    for seen, looked in zip(passages, looks, strict=True):
        called = calls(seen.passage.text, known.parties, seldom)
        for each in _in_order(looked, called):
            if isinstance(each, Called):
                yield _item(seen, file, each.start, each.end, "name", _name(seen, each, known))
            else:
                verdict = _aside(each, sections) or _number(each, looked, of, called, known)
                yield _item(seen, file, each.item.start, each.item.end, str(each.item.kind), verdict, each.item)


def _in_order(looked: Sequence[Looked], called: Sequence[Called]) -> list[Looked | Called]:
    def place(each: Looked | Called) -> tuple[int, int]:
        return (each.start, each.end) if isinstance(each, Called) else (each.item.start, each.item.end)

    return sorted([*looked, *called], key=place)


def _sections(passages: Sequence[Seen]) -> Mapping[str, str]:
    """The numbers of a file's own headings, each with the words of the heading."""
    found: dict[str, str] = {}
    for seen in passages:
        text, part = seen.passage.text, seen.passage.place.part
        match = _NUMBERED.match(text)
        if match and (part is Part.HEADING or (len(text) < _HEADING and part is not Part.CELL)):
            found[match[1]] = match[2].lower().rstrip(".")
    return found


def _aside(looked: Looked, sections: Mapping[str, str]) -> Verdict | None:
    """Why a number is no figure: a citation, a mark of an item, the number of a page or of a section."""
    item, passage = looked.item, looked.seen.passage
    if _is_page_number(passage):
        return Verdict(Outcome.SET_ASIDE, says="number of a page")
    title = sections.get(item.text.rstrip("."))
    if title is not None and passage.text[item.end :].lstrip(". \u00a0").lower().startswith(title):
        return Verdict(Outcome.SET_ASIDE, says="number of a section")
    if _is_year(item) and _NO_DAY.search(passage.text[: item.start]):
        return Verdict(Outcome.UNEXPLAINED, says="is a date without its day")
    for aside in looked.seen.aside:
        if aside.start <= item.start and item.end <= aside.end:
            return Verdict(Outcome.SET_ASIDE, says=aside.why)
    return None


def _item(seen: Seen, file: str, start: int, end: int, kind: str, verdict: Verdict, found: Found | None = None) -> Item:
    passage = seen.passage
    return Item(
        file, passage.place, seen.index, start, end, passage.line(start), passage.text[start:end], kind,
        verdict.outcome, verdict.figures, verdict.says, verdict.expected, verdict.interval, _fault(verdict, found),
    )  # fmt: skip


def _fault(verdict: Verdict, found: Found | None) -> str:
    """What is wrong with the way a number is written: of one that ties, and of what is wrong in itself."""
    if found is None or (verdict.outcome not in _TIED and found.kind not in _WRONG_IN_ITSELF):
        return ""
    return found.fault


def _name(seen: Seen, called: Called, known: Known) -> Verdict:
    name = called.name
    if called.fault:
        return Verdict(Outcome.CONTRADICTED, (name.address,), called.fault, name.written)
    there = known.echoes.name_at(seen, called.start, called.end)
    other = known.parties.by_address.get(there)
    if other is not None and not _same_name(name, other):
        says = f"stands where {other.address} belongs, which is “{other.written}”; it is {name.address}"
        return Verdict(Outcome.CONTRADICTED, (other.address,), says, other.written)
    return Verdict(Outcome.TIED, (name.address,), f"is {name.address}", name.written)


def _same_name(one: Name, other: Name) -> bool:
    """Whether two names are one, or one is a part of the other, as a short name is of the long one."""
    shorter, longer = sorted((one.words, other.words), key=len)
    return " ".join(shorter) in " ".join(longer)


def _number(looked: Looked, all_: Sequence[Looked], of: Stated, called: Sequence[Called], known: Known) -> Verdict:
    item = looked.item
    for each in called:
        if each.start <= item.start and item.end <= each.end and (not each.fault or each.order):
            return Verdict(Outcome.TIED, (each.name.address,), f"is part of {each.name.address}", each.name.written)
    if looked.elsewhere:
        return _contradicted(known.matcher.facts.by_address[looked.elsewhere])
    if item.kind not in UNITS:
        return Verdict(Outcome.UNEXPLAINED, says="is no figure of the deal")
    return _verdict(looked, [each for each in all_ if each is not looked], of, known)


def _is_page_number(passage: Passage) -> bool:
    """Whether a passage is nothing but a small number, as at the foot of a page."""
    said = passage.text.strip()
    return passage.place.part is not Part.CELL and said.isdigit() and len(said) < _PAGES


def _verdict(looked: Looked, others: Sequence[Looked], of: Stated, known: Known) -> Verdict:
    item, fits, exact = looked.item, looked.fits, looked.exact
    rounded = [] if looked.foreign else [(each, fit) for each, fit in fits if fit.fit is Fit.ROUNDED]
    against = [each for each, fit in fits if looked.foreign or fit.fit in (Fit.OTHER, Fit.CUT)]
    against = [each for each in against if _may_stand(each, looked) and not _explained(each, looked, others)]
    if exact:
        return _fitting(looked, against, of)
    rounded = [(each, fit) for each, fit in rounded if each.score >= _needed(looked, each)]
    if rounded and not any(_drowned(rounded[0][0], each, looked, of) for each in against[:3]):
        return _rounded(rounded)
    if item.kind is Kind.ORDINAL and not any(each.echo >= _ECHO for each in against):
        return Verdict(Outcome.SET_ASIDE, says="an ordinal that numbers nothing of the deal")
    meant = _meant(looked, against, known)
    if meant is not None:
        cut = next((fit for each, fit in fits if each is meant), Held(Fit.OTHER)).fit is Fit.CUT
        return _contradicted(meant.fact, ", cut off rather than rounded" if cut else "")
    return Verdict(Outcome.UNEXPLAINED, says="is no figure of the deal")


def _rounded(rounded: Sequence[tuple[Ranked, Held]]) -> Verdict:
    """The figure that a rough number is; both, where another of another value is as likely."""
    best, fit = rounded[0]
    others = [
        each for each, _ in rounded[1:]
        if each.score > best.score * _NEARLY and each.fact.figure.value != best.fact.figure.value
        and each.fact.name != best.fact.name and each.fact.known == best.fact.known
    ]  # fmt: skip
    if others:
        addresses = tuple(each.fact.address for each in (best, *others))
        said = " or ".join(f"{each.fact.address}, {each.fact.shown}" for each in (best, *others))
        return Verdict(Outcome.AMBIGUOUS, addresses, f"is {said}, rounded", best.fact.shown, str(fit.interval))
    says = f"is {best.fact.address}, {best.fact.shown}, rounded"
    return Verdict(Outcome.ROUNDED, (best.fact.address,), says, best.fact.shown, str(fit.interval))


def _explained(rival: Ranked, looked: Looked, others: Sequence[Looked]) -> bool:
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


def _fitting(looked: Looked, against: Sequence[Ranked], of: Stated) -> Verdict:
    item, best = looked.item, _likeliest(looked)
    rival = next((each for each in against[:3] if _drowned(best, each, looked, of)), None)
    if rival is not None:
        return _contradicted(rival.fact, f"; it is {best.fact.address}" if best.fact.known > 1 else "")
    needed = _needed(looked, best)
    if best.score < needed:
        if item.kind is Kind.ORDINAL:
            return Verdict(Outcome.SET_ASIDE, says="an ordinal that numbers nothing of the deal")
        return Verdict(Outcome.UNEXPLAINED, says=f"is not said to be {best.fact.address}, whose value it has")
    others = [each for each in looked.exact if _as_likely(each, best)]
    if others and best.score < _SILENT:
        addresses = tuple(each.fact.address for each in (best, *others))
        return Verdict(Outcome.TIED, addresses, f"is {' or '.join(addresses)}, which are alike", best.fact.shown)
    return Verdict(Outcome.TIED, (best.fact.address,), f"is {best.fact.address}", best.fact.shown)


def _likeliest(looked: Looked) -> Ranked:
    """Of the figures that have the value of a number, the one that it is: of those that speak loudly enough, if any."""
    for each in looked.exact[:_MOST_MEANT]:
        if each.score >= _needed(looked, each):
            return each
    return looked.exact[0]


def _as_likely(other: Ranked, best: Ranked) -> bool:
    """Whether another figure of the same value is as likely; not one that follows from it, nor a row of it."""
    if other.fact.name == best.fact.name or other.fact.known < _PUBLIC or not isinstance(other.fact.figure.proof, Leaf):
        return False
    return not _related(other.fact, best.fact)


def _meant(looked: Looked, against: Sequence[Ranked], known: Known) -> Ranked | None:
    """The figure that a number fitting none was meant to be: one for which words speak, or of which it is a slip."""
    item, reading = looked.item, looked.reading
    best: Ranked | None = None
    loudest = 0.0
    for each in against[:_MOST_MEANT]:
        value = each.fact.figure.value
        slip = is_slip(item, reading, value)
        score = each.score + (_SURE_SLIP if slip and is_sure_slip(item, reading, value) else _SLIP if slip else 0.0)
        typed = isinstance(each.fact.figure.proof, Leaf)
        enough = _CLEAR if slip and typed else _CLEARER if slip else _VERY_CLEAR
        if not slip and each.echo < _ECHO and not (typed and _like_in_size(each.fact, reading)):
            continue
        if (each.echo >= _ECHO or score >= enough) and score > loudest and (slip or item.kind not in _IDENTIFIERS):
            best, loudest = each, score
    return best or (None if looked.foreign else _sure(looked, known))


def _sure(looked: Looked, known: Known) -> Ranked | None:
    """The term of which a number of many digits is plainly a slip, whatever the words around it."""
    for unit in RIVALS.get(looked.item.kind, ()):
        for fact in known.matcher.facts.by_unit.get(unit, ()):
            typed = fact.known == _PUBLIC and isinstance(fact.figure.proof, Leaf)
            if typed and is_sure_slip(looked.item, looked.reading, fact.figure.value):
                return Ranked(fact, 0.0, 0.0)
    return None


def _may_stand(ranked: Ranked, looked: Looked) -> bool:
    """Whether a number may be a slip for a figure: public, told by the words around, and of the same sort."""
    fact, item = ranked.fact, looked.item
    if ranked.echo >= _ECHO:
        return True
    if "." in item.text and item.kind is Kind.NUMBER and fact.unit is Unit.COUNT:
        return False
    if fact.known != _PUBLIC or fact.unit not in RIVALS.get(item.kind, ()) or fact.figure.value in (0, 1):
        return False
    return not _is_year(item) and max((looked.around.get(each, 0.0) for each in fact.core), default=0.0) >= _HEARD


def _is_year(item: Found) -> bool:
    return item.kind is Kind.NUMBER and len(item.text) == 4 and item.text.isdigit() and item.text[:2] in ("19", "20")


def _drowned(fitting: Ranked, rival: Ranked, looked: Looked, of: Stated) -> bool:
    """Whether a figure with another value speaks so much louder that this one only happens to fit.

    The less so where the file states that figure rightly elsewhere: then its words are for the most part met there.
    """
    if rival.echo >= _ECHO and fitting.echo * 3 < rival.echo:
        return rival.echo >= _VERBATIM or rival.score > fitting.score * _ALMOST + 1
    if max(rival.echo, fitting.echo) >= _ECHO:
        return rival.echo >= fitting.echo + _OUTRIGHT
    if not isinstance(rival.fact.figure.proof, Leaf) or _far(rival.fact, looked.reading):
        if fitting.fact.figure.name in _BASES:
            return False
        times, plus = _DERIVED
    else:
        times, plus = _ELSEWHERE if of.elsewhere(rival.fact.address, looked) else _NOWHERE
    return rival.words > fitting.words * times + plus


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


def _contradicted(fact: Fact, more: str = "") -> Verdict:
    return Verdict(
        Outcome.CONTRADICTED,
        (fact.address,),
        f"stands where {fact.address} belongs, which is {fact.shown}{more}",
        fact.shown,
    )


def _needed(looked: Looked, best: Ranked) -> float:
    """How loud a figure must speak for a number to be it: a small number fits something by accident."""
    item, fact = looked.item, best.fact
    typed = fact.known == _PUBLIC and isinstance(fact.figure.proof, Leaf)
    if _is_year(item):
        return 0.0 if "maturity" in fact.name and _NOTES_NEAR.search(_around(looked)) else _CLEAR
    if item.kind in _TELLING or (typed and item.kind in _TERMS):
        return 0.0
    digits = 1 if item.kind in _FEW else _telling_digits(item.text)
    if digits == 1 and fact.labels and not any(looked.around.get(each, 0.0) >= _HEARD for each in fact.rows):
        # Where all rows have this value, it need not be said which is meant.
        alike = sum(1 for each in looked.exact if each.fact.name == fact.name)
        return _LOUD_ENOUGH[digits] if alike > 1 else _VERY_CLEAR
    return _LOUD_ENOUGH.get(digits, 0.0)


def _around(looked: Looked) -> str:
    """A few letters on either side of a number."""
    text, item = looked.seen.passage.text, looked.item
    return text[max(item.start - _BESIDE, 0) : item.start] + "#" + text[item.end : item.end + _BESIDE]


_BESIDE = 18
_NOTES_NEAR = re.compile(r"\b(?:notes?|debentures?|debs?|bonds?|securities|due)\b", re.IGNORECASE)


def _telling_digits(text: str) -> int:
    """How many digits of a number tell it from others: noughts at its end do only behind a decimal point."""
    number = re.sub(r"[^0-9.]", "", text).strip(".")
    return max(sum(char.isdigit() for char in (number if "." in number else number.rstrip("0")).lstrip("0.")), 1)


_TELLING = frozenset(
    {Kind.DATE, Kind.MOMENT, Kind.CUSIP, Kind.ISIN, Kind.TELEPHONE, Kind.DAY_COUNT, Kind.MONTH, Kind.TIME}
)
_TERMS = frozenset({Kind.MONEY, Kind.PERCENTAGE, Kind.DAY})
_IDENTIFIERS = frozenset({Kind.CUSIP, Kind.ISIN, Kind.TELEPHONE})
_BASES = frozenset({"denomination", "price_basis", "series_denomination"})
"""Amounts on which everything is counted: they stand beside the words of all figures that are counted so."""
_TIED = frozenset({Outcome.TIED, Outcome.ROUNDED})
_WRONG_IN_ITSELF = frozenset({Kind.CUSIP, Kind.DATE})
"""Kinds of numbers that say by a check digit or a calendar that they are wrong."""
_FEW = frozenset({Kind.COUNT, Kind.FRACTION, Kind.ORDINAL, Kind.TIME, Kind.DAY})
_SMALL = 2


def _related(one: Fact, other: Fact) -> bool:
    """Whether one figure follows from the other, so that a text that states one states both."""
    return any(
        each.address == second.address
        for first, second in ((one, other), (other, one))
        for given in first.figure.inputs
        for each in given.figures
    )
