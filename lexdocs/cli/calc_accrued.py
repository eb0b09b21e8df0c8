"""`lexdocs calc accrued`: simple interest accrued on a principal between two dates."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from lexdocs.cli.calc_daycount import (
    EomOption,
    FrequencyOption,
    JsonOption,
    RefEndOption,
    RefStartOption,
    TerminationOption,
)

if TYPE_CHECKING:
    from lexdocs.cli.batch import Answer, Row

_NEEDED = ("rate", "from", "to", "principal", "day_count")
_COUNTED = {"convention": "day_count", "start": "from", "end": "to"}
"""What a question about a day count calls the columns of this one."""


def accrued(
    rate: Annotated[str | None, typer.Option("--rate", help='Interest a year, such as "9 3/8%".')] = None,
    start: Annotated[str | None, typer.Option("--from", metavar="DATE", help="Date from which interest runs.")] = None,
    end: Annotated[str | None, typer.Option("--to", metavar="DATE", help="Date to which it runs, excluded.")] = None,
    principal: Annotated[
        str | None, typer.Option("--principal", metavar="AMOUNT", help="Principal, such as '$2,500' or 2,500.")
    ] = None,
    convention: Annotated[str | None, typer.Option("--day-count", help="The day count, such as 30/360.")] = None,
    rounding: Annotated[
        str, typer.Option("--round", help="How the cent is rounded: half up, half even, up or down.")
    ] = "half up",
    ref_start: RefStartOption = None,
    ref_end: RefEndOption = None,
    frequency: FrequencyOption = None,
    eom: EomOption = False,
    termination: TerminationOption = None,
    batch: Annotated[
        Path | None,
        typer.Option(
            "--batch", metavar="FILE", help="A CSV file with columns rate, from, to, principal, day_count, and as "
            "needed round, ref_start, ref_end, frequency, extra, expected, quantum. `-` is standard input.",
        ),
    ] = None,
    as_json: JsonOption = False,
) -> None:  # fmt: skip
    """Calculate the simple interest accrued on a principal, exactly and to the cent, with the proof."""
    from lexdocs.cli.batch import RefusedError, answer_batch, as_json_text
    from lexdocs.cli.common import say
    from lexdocs.errors import InputError, Problem, UsageError, Where

    options = {"--rate": rate, "--from": start, "--to": end, "--principal": principal, "--day-count": convention}
    if batch is not None:
        if any(options.values()):
            raise UsageError(Problem(Where("--batch"), "the file asks the questions", "name no terms beside it"))
        answer_batch(batch, _NEEDED, lambda row: _answered(row, rounding), as_json)
        return
    missing = [name for name, value in options.items() if value is None]
    if missing:
        remedy = "write --rate '9 3/8%' --from 2012-01-15 --to 2012-07-15 --principal '$2,500' --day-count 30/360"
        raise UsageError(Problem(Where("calc accrued"), f"{', '.join(missing)} missing", remedy))
    row = {name: value or "" for name, value in zip(_NEEDED, options.values(), strict=True)}
    row |= {"ref_start": ref_start or "", "ref_end": ref_end or "", "frequency": frequency or "", "round": rounding}
    try:
        answer, proof = answer_of(row, eom=eom, termination=termination)
    except RefusedError as error:
        raise InputError([Problem(Where(column), what, remedy) for column, what, remedy in error.faults]) from None
    if "$" not in (principal or ""):
        say(f"--principal {principal}: has no currency sign; if it had one, a shell took it and the digits after it:")
        say("quote the amount, such as '$2,500'")
    if as_json:
        typer.echo(as_json_text([{**answer, "proof": list(proof)}]), nl=False)
        return
    typer.echo("\n".join(proof))


def answer_of(
    row: Row, *, eom: bool = False, termination: str | None = None
) -> tuple[Answer, tuple[str, ...]]:  # fmt: skip
    """The answer to a row and its lines on the screen. Raises `RefusedError` with everything that is wrong."""
    from lexdocs.cli import calc_daycount
    from lexdocs.cli.batch import Fault, RefusedError
    from lexdocs.conventions.accrual import simple_interest
    from lexdocs.conventions.day_count_proof import decimal
    from lexdocs.notation.choices import parse_rounding
    from lexdocs.notation.decimals import fixed
    from lexdocs.notation.error import NotationError
    from lexdocs.notation.forms import parse, write
    from lexdocs.notation.rounding import as_decimal, round_to
    from lexdocs.notation.units import Rounding, Unit

    faults: list[Fault] = []

    def read(column: str, parse: Callable[[str], Fraction]) -> Fraction:
        try:
            return parse(row.get(column) or "")
        except NotationError as error:
            faults.append((column, error.what, error.example))
            return Fraction(0)

    rate, principal = read("rate", lambda text: Fraction(str(parse(Unit.RATE, text)))), read("principal", _principal)
    direction = Rounding.HALF_UP
    try:
        direction = parse_rounding(row.get("round") or "half up")
    except NotationError as error:
        faults.append(("round", error.what, error.example))
    counted: tuple[Answer, tuple[str, ...]] | None = None
    asked = {**row, **{theirs: row.get(ours, "") for theirs, ours in _COUNTED.items()}}
    try:
        counted = calc_daycount.answer_of(asked, eom=eom, termination=termination)
    except RefusedError as error:
        faults += [(_COUNTED.get(column, column), what, remedy) for column, what, remedy in error.faults]
    if faults or counted is None:
        raise RefusedError(faults)
    count, proof = counted
    fraction = Fraction(str(count["fraction_exact"]))
    exact, each = (simple_interest(amount, rate, fraction) for amount in (principal, Fraction(1000)))
    rounded = round_to(exact, direction, Fraction(1, 100))
    said = write(rounded, Unit.MONEY, style="cents")
    cents = Decimal(fixed(rounded, 2, group=False))
    unrounded, of = Decimal(decimal(exact)), as_decimal(principal)
    answer = {
        "rate": row["rate"], "from": count["start"], "to": count["end"], "principal": of,
        "day_count": count["convention"], "days": count["days"], "fraction": count["fraction"],
        "fraction_exact": count["fraction_exact"], "interest": cents, "interest_exact": str(exact),
        "per_thousand": Decimal(decimal(each)), "per_thousand_exact": str(each),
    }  # fmt: skip
    lines = (
        f"interest    {said}  rounded {direction} to the cent from ${unrounded:,f}",
        f"per $1,000  ${decimal(each)}",
        f"days        {count['days']}, from {count['start']} to {count['end']}, the end date excluded",
        f"fraction    {count['fraction']:f} = {count['fraction_exact']}",
        "",
        f"${of:,f} × {row['rate'].strip()} × {fraction} = {exact}",
        *proof,
    )
    return answer, lines


def _principal(text: str) -> Fraction:
    """An amount with its currency sign or without it: a shell may have eaten the sign."""
    from lexdocs.notation.error import NotationError, quoted
    from lexdocs.notation.forms import parse
    from lexdocs.notation.units import Unit

    said = text.strip()
    if said.startswith(","):
        what = f"{quoted(text)} is what a shell leaves of an amount whose $ and first digits it took for a variable"
        raise NotationError(what, "put the amount in single quotation marks, such as '$2,500'")
    amount = Fraction(str(parse(Unit.MONEY, f"${said}" if said[:1].isdigit() else said)))
    if amount < 0:
        raise NotationError(f"{quoted(text)} is less than nothing", "write the principal without a sign")
    return amount


def _answered(row: Row, rounding: str) -> Answer:
    """The answer to a row of a file, held against what the row expects, where it does."""
    from lexdocs.cli.expected import answered, compared
    from lexdocs.notation.choices import parse_rounding

    answer = answered(row, lambda: answer_of({**row, "round": row.get("round") or rounding})[0])
    expected = row.get("expected")
    if expected is None:
        return answer
    exact, direction = Fraction(str(answer["interest_exact"])), parse_rounding(row.get("round") or rounding)
    return {**answer, **compared(exact, expected, direction, row.get("quantum", ""))}
