"""So much for each of so much: 2.5 shares for each $500 principal amount · $20 per $500 · $3.125 a share.

A text may say the base first ("for each $500 that a holder tenders: $20 in cash, and 2.5 shares") or last. Which
find is the amount and which the base is told here; what either of them is, the words around them say.
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from lexdocs.notation.characters import alike
from lexdocs.notation.grammar import Found, Kind

_REACH = 80  # characters from an amount to the word that says for what it is
_NEAR = 12  # characters in which a word such as "that" may stand
_AMOUNTS = frozenset({Kind.MONEY, Kind.NUMBER, Kind.COUNT, Kind.FRACTION})
_GIVEN = frozenset({Kind.MONEY, Kind.NUMBER})
_UNIT = (
    r"(?:(?:[a-z]+\s){0,4}?(?:shares?|warrants?|notes?|bonds?|units?|debentures?|securit(?:y|ies)|rights?)(?![a-z]))"
)
_EACH = re.compile(
    r"(?<![a-z])(?:(?:in\s(?:respect\sof|exchange\sfor)|with\srespect\sto|for|on|upon|to|of)\s(?:each|every)|per)"
    r"(?:\s(?:whole|full|additional|such))?(?![a-z])"
)
_UNIT_BEHIND = re.compile(rf"\s({_UNIT})")
_BEHIND_MONEY = re.compile(rf"\s(?:an?\s({_UNIT})|(?:apiece|each)(?![a-z]))")
_ONE = re.compile(r"(?<![a-z-])(one)\s(?:[a-z'-]+\s){0,6}\Z")
_FOR = re.compile(r"\s?-for-\s?")
_END = re.compile(r"[;?!]|\.(?=\s+[\"“(]?[A-Z]|\s*\Z)|\n\s*\n")
_ALSO = re.compile(r"(?:\s[a-z'-]+){0,5},?\s(?:and|plus)\s(?:[a-z'-]+\s){0,5}")
_VERB = re.compile(r"\b(?:is|are|was|were|be|has|have|had|will|would|shall|may|can|pays?|receives?|gets?|tenders?)\b")
_OPENS = re.compile(r"(?:\A|[,:(.;\n–—]|\b(?:that|and|receive|issue|pay))\s*\Z")
_WORDS = re.compile(r"\s?(?:[a-z'-]+(?:\s|(?![a-z'-]))){0,6}")
_YEARS = range(1900, 2100)


@dataclass(frozen=True)
class Ratio:
    """An amount for each of a base: `amount` and `per` are the places of the two among the finds.

    `amount` is None where the text says "one", and `per` where it names a thing and no size ("each warrant"): either is
    then one of it. `of` are the words behind the amount, `each` those of the base. The stretch runs from the one that
    stands first to the end of the other.
    """

    start: int
    end: int
    amount: int | None
    per: int | None
    of: str = ""
    each: str = ""


def ratios(text: str, found: Sequence[Found]) -> list[Ratio]:
    """The ratios that a text states, in order; `found` is what `find` finds in it.

    >>> from lexdocs.notation.find import find
    >>> said = "2.5 shares for each $500 principal amount, and $20 per note"
    >>> [(each.amount, each.per, each.of, each.each) for each in ratios(said, find(said))]
    [(0, 1, 'shares', 'principal amount'), (2, None, '', 'note')]
    """
    seen = _Seen(text, alike(text), found)
    known = [*_beside(seen)]
    bases = [base for match in _EACH.finditer(seen.same) if (base := _base(seen, match))]
    pers = {base.per for base in bases}
    for base in bases:
        known += _before(seen, base, pers)
    taken = {ratio.amount for ratio in known} | {ratio.per for ratio in known}
    stops = [*(base.start for base in bases[1:]), len(text)]
    for base, stop in zip(bases, stops, strict=False):
        if base.per is not None and base.per not in taken and seen.opens(base.start):
            known += _after(seen, base, stop, taken)
    return sorted(known, key=lambda ratio: (ratio.start, ratio.end))


class _Seen:
    """A text and its finds."""

    def __init__(self, text: str, same: str, found: Sequence[Found]) -> None:
        self.text, self.same, self.found = text, same, found
        self._starts = [each.start for each in found]

    def place(self, at: int) -> int:
        """The place of the first find that stands there or behind."""
        return bisect.bisect_left(self._starts, at)

    def opens(self, at: int) -> bool:
        """Whether what stands there opens a sentence or a part of one."""
        return bool(_OPENS.search(self.same, max(0, at - _NEAR), at))

    def words(self, start: int, stop: int | None = None) -> str:
        """Up to six words from a place, as far as the next sign."""
        match = _WORDS.match(self.same, start, len(self.same) if stop is None else stop)
        return " ".join(match[0].split()).removesuffix(" and") if match else ""


@dataclass(frozen=True)
class _Base:
    """The words "for each" and what stands behind it: the place of a find, or None for one of a thing; its words."""

    start: int
    end: int
    per: int | None
    each: str


def _base(seen: _Seen, match: re.Match[str]) -> _Base | None:
    place = seen.place(match.end())
    item = seen.found[place] if place < len(seen.found) else None
    if item and item.kind in _AMOUNTS and not seen.same[match.end() : item.start].strip():
        return _Base(match.start(), item.end, place, seen.words(item.end))
    unit = None if match[0].startswith(("of", "to")) else _UNIT_BEHIND.match(seen.same, match.end())
    return _Base(match.start(), unit.end(), None, unit[1]) if unit else None


def _beside(seen: _Seen) -> Iterator[Ratio]:
    """An amount right beside its base: $3.125 a share, $10 each, 3-for-2."""
    for place, item in enumerate(seen.found):
        behind = _BEHIND_MONEY.match(seen.same, item.end) if item.kind is Kind.MONEY else None
        if behind:
            yield Ratio(item.start, behind.end(), place, None, each=behind[1] or "")
        following = seen.found[place + 1] if place + 1 < len(seen.found) else None
        if following and _FOR.fullmatch(seen.same, item.end, following.start):
            yield Ratio(item.start, following.end, place, place + 1)


def _before(seen: _Seen, base: _Base, pers: AbstractSet[int | None]) -> Iterator[Ratio]:
    """The amounts that stand before "for each" in its sentence, or "one" of something."""
    place = _amount_before(seen, base)
    from_here = 0 if place is None else seen.found[place].end
    one = _ONE.search(seen.same, max(from_here, base.start - _REACH), base.start)
    if one:
        yield Ratio(one.start(), base.end, None, base.per, seen.same[one.end(1) : base.start].strip(), base.each)
    elif place is not None and not _OPENS.search(seen.same, seen.found[place].end, base.start):
        stop = base.start
        while place >= 0 and (stop == base.start or (place not in pers and _joined(seen, seen.found[place], stop))):
            item = seen.found[place]
            yield Ratio(item.start, base.end, place, base.per, seen.words(item.end, stop), base.each)
            place, stop = place - 1, item.start


def _amount_before(seen: _Seen, base: _Base) -> int | None:
    for place in range(seen.place(base.start) - 1, -1, -1):
        item = seen.found[place]
        if item.end < base.start - _REACH or _END.search(seen.text, item.end, base.start):
            return None
        if item.kind in _AMOUNTS and item.end <= base.start:
            return place
    return None


def _joined(seen: _Seen, item: Found, stop: int) -> bool:
    """Whether an amount is given together with the one that begins at `stop`: $20 in cash and 2.5 shares."""
    between = bool(_ALSO.fullmatch(seen.same, item.end, stop))
    return item.kind in _AMOUNTS and between and not _VERB.search(seen.same, item.end, stop)


def _after(seen: _Seen, base: _Base, stop: int, taken: AbstractSet[int | None]) -> Iterator[Ratio]:
    """The amounts that follow a base in its sentence."""
    close = _END.search(seen.text, base.end, stop)
    stop = close.start() if close else stop
    for place in range(seen.place(base.end), seen.place(stop)):
        item = seen.found[place]
        if item.kind in _GIVEN and place not in taken and not _is_year(item):
            yield Ratio(base.start, item.end, place, base.per, seen.words(item.end), base.each)


def _is_year(item: Found) -> bool:
    return item.text.isdigit() and item.value in _YEARS
