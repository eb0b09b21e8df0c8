"""An output folder held against its deal: drift, coverage, rounding, what could not be written, what the rules say."""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from lexdocs.checks.accepted import accept, read_accepted
from lexdocs.checks.coverage import coverage
from lexdocs.checks.defined_terms import defined_terms
from lexdocs.checks.direction.own import direction
from lexdocs.checks.drift import drifts
from lexdocs.checks.drifted import Drift
from lexdocs.checks.page_faults import page_faults
from lexdocs.checks.reports.adapters import of_finding, of_problem
from lexdocs.checks.reports.drifting import of_drift
from lexdocs.checks.reports.record import Report, Reported
from lexdocs.checks.saved import Saved, read_saved
from lexdocs.deal import Deal, findings, open_life
from lexdocs.documents.document import Document
from lexdocs.errors import Problem, Severity
from lexdocs.terms.digests import TERM_SHEET
from lexdocs.writing.files import figures_json
from lexdocs.writing.pages import write_pages
from lexdocs.writing.words import write_words


@dataclass(frozen=True)
class Held:
    """What came of it: the report, the drift in it, and whether nothing that is printed moved though the inputs did."""

    report: Report
    drift: Drift
    edited: bool

    @property
    def unwritten(self) -> bool:
        """Whether a document could not be written."""
        return any(each.rule_id == "not-written" and each.level is Severity.ERROR for each in self.report.results)


def hold(source: Path, folder: Path, today: datetime.date, *, pages_too: bool = False) -> Held:
    """Build a deal in memory and hold an output folder against it, with what was assumed when it was built.

    `today` is the day by which acceptances expire; they expire by the deal's own last event too. With `pages_too` the
    documents are laid out, and their pages read. Raises `InputError`
    where the deal, the record of the build or the acceptances cannot be read.
    """
    saved = read_saved(folder)
    life = open_life(source, saved.changes)
    accepted = read_accepted(source)
    words = [write_words(each) for each in life]
    documents = [document for each in words for document in each.documents]
    pages, written = _pages(life, [each.documents for each in words], saved)
    expected = json.loads(figures_json(life, saved.formats))
    found = drifts(life, pages, saved, expected, written)
    covered = [coverage(document) for document in documents]
    last = life[-1]
    results = (
        *of_drift(found),
        *_of(dict.fromkeys(problem for each in words for problem in each.problems), "not-written"),
        *_of((problem for each in covered for problem in each.problems), "no-proof"),
        *_of((each for each in direction(documents) if each.severity is not Severity.NOTE), "direction"),
        *(of_problem(each, f"term/{kind}") for kind, each in defined_terms(documents)),
        *(each for finding in findings(last, life) if finding.stands and (each := of_finding(finding))),
        *(page_faults(life, [each.documents for each in words]) if pages_too else ()),
    )
    counts = {
        "documents": len(documents),
        "figures ticked": sum(each.ticked for each in covered),
        "figures declared": sum(each.declared for each in covered),
        "figures without a proof": sum(len(each.problems) for each in covered),
        "figures drifted": len(found.figures),
        "places in the words drifted": len(found.words),
    }
    examined = tuple(name for each in pages for name in each)
    report = Report("check", last.name, last.terms.digests[TERM_SHEET], results, examined, counts)
    day = max(today, last.terms.as_of.date)
    edited = not found and saved.record.get("terms_sha256") != expected["terms_sha256"]
    return Held(accept(report, accepted, day), found, edited)


def _pages(
    life: Iterable[Deal], documents: Iterable[Iterable[Document]], saved: Saved
) -> tuple[list[dict[str, str]], dict[str, Document]]:
    """The pages of each event in the formats that were built, but for PDF, and the document of each page."""
    held = [each for each in saved.formats if each != "pdf"]
    pages: list[dict[str, str]] = []
    written: dict[str, Document] = {}
    for deal, of in zip(life, documents, strict=True):
        into: dict[str, str] = {}
        for document in of:
            made = {name: str(data) for name, data in write_pages(deal, document, held).items()}
            into |= made
            written |= dict.fromkeys(made, document)
        pages.append(into)
    return pages, written


def _of(problems: Iterable[Problem], rule_id: str) -> Iterable[Reported]:
    return (of_problem(each, rule_id) for each in problems)
