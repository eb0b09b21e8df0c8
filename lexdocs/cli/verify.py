"""`lexdocs verify DIR`: a mailing worked out again from its files alone, and everything that does not tie."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated, Optional

import typer

from lexdocs.cli.common import say
from lexdocs.cli.mail import VARIABLE
from lexdocs.cli.reporting import ReportFileOption, ReportOption, emit, reporting

MailingArgument = Annotated[Path, typer.Argument(metavar="DIR", help="The folder of the mailing.")]


def verify(
    mailing: MailingArgument,
    sample: Annotated[
        int, typer.Option("--sample", metavar="N", min=0, help="Read so many statements, spread over all.")
    ] = 25,
    every: Annotated[bool, typer.Option("--all", help="Read every statement.")] = False,
    password_file: Annotated[
        Optional[Path],  # noqa: UP045  the library reads annotations at run time
        typer.Option("--password-file", metavar="FILE", help=f"Opens encrypted files to read them; or set {VARIABLE}."),
    ] = None,
    report: ReportOption = "text",
    report_file: ReportFileOption = None,
) -> None:
    """Verify a mailing from its files: hashes, pages, places, holders, sums; exit 1 with all that does not tie."""
    from lexdocs.checks.mailing.verify import verify as verified
    from lexdocs.mailing.passwords import password_of

    with reporting("verify", [mailing], report, report_file):
        said = os.environ.get(VARIABLE)
        password = password_of(password_file, said, VARIABLE) if password_file is not None or said else None
        found = verified(mailing, None if every else sample, password)
    emit(found.report, [mailing], report, report_file)
    counts = found.report.counts
    statements, read = counts["statements"], counts["read"]
    stand = f" + {counts['unchanged']:,} unchanged" if counts["unchanged"] else ""
    files = f", {counts['single files']:,} single files" if counts["single files"] else ""
    say(
        f"{counts['holders']:,} holders = {statements:,} statements{stand} + {counts['without one']:,} without one, "
        f"{counts['pages']:,} pages{files}; {_read(read, statements)}"
    )
    if found.locked:
        say(f"the single files are encrypted, and nothing was read of them: give --password-file, or set {VARIABLE}")
    if not found.ties:
        say(f"{counts['findings']:,} finding{'s' if counts['findings'] != 1 else ''}: this mailing does not tie")
        raise typer.Exit(1)
    if read or not statements:
        but = ", but for what is encrypted, which was not read" if found.locked else ""
        say(f"every file, page, line and sum ties{but}")
    else:
        say("files, lines and sums tie with one another; whether statements print the same was not looked at")


def _read(read: int, statements: int) -> str:
    """Of how many statements it was read what is printed on them."""
    if not read:
        return "nothing that is printed was read"
    return f"what is written was read on {_spread(read, statements)}"


def _spread(read: int, statements: int) -> str:
    return "each statement" if read == statements else f"{read:,} of {statements:,} statements, spread over all"
