"""`lexdocs verify DIR`: a mailing worked out again from its files alone, and everything that does not tie."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from lexdocs.cli.common import say
from lexdocs.cli.reporting import ReportFileOption, ReportOption, emit, reporting

MailingArgument = Annotated[Path, typer.Argument(metavar="DIR", help="The folder of the mailing.")]


def verify(
    mailing: MailingArgument,
    sample: Annotated[
        int, typer.Option("--sample", metavar="N", min=0, help="Read so many statements, spread over all.")
    ] = 25,
    every: Annotated[bool, typer.Option("--all", help="Read every statement.")] = False,
    report: ReportOption = "text",
    report_file: ReportFileOption = None,
) -> None:
    """Verify a mailing from its files: hashes, pages, places, holders, sums; exit 1 with all that does not tie."""
    from lexdocs.checks.mailing.verify import verify as verified

    with reporting("verify", [mailing], report, report_file):
        found = verified(mailing, None if every else sample)
    emit(found.report, [mailing], report, report_file)
    counts = found.report.counts
    statements, read = counts["statements"], counts["read"]
    stand = f" + {counts['unchanged']:,} unchanged" if counts["unchanged"] else ""
    files = f", {counts['single files']:,} single files" if counts["single files"] else ""
    say(
        f"{counts['holders']:,} holders = {statements:,} statements{stand} + {counts['without one']:,} without one, "
        f"{counts['pages']:,} pages{files}; what is written was read "
        f"on {'each statement' if read == statements else f'{read:,} of {statements:,} statements, spread over all'}"
    )
    if not found.ties:
        say(f"{counts['findings']:,} finding{'s' if counts['findings'] != 1 else ''}: this mailing does not tie")
        raise typer.Exit(1)
    say("every file, page, line and sum ties")
