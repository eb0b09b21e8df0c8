"""One fact said in two ways: in one file or in several, and even where the deal does not know it."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from lexdocs.checks.reading.passage import Part
from lexdocs.checks.tieout.concepts import meaning
from lexdocs.checks.tieout.item import Discord, Item, Outcome
from lexdocs.checks.tieout.seen import Seen

_REACH = 9  # words on either side by which two places are known to say the same
_ALIKE = 0.72
_FEWEST = 4  # words that two places must have in common
_COMMON = 40  # places: a word in more of them tells none apart
_UNKNOWN = frozenset({Outcome.UNEXPLAINED})


def discords(items: Sequence[Item], files: Mapping[str, Sequence[Seen]]) -> tuple[Discord, ...]:
    """What some files say in two ways, each fact once."""
    return (*_known(items), *_unknown(items, files))


def _known(items: Sequence[Item]) -> Iterator[Discord]:
    """Figures that are stated rightly in one place and otherwise in another, or in two wrong ways."""
    stated: dict[str, dict[str, Item]] = defaultdict(dict)
    wrong: dict[str, list[Item]] = defaultdict(list)
    for item in items:
        if item.outcome is Outcome.TIED:
            for address in item.figures:
                stated[address].setdefault(item.kind, item)
        elif item.outcome is Outcome.CONTRADICTED and item.figures:
            wrong[item.figures[0]].append(item)
    for address, said in wrong.items():
        right = [item for item in stated.get(address, {}).values() if item.kind == said[0].kind][:1]
        different = {_value(item): item for item in (*right, *said)}
        if len(different) > 1:
            yield _discord(address, list(different.values()))


def _value(item: Item) -> str:
    return " ".join(item.text.split()).lower()


def _discord(what: str, items: Sequence[Item]) -> Discord:
    said = " and ".join(f"“{' '.join(item.text.split())}” ({item.file}, {item.place})" for item in items)
    return Discord(tuple(items), f"{what} is said in {len(items)} ways: {said}")


@dataclass(frozen=True)
class _Spot:
    """An item that the deal does not know, with the words around it."""

    item: Item
    words: frozenset[str]


def _unknown(items: Sequence[Item], files: Mapping[str, Sequence[Seen]]) -> Iterator[Discord]:
    """Numbers that nothing explains, in two files, between the same words, and not the same."""
    if len(files) < 2:
        return
    spots = [_spot(item, files[item.file][item.passage]) for item in items if item.outcome in _UNKNOWN]
    count = Counter(word for spot in spots for word in sorted(spot.words))
    weight = {word: 1 / math.log2(1 + number) for word, number in count.items()}
    by_word: dict[str, list[int]] = defaultdict(list)
    for place, spot in enumerate(spots):
        for word in sorted(spot.words):
            if count[word] <= _COMMON:
                by_word[word].append(place)
    told: set[tuple[int, int]] = set()
    for places in by_word.values():
        for one in places:
            for other in places:
                if one < other and (one, other) not in told and _differ(spots[one], spots[other], weight):
                    told.add((one, other))
                    yield _discord("a fact that the deal does not know", [spots[one].item, spots[other].item])


def _differ(one: _Spot, other: _Spot, weight: Mapping[str, float]) -> bool:
    if one.item.file == other.item.file or one.item.kind != other.item.kind or _value(one.item) == _value(other.item):
        return False
    shared = one.words & other.words
    if len(shared) < _FEWEST:
        return False
    mass = [sum(weight[word] for word in sorted(words)) for words in (shared, one.words, other.words)]
    return mass[0] / math.sqrt(mass[1] * mass[2]) >= _ALIKE


def _spot(item: Item, seen: Seen) -> _Spot:
    passage = seen.passage
    if passage.place.part is Part.CELL:
        heads = " ".join((passage.row_head, *passage.column_heads, passage.caption))
        return _Spot(item, frozenset(concept for word in heads.split() for concept in meaning(word.strip(".,:()"))))
    place = next((n for n, piece in enumerate(seen.pieces) if piece.end > item.start), 0)
    near = seen.pieces[max(place - _REACH, 0) : place + _REACH + 1]
    return _Spot(item, frozenset(concept for piece in near if piece.said != "#" for concept in meaning(piece.said)))
