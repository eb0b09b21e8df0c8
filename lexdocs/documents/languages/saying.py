"""How one document says its figures: in its language, texts by its catalogue, names as they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lexdocs.documents.languages.catalogue import Catalogue
from lexdocs.documents.languages.names import is_name
from lexdocs.errors import RenderError
from lexdocs.figures.figure import Figure
from lexdocs.notation.forms import write
from lexdocs.notation.languages import ENGLISH
from lexdocs.notation.typography import Medium
from lexdocs.notation.units import Unit
from lexdocs.terms.leaf import Leaf

_EMPTY = Catalogue(ENGLISH)
AMENDED = "amended_term_says"
PATTERN = "amended_term_pattern"
PLACES = {
    "notes": ("notes_sought",), "new": ("new_notes_term",), "row": ("amended_term_row",),
    "heading": ("amended_term_heading",), "nth": ("amended_term_nth",), "date": ("amended_term_date",),
    "each": ("price_basis", "denomination"),
}  # fmt: skip
"""The figures that fill the places of a phrase for a changed term."""


class WordlessError(RenderError):
    """A text of the terms has no words in the language of a document."""


def set_as(figure: Figure) -> Unit:
    """As what a figure is set: what a changed term is called holds titles of notes, and is set as they are."""
    return Unit.TITLE if figure.name == AMENDED else figure.unit


@dataclass(frozen=True)
class Saying:
    """A language with its catalogue."""

    language: str = ENGLISH
    catalogue: Catalogue = _EMPTY

    def write(self, figure: Figure, style: str | None = None, medium: Medium = Medium.PLAIN) -> str:
        """A figure as it is printed. Raises what `forms.write` raises, and `RenderError` for a text without words."""
        value = figure.value
        if self.language != ENGLISH and figure.unit is Unit.TEXT and isinstance(value, str) and value:
            value = self.amended(figure) if figure.name == AMENDED else self.text(figure.name, value, *_called(figure))
        return write(value, set_as(figure), style=style, written=figure.written, medium=medium, language=self.language)

    def text(self, figure: str, english: str, *more: str) -> str:
        """A text of a figure of that name; `more` are figures that say the same, from which it has it."""
        if any(is_name(name, Unit.TEXT) for name in (figure, *more)):
            return english
        said = self.catalogue.text(figure, english, *more)
        if said is None:
            raise WordlessError(self.catalogue.missing(figure, english))
        return said

    def amended(self, figure: Figure) -> str:
        """What a changed term is called: the phrase of its kind in the language, and what fills its places."""
        given = {each.parameter: each.figures[0] for each in figure.inputs}
        pattern = given[PATTERN]
        assert isinstance(pattern, Figure)  # noqa: S101  nothing is called by what is pending
        said = self.text(AMENDED, str(pattern.value))

        def filled(place: re.Match[str]) -> str:
            found = next(given[name] for name in PLACES[place[1]] if name in given)
            assert isinstance(found, Figure)  # noqa: S101  as above
            return self.write(found, "ordinal" if place[1] == "nth" else None)

        return re.sub(r"\{(\w+)\}", filled, said)

    def assumed(self, says: str, figure: Figure) -> str:
        """What a figure is that an illustrative copy assumes; of a flag, what holds or does not."""
        answer = "" if figure.unit is not Unit.FLAG else "yes" if figure.value else "no"
        said = self.catalogue.assumed(says, answer)
        if said is None:
            raise RenderError(self.catalogue.unassumed(says, answer))
        return said


def _called(figure: Figure) -> Iterator[str]:
    """The names of the figures from which one has its words as they are: a changed term, the term itself."""
    if figure.name.startswith("amended_term_") and isinstance(figure.proof, Leaf):
        yield figure.key[0].partition(".")[0]
    for each in (each for given in figure.inputs for each in given.figures):
        if isinstance(each, Figure) and each.unit is Unit.TEXT and each.value == figure.value:
            yield each.name
            yield from _called(each)


IN_ENGLISH = Saying()
