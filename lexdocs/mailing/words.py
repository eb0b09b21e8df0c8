"""The words of a statement beside its number, and a digest of them: that tells whether a statement has changed.

Neither layout nor style counts, nor how it was made: two statements that say the same have the same digest.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b
from typing import Any

from lexdocs.mailing.probes import Place, filled, marked
from lexdocs.mailing.rows import Rows

NUMBER, REPLACED = "statement_number", "replaced_statement"
"""The figures that say which statement it is, and which it replaces: they are no part of what it says."""
_TAG = re.compile(r"<style\b.*?</style>|<[^>]*>", re.DOTALL)
_PARTED = "\x1f"  # no text has it


@dataclass(frozen=True)
class Words:
    """What statements of a shape say alike, and the figures, each with its print style, that they say of the holder."""

    said: bytes = field(repr=False)
    figures: tuple[tuple[str, str | None], ...]

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
    return Words(said.encode("utf-8"), tuple(each for each in figures.items() if each[0] not in (NUMBER, REPLACED)))


def _digest(begun: Any, text: str) -> str:
    whole = begun.copy()
    whole.update(text.encode("utf-8"))
    return str(whole.hexdigest())
