"""How one document says its figures: in its language, texts by its catalogue, names as they stand."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lexdocs.documents.languages.catalogue import Catalogue
from lexdocs.documents.languages.names import is_name
from lexdocs.errors import RenderError
from lexdocs.figures.figure import Figure
from lexdocs.notation.forms import write
from lexdocs.notation.languages import ENGLISH
from lexdocs.notation.typography import Medium
from lexdocs.notation.units import Unit

_EMPTY = Catalogue(ENGLISH)
AMENDED = "amended_term_says"
_ROW = re.compile(r"(.+)( \([^()]+\))")


class WordlessError(RenderError):
    """A text of the terms has no words in the language of a document."""


@dataclass(frozen=True)
class Saying:
    """A language with its catalogue."""

    language: str = ENGLISH
    catalogue: Catalogue = _EMPTY

    def write(self, figure: Figure, style: str | None = None, medium: Medium = Medium.PLAIN) -> str:
        """A figure as it is printed. Raises what `forms.write` raises, and `RenderError` for a text without words."""
        value = figure.value
        if self.language != ENGLISH and figure.unit is Unit.TEXT and isinstance(value, str) and value:
            value = self.text(figure.name, value)
        return write(
            value, figure.unit, style=style, written=figure.written, medium=medium, language=self.language
        )  # fmt: skip

    def text(self, figure: str, english: str) -> str:
        """A text of a figure of that name."""
        if is_name(figure, Unit.TEXT):
            return english
        said = self.catalogue.text(figure, english) or self._with_row(figure, english)
        if said is None:
            raise WordlessError(self.catalogue.missing(figure, english))
        return said

    def _with_row(self, figure: str, english: str) -> str | None:
        """What a changed term is called, `Cap of the option (cash)`: its words, and its row as the terms label it."""
        row = _ROW.fullmatch(english) if figure == AMENDED else None
        said = self.catalogue.text(figure, row[1]) if row else None
        return f"{said}{row[2]}" if row and said else None

    def assumed(self, says: str, figure: Figure) -> str:
        """What a figure is that an illustrative copy assumes; of a flag, what holds or does not."""
        answer = "" if figure.unit is not Unit.FLAG else "yes" if figure.value else "no"
        said = self.catalogue.assumed(says, answer)
        if said is None:
            raise RenderError(self.catalogue.unassumed(says, answer))
        return said


IN_ENGLISH = Saying()
