"""`lexdocs mutate`: every input changed in turn, and what moves held against what must."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated, Optional

import typer

from lexdocs.cli.common import DealArgument, say


def mutate(
    deal: DealArgument = None,
    only: Annotated[
        Optional[list[str]],  # noqa: UP045  the library reads annotations at run time
        typer.Option("--only", metavar="PATH", help="Change this input alone, or all below it; may be given again."),
    ] = None,
    jobs: Annotated[
        Optional[int],  # noqa: UP045  as above
        typer.Option("--jobs", min=1, help="Processes; one a processor when left out."),
    ] = None,
    all_events: Annotated[bool, typer.Option("--all-events", help="As of each event, not of the last alone.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="All of it as JSON.")] = False,
    save: Annotated[
        bool, typer.Option("--save", help="Save what each change comes to, to be held against later.")
    ] = False,
    out: Annotated[
        Optional[Path],  # noqa: UP045  as above
        typer.Option("--out", help="Folder with what was saved; output/DEAL when left out."),
    ] = None,
) -> None:
    """Change every input in turn and prove that what depends on it moves, in every document, and nothing else."""
    from lexdocs.checks.mutation import running, saved, telling
    from lexdocs.checks.mutation.outcome import together
    from lexdocs.deal import open_deal
    from lexdocs.errors import Problem, UsageError, Where
    from lexdocs.resources import find_deal

    if save and only:
        raise UsageError(Problem(Where("--save"), "saves all inputs, and some are named", "leave out --only"))
    source = find_deal(deal, Path.cwd())
    folder = out if out is not None else Path("output") / source.resolve().name
    last = open_deal(source)
    events = [event.name for event in last.terms.events] if all_events else [last.terms.event.name]
    reports = []
    for event in events:
        known = None if save else saved.read_saved(folder, event)
        report = running.mutate(source, event, only or (), jobs)
        if save:
            say(f"saved: {saved.write_saved(folder, event, running.recorded(report, source, event))}")
        elif known is None:
            say(f"nothing is saved for {event} to hold this against: `lexdocs mutate --save` saves it")
        else:
            report = running.held(report, source, known, event, whole=not only)
        reports.append(report)
    reports = together(reports)
    if not as_json:
        for report in reports:
            for line in telling.lines(report, full=bool(only)):
                typer.echo(line)
    if as_json:
        typer.echo(json.dumps([telling.data(report) for report in reports], indent=1, ensure_ascii=False))
    for report in reports:
        say(telling.score(report))
    if not all(report.sound for report in reports):
        raise typer.Exit(1)
