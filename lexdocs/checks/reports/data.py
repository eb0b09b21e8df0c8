"""A report as JSON, for programs; `lexdocs/schema/report.schema.json` describes it."""

from __future__ import annotations

import json
from typing import Any

from lexdocs.checks.reports.record import Report, Reported
from lexdocs.checks.tieout.item import Item

FORMAT = 1


def data(report: Report) -> str:
    """The whole report as one JSON object."""
    found = {
        "format": FORMAT,
        "tool": {"name": "lexdocs", "version": report.version},
        "verb": report.verb,
        "deal": report.deal,
        "terms_sha256": report.terms_sha256,
        "stands": report.stands,
        "counts": dict(report.counts),
        "examined": list(report.examined),
        "results": [_result(each) for each in report.results],
    }
    if report.items:
        found["items"] = [_item(each) for each in report.items]
    return json.dumps(found, indent=1, ensure_ascii=False) + "\n"


def _item(each: Item) -> dict[str, Any]:
    """A number or a name of a text with what it has; what it has not is left out."""
    found: dict[str, Any] = {
        "file": each.file,
        "line": each.line,
        "place": str(each.place),
        "text": " ".join(each.text.split()),
        "kind": each.kind,
        "outcome": str(each.outcome),
        "figures": list(each.figures),
        "expected": each.expected,
        "interval": each.interval,
        "says": each.says,
        "irregular": each.irregular,
    }
    return {name: value for name, value in found.items() if value not in ("", 0, [])}


def _result(each: Reported) -> dict[str, Any]:
    """A result with what it has; what it has not is left out."""
    found: dict[str, Any] = {
        "rule_id": each.rule_id,
        "level": str(each.level),
        "file": each.where.file,
        "line": each.where.line,
        "column": each.where.column,
        "message": each.message,
        "figure": each.figure,
        "printed": each.printed,
        "calculated": each.calculated,
        "cause": each.cause,
        "causes": list(each.causes),
        "remedy": each.remedy,
        "fingerprint": each.fingerprint,
    }
    if each.accepted:
        accepted = each.accepted
        found["accepted"] = {"by": accepted.by, "because": accepted.because, "until": accepted.until.isoformat()}
    return {name: value for name, value in found.items() if value not in ("", 0, [])}
