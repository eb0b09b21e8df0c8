"""`lexdocs init`: a new deal folder to start from."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from lexdocs.cli.common import say


def init(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="The folder to make; it must not be there yet.")],
    kind: Annotated[str, typer.Option("--kind", help="The kind of offer.")] = "exchange",
) -> None:
    """Make a new deal folder: a term sheet with every term explained, its schema, an event, a register."""
    from lexdocs.deal import new_deal

    for path in new_deal(folder, kind):
        typer.echo(path.as_posix())
    say(f"fill in {(folder / 'term-sheet.yaml').as_posix()}, then run `lexdocs validate {folder.as_posix()}`")
