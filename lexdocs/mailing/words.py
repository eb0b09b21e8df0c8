"""The words of a statement beside its number, and a digest of them: that tells whether a statement has changed.

Neither layout nor style counts, nor how it was made: two statements that say the same have the same digest.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b
from typing import Any

from lexdocs.mailing.probes import Place, filled, marked
from lexdocs.mailing.rows import Rows

NUMBER, REPLACED = "statement_number", "replaced_statement"
"""The figures that say which statement it is, and which it replaces: they are no part of what it says."""
_TAG = re.compile(r"<style\b.*?</style>|<[^>]*>", re.DOTALL)
_PARTED = "\x1f"  # no text has it
_OPEN, _SHUT = "\ue004", "\ue005"
_SLOT = re.compile(f"{_OPEN}([0-9]+){_SHUT}")
_MOST = 12  # words before a figure
_BLOCK = re.compile(r"<(?:address|caption|div|h[1-6]|li|p|section|table|tr)\b|<br>")
_BEGUN = "\ue006"  # stands where a paragraph begins, or the row of a table
GAP = "…"
"""Stands in the words before a figure for another text that is the holder's."""
Beside = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Words:
    """What statements of a shape say alike, and the figures, each with its print style, that they say of the holder.

    `beside` are the figures with the words that stand before each of them, wherever it stands.
    """

    said: bytes = field(repr=False)
    figures: tuple[tuple[str, str | None], ...]
    beside: Beside = field(default=(), repr=False)

    def digests(self, rows: Rows, places: Sequence[int]) -> list[str]:
        """The digest of what is said to each of some holders."""
        columns = [rows.texts(*each) for each in self.figures]
        if len(places) < len(rows.labels):
            columns = [[column[place] for place in places] for column in columns]
        texts = map(_PARTED.join, zip(*columns, strict=True)) if columns else [""] * len(places)
        begun = blake2b(self.said, digest_size=16)
        return [_digest(begun, text) for text in texts]


def words_of(page: str, address: Callable[[str], str | None]) -> Words:
    """The words of a page that replaces no other; `address` gives that of a holder's figure without the holder."""
    whole, places = marked(page, address, {})

    def named(place: Place, at: int) -> str:
        slot = place.slots[at]
        return "" if slot.figure in (NUMBER, REPLACED) else f"{slot.figure} {slot.style}"

    said = " ".join(html.unescape(_TAG.sub(" ", filled(whole, places, named))).split())
    # What a figure says in one print style it says in all: the styles themselves are among the words.
    figures = {slot.figure: slot.style for place in reversed(places) for slot in place.slots}
    own = tuple(each for each in figures.items() if each[0] not in (NUMBER, REPLACED))
    return Words(said.encode("utf-8"), own, tuple(_beside(whole, places)))


def _beside(page: str, places: Sequence[Place]) -> Iterator[tuple[str, str]]:
    """The figures of a marked page, each with the words before it in its row or paragraph, since the last figure.

    Where there are none, as in the second column of a table, it is the words before that one, with a gap for it.
    """
    slots = [slot for place in places for slot in place.slots]
    keys = [(place.key, at) for place in places for at in range(len(place.slots))]
    numbers = {key: number for number, key in enumerate(keys)}
    whole = filled(page, places, lambda place, at: f"{_OPEN}{numbers[place.key, at]}{_SHUT}")
    said = _SLOT.split(html.unescape(_TAG.sub(" ", _BLOCK.sub(rf"{_BEGUN}\g<0>", whole))))
    before: list[str] = []
    for words, number in zip(said[::2], said[1::2], strict=False):
        *others, last = words.split(_BEGUN)
        before = last.split()[-_MOST:] or ([] if others else [*before, GAP])
        yield slots[int(number)].figure, " ".join(before)


def _digest(begun: Any, text: str) -> str:
    whole = begun.copy()
    whole.update(text.encode("utf-8"))
    return str(whole.hexdigest())
