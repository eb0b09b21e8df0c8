"""`lexdocs validate`: what is wrong with the inputs, and what the rules say of them."""

from __future__ import annotations

import typer

from lexdocs.cli.common import (
    AsOfOption,
    AssumeOption,
    DealArgument,
    open_named,
    open_named_life,
    say,
    say_problems,
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


def _is_term(path: str) -> bool:
    """Whether a path is a term that somebody states, rather than a row of a file or a part of an event."""
    rows = path.startswith(("register.", "tenders", "as_of"))
    return not rows and (not path.startswith("events[") or path.endswith(".event_at"))
