"""`lexdocs validate` and `check`: what is wrong with the inputs, and what in the output no longer holds."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from lexdocs.cli.common import (
    AsOfOption,
    AssumeOption,
    DealArgument,
    open_named,
    open_named_life,
    say,
    say_problems,
    table,
)


def validate(deal: DealArgument = None, assume: AssumeOption = None, as_of: AsOfOption = None) -> None:
    """Read everything and report all problems at once, terms without a source, and what the rules say."""
    from lexdocs.deal import findings, preflight_all, unfounded

    # The terms of every event and the log at its moment are read too, as `build` reads them.
    life = open_named_life(deal, assume, as_of)
    opened = open_named(deal, assume, as_of)
    problems = preflight_all(opened)
    say_problems([*problems, *unfounded(opened, life)])
    leaves = [leaf for leaf in opened.terms.leaves if leaf.value is not None and _is_term(leaf.path)]
    # Whether a section is there is nobody's word; a `no` that was typed is.
    unnamed = [leaf for leaf in leaves if leaf.source is None and leaf.assumption is None]
    unsourced = [leaf for leaf in unnamed if leaf.written or leaf.value is not False]
    assumed = [leaf for leaf in leaves if leaf.assumption is not None]
    for leaf in assumed:
        typer.echo(
            f"{leaf.where} {leaf.path}: assumed by {leaf.assumption.by if leaf.assumption else ''}: {leaf.written}"
        )
    for leaf in unsourced:
        typer.echo(f"{leaf.where} {leaf.path}: no source is named")
    for remark in opened.terms.log.remarks() if opened.terms.log else ():
        typer.echo(f"{remark}; it does not count")
    for remark in opened.terms.log.idle_waivers() if opened.terms.log else ():
        typer.echo(remark)
    found = findings(opened, life)
    for finding in found:
        typer.echo(str(finding))
    sourced = len(leaves) - len(unsourced) - len(assumed)
    say(f"{len(leaves)} terms: {sourced} with a source, {len(assumed)} assumed, {len(unsourced)} without a source")
    if problems:
        raise typer.Exit(3)
    if any(finding.stands for finding in found):
        raise typer.Exit(1)


def check(
    deal: DealArgument = None,
    out: Annotated[
        Path | None, typer.Option("--out", help="Folder to hold against the deal; output/DEAL when left out.")
    ] = None,
) -> None:
    """Hold what is in the output folder against the calculator; exit 1 with a table of what drifted."""
    from lexdocs.checks.coverage import coverage
    from lexdocs.checks.drift import drifts
    from lexdocs.checks.saved import read_saved
    from lexdocs.deal import figures_json, findings, open_life, write_pages, write_words
    from lexdocs.errors import Severity
    from lexdocs.resources import find_deal

    source = find_deal(deal, Path.cwd())
    folder = out if out is not None else Path("output") / source.resolve().name
    saved = read_saved(folder)
    life = open_life(source, saved.changes)
    opened = life[-1]
    words = [write_words(each) for each in life]
    held = [each for each in saved.formats if each != "pdf"]
    pages: list[dict[str, str]] = [{} for _ in life]
    for at, of, into in zip(life, words, pages, strict=True):
        for document in of.documents:
            into |= {name: str(data) for name, data in write_pages(at, document, held).items()}
    expected = json.loads(figures_json(life, saved.formats))
    found = drifts(life, pages, saved, expected)
    if found.figures:
        head = ("figure", "printed", "calculated", "document", "place", "the input that moved")
        rows = [
            (each.name, each.printed, each.calculated, each.document, each.place, each.cause) for each in found.figures
        ]
        typer.echo(table(head, rows))
    for each in found.words:
        typer.echo(f"{each.document} {each.place}: {each.says}")
    documents = [document for each in words for document in each.documents]
    unwritten = [problem for each in words for problem in each.problems]
    covered = [coverage(document) for document in documents]
    uncovered = [problem for each in covered for problem in each.problems]
    against = [finding for finding in findings(opened, life) if finding.stands]
    say_problems([*unwritten, *uncovered])
    for finding in against:
        say(str(finding))
    ticked, declared = sum(each.ticked for each in covered), sum(each.declared for each in covered)
    counted = f"{ticked} printed figures ticked, {declared} declared, {len(uncovered)} without a proof"
    say(f"{len(documents)} documents: {counted}")
    if not found and saved.record.get("terms_sha256") != expected["terms_sha256"]:
        say("the inputs were edited since the build, and nothing that is printed moved")
    say(
        f"ties to term sheet SHA-256 {opened.terms.digests['term-sheet.yaml']}"
        if not found
        else f"{len(found.figures)} figures and {len(found.words)} places in the words drifted"
    )
    if any(each.severity is Severity.ERROR for each in unwritten):
        raise typer.Exit(4)
    if found or uncovered or against:
        raise typer.Exit(1)


def _is_term(path: str) -> bool:
    """Whether a path is a term that somebody states, rather than a row of a file or a part of an event."""
    rows = path.startswith(("register.", "tenders", "as_of"))
    return not rows and (not path.startswith("events[") or path.endswith(".event_at"))
