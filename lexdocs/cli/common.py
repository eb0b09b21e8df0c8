"""What the verbs have in common: the deal they are about, and how they print."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Optional

import typer

if TYPE_CHECKING:
    from lexdocs.deal import Deal
    from lexdocs.errors import Problem
    from lexdocs.mailing.allocation import Allocation
    from lexdocs.mailing.asked import Asked
    from lexdocs.mailing.mail import Mailed
    from lexdocs.notation.units import Moment
    from lexdocs.terms.changes import Change

DealArgument = Annotated[
    Optional[str],  # noqa: UP045  the library reads annotations at run time
    typer.Argument(metavar="[DEAL]", help="A deal folder or a bundled deal; left out, the one here or the project's."),
]
AssumeOption = Annotated[
    Optional[list[str]],  # noqa: UP045  as above
    typer.Option("--assume", metavar="PATH=VALUE", help="Assume a value for a term; may be given again."),
]

AsOfOption = Annotated[
    Optional[str],  # noqa: UP045  as above
    typer.Option("--as-of", metavar="WHEN", help="A date (its end) or a moment; left out, the last event."),
]


def open_named(name: str | None, assume: Iterable[str] | None = None, as_of: str | None = None) -> Deal:
    """Open the deal that the call means."""
    from lexdocs.deal import open_deal
    from lexdocs.resources import find_deal

    return open_deal(find_deal(name, Path.cwd()), _assumed(assume), _moment(as_of))


def open_named_life(
    name: str | None, assume: Iterable[str] | None = None, as_of: str | None = None
) -> tuple[Deal, ...]:
    """Open the deal that the call means as of each of its events."""
    from lexdocs.deal import open_life
    from lexdocs.resources import find_deal

    return open_life(find_deal(name, Path.cwd()), _assumed(assume), _moment(as_of))


def allocate_named(
    name: str | None, out: Path, assume: Iterable[str] | None, as_of: str | None, exceptions: Path | None = None
) -> Allocation:
    """Allocate the deal that the call means."""
    from lexdocs.mailing.allocation import allocate
    from lexdocs.resources import find_deal

    return allocate(find_deal(name, Path.cwd()), out, _assumed(assume), _moment(as_of), exceptions)


def mail_named(name: str | None, asked: Asked, assume: Iterable[str] | None, as_of: str | None) -> Mailed:
    """Mail the deal that the call means; where it goes is `output/DEAL/mailing` when left out."""
    from dataclasses import replace

    from lexdocs.cli.progress import told_in_progress
    from lexdocs.mailing.mail import mail
    from lexdocs.resources import find_deal

    folder = find_deal(name, Path.cwd())
    out = asked.out if asked.out != Path() else Path("output") / folder.resolve().name / "mailing"
    made = replace(asked, folder=folder, out=out, changes=tuple(_assumed(assume)), as_of=_moment(as_of))
    return mail(made, told_in_progress(sys.stderr))


def _assumed(assume: Iterable[str] | None) -> list[Change]:
    from lexdocs.terms.changes import assume as assumed

    return [assumed(each) for each in assume or ()]


def _moment(as_of: str | None) -> Moment | None:
    from lexdocs.terms.as_of import parse_as_of

    return parse_as_of(as_of) if as_of is not None else None


def output_of(deal: Deal, out: Path | None) -> Path:
    """The folder under which a deal's output stands: `output/` of where it is run, or what is named."""
    return out if out is not None else Path("output") / deal.name


def say(text: str = "") -> None:
    """Tell the person at the screen; data goes to standard output by `typer.echo`."""
    typer.echo(text, err=True)


def say_problems(problems: Iterable[Problem]) -> None:
    """Tell each problem on a line of its own."""
    for problem in problems:
        say(str(problem))


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Rows under a head in columns that line up.

    >>> print(table(["name", "value"], [["rate", "8%"]]))
    name  value
    ----  -----
    rate  8%
    """
    lines = [list(head), ["-" * len(cell) for cell in head], *(list(row) for row in rows)]
    widths = [max(len(line[column]) for line in lines) for column in range(len(head))]
    lines[1] = ["-" * width for width in widths]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip() for line in lines
    )
