"""Writing a deal's documents again: those alone whose figures, flags or rows are others than before."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from lexdocs.checks.mutation.ancestry import Place
from lexdocs.checks.mutation.pages import Page, read_page
from lexdocs.checks.mutation.sources import Sources
from lexdocs.checks.mutation.watching import Asked, Watched
from lexdocs.deal import Deal, legend_of
from lexdocs.documents.document import Document, compose
from lexdocs.documents.header import Header, read_header
from lexdocs.documents.library import Library
from lexdocs.documents.occasions import occasions
from lexdocs.errors import LexdocsError, Problem
from lexdocs.writing.pages import write_pages

FORMATS = ("html", "text")


@dataclass(frozen=True)
class Written:
    """A document as it came out: its page and its text form; or why it could not be written.

    `rests` are the assumed terms on which it rests, in bits, with what the page says of them.
    """

    template: str
    row: Mapping[str, str]
    name: str
    header: Header
    asked: Asked
    page: Page | None = None
    text: str | None = None
    rests: tuple[Any, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def key(self) -> tuple[str, tuple[str, ...]]:
        """The document, whatever its event is called."""
        return self.template, tuple(self.row.values())


@dataclass
class Writer:
    """Writes the documents of one deal in many states, from templates that were read once."""

    library: Library
    sources: Sources
    headers: dict[str, Header] = field(default_factory=dict)

    def header(self, template: str) -> Header:
        """The header of a template, read once."""
        if template not in self.headers:
            self.headers[template] = read_header(self.library.templates[template])
        return self.headers[template]

    def called_for(self, deal: Deal) -> Iterator[tuple[Header, Mapping[str, str], str]]:
        """The documents that the deal's last event calls for: the template's header, the row, the name."""
        for template in self.library.documents:
            header = self.header(template)
            if deal.terms.event.kind in header.events and deal.terms.values.kind in header.offers:
                for row, name in occasions(deal.book, header, deal.terms.event.name):
                    yield header, row, name

    def write(
        self,
        deal: Deal,
        resting: Mapping[Place, int],
        before: Mapping[Any, Written],
        rows: frozenset[str] | None = None,
    ) -> dict[Any, Written]:
        """All documents of a deal; one that would come out as before is taken from there.

        With `rows`, those of other rows that were there before are left as they were.

        A document is made of its template and of the answers of the book; its page says besides what is assumed, and
        bears the legend. Where all of these are as they were, so is the page.
        """
        assumed = _assumed(deal)
        found: dict[Any, Written] = {}
        for header, row, name in self.called_for(deal):
            was = before.get((header.template, tuple(row.values())))
            rests = (name, legend_of(deal), _resting_on(was.asked, resting, assumed)) if was else ()
            aside = rows is not None and row and not rows.intersection(row.values())
            if was and (aside or (not was.problems and was.rests == rests and was.asked.same(deal.book))):
                found[was.key] = was
            else:
                made = self._written(deal, header, row, name, resting, assumed)
                found[made.key] = made
        return found

    def _written(
        self, deal: Deal, header: Header, row: Mapping[str, str], name: str, resting: Mapping[Place, int],
        assumed: Mapping[Place, Any],
    ) -> Written:  # fmt: skip
        asked = Asked()
        try:
            document: Document = compose(self.library, header.template, Watched(deal.book, asked), row, name)
            pages = write_pages(deal, document, FORMATS)
        except LexdocsError as error:
            return Written(header.template, row, name, header, asked, problems=error.problems)
        page = read_page(str(pages[f"{name}.html"]))
        text = str(pages[f"{name}.txt"]) if f"{name}.txt" in pages else None
        rests = (name, legend_of(deal), _resting_on(asked, resting, assumed))
        return Written(header.template, row, name, header, asked, page, text, rests)


def _assumed(deal: Deal) -> Mapping[Place, Any]:
    """The assumed terms, with all that a page may say of them."""
    return {
        (leaf.name, leaf.key): (leaf.path, leaf.says, leaf.value, leaf.written)
        for leaf in deal.terms.leaves
        if leaf.assumption is not None
    }


def _resting_on(asked: Asked, resting: Mapping[Place, int], assumed: Mapping[Place, Any]) -> tuple[Any, ...]:
    """The assumed terms under what a document asked for. It may print less of it, never more."""
    under = 0
    for place in asked.figures:
        under |= resting.get(place, 0)
    return tuple(said for place, said in assumed.items() if resting.get(place, 0) & under)
