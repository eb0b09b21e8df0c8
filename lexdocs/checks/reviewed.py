"""A deal's inputs reviewed: its problems, its terms' sources, what the rules say, and the rounding in its documents."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from lexdocs.checks.accepted import accept, read_accepted
from lexdocs.checks.defined_terms import defined_terms
from lexdocs.checks.direction.own import direction
from lexdocs.checks.reports.adapters import of_finding, of_problem
from lexdocs.checks.reports.record import Report, Reported, fingerprint
from lexdocs.checks.reports.rules import kind
from lexdocs.checks.sources import Sourced, Sources, Standing
from lexdocs.checks.tieout.known import HOLDING, own_documents
from lexdocs.deal import Deal, findings, unfounded
from lexdocs.documents.document import Document
from lexdocs.documents.remarks import remarks
from lexdocs.errors import Problem, Severity, Where
from lexdocs.figures.figure import Pending
from lexdocs.law.finding import Finding
from lexdocs.terms.digests import TERM_SHEET
from lexdocs.terms.leaf import Leaf
from lexdocs.writing.wordless import unfit, wordless
from lexdocs.writing.words import preflight_all, unused

_FEW = 20  # statements in which a template's rounding shows; `check` looks at all
_RULES = {
    Standing.CONTRADICTED: "source/contradicted",
    Standing.NOT_FOUND: "source/not-found",
    Standing.NO_SOURCE: "source/none",
}


@dataclass(frozen=True)
class Reviewed:
    """What came of it. `problems` are those of templates, which stop a build, `warnings` those that only show."""

    report: Report
    problems: tuple[Problem, ...]
    warnings: tuple[Problem, ...]
    findings: tuple[Finding, ...]
    terms: tuple[Leaf, ...]

    @property
    def assumed(self) -> tuple[Leaf, ...]:
        """The terms that somebody assumes."""
        return tuple(leaf for leaf in self.terms if leaf.assumption is not None)

    @property
    def unsourced(self) -> tuple[Leaf, ...]:
        """The terms that nobody assumes and no source states."""
        unnamed = (leaf for leaf in self.terms if leaf.source is None and leaf.assumption is None)
        # Whether a section is there is nobody's word; a `no` that was typed is.
        return tuple(leaf for leaf in unnamed if leaf.written or leaf.value is not False)


def review(
    deal: Deal, life: Sequence[Deal], folder: Path, today: datetime.date, sources: Sources | None = None
) -> Reviewed:
    """Review a deal as it stands and as of each of its events; `folder` holds what is accepted of it."""
    accepted = read_accepted(folder)
    problems, warnings, found = preflight_all(deal), unfounded(deal, life), findings(deal, life)
    terms = terms_of(deal)
    strays = unused(deal)
    problems += tuple(each for each in strays if each.severity is Severity.ERROR)
    warnings += tuple(each for each in strays if each.severity is not Severity.ERROR)
    warnings += tuple(
        replace(each, severity=Severity.WARNING) for phrases in wordless(life).values() for each in phrases
    )
    warnings += unfit(deal)
    made = Reviewed(Report("validate", deal.name, "", ()), problems, warnings, found, terms)
    faults: list[Problem] = []
    documents = [_documents(at, faults) for at in life]
    problems = tuple(dict.fromkeys((*problems, *faults)))
    directions = [each for of in documents for each in direction(of)]
    written = [document for of in documents for document in of]
    warnings += tuple(dict.fromkeys(each for document in written for each in remarks(document)))
    results = (
        *(of_problem(each) for each in (*problems, *warnings)),
        *(_of_sources(sources) if sources else (_of_unsourced(leaf) for leaf in made.unsourced)),
        *(each for finding in found if (each := of_finding(finding)) is not None),
        *(of_problem(each, "direction") for each in directions),
        *(of_problem(each, f"term/{kind}") for kind, each in defined_terms(written)),
    )
    counts = {"terms": len(terms), "assumed": len(made.assumed), "without a source": len(made.unsourced)}
    if sources is not None:
        counts |= {str(each): sources.count(each) for each in Standing}
    report = Report("validate", deal.name, deal.terms.digests[TERM_SHEET], results, (), counts)
    day = max(today, deal.terms.as_of.date)
    return Reviewed(accept(report, accepted, day), problems, warnings, found, terms)


def terms_of(deal: Deal) -> tuple[Leaf, ...]:
    """The terms that somebody states and that are fixed: no rows of a file, and of an event no more than its time."""
    return tuple(leaf for leaf in deal.terms.leaves if leaf.value is not None and _is_term(leaf.path))


def _is_term(path: str) -> bool:
    rows = path.startswith(("register.", "tenders", "as_of"))
    return not rows and (not path.startswith("events[") or path.endswith(".event_at"))


def _documents(deal: Deal, faults: list[Problem]) -> list[Document]:
    holdings = deal.book.axes.get(HOLDING, ())
    few = frozenset() if isinstance(holdings, Pending) else frozenset(holdings[:_FEW])
    return list(own_documents(deal, {HOLDING: few}, faults=faults))


def _of_unsourced(leaf: Leaf) -> Reported:
    return _of_term(leaf, "no-source", "no source is named")


def _of_sources(sources: Sources) -> Iterator[Reported]:
    for each in sources.terms:
        if each.standing is not Standing.CONFIRMED:
            yield _of_term(each.leaf, _RULES[each.standing], _said(each))
    for file in sources.strays:
        what = "is no source that the deal names"
        name = fingerprint("source/stray", Path(file).name)
        yield Reported("source/stray", kind("source/stray").level, Where(file), what, name)


def _said(each: Sourced) -> str:
    return f"{each.standing} {each.says}"


def _of_term(leaf: Leaf, rule_id: str, says: str) -> Reported:
    name = fingerprint(rule_id, leaf.path, str(leaf.written))
    return Reported(
        rule_id, kind(rule_id).level, leaf.where, f"{leaf.path}: {says}", name, calculated=leaf.written or ""
    )
