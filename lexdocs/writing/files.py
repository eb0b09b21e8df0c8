"""The files of a build: the documents of each event, and the figures beside them."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from lexdocs.deal import Deal, library_of
from lexdocs.errors import LexdocsError, Problem, Severity, Where
from lexdocs.figures.record import record
from lexdocs.writing.forms import FORMATS, SUFFIXES, forms_of
from lexdocs.writing.made import digest_of_document
from lexdocs.writing.pages import write_pages
from lexdocs.writing.words import Words

if TYPE_CHECKING:
    from lexdocs.documents.document import Document
    from lexdocs.outputs.kept import Kept


FIGURES = "figures.json"


@dataclass(frozen=True)
class Files:
    """The files that were written, by name, and what went wrong with the others."""

    written: tuple[str, ...]
    problems: tuple[Problem, ...]
    warnings: tuple[Problem, ...] = ()


def write_files(
    life: Sequence[Deal], words: Sequence[Words], out: Path, formats: Sequence[str] = FORMATS, kept: Kept | None = None
) -> Files:
    """Write the documents of each event and `figures.json` under `out`, each file whole or not at all.

    What is written is noted in `kept`, for the next build.
    """
    from lexdocs.outputs.files import write

    written: list[str] = []
    problems: list[Problem] = []
    warnings: list[Problem] = []
    libraries = [library_of(deal) if of.documents else None for deal, of in zip(life, words, strict=True)]
    documents = (
        (deal, library, each)
        for deal, library, of in zip(life, libraries, words, strict=True)
        for each in of.documents
    )  # fmt: skip
    for deal, library, document in documents:
        heard: list[Problem] = []
        try:
            for name, data in write_pages(deal, document, formats, heard, kept).items():
                write(out, name, data)
            names = [document.name + SUFFIXES[each] for each in forms_of(document.header) if each in formats]
            written += names
            heard += _left_over(document, out, formats)
            if kept is not None and library is not None:
                kept.note(document.name, digest_of_document(deal, library, document), document.reads, names)
                if heard:
                    kept.forget(document.name)  # so that the next build says it again
        except LexdocsError as error:
            problems += error.problems
        warnings += heard
    if kept is not None:
        suffixes = tuple(SUFFIXES[each] for each in formats)
        written += [file for of in words for name in of.unchanged for file in kept.files(name, suffixes)]
    write(out, FIGURES, figures_json(life, formats))
    return Files((*written, FIGURES), tuple(problems), tuple(dict.fromkeys(warnings)))


def _left_over(document: Document, out: Path, formats: Sequence[str]) -> list[Problem]:
    """Files of a document in formats that were not asked for, which now stand beside newer ones."""
    others = [document.name + SUFFIXES[each] for each in forms_of(document.header) if each not in formats]
    return [
        Problem(Where(name), "stands here from an earlier build", "build this format too", Severity.WARNING)
        for name in others
        if (out / name).is_file()
    ]


def figures_json(life: Sequence[Deal], formats: Sequence[str] = FORMATS) -> str:
    """The books as they are saved beside the documents, the last event's first: what `check` holds them against."""
    last = life[-1]
    made = [
        {"path": change.path, "value": change.value}
        for change in last.terms.assumptions
        if change.where.file == "--assume"
    ]
    data = {
        "deal": last.name,
        "event": _event(last),
        "assumed_on_the_command_line": made,
        "formats": [each for each in FORMATS if each in formats],
        "terms_sha256": dict(last.terms.digests),
        "figures": record(last.book),
    }
    if life[:-1]:
        data["earlier"] = [{"event": _event(deal), "figures": record(deal.book)} for deal in life[:-1]]
    return json.dumps(data, indent=1, ensure_ascii=False) + "\n"


def _event(deal: Deal) -> dict[str, str]:
    """An event as the record names it."""
    event = deal.terms.event
    return {"kind": str(event.kind), "at": event.name}
