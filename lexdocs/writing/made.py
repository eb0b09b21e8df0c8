"""The digest of all that a document is made of, by which the next build knows whether it would come out the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lexdocs.deal import Deal, legend_of
from lexdocs.writing.drafts import unsettled
from lexdocs.writing.house import house_of

if TYPE_CHECKING:
    from lexdocs.documents.document import Document
    from lexdocs.documents.library import Library


def made_of(deal: Deal, library: Library, template: str) -> str:
    """The digest of all that a document is made of besides the figures that it asks for."""
    from lexdocs.documents.drafts import LAYOUTS
    from lexdocs.documents.header import read_header
    from lexdocs.documents.reads import digest_of
    from lexdocs.outputs.kept import code_stamp

    reached = library.reached_from(template)
    texts = [(each.name, each.text) for each in reached]
    # Whether a translation is a draft follows from the English words too.
    texts += [(each.of.name, each.of.text) for each in reached if each.of is not None]
    texts += [(each.name, each.text) for each in library.catalogues.get(library.language, ())]
    header = read_header(library.templates[template])
    standing = (*unsettled(deal), deal.name) if header.layout in LAYOUTS else ()
    return digest_of(standing, deal.terms.values.kind, legend_of(deal), house_of(deal), code_stamp(), texts)


def digest_of_document(deal: Deal, library: Library, document: Document) -> str:
    """The same of a document, in its language; `library` is the deal's."""
    from lexdocs.documents.languages.translated import in_language
    from lexdocs.documents.library import english_name

    return made_of(deal, in_language(library, document.header.language), english_name(document.template))
