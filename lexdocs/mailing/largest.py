"""The largest holdings of a register that passes by: all that the rules about holders need of single ones."""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction

from lexdocs.figures.batch import Batch
from lexdocs.figures.book import FigureBook
from lexdocs.figures.figure import Derivation, Figure, Key, Pending
from lexdocs.figures.lowered import Number
from lexdocs.terms.register import AXIS

_HELD = "held_principal"


@dataclass
class Largest:
    """The principal of so many of the largest holdings, in no order."""

    count: int
    held: list[Fraction] = field(default_factory=list)

    @staticmethod
    def wanted(book: FigureBook) -> int:
        """How many the terms say something of."""
        found = None if "supporting_holders" not in book.shapes else book.figure("supporting_holders")
        return 0 if found is None or isinstance(found, Pending) else int(str(found.value))

    def told(self) -> list[tuple[int, int]]:
        """As they are kept on disk."""
        return [(each.numerator, each.denominator) for each in self.held]

    def merge(self, kept: Iterable[tuple[int, int]]) -> None:
        """Add what was kept of a shard."""
        self.add(Fraction(*each) for each in kept)

    def add(self, held: Iterable[Fraction]) -> None:
        """Add the largest of some other holdings."""
        self.held = heapq.nlargest(self.count, [*self.held, *held])

    def of(self, batch: Batch) -> Sequence[Fraction]:
        """The largest holdings of a batch."""
        if not self.count:
            return ()
        found = [Fraction(figures[_HELD]) for figures in batch.exact.values()]
        for part in batch.parts:
            place, column = part.lowered.places[_HELD], part.columns[_HELD]
            if isinstance(place, Number):
                found += [Fraction(each, place.bottom) for each in heapq.nlargest(self.count, column)]
            else:
                found += [Fraction(part.lowered.read(_HELD, each)) for each in column]
        return heapq.nlargest(self.count, found)

    def within(self, book: FigureBook) -> FigureBook:
        """A book with these holdings in it, numbered, and no others."""
        shape, proof = book.shapes[_HELD], Derivation(Largest.within, ())
        labels = tuple(str(number) for number in range(1, len(self.held) + 1))
        rows: dict[tuple[str, Key], Figure | Pending] = {
            (_HELD, (label,)): Figure(_HELD, (label,), shape.unit, value, shape.says, proof)
            for label, value in zip(labels, self.held, strict=True)
        }
        return replace(book, figures={**book.figures, **rows}, axes={**book.axes, AXIS: labels})
