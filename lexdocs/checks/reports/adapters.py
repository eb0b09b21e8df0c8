"""Results from what the rest of the package finds: problems of inputs and templates, and findings of the law."""

from __future__ import annotations

from lexdocs.checks.reports.record import Reported, fingerprint
from lexdocs.errors import Problem, Severity, Where
from lexdocs.law.finding import Finding, Result


def of_problem(problem: Problem, rule_id: str = "input") -> Reported:
    """A problem as a result.

    >>> print(of_problem(Problem(Where("a.md", 14), "no such figure", "correct it"), "not-written"))
    a.md:14: no such figure; correct it
    """
    name = fingerprint(rule_id, problem.where.file, problem.what)
    return Reported(rule_id, problem.severity, problem.where, problem.what, name, remedy=problem.remedy)


def of_finding(finding: Finding) -> Reported | None:
    """A finding as a result: an error where it stands, a note where it is acknowledged or counsel's; None where met."""
    if finding.result is Result.MET:
        return None
    level = Severity.ERROR if finding.stands else Severity.NOTE
    by = finding.acknowledged
    said = f", acknowledged by {by.by} ({by.because})" if by else ""
    message = f"{finding.key}: {finding.result}{said}: {finding.says}" + (f" [{finding.cite}]" if finding.cite else "")
    name = fingerprint("law", finding.key, str(finding.result))
    rule_id = "law/" + "-".join(finding.rule.split())
    return Reported(rule_id, level, finding.where or Where("term-sheet.yaml"), message, name)
