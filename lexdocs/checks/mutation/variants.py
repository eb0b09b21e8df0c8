"""Other arguments for an input of a rule, likely or not: other values, other rows, or none."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from itertools import islice
from typing import Any

from lexdocs.checks.mutation.values import first, varied
from lexdocs.errors import Where
from lexdocs.figures.book import FigureBook
from lexdocs.figures.figure import Figure, Pending
from lexdocs.figures.plan import Take
from lexdocs.notation.day_counts import NAMES
from lexdocs.notation.error import NotationError
from lexdocs.notation.forms import parse
from lexdocs.notation.units import Day, Unit
from lexdocs.terms.leaf import Leaf

ROWS = 3  # rows of a rule, and of a table that it takes, that are tried
FEW = 4  # changes tried where two inputs are changed together
Likes = Callable[[Unit], list[Any]]
_ANOTHER = "another row"
_NOTHING = Leaf("", "", Unit.TEXT, "", Where(""))
_TIMES: Mapping[Unit, tuple[str, ...]] = {
    Unit.DATE: ("March 15, 1995", "March 15, 2010", "March 15, 2040"),
    Unit.MOMENT: tuple(f"9:00 a.m., New York City time, on March 15, {year}" for year in (1995, 2010, 2040)),
}


def like(book: FigureBook, unit: Unit) -> list[Any]:
    """Other values of a unit in the book: labels and words to which a rule may hold its input."""
    if unit not in (Unit.TEXT, Unit.DAY_COUNT, Unit.DATE):
        return []
    found = [each.value for each in book if isinstance(each, Figure) and each.unit is unit]
    return list(dict.fromkeys((*found, *(NAMES if unit is Unit.DAY_COUNT else ()))))


def variants(take: Take, value: Any, likes: Likes) -> Iterator[Any]:
    """Other arguments for an input: each row of it, all rows, a row less or more; or the one value; or none."""
    if isinstance(value, dict):
        yield from _tables(take, value, likes)
        return
    parameter, unit = take.parameter, take.shape.unit
    if isinstance(value, Pending):
        for text in (*first(unit), *_TIMES.get(unit, ())):
            yield _parsed(unit, text, take, whole=parameter.whole)
        return
    plain = value.value if isinstance(value, Figure) else value
    for other in (*varied(plain), *(each for each in likes(unit) if each != plain)):
        yield replace(value, value=other) if isinstance(value, Figure) else other
    if parameter.maybe:
        yield Pending(parameter.name, (), unit, "", (parameter.name,))


def _parsed(unit: Unit, text: str, take: Take, *, whole: bool) -> Any:
    try:
        found = parse(unit, text)
    except NotationError:  # pragma: no cover  the examples are in the notation
        return None
    name = take.parameter.name
    return Figure(name, (), unit, found, name, _NOTHING) if whole else found


def every_row(take: Take, table: dict[str, Any], likes: Likes) -> Iterator[dict[str, Any]]:
    """All rows of a table changed at once."""
    one = replace(take, parameter=replace(take.parameter, each=False))
    every = [list(islice(variants(one, value, likes), FEW)) for value in table.values()]
    for others in zip(*every, strict=False):
        yield dict(zip(table, others, strict=True))


def _tables(take: Take, table: dict[str, Any], likes: Likes) -> Iterator[dict[str, Any]]:
    one = replace(take, parameter=replace(take.parameter, each=False))
    for label, value in list(table.items())[:ROWS]:
        for other in islice(variants(one, value, likes), 2 * FEW):
            yield {**table, label: other}
    yield from every_row(take, table, likes)
    if table:
        yield dict(list(table.items())[1:])
        yield dict(list(table.items())[:1])
        if take.shape.unit is Unit.DAY:
            # How often a year is told by how many of its days there are.
            for size in (1, 2, 4, 12):
                yield {str(month): Day(month, 15) for month in range(12 // size, 13, 12 // size)}
        yield dict(reversed(table.items()))
        # One row is its first and its last: with one more, a rule shows which of them it takes.
        for more in islice(variants(one, list(table.values())[-1], likes), 2):
            yield {**table, _ANOTHER: more}
            yield {_ANOTHER: more, **table}
