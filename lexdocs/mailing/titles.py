"""Titles of the holders' documents, as they stand in the metadata of single files."""

from __future__ import annotations

from collections.abc import Sequence

from lexdocs.documents.marks import unprintable
from lexdocs.mailing.rows import ABSENT, Rows
from lexdocs.mailing.shape import Shape


def titles_of(shape: Shape, rows: Rows, places: Sequence[int]) -> Sequence[str]:
    """The title of the document of each of some holdings."""
    pattern = "".join("%s" if isinstance(piece, tuple) else piece.replace("%", "%%") for piece in shape.title)
    columns = [rows.texts(*piece) for piece in shape.title if isinstance(piece, tuple)]
    said = [tuple([column[place].replace("\n", ", ") for column in columns]) for place in places]
    return list(map(pattern.__mod__, said))


def untitled(shape: Shape, rows: Rows, places: Sequence[int]) -> set[int]:
    """The holdings whose title would print what is not there, or what does not print: their document says so."""
    columns = [rows.texts(*piece) for piece in shape.title if isinstance(piece, tuple)]
    return {place for column in columns for place in places if not _is_printed(column[place])}


def _is_printed(text: str) -> bool:
    return text != ABSENT and (text.isprintable() or not any(unprintable(char) for char in text if char != "\n"))
