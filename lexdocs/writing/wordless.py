"""The phrases that a deal's translated documents would print and that have no words yet, found all at once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from lexdocs.deal import Deal, legend_of, library_of
from lexdocs.errors import LexdocsError, Problem
from lexdocs.figures.figure import Figure
from lexdocs.notation.languages import ENGLISH, LANGUAGES

if TYPE_CHECKING:
    from lexdocs.documents.languages.catalogue import Wordless

_FEW = 20  # the documents of a template and language that are read: holders' statements say the same phrases


def wordless(life: Sequence[Deal]) -> Mapping[str, tuple[Wordless, ...]]:
    """For each language the phrases without words, in the order in which documents meet them.

    What cannot be written for another reason is passed over: `build` says why.
    """
    from lexdocs.documents.header import read_header
    from lexdocs.documents.languages.writing import compose_in, languages_of
    from lexdocs.documents.occasions import occasions

    found: dict[str, dict[Wordless, None]] = {}
    for deal in life:
        library, event = library_of(deal), deal.terms.event
        read: Counter[tuple[str, str]] = Counter()
        for template in library.documents:
            try:
                header = read_header(library.templates[template])
                if event.kind not in header.events or deal.terms.values.kind not in header.offers:
                    continue
                called_for = list(occasions(deal.book, header, event.name))
            except LexdocsError:
                continue
            for row, name in called_for:
                for language in languages_of(library, header, deal.book, row, deal.terms.values.languages):
                    read[template, language] += 1
                    if read[template, language] == 1:
                        found.setdefault(language, {}).update(dict.fromkeys(_of_the_legend(deal, language)))
                    if read[template, language] > _FEW:
                        continue
                    try:
                        compose_in(library, template, language, deal.book, row, f"{name}.{language}")
                    except LexdocsError as error:
                        found.setdefault(language, {}).update(dict.fromkeys(_phrases(error)))
    return {language: tuple(phrases) for language, phrases in found.items() if phrases}


def unfit(deal: Deal) -> tuple[Problem, ...]:
    """Where a deal's words for its notes do not agree with the sentences of the documents in that language."""
    from lexdocs.documents.languages import agreeing
    from lexdocs.documents.languages.catalogue import catalogue_of
    from lexdocs.documents.languages.translated import in_language

    said = {name: deal.book.figure(name) for name in agreeing.NOTES if name in deal.book.names()}
    terms = {name: str(each.value) for name, each in said.items() if isinstance(each, Figure)}
    catalogues = [
        catalogue_of(in_language(library_of(deal), language)) for language in LANGUAGES if language != ENGLISH
    ]
    return tuple(
        problem for each in catalogues for name, text in terms.items() for problem in agreeing.unfit(each, name, text)
    )


def _of_the_legend(deal: Deal, language: str) -> tuple[Wordless, ...]:
    """The legend, where it has no words: it stands on each page, and in no template."""
    from lexdocs.documents.languages.catalogue import catalogue_of
    from lexdocs.documents.languages.saying import Saying
    from lexdocs.documents.languages.translated import in_language

    legend = legend_of(deal)
    try:
        if legend:
            Saying(language, catalogue_of(in_language(library_of(deal), language))).text("legend", legend)
    except LexdocsError as error:
        return _phrases(error)
    return ()


def _phrases(error: LexdocsError) -> tuple[Wordless, ...]:
    from lexdocs.documents.languages.catalogue import Wordless

    return tuple(each for each in error.problems if isinstance(each, Wordless))
