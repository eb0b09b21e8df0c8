"""The register of holders: rows of a CSV file, each a row of the axis `holding`."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

from lexdocs.errors import InputError, Problem, Where, did_you_mean
from lexdocs.notation.error import NotationError
from lexdocs.notation.forms import parse
from lexdocs.notation.units import Unit, Value
from lexdocs.terms.leaf import Leaf
from lexdocs.terms.reader import read_text
from lexdocs.terms.sheet import HoldersTerms

AXIS = "holding"

LINES = 4

_SEPARATORS = {";": "semicolons", "\t": "tabs", "|": "bars"}


@dataclass(frozen=True)
class Column:
    """A column of the register: its name here, the figure it gives, and whether it must be there."""

    name: str
    figure: str
    unit: Unit
    says: str
    required: bool = True


COLUMNS = (
    Column("id", "holder_id", Unit.TEXT, "Identifier of the holding"),
    Column("name", "holder_name", Unit.TEXT, "Name of the holder"),
    *(
        Column(f"address_{line}", "", Unit.TEXT, "Line of the address", required=line == 1)
        for line in range(1, LINES + 1)
    ),
    Column("account", "holder_account", Unit.TEXT, "Account of the holder", required=False),
    Column(
        "participant", "holder_participant", Unit.TEXT, "Participant through whom the notes are held", required=False
    ),
    Column("held", "held_principal", Unit.MONEY, "Principal amount held"),
    Column("tendered", "tendered_principal", Unit.MONEY, "Principal amount tendered"),
    Column("withdrawn", "withdrawn_principal", Unit.MONEY, "Principal amount tendered and withdrawn", required=False),
    Column("withholding", "withholding_rate", Unit.PERCENTAGE, "Rate of tax withheld by the agent", required=False),
)

ADDRESS = Column("address", "holder_address", Unit.TEXT, "Address of the holder, line by line")


def declared() -> tuple[Leaf, ...]:
    """The leaves that a register gives, without values."""
    columns = [column for column in COLUMNS if column.figure] + [ADDRESS]
    return tuple(
        Leaf(column.figure, f"register.{column.name}", column.unit, column.says, Where("register"), axes=(AXIS,))
        for column in columns
    )


def read_register(folder: Path, terms: HoldersTerms) -> tuple[tuple[Leaf, ...], tuple[str, ...] | None]:
    """The leaves of the register and the identifiers of its rows, in order; None without a register.

    Raises `InputError` with every problem of every row; no row is passed over.
    """
    path = folder / terms.file
    if not path.exists() and terms.file == HoldersTerms().file and not terms.columns:
        return (), None
    records = csv.reader(io.StringIO(read_text(path, terms.file), newline=""), strict=True)
    leaves: list[Leaf] = []
    problems: list[Problem] = []
    seen: dict[str, tuple[str, int]] = {}
    try:
        heading = next(records, None)
        if heading is None:
            raise InputError(
                Problem(Where(terms.file, 1), "the register is empty", "write its heading and its holders")
            )
        _refuse_separator(heading, terms)
        places = _places(heading, terms)
        for cells in records:
            where = Where(terms.file, records.line_num)
            if not any(cell.strip() for cell in cells):
                continue
            if len(cells) != len(heading):
                what = f"has {len(cells)} cells where the heading has {len(heading)}"
                problems.append(Problem(where, what, "put quotation marks around a cell that holds a comma"))
                continue
            leaves += _row(cells, places, where, seen, problems)
    except csv.Error as error:
        problems.append(Problem(Where(terms.file, records.line_num), f"is not CSV: {error}", "save it as CSV"))
    if problems:
        raise InputError(problems)
    return tuple(leaves), tuple(label for label, _line in seen.values())


def _refuse_separator(heading: list[str], terms: HoldersTerms) -> None:
    """Say it where the cells are parted by anything but commas, instead of missing every column."""
    only = heading[0] if len(heading) == 1 else ""
    found = next((name for mark, name in _SEPARATORS.items() if mark in only), None)
    if found or heading[0].startswith("sep="):
        what = f"the cells are parted by {found or 'a declared mark'}"
        raise InputError(Problem(Where(terms.file, 1), what, "save the register with commas between its cells"))


def _places(heading: list[str], terms: HoldersTerms) -> Mapping[str, int]:
    """Where each column stands; every missing one is reported."""
    names = [column.name for column in COLUMNS]
    problems = [
        Problem(Where("term-sheet.yaml"), f'holders.columns: "{name}" is not a column', did_you_mean(name, names))
        for name in terms.columns
        if name not in names
    ]
    places = {}
    for column in COLUMNS:
        title = terms.columns.get(column.name, column.name)
        at = [index for index, cell in enumerate(heading) if cell.strip() == title]
        if len(at) == 1:
            places[column.name] = at[0]
        elif at:
            problems.append(
                Problem(Where(terms.file, 1), f'two columns are headed "{title}"', "keep the one that holds")
            )
        elif column.required or column.name in terms.columns:
            remedy = did_you_mean(title, heading) or f"name its heading under holders.columns.{column.name}"
            problems.append(Problem(Where(terms.file, 1), f'no column is headed "{title}" ({column.says})', remedy))
    if problems:
        raise InputError(problems)
    return places


def _row(
    cells: list[str], places: Mapping[str, int], where: Where, seen: dict[str, tuple[str, int]], problems: list[Problem]
) -> Iterable[Leaf]:
    texts = {name: cells[place].strip() for name, place in places.items()}
    label = texts["id"]
    if not re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}", label):
        what = f'id: "{label}" cannot name a holding'
        problems.append(Problem(where, what, "use letters, digits, points and hyphens; a name is not an identifier"))
        return ()
    # Statements are named for it, and not every disk tells capitals apart.
    if label.lower() in seen:
        stands = f'id: "{label}" stands in line {seen[label.lower()][1]} already'
        problems.append(Problem(where, stands, "give each holding its own"))
        return ()
    seen[label.lower()] = (label, where.line)
    values: dict[str, Value | None] = {}
    for column in COLUMNS:
        try:
            values[column.name] = _value(column, texts.get(column.name, ""))
        except NotationError as error:
            problems.append(Problem(where, f"{column.name}: {error.what}", error.example))
    problems += _impossible(values, where)
    values["address"] = "\n".join(str(line) for n in range(1, LINES + 1) if (line := values.pop(f"address_{n}", "")))
    columns = [column for column in COLUMNS if column.figure] + [ADDRESS]
    return [
        Leaf(
            column.figure, f"register.{column.name}[{label}]", column.unit, column.says, where,
            values.get(column.name), texts.get(column.name), (AXIS,), (label,),
        )
        for column in columns
    ]  # fmt: skip


def _value(column: Column, text: str) -> Value | None:
    if not text:
        if column.required and column.unit is not Unit.TEXT:
            raise NotationError("is empty", "write 0 where there is none")
        return "" if column.unit is Unit.TEXT else Fraction(0)
    if column.unit is Unit.MONEY and re.fullmatch(r"\d+(\.\d+)?|\d{1,3}(,\d{3})+(\.\d+)?", text):
        return Fraction(text.replace(",", ""))
    return parse(column.unit, text)


def _impossible(values: Mapping[str, Value | None], where: Where) -> list[Problem]:
    """Amounts that cannot be, whatever the terms say."""
    held, tendered, withdrawn = (values.get(name) for name in ("held", "tendered", "withdrawn"))
    if not (isinstance(held, Fraction) and isinstance(tendered, Fraction) and isinstance(withdrawn, Fraction)):
        return []
    found = [
        Problem(where, f"{name}: a principal amount is less than nothing", "write it without brackets or sign")
        for name, value in (("held", held), ("tendered", tendered), ("withdrawn", withdrawn))
        if value < 0
    ]
    if found:
        return found
    if tendered - withdrawn > held:
        found.append(Problem(where, "tendered: more is tendered than is held", "correct one of the two"))
    if withdrawn > tendered:
        found.append(Problem(where, "withdrawn: more is withdrawn than was tendered", "correct one of the two"))
    return found
