"""A book that notes what is asked of it: a document is the same as long as the answers are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from lexdocs.checks.mutation.ancestry import Place
from lexdocs.figures.book import FigureBook
from lexdocs.figures.figure import Figure, Pending, Shape
from lexdocs.notation.units import Unit

State = tuple[Any, ...] | None
"""What a figure says: its value and how it was typed; None while it is pending, or where there is none."""


def state(figure: Figure | Pending | None) -> State:
    """What a figure says."""
    return (figure.value, figure.written) if isinstance(figure, Figure) else None


@dataclass
class Asked:
    """The figures and the rows that a document asked for, with what it was told."""

    figures: dict[Place, State] = field(default_factory=dict)
    units: dict[Place, Unit] = field(default_factory=dict)
    rows: dict[str, tuple[str, ...] | None] = field(default_factory=dict)

    def same(self, book: FigureBook) -> bool:
        """Whether another book would give the same answers."""
        return not self.differing(book) and not self.rows_differing(book)

    def differing(self, book: FigureBook) -> list[Place]:
        """The figures of which another book says otherwise."""
        return [place for place, was in self.figures.items() if state(book.figures.get(place)) != was]

    def rows_differing(self, book: FigureBook) -> list[str]:
        """The axes of which another book lists other rows."""
        return [axis for axis, was in self.rows.items() if labels(book, axis) != was]

    def decides(self, place: Place, book: FigureBook) -> bool:
        """Whether what differs can change words: a flag, or a figure that is pending in one book alone."""
        was, now = self.figures[place], state(book.figures.get(place))
        return self.units[place] is Unit.FLAG or (was is None) != (now is None)


def labels(book: FigureBook, axis: str) -> tuple[str, ...] | None:
    """The labels of an axis, or None while it is pending."""
    found = book.axes.get(axis)
    return found if isinstance(found, tuple) else None


@dataclass(frozen=True)
class Watched:
    """A figure book for one document, which notes each question."""

    book: FigureBook
    asked: Asked

    def names(self) -> Mapping[str, Shape]:
        """Every figure name with its unit and axes."""
        return self.book.names()

    def rows(self, axis: str) -> tuple[str, ...] | Pending:
        """The labels of an axis, noted."""
        self.asked.rows[axis] = labels(self.book, axis)
        return self.book.rows(axis)

    def lookup(self, name: str, context: Mapping[str, str]) -> Figure | Pending:
        """A figure in a row, noted."""
        shape = self.book.shapes[name]
        place = (name, tuple(context[axis] for axis in shape.axes if axis in context))
        self.asked.figures[place] = state(self.book.figures.get(place))
        self.asked.units[place] = shape.unit
        for axis in shape.axes:
            # Whether there is such a row is an answer too.
            self.asked.rows.setdefault(axis, labels(self.book, axis))
        return self.book.lookup(name, context)
