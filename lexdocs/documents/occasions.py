"""Which documents are written: those that are asked for, at an event, for each row that they are for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath

from lexdocs.documents.header import Header
from lexdocs.documents.library import Library
from lexdocs.documents.marks import Book
from lexdocs.errors import Problem, RenderError, UsageError, Where, did_you_mean
from lexdocs.figures.figure import Pending


def matching(library: Library, only: Sequence[str]) -> list[str]:
    """The documents that a person names, or all where none is named. Raises `UsageError` for an unknown name."""
    documents = list(library.documents)
    chosen = []
    for name in only:
        found = [
            each
            for each in documents
            if name in (each, each.removesuffix(".md"), PurePosixPath(each).stem, PurePosixPath(each).parts[0])
        ]
        if not found:
            stems = [each.removesuffix(".md") for each in documents]
            remedy = did_you_mean(name, stems) or "there are: " + ", ".join(stems)
            raise UsageError(Problem(Where("--only"), f'there is no template "{name}"', remedy))
        chosen += found
    return chosen or documents


def occasions(book: Book, header: Header, event: str) -> Iterator[tuple[dict[str, str], str]]:
    """The rows for which a template is written at an event, and the name of the document for each.

    Raises `RenderError` for a template that is written for each row of what is not there yet.
    """
    path = PurePosixPath(header.template)
    base = path.parent / f"{header.name or path.stem}-{event}"
    if header.per is None:
        yield {}, base.as_posix()
        return
    labels = book.rows(header.per)
    if isinstance(labels, Pending):
        what = f"is written for each {header.per}, and there is no register"
        raise RenderError(Problem(Where(header.template), what, "add one"))
    for label in labels:
        yield {header.per: label}, (base / label).as_posix()
