"""The words around a number: how strongly each concept speaks at its place."""

from __future__ import annotations

import bisect
import datetime
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TypeVar

from lexdocs.checks.tieout.concepts import Token, tokens
from lexdocs.checks.tieout.seen import Seen
from lexdocs.notation.find import Found, find
from lexdocs.notation.grammar import Kind
from lexdocs.notation.typography import FRACTION_SIGNS, LOWERED, PLAIN_CHARACTERS, RAISED, spelled
from lexdocs.notation.units import Day, Moment

_REACH = 220  # characters to either side
_LONGEST = 120  # characters of a phrase that means something
_WORD = 6  # characters, about
_FADE = 6  # words after which a word counts half
_SENTENCE, _NUMBER, _CLAUSE = 0.3, 0.6, 0.7  # what is left of a word's weight across one of these
_BEHIND = 0.8  # words behind a number say what it is a little less than those before it
_HEADING, _LEAD, _CAPTION, _HEAD, _ROW = 0.25, 0.35, 0.35, 1.0, 0.7
_DATES = (Kind.DATE, Kind.DAY)
_SHORT_HEAD = 40  # letters of a head in which a rate or a year alone is the name of its row
_BARE = re.compile(r"[a-z]+|(?<![0-9$.,/])[0-9]{1,4}(?: [0-9]+/[0-9]+|\.[0-9]+)?(?=%|s\b|\b(?![0-9/,.]))")
_PLAIN = str.maketrans(PLAIN_CHARACTERS)
_BUILT = re.compile(rf"[{FRACTION_SIGNS}]|[{RAISED}]+[/\u2044][{LOWERED}]+")


@dataclass(frozen=True)
class Names:
    """What a deal calls its notes, its series and its rows: the pattern of all texts, and what each means.

    `dates` are the rows that are called by a date, by their labels; `bare` those that the head of a line calls by a
    rate or a year alone.
    """

    pattern: re.Pattern[str] | None
    means: Mapping[str, frozenset[str]] = field(repr=False)
    dates: Mapping[str, frozenset[str]] = field(repr=False)
    bare: Mapping[str, frozenset[str]] = field(repr=False)


def names(
    means: Mapping[str, frozenset[str]], dates: Mapping[str, frozenset[str]], bare: Mapping[str, frozenset[str]]
) -> Names:
    """The names of a deal, ready to be looked for."""
    said = sorted((re.escape(each).replace(r"\ ", r"[ \n]+") for each in means if len(each) > 1), key=len, reverse=True)
    pattern = re.compile(rf"(?<![a-z0-9])(?:{'|'.join(said)})(?![a-z0-9])") if said else None
    return Names(pattern, means, dates, bare)


def flat(text: str) -> tuple[str, Sequence[int] | None]:
    """A text in small plain letters with its fractions spelled out, and where each character stood; None where alike.

    >>> flat("The 9⅜% Notes")[0]
    'the 9 3/8% notes'
    """
    plain = text.translate(_PLAIN).lower()
    if plain.isascii() and len(plain) == len(text):
        return plain, None
    said: list[str] = []
    places: list[int] = []
    at = 0
    for match in (*_BUILT.finditer(text), None):
        for place in range(at, match.start() if match else len(text)):
            char = text[place].translate(_PLAIN).lower()
            said.append(char)
            places += [place] * len(char)
        if match:
            fraction = spelled(match[0].translate(_PLAIN))
            fraction = f" {fraction}" if said and said[-1].isdigit() else fraction
            said.append(fraction)
            places += [match.start()] * len(fraction)
            at = match.end()
    return "".join(said), (*places, len(text))


def marks(seen: Seen, known: Names) -> tuple[Token, ...]:
    """Where a passage names a side of the offer or a row, by its name or by its date, in order."""
    return tuple(sorted(_marks(seen, known), key=lambda token: (token.start, token.end)))


def _marks(seen: Seen, known: Names) -> Iterator[Token]:
    if known.pattern is not None:
        text, places = flat(seen.passage.text)
        for match in known.pattern.finditer(text):
            means = known.means.get(" ".join(match[0].split()))
            if means:
                start, end = match.span() if places is None else (places[match.start()], places[match.end()])
                yield Token(start, end, tuple(sorted(means)))
    for found in seen.found:
        means = known.dates.get(dated(found))
        if means:
            yield Token(found.start, found.end, tuple(sorted(means)))


def dated(found: Found) -> str:
    """A date as rows are called by it, or nothing."""
    value = found.value
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, Moment):
        return value.date.isoformat()
    return f"{value.month:02}-{value.day:02}" if isinstance(value, Day) else ""


def around(seen: Seen, item: Found, marked: tuple[Token, ...], known: Names) -> Mapping[str, float]:
    """How strongly each concept speaks for what stands at an item: the nearest words most."""
    weights = dict(_over(seen, known))
    low, high = item.start - _REACH, item.end + _REACH
    others = [each for each in _within(seen.found, low, high) if each is not item and each.kind is item.kind]
    # A row is called by its date, but a date is no row because another date stands beside it.
    dated = {(each.start, each.end) for each in seen.found} if item.kind in _DATES else ()
    for token in (*_within(seen.tokens, low, high), *_within(marked, low, high)):
        if not _overlap(token, item) and (token.start, token.end) not in dated:
            weight = _weight(token, item, others, seen)
            for concept in token.concepts:
                if weight > weights.get(concept, 0.0):
                    weights[concept] = weight
    return weights


T = TypeVar("T", Token, Found)


def _within(each: Sequence[T], low: int, high: int) -> Sequence[T]:
    """Those of some stretches of a text in its order that begin or end between two places of it."""
    first = bisect.bisect_left(each, low - _LONGEST, key=lambda one: one.start)
    last = bisect.bisect_left(each, high, key=lambda one: one.start)
    return [one for one in each[first:last] if one.end > low]


def _overlap(token: Token, item: Found) -> bool:
    return token.start < item.end and item.start < token.end


def _weight(token: Token, item: Found, others: list[Found], seen: Seen) -> float:
    before = token.end <= item.start
    low, high = (token.end, item.start) if before else (item.end, token.start)
    weight = (1.0 if before else _BEHIND) / (1 + (high - low) / (_WORD * _FADE))
    ends = bisect.bisect_left(seen.breaks, high) - bisect.bisect_left(seen.breaks, low)
    weight *= _SENTENCE**ends
    for each in others:
        if low <= each.start and each.end <= high:
            weight *= _NUMBER
    return weight * _CLAUSE ** seen.passage.text.count(";", low, high)


def _over(seen: Seen, known: Names) -> Mapping[str, float]:
    """What heads, captions and headings say of everything below them."""
    weights: dict[str, float] = {}
    passage = seen.passage
    row = _HEAD if seen.left in ("", passage.row_head) else _ROW
    for text, weight in (
        (passage.heading, _HEADING),
        (passage.lead, _LEAD),
        (passage.caption, _CAPTION),
        (passage.row_head, row),
        (seen.left, _HEAD),
        *((head, _HEAD) for head in passage.column_heads),
    ):
        for concept in in_head(text, known) if text else ():
            weights[concept] = max(weights.get(concept, 0.0), weight)
    return weights


@lru_cache(maxsize=4096)
def _plain_head(text: str) -> frozenset[str]:
    return frozenset(concept for token in tokens(text) for concept in token.concepts)


def named_in(text: str, known: Names) -> frozenset[str]:
    """The rows that a head names, by their labels, and the cases that it tells of."""
    return frozenset(each for each in in_head(text, known) if "=" in each) if text else frozenset()


def in_head(text: str, known: Names) -> Sequence[str]:
    """The concepts of a head, and what it names, in an order that does not change from run to run."""
    found = set(_plain_head(text))
    if known.pattern is not None:
        said, _ = flat(text)
        for match in known.pattern.finditer(said):
            found |= known.means.get(" ".join(match[0].split()), frozenset())
    for each in _dates(text):
        found |= known.dates.get(each, frozenset())
    if len(text) <= _SHORT_HEAD and not any("=" in each for each in found):
        for number in _BARE.findall(flat(text)[0]):
            found |= known.bare.get(number, frozenset())
    return sorted(found)


@lru_cache(maxsize=4096)
def _dates(text: str) -> tuple[str, ...]:
    return tuple(said for each in find(text) if (said := dated(each)))
