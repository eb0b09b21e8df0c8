"""Acknowledgments: a finding that counsel has taken note of still shows, with a name and a reason."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from lexdocs.errors import Problem, Severity, Where, did_you_mean
from lexdocs.law.finding import Acknowledgment, Finding, Result
from lexdocs.terms.law_terms import AcknowledgedTerms


def acknowledge(findings: Iterable[Finding], terms: Sequence[AcknowledgedTerms]) -> tuple[Finding, ...]:
    """The findings, those that are not met or for counsel with the acknowledgment that the terms have for them."""
    given = {_plain(each.finding): Acknowledgment(each.by, each.because) for each in terms}
    return tuple(
        replace(each, acknowledged=given.get(_plain(each.key))) if each.result is not Result.MET else each
        for each in findings
    )


def unfounded(findings: Iterable[Finding], terms: Sequence[AcknowledgedTerms], file: str) -> tuple[Problem, ...]:
    """A warning for each acknowledgment of a finding that there is not, with the nearest key."""
    keys = {_plain(each.key): each.key for each in findings}
    return tuple(
        Problem(
            Where(file), f'acknowledged[{index}].finding: there is no finding "{each.finding}"',
            did_you_mean(each.finding, keys.values()) or "the keys are those that `lexdocs validate` shows",
            Severity.WARNING,
        )
        for index, each in enumerate(terms)
        if _plain(each.finding) not in keys
    )  # fmt: skip


def _plain(key: str) -> str:
    """A key as people type it: white space and capitals do not matter, nor does the word Rule."""
    return " ".join(key.split()).lower().removeprefix("rule ").replace(": ", ":")
