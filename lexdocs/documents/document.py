"""A document: the words of a template, for one event and perhaps one holder, with every printed value ticked."""

from __future__ import annotations

import html
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache, partial
from weakref import WeakKeyDictionary

import jinja2

from lexdocs.documents import ticks as ticking
from lexdocs.documents.aligning import align
from lexdocs.documents.defined import Written
from lexdocs.documents.fields import plant
from lexdocs.documents.footnotes import as_markup, printed_problems
from lexdocs.documents.header import Header, Literal, read_header
from lexdocs.documents.languages.catalogue import catalogue_of
from lexdocs.documents.languages.saying import IN_ENGLISH, Saying
from lexdocs.documents.languages.translated import untranslated
from lexdocs.documents.leftovers import is_left, printed_leftovers
from lexdocs.documents.library import Library
from lexdocs.documents.markdown import markup, tree
from lexdocs.documents.marks import Book, Marker, Tick, filled, pieces
from lexdocs.documents.places import Placed, asked_at
from lexdocs.documents.preflight import preflight
from lexdocs.documents.prose import occurrences
from lexdocs.documents.reads import Noting, Read
from lexdocs.documents.script import Piece, script
from lexdocs.documents.sections import SECTION, first_level
from lexdocs.documents.structure import arrange
from lexdocs.documents.subsections import astray_problems
from lexdocs.documents.tables import row_problems
from lexdocs.documents.term_index import is_wanted, with_terms
from lexdocs.documents.visible import blocks
from lexdocs.documents.words import Name, environment, render, render_with_places
from lexdocs.errors import InputError, Problem, RenderError, Where
from lexdocs.figures.figure import Figure, Pending, Shape
from lexdocs.notation.languages import ENGLISH, LANGUAGES, typeset_line


class FaultyWordsError(RenderError):
    """The words of a document do not go together as they are printed: somebody must mend the templates."""


@dataclass(frozen=True)
class Document:
    """The finished words of a document.

    `body` is HTML; `ticks` are the values of its visible text, one for each `<data>` of the body, in
    order; `asked` are the flags by which its words were chosen; `open` are the addresses of what they asked whether it
    is pending, and is. `running_head` is HTML too, of words only; `title` is plain text. `unapproved` is what marks a
    translation that nobody has approved.
    """

    name: str
    header: Header
    title: str
    running_head: str
    body: str
    ticks: tuple[Tick, ...]
    asked: tuple[Figure, ...] = ()
    open: tuple[str, ...] = ()
    language: str = "en-US"
    saying: Saying = field(default=IN_ENGLISH, repr=False)
    unapproved: str = ""
    written: Written | None = field(default=None, repr=False, compare=False)
    noted: Noting | None = field(default=None, repr=False, compare=False)

    @property
    def reads(self) -> tuple[Read, ...]:
        """All that was asked of the book while it was written."""
        return () if self.noted is None else self.noted.reads()

    @property
    def template(self) -> str:
        """The template that it was written from."""
        return self.header.template

    @property
    def assumes(self) -> str:
        """How it says what an illustrative copy assumes."""
        return LANGUAGES[self.header.language].assumes

    @property
    def layout(self) -> str:
        """How its pages are laid out."""
        return self.header.layout

    def places(self) -> Iterator[tuple[str, str]]:
        """Every place of the visible text where a figure is printed, with the figure's address."""
        for block in blocks(self.body):
            for span in block.spans:
                if span.address is not None:
                    yield block.place, span.address

    def literals(self) -> tuple[tuple[Literal, int], ...]:
        """Each number that the header declares, and how often the visible text holds it."""
        texts = [block.text for block in blocks(self.body)]
        return tuple(
            (literal, sum(len(list(occurrences(literal.text, text))) for text in texts))
            for literal in self.header.literals
        )


def compose(library: Library, template: str, book: Book, row: Mapping[str, str], name: str) -> Document:
    """Write a document; `row` says for which row of an axis, such as the holding of a statement.

    Raises `InputError` with all that must be mended in the templates, and `RenderError` with all
    figures that the document would print and that are not fixed yet.
    """
    if template in library.untranslated:
        raise InputError(Problem(Where(template), *untranslated(template, library.language, library.deal)))
    _refuse_faults(library, template, book)
    try:
        return _composed(library, template, book, row, name)
    except RecursionError:
        # Markdown goes into lists within lists by recursion.
        what, remedy = "is nested too deeply", "write fewer lists, quotations or templates within one another"
        raise RenderError(Problem(Where(template), what, remedy)) from None


def _composed(library: Library, template: str, book: Book, row: Mapping[str, str], name: str) -> Document:
    header = read_header(library.templates[template])
    noted = Noting(book)
    marker = _marker(library, header.template, noted)
    for need in header.when:
        bool(Name(need.flag, marker, row))  # the document rests on it
    rendered = render_with_places(_environment(library).get_template(template), row, marker)
    title = render(_line(library, header.title), row, marker)
    running = render(_line(library, header.running_head), row, marker)
    marker.refuse_pending(partial(asked_at, library.templates[template]))
    _refuse_double_authors(header, marker)
    placed = Placed(rendered, library, Where(header.template))
    words = placed.text
    if any(row_problems(script([Piece(words, template, 1)]), rendered=True)):
        raise InputError(row_problems(placed.words, rendered=True))
    if any(first_level(each.text) > SECTION for each in library.templates[template].sections):
        lost = [*astray_problems(placed.words, library.templates[template].sections, library)]
        if lost:
            raise InputError(lost)
    written = Written(placed, marker.ticks)
    if is_wanted(words):
        words = with_terms(words, written)
    if "[^" in words:
        footless = [*printed_problems(placed.words)]
        if footless:
            raise FaultyWordsError(footless)
        words = as_markup(words)
    root = tree(words, library.language)
    if any(is_left(each) for each in root.itertext()):
        raise InputError(dict.fromkeys(printed_leftovers(root, placed.words)))
    plant(root)
    # References and contents repeat headings, figures and all: so the figures come first.
    ticking.substitute(root, marker.ticks)
    ticking.share_stops(root, marker.ticks, rows=header.per is not None)
    problems = arrange(root, numbered=header.numbered, contents=header.contents, places=placed)
    if problems:
        raise FaultyWordsError(problems)
    if header.per is None:
        align(root)
    shown = ticking.shown(root, marker.ticks)
    title, running = (_filled(typeset_line(library.language, text), marker) for text in (title, running))
    return Document(
        name, header, title, html.escape(running, quote=False), markup(root), shown, (*marker.asked.values(),),
        open=(*sorted(marker.open),), language=LANGUAGES[header.language].tag, saying=marker.saying, written=written,
        noted=noted,
    )  # fmt: skip


def _marker(library: Library, template: str, book: Book) -> Marker:
    saying = Saying(library.language, catalogue_of(library)) if library.language != ENGLISH else IN_ENGLISH
    return Marker(book, Where(template), saying)


def title_of(library: Library, template: str, book: Book, row: Mapping[str, str]) -> tuple[str | Tick, ...]:
    """The title of a document in pieces: words, and the values that it prints.

    Raises `RenderError` where it would print what is not fixed yet.
    """
    marker = _marker(library, template, book)
    text = render(_line(library, read_header(library.templates[template]).title), row, marker)
    marker.refuse_pending()
    return tuple(
        each if isinstance(each, str) else marker.ticks[each] for each in pieces(typeset_line(library.language, text))
    )


def _filled(text: str, marker: Marker) -> str:
    return filled(text, lambda number: marker.ticks[number].paper).replace("\n", ", ")


@lru_cache(maxsize=8)
def _environment(library: Library) -> jinja2.Environment:
    return environment(library)


@lru_cache(maxsize=512)
def _line(library: Library, text: str) -> jinja2.Template:
    return _environment(library).from_string(text)


Rows = dict[str, tuple[str, ...] | Pending]


@dataclass(frozen=True)
class _Noting:
    """A book that notes which rows preflight asks for, and what it is told."""

    book: Book
    asked: Rows

    def names(self) -> Mapping[str, Shape]:
        return self.book.names()

    def rows(self, axis: str) -> tuple[str, ...] | Pending:
        return self.asked.setdefault(axis, self.book.rows(axis))

    def lookup(self, name: str, context: Mapping[str, str]) -> Figure | Pending:
        return self.book.lookup(name, context)


# The names and rows with which a template has passed preflight: a statement for each holder is one template.
_PASSED: WeakKeyDictionary[Library, dict[str, tuple[Mapping[str, Shape], Rows]]] = WeakKeyDictionary()


def _refuse_faults(library: Library, template: str, book: Book) -> None:
    passed = _PASSED.setdefault(library, {})
    names, rows = passed.get(template, (None, {}))
    if names is not book.names() or any(book.rows(axis) != was for axis, was in rows.items()):
        asked: Rows = {}
        problems = preflight(library, template, _Noting(book, asked))
        if problems:
            raise InputError(problems)
        passed[template] = book.names(), asked


def _refuse_double_authors(header: Header, marker: Marker) -> None:
    """A declared number that a figure prints as well has two authors."""
    printed = {form: tick.address for tick in marker.ticks for form in (tick.plain, tick.paper)}
    problems = [
        Problem(literal.where, f'"{literal.text}" is what {printed[literal.text]} prints', "print the figure instead")
        for literal in header.literals
        if literal.text in printed
    ]
    if problems:
        raise InputError(problems)
