"""`lexdocs allocate`: every holding's figures to a CSV file, for registers and logs of any length."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from lexdocs.cli.common import AsOfOption, AssumeOption, DealArgument, allocate_named, say


def allocate(
    out: Annotated[Path, typer.Option("--out", metavar="FILE.csv", help="The file; its totals go beside it.")],
    deal: DealArgument = None,
    as_of: AsOfOption = None,
    assume: AssumeOption = None,
) -> None:
    """Allocate: one row for each holding with all that its statement prints, and beside it the totals they tie to."""
    found = allocate_named(deal, out, assume, as_of)
    streamed = found.streamed
    typer.echo(f"{streamed.rows:,} holdings in {found.files[0]}")
    typer.echo(f"{len(found.control):,} totals and what follows from them in {found.files[1]}")
    if found.later:
        typer.echo(f"{found.later:,} rows of the tender log are later than {found.as_of}")
    if found.not_counted:
        typer.echo(f"{found.not_counted:,} rows of the tender log are late or defective and not waived")
    if streamed.exact:
        say(f"{streamed.exact:,} holdings have parts of a cent and were worked out the long way")
    for name in streamed.gathered:
        say(f"{name} of all holdings was kept in memory, for a rule that needs all of them at once")
