"""Echoes: a text that says the words of the deal's own documents must say their figures in the same places.

A document that somebody edited is for the most part what lexdocs wrote. Where the words on either side of a number
are those of one of our own, the figure that belongs there is known without any guess.
"""

from __future__ import annotations

import bisect
import html
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from lexdocs.checks.reading.html import read_html
from lexdocs.checks.reading.passage import Part, Passage
from lexdocs.checks.tieout.alignment import Order, value_of
from lexdocs.checks.tieout.seen import Piece, Seen, look, words_only
from lexdocs.notation.grammar import Found

_TICK = re.compile(r'<data\b[^>]*\bdata-figure="([^"]*)"[^>]*>(.*?)</data>', re.DOTALL)
_OPEN, _SHUT = "\ue000", "\ue001"
_ZERO = 0xE010

_CELL, _ROW, _LEFT = 12.0, 8.0, 11.0
_NAMED, _ONE_SIDE, _AROUND = 4.0, 1.9, 4  # how sure a name must be, and by how many words on a side
# How many words to the left and to the right, and how much it says that they are the same.
_SIDES: tuple[tuple[int, int, float], ...] = (
    (6, 0, 4.0), (0, 6, 4.0), (4, 0, 2.0), (0, 4, 2.0), (3, 3, 4.0),
    (3, 0, 1.0), (0, 3, 1.0), (2, 2, 2.0), (1, 2, 1.0), (2, 1, 1.0),
)  # fmt: skip

Key = tuple[object, ...]


@dataclass(frozen=True)
class Echoes:
    """For words around a number, how often each figure stands between them in the deal's own documents."""

    figures: Mapping[Key, Mapping[str, int]] = field(repr=False)
    names: Mapping[Key, Mapping[str, int]] = field(repr=False)

    def name_at(self, seen: Seen, start: int, end: int) -> str:
        """The name that our own documents have between the same words, or nothing where they do not agree on one."""
        scores: dict[str, float] = defaultdict(float)
        for key, weight in name_keys(seen, start, end):
            known = self.names.get(key)
            if known:
                total = sum(known.values())
                for address, count in known.items():
                    scores[address] += weight * count / total
        best = max(scores, key=lambda address: scores[address], default="")
        rest = sum(score for address, score in scores.items() if address != best)
        return best if best and scores[best] >= _NAMED and scores[best] > 2 * rest else ""

    def at(self, seen: Seen, item: Found) -> Mapping[str, float]:
        """How strongly the words around an item say that it is a figure, by address."""
        scores: dict[str, float] = defaultdict(float)
        for key, weight in keys(seen, item):
            known = self.figures.get(key)
            if known:
                total = sum(known.values())
                for address, count in known.items():
                    scores[address] += weight * count / total
        return scores


def echoes(read: Iterable[Sequence[Ticked]], named: Iterable[Named]) -> Echoes:
    """The echoes of some documents of the deal, their numbers and names read by `ticked`."""
    found: dict[Key, Counter[str]] = defaultdict(Counter)
    for numbers in read:
        for seen, item, address in numbers:
            if address:
                for key, _weight in keys(seen, item):
                    found[key][address] += 1
    names: dict[Key, Counter[str]] = defaultdict(Counter)
    for seen, start, end, address in named:
        for key, _weight in name_keys(seen, start, end):
            names[key][address] += 1
    return Echoes(found, names)


def name_keys(seen: Seen, start: int, end: int) -> Iterator[tuple[Key, float]]:
    """The words around a name as keys: those of its cell's row, or those on either side."""
    passage = seen.passage
    if passage.place.part is Part.CELL:
        before = words_only(seen.left or passage.row_head)
        # A name that begins its row has no words beside it: it may be any row's.
        if before and end - start >= len(passage.text.strip()) - 1:
            yield ("name", before), _ROW
        return
    first = bisect.bisect_left(seen.pieces, start, key=lambda piece: piece.start)
    after = bisect.bisect_left(seen.pieces, end, key=lambda piece: piece.start)
    left = [each.said for each in seen.pieces[max(first - _AROUND - 1, 0) : first] if each.end <= start][-_AROUND:]
    right = [each.said for each in seen.pieces[after : after + _AROUND]]
    if len(left) + len(right) >= _AROUND:
        yield ("name", *left, "#", *right), _ROW
    if len(left) == _AROUND:
        yield ("name", *left, "#"), _ONE_SIDE
    if len(right) == _AROUND:
        yield ("name", "#", *right), _ONE_SIDE


def order(document: str, numbers: Sequence[Ticked]) -> Order:
    """The numbers of a document in their order."""
    return Order(document, tuple(value_of(item) for _, item, _ in numbers), tuple(address for _, _, address in numbers))


Ticked = tuple[Seen, Found, str]
Named = tuple[Seen, int, int, str]


def ticked(page: str, name: str) -> tuple[tuple[Seen, ...], list[Ticked], list[Named]]:
    """The passages of one of our own pages as a stranger reads them, and their numbers, each with its figure's address.

    A number that is no figure's, as a citation or the number of a heading, has none. With them the ticked texts, by
    place and address.
    """
    addresses: list[str] = []

    def marked(match: re.Match[str]) -> str:
        addresses.append(html.unescape(match[1]))
        number = "".join(chr(_ZERO + int(digit)) for digit in str(len(addresses) - 1))
        return f"{_OPEN}{number}{_SHUT}{match[2]}{_OPEN}{_SHUT}"

    reading = read_html(_TICK.sub(marked, page), name)
    spans: list[list[tuple[int, int, str]]] = []
    plain = [_unmarked(passage, addresses, spans) for passage in reading.passages]
    numbers: list[Ticked] = []
    names: list[Named] = []
    passages = look(plain)
    for seen, own in zip(passages, spans, strict=True):
        names += [(seen, start, end, address) for start, end, address in own]
        for item in seen.found:
            address = next((each for start, end, each in own if start <= item.start and item.end <= end), "")
            numbers.append((seen, item, address))
    return passages, numbers, names


def _unmarked(passage: Passage, addresses: Sequence[str], spans: list[list[tuple[int, int, str]]]) -> Passage:
    """A passage without marks; notes where each figure stands."""
    text, own = _cut(passage.text, addresses)
    spans.append(own)
    clean: Callable[[str], str] = lambda said: _cut(said, addresses)[0]  # noqa: E731  one line says it
    return Passage(
        passage.place, text, passage.lines, clean(passage.heading), clean(passage.lead), clean(passage.caption),
        clean(passage.row_head), tuple(map(clean, passage.column_heads)),
    )  # fmt: skip


def _cut(text: str, addresses: Sequence[str]) -> tuple[str, list[tuple[int, int, str]]]:
    found: list[tuple[int, int, str]] = []
    out = ""
    at, start, open_ = 0, 0, ""
    for match in re.finditer(f"{_OPEN}([\ue010-\ue019]*){_SHUT}", text):
        out += text[at : match.start()]
        at = match.end()
        if match[1]:
            start, open_ = len(out), addresses[int("".join(str(ord(char) - _ZERO) for char in match[1]))]
        elif open_:
            found.append((start, len(out), open_))
            open_ = ""
    return out + text[at:], found


def keys(seen: Seen, item: Found) -> Iterator[tuple[Key, float]]:
    """The words around an item as keys, each with how much it says."""
    passage = seen.passage
    first = not seen.found or item is seen.found[0] or item.start == seen.found[0].start
    if passage.place.part is Part.CELL and first and (passage.row_head or passage.column_heads):
        row, heads = words_only(passage.row_head), tuple(map(words_only, passage.column_heads))
        yield ("cell", words_only(passage.caption), row, heads), _CELL
        yield ("row", row, heads[-1:]), _ROW
        if seen.left:
            yield ("left", words_only(seen.left)), _LEFT
    pieces = seen.pieces
    place = _place(pieces, item)
    if place is None:
        return
    left = [f"\x00{passage.place.part.value}", *(each.said for each in pieces[max(place - 6, 0) : place])]
    right = [*(each.said for each in pieces[place + 1 : place + 7]), "\x00"]
    if len(left) + len(right) < 3:
        return
    for before, after, weight in _SIDES:
        if before < len(left) + 1 and after < len(right) + 1:
            yield (before, after, *left[len(left) - before :], "#", *right[:after]), weight


def _place(pieces: Sequence[Piece], item: Found) -> int | None:
    low, high = 0, len(pieces)
    while low < high:
        middle = (low + high) // 2
        if pieces[middle].start < item.start:
            low = middle + 1
        else:
            high = middle
    return low if low < len(pieces) and pieces[low].start == item.start else None
