"""`lexdocs allocate`: every holding's figures to a CSV file, for registers and logs of any length."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Optional

import typer

from lexdocs.cli.common import AsOfOption, AssumeOption, DealArgument, allocate_named, say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lexdocs.mailing.exceptions import Exceptions

_SHOWN = 5  # identifiers that are named at most


def allocate(
    out: Annotated[Path, typer.Option("--out", metavar="FILE.csv", help="The file; its totals go beside it.")],
    deal: DealArgument = None,
    as_of: AsOfOption = None,
    assume: AssumeOption = None,
    exceptions: Annotated[
        Optional[Path],  # noqa: UP045  the library reads annotations at run time
        typer.Option("--exceptions", metavar="FILE.csv", help="Set bad rows aside in this file instead of refusing."),
    ] = None,
) -> None:
    """Allocate: one row for each holding with all that its statement prints, and beside it the totals they tie to."""
    found = allocate_named(deal, out, assume, as_of, exceptions)
    streamed = found.streamed
    typer.echo(f"{streamed.rows:,} holdings in {found.files[0]}")
    typer.echo(f"{len(found.control):,} totals and what follows from them in {found.files[1]}")
    if found.exceptions is not None:
        for line in told(found.exceptions):
            typer.echo(line)
        typer.echo(f"{len(found.exceptions.rows):,} rows set aside are in {exceptions}")
    for line in left_out(found.later, found.not_counted, found.as_of):
        typer.echo(line)
    if streamed.exact:
        say(f"{streamed.exact:,} holdings have parts of a cent and were worked out the long way")
    for name in streamed.gathered:
        say(f"{name} of all holdings was kept in memory, for a rule that needs all of them at once")
    for problem in found.untied:
        say(str(problem))
    if found.untied:
        raise typer.Exit(1)


def left_out(later: int, not_counted: int, as_of: str) -> Iterator[str]:
    """The rows of the tender log that nothing was worked out from."""
    for count, why in (
        (later, f"later than {as_of} and not counted"),
        (not_counted, "late or defective and not waived"),
    ):
        if count:
            yield f"{count:,} rows of the tender log are {why}" if count > 1 else f"1 row of the tender log is {why}"


def told(found: Exceptions) -> Iterator[str]:
    """What was set aside of each listing, counted and totalled, and whom it leaves with a part of their rows."""
    from lexdocs.notation.forms import write
    from lexdocs.notation.units import Unit

    for listing in found.listings:
        sums = [f"{write(listing.principal(side), Unit.MONEY)} {_SIDES[side]}" for side in listing.sides]
        sums += [f"{listing.unread:,} without a principal that can be read"] if listing.unread else []
        aside = f"{len(listing.aside):,} set aside" + (f" ({', '.join(sums)})" if sums else "")
        yield f"{listing.file}: {listing.rows:,} rows = {listing.kept:,} kept + {aside}"
    if found.holders:
        more = len(found.holders) - _SHOWN
        named = ", ".join(found.holders[:_SHOWN]) + (f" and {more:,} more" if more > 0 else "")
        yield f"{len(found.holders):,} holders are worked out from what is left of their rows: {named}"


_SIDES = {
    "held": "held",
    "tender": "tendered",
    "withdrawal": "withdrawn",
    "total": "in rows of totals",
    "": "of no action",
}
