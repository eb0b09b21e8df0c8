"""`lexdocs calc prorate`: what a cap lets in of what was tendered, in all or holding by holding."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from lexdocs.cli.calc_daycount import JsonOption

if TYPE_CHECKING:
    from lexdocs.cli.batch import Row


def prorate(
    cap: Annotated[
        str | None, typer.Option("--cap", metavar="AMOUNT", help="Most principal, or purchase price with --price.")
    ] = None,
    tendered: Annotated[
        str | None, typer.Option("--tendered", metavar="AMOUNT", help="Principal validly tendered.")
    ] = None,
    denomination: Annotated[
        str, typer.Option("--denomination", metavar="AMOUNT", help="Step to which principal is cut.")
    ] = "$1,000",
    price: Annotated[
        str | None,
        typer.Option("--price", metavar="AMOUNT", help="Price per $1,000 of principal: the cap then bounds the price."),
    ] = None,
    sub_cap: Annotated[
        list[str] | None,
        typer.Option("--sub-cap", metavar="SERIES=AMOUNT", help="Most principal of a series; may be repeated."),
    ] = None,
    largest_remainder: Annotated[
        bool, typer.Option("--largest-remainder", help="Give out by largest remainder what the cut leaves.")
    ] = False,
    batch: Annotated[
        Path | None,
        typer.Option(
            "--batch", metavar="FILE", help="A CSV file of holdings with columns holder, tendered, and as needed "
            "series, priority (1 is filled first) and price. `-` is standard input.",
        ),
    ] = None,
    as_json: JsonOption = False,
) -> None:  # fmt: skip
    """Prorate what was tendered under a cap, cut to the denomination, and say what is left and why."""
    from lexdocs.cli.batch import RefusedError
    from lexdocs.errors import InputError, Problem, UsageError, Where

    terms = {"cap": cap or "", "denomination": denomination, "price": price or ""}
    if cap is None or (tendered is None) == (batch is None):
        what = "--cap is missing" if cap is None else "name either --tendered or --batch"
        remedy = "write --cap '$600,000' --tendered '$2,000,000'"
        raise UsageError(Problem(Where("calc prorate"), what, remedy))
    if batch is None and (sub_cap or largest_remainder):
        what = "--sub-cap and --largest-remainder are of use for holdings alone"
        raise UsageError(Problem(Where("calc prorate"), what, "list the holdings in a file and name it by --batch"))
    try:
        if batch is not None:
            _holdings(batch, terms, sub_cap or [], largest_remainder, as_json)
        else:
            _in_all({**terms, "tendered": tendered or ""}, as_json)
    except RefusedError as error:
        raise InputError([Problem(Where(column), what, remedy) for column, what, remedy in error.faults]) from None


def _in_all(row: Row, as_json: bool) -> None:
    """Answer for one amount that was tendered."""
    from lexdocs.cli.batch import as_json_text
    from lexdocs.cli.calc_prorate_asked import in_all

    answer, proof = in_all(row)
    typer.echo(as_json_text([{**answer, "proof": list(proof)}]).rstrip() if as_json else "\n".join(proof))


def _holdings(batch: Path, terms: Row, sub_caps: list[str], largest_remainder: bool, as_json: bool) -> None:
    """Answer for each holding of a file, in order; what the cap leaves is said beside."""
    from lexdocs.cli.batch import as_json_text, csv_text, rows_of
    from lexdocs.cli.calc_prorate_asked import holdings
    from lexdocs.cli.common import say

    read = list(rows_of(batch, ("holder", "tendered")))
    answers, proof = holdings(str(batch), read, terms, sub_caps, largest_remainder)
    typer.echo(as_json_text(answers) if as_json else csv_text(list(answers[0]), answers) if answers else "", nl=False)
    for line in proof:
        say(line)
