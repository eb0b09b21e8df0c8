"""A report of changes, told: what is wrong first, then each input with what it moves; as text or as data."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from lexdocs.checks.mutation.outcome import Outcome, Report, Stayed, Trial
from lexdocs.notation.nouns import plural


def lines(report: Report, *, full: bool = False) -> Iterator[str]:
    """The report for a reader; `full` adds every figure and every place."""
    for outcome, finding in report.findings():
        changed = [trial.text for trial in outcome.trials if finding in trial.faults] if outcome else []
        change = f" {outcome.was} → {changed[0]}" if outcome and changed else ""
        yield f"{outcome.path}{change}: {finding}" if outcome else str(finding)
    for outcome in report.outcomes:
        if outcome.trials or full:
            yield from _outcome(outcome, full=full)


def _outcome(outcome: Outcome, *, full: bool) -> Iterator[str]:
    note = "" if outcome.counts else f" ({outcome.standing})"
    for trial in outcome.trials:
        yield f"{outcome.path}{note}: {outcome.was or 'nothing'} → {trial.text}: {_moved(trial)}"
        if full:
            yield from _details(trial)
    if full:
        yield from (f"{outcome.path}{note}: {text} is refused: {reason}" for text, reason in outcome.refused)


def _moved(trial: Trial) -> str:
    names = len({each.address.split("[")[0] for each in trial.figures})
    documents = len({each.document for each in trial.printed})
    places = f"{plural(len(trial.printed), 'place')} in {plural(documents, 'document')}"
    parts = [f"{plural(len(trial.figures), 'figure')} of {plural(names, 'name')}" if trial.figures else ""]
    parts.append(places if trial.printed else "")
    parts.append("findings of the rules" if trial.law else "")
    said = ", ".join(part for part in parts if part) or "moves nothing"
    taken = _reasons(trial.stayed)[:3]
    return said + (f"; taken up by {'; '.join(taken)}" if taken else "")


def _reasons(stayed: Iterable[Stayed]) -> list[str]:
    """Each reason once, with the name of the figures that stayed for it."""
    return list(dict.fromkeys(f"{each.address.split('[')[0]} ({each.reason})" for each in stayed))


def _details(trial: Trial) -> Iterator[str]:
    for moved in trial.figures:
        yield f"    {moved.address}: {_one_line(moved.was)} → {_one_line(moved.now)}"
    for place in trial.printed:
        yield f"    {place.document} {place.place}: {place.address} “{_one_line(place.was)}” → “{_one_line(place.now)}”"
    for reason in _reasons(trial.stayed):
        yield f"    stays: {reason}"


def _one_line(text: str) -> str:
    return " ".join(text.split("\n"))


def score(report: Report) -> str:
    """The score in a line.

    >>> score(Report("deal", "2012-03-15", "ab12", ()))
    'deal, 2012-03-15: 100%: 0 of 0 inputs move what they must and nothing else (0 changes); ties to SHA-256 ab12'
    """
    explained = f"{report.explained} of {report.counted} inputs move what they must and nothing else"
    wrong = sum(1 for _ in report.findings())
    tail = plural(wrong, "finding") if wrong else f"ties to SHA-256 {report.digest}"
    return f"{report.deal}, {report.event}: {report.percent}%: {explained} ({report.trials} changes); {tail}"


def data(report: Report) -> dict[str, Any]:
    """The report as data."""
    return {
        "deal": report.deal,
        "event": report.event,
        "terms_sha256": report.digest,
        "percent": report.percent,
        "inputs": report.counted,
        "explained": report.explained,
        "changes": report.trials,
        "findings": [
            {
                "input": outcome.path if outcome else None, "fault": finding.fault.value, "subject": finding.subject,
                "place": finding.place, "says": finding.says,
            }
            for outcome, finding in report.findings()
        ],
        "outcomes": [_outcome_data(outcome) for outcome in report.outcomes],
    }  # fmt: skip


def _outcome_data(outcome: Outcome) -> dict[str, Any]:
    return {
        "path": outcome.path,
        "where": str(outcome.where),
        "was": outcome.was,
        "standing": outcome.standing,
        "refused": [{"value": text, "reason": reason} for text, reason in outcome.refused],
        "changes": [_trial_data(trial) for trial in outcome.trials],
    }


def _trial_data(trial: Trial) -> dict[str, Any]:
    return {
        "value": trial.text,
        "figures": [{"address": each.address, "was": each.was, "now": each.now} for each in trial.figures],
        "printed": [
            {"document": each.document, "place": each.place, "address": each.address, "was": each.was, "now": each.now}
            for each in trial.printed
        ],
        "stayed": [{"address": each.address, "reason": each.reason} for each in trial.stayed],
        "findings_of_the_rules": trial.law,
        "faults": [str(each) for each in trial.faults],
    }
