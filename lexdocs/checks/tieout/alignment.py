"""Alignment: a text that states nearly the same figures in nearly the same order as a document of the deal's own.

Where the order of its numbers is that of one of our documents, the number in between two that agree stands where
that document's figure stands, whatever tables and lines the text was set in.
"""

from __future__ import annotations

import difflib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from lexdocs.checks.tieout.seen import Seen
from lexdocs.notation.find import Found
from lexdocs.notation.grammar import Kind

ALIKE = 0.8  # how much of the numbers two documents must share, in order
_LENGTHS = 0.6  # how much shorter one of them may be
_FEWEST = 6  # numbers
_RUN = 3  # numbers in a row that must agree to be sure of the place
_NEAR = 2  # places on that a number is looked for which does not stand at its own
_GAP = 16  # numbers between two runs that may differ one by one

Value = tuple[str, str]


@dataclass(frozen=True)
class Order:
    """The numbers of a document of the deal's own in order, each with the address of its figure."""

    document: str
    values: tuple[Value, ...] = field(repr=False)
    addresses: tuple[str, ...] = field(repr=False)


def value_of(item: Found) -> Value:
    """A number as it is compared: by what it says, not by how it is written."""
    kind = Kind.NUMBER if item.kind in (Kind.MONEY, Kind.COUNT) else item.kind
    return str(kind), str(item.value)


def aligned(passages: Sequence[Seen], own: Sequence[Order]) -> Mapping[tuple[int, int], str]:
    """For the numbers of a file, by passage and place, the figures that stand there in the document most like it."""
    items = [(seen.index, item) for seen in passages for item in seen.found]
    values = values_of(passages)
    best, likest = None, ALIKE
    for each in own:
        if len(values) >= _FEWEST and _comparable(values, each.values):
            found = _shared(values, each.values)
            if found >= likest:
                best, likest = each, found
    if best is None:
        return {}
    return {(items[at][0], items[at][1].start): best.addresses[there] for at, there in _pairs(values, best.values)}


def _pairs(values: Sequence[Value], own: Sequence[Value]) -> Iterator[tuple[int, int]]:
    """Which number of a file stands where which of ours does: runs that agree, and as many numbers between two such.

    A single number that agrees between two that do not is no run: two that were put for one another leave one so.
    """
    for at, there in _placed(values, own):
        near = (-_NEAR, -1, 1, _NEAR)
        if not any(_moved(values, own, at, there, by) or _moved(own, values, there, at, by) for by in near):
            yield at, there


def _moved(values: Sequence[Value], own: Sequence[Value], at: int, there: int, by: int) -> bool:
    """Whether a number is the one that the other has some places on: one before it was left out, or put in.

    It is not if the two were put for one another, nor if it stands at its own place as well.
    """
    if values[at] == own[there] or not (0 <= at + by < len(values) and 0 <= there + by < len(own)):
        return False
    return values[at] == own[there + by] and values[at + by] not in (own[there], own[there + by])


def _placed(values: Sequence[Value], own: Sequence[Value]) -> Iterator[tuple[int, int]]:
    same = sum(one == other for one, other in zip(values, own, strict=False))
    if len(values) == len(own) and same >= len(own) * ALIKE:
        yield from ((place, place) for place in range(len(values)))
        return
    matcher = difflib.SequenceMatcher(None, values, own, autojunk=False)
    at = there = 0
    for block in matcher.get_matching_blocks():
        if 0 < block.size < _RUN:
            continue
        if block.a - at == block.b - there <= _GAP:
            between = list(zip(range(at, block.a), range(there, block.b), strict=True))
            same = sum(values[one] == own[other] for one, other in between)
            if len(between) <= _RUN or 2 * same >= len(between):
                yield from between
        at, there = block.a + block.size, block.b + block.size
        yield from zip(range(block.a, at), range(block.b, there), strict=True)


def values_of(passages: Sequence[Seen]) -> list[Value]:
    """The numbers of a file in order, as they are compared."""
    return [value_of(item) for seen in passages for item in seen.found]


def likeness(values: Sequence[Value], own: Sequence[Order]) -> float:
    """How like the likeliest of our documents a file is, by the numbers that both have."""
    return max((_shared(values, each.values) for each in own if _comparable(values, each.values)), default=0.0)


def _comparable(one: Sequence[Value], other: Sequence[Value]) -> bool:
    return min(len(one), len(other)) >= max(len(one), len(other)) * _LENGTHS


def _shared(one: Sequence[Value], other: Sequence[Value]) -> float:
    """How many of the numbers of both are the same, in whatever order: the most that they can share in order."""
    common = sum((Counter(one) & Counter(other)).values())
    return 2 * common / (len(one) + len(other))
