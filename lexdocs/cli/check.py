"""`lexdocs check`: whether what is in the output folder still follows from the deal; for CI."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from lexdocs.cli.common import DealArgument, say
from lexdocs.cli.reporting import ReportFileOption, ReportOption, TodayOption, day, emit, reporting

if TYPE_CHECKING:
    from lexdocs.checks.held import Held


def check(
    deal: DealArgument = None,
    out: Annotated[
        Path | None, typer.Option("--out", help="Folder to hold against the deal; output/DEAL when left out.")
    ] = None,
    pages: Annotated[
        bool, typer.Option("--pages", help="Lay the documents out too, and read their pages as a printer would.")
    ] = False,
    report: ReportOption = "text",
    report_file: ReportFileOption = None,
    today: TodayOption = None,
) -> None:
    """Hold what is in the output folder against the calculator; exit 1 with what moved and every place under it."""
    from lexdocs.checks.held import hold
    from lexdocs.resources import find_deal, templates_folder

    folders: list[Path] = []
    with reporting("check", folders, report, report_file):
        asked = day(today)
        source = find_deal(deal, Path.cwd())
        folder = out if out is not None else Path("output") / source.resolve().name
        folders += [folder, source, source / "templates", templates_folder(), Path.cwd()]
        held = hold(source, folder, asked, pages_too=pages)
    emit(held.report, folders, report, report_file)
    _say(held)
    if held.unwritten:
        raise typer.Exit(4)
    if held.report.stands:
        raise typer.Exit(1)


def _say(held: Held) -> None:
    counts = held.report.counts
    ticked, declared = counts["figures ticked"], counts["figures declared"]
    counted = (
        f"{ticked} printed figures ticked, {declared} declared, {counts['figures without a proof']} without a proof"
    )
    say(f"{counts['documents']} documents: {counted}")
    accepted = sum(each.accepted is not None for each in held.report.results)
    if accepted:
        say(f"{accepted} results are accepted and shown all the same")
    if held.edited:
        say("the inputs were edited since the build, and nothing that is printed moved")
    if held.drift:
        say(f"{len(held.drift.figures)} figures and {len(held.drift.words)} places in the words drifted")
    else:
        say(f"ties to term sheet SHA-256 {held.report.terms_sha256}")
