"""One holding the long way: its own book, its document by the template, its page by the printer.

So the probe of a shape is made, the statement of a holder for whom no plate will do, and the sample that stamped ones
are held against.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any

from lexdocs.deal import Deal, library_of
from lexdocs.documents.languages.catalogue import catalogue_of
from lexdocs.documents.languages.saying import IN_ENGLISH, Saying
from lexdocs.documents.languages.standing import standing
from lexdocs.documents.languages.translated import in_language
from lexdocs.documents.library import Library
from lexdocs.documents.marks import Tick
from lexdocs.errors import InputError, LexdocsError, Problem, RenderError, Where
from lexdocs.figures.book import FigureBook, compute
from lexdocs.figures.figure import Figure, Key, Pending, address
from lexdocs.figures.streaming import leaves_of_rows
from lexdocs.mailing.chosen import addressed, parts_of
from lexdocs.notation.languages import ENGLISH
from lexdocs.outputs.heard import NoGlyph
from lexdocs.outputs.pdf import Paper
from lexdocs.terms.leaf import Leaf
from lexdocs.terms.register import AXIS
from lexdocs.terms.register_columns import LANGUAGE
from lexdocs.writing.house import printer_of, stylesheet
from lexdocs.writing.pages import write_pages

if TYPE_CHECKING:
    from lexdocs.documents.document import Document


@dataclass(frozen=True)
class LongWay:
    """A deal as of its event, without its holdings, and the template of what is mailed; `known` are its totals."""

    deal: Deal
    template: str
    event: str
    known: Mapping[tuple[str, Key], Figure | Pending]

    @cached_property
    def library(self) -> Library:
        """The templates of the deal; one that is the same for all holders has an address in front."""
        return addressed(library_of(self.deal), self.template)

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages in which holders may be written to; English among them."""
        return tuple(self.deal.terms.values.languages)

    def saying(self, language: str) -> Saying:
        """How figures are said in a language."""
        own = in_language(self.library, language)
        return Saying(language, catalogue_of(own)) if language != ENGLISH else IN_ENGLISH

    def _spoken(self, leaves: Mapping[str, Any]) -> Library:
        """The templates of the language of a holding."""
        return in_language(self.library, leaves.get(LANGUAGE) or ENGLISH)

    @cached_property
    def parts(self) -> frozenset[str]:
        """The template, and all that are included in it."""
        return parts_of(self.library, self.template)

    @cached_property
    def words(self) -> str:
        """All that the template says, with what is included in it."""
        return "".join(self.library.templates[name].text for name in sorted(self.parts))

    def refuse_template(self) -> None:
        """Raises `InputError` with all that is wrong with the template, before it is wrong for each holder.

        A translation that is not whole, not of the English words as they are now, or approved by nobody is not mailed:
        `LexdocsError` says what stands against it.
        """
        from lexdocs.documents.preflight import preflight

        library = library_of(self.deal)
        problems = preflight(library, self.template, self.deal.book)
        if problems:
            raise InputError(problems)
        others = [each for each in self.languages if each != ENGLISH]
        standings = [standing(library, self.template, each) for each in others]
        against = dict.fromkeys(problem for each in standings for problem in each.problems)
        if against:
            raise LexdocsError(against)
        problems = tuple(
            problem
            for each in others
            for problem in preflight(in_language(library, each), self.template, self.deal.book)
        )
        if problems:
            raise InputError(problems)

    def warm(self) -> None:
        """Load what is loaded for the first page, so that processes which are forked from this one have it."""
        import lexdocs.documents.document  # noqa: F401  nothing that reads a register needs it

        printer_of(self.deal).warm()

    def book(self, label: str, leaves: Mapping[str, Any]) -> FigureBook:
        """The book of the deal with one holding; `leaves` are those of the holding, without it in their address.

        What follows from a leaf that is not given is pending: nothing that is mailed asks for it.
        """
        terms = self.deal.terms
        own = [self._leaf(at, label, leaves.get(at)) for at in dict.fromkeys([*leaves, *self.leaves])]
        kept = [leaf for leaf in terms.leaves if AXIS not in leaf.axes]
        return compute(self.deal.graph, [*kept, *own], {**terms.axes, AXIS: (label,)}, self.known.values())

    @cached_property
    def leaves(self) -> tuple[str, ...]:
        """The addresses of all leaves of a holding, without it."""
        graph, axes = self.deal.graph, self.deal.terms.axes
        return tuple(address(name, key) for name, key in leaves_of_rows(graph, AXIS, graph.shapes, axes))

    def _leaf(self, at: str, label: str, value: Any) -> Leaf:
        name, _, rest = at.partition("[")
        shape = self.deal.graph.shapes[name]
        others = iter(rest.removesuffix("]").split(",") if rest else ())
        key = tuple(label if axis == AXIS else next(others) for axis in shape.axes)
        path = f"register.{name}[{label}]"
        return Leaf(name, path, shape.unit, shape.says, Where("register"), value, None, shape.axes, key)

    def document(self, label: str, leaves: Mapping[str, Any]) -> tuple[Deal, Document]:
        """The deal with one holding, and its document. Raises `RenderError` where it would print what is pending."""
        from lexdocs.documents.document import compose

        deal = replace(self.deal, book=self.book(label, leaves))
        return deal, compose(self._spoken(leaves), self.template, deal.book, {AXIS: label}, f"{self.event}/{label}")

    def page(self, label: str, leaves: Mapping[str, Any]) -> str:
        """The HTML page of a holding."""
        deal, document = self.document(label, leaves)
        return str(write_pages(deal, document, ["html"])[f"{document.name}.html"])

    def title(self, label: str, leaves: Mapping[str, Any]) -> tuple[str | Tick, ...]:
        """The title of a holding's document in pieces, words and values."""
        from lexdocs.documents.document import title_of

        return title_of(self._spoken(leaves), self.template, self.book(label, leaves), {AXIS: label})

    def paper(self, label: str, leaves: Mapping[str, Any]) -> Paper:
        """The page of a holding as a PDF. Raises `RenderError` where a character has no glyph, and repeats none."""
        made = printer_of(self.deal).print(self.page(label, leaves), label, stylesheet(self.deal))
        warned: list[Problem] = []
        for each in made.warnings:
            warned += each.unnamed(self.words, self.template) if isinstance(each, NoGlyph) else [each]
        errors = [each for each in warned if each.severity == "error"]
        if errors:
            raise RenderError(errors)
        return made
