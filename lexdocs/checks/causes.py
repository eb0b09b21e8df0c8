"""Why a figure moved: the terms that are others now among those from which it follows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from lexdocs.figures.book import FigureBook
from lexdocs.figures.figure import Figure, Pending, ancestors

Record = Mapping[str, Mapping[str, Any]]

BY_HAND = "edited by hand: no figure moved"
ABSENT = "not there"


def shown(side: Record, address: str) -> str:
    """A figure of a record as a reader would write it."""
    entry = side.get(address)
    return ABSENT if entry is None else str(entry.get("shown", "pending"))


@dataclass(frozen=True)
class Causes:
    """The figures that differ between a saved record and a book, each with what moved it."""

    book: FigureBook
    saved: Record
    now: Record

    def moved(self) -> list[str]:
        """Addresses whose entry is another, or that are only on one side."""
        keys = [*self.now, *(address for address in self.saved if address not in self.now)]
        return [address for address in keys if self.saved.get(address) != self.now.get(address)]

    def all(self) -> dict[str, str]:
        """Each moved address with its cause."""
        moved = self.moved()
        terms = {address: path for address in moved if (path := self._path(address))}
        figures = {figure.address: figure for figure in self.book}
        return {address: self._cause(address, figures.get(address), terms) for address in moved}

    def _path(self, address: str) -> str:
        """The path of a term that differs in more than what a hand could do to the record."""
        if shown(self.saved, address) == shown(self.now, address):
            return ""
        for side in (self.now, self.saved):
            entry = side.get(address, {})
            if "path" in entry:
                return str(entry["path"])
        figure = next((each for each in self.book if each.address == address), None)
        # A term that is pending has no path of its own in the record; it waits for itself.
        return figure.waits_for[0] if isinstance(figure, Pending) and len(figure.waits_for) == 1 else ""

    def _cause(self, address: str, figure: Figure | Pending | None, terms: Mapping[str, str]) -> str:
        if shown(self.saved, address) == shown(self.now, address) and address in self.saved and address in self.now:
            return BY_HAND
        if isinstance(figure, Figure):
            above = [each.address for each in ancestors(figure)]
            names = {each.split("[")[0] for each in above}
            found = [each for each in above if each in terms] or [each for each in terms if each.split("[")[0] in names]
        elif isinstance(figure, Pending):
            found = [
                each for each, path in terms.items() if path in figure.waits_for and "path" in self.saved.get(each, {})
            ]
        else:
            row = address.partition("[")[2].rstrip("]").split(",")
            same_row = [each for each in terms if each.partition("[")[2].rstrip("]") in row]
            found = [address] if address in terms else same_row
        said = [f"{terms[each]}: {shown(self.saved, each)} → {shown(self.now, each)}" for each in found]
        return "; ".join(dict.fromkeys(said)) or "no term moved: the rule did"
