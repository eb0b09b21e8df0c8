"""Accepted results: what may stand for a time, with who says so and why; it shows all the same."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from lexdocs.checks.reports.record import Acceptance, Report, Reported, fingerprint
from lexdocs.checks.reports.rules import KINDS
from lexdocs.errors import InputError, Problem, Severity, Where, did_you_mean
from lexdocs.terms.fields import DateTerm, Section, TextTerm, part
from lexdocs.terms.reader import read_sheet
from lexdocs.terms.validation import validate

ACCEPTED = "accepted.yaml"
_FINGERPRINT = 16
_NEVER = ("not-written", "input", "acceptance-expired", "accepts-nothing")
# The kinds of results that each verb has; `check` has all others.
_OF = {"tieout": ("tieout/", "direction"), "validate": ("law/", "direction", "source/", "no-source", "term/")}
_NOT_CHECKED = ("tieout/", "source/", "no-source")


class AcceptedTerms(Section):
    """One thing that is accepted."""

    finding: TextTerm = part("the fingerprint of a result, or a kind of result such as words-drifted")
    where: TextTerm | None = part("the file in which it stands; a kind of result needs it, or a figure", default=None)
    figure: TextTerm | None = part("the figure that it is of, for a kind of result", default=None)
    because: TextTerm = part("why it may stand")
    by: TextTerm = part("who accepts it")
    until: DateTerm = part("the last day on which it may stand")


class AcceptedFile(Section):
    """The file `accepted.yaml` of a deal folder."""

    accepted: tuple[AcceptedTerms, ...] = part("what is accepted")


@dataclass(frozen=True)
class Accepted:
    """An acceptance and where it is written."""

    terms: AcceptedTerms
    where: Where

    def fits(self, result: Reported) -> bool:
        """Whether it is about a result: by its fingerprint or that of all that caused it, or by its kind and place."""
        terms = self.terms
        if not (terms.where is None or _is(result.where.file, terms.where)):
            return False
        if terms.finding != result.rule_id:
            return terms.finding == result.fingerprint or result.causes == (terms.finding,)
        return terms.figure in (None, result.figure)

    def concerns(self, report: Report) -> bool:
        """Whether a report of its verb, and of the files that were looked at, could have what it is about."""
        finding, where, kinds = self.terms.finding, self.terms.where, _OF.get(report.verb)
        examined = where is not None and any(_is(file, where) for file in report.examined)
        if _is_fingerprint(finding):
            # A fingerprint does not say whose it is: one with a file is judged where that is looked at.
            known = examined or (where is None and kinds is None)
            return known or any(self.fits(each) for each in report.results)
        if kinds is None:
            return not finding.startswith(_NOT_CHECKED)
        return finding.startswith(kinds) and (where is None or examined)


def _is(file: str, named: str) -> bool:
    return file == named or file.endswith(f"/{named}")


def _is_fingerprint(finding: str) -> bool:
    return len(finding) == _FINGERPRINT and set(finding) <= set("0123456789abcdef")


def read_accepted(folder: Path) -> tuple[Accepted, ...]:
    """What a deal folder accepts; nothing where it has no such file. Raises `InputError` with every problem of it."""
    path = folder / ACCEPTED
    if not path.is_file():
        return ()
    sheet = read_sheet(path, ACCEPTED)
    found = validate(sheet, AcceptedFile)
    entries = tuple(
        Accepted(terms, sheet.place(("accepted", index, "finding"))) for index, terms in enumerate(found.accepted)
    )
    problems = [problem for each in entries if (problem := _problem(each))]
    if problems:
        raise InputError(problems)
    return entries


def _problem(entry: Accepted) -> Problem | None:
    """What is wrong with an acceptance by itself."""
    finding, named = entry.terms.finding, entry.terms.where or entry.terms.figure
    if _is_fingerprint(finding):
        return None
    if finding in _NEVER:
        return Problem(entry.where, f'finding: "{finding}" cannot be accepted', "mend it")
    if finding not in KINDS and not finding.startswith("law/"):
        remedy = did_you_mean(finding, KINDS) or "a report in JSON shows both for each result"
        return Problem(entry.where, f'finding: "{finding}" is neither a fingerprint nor a kind of result', remedy)
    if not named and not finding.startswith("law/"):
        what = f'finding: "{finding}" is a kind of result, and would accept all of it'
        return Problem(entry.where, what, "name where or figure too, or a fingerprint")
    return None


def accept(report: Report, accepted: Sequence[Accepted], today: datetime.date) -> Report:
    """The report with what is accepted marked so, and with a result for each acceptance that is over or fits nothing.

    An acceptance holds through its last day. One of what another verb finds is left to that verb.
    """
    accepted = [each for each in accepted if each.concerns(report)]
    holding = [each for each in accepted if today <= each.terms.until]
    results = tuple(_marked(each, holding) for each in report.results)
    under: dict[str, list[Reported]] = defaultdict(list)
    for each in results:
        for cause in () if each.is_cause else each.causes:
            under[cause].append(each)
    results = tuple(_with_its_places(each, under[each.fingerprint]) if each.is_cause else each for each in results)
    own = [*_expired(accepted, today), *_idle(holding, report.results)]
    return replace(report, results=(*results, *own))


def _marked(result: Reported, accepted: Iterable[Accepted]) -> Reported:
    if result.rule_id in _NEVER:
        return result
    terms = next((each.terms for each in accepted if each.fits(result)), None)
    return replace(result, accepted=Acceptance(terms.by, terms.because, terms.until)) if terms else result


def _with_its_places(result: Reported, under: Sequence[Reported]) -> Reported:
    """What moved is accepted where every place under it is."""
    if result.accepted or not under or any(each.accepted is None for each in under):
        return result
    return replace(result, accepted=under[0].accepted)


def _expired(accepted: Iterable[Accepted], today: datetime.date) -> list[Reported]:
    over = [each for each in accepted if each.terms.until < today]
    return [
        _own(
            "acceptance-expired", Severity.ERROR, each, f'"{each.terms.finding}" was accepted until {each.terms.until}'
        )
        for each in over
    ]


def _idle(accepted: Iterable[Accepted], results: Sequence[Reported]) -> list[Reported]:
    idle = [each for each in accepted if not any(each.fits(result) for result in results)]
    return [
        _own("accepts-nothing", Severity.WARNING, each, f'"{each.terms.finding}" accepts nothing: no result is like it')
        for each in idle
    ]


def _own(rule_id: str, level: Severity, each: Accepted, message: str) -> Reported:
    name = fingerprint(rule_id, each.terms.finding, each.terms.where or "", each.terms.figure or "")
    return Reported(rule_id, level, each.where, message, name, remedy="mend it, or delete this from accepted.yaml")
