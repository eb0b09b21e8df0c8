"""`lexdocs figures`, `explain` and `schema`: the book, a figure's proof, and the term sheet's shape."""

from __future__ import annotations

import json
from typing import Annotated

import typer

from lexdocs.cli.common import AsOfOption, AssumeOption, DealArgument, open_named, open_named_life, table


def figures(
    deal: DealArgument = None,
    as_json: Annotated[bool, typer.Option("--json", help="As JSON, by address.")] = False,
    as_csv: Annotated[bool, typer.Option("--csv", help="As CSV.")] = False,
    assume: AssumeOption = None,
    as_of: AsOfOption = None,
) -> None:
    """Print every figure of a deal with its value, and what is pending with what it waits for."""
    from lexdocs.figures.explain import shown
    from lexdocs.figures.figure import Pending
    from lexdocs.figures.record import record

    book = open_named(deal, assume, as_of).book
    if as_json:
        typer.echo(json.dumps(record(book), indent=1, ensure_ascii=False))
        return
    rows = [
        (
            each.address,
            "waits for " + ", ".join(each.waits_for) if isinstance(each, Pending) else shown(each),
            each.says,
        )
        for each in book
    ]
    if as_csv:
        typer.echo(_csv(rows), nl=False)
        return
    typer.echo(table(("figure", "value", "what it is"), [(name, _one_line(value), says) for name, value, says in rows]))


def _one_line(value: str, most: int = 60) -> str:
    flat = value.replace("\n", ", ")
    return flat if len(flat) <= most else flat[: most - 1] + "…"


def _csv(rows: list[tuple[str, str, str]]) -> str:
    import csv
    import io

    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(("figure", "value", "what it is"))
    # A cell that a spreadsheet would take for a formula is kept a text.
    writer.writerows([[f"'{cell}" if cell[:1] in "=+-@\t\r" else cell for cell in row] for row in rows])
    return out.getvalue()


def explain(
    figure: Annotated[str, typer.Argument(help="The figure's name, with its row: accrued[2012-06-15].")],
    deal: DealArgument = None,
    assume: AssumeOption = None,
    as_of: AsOfOption = None,
) -> None:
    """Explain a figure: its value, formula, inputs, rounding, citation, and every place where it is printed."""
    from lexdocs.errors import Problem, UsageError, Where, did_you_mean
    from lexdocs.figures.explain import explain as proof
    from lexdocs.writing.words import write_words

    opened = open_named(deal, assume, as_of)
    found = [each for each in opened.book if figure in (each.address, each.name)]
    if not found:
        addresses = [each.address for each in opened.book]
        remedy = did_you_mean(figure, [*opened.book.names(), *addresses]) or "`lexdocs figures` lists them"
        raise UsageError(Problem(Where(figure), "there is no figure of that name", remedy))
    printed: dict[str, list[str]] = {each.address: [] for each in found}
    for document in (each for at in open_named_life(deal, assume, as_of) for each in write_words(at).documents):
        for place, address in document.places():
            if address in printed:
                where = f"{document.name} ({place})"
                if where not in printed[address]:
                    printed[address].append(where)
    for number, each in enumerate(found):
        lines = list(proof(each))
        typer.echo(("\n" if number else "") + (f"{each.address}\n" if len(found) > 1 else "") + "\n".join(lines))
        places = printed[each.address]
        typer.echo("printed in: " + (", ".join(places) if places else "no document"))


def schema(
    kind: Annotated[str, typer.Option("--kind", help="exchange, series_exchange or cash_tender.")] = "exchange",
    report: Annotated[bool, typer.Option("--report", help="That of the reports in JSON instead.")] = False,
) -> None:
    """Print the JSON Schema of the term sheet, with descriptions, for editors, or that of reports, for programs."""
    from lexdocs.offers.kinds import schema_of

    if report:
        from importlib.resources import files

        typer.echo(files("lexdocs.schema").joinpath("report.schema.json").read_text("utf-8"), nl=False)
        return
    typer.echo(schema_of(kind), nl=False)
