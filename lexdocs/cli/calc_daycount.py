"""`lexdocs calc daycount`: days and the part of a year between two dates under a day count."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from lexdocs.cli.batch import Answer, Row

RefStartOption = Annotated[
    str | None, typer.Option("--ref-start", metavar="DATE", help="Start of a regular coupon period (Act/Act ICMA).")
]
RefEndOption = Annotated[str | None, typer.Option("--ref-end", metavar="DATE", help="End of that period.")]
FrequencyOption = Annotated[
    str | None, typer.Option("--frequency", metavar="N", help="Coupon periods in a year (Act/Act ICMA).")
]
EomOption = Annotated[bool, typer.Option("--eom", help="Coupon dates that end a month all do (Act/Act ICMA).")]
TerminationOption = Annotated[
    str | None, typer.Option("--termination", metavar="DATE", help="Maturity, or `none` (30E/360 ISDA).")
]
JsonOption = Annotated[bool, typer.Option("--json", help="As a JSON list of objects.")]


def daycount(
    convention: Annotated[str | None, typer.Argument(help="The day count, such as 30/360 or Act/Act ICMA.")] = None,
    start: Annotated[str | None, typer.Argument(help="The first date: 2012-03-15 or March 15, 2012.")] = None,
    end: Annotated[str | None, typer.Argument(help="The last date, which is excluded.")] = None,
    ref_start: RefStartOption = None,
    ref_end: RefEndOption = None,
    frequency: FrequencyOption = None,
    eom: EomOption = False,
    termination: TerminationOption = None,
    batch: Annotated[
        Path | None,
        typer.Option(
            "--batch", metavar="FILE", help="A CSV file with columns convention, start, end, and as needed ref_start, "
            "ref_end, frequency, extra (eom, the termination date or none), expected. `-` is standard input.",
        ),
    ] = None,
    as_json: JsonOption = False,
) -> None:  # fmt: skip
    """Count the days and the part of a year between two dates, with the proof."""
    from lexdocs.cli.batch import RefusedError, answer_batch, as_json_text
    from lexdocs.errors import InputError, Problem, UsageError, Where

    typed = {"convention": convention, "start": start, "end": end}
    if batch is not None:
        if any(typed.values()):
            raise UsageError(Problem(Where("--batch"), "the file asks the questions", "name no day count beside it"))
        answer_batch(batch, ("convention", "start", "end"), _answered, as_json)
        return
    missing = [name.upper() for name, value in typed.items() if value is None]
    if missing:
        remedy = "write `lexdocs calc daycount 30/360 2012-01-15 2012-07-15`"
        raise UsageError(Problem(Where("calc daycount"), f"{' and '.join(missing)} missing", remedy))
    row = {name: value or "" for name, value in typed.items()}
    row |= {"ref_start": ref_start or "", "ref_end": ref_end or "", "frequency": frequency or ""}
    try:
        answer, proof = answer_of(row, eom=eom, termination=termination)
    except RefusedError as error:
        raise InputError([Problem(Where(column), what, remedy) for column, what, remedy in error.faults]) from None
    if as_json:
        typer.echo(as_json_text([{**answer, "proof": list(proof)}]), nl=False)
        return
    typer.echo(f"days      {answer['days']}\nfraction  {answer['fraction']:f} = {answer['fraction_exact']}\n")
    typer.echo("\n".join(proof))


def answer_of(row: Row, *, eom: bool = False, termination: str | None = None) -> tuple[Answer, tuple[str, ...]]:
    """The answer to a row and its proof. Raises `RefusedError`."""
    from lexdocs.cli.batch import RefusedError
    from lexdocs.conventions.context import ContextError
    from lexdocs.conventions.day_count_proof import decimal, proof
    from lexdocs.conventions.day_count_question import QuestionError, read_question

    try:
        asked = read_question({**row, "extra": row.get("extra") or ("eom" if eom else "")}, termination)
        days = asked.count.days(asked.start, asked.end, asked.context)
        fraction = asked.count.fraction(asked.start, asked.end, asked.context)
        lines = proof(asked)
    except QuestionError as error:
        raise RefusedError(error.faults) from None
    except ContextError as error:
        raise RefusedError([("context", error.what, error.remedy)]) from None
    answer = {
        "convention": asked.count.name,
        "start": asked.start.isoformat(),
        "end": asked.end.isoformat(),
        "days": days,
        "fraction": Decimal(decimal(fraction)),
        "fraction_exact": str(fraction),
    }
    return answer, lines


def _answered(row: Row) -> Answer:
    """The answer to a row of a file, held against what the row expects, where it does."""
    from lexdocs.cli.expected import answered, compared, unit_faults

    answer = answered(row, lambda: answer_of(row)[0], *unit_faults(row))
    expected = row.get("expected")
    if expected is None:
        return answer
    # The days, or the part of a year where it is written in decimals.
    unit = row.get("expected_unit", "")
    in_days = unit == "days" or (unit != "fraction" and "." not in expected)
    return {**answer, **compared(Fraction(str(answer["days" if in_days else "fraction_exact"])), expected)}
