"""Acknowledgments: a finding that counsel has taken note of still shows, with a name and a reason."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from lexdocs.errors import Problem, Severity, Where, did_you_mean
from lexdocs.law.finding import Acknowledgment, Finding, Result
from lexdocs.terms.law_terms import AcknowledgedTerms


def acknowledge(findings: Iterable[Finding], terms: Sequence[AcknowledgedTerms]) -> tuple[Finding, ...]:
    """The findings, those that are not met or for counsel with the acknowledgment that the terms have for them."""
    given: dict[str, Acknowledgment] = {}
    for each in terms:
        given.setdefault(_plain(each.finding), Acknowledgment(each.by, each.because))
    return tuple(
        replace(finding, acknowledged=given.get(_plain(finding.key))) if finding.result is not Result.MET else finding
        for finding in findings
    )


def unfounded(
    findings: Iterable[Finding], terms: Sequence[AcknowledgedTerms], file: str, figures: Collection[str] = ()
) -> tuple[Problem, ...]:
    """A warning for each acknowledgment of a finding that there is not, with the nearest key, or of one twice.

    That one of the `figures` may stay open in a final document is acknowledged too: `open:new_cusip`.
    """
    keys = {_plain(each.key): each.key for each in findings}
    keys |= {f"open:{name}": f"open:{name}" for name in figures}
    first: dict[str, int] = {}
    found: list[Problem] = []
    for index, each in enumerate(terms):
        key, at = _plain(each.finding), f"acknowledged[{index}].finding"
        if key in first:
            what = f'{at}: "{each.finding}" is acknowledged already by acknowledged[{first[key]}], which counts'
            found.append(Problem(Where(file), what, "delete one of them", Severity.WARNING))
        elif key not in keys:
            what = f'{at}: there is no finding "{each.finding}", and nothing is acknowledged by it'
            remedy = did_you_mean(each.finding, keys.values()) or "the keys are those that `lexdocs validate` shows"
            found.append(Problem(Where(file), what, remedy, Severity.WARNING))
        first.setdefault(key, index)
    return tuple(found)


def _plain(key: str) -> str:
    """A key as people type it: white space and capitals do not matter, nor does the word Rule."""
    return " ".join(key.split()).lower().removeprefix("rule ").replace(": ", ":")
