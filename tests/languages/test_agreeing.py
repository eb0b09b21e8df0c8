"""A word for the notes that the sentences of a language do not fit is told, and one that they fit is not."""

import pytest

from lexdocs.documents.languages.agreeing import unfit
from lexdocs.documents.languages.catalogue import catalogue_of
from lexdocs.documents.library import Library, Template


def told(language, word):
    file = Template(f"languages/{language}.yaml", f'texts:\n  Securities: "{word}"\n')
    catalogue = catalogue_of(Library({}, {}, {language: (file,)}, language=language))
    return [str(each) for each in unfit(catalogue, "notes_term", "Securities")]


@pytest.mark.parametrize(
    ("language", "word"),
    [
        ("es", "Valores"), ("es", "Bonos Existentes"), ("fr", "Titres"), ("fr", "Billets existants"),
        ("de", "Wertpapiere"), ("de", "Alte Wertpapiere"),
    ],
)  # fmt: skip
def test_words_that_do_not_fit(language, word):
    (said,) = told(language, word)
    assert said.startswith(f"templates/languages/{language}.yaml: “{word}” for notes_term does not agree with the")


@pytest.mark.parametrize(
    ("language", "word"),
    [
        ("es", "Notas"), ("es", "Obligaciones Existentes"), ("fr", "Obligations"), ("fr", "Obligations existantes"),
        ("de", "Anleihen"), ("de", "Neue Schuldverschreibungen"), ("de", "Bestands-Notes"),
    ],
)  # fmt: skip
def test_words_that_fit(language, word):
    assert told(language, word) == []


def test_a_term_without_words_is_told_elsewhere():
    catalogue = catalogue_of(Library({}, {}, {}, language="es"))
    assert list(unfit(catalogue, "notes_term", "Securities")) == []
