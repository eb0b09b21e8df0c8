"""`lexdocs tieout`: every number and name of a text that somebody else wrote or edited, held against the deal."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Optional

import typer

from lexdocs.cli.common import AsOfOption, AssumeOption, open_named_life, say

if TYPE_CHECKING:
    from lexdocs.checks.tieout.item import Item, TieOut


def tieout(
    words: Annotated[list[str], typer.Argument(metavar="[DEAL] FILE…", help="A deal, if one is named, and the files.")],
    assume: AssumeOption = None,
    as_of: AsOfOption = None,
    kind: Annotated[
        Optional[str],  # noqa: UP045  the library reads annotations at run time
        typer.Option("--as", metavar="TEMPLATE", help="What the files are, as press-releases/commencement."),
    ] = None,
    every: Annotated[bool, typer.Option("--all", help="Show every number and name, the sound ones too.")] = False,
) -> None:
    """Tie out files: each number and name is tied, contradicted, unexplained or set aside; exit 1 where any is not."""
    from lexdocs.checks.reading.files import read_files
    from lexdocs.checks.tieout.tie import tie_out

    name, files = _parted(words)
    readings = read_files(files)
    found = tie_out(open_named_life(name, assume, as_of), readings, template=kind)
    for item in found.items:
        if every or item.stands:
            typer.echo(_line(item))
    for discord in found.discords:
        typer.echo(discord.says)
    for lacking in found.omitted:
        typer.echo(f"{lacking.file}: does not state {lacking.figure}, {lacking.shown}, as {lacking.template} does")
    _close(found)
    if found.stands:
        raise typer.Exit(1)


def _parted(words: list[str]) -> tuple[str | None, list[Path]]:
    """The deal, where the first word is one, and the files."""
    from lexdocs.errors import Problem, UsageError, Where
    from lexdocs.resources import bundled_deals

    first, *rest = words
    named = Path(first).is_dir() or (first in bundled_deals() and not Path(first).is_file())
    files = rest if named else words
    if not files:
        raise UsageError(
            Problem(Where("tieout"), "no file is named", "name a text or a page: lexdocs tieout DEAL FILE")
        )
    return (first if named else None), [Path(each) for each in files]


def _line(item: Item) -> str:
    """One item as the screen shows it: place, text, outcome."""
    where = f"{item.file}:{item.line}" if item.line else item.file
    parts = [f"{where} {item.place}: “{' '.join(item.text.split())}” {item.outcome.value}"]
    if item.says and item.outcome.value != item.says:
        parts.append(f": {item.says}")
    if item.interval:
        parts.append(f", so the true value lies in {item.interval}")
    if item.irregular:
        parts.append(f"; irregular: {item.irregular}")
    return "".join(parts)


def _close(found: TieOut) -> None:
    counted = ", ".join(f"{number} {outcome.value}" for outcome, number in found.counts().items())
    irregular = sum(1 for item in found.items if item.irregular)
    say(f"{len(found.items)} numbers and names: {counted}; {irregular} irregular")
    say(f"{len(found.discords)} facts said in two ways, {len(found.omitted)} not stated")
    say(f"held against term sheet SHA-256 {found.terms_sha256}")
