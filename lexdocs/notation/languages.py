"""The languages in which documents are written, each with the notation of the readers whom it is for. Babel's door.

The notes are in dollars, and a document of any language says the same figures; only their signs differ:

- Spanish is that of the United States, for there and in Puerto Rico and Mexico are the holders of dollar notes who
  read it: a point before the decimals, a comma before thousands. `$1.250` would be a dollar and a quarter to them.
- French and German are those of France and Germany: a comma before the decimals, a space or a point before thousands.
- A `$` alone is the sign of several currencies to readers in these languages: `US$1,250`, `1 250 $US`, `US-$ 1.250`.
  German prospectuses put a foreign currency before the amount, whatever the locale's pattern for prices in shops is.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from lexdocs.notation.error import NotationError, quoted

ENGLISH = "en"


@dataclass(frozen=True)
class Language:
    """A language: its name in English, the locale whose signs its figures have, and how it writes an amount of dollars.

    `draft` is what stands on a translation that nobody has approved, `quotes` what stand around a text, and `assumes`
    how an illustrative copy says what it assumes: of a flag's answer no, after `not`.
    """

    code: str
    name: str
    locale: str
    dollar: str
    draft: str
    quotes: tuple[str, str]
    assumes: str

    @property
    def colon(self) -> str:
        """A colon with the spaces about it."""
        return "\u00a0: " if self.code == "fr" else ": "

    @property
    def tag(self) -> str:
        """The tag of the language for a page, such as `es-US`."""
        return self.locale.replace("_", "-")


LANGUAGES: Mapping[str, Language] = {
    each.code: each
    for each in (
        Language(ENGLISH, "English", "en_US", "${}", "Draft", ("“", "”"), "Illustrative: assumes {}."),
        Language("es", "Spanish", "es_US", "US${}", "Borrador", ("«", "»"), "Ejemplar ilustrativo; supone: {}."),
        Language(
            "fr",
            "French",
            "fr_FR",
            "{}\u00a0$US",
            "Projet",
            ("«\u202f", "\u202f»"),
            "Exemplaire illustratif\u00a0; suppose\u00a0: {}.",
        ),
        Language("de", "German", "de_DE", "US-$\u00a0{}", "Entwurf", ("„", "“"), "Musterfassung; unterstellt: {}."),
    )
}
TRANSLATIONS = tuple(code for code in LANGUAGES if code != ENGLISH)
"""The languages into which documents are translated."""
_APOSTROPHE = re.compile(r"(?<=[^\W\d_])'(?=[^\W\d_\ue000])")
_FRENCH = re.compile("(?<=[^ ]) (?=[:;!?»])|(?<=«) ")
_OPENING = r"(?<![^\s(\[—–-])"
_OPENING_QUOTE, _OPENING_SINGLE = re.compile(f'{_OPENING}"'), re.compile(f"{_OPENING}'(?=\\w)")
_SPACE = re.compile("[\u00a0\u202f]")


@dataclass(frozen=True)
class Signs:
    """What stands in and around a number: before decimals and thousands, and as `{}` around amounts and percentages."""

    point: str
    group: str
    amount: str
    percentage: str


@lru_cache(maxsize=8)
def signs_of(code: str) -> Signs:
    r"""The signs of a language's numbers, from the locale data.

    >>> signs_of("fr")
    Signs(point=',', group='\u202f', amount='{}\xa0$US', percentage='{}\xa0%')
    >>> signs_of("es")
    Signs(point='.', group=',', amount='US${}', percentage='{}%')
    """
    from babel import Locale

    language = LANGUAGES[code]
    locale = Locale.parse(language.locale)
    symbols = locale.number_symbols["latn"]
    percentage = re.sub(r"[#,0.]+", "{}", locale.percent_formats[None].pattern.partition(";")[0])
    return Signs(symbols["decimal"], symbols["group"], language.dollar, percentage)


@lru_cache(maxsize=8)
def months_of(code: str) -> tuple[str, ...]:
    """The names of the months as they stand in a date.

    >>> months_of("fr")[7]
    'août'
    """
    from babel import Locale

    months = Locale.parse(LANGUAGES[code].locale).months["format"]["wide"]
    return tuple(months[number] for number in range(1, 13))


@lru_cache(maxsize=8)
def weekdays_of(code: str) -> tuple[str, ...]:
    """The names of the days of the week from Monday on.

    >>> weekdays_of("de")[0]
    'Montag'
    """
    from babel import Locale

    days = Locale.parse(LANGUAGES[code].locale).days["format"]["wide"]
    return tuple(days[number] for number in range(7))


def parse_language(text: str) -> str:
    """The code of a language, from its code or its English name. Raises `NotationError` for any other.

    >>> parse_language("es"), parse_language("French")
    ('es', 'fr')
    """
    said = text.strip().lower()
    found = next((each.code for each in LANGUAGES.values() if said in (each.code, each.name.lower())), None)
    if found is None:
        known = [f"{each.code} ({each.name})" for each in LANGUAGES.values()]
        remedy = f"write {', '.join(known[:-1])} or {known[-1]}"
        raise NotationError(f"{quoted(text)} is no language of these documents", remedy)
    return found


def typeset(code: str, words: str) -> str:
    r"""Words of a language as they are set: apostrophes, and in French firm spaces at its signs; English is as it is.

    >>> typeset("fr", "l'offre : « ici »"), typeset("en", "holder's")
    ('l’offre\xa0: «\xa0ici\xa0»', "holder's")
    """
    if code == ENGLISH:
        return words
    said = _APOSTROPHE.sub("’", words)
    return _FRENCH.sub("\u00a0", said) if code == "fr" else said


def quoted_as_set(code: str, words: str) -> str:
    r"""Words with the quotation marks of a language for straight ones, and in English with its apostrophes.

    >>> quoted_as_set("en", 'Holders\' "Notes", the Company\'s'), quoted_as_set("de", 'Die "Anleihen"')
    ('Holders’ “Notes”, the Company’s', 'Die „Anleihen“')
    """
    opened, closed = LANGUAGES[code].quotes
    said = _OPENING_QUOTE.sub(opened, words).replace('"', closed)
    return _OPENING_SINGLE.sub("‘", said).replace("'", "’") if code == ENGLISH else said


def typeset_line(code: str, words: str) -> str:
    """A title or a running head as it is set: what Markdown does for the words of a page, done for a line of them.

    >>> typeset_line("en", "Offer -- the Company's Notes")
    'Offer – the Company’s Notes'
    """
    said = quoted_as_set(code, words).replace("---", "—").replace("--", "–").replace("...", "…")
    return typeset(code, said)


def unspaced(text: str) -> str:
    """The text with plain spaces where firm ones stand, for a file of plain characters."""
    return _SPACE.sub(" ", text)
