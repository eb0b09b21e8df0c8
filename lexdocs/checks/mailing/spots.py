"""Spots: the amounts on a page, each with the words that stand to the left of it on its line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

OWN = "\0"
"""Stands among the words beside an amount for what is the holder's."""
AMOUNT = re.compile(r"[(\u2212\u2013-]{0,2}(?:[A-Z]{0,3}[$€£¥])?[0-9][0-9,]*(?:\.[0-9]+)?%?\)?|[\u2014\u2013-]")
"""An amount as it is written, or the dash that stands for none."""
_LINE = 2.0  # points by which what stands on one line may be apart


class Beside(NamedTuple):
    """The words to the left of an amount, with single spaces between; and those of the lines above and below it."""

    left: str
    above: str = ""
    below: str = ""


class Spot(NamedTuple):
    """An amount, or another text that is the holder's, and the words beside it."""

    beside: Beside
    said: str


class Set(NamedTuple):
    """A text where it stands, in points from the bottom left; one that is the holder's has its number."""

    x: float
    y: float
    text: str
    own: int | None = None


def lines_of(texts: Iterable[Set]) -> Iterator[list[Set]]:
    """The lines that texts make, from the top of the page; what begins at one point stays in its order."""
    line: list[Set] = []
    for each in sorted(texts, key=lambda text: -text.y):
        if line and line[0].y - each.y > _LINE:
            yield sorted(line, key=lambda text: text.x)
            line = []
        line.append(each)
    if line:
        yield sorted(line, key=lambda text: text.x)


def beside_of(texts: Iterable[Set]) -> dict[int, Beside]:
    """The words beside each text that is the holder's, by its number."""
    found: dict[int, Beside] = {}
    lines = list(lines_of(texts))
    words = [[word for each in line for word in _words(each)] for line in lines]
    for number, line in enumerate(lines):
        left: list[str] = []
        for each in line:
            if each.own is not None:
                found[each.own] = _beside(left, words, number)
            left += _words(each)
    return found


def spot_of(beside: Beside, text: str) -> Spot:
    """The spot of a text that is the holder's; words before an amount belong to those on the left.

    >>> spot_of(Beside("Rest"), "of notes $0.67")
    Spot(beside=Beside(left='Rest of notes', above='', below=''), said='$0.67')
    """
    before, _, last = text.strip().rpartition(" ")
    if before and AMOUNT.fullmatch(last):
        return Spot(beside._replace(left=f"{beside.left} {before}".strip()), last)
    return Spot(beside, text.strip())


def spots_in(texts: Iterable[Set]) -> Iterator[Spot]:
    """Every amount on a page of which nothing says what is the holder's."""
    lines = [[word for each in line for word in _words(each)] for line in lines_of(texts)]
    for number, words in enumerate(lines):
        for place, word in enumerate(words):
            said = word.rstrip(".,;:")
            if AMOUNT.fullmatch(said):
                yield Spot(_beside(words[:place], lines, number), said)


def _words(text: Set) -> list[str]:
    return [OWN] if text.own is not None else text.text.split()


def _beside(left: Sequence[str], lines: Sequence[Sequence[str]], number: int) -> Beside:
    above = lines[number - 1] if number else ()
    below = lines[number + 1] if number + 1 < len(lines) else ()
    return Beside(*map(" ".join, (left, above, below)))
