"""The pages of a deal's documents, laid out and read as a printer's reader reads them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from lexdocs.checks.reports.adapters import of_problem
from lexdocs.checks.reports.record import Reported
from lexdocs.deal import Deal
from lexdocs.documents.document import Document
from lexdocs.errors import LexdocsError, Problem, Severity
from lexdocs.outputs.laid.told import PageFault
from lexdocs.writing.forms import LARGE_PRINT
from lexdocs.writing.pages import write_pages


def page_faults(
    life: Iterable[Deal], documents: Iterable[Iterable[Document]], *, large_print: bool = False
) -> Iterator[Reported]:
    """What is wrong with the pages of each event's documents; with `large_print`, with those in large print too.

    A document that cannot be printed is a result as well.
    """
    formats = ["pdf", *([LARGE_PRINT] if large_print else [])]
    for deal, of in zip(life, documents, strict=True):
        for document in of:
            heard: list[Problem] = []
            try:
                write_pages(deal, document, formats, heard)
            except LexdocsError as error:
                yield from (of_problem(each, "not-written") for each in error.problems)
            for each in heard:
                if isinstance(each, PageFault):
                    yield of_problem(replace(each, severity=Severity.ERROR), f"page/{each.kind}")
