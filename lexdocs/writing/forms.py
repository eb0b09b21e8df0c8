"""The forms that a document can have, and what its files are called."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lexdocs.documents.header import Header


FORMATS = ("html", "pdf", "text")
LARGE_PRINT = "large-print"  # besides, where it is asked for
SUFFIXES = {"html": ".html", "pdf": ".pdf", "text": ".txt", LARGE_PRINT: "-large-print.pdf"}


def forms_of(header: Header) -> tuple[str, ...]:
    """The forms that a document can have: its formats, and where it has pages, those in large print."""
    forms = tuple(each for each in FORMATS if each in header.formats)
    return (*forms, LARGE_PRINT) if "pdf" in forms else forms
