"""The register of holders: rows of a CSV file, each a row of the axis `holding`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from typing import Any

from lexdocs.errors import Problem, Where
from lexdocs.notation.units import Unit, Value
from lexdocs.terms.fields import Section
from lexdocs.terms.frame import Frame, frame_of
from lexdocs.terms.leaf import Leaf
from lexdocs.terms.leaves import axes_of
from lexdocs.terms.leaves import declared as declared_terms
from lexdocs.terms.listing import Column
from lexdocs.terms.register_addresses import address_of
from lexdocs.terms.register_columns import ADDRESS, LINES, LOG_ALONE, TENDERED, columns
from lexdocs.terms.register_rows import Row

AXIS = "holding"
REPLACED = Column("replaces", "replaced_statement", Unit.TEXT, "Number of the statement that this one replaces, if any")
"""No register has it: in a mailing that corrects another, each holding is given it from there."""


@cache
def frame_for(model: type[Section]) -> Frame:
    """The frame of a kind of offer, before the rows of its axes are known."""
    axes: dict[str, tuple[str, ...]] = dict.fromkeys(axes_of(model), ())
    return frame_of(axes, [leaf.name for leaf in declared_terms(model)])


def declared(model: type[Section]) -> tuple[Leaf, ...]:
    """The leaves that a register or a tender log gives in a kind of offer, without values."""
    frame = frame_for(model)
    found = [column for column in columns(frame) if column.figure]
    leaves = [_declared(column, (AXIS,)) for column in (*found, *LOG_ALONE, ADDRESS, REPLACED)]
    if frame.options is not None:
        leaves += [_declared(column, (AXIS, "option")) for column in OPTIONS]
    return tuple(leaves)


OPTIONS = (
    Column("option", "option_principal", Unit.MONEY, "Principal amount tendered for an option and not withdrawn"),
    Column(
        "option_early", "option_early_principal", Unit.MONEY,
        "Principal amount tendered early for an option and not withdrawn",
    ),
)  # fmt: skip


def _declared(column: Column, axes: tuple[str, ...]) -> Leaf:
    return Leaf(column.figure, f"register.{column.name}", column.unit, column.says, Where("register"), axes=axes)


def labels_of(rows: Iterable[Row]) -> list[str]:
    """What each holding is called: its `id`, or `id.series` where ids stand for several holdings."""
    listed = list(rows)
    alone = len({row.id.lower() for row in listed}) == len(listed)
    return [row.id if alone or not row.series else f"{row.id}.{row.series}" for row in listed]


@dataclass(frozen=True)
class Again(Problem):
    """A holding that stands twice: `first` is the line that has it already."""

    first: int = 0


def twice(rows: Iterable[tuple[str, int]], file: str) -> list[Problem]:
    """Holdings, by label and line, that stand twice; capitals do not tell them apart, for some disks do not."""
    seen: dict[str, int] = {}
    problems: list[Problem] = []
    for label, line in rows:
        first = seen.setdefault(label.lower(), line)
        if first != line:
            what = f'id: "{label}" stands in line {first} already'
            problems.append(Again(Where(file, line), what, "give each holding its own", first=first))
    return problems


def named(row: Row, listed: Sequence[Column]) -> dict[str, Value]:
    """The figures of a row by name, as `Fraction` where they are amounts; `listed` are the columns it was read by."""
    values: dict[str, Any] = {column.name: value for column, value in zip(listed, row.values, strict=True)}
    found: dict[str, Value] = {
        column.figure: Fraction(values[column.name]) if column.unit is Unit.MONEY else values[column.name]
        for column in listed
        if column.figure
    }
    found[ADDRESS.figure] = address_of((values[f"address_{n}"] for n in range(1, LINES + 1)), values["country"])
    found[REPLACED.figure] = ""
    if TENDERED in listed:
        found |= {column.figure: Fraction(0) for column in LOG_ALONE}
    return found


def leaves_of(row: Row, label: str, listed: Sequence[Column], file: str) -> list[Leaf]:
    """The leaves of a holding that the register gives; `listed` are the columns it was read by.

    How a rate was typed is not kept: of a holder's what is printed follows from its value alone, here and in a mailing.
    """
    values, where = named(row, listed), Where(file, row.line)
    written = {
        column.name: said.strip() or None
        for column, said in zip(listed, row.written, strict=True)
        if column.unit is not Unit.PERCENTAGE
    }
    return [
        Leaf(
            column.figure, f"register.{column.name}[{label}]", column.unit, column.says, where, values[column.figure],
            written.get(column.name), (AXIS,), (label,),
        )
        for column in (*listed, *(LOG_ALONE if TENDERED in listed else ()), ADDRESS, REPLACED)
        if column.figure
    ]  # fmt: skip
