"""A passage as tie-out sees it: its numbers, what is set aside, and its words with their concepts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from lexdocs.checks.reading.passage import Part, Passage
from lexdocs.checks.tieout.concepts import Token, tokens
from lexdocs.notation.asides import Aside, asides
from lexdocs.notation.find import Found, find

_PIECE = re.compile(r"[^\W_]+(?:['\u2019-][^\W_]+)*")
_SENTENCE = re.compile(
    r"(?<!\bNo)(?<!\bInc)(?<!\bCo)(?<!\bCorp)(?<!\bLtd)(?<!\bp\.m)(?<!\ba\.m)(?<!\b[A-Z])"
    r"[.;:?!][\"'\u201d\u2019)]* +(?=[\"'\u201c(]?[A-Z0-9(])"
)


@dataclass(frozen=True)
class Piece:
    """A word of a passage, in small letters, or `#` for a number of it."""

    said: str
    start: int
    end: int


@dataclass(frozen=True)
class Seen:
    """A passage with everything that was found in it; `index` is its place in the reading.

    `left` is what stands in the cell before it, where that has words.
    """

    passage: Passage
    index: int
    found: tuple[Found, ...]
    aside: tuple[Aside, ...]
    left: str = ""

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """Its words and phrases that mean something, in order."""
        return tuple(sorted(tokens(self.passage.text), key=lambda token: (token.start, token.end)))

    @cached_property
    def pieces(self) -> tuple[Piece, ...]:
        """Its words and numbers, in order."""
        return tuple(_pieces(self.passage.text, [(each.start, each.end) for each in self.found]))

    @cached_property
    def breaks(self) -> tuple[int, ...]:
        """Where its sentences end."""
        inside = [(each.start, each.end) for each in self.found]
        ends = (match.start() for match in _SENTENCE.finditer(self.passage.text))
        return tuple(end for end in ends if not any(start <= end < stop for start, stop in inside))


def look(passages: Sequence[Passage]) -> tuple[Seen, ...]:
    """Find everything in some passages."""
    return tuple(
        Seen(
            passage, index, tuple(find(passage.text)), tuple(asides(passage.text, begins_item=_begins(passage))),
            _left(passages, index),
        )
        for index, passage in enumerate(passages)
    )  # fmt: skip


def _left(passages: Sequence[Passage], index: int) -> str:
    """The words of the cell to the left, in the same row."""
    here, before = passages[index].place, passages[index - 1] if index else None
    if before is None or here.part is not Part.CELL or before.place.part is not Part.CELL:
        return ""
    same = (before.place.number, before.place.row) == (here.number, here.row)
    return before.text if same and any(char.isalpha() for char in before.text) else ""


def _begins(passage: Passage) -> bool:
    """Whether a passage may begin with the number of an item or of a heading."""
    return passage.place.part in (Part.ITEM, Part.HEADING, Part.PARAGRAPH, Part.FOOTNOTE)


def _pieces(text: str, inside: Sequence[tuple[int, int]]) -> Iterator[Piece]:
    at = 0
    for start, end in (*inside, (len(text), len(text))):
        for match in _PIECE.finditer(text, at, start):
            yield Piece(match[0].lower().replace("\u2019", "'"), match.start(), match.end())
        if end > start:
            yield Piece("#", start, end)
        at = end


def words_only(text: str) -> str:
    """A head or a caption in small letters, figures and all, as a key of its row.

    >>> words_only("  9 3/8%  Notes ")
    '9 3/8% notes'
    """
    return " ".join(text.lower().replace("\u00a0", " ").split())
