"""`lexdocs mail`: a statement for every holder of a register, in print streams or files, and totals that tie."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Annotated, Optional

import typer

from lexdocs.cli.common import AsOfOption, AssumeOption, DealArgument, mail_named
from lexdocs.cli.mailed import tell
from lexdocs.mailing.printing import PLAIN, Marks, Order, Printing

VARIABLE = "LEXDOCS_PASSWORD"


def mail(
    deal: DealArgument = None,
    out: Annotated[
        Path, typer.Option("--out", metavar="DIR", help="The folder; output/DEAL/mailing when left out.")
    ] = Path(),
    document: Annotated[
        str, typer.Option("--document", help="The template that is mailed; the statement if left out.")
    ] = "",
    as_of: AsOfOption = None,
    assume: AssumeOption = None,
    exceptions: Annotated[
        Optional[Path],  # noqa: UP045  the library reads annotations at run time
        typer.Option("--exceptions", metavar="FILE.csv", help="Set bad rows aside in this file instead of refusing."),
    ] = None,
    stream: Annotated[bool, typer.Option("--stream", help="Print streams; so it is when left out.")] = False,
    each: Annotated[
        bool,
        typer.Option("--each", help="A tagged PDF for each holder: instead of print streams, or with --stream too."),
    ] = False,
    html: Annotated[
        bool, typer.Option("--html", help="An HTML file for each holder: alone, or with --stream or --each too.")
    ] = False,
    encrypt: Annotated[
        bool, typer.Option("--encrypt", help="Encrypt the files of --each (AES-256) with a password.")
    ] = False,
    password_file: Annotated[
        Optional[Path],  # noqa: UP045
        typer.Option(
            "--password-file", metavar="FILE", help=f"Has the password in one line; or set {VARIABLE}, with --encrypt."
        ),
    ] = None,
    corrects: Annotated[
        Optional[Path],  # noqa: UP045
        typer.Option(
            "--corrects", metavar="DIR", help="A released mailing: new statements for those that have changed since."
        ),
    ] = None,
    pages_per_file: Annotated[
        Optional[int],  # noqa: UP045
        typer.Option("--pages-per-file", min=1, help="Several print streams, each of so many pages at most."),
    ] = None,
    order: Annotated[
        Order, typer.Option("--order", help="Print streams as the register stands, or by country and postal code.")
    ] = Order.REGISTER,
    marks: Annotated[
        Marks, typer.Option("--marks", help="What an inserter reads on each sheet of a print stream.")
    ] = Marks.NONE,
    marks_at: Annotated[
        str, typer.Option("--marks-at", metavar="LEFT,BOTTOM", help="Where marks stand: mm from the two edges.")
    ] = f"{PLAIN.left},{PLAIN.bottom}",
    duplex: Annotated[
        bool, typer.Option("--duplex", help="Print streams for both sides: a statement begins on a front.")
    ] = False,
    sample: Annotated[
        Optional[int],  # noqa: UP045
        typer.Option(
            "--sample",
            min=0,
            max=40,
            metavar="N",
            help="Statements that are rendered the long way and compared, 0 for none; 3, and more for many holders.",
        ),
    ] = None,
    jobs: Annotated[
        Optional[int],  # noqa: UP045
        typer.Option("--jobs", min=1, help="Processes; as many as there are processors when left out."),
    ] = None,
    scheduler: Annotated[
        str, typer.Option("--scheduler", metavar="tcp://HOST:PORT", help="A Dask cluster whose workers do the work.")
    ] = "",
    shared: Annotated[
        str,
        typer.Option("--shared", metavar="URL", help="A folder or s3://… that its workers see too."),
    ] = "",
) -> None:
    """Mail: a statement for every holder as print streams or files, a manifest, and totals held against the deal's."""
    from lexdocs.mailing.asked import Asked
    from lexdocs.mailing.passwords import password_of

    printing = Printing(order, marks, duplex, *_edges(marks_at))
    locked = encrypt or password_file is not None
    password = password_of(password_file, os.environ.get(VARIABLE), VARIABLE) if locked else None
    asked = Asked(
        Path(), out, document, exceptions=exceptions, pages_per_file=pages_per_file,
        jobs=jobs or (1 if scheduler else os.cpu_count() or 1), stream=stream or not (each or html), each=each,
        html=html, password=password, printing=printing, sample=sample, scheduler=scheduler, shared=shared,
        corrects=corrects,
    )  # fmt: skip
    made = mail_named(deal, asked, assume, as_of)
    tell(made, pages_per_file)
    control = made.control
    if not control.ties:
        raise typer.Exit(1)
    if control.failed:
        raise typer.Exit(5)


def _edges(said: str) -> tuple[str, str]:
    """Millimetres from the left and the lower edge, from what is typed."""
    from lexdocs.errors import Problem, UsageError, Where

    found = re.fullmatch(r"([0-9]{1,3}(?:\.[0-9]{1,2})?),([0-9]{1,3}(?:\.[0-9]{1,2})?)", said.replace(" ", ""))
    if found is None:
        what = f'"{said}" is not two lengths in millimetres'
        raise UsageError(Problem(Where("--marks-at"), what, "write the left one and the lower one, such as 4,105"))
    return found[1], found[2]
