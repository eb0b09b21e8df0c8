"""Looking figures up in a book whose kind of offer may not have them."""

from __future__ import annotations

import datetime
from itertools import product
from typing import Any

from lexdocs.figures.book import FigureBook
from lexdocs.figures.figure import Figure, Key, Pending


def fixed(book: FigureBook, name: str, *key: str) -> Figure | None:
    """The figure of a name and row; None where the kind of offer has none, and while it is pending."""
    if name not in book.shapes:
        return None
    try:
        found = book.figure(name, key)
    except KeyError:
        return None
    return found if isinstance(found, Figure) else None


def value(book: FigureBook, name: str, *key: str) -> Any:
    """The bare value of a figure; None where there is none."""
    found = fixed(book, name, *key)
    return None if found is None else found.value


def date(book: FigureBook, *names: str) -> datetime.date | None:
    """The first of some dates that the book has."""
    found = (value(book, name) for name in names)
    return next((each for each in found if isinstance(each, datetime.date)), None)


def labels(book: FigureBook, axis: str) -> tuple[str, ...]:
    """The rows of an axis; nothing where the kind of offer has none, and while they are pending."""
    found = book.axes.get(axis, ())
    return () if isinstance(found, Pending) else found


def each(book: FigureBook, name: str, axis: str) -> list[tuple[str, Figure]]:
    """The fixed figures of a name that has one axis, by label."""
    found = [(label, fixed(book, name, label)) for label in labels(book, axis)]
    return [(label, figure) for label, figure in found if figure is not None]


def waits(book: FigureBook, name: str, key: Key = ()) -> str:
    """What a pending figure waits for, in words; empty for one that is fixed or that nothing gives."""
    found = book.figure(name, key) if name in book.shapes else None
    return ", ".join(found.waits_for) if isinstance(found, Pending) else ""


def rows(book: FigureBook, name: str) -> list[Figure]:
    """The fixed figures of a name in all its rows; nothing where the kind of offer has no such figure."""
    if name not in book.shapes:
        return []
    keys = product(*(labels(book, axis) for axis in book.shapes[name].axes))
    return [figure for key in keys if (figure := fixed(book, name, *key)) is not None]
