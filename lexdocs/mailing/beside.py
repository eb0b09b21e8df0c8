"""The words beside the control figures of all statements: by them each figure is found where it is printed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from lexdocs.mailing.rows import Rows
from lexdocs.mailing.words import NUMBER, REPLACED, Beside

_NIL = "-0."

Kept = tuple[list[tuple[str, list[str]]], list[str]]
"""As it is kept of a shard: each figure with its words, and the figures that are not nil where they are not printed."""


class BesideFigures:
    """Gathers the words beside some figures, shape by shape, or from what was gathered of shards."""

    def __init__(self, figures: Sequence[str]) -> None:
        self.words: dict[str, set[str]] = {name: set() for name in figures}
        self.untold: set[str] = set()

    def add(self, beside: Beside, rows: Rows, places: Sequence[int]) -> None:
        """Add what stands on the statements of some holdings, which have the same words."""
        printed = set()
        for name, words in beside:
            if name in self.words:
                printed.add(name)
                self.words[name].add(words)
        for name in self.words.keys() - printed - self.untold:
            if name in (NUMBER, REPLACED):
                continue
            cells = rows.cells(name)
            if any(cell.strip(_NIL) for cell in {cells[place] for place in places}):
                self.untold.add(name)

    def kept(self) -> Kept:
        """As it is kept on disk."""
        return [(name, sorted(each)) for name, each in self.words.items()], sorted(self.untold)

    def merge(self, kept: Kept) -> None:
        """Add what was kept of a shard."""
        words, untold = kept
        for name, each in words:
            self.words[name].update(each)
        self.untold.update(untold)

    def told(self) -> Mapping[str, Mapping[str, Any]]:
        """As the control has it: the figures that are printed at all, in their order."""
        return {
            name: {"or_nil": name not in self.untold, "words": sorted(each)}
            for name, each in self.words.items() if each
        }  # fmt: skip
