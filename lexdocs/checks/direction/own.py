"""The direction lint over our own documents, whose every value is ticked with its exact figure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from lxml import html

from lexdocs.checks.direction.bounds import bounded, unsaid
from lexdocs.checks.direction.footing import Cell, Row, Table, unfooted
from lexdocs.checks.direction.parts import kindred_sums, spoken_sums
from lexdocs.checks.direction.stated import Stated, exact_of, one_number, printed_value
from lexdocs.checks.direction.wording import is_adding_note, is_rounding_note, level
from lexdocs.documents.document import Document
from lexdocs.documents.marks import Tick
from lexdocs.documents.visible import Block, Span, blocks
from lexdocs.errors import Problem, Where
from lexdocs.notation.find import find

_TOTALS = ("total", "subtotal")


def direction(documents: Sequence[Document]) -> tuple[Problem, ...]:
    """What is wrong with the rounding of documents: maxima printed below their values, sums that do not add up.

    Each problem names the document and the place in it. An error contradicts the words around the value, a warning is
    for a person to look at, and a note says what is merely unneeded.
    """
    return tuple(dict.fromkeys(problem for document in documents for problem in _of(document)))


def _of(document: Document) -> Iterator[Problem]:
    found = blocks(document.body)
    values: list[Stated] = []
    tables = list(_tables(document))
    heads = {tick: head for each in tables for tick, head in each.heads_of.items()}
    where = Where(document.name)
    for block in found:
        stated = [each for span in block.spans if (each := _stated(document, block, span, heads))]
        values += stated
        for each in stated:
            yield from bounded(each)
        if not block.place.startswith("table"):
            known = list(kindred_sums(stated))
            yield from known or spoken_sums(block.text, where, block.place)
    if not any(is_rounding_note(block.text) for block in found):
        yield from unsaid(values)
    is_said = any(is_adding_note(block.text) for block in found)
    for each_table in tables:
        yield from unfooted(each_table.table, is_said=is_said)


def _stated(document: Document, block: Block, span: Span, heads: dict[int, tuple[str, str]]) -> Stated | None:
    """A ticked value of a block, where it is a quantity."""
    if span.tick is None:
        return None
    tick = document.ticks[span.tick]
    exact = exact_of(tick.figure)
    found = find(tick.plain)
    if exact is None or len(found) != 1 or (printed := printed_value(found[0], exact)) is None:
        return None
    row_head, all_heads = heads.get(span.tick, ("", ""))
    return Stated(
        Where(document.name), block.place, tick.plain, found[0].kind, printed, exact, tick.figure,
        level(block.text[: span.start]), level(block.text[span.end :]), row_head, all_heads, tabled=span.tick in heads,
    )  # fmt: skip


class _Read:
    """A table of a document, with the heads over each tick in it."""

    def __init__(self, table: Table, heads_of: dict[int, tuple[str, str]]) -> None:
        self.table, self.heads_of = table, heads_of


def _tables(document: Document) -> Iterator[_Read]:
    root = html.fragment_fromstring(document.body, create_parent="div")
    places = {element: place for place, element in enumerate(root.iter("data"))}
    for number, table in enumerate(root.iter("table"), 1):
        yield _table(document, table, number, places)


def _table(document: Document, table: html.HtmlElement, number: int, places: dict[html.HtmlElement, int]) -> _Read:
    captions = " ".join(caption.text_content() for caption in table.iter("caption"))
    columns: dict[int, list[str]] = defaultdict(list)
    rows: list[Row] = []
    heads_of: dict[int, tuple[str, str]] = {}
    for line, row in enumerate(table.iter("tr"), 1):
        cells = list(_cells(row))
        head = next((cell.text_content().strip() for _, cell in cells if cell.text_content().strip()), "")
        top = next(row.iterancestors("thead"), None) is not None
        numbers: dict[int, Cell] = {}
        for column, cell in cells:
            if top:
                columns[column].append(cell.text_content().strip())
            ticks = [places[each] for each in cell.iter("data")]
            over = " | ".join([*columns[column], captions])
            heads_of.update(dict.fromkeys(ticks, (head if column else "", f"{head} | {over}")))
            if not top and len(ticks) == 1 and (found := _cell(cell, document.ticks[ticks[0]])):
                numbers[column] = found
        if not top:
            classes = set(row.classes)
            place = f"table {number} row {line}"
            rows.append(Row(head, numbers, Where(document.name), place, bool(classes & set(_TOTALS))))
    return _Read(Table(rows, {column: " ".join(said) for column, said in columns.items()}), heads_of)


def _cells(row: html.HtmlElement) -> Iterator[tuple[int, html.HtmlElement]]:
    column = 0
    for cell in row.iterchildren("td", "th"):
        yield column, cell
        column += int(cell.get("colspan") or 1)


def _cell(cell: html.HtmlElement, tick: Tick) -> Cell | None:
    """A cell that holds one quantity and nothing else."""
    exact = exact_of(tick.figure)
    found = one_number(cell.text_content())
    if exact is None or found is None or (printed := printed_value(found, exact)) is None:
        return None
    return Cell(tick.plain, found.kind, printed, exact, str(tick.figure.unit))
