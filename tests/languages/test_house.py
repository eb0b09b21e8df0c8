"""The house's own translations: every notice and statement of holders, whole and of the English words as they are."""

from __future__ import annotations

import json

import pytest

from lexdocs.documents.languages.catalogue import catalogue_of
from lexdocs.documents.languages.saying import AMENDED, Saying
from lexdocs.documents.languages.standing import is_translated, standing
from lexdocs.documents.languages.translated import in_language
from lexdocs.documents.library import Library, open_library
from lexdocs.errors import RenderError
from lexdocs.notation.languages import TRANSLATIONS
from lexdocs.offers.kinds import KINDS, schema_of
from lexdocs.resources import templates_folder

WHOLE = ("es", "fr", "de")
"""The languages in which everything is translated."""


def house() -> Library:
    """The templates of the house, without any of a deal."""
    return open_library([templates_folder()])


@pytest.mark.parametrize("language", WHOLE)
def test_every_notice_and_statement_has_a_translation_of_its_words_as_they_are(language: str):
    library = house()
    names = [name for name in library.documents if is_translated(library, name)]
    stand = [standing(library, name, language) for name in names]
    told = [str(problem) for each in stand for problem in (*each.missing, *each.wrong, *each.stale)]
    assert (told, {each.said for each in stand} - {"draft", "approved"}) == ([], set())


@pytest.mark.parametrize("language", TRANSLATIONS)
def test_what_amendments_change_is_called_as_the_terms_call_it(language: str):
    """A term that is called otherwise in English now would go without words in the other languages."""
    called = set().union(*(_described(json.loads(schema_of(kind))) for kind in KINDS))
    files = catalogue_of(in_language(house(), language)).files
    said = {path[-1] for each in files for path in each.said if path[:2] == ("figures", AMENDED)}
    assert said - called == set()


def test_a_changed_term_keeps_its_row():
    french = Saying("fr", catalogue_of(in_language(house(), "fr")))
    said = french.text(AMENDED, "Part of the series that must be tendered (senior)")
    assert said == "Part de la série qui doit être apportée (senior)"
    for name in ("share_class", AMENDED):
        with pytest.raises(RenderError, match=f'{name} says "Nothing of the kind \\(senior\\)"'):
            french.text(name, "Nothing of the kind (senior)")


def _described(tree: object) -> set[str]:
    """What a schema calls its figures."""
    if isinstance(tree, dict):
        own = {str(tree["description"])} if "x-figure" in tree else set()
        return own.union(*map(_described, tree.values()))
    return set().union(*map(_described, tree)) if isinstance(tree, list) else set()
