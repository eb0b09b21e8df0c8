"""`lexdocs release DIR`: a verified mailing without the mark of a proof, when two people answer for it."""

from __future__ import annotations

import datetime
import os
from pathlib import Path
from typing import Annotated, Optional

import typer

from lexdocs.cli.common import say
from lexdocs.cli.mail import VARIABLE
from lexdocs.cli.verify import MailingArgument


def release(
    mailing: MailingArgument,
    maker: Annotated[str, typer.Option("--maker", metavar="NAME", help="Who made the mailing.")],
    checker: Annotated[str, typer.Option("--checker", metavar="NAME", help="Who checked it: another person.")],
    on: Annotated[str, typer.Option("--on", metavar="DATE", help="The day of the release, like 2001-08-07.")],
    deal: Annotated[
        Optional[str],  # noqa: UP045  the library reads annotations at run time
        typer.Option("--deal", metavar="DEAL", help="The deal that was mailed; the one here or the project's."),
    ] = None,
    approve_exceptions: Annotated[
        bool, typer.Option("--approve-exceptions", help="Release although holders are without a statement.")
    ] = False,
    password_file: Annotated[
        Optional[Path],  # noqa: UP045
        typer.Option(
            "--password-file",
            metavar="FILE",
            help=f"Has the password of encrypted files in one line; or set {VARIABLE}.",
        ),
    ] = None,
) -> None:
    """Release a mailing: two names, every hash and every sum; then no page says PROOF, and nothing is overwritten."""
    from lexdocs.checks.mailing.verify import verify
    from lexdocs.mailing.passwords import password_of
    from lexdocs.mailing.release import Asked
    from lexdocs.mailing.release import release as released
    from lexdocs.mailing.released import finish
    from lexdocs.resources import find_deal

    if finish(mailing):
        typer.echo("a release that was interrupted is finished: this mailing is released")
        return
    day, folder = _day(on), find_deal(deal, Path.cwd())
    said = os.environ.get(VARIABLE)
    password = password_of(password_file, said, VARIABLE) if password_file is not None or said else None
    verified = verify(mailing, password=password)
    if not verified.ties:
        for each in verified.report.results:
            say(str(each))
        say(f"not released: {mailing} does not tie with its own files")
        raise typer.Exit(1)
    asked = Asked(mailing, folder, maker, checker, day, verified.control_sha256, approve_exceptions, password)
    control = released(asked, say)
    pages = f" on {control.pages:,} pages" if control.pages else ""
    typer.echo(
        f"{control.statements:,} statements{pages} are released: no page says PROOF any more, and nothing here is "
        "overwritten"
    )


def _day(text: str) -> datetime.date:
    from lexdocs.errors import Problem, UsageError, Where

    try:
        return datetime.date.fromisoformat(text.strip())
    except ValueError:
        raise UsageError(Problem(Where("--on"), f'"{text}" is not a date', "write it like 2001-08-07")) from None
