"""A question about a day count as it is typed: a convention, two dates, and what the convention needs beside them."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass

from lexdocs.conventions.context import NEVER, Context, Never
from lexdocs.conventions.day_count import DayCount, day_count
from lexdocs.notation.error import NotationError, quoted
from lexdocs.notation.forms import parse
from lexdocs.notation.units import Unit

COLUMNS = ("convention", "start", "end", "ref_start", "ref_end", "frequency", "extra")
"""The columns of a file of questions. `extra` holds `eom`, a termination date, or `none` for no such date."""

_FREQUENCIES = {"annual": 1, "semiannual": 2, "quarterly": 4, "monthly": 12}


@dataclass(frozen=True)
class Question:
    """A day count, two dates, and what is known beside them."""

    count: DayCount
    start: datetime.date
    end: datetime.date
    context: Context


class QuestionError(ValueError):
    """What cannot be read in a question: (column, what is wrong, remedy), all of it at once."""

    def __init__(self, faults: list[tuple[str, str, str]]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join(f"{column}: {what}; {remedy}" for column, what, remedy in faults))


def read_question(row: Mapping[str, str], ends: str | None = None) -> Question:
    """The question that a row asks, by the names of `COLUMNS`; a column may be missing or empty.

    `ends` is the termination date where it stands apart from `extra`.

    Raises `QuestionError` with everything that cannot be read.

    >>> read_question({"convention": "30/360", "start": "2012-01-31", "end": "2012-03-31"}).count.name
    '30/360'
    """
    faults: list[tuple[str, str, str]] = []

    def fault(column: str, error: NotationError) -> None:
        faults.append((column, error.what, error.example))

    def date(column: str, needed: bool = False) -> datetime.date | None:
        try:
            return _date(row[column]) if row.get(column) or needed else None
        except KeyError:
            fault(column, NotationError("is missing", "write a date like 2012-03-15"))
        except NotationError as error:
            fault(column, error)
        return None

    count = None
    try:
        count = day_count(str(parse(Unit.DAY_COUNT, row.get("convention") or "")))
    except NotationError as error:
        fault("convention", error)
    start, end = date("start", needed=True), date("end", needed=True)
    first, last = date("ref_start"), date("ref_end")
    frequency, termination, end_of_month = None, None, False
    try:
        frequency = read_frequency(row.get("frequency") or "")
    except NotationError as error:
        fault("frequency", error)
    try:
        termination, end_of_month = read_extra(row.get("extra") or "")
    except NotationError as error:
        fault("extra", error)
    try:
        termination = read_termination(ends) if ends else termination
    except NotationError as error:
        fault("termination", error)
    if faults or count is None or start is None or end is None:
        raise QuestionError(faults)
    return Question(count, start, end, Context(termination, first, last, frequency, end_of_month))


def read_frequency(text: str) -> int | None:
    """How many coupon periods a year has, from a number or a word; None for an empty text.

    >>> read_frequency("2"), read_frequency("quarterly"), read_frequency("")
    (2, 4, None)
    """
    said = text.strip().lower()
    if not said:
        return None
    if said in _FREQUENCIES:
        return _FREQUENCIES[said]
    if not said.isascii() or not said.isdigit() or len(said) > 2 or int(said) not in (1, 2, 3, 4, 6, 12):
        raise NotationError(f"{quoted(text)} is not how many coupon periods a year has", "write 1, 2, 3, 4, 6 or 12")
    return int(said)


def read_extra(text: str) -> tuple[datetime.date | Never | None, bool]:
    """The termination date and whether coupon dates keep to the ends of months.

    >>> read_extra("eom"), read_extra("2012-03-15")
    ((None, True), (datetime.date(2012, 3, 15), False))
    """
    said = text.strip()
    if said.lower() == "eom":
        return None, True
    return (read_termination(said) if said else None), False


def read_termination(text: str) -> datetime.date | Never:
    """The termination date, or that there is none.

    >>> read_termination("none").value
    'none'
    """
    return NEVER if text.strip().lower() == NEVER.value else _date(text)


def _date(text: str) -> datetime.date:
    found = parse(Unit.DATE, text)
    assert isinstance(found, datetime.date)  # noqa: S101  what the unit says
    return found
