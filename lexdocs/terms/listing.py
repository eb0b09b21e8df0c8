"""Listings: CSV files with a heading, such as the register and the tender log, read row by row.

What they have in common is here: the columns and where they stand, what is said of a file that is no such
listing, and amounts as listings write them. Nothing here gathers rows; a million of them may pass through.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from lexdocs.errors import InputError, Problem, Where, did_you_mean
from lexdocs.notation.error import NotationError, quoted
from lexdocs.notation.forms import parse
from lexdocs.notation.units import SCALES, Unit
from lexdocs.terms.near import Near
from lexdocs.terms.reader import read_text

if TYPE_CHECKING:
    from _csv import Reader

V = TypeVar("V")

Principal = int | Fraction
"""Dollars: whole amounts as `int`, which add up quickly, others as `Fraction`."""

ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}").fullmatch

_SEPARATORS = {";": "semicolons", "\t": "tabs", "|": "bars"}
_BARE = re.compile(r"[0-9]+(?:\.[0-9]+)?|[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?").fullmatch
_PLAIN = re.compile(r"\$?(?:[0-9]{1,3}(?:,[0-9]{3})*|[0-9]{1,15})(?:\.[0-9]{2})?").fullmatch
_BELOW_CENTS = re.compile(r"\.[0-9]{3,}\)?$").search
_CENTS = SCALES[Unit.MONEY]
_MOST = 10_000  # values remembered at a time, so that memory stays flat
_CENTS = SCALES[Unit.MONEY]
_LONGEST = 200  # characters; reading thousands of digits takes time


@dataclass(frozen=True)
class Column:
    """A column of a listing: its name here, the figure it gives, and whether it must be there."""

    name: str
    figure: str
    unit: Unit
    says: str
    required: bool = True


@dataclass(frozen=True)
class Kind:
    """A kind of listing, as problems speak of it: `the register`, its section of the term sheet, its rows."""

    noun: str
    section: str
    rows: str


class Remembered(dict[str, V]):
    """Values by how they are typed, read once while they are remembered; `KeyError` for an unusual form.

    >>> Remembered(plain_amount)["$1,250"]
    1250
    """

    def __init__(self, read: Callable[[str], V | None]) -> None:
        super().__init__()
        self.read = read

    def __missing__(self, text: str) -> V:
        value = self.read(text)
        if value is None:
            raise KeyError(text)
        if len(self) >= _MOST:
            self.clear()
        self[text] = value
        return value


def plain_cents(text: str) -> int | None:
    """An amount in a usual form, in cents, or None: what `read_amount` gives, more quickly.

    >>> plain_cents("$1,250"), plain_cents("1250.50"), plain_cents("$12.5 million")
    (125000, 125050, None)
    """
    if not _PLAIN(text):
        return None
    dollars, _, cents = text.replace("$", "").replace(",", "").partition(".")
    return int(dollars + (cents or "00"))


def plain_amount(text: str) -> Principal | None:
    """An amount in a usual form, or None, in dollars.

    >>> plain_amount("$1,250"), plain_amount("1250.50"), plain_amount("$12.5 million")
    (1250, Fraction(2501, 2), None)
    """
    cents = plain_cents(text)
    if cents is None:
        return None
    return cents // _CENTS if cents % _CENTS == 0 else Fraction(cents, _CENTS)


def read_amount(text: str) -> Principal:
    """An amount in any form of the notation, or as spreadsheets write it, without its sign.

    Raises `NotationError` for what is no amount, or none in dollars and cents.

    >>> read_amount("1250.50"), read_amount("$12.5 million")
    (Fraction(2501, 2), 12500000)
    """
    bare = len(text) <= _LONGEST and _BARE(text)
    value = Fraction(text.replace(",", "")) if bare else parse(Unit.MONEY, text)
    if not isinstance(value, Fraction):  # pragma: no cover  the notation gives fractions
        raise TypeError(text)
    if _BELOW_CENTS(text) or (value * _CENTS).denominator != 1:
        raise NotationError(f"{quoted(text)} has more than two decimals", "write dollars and cents, like $1,250.50")
    return value.numerator if value.denominator == 1 else value


@contextmanager
def listing(path: Path, file: str, problems: list[Problem]) -> Iterator[Reader]:
    """The records of a CSV file, its heading first; where it ceases to be CSV, the reading ends with a problem.

    Raises `InputError` where the file cannot be read or is not UTF-8.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as handle:
            records = csv.reader(handle, strict=True)
            try:
                yield records
            except csv.Error as error:
                where = Where(file, records.line_num)
                problems.append(Problem(where, f"is not CSV: {error}", "save it as CSV"))
    except (OSError, UnicodeDecodeError):
        read_text(path, file)  # says what is wrong with it, and where
        raise


def heading_of(records: Reader, file: str, kind: Kind) -> list[str]:
    """The heading of a listing. Raises `InputError` where there is none, or none parted by commas."""
    heading: list[str] | None = next(records, None)
    if heading is None:
        raise InputError(Problem(Where(file, 1), f"{kind.noun} is empty", f"write its heading and {kind.rows}"))
    only = heading[0] if len(heading) == 1 else ""
    found = next((name for mark, name in _SEPARATORS.items() if mark in only), None)
    if found or (heading and heading[0].startswith("sep=")):
        what = f"the cells are parted by {found or 'a declared mark'}"
        raise InputError(Problem(Where(file, 1), what, f"save {kind.noun} with commas between its cells"))
    return heading


def places_of(
    heading: Sequence[str], columns: Sequence[Column], titles: Mapping[str, str], file: str, kind: Kind,
    allowed: Collection[str] = (),
) -> dict[str, int]:  # fmt: skip
    """Where each column stands. Raises `InputError` with every missing, doubled or unknown one.

    `titles` are the headings that the term sheet gives to columns, `allowed` columns that this listing could have
    in another deal.
    """
    names = [column.name for column in columns]
    sheet = Where("term-sheet.yaml")
    problems = [
        Problem(sheet, f'{kind.section}.columns: "{name}" is not a column', did_you_mean(name, names))
        for name in titles
        if name not in names and name not in allowed
    ]
    places = {}
    for column in columns:
        title = titles.get(column.name, column.name)
        at = [index for index, cell in enumerate(heading) if cell.strip() == title]
        if len(at) == 1:
            places[column.name] = at[0]
        elif at:
            problems.append(Problem(Where(file, 1), f'two columns are headed "{title}"', "keep the one that holds"))
        elif column.required or column.name in titles:
            remedy = did_you_mean(title, heading) or f"name its heading under {kind.section}.columns.{column.name}"
            problems.append(Problem(Where(file, 1), f'no column is headed "{title}" ({column.says})', remedy))
    if problems:
        raise InputError(problems)
    return places


def misspelt(heading: Sequence[str], places: Mapping[str, int], columns: Sequence[Column], file: str) -> list[Problem]:
    """Headings that mean an optional column and miss it by a letter: what stands under them would be overlooked."""
    missing = Near(column.name for column in columns if column.name not in places)
    strange = [cell.strip() for index, cell in enumerate(heading) if index not in places.values()]
    return [
        Problem(Where(file, 1), f'no column is called "{cell}"', f'did you mean "{found}"?')
        for cell in strange
        if (found := missing.find(cell)) is not None
    ]


def uneven(cells: Sequence[str], heading: Sequence[str], where: Where) -> Problem:
    """A row with more or fewer cells than the heading."""
    what = f"has {len(cells)} cells where the heading has {len(heading)}"
    return Problem(where, what, "put quotation marks around a cell that holds a comma")


def cell_problem(column: str, error: NotationError, where: Where) -> Problem:
    """A cell that is not of its column's form."""
    return Problem(where, f"{column}: {error.what}", error.example)
