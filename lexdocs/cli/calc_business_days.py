"""`lexdocs calc business-days`: the business days between two dates, or the last of a number of them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from lexdocs.cli.calc_daycount import JsonOption

if TYPE_CHECKING:
    from lexdocs.cli.batch import Answer, Fault, Row
    from lexdocs.cli.calc_reading import Reading
    from lexdocs.conventions.calendar import Calendar

_DIGITS = 6  # a count of days has no more

CalendarOption = Annotated[
    str | None,
    typer.Option(
        "--calendar", metavar="NAME", help="US federal, SEC business day, New York Stock Exchange, TARGET or London."
    ),
]
ClosedOption = Annotated[
    list[str] | None,
    typer.Option("--closed", metavar="DATE=REASON", help="A date that is no business day after all; may be repeated."),
]
OpenOption = Annotated[
    list[str] | None,
    typer.Option("--open", metavar="DATE=REASON", help="A date that is a business day after all; may be repeated."),
]


def business_days(
    start: Annotated[
        str | None, typer.Argument(metavar="FROM", help="The first day: a date, or a moment like 2012-07-02T09:00.")
    ] = None,
    end: Annotated[
        str | None, typer.Argument(metavar="TO", help="The last day; a moment before midnight leaves its day out.")
    ] = None,
    count: Annotated[str | None, typer.Option("--count", metavar="N", help="Find the Nth business day.")] = None,
    calendar: CalendarOption = None,
    closed: ClosedOption = None,
    opened: OpenOption = None,
    batch: Annotated[
        Path | None,
        typer.Option(
            "--batch", metavar="FILE", help="A CSV file with columns from, to or count, and as needed calendar, "
            "expected (the count, or the last day). `-` is standard input.",
        ),
    ] = None,
    as_json: JsonOption = False,
) -> None:  # fmt: skip
    """Count business days as Rule 14d-1(g)(3) does: the first day counts, or else the next business day."""
    from lexdocs.cli.batch import RefusedError, answer_batch, as_json_text
    from lexdocs.errors import InputError, Problem, UsageError, Where

    shared = {"calendar": calendar or ""}
    overrides = [(each, False) for each in closed or ()] + [(each, True) for each in opened or ()]
    if batch is not None:
        if start or end or count:
            raise UsageError(Problem(Where("--batch"), "the file asks the questions", "name no dates beside it"))
        answer_batch(batch, ("from",), lambda row: _answered({**shared, **row}, overrides, as_json), as_json)
        return
    if start is None or (end is None) == (count is None):
        what = "FROM is missing" if start is None else "name either TO or --count"
        remedy = "write `lexdocs calc business-days 2012-07-02 2012-07-31`, or `2012-07-02 --count 20`"
        raise UsageError(Problem(Where("calc business-days"), what, remedy))
    try:
        answer, proof = answer_of({"from": start, "to": end or "", "count": count or "", **shared}, overrides)
    except RefusedError as error:
        raise InputError([Problem(Where(column), what, remedy) for column, what, remedy in error.faults]) from None
    if as_json:
        # The days are in the answer already.
        steps = [line for line in proof if line and not line.startswith(" ")]
        typer.echo(as_json_text([{**answer, "proof": steps}]), nl=False)
        return
    typer.echo("\n".join(proof))


def answer_of(row: Row, overrides: list[tuple[str, bool]]) -> tuple[Answer, tuple[str, ...]]:
    """The answer to a row and its proof. Raises `RefusedError` with everything that is wrong."""
    from lexdocs.cli.calc_reading import Reading, calendar_named, first_day, last_day
    from lexdocs.conventions.calendar import SEC
    from lexdocs.conventions.rolling import nth_business_day
    from lexdocs.errors import InputError
    from lexdocs.notation.forms import write
    from lexdocs.notation.numbers import parse_count
    from lexdocs.notation.units import Unit

    asked = Reading(row)
    start = asked.need("from", first_day, "write a date like 2012-03-15")
    end, number = asked.take("to", last_day), asked.take("count", parse_count)
    held = overridden(asked, asked.take("calendar", calendar_named) or SEC, overrides)
    if not asked.faults and (row.get("to", "") == "") == (row.get("count", "") == ""):
        asked.refuse("to", "either a last day or a count is needed", "give one of the two")
    if number is not None and number < 1:
        asked.refuse("count", f"{number} is not a count of days", "count from one")
    if start and end and end < start:
        asked.refuse("to", f"nothing lies between {start} and {row['to'].strip()}", "correct one of the two")
    asked.done()
    assert start is not None  # noqa: S101  it was needed
    try:
        last = nth_business_day(start, number, held) if number is not None else end or start
        dates, holidays = held.business_days(start, last), held.holidays(start, last)
        begins = held.closed_by(start)
    except InputError as error:
        for problem in error.problems:
            asked.refuse("calendar", f"{problem.where}: {problem.what}", problem.remedy)
        asked.done()
    answer: Answer = {
        "calendar": held.name, "from": start.isoformat(), "to": last.isoformat(), "business_days": len(dates),
        "first": dates[0].isoformat() if dates else None, "last": dates[-1].isoformat() if dates else None,
        "dates": [day.isoformat() for day in dates],
        "holidays": [{"date": each.date.isoformat(), "name": each.name} for each in holidays],
    }  # fmt: skip
    counted = f"{len(dates)} business {'day' if len(dates) == 1 else 'days'}"
    lines = [
        f"{counted} from {write(start, Unit.DATE)} to {write(last, Unit.DATE)}, both counted",
        f"{held.name}: {held.says} [{held.source}]",
    ]
    if begins is not None:
        lines.append(f"{write(start, Unit.DATE)} is no business day ({begins}): the count begins on the next")
    lines += ["", *(f"{index:>5}  {write(day, Unit.DATE, style='weekday')}" for index, day in enumerate(dates, 1)), ""]
    lines += [f"not counted: {write(each.date, Unit.DATE, style='weekday')}, {each.name}" for each in holidays]
    if not holidays:
        lines.append("no holiday lies between")
    lines += [
        f"override: {write(each.date, Unit.DATE)} is {'open' if each.open else 'closed'}, {each.because}"
        for each in held.overrides
    ]
    return answer, tuple(lines)


def overridden(asked: Reading, held: Calendar, overrides: list[tuple[str, bool]]) -> Calendar:
    """The calendar with the overrides of the call, each `DATE=REASON`."""
    from lexdocs.conventions.calendar import Override
    from lexdocs.notation.dates import parse_date
    from lexdocs.notation.error import NotationError

    found = []
    for text, is_open in overrides:
        date, _, because = text.partition("=")
        option = "--open" if is_open else "--closed"
        try:
            found.append(Override(parse_date(date.strip()), is_open, because.strip()))
        except NotationError as error:
            asked.refuse(option, error.what, error.example)
        if not because.strip():
            asked.refuse(option, f'"{text}" gives no reason', "write DATE=REASON, with who says so")
    return held.with_overrides(found)


def _answered(row: Row, overrides: list[tuple[str, bool]], as_json: bool) -> Answer:
    """The answer to a row of a file, held against what the row expects, where it does."""
    from lexdocs.cli.batch import RefusedError

    expected = row.get("expected")
    faults: list[Fault] = []
    meant = _meant(expected or "", faults)
    try:
        answer, _ = answer_of(row, overrides)
    except RefusedError as error:
        raise RefusedError([*faults, *error.faults]) from None
    if faults:
        raise RefusedError(faults)
    if not as_json:
        holidays = [f"{each['date']} {each['name']}" for each in answer["holidays"]]  # type: ignore[attr-defined]
        answer = {**{name: value for name, value in answer.items() if name != "dates"}, "holidays": "; ".join(holidays)}
    if expected is None:
        return answer
    match = "" if meant is None else "yes" if meant in (answer["business_days"], answer["last"]) else "no"
    return {**answer, "expected": expected, "match": match}


def _meant(expected: str, faults: list[Fault]) -> int | str | None:
    """The count or the last day, in ISO form, that a row expects; what is neither goes to the faults."""
    from lexdocs.notation.dates import parse_date
    from lexdocs.notation.error import NotationError, quoted

    if not expected or (expected.isascii() and expected.isdigit() and len(expected) <= _DIGITS):
        return int(expected) if expected else None
    try:
        return parse_date(expected).isoformat()
    except NotationError:
        what = f"{quoted(expected)} is neither a count nor a date"
        faults.append(("expected", what, "write the count, such as 20, or the last day, such as 2012-03-15"))
        return None
