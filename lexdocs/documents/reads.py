"""What a document read of the figure book while it was written, so that it need not be written again for the same.

A template asks for figures as its choices and loops lead it. While everything that it asked for is what it was, it asks
for the same again, and its words are the same.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol

from lexdocs.documents.marks import Book
from lexdocs.figures.figure import Figure, Key, Pending, Shape, leaves

ROWS = "rows of "


@dataclass(frozen=True)
class Read:
    """Something that a document asked of the book: a figure in a row, or the rows of an axis; the answer's digest."""

    name: str
    key: Key
    answer: str


class KeyedBook(Book, Protocol):
    """A book that gives a figure by its own row, too."""

    def figure(self, name: str, key: Key = ()) -> Figure | Pending:
        """The figure of a name and row. `KeyError` where there is none."""


@dataclass(frozen=True)
class Noting:
    """A book that notes what it is asked, and what it answered."""

    book: Book
    figures: dict[tuple[str, Key], Figure | Pending] = field(default_factory=dict)
    axes: dict[str, tuple[str, ...] | Pending] = field(default_factory=dict)

    def names(self) -> Mapping[str, Shape]:
        """Every figure name: a matter of the kind of offer, and of the code."""
        return self.book.names()

    def rows(self, axis: str) -> tuple[str, ...] | Pending:
        """The labels of an axis, noted."""
        return self.axes.setdefault(axis, self.book.rows(axis))

    def lookup(self, name: str, context: Mapping[str, str]) -> Figure | Pending:
        """The figure of a name in a row, noted."""
        found = self.book.lookup(name, context)
        # What is pending as a whole bears no row: the row that was asked for is written out.
        key = tuple(context[axis] for axis in self.book.names()[name].axes if axis in context)
        return self.figures.setdefault((name, key), found)

    def reads(self) -> tuple[Read, ...]:
        """All that was asked for, in order of the asking."""
        figures = (Read(name, key, _answer(found)) for (name, key), found in self.figures.items())
        return (*figures, *(Read(ROWS + axis, (), _labels(rows)) for axis, rows in self.axes.items()))


def still(reads: tuple[Read, ...], book: KeyedBook) -> bool:
    """Whether a book answers everything as it was answered before."""
    try:
        return all(each.answer == _now(each, book) for each in reads)
    except KeyError:
        return False


def _now(read: Read, book: KeyedBook) -> str:
    if read.name.startswith(ROWS):
        return _labels(book.rows(read.name.removeprefix(ROWS)))
    return _answer(book.figure(read.name, read.key))


def _answer(found: Figure | Pending) -> str:
    """The digest of all of a figure that a page can show: its value, how it was typed, and what is assumed under it."""
    if isinstance(found, Pending):
        return digest_of("pending", *found.waits_for)
    assumed = sorted((leaf.path, leaf.says) for leaf in leaves(found) if leaf.assumption is not None)
    return digest_of(found.unit, found.value, found.written, assumed)


def _labels(rows: tuple[str, ...] | Pending) -> str:
    return digest_of("pending", *rows.waits_for) if isinstance(rows, Pending) else digest_of("rows", *rows)


def digest_of(*said: object) -> str:
    """The digest of some values, each of a kind that its `repr` says in full.

    >>> digest_of("a", "b") == digest_of("a, b")
    False
    """
    return hashlib.sha256(repr(said).encode()).hexdigest()[:32]
