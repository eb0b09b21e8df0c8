"""`lexdocs status`: where the offer stands."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Optional

import typer

from lexdocs.cli.common import AsOfOption, AssumeOption, DealArgument, open_named, open_named_life, output_of, table

if TYPE_CHECKING:
    from lexdocs.checks.standing import Standing


def status(
    deal: DealArgument = None,
    as_of: AsOfOption = None,
    assume: AssumeOption = None,
    out: Annotated[Optional[Path], typer.Option("--out", help="What was built; output/DEAL when left out.")] = None,  # noqa: UP045  read at run time
    as_json: Annotated[bool, typer.Option("--json", help="As JSON.")] = False,
) -> None:
    """Say where the offer stands: events, tenders so far, deadlines ahead, documents due, what is pending, findings."""
    from lexdocs.checks.standing import standing

    now = open_named(deal, assume, as_of)
    life = open_named_life(deal, assume, as_of)
    found = standing(life, now, output_of(now, out))
    typer.echo(json.dumps(_data(found), indent=1, ensure_ascii=False) if as_json else _text(found))
    if any(finding.stands for finding in found.findings):
        raise typer.Exit(1)


def _text(found: Standing) -> str:
    """The standing as a page of plain text, section by section."""
    parts = [f"As of {found.as_of}"]
    rows = [tuple(each.values()) for each in found.events]
    parts.append("Events\n" + table(("event", "kind", "announced", "expiration after it"), rows))
    if found.tenders:
        parts.append("Tenders\n" + table(("figure", "value"), list(found.tenders.items())))
    if found.not_counted:
        parts.append("Rows of the log that do not count\n" + "\n".join(found.not_counted))
    if found.idle_waivers:
        parts.append("Waivers that waive nothing\n" + "\n".join(found.idle_waivers))
    if found.deadlines:
        ahead = [(each.when, each.figure, each.says, each.cite) for each in found.deadlines]
        parts.append("Ahead\n" + table(("when", "figure", "what it is", "set by"), ahead))
    if found.documents:
        due = [(each.event, each.document, each.state, "; ".join(each.waits_for)) for each in found.documents]
        parts.append("Documents\n" + table(("event", "document", "state", "waits for"), due))
    if drafts := [each for each in found.documents if each.draft]:
        said = "\n".join(f"{each.document} ({each.event}): {'; '.join(each.draft)}" for each in drafts)
        parts.append(f"Drafts\n{said}")
    if found.pending:
        parts.append("Pending terms\n" + "\n".join(found.pending))
    parts.append("Findings\n" + "\n".join(str(each) for each in found.findings))
    return "\n\n".join(parts)


def _data(found: Standing) -> dict[str, Any]:
    return {
        "as_of": found.as_of,
        "events": [dict(each) for each in found.events],
        "tenders": dict(found.tenders),
        "not_counted": list(found.not_counted),
        "idle_waivers": list(found.idle_waivers),
        "deadlines": [
            {"figure": each.figure, "when": each.when, "says": each.says, "set_by": each.cite}
            for each in found.deadlines
        ],
        "documents": [
            {
                "event": each.event,
                "document": each.document,
                "state": each.state,
                "waits_for": list(each.waits_for),
                "draft": list(each.draft),
            }
            for each in found.documents
        ],
        "pending": list(found.pending),
        "findings": [
            {
                "key": each.key,
                "result": each.result.value,
                "says": each.says,
                "acknowledged_by": each.acknowledged.by if each.acknowledged else None,
            }
            for each in found.findings
        ],
    }
