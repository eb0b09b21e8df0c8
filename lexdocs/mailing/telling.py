"""What the manifest tells of a statement: its number, a digest of its words, and the number that it replaces.

In a mailing that corrects another, a statement whose words are still those that were released is held back: the
released one stands.
"""

from __future__ import annotations

import contextlib
from collections.abc import Sequence
from dataclasses import dataclass
from json.encoder import encode_basestring_ascii
from typing import Any

from lexdocs.errors import LexdocsError
from lexdocs.figures.batch import Batch
from lexdocs.mailing.beside import BesideFigures
from lexdocs.mailing.html_pages import HtmlPages
from lexdocs.mailing.html_patterns import TEXT, Pattern
from lexdocs.mailing.rows import Rows, leaves_at
from lexdocs.mailing.stamping import Stamping, Statement
from lexdocs.mailing.words import NUMBER, REPLACED

UNCHANGED, WITHDRAWN, EARLIER = "unchanged", "withdrawn", "withdrawn earlier"
"""How a holder's statement was made in a correction, where none was: the released one stands, or has no holder now, or
had none at an earlier correction."""
GONE = "-"
"""What stands before the digest of the words of a withdrawn statement: it does not stand, whatever they are."""


@dataclass(frozen=True)
class Telling:
    """Tells of the statements of a batch, which `stamping` made; `beside` gathers what stands beside their figures."""

    stamping: Stamping | HtmlPages
    beside: BesideFigures

    def of(
        self, groups: Sequence[Rows], batch: Batch, statements: Sequence[Statement], before: Sequence[str]
    ) -> list[tuple[Statement, str]]:
        """Each statement, or what stands in its place, and what the manifest tells of it as members of a JSON object.

        `before` are the digests of the words that were released, if this is a correction; empty where there were none.
        """
        found: list[tuple[Statement, str]] = [(each, "") for each in statements]
        if NUMBER not in self.stamping.shapes.units:
            return found
        for rows in groups:
            numbers, replaced = rows.texts(NUMBER, None), rows.texts(REPLACED, None)
            spoken = self.stamping.shapes.tongues.spoken(rows)
            for places, digests in self._digests(rows, statements, batch):
                for place, words in zip(places, digests, strict=True):
                    at = rows.indexes[place]
                    if not replaced[place] and words:
                        found[at] = statements[at], told_of(numbers[place], words) + spoken[place]
                        continue
                    was = before[at] if before else ""
                    made, said = _told(statements[at], numbers[place], replaced[place], words, was)
                    found[at] = made, said + spoken[place] if said else said
        return found

    def _digests(self, rows: Rows, statements: Sequence[Statement], batch: Batch) -> Any:
        """The digests of the words of statements, with their places; none where there is no statement."""
        shapes = self.stamping.shapes
        alike: dict[int, list[int]] = {}
        for place, at in enumerate(rows.indexes):
            alike.setdefault(statements[at].shape, []).append(place)
        pages: dict[Pattern, list[int]] = {}
        for place in alike.pop(-1, ()):
            digests = [""]
            made = statements[rows.indexes[place]]
            if made.page is not None and not made.paper:
                pages.setdefault(made.page, []).append(place)
            elif made.paper or made.texts:
                leaves = leaves_at(batch, self.stamping.passing, rows.indexes[place], self.stamping.scales)
                with contextlib.suppress(LexdocsError):
                    words = shapes.words(rows.labels[place], leaves)
                    self.beside.add(words.beside, rows, [place])
                    digests = words.digests(rows, [place]) if made.paper else [""]
            yield [place], digests
        for page, places in pages.items():  # what an HTML page prints, it says itself
            self.beside.add(tuple([(gap.figure, "") for gap in page.gaps if gap.kind == TEXT]), rows, places)
        for shape, places in alike.items():
            words = shapes.made[shape].words
            self.beside.add(words.beside, rows, places)
            yield places, words.digests(rows, places)


def _told(made: Statement, number: str, replaced: str, words: str, before: str) -> tuple[Statement, str]:
    there = made.shape >= 0 or made.paper
    if there and replaced and words == before:
        return Statement(made.label, why=UNCHANGED), told_of(replaced, before)
    if not there:  # what was released, if anything was, stands
        return made, told_of(replaced, before.removeprefix(GONE)) if replaced else ""
    gone = ',"withdrawn":true' if before.startswith(GONE) else ""
    return made, f'{told_of(number, words)},"replaces":{{{told_of(replaced, before.removeprefix(GONE))}{gone}}}'


def told_of(number: str, words: str) -> str:
    """A number and the digest of its words as members of a JSON object.

    >>> told_of("20120615-H-7", "6b5f")
    '"number":"20120615-H-7","words":"6b5f"'
    """
    return f'"number":{encode_basestring_ascii(number)},"words":"{words}"'
