"""The house's own translations: every notice and statement of holders, whole and of the English words as they are."""

from __future__ import annotations

import json
import re

import pytest

from lexdocs.documents.languages.catalogue import catalogue_of
from lexdocs.documents.languages.saying import AMENDED, Saying
from lexdocs.documents.languages.standing import is_translated, standing
from lexdocs.documents.languages.translated import in_language
from lexdocs.documents.library import Library, open_library
from lexdocs.errors import RenderError
from lexdocs.figures.figure import Derivation, Figure, Input
from lexdocs.notation.find import find
from lexdocs.notation.languages import TRANSLATIONS
from lexdocs.notation.units import Unit
from lexdocs.offers.amended_phrases import ALONE, PHRASES
from lexdocs.offers.kinds import KINDS, schema_of
from lexdocs.resources import templates_folder
from lexdocs.terms.amended import NO_TERMS
from lexdocs.terms.leaf import Leaf
from lexdocs.terms.leaves import declared

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


def movable() -> dict[str, Leaf]:
    """Every term that an amendment may move, by the name of its figure."""
    every = (leaf for kind in KINDS.values() for leaf in declared(kind))
    return {each.name: each for each in every if each.path.split(".")[0] not in NO_TERMS}


def test_every_term_that_an_amendment_may_move_has_a_phrase_for_documents_and_none_is_left_over():
    sections = {name for name in movable() if name.startswith("has_")}  # no change of one term makes a section
    assert set(PHRASES) == set(movable()) - sections
    assert set(ALONE) < set(PHRASES)
    said = [*PHRASES.values(), *ALONE.values()]
    for phrase in said:
        assert phrase[0].isupper(), phrase
        assert not re.search(r"such as|where|none|left out|beginning with|full stop|label|:|;", phrase, re.IGNORECASE)
        assert not find(re.sub(r"\{\w+\}", "", phrase)), phrase


@pytest.mark.parametrize("language", TRANSLATIONS)
def test_every_phrase_of_a_changed_term_is_translated_with_its_places(language: str):
    """A phrase that is said otherwise in English now would go without words in the other languages."""
    files = catalogue_of(in_language(house(), language)).files
    said = {path[-1]: text for each in files for path, text in each.said.items() if path[:2] == ("figures", AMENDED)}
    wanted = {*PHRASES.values(), *ALONE.values()}
    assert set(said) == wanted
    for english, text in said.items():
        assert sorted(re.findall(r"\{\w+\}", text)) == sorted(re.findall(r"\{\w+\}", english)), (english, text)
        assert text[0].isupper(), text
        assert english != text or english in {"Dealer manager", "Trustee"} or english.startswith("ISIN"), text


@pytest.mark.parametrize("language", TRANSLATIONS)
def test_what_a_changed_term_chooses_from_has_words(language: str):
    """The words from which a term chooses, before and after a change, and yes and no."""
    catalogue = catalogue_of(in_language(house(), language))
    words = {"yes", "no"}.union(*(_chosen(json.loads(schema_of(kind))) for kind in KINDS))
    missing = {
        each for each in words for side in ("before", "after") if not catalogue.text(f"amended_term_{side}", each)
    }
    assert missing == set()


def test_a_changed_term_is_called_in_another_language_with_its_places_filled():
    def given(name: str, unit: Unit, value: str | int) -> Input:
        return Input(name, (Figure(name, (), unit, value, "", Derivation(given, ())),))

    def called(language: str, pattern: str, *more: Input) -> str:
        saying = Saying(language, catalogue_of(in_language(house(), language)))
        inputs = (given("amended_term_pattern", Unit.TEXT, pattern), *more)
        return saying.amended(Figure(AMENDED, ("x",), Unit.TEXT, "in English", "", Derivation(given, inputs)))

    row = given("amended_term_row", Unit.TITLE, "8% Notes due 2015")
    nth = given("amended_term_nth", Unit.COUNT, 2)
    assert called("fr", PHRASES["series_minimum_tender"], row) == "Part minimale de 8% Notes due 2015 à apporter"
    assert called("de", PHRASES["installment_stated_date"], nth) == "Tag der zweiten Rate der Vergütung"
    assert called("es", PHRASES["installment_stated_date"], nth) == "Fecha del plazo segundo de la comisión"
    with pytest.raises(RenderError, match='amended_term_says says "Nothing of the kind"'):
        called("fr", "Nothing of the kind")


def _chosen(tree: object) -> set[str]:
    """The words from which the terms of a schema choose, but those of the law and of listings."""
    found: set[str] = set()
    if isinstance(tree, dict):
        for name, each in tree.get("$defs", {}).items():
            if name not in _NOT_MOVED:
                found |= {str(word) for word in each.get("enum", ())}
    return found


_NOT_MOVED = {"Exemption", "Fact", "Relief", "ListingFormat"}
