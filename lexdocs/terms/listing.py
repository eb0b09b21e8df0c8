"""Listings: files of rows under a heading, such as the register and the tender log, read row by row.

What they have in common is here: the columns and where they stand, what is said of a file that is no such
listing, and amounts as listings write them. Nothing here gathers rows; a million of them may pass through. Which form
of file they come from is told apart in `files`.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import islice
from typing import TypeVar

from lexdocs.errors import InputError, Problem, Where, did_you_mean
from lexdocs.notation.error import NotationError, quoted
from lexdocs.notation.forms import parse
from lexdocs.notation.units import SCALES, Unit
from lexdocs.terms.files.csv_file import not_csv
from lexdocs.terms.files.opening import first_line
from lexdocs.terms.files.records import Kind, Records
from lexdocs.terms.listing_terms import ListingFormat, ListingTerms
from lexdocs.terms.near import Near
from lexdocs.terms.unsaid import cell_of, unsaid

V = TypeVar("V")

Principal = int | Fraction
"""Dollars: whole amounts as `int`, which add up quickly, others as `Fraction`."""

_TOTAL = r"(?i:(?:grand|sub)?[ ._-]?totals?|sum)[ :]*"
_LONGEST_ID = 64  # characters
ID = re.compile(rf"(?!{_TOTAL}\Z)[A-Za-z0-9][A-Za-z0-9._-]{{0,{_LONGEST_ID - 1}}}").fullmatch
"""Whether a text can name a holding: letters, digits, points and hyphens, and not the word for a total."""

_OF_ID = re.compile("[A-Za-z0-9._-]").fullmatch
_TOTALS = re.compile(_TOTAL).fullmatch

SIGNS = ("-", "\u2212")
"""What an amount below nothing begins with."""

_SEPARATORS = {";": "semicolons", "\t": "tabs", "|": "bars"}
_BARE = re.compile(r"[0-9]+(?:\.[0-9]+)?|[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?").fullmatch
_POWERS = re.compile(r"\$?[0-9]+(?:\.[0-9]+)?[Ee][+-]?[0-9]{1,3}").fullmatch
_PLAIN = re.compile(r"\$?(?:[0-9]{1,3}(?:,[0-9]{3})*|[0-9]{1,15})(?:\.[0-9]{2})?").fullmatch
_BELOW_CENTS = re.compile(r"\.[0-9]{3,}\)?$").search
_CENTS = SCALES[Unit.MONEY]
_MOST = 10_000  # values remembered at a time, so that memory stays flat
_ABOVE = 20  # rows in which a heading is looked for
_LONGEST = 200  # characters; reading thousands of digits takes time


@dataclass(frozen=True)
class Column:
    """A column of a listing: its name here, the figure it gives, and whether it must be there."""

    name: str
    figure: str
    unit: Unit
    says: str
    required: bool = True


class Following(Problem):
    """What is wrong with a row as it stands beside others: it may follow from what is wrong with one of those."""


@dataclass(frozen=True)
class Unread(Problem):
    """What is wrong with a row that cannot be read for it; `holder` is whose row it seems to be, if it says so."""

    holder: str = ""


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
    if not bare and len(text) <= _LONGEST and _POWERS(text):
        what = f"{quoted(text)} is written in powers of ten, and digits may be missing from it"
        raise NotationError(what, "write the amount in full; where it has more than 15 digits, as text")
    value = Fraction(text.replace(",", "")) if bare else parse(Unit.MONEY, text)
    if not isinstance(value, Fraction):  # pragma: no cover  the notation gives fractions
        raise TypeError(text)
    if _BELOW_CENTS(text) or (value * _CENTS).denominator != 1:
        raise NotationError(f"{quoted(text)} has more than two decimals", "write dollars and cents, like $1,250.50")
    return value.numerator if value.denominator == 1 else value


def plain_ends(cell: str) -> str:
    r"""A cell with the ends of its lines as they are in a text: a file with those of Windows has them in cells too.

    >>> plain_ends("Harbor Light\r\nIncome Fund")
    'Harbor Light\nIncome Fund'
    """
    return cell.replace("\r\n", "\n")


def stated_amount(text: str) -> Fraction | None:
    """The amount that a cell states, whatever its sign, or None where it states none.

    >>> stated_amount("-1,250"), stated_amount("($5)"), stated_amount("a lot")
    (Fraction(-1250, 1), Fraction(-5, 1), None)
    """
    said = text.strip()
    bracketed = said.startswith("(") and said.endswith(")")
    negative = bracketed or said[:1] in SIGNS
    try:
        size = Fraction(read_amount((said[1:-1] if bracketed else said[1:] if negative else said).strip()))
    except NotationError:
        return None
    return -size if negative else size


def heading_of(records: Records, terms: ListingTerms, kind: Kind) -> list[str]:
    """The heading of a listing. Raises `InputError` where there is none, or where it stands further down."""
    where = Where(terms.file, first_line(terms))
    try:
        heading: list[str] | None = next(records, None)
        if heading is None:
            raise InputError(Problem(where, f"{kind.noun} is empty", f"write its heading and {kind.rows}"))
        only = heading[0] if len(heading) == 1 else ""
        found = next((name for mark, name in _SEPARATORS.items() if mark in only), None)
        if terms.form is ListingFormat.CSV and (found or (heading and heading[0].startswith("sep="))):
            what = f"the cells are parted by {found or 'a declared mark'}"
            raise InputError(Problem(where, what, f"save {kind.noun} with commas between its cells"))
        _further_down(heading, records, terms, kind)
    except csv.Error as error:
        raise InputError(not_csv(where, error)) from None
    return heading


def _further_down(heading: Sequence[str], records: Records, terms: ListingTerms, kind: Kind) -> None:
    """Refuse a heading that does not name the column it must, where one of the next rows does."""
    title = terms.columns.get(kind.key, kind.key)
    if title in map(str.strip, heading) or terms.form in (ListingFormat.PARQUET, ListingFormat.POSITIONS):
        return
    for cells in islice(records, _ABOVE):
        if title in map(str.strip, cells):
            what = f"the heading of {kind.noun} stands further down, in row {records.line_num}"
            remedy = f"write `skip_lines: {records.line_num - 1}` under {kind.section}"
            raise InputError(Problem(Where(terms.file, first_line(terms)), what, remedy))


def places_of(
    heading: Sequence[str], columns: Sequence[Column], terms: ListingTerms, kind: Kind, allowed: Collection[str] = ()
) -> dict[str, int]:
    """Where each column stands. Raises `InputError` with every missing, doubled or unknown one.

    `allowed` are columns that this listing could have in another deal.
    """
    names, titles = [column.name for column in columns], terms.columns
    where, sheet = Where(terms.file, first_line(terms)), Where("term-sheet.yaml")
    laid_out = terms.form is ListingFormat.POSITIONS
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
            problems.append(Problem(where, f'two columns are headed "{title}"', "keep the one that holds"))
        elif laid_out and (column.required or column.name in titles):
            remedy = did_you_mean(title, heading) or "write its first and last position, like 41-55"
            problems.append(Problem(sheet, f'{kind.section}.layout: has no "{title}" ({column.says})', remedy))
        elif column.required or column.name in titles:
            remedy = did_you_mean(title, heading) or f"name its heading under {kind.section}.columns.{column.name}"
            problems.append(Problem(where, f'no column is headed "{title}" ({column.says})', remedy))
    if problems:
        raise InputError(problems)
    return places


def misspelt(
    heading: Sequence[str], places: Mapping[str, int], columns: Sequence[Column], terms: ListingTerms
) -> list[Problem]:
    """Headings that mean an optional column and miss it by a letter: what stands under them would be overlooked."""
    missing = Near(column.name for column in columns if column.name not in places)
    strange = [cell.strip() for index, cell in enumerate(heading) if index not in places.values()]
    return [
        Problem(Where(terms.file, first_line(terms)), f'no column is called "{cell}"', f'did you mean "{found}"?')
        for cell in strange
        if (found := missing.find(cell)) is not None
    ]


def uneven(cells: Sequence[str], heading: Sequence[str], where: Where, beyond: str) -> Problem:
    """A row with more or fewer cells than the heading; `beyond` is what to do where there are more."""
    count = f"{len(cells)} cell{'' if len(cells) == 1 else 's'}"
    short = "write the cells that are missing, empty ones too"
    remedy = short if len(cells) < len(heading) else beyond
    return Problem(where, f"has {count} where the heading has {len(heading)}", remedy)


def totals_row(cells: Sequence[str], where: Where, kind: Kind) -> Problem | None:
    """What is wrong with a row that adds up those above it: its first cell that says anything says that it does."""
    first = next((cell.strip() for cell in cells if cell.strip()), "")
    if not _TOTALS(first):
        return None
    return Problem(
        where, f'"{first}" is a row of totals, not one of {kind.rows}', "delete it; totals are worked out here"
    )


def cell_problem(column: Column, text: str, error: NotationError, where: Where) -> Problem:
    """A cell that is not of its column's form; it is not repeated where it may be a holder's."""
    told = unsaid(error, text, column.unit)
    return Problem(where, f"{column.name}: {told.what}", told.example)


def no_identifier(text: str, where: Where, name: str = "id") -> Problem:
    """A cell that should name a holding and cannot. It is not repeated: names may stand in the wrong column.

    >>> print(no_identifier("Secret Person", Where("register.csv", 2)).what)
    id: the cell (13 characters) cannot name a holding: its character 7 is a space
    """
    if not text:
        return Problem(where, f"{name}: is empty", "give the holding an identifier of its own")
    if _TOTALS(text):
        return Problem(where, f'{name}: "{text}" is a word for a total', "delete the row, or name the holding")
    at = next((at for at, char in enumerate(text, 1) if not _OF_ID(char)), 0)
    if len(text) > _LONGEST_ID:
        why = f"{_LONGEST_ID} characters are the most"
    elif at:
        why = f"its character {at} is {'a space' if text[at - 1].isspace() else 'none of these'}"
    else:
        why = "it does not begin with a letter or digit"
    remedy = "use the letters A to Z, digits, points, hyphens and underscores; a name is not an identifier"
    return Problem(where, f"{name}: {cell_of(text)} cannot name a holding: {why}", remedy)
