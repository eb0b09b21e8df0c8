"""What tie-out holds a text against: one deal as of one event, with its figures, its names and its own documents."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from functools import cached_property

from lexdocs.checks.reading.passage import Reading
from lexdocs.checks.tieout import context
from lexdocs.checks.tieout.alignment import Order, Value
from lexdocs.checks.tieout.dateline import is_dateline
from lexdocs.checks.tieout.echo import Echoes, Named, Ticked, echoes, order, ticked
from lexdocs.checks.tieout.facts import facts_of, label
from lexdocs.checks.tieout.matching import Matcher, matcher
from lexdocs.checks.tieout.mentions import bare_names, mentions
from lexdocs.checks.tieout.names import Names, names_of, without_remark
from lexdocs.checks.tieout.seen import Seen
from lexdocs.checks.tieout.slots import Slots, slots_of
from lexdocs.checks.tieout.wording import Wording, wording
from lexdocs.deal import Deal, library_of
from lexdocs.documents.document import Document, FaultyWordsError, compose
from lexdocs.documents.header import read_header
from lexdocs.documents.occasions import occasions
from lexdocs.errors import InputError, LexdocsError, Problem
from lexdocs.figures.book import FigureBook
from lexdocs.figures.figure import Figure, Pending
from lexdocs.notation.find import find
from lexdocs.notation.units import Unit
from lexdocs.writing.pages import write_pages

HOLDING = "holding"
_SEVERAL = 3  # words of a name of which one may be misspelt
_BASIS = Fraction(1000)  # dollars of principal for which prices are, where a deal does not say
_BEGINNING, _DATELINE = 12, 60  # passages, and letters before the date of a dateline
_CALLED_BY = ("holder_id", "holder_name", "holder_account", "statement_number")
_DATED = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{2}-[0-9]{2}")


Own = dict[str, tuple[Document, tuple[tuple[Seen, ...], list[Ticked], list[Named]]]]
"""A deal's own documents of one event, by name, each with its page as a stranger reads it."""


@dataclass(frozen=True)
class Known:
    """One deal, ready for texts to be held against it. `printed` are the figures that each template prints."""

    deal: Deal
    matcher: Matcher = field(repr=False)
    echoes: Echoes = field(repr=False)
    orders: tuple[Order, ...] = field(repr=False)
    slots: Slots = field(repr=False)
    names: context.Names = field(repr=False)
    parties: Names = field(repr=False)
    printed: Mapping[str, tuple[str, ...]] = field(repr=False)
    wording: Wording = field(repr=False)
    own: Own = field(repr=False)

    @cached_property
    def _values(self) -> frozenset[str]:
        values = (fact.figure.value for fact in self.matcher.facts.by_address.values())
        return frozenset(str(Fraction(each) if isinstance(each, int | Decimal) else each) for each in values)

    def knows(self, values: Iterable[Value]) -> int:
        """How many of some different numbers of a text are values of the deal's figures."""
        return sum(1 for _, said in set(values) if said in self._values)

    @property
    def basis(self) -> Fraction:
        """For how much of principal the deal's prices are."""
        for name in ("price_basis", "denomination"):
            fact = self.matcher.facts.by_address.get(name)
            if fact is not None and isinstance(fact.figure.value, int | Fraction | Decimal):
                return Fraction(fact.figure.value)
        return _BASIS

    @property
    def book(self) -> FigureBook:
        """The figures of the deal."""
        return self.deal.book


def know(deal: Deal, holdings: frozenset[str], own: Own | None = None) -> Known:
    """Make ready what some texts are held against; `holdings` are those of the register that they name.

    `own` are documents of the same deal and event that were read before; what is read here is kept there too.
    """
    book = deal.book
    rows = {HOLDING: holdings} if HOLDING in book.axes else {}
    kept: Own = {} if own is None else own
    documents = tuple(own_documents(deal, rows, kept))
    printed: dict[str, dict[str, None]] = defaultdict(dict)
    for document in documents:
        printed[document.template].update(dict.fromkeys(tick.address for tick in document.ticks))
    facts = facts_of(book, _publicly(documents), rows)
    for document in documents:
        if document.name not in kept:
            page = str(write_pages(deal, document, ["html"])[f"{document.name}.html"])
            kept[document.name] = document, ticked(page, document.name)
    read = [kept[document.name][1] for document in documents]
    called = names_of(book, rows)
    named = [each for _, _, names in read for each in names if each[3] in called.by_address]
    orders = tuple(order(document.name, numbers) for document, (_, numbers, _) in zip(documents, read, strict=True))
    return Known(
        deal,
        matcher(facts),
        echoes([numbers for _, numbers, _ in read], named),
        orders,
        slots_of(book, facts),
        context.names(mentions(book), _dates(book), bare_names(book)),
        called,
        {template: tuple(each) for template, each in printed.items()},
        wording([passages for passages, _, _ in read], book),
        kept,
    )


def _publicly(documents: Sequence[Document]) -> Mapping[str, int]:
    """How publicly each figure is printed: by a document for everybody (3), or for a holder or the house alone (2)."""
    found: dict[str, int] = {}
    for document in documents:
        degree = 3 if document.header.audience == "public" else 2
        for tick in document.ticks:
            found[tick.address] = max(found.get(tick.address, 0), degree)
    return found


def own_documents(deal: Deal, rows: Mapping[str, frozenset[str]], kept: Own | None = None,
    faults: list[Problem] | None = None,
) -> Iterator[Document]:  # fmt: skip
    """The documents that the deal's last event calls for; of those for each row, the rows that are asked for.

    Those that are `kept` are not written again. `faults` gathers what must be mended in the templates of others.
    """
    library = library_of(deal)
    for template in library.documents:
        try:
            header = read_header(library.templates[template])
            if deal.terms.event.kind not in header.events or deal.terms.values.kind not in header.offers:
                continue
            for row, name in occasions(deal.book, header, deal.terms.event.name):
                if all(axis not in rows or each in rows[axis] for axis, each in row.items()):
                    yield kept[name][0] if kept and name in kept else compose(library, template, deal.book, row, name)
        except LexdocsError as error:
            if faults is not None and isinstance(error, InputError | FaultyWordsError):
                faults += error.problems
            continue  # what cannot be written has no words; `build` and `check` say why


def _dates(book: FigureBook) -> Mapping[str, frozenset[str]]:
    """The rows that are called by a date."""
    found: dict[str, set[str]] = defaultdict(set)
    for axis, rows in book.axes.items():
        for row in () if isinstance(rows, Pending) or axis == "event" else rows:
            dates = _DATED.findall(row)
            if dates:
                found[dates[-1]].add(label(axis, row))
    return {date: frozenset(each) for date, each in found.items()}


def holdings_named(deal: Deal, readings: Iterable[Reading]) -> frozenset[str]:
    """The holdings of the register that some texts name, by identifier, account, statement or name."""
    if HOLDING not in deal.book.axes or isinstance(deal.book.axes[HOLDING], Pending):
        return frozenset()
    texts = [" ".join(passage.text.split()) for reading in readings for passage in reading.passages]
    words = {word.strip(".,;:()[]\"'“”") for text in texts for word in text.split()}
    whole = "\n".join(texts)
    found: set[str] = set()
    for figure in deal.book:
        if isinstance(figure, Figure) and figure.name in _CALLED_BY and figure.unit is Unit.TEXT:
            said = without_remark(" ".join(str(figure.value).split()))
            # A look at its first word spares most searches of the whole text.
            if said and said.split()[0].strip(".,;:()") in words and (said in whole or _is_nearly_in(said, words)):
                found.update(figure.key)
    return frozenset(found)


def _is_nearly_in(name: str, words: set[str]) -> bool:
    """Whether all words of a longer name but one are in a text: one of them may be misspelt."""
    own = [word.strip(".,;:()") for word in name.split()]
    return len(own) >= _SEVERAL and sum(word in words for word in own) >= len(own) - 1


def event_of(life: Sequence[Deal], reading: Reading) -> tuple[Deal, bool]:
    """The deal as of the event that a text was written for, and whether its dateline says so.

    It is the one whose date the text bears first, or else the last.
    """
    by_date = {deal.terms.event.date.isoformat(): deal for deal in life}
    head = [
        (number, passage.text, found)
        for number, passage in enumerate(reading.passages[:_BEGINNING])
        for found in find(passage.text)
        if context.dated(found) in by_date
    ]
    for _, text, found in head:
        if is_dateline(text[: found.start].lower(), text[found.end : found.end + _DATELINE].lower()):
            return by_date[context.dated(found)], True
    bears = [(found.start > _DATELINE, number, found.start, context.dated(found)) for number, _, found in head]
    return (by_date[min(bears)[3]] if bears else life[-1]), False
