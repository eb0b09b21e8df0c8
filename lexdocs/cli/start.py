"""`lexdocs init`: a new deal folder to start from."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from lexdocs.cli.common import say


def init(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="The folder to make; it must not be there yet.")],
    kind: Annotated[str, typer.Option("--kind", help="exchange, series_exchange or cash_tender.")] = "exchange",
) -> None:
    """Make a new deal folder: a term sheet with every term explained, an event, a register, a workflow for CI."""
    for path in new_deal(folder, kind):
        typer.echo(path.as_posix())
    say(f"fill in {(folder / 'term-sheet.yaml').as_posix()}, then run `lexdocs validate {folder.as_posix()}`")


def new_deal(folder: Path, kind: str) -> tuple[Path, ...]:
    """Make a deal folder with everything that a deal has, still to be filled in. Gives its files."""
    from lexdocs.cli.workflow import FOLDER, NAME, workflow
    from lexdocs.errors import Problem, UsageError, Where
    from lexdocs.offers.kinds import KINDS, schema_of
    from lexdocs.outputs.files import write
    from lexdocs.terms.register import frame_for
    from lexdocs.terms.register_columns import columns
    from lexdocs.terms.skeleton import skeleton

    if folder.exists():
        raise UsageError(Problem(Where(str(folder)), "is there already", "name a folder that is not there yet"))
    schema = schema_of(kind)
    files = {
        "term-sheet.yaml": skeleton(kind, KINDS[kind], "./term-sheet.schema.json"),
        "term-sheet.schema.json": schema,
        "events/commencement.yaml": "kind: commencement\nat: # when the offer is announced: a date, or a time on it\n",
        "register.csv": ",".join(column.name for column in columns(frame_for(KINDS[kind]))) + "\n",
    }
    made = [write(folder, name, text) for name, text in files.items()]
    return (*made, write(folder.joinpath(*FOLDER), NAME, workflow(folder.resolve().name)))
