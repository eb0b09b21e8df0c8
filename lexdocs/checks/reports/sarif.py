"""A report as SARIF 2.1.0, the form in which code review takes the results of checkers."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from lexdocs.checks.reports.record import Report, Reported
from lexdocs.checks.reports.rules import kind
from lexdocs.errors import Where

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_ROOT = "SRCROOT"


def sarif(report: Report) -> str:
    """One run with a rule for each kind of result, and every result with its place and its cause's."""
    rules = list(dict.fromkeys(each.rule_id for each in report.results))
    seen: Counter[str] = Counter()
    run = {
        "tool": {"driver": {"name": "lexdocs", "version": report.version, "rules": [_rule(each) for each in rules]}},
        "automationDetails": {"id": f"lexdocs/{report.verb}/{report.deal}"},
        "columnKind": "unicodeCodePoints",
        "properties": {"termSheetSha256": report.terms_sha256, "counts": dict(report.counts)},
        "results": [_result(each, rules, seen) for each in report.results],
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, indent=1, ensure_ascii=False) + "\n"


def _rule(rule_id: str) -> dict[str, Any]:
    known = kind(rule_id)
    return {
        "id": rule_id,
        "shortDescription": {"text": known.says},
        "help": {"text": known.help},
        "defaultConfiguration": {"level": str(known.level)},
    }


def _result(each: Reported, rules: list[str], seen: Counter[str]) -> dict[str, Any]:
    seen[each.fingerprint] += 1
    said = [each.message + (f"; {each.remedy}" if each.remedy else "")]
    said += [f"Cause: {each.cause}"] if each.cause and not each.is_cause else []
    found: dict[str, Any] = {
        "ruleId": each.rule_id,
        "ruleIndex": rules.index(each.rule_id),
        "level": str(each.level),
        "message": {"text": "\n".join(said)},
        "locations": [_location(each.where)],
        # The same figure may be printed alike in several places of a file.
        "partialFingerprints": {"lexdocs/v1": f"{each.fingerprint}:{seen[each.fingerprint]}"},
    }
    if each.cause_at and not each.is_cause:
        found["relatedLocations"] = [_location(each.cause_at) | {"id": 1, "message": {"text": each.cause}}]
    if each.accepted:
        accepted = each.accepted
        why = f"accepted by {accepted.by} until {accepted.until.isoformat()}: {accepted.because}"
        found["suppressions"] = [{"kind": "external", "status": "accepted", "justification": why}]
    return found


def _location(where: Where) -> dict[str, Any]:
    """A place: a file below the folder in which lexdocs ran is named from there, any other by its whole path."""
    path = PurePath(where.file)
    artifact = {"uri": path.as_uri()} if path.is_absolute() else {"uri": quote(where.file), "uriBaseId": _ROOT}
    place: dict[str, Any] = {"artifactLocation": artifact}
    # Code review shows a result on a line: one of a whole file stands on its first.
    place["region"] = {"startLine": max(where.line, 1)}
    if where.column:
        place["region"]["startColumn"] = where.column
    return {"physicalLocation": place}
