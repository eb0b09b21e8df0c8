"""Whether the word for the notes fits the sentences around it: the translations take it as a feminine plural.

No term says of what gender its translation is, and no list holds all nouns of a language; the usual words for debt
that do not fit are told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lexdocs.documents.languages.catalogue import Catalogue
from lexdocs.errors import Problem, Severity, Where
from lexdocs.notation.languages import LANGUAGES

NOTES = ("notes_term", "old_notes_term", "new_notes_term")
"""The figures that say the defined term for notes."""

# The noun comes first in Spanish and French, last in German.
_NOUN = {"es": r"^\W*(\w+)", "fr": r"^\W*(\w+)", "de": r"(\w+)\W*$"}
# In German it is declined: of the plurals only those that end so are alike in all cases.
_UNFIT = {
    "es": r"bonos|certificados|empréstitos|instrumentos|pagarés|títulos|valores",
    "fr": r"billets|bons|certificats|effets|emprunts|instruments|titres",
    "de": r"\w*[^ns]",
}
FITTING = {"es": "Notas or Obligaciones", "fr": "Obligations", "de": "Anleihen or Schuldverschreibungen"}
"""Words that the sentences of a language fit."""


def unfit(catalogue: Catalogue, figure: str, english: str) -> Iterator[Problem]:
    """What the catalogue calls the notes, as a warning where the house's sentences do not agree with it."""
    said = catalogue.text(figure, english)
    noun = re.search(_NOUN[catalogue.language], said) if said else None
    if noun and re.fullmatch(_UNFIT[catalogue.language], noun[1], re.IGNORECASE):
        what = (
            f"“{said}” for {figure} does not agree with the sentences of the {LANGUAGES[catalogue.language].name} "
            "documents, which take it as a feminine noun in the plural"
        )
        if catalogue.language == "de":
            what += " that is alike in all cases"
        remedy = f"choose a word such as {FITTING[catalogue.language]}, or have the sentences adapted in the deal"
        yield Problem(Where(f"templates/languages/{catalogue.language}.yaml"), what, remedy, severity=Severity.WARNING)
