"""A turn of phrase after or before which only certain figures can stand, in whatever words the rest is.

"Bears interest at" wants a rate of interest, "of the outstanding notes" a share of them, "holders of record on" the
record date. In a cell of a table, its row's head stands before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from lexdocs.notation.grammar import Kind


@dataclass(frozen=True)
class Phrase:
    """The kinds of number, the words right before it, the words right after it, and the figures that can stand there.

    `unless` are words before it with which the phrase means something else.
    """

    kinds: frozenset[Kind]
    names: tuple[str, ...]
    before: re.Pattern[str] | None
    after: re.Pattern[str] | None
    unless: re.Pattern[str] | None

    def fits(self, kind: Kind, before: str, after: str) -> bool:
        """Whether a number of a kind stands in it; both texts in small plain letters."""
        if kind not in self.kinds or (self.before is not None and not self.before.search(before)):
            return False
        if self.after is not None and not self.after.match(after):
            return False
        return self.unless is None or not self.unless.search(before)


def phrase(
    kinds: Iterable[Kind], names: tuple[str, ...], before: str = "", after: str = "", unless: str = ""
) -> Phrase:
    """A turn of phrase by patterns of the words before it, up to the number, and after it, from the number on."""
    patterns = (re.compile(each) if each else None for each in (before, after, unless))
    return Phrase(frozenset(kinds), names, *patterns)
