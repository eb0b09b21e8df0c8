"""Counts, ordinals and parts of a whole in the words of other languages. num2words writes the numbers.

Its ordinals for Spanish are not those of its academy from eleven on, so that they stand here, and its German ones are
without their endings, which the sentence gives.
"""

from __future__ import annotations

import re
from fractions import Fraction
from functools import lru_cache

from lexdocs.notation.error import NotationError

_LIMIT = 10**15
_MOST = 31  # an ordinal in words: as far as the days of a month
_ES = (
    "primero segundo tercero cuarto quinto sexto séptimo octavo noveno décimo undécimo duodécimo decimotercero "
    "decimocuarto decimoquinto decimosexto decimoséptimo decimoctavo decimonoveno vigésimo"
).split()
_ES_PARTS = (
    "tercio cuarto quinto sexto séptimo octavo noveno décimo onceavo doceavo treceavo catorceavo quinceavo "
    "dieciseisavo diecisieteavo dieciochoavo diecinueveavo veinteavo"
).split()
_DE_PARTS = (
    "Drittel Viertel Fünftel Sechstel Siebtel Achtel Neuntel Zehntel Elftel Zwölftel Dreizehntel Vierzehntel "
    "Fünfzehntel Sechzehntel Siebzehntel Achtzehntel Neunzehntel Zwanzigstel"
).split()
_HALF = {"es": "la mitad", "fr": "la moitié", "de": "die Hälfte"}
_WHOLE = {"es": ("nada", "la totalidad"), "fr": ("rien", "la totalité"), "de": ("nichts", "das Ganze")}
_ONE = {"es": "un", "fr": "un", "de": "ein"}


@lru_cache(maxsize=4096)
def count_in(language: str, count: int, *, feminine: bool = False) -> str:
    """A count in words; `feminine` where what is counted is.

    >>> count_in("es", 21), count_in("es", 1, feminine=True), count_in("fr", 71), count_in("de", 2)
    ('veintiuno', 'una', 'soixante et onze', 'zwei')
    """
    if not 0 <= count < _LIMIT:
        raise NotationError(f"{count:,} has no form in words here", "print it in digits")
    # Imported here: it loads every language that it knows.
    import num2words  # type: ignore[import-untyped]  # it has no types

    words: str = num2words.num2words(count, lang=language)
    if not feminine:
        return words
    if language == "es":
        return re.sub(r"ientos\b", "ientas", re.sub(r"uno$", "una", words))
    return re.sub(r"\bun$", "une", words) if language == "fr" else re.sub(r"eins$", "eine", words)


@lru_cache(maxsize=256)
def ordinal_in(language: str, count: int) -> str:
    """The ordinal of a count, masculine; German has the ending of one after an article.

    >>> ordinal_in("es", 3), ordinal_in("fr", 1), ordinal_in("de", 21)
    ('tercero', 'premier', 'einundzwanzigste')
    """
    if not 0 < count <= _MOST:
        raise NotationError(f"{count:,} has no ordinal in words here", "print it in digits")
    if language == "es":
        tens, rest = divmod(count, 10)
        if count <= len(_ES):
            return _ES[count - 1]
        return f"{'vigésimo' if tens == 2 else 'trigésimo'}{f' {_ES[rest - 1]}' if rest else ''}"
    import num2words

    return str(num2words.num2words(count, lang=language, to="ordinal"))


@lru_cache(maxsize=256)
def part_in(language: str, part: Fraction) -> str | None:
    """A part of a whole in words, as far as twentieths; None for a finer one.

    >>> part_in("es", Fraction(2, 3)), part_in("fr", Fraction(1, 3)), part_in("de", Fraction(1, 2))
    ('dos tercios', 'un tiers', 'die Hälfte')
    """
    if part in (0, 1):
        return _WHOLE[language][int(part)]
    if part == Fraction(1, 2):
        return _HALF[language]
    above, below = part.numerator, part.denominator
    if below > 20:
        return None
    words = _ONE[language] if above == 1 else count_in(language, above)
    return f"{words} {_denominator(language, below, several=above > 1)}"


def _denominator(language: str, below: int, *, several: bool) -> str:
    if language == "de":
        return _DE_PARTS[below - 3]
    if language == "es":
        return _ES_PARTS[below - 3] + ("s" if several else "")
    if below in (3, 4):
        return "tiers" if below == 3 else "quarts" if several else "quart"
    return ordinal_in("fr", below) + ("s" if several else "")
