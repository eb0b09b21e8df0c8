"""The direction lint over texts that others wrote: tied values against the figures that they tie to, and their sums."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from lexdocs.checks.direction.bounds import bounded, unsaid
from lexdocs.checks.direction.footing import Cell, Row, Table, unfooted
from lexdocs.checks.direction.parts import kindred_sums, spoken_sums
from lexdocs.checks.direction.stated import Stated, exact_of, one_number, printed_value
from lexdocs.checks.direction.wording import is_adding_note, is_rounding_note, level
from lexdocs.checks.reading.passage import Part, Passage, Reading
from lexdocs.checks.tieout.item import Item, Outcome, TieOut
from lexdocs.checks.tieout.marked_references import figure_at
from lexdocs.errors import Problem, Where
from lexdocs.figures.book import FigureBook
from lexdocs.figures.figure import Figure
from lexdocs.notation.find import find
from lexdocs.notation.grammar import Found

_TIES = (Outcome.TIED, Outcome.ROUNDED)
_ASIDE = (Part.FURNITURE, Part.CELL)
_NEAR = 500  # characters on either side, of which the words that bind a value are the nearest
Items = Mapping[int, Sequence[Item]]


def direction_of(readings: Sequence[Reading], found: TieOut, book: FigureBook) -> tuple[Problem, ...]:
    """What is wrong with the rounding and the sums of texts, each with the file and the line where it stands.

    `book` holds the figures of the deal as of the event that the files were written for.
    """
    return tuple(dict.fromkeys(problem for reading in readings for problem in _of(reading, found, book)))


def _of(reading: Reading, found: TieOut, book: FigureBook) -> Iterator[Problem]:
    items: dict[int, list[Item]] = defaultdict(list)
    for item in found.items:
        if item.file == reading.file:
            items[item.passage].append(item)
    values: list[Stated] = []
    for index, passage in enumerate(reading.passages):
        tied = [(item, figure) for item in items[index] if (figure := _figure(item, book)) is not None]
        numbers = {(each.start, each.end): each for each in (find(passage.text) if tied else ())}
        said = ((item, figure, numbers.get((item.start, item.end))) for item, figure in tied)
        stated = [each for one in said if (each := _stated(reading.file, passage, *one))]
        values += stated
        for each in stated:
            yield from bounded(each)
        if passage.place.part not in _ASIDE:
            known = list(kindred_sums(stated))
            yield from known or spoken_sums(passage.text, Where(reading.file, passage.line()), str(passage.place))
    if not any(is_rounding_note(passage.text) for passage in reading.passages):
        yield from unsaid(values)
    is_said = any(is_adding_note(passage.text) for passage in reading.passages)
    for table in _tables(reading, items, book):
        yield from unfooted(table, is_said=is_said)


def _stated(file: str, passage: Passage, item: Item, figure: Figure, said: Found | None) -> Stated | None:
    """A number of a passage that ties to a figure, where it is a quantity."""
    exact = exact_of(figure)
    if exact is None or said is None or (printed := printed_value(said, exact)) is None:
        return None
    before = passage.text[max(item.start - _NEAR, 0) : item.start]
    after = passage.text[item.end : item.end + _NEAR]
    tabled = passage.place.part is Part.CELL
    heads = " | ".join((passage.row_head, *passage.column_heads, passage.caption)) if tabled else ""
    return Stated(
        Where(file, item.line), str(passage.place), item.text, said.kind, printed, exact, figure,
        level(before), level(after), passage.row_head, heads, tabled=tabled,
    )  # fmt: skip


def _figure(item: Item, book: FigureBook) -> Figure | None:
    """The figure to which a number ties."""
    if item.outcome not in _TIES or not item.figures or item.kind in ("name", "word"):
        return None
    figure = figure_at(book, item.figures[0])
    return figure if isinstance(figure, Figure) else None


def _tables(reading: Reading, items: Items, book: FigureBook) -> Iterator[Table]:
    """The tables of a text, with the exact value of each cell that ties."""
    cells = [(index, each) for index, each in enumerate(reading.passages) if each.place.part is Part.CELL]
    for _, table in groupby(cells, key=lambda each: each[1].place.number):
        rows: dict[int, list[tuple[int, Passage]]] = defaultdict(list)
        for index, passage in table:
            rows[passage.place.row].append((index, passage))
        made = [_row(reading.file, found, items, book) for _, found in sorted(rows.items())]
        heads = {
            p.place.column: " ".join(p.column_heads) for found in rows.values() for _, p in found if p.column_heads
        }
        yield Table(made, heads)


def _row(file: str, passages: Sequence[tuple[int, Passage]], items: Items, book: FigureBook) -> Row:
    cells: dict[int, Cell] = {}
    for index, passage in passages:
        said = one_number(passage.text)
        raw = printed_value(said) if said and (passage.row_head or passage.column_heads) else None
        if said is None or raw is None:
            continue
        figure = next((known for item in items.get(index, ()) if (known := _figure(item, book))), None)
        exact = exact_of(figure) if figure else None
        full = printed_value(said, exact)
        if figure is None or exact is None or not full or not raw:
            cells[passage.place.column] = Cell(said.text, said.kind, raw)
        else:
            # A column in thousands is added up in thousands.
            cells[passage.place.column] = Cell(said.text, said.kind, raw, exact * raw / full, str(figure.unit))
    _, first = passages[0]
    head = next((passage.row_head for _, passage in passages if passage.row_head), first.text)
    return Row(head, cells, Where(file, first.line()), str(first.place))
