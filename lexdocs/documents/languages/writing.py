"""Writing a document in the languages in which it is asked for, beside the English one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from lexdocs.documents.document import Document, compose
from lexdocs.documents.header import Header
from lexdocs.documents.languages.standing import is_translated, standing
from lexdocs.documents.languages.translated import in_language
from lexdocs.documents.library import Library, english_name
from lexdocs.documents.marks import Book
from lexdocs.errors import Problem, Severity
from lexdocs.figures.figure import Figure
from lexdocs.notation.languages import ENGLISH, LANGUAGES

SPOKEN = "holder_language"


def languages_of(
    library: Library, header: Header, book: Book, row: Mapping[str, str], asked: Iterable[str]
) -> Iterator[str]:
    """The languages beside English in which a document is written.

    What is a holder's is written in the holder's own language; all other notices in each language that is `asked` for.
    """
    if not is_translated(library, header.template):
        return
    if header.per is None or SPOKEN not in book.names():
        yield from (each for each in asked if each != ENGLISH)
        return
    spoken = book.lookup(SPOKEN, row)
    if isinstance(spoken, Figure) and spoken.value not in ("", ENGLISH):
        yield str(spoken.value)


def compose_in(
    library: Library, template: str, language: str, book: Book, row: Mapping[str, str], name: str
) -> Document:  # fmt: skip
    """Write a document in a language; one that nobody has approved says that it is a draft. Raises as `compose`."""
    if language == ENGLISH:
        return compose(library, template, book, row, name)
    document = compose(in_language(library, language), template, book, row, name)
    approved = not standing(library, template, language).problems
    return document if approved else replace(document, unapproved=draft_mark(language))


def draft_mark(language: str) -> str:
    """What stands on each page of a translation that nobody has approved, for readers of both languages.

    >>> draft_mark("es")
    'BORRADOR (draft translation).'
    """
    return f"{LANGUAGES[language].draft.upper()} (draft translation)."


def told(library: Library, documents: Iterable[Document]) -> list[Problem]:
    """What is to be told of the translations among some documents: what is stale, and as warnings what is a draft."""
    found: list[Problem] = []
    foreign = {(english_name(each.template), each.header.language) for each in documents if each.unapproved}
    for template, language in sorted(foreign):
        stands = standing(library, template, language)
        found += stands.stale
        found += [replace(each, severity=Severity.WARNING) for each in stands.drafts]
    return list(dict.fromkeys(found))
