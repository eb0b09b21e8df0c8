"""`lexdocs calc schedule`: interest periods and payment dates from a rule, with the interest of each."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from lexdocs.cli.calc_business_days import CalendarOption
from lexdocs.cli.calc_daycount import JsonOption

if TYPE_CHECKING:
    from lexdocs.cli.batch import Answer, Row
    from lexdocs.cli.calc_schedule_asked import Asked

_NEEDED = ("from", "to", "frequency")


def schedule(
    start: Annotated[str | None, typer.Option("--from", metavar="DATE", help="Date from which interest runs.")] = None,
    end: Annotated[str | None, typer.Option("--to", metavar="DATE", help="Maturity or termination date.")] = None,
    frequency: Annotated[
        str | None, typer.Option("--frequency", help="annual, semiannual, quarterly, monthly, once, 2 a year, or 6M.")
    ] = None,
    backward: Annotated[
        bool | None,
        typer.Option("--backward/--forward", help="Count the dates from maturity, as usual, or from the start."),
    ] = None,
    stub: Annotated[
        str | None, typer.Option("--stub", help="Odd period: short first, long first, short last or long last.")
    ] = None,
    first: Annotated[str | None, typer.Option("--first", metavar="DATE", help="The first payment date.")] = None,
    next_to_last: Annotated[
        str | None, typer.Option("--next-to-last", metavar="DATE", help="The payment date before the last.")
    ] = None,
    eom: Annotated[bool, typer.Option("--eom", help="Dates keep to the ends of months if their anchor does.")] = False,
    roll: Annotated[
        str | None,
        typer.Option("--roll", help="none, following, modified following, preceding or modified preceding."),
    ] = None,
    last_roll: Annotated[
        str | None, typer.Option("--termination-roll", help="The same for the last date, where it differs.")
    ] = None,
    calendar: CalendarOption = None,
    adjusted: Annotated[bool, typer.Option("--adjusted", help="Interest runs to the moved date, too.")] = False,
    rate: Annotated[str | None, typer.Option("--rate", help='Interest a year, such as "9 3/8%".')] = None,
    principal: Annotated[
        str | None, typer.Option("--principal", metavar="AMOUNT", help="Principal; $1,000 when left out.")
    ] = None,
    convention: Annotated[str | None, typer.Option("--day-count", help="The day count, such as 30/360.")] = None,
    equal: Annotated[
        bool, typer.Option("--equal", help="Regular periods pay the rate over the periods of a year.")
    ] = False,
    batch: Annotated[
        Path | None,
        typer.Option(
            "--batch", metavar="FILE", help="A CSV file with columns from, to, frequency, and as needed direction, "
            "stub, first, next_to_last, eom, roll, termination_roll, calendar, adjusted, rate, principal, day_count, "
            "equal. `-` is standard input.",
        ),
    ] = None,
    as_json: JsonOption = False,
) -> None:  # fmt: skip
    """Generate interest periods and payment dates, and the interest of each where a rate is given."""
    from lexdocs.cli.batch import RefusedError, answer_batch, as_json_text
    from lexdocs.cli.calc_schedule_asked import read
    from lexdocs.errors import InputError, Problem, UsageError, Where

    row = {
        "from": start, "to": end, "frequency": frequency, "stub": stub, "first": first, "next_to_last": next_to_last,
        "direction": None if backward is None else "backward" if backward else "forward", "eom": "yes" if eom else None,
        "roll": roll, "termination_roll": last_roll, "calendar": calendar, "adjusted": "yes" if adjusted else None,
        "rate": rate, "principal": principal, "day_count": convention, "equal": "yes" if equal else None,
    }  # fmt: skip
    said = {name: text for name, text in row.items() if text is not None}
    if batch is not None:
        if any(name in said for name in _NEEDED):
            raise UsageError(Problem(Where("--batch"), "the file asks the questions", "name no dates beside it"))
        answer_batch(batch, _NEEDED, lambda each: _answered({**said, **each}, as_json), as_json)
        return
    missing = [f"--{name}" for name in _NEEDED if name not in said]
    if missing:
        remedy = "write --from 2012-01-15 --to 2014-07-15 --frequency semiannual"
        raise UsageError(Problem(Where("calc schedule"), f"{' and '.join(missing)} missing", remedy))
    try:
        asked = read(said)
    except RefusedError as error:
        raise InputError([Problem(Where(column), what, remedy) for column, what, remedy in error.faults]) from None
    typer.echo(as_json_text(asked.rows).rstrip() if as_json else "\n".join(_lines(asked)))


def _lines(asked: Asked) -> list[str]:
    from lexdocs.cli.common import table
    from lexdocs.notation.decimals import fixed

    head = ["", "start", "end", "paid", "days"]
    head += ["fraction", "interest"] if asked.total is not None else []
    shown = []
    for each in asked.rows:
        cells = [str(each["period"]), str(each["start"]), str(each["end"]), str(each["payment"])]
        cells.append(str(each.get("days", each["calendar_days"])))
        if asked.total is not None:
            cells += [str(each["fraction_exact"]), f"{each['interest']:,f}"]
        shown.append([*cells, "" if each["regular"] else "odd period"])
    lines = [*asked.how, "", table([*head, ""], shown)]
    if asked.total is not None:
        lines += ["", f"interest in all ${fixed(asked.total, 2)}, each coupon rounded half up to the cent"]
    return lines


def _answered(row: Row, as_json: bool) -> Answer:
    """The answer to a row of a file: the schedule in short, and for JSON each of its periods."""
    from lexdocs.cli.calc_schedule_asked import read
    from lexdocs.notation.decimals import fixed

    asked = read(row)
    ends, payments = [str(each["end"]) for each in asked.rows], [str(each["payment"]) for each in asked.rows]
    answer: dict[str, object] = {
        "from": asked.terms.effective.isoformat(), "to": asked.terms.termination.isoformat(),
        "periods": len(asked.rows), "dates": " ".join(ends), "payments": " ".join(payments),
        "interest": None if asked.total is None else Decimal(fixed(asked.total, 2, group=False)),
    }  # fmt: skip
    if as_json:
        rows = [{name: _plain(value) for name, value in each.items()} for each in asked.rows]
        answer |= {"dates": ends, "payments": payments, "schedule": rows}
    return answer


def _plain(value: object) -> object:
    return f"{value:f}" if isinstance(value, Decimal) else value
