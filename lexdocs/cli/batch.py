"""A file of questions answered a row each, and answers as JSON or CSV."""

from __future__ import annotations

import csv
import io
import json
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal
from pathlib import Path

import typer

from lexdocs.cli.common import say
from lexdocs.errors import InputError, Problem, UsageError, Where, did_you_mean

_SHOWN = 10  # lines with a difference that are named; the answers tell the rest

Row = Mapping[str, str]
Answer = Mapping[str, object]
Fault = tuple[str, str, str]
"""Column, what is wrong, remedy."""


class RefusedError(ValueError):
    """A question that has no answer, with everything that is wrong with it."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__("; ".join(f"{column}: {what}; {remedy}" for column, what, remedy in self.faults))


def answer_batch(file: Path, needed: Iterable[str], asked: Callable[[Row], Answer], as_json: bool) -> None:
    """Answer each row of a file, in order; a row without an answer says why, and the others are answered.

    `asked` answers a row or raises `RefusedError`; an answer is the same columns for every row. Exit 3 if any
    row was refused, else 1 if the `match` of any is "no": it differs from what the row expects.
    """
    answers: list[Answer] = []
    refused = 0
    differing: list[int] = []
    for line, row in rows_of(file, tuple(needed)):
        try:
            answers.append(answer := asked(row))
            if answer.get("match") == "no":
                differing.append(line)
        except RefusedError as error:
            refused += 1
            answers.append({**row, "error": str(error)})
            for column, what, remedy in error.faults:
                say(str(Problem(Where(str(file), line), f"{column}: {what}", remedy)))
    # The columns are those of an answered row; a row that was refused leaves them empty.
    head = list(dict.fromkeys(name for each in answers if "error" not in each for name in each))
    head = head or list(needed)
    full = [{name: each.get(name) for name in [*head, "error"]} for each in answers]
    typer.echo(as_json_text(full) if as_json else csv_text([*head, "error"], full), nl=False)
    if differing:
        shown = ", ".join(map(str, differing[:_SHOWN])) + (", …" if len(differing) > _SHOWN else "")
        one = len(differing) == 1
        says = "row differs from what it expects: line" if one else "rows differ from what they expect: lines"
        say(f"{len(differing)} {says} {shown}")
    if refused:
        say(f"{refused} of {len(answers)} rows could not be answered")
    if refused or differing:
        raise typer.Exit(3 if refused else 1)


def rows_of(file: Path, needed: tuple[str, ...]) -> Iterator[tuple[int, Row]]:
    """Each row by its columns, with its line in the file."""
    where = Where(str(file))
    try:
        text = sys.stdin.read() if str(file) == "-" else file.read_bytes().decode("utf-8-sig")
    except OSError as error:
        remedy = "name a CSV file that can be read"
        raise UsageError(Problem(where, f"cannot be read: {error.strerror}", remedy)) from None
    except UnicodeDecodeError:
        raise InputError(Problem(where, "is not UTF-8 text", "save it as CSV in UTF-8")) from None
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        head = [name.strip().lower() for name in next(reader, [])]
        problems = [
            Problem(Where(str(file), 1), f'there is no column "{name}"', did_you_mean(name, head) or "add it")
            for name in needed
            if name not in head
        ]
        problems += [
            Problem(Where(str(file), 1), f'two columns are called "{name}"', "keep one")
            for name in dict.fromkeys(head)
            if name and head.count(name) > 1
        ]
        if problems:
            raise InputError(problems)
        for cells in reader:
            if not cells:
                continue
            row = {name: cell.strip() for name, cell in zip(head, cells, strict=False)}
            # More cells than columns: an amount with commas and without quotation marks, most often.
            yield reader.line_num, row if len(cells) <= len(head) else {"": ",".join(cells[len(head) :]), **row}
    except csv.Error as error:
        where = Where(str(file), reader.line_num)
        raise InputError(Problem(where, f"cannot be read: {error}", "mend the quotation marks")) from None


def too_long(row: Row) -> Iterator[Fault]:
    """What is wrong with a row that has more cells than there are columns."""
    if "" in row:
        yield "row", f'"{row[""]}" stands beyond the last column', "put a cell with commas in quotation marks"


def as_json_text(answers: Iterable[Answer]) -> str:
    """Answers as a JSON list of objects, one a line; a `Decimal` is a number with all of its digits.

    >>> print(as_json_text([{"days": 75, "fraction": Decimal("0.208333333333333")}]), end="")
    [
     {"days": 75, "fraction": 0.208333333333333}
    ]
    """
    lines = [
        "{" + ", ".join(f"{json.dumps(name)}: {_json(value)}" for name, value in each.items()) + "}" for each in answers
    ]
    return "[\n " + ",\n ".join(lines) + "\n]\n" if lines else "[]\n"


def _json(value: object) -> str:
    return f"{value:f}" if isinstance(value, Decimal) else json.dumps(value, ensure_ascii=False)


def csv_text(head: list[str], answers: Iterable[Answer]) -> str:
    """Answers as CSV under a head; a cell that a spreadsheet would take for a formula is kept a text."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(head)
    writer.writerows([_cell(each[name]) for name in head] for each in answers)
    return out.getvalue()


def _cell(value: object) -> str:
    if value is None:
        return ""
    text = f"{value:f}" if isinstance(value, Decimal) else str(value)
    # A cell that a spreadsheet would take for a formula is kept a text; a number below nothing is one.
    return f"'{text}" if isinstance(value, str) and text.startswith(tuple("=+-@\t\r")) and not _numeric(text) else text


def _numeric(text: str) -> bool:
    return text.lstrip("-").replace("/", "").replace(".", "").isdigit()
