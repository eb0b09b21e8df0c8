"""A value in another language than English: what `forms.write` prints there."""

from __future__ import annotations

import datetime
from fractions import Fraction

from lexdocs.notation.decimals import exact
from lexdocs.notation.languages import typeset
from lexdocs.notation.locales import counts, days, sizes
from lexdocs.notation.typography import Manner, Medium
from lexdocs.notation.units import Day, Moment, Rounding, Unit, Value

_SIZES = (Unit.MONEY, Unit.RATE, Unit.PERCENTAGE, Unit.NUMBER, Unit.COUNT)
_ROUNDED = {
    Rounding.UP: {"es": "por exceso", "fr": "à l'unité supérieure", "de": "aufgerundet"},
    Rounding.DOWN: {"es": "por defecto", "fr": "à l'unité inférieure", "de": "abgerundet"},
    Rounding.HALF_UP: {
        "es": "a la unidad más próxima, la mitad por exceso",
        "fr": "à l'unité la plus proche, la demie à l'unité supérieure",
        "de": "kaufmännisch gerundet",
    },
    Rounding.HALF_EVEN: {
        "es": "a la unidad más próxima, la mitad a la par",
        "fr": "à l'unité la plus proche, la demie à l'unité paire",
        "de": "zur nächsten Einheit gerundet, die Hälfte zur geraden",
    },
}
_FLAGS = {"es": ("no", "sí"), "fr": ("non", "oui"), "de": ("nein", "ja")}


def write_in(language: str, value: Value, unit: Unit, manner: Manner, english: str) -> str:
    """A value as a document in the language prints it; `english` is how an English one would.

    Identifiers, names of day counts, texts and titles stand as they are: a text is a matter of the catalogues. Raises
    `NotationError` for what has no form there.

    >>> write_in("de", Fraction("1250.5"), Unit.MONEY, Manner(), "$1,250.50")
    'US-$ 1.250,50'
    >>> write_in("fr", Rounding.UP, Unit.ROUNDING, Manner(medium=Medium.PAPER), "up")
    'à l’unité supérieure'
    """
    if unit is Unit.COUNT and manner.style in ("words", "words_feminine"):
        return counts.count_in(language, int(exact(value)), feminine=manner.style != "words")
    if unit is Unit.COUNT and manner.style == "ordinal":
        return counts.ordinal_in(language, int(exact(value)))
    if unit is Unit.FRACTION:
        said = None if manner.style == "digits" else counts.part_in(language, Fraction(exact(value)))
        return said or english
    if unit in _SIZES and any(char.isnumeric() for char in english):
        return sizes.set_size(english, language, manner.medium)
    other = _other(language, value, manner)
    return (typeset(language, other) if manner.medium is Medium.PAPER else other) if other else english


def _other(language: str, value: Value, manner: Manner) -> str | None:
    if isinstance(value, datetime.date):
        return days.set_date(value, language, manner)
    if isinstance(value, Day):
        return days.set_day(value, language, manner)
    if isinstance(value, Moment):
        return days.set_moment(value, language, manner)
    if isinstance(value, Rounding):
        return _ROUNDED[value][language]
    return _FLAGS[language][value] if isinstance(value, bool) else None
