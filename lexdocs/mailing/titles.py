"""Titles of the holders' documents, as they stand in the metadata of single files."""

from __future__ import annotations

from collections.abc import Sequence

from lexdocs.documents.marks import unprintable
from lexdocs.mailing.picked import Picked
from lexdocs.mailing.rows import ABSENT
from lexdocs.mailing.shape import Shape


def titles_of(shape: Shape, holdings: Picked) -> Sequence[str]:
    """The title of the document of each of some holdings."""
    pattern = "".join("%s" if isinstance(piece, tuple) else piece.replace("%", "%%") for piece in shape.title)
    columns = [
        [text.replace("\n", ", ") for text in holdings.texts(*piece)]
        for piece in shape.title
        if isinstance(piece, tuple)
    ]
    said = zip(*columns, strict=True) if columns else [()] * len(holdings.places)
    return list(map(pattern.__mod__, said))


def untitled(shape: Shape, holdings: Picked) -> set[int]:
    """The places of holdings whose title would print what is not there or does not print: their document says so."""
    columns = [holdings.texts(*piece) for piece in shape.title if isinstance(piece, tuple)]
    odd = [column for column in columns if not "".join(column).isascii() or not "".join(column).isprintable()]
    return {
        place for column in odd for place, text in zip(holdings.places, column, strict=True) if not _is_printed(text)
    }


def _is_printed(text: str) -> bool:
    return text != ABSENT and (text.isprintable() or not any(unprintable(char) for char in text if char != "\n"))
