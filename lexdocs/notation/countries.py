"""Countries by their codes, whatever a register calls them. Beside `patterns`, Babel's door."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache


@lru_cache(maxsize=4096)
def country_code(said: str) -> str:
    """The ISO 3166 code of two letters of a country given by a code, or by its name in English or its own tongues.

    What is none of these stays as it is, in capitals, so that what is called alike stays together.

    >>> country_code("USA"), country_code("United Kingdom"), country_code(" de "), country_code("Ruritania")
    ('US', 'GB', 'DE', 'RURITANIA')
    >>> country_code("Deutschland"), country_code("Suisse"), country_code("\u00d6sterreich")
    ('DE', 'CH', 'AT')
    """
    plain = _plain(said)
    return _codes().get(plain) or _own_names().get(plain, plain)


def is_country(said: str) -> bool:
    """Whether a country is known by that code or name.

    >>> is_country("Czech Republic"), is_country("ZZ"), is_country("EU")
    (True, False, False)
    """
    return country_code(said) in _codes().values()


def country_line(said: str) -> str:
    """The last line of an address in a country: its name in English, in capitals; nothing where it is not known.

    Universal Postal Union, and International Mail Manual of the United States, 122.1.

    >>> country_line("DE"), country_line("Espa\u00f1a"), country_line("Ruritania")
    ('GERMANY', 'SPAIN', '')
    """
    return _territories().get(country_code(said), "").upper() if is_country(said) else ""


def country_names() -> Iterator[str]:
    """The English names of all countries."""
    return (name for code, name in _territories().items() if code not in _NONE)


@lru_cache(maxsize=1)
def _codes() -> Mapping[str, str]:
    from babel.core import get_global

    territories = {code: name for code, name in _territories().items() if code not in _NONE}
    found = {_plain(name): code for code, name in territories.items()}
    # Codes of three letters, and those of two that are out of use, such as UK; regions that became several have many.
    aliases = get_global("territory_aliases")
    found |= {code: now[0] for code, now in aliases.items() if len(now) == 1 and now[0] in territories}
    found |= {code: code for code in territories if code not in aliases}
    return found | {_plain(name): code for name, code in _CALLED.items()}


def _territories() -> Mapping[str, str]:
    from babel import Locale

    return {code: name for code, name in Locale("en").territories.items() if len(code) == len("US")}


@lru_cache(maxsize=1)
def _own_names() -> Mapping[str, str]:
    """What countries call themselves, in the languages that are official in all of each; read where it is asked for."""
    from babel import Locale, UnknownLocaleError
    from babel.languages import get_official_languages

    found = {}
    for code in sorted(set(_codes().values())):
        for language in get_official_languages(code, de_facto=True):
            try:
                name = Locale.parse(language).territories.get(code)
            except UnknownLocaleError:
                continue
            if name:
                found[_plain(name)] = code
    return found


_NONE = frozenset(("EU", "EZ", "QO", "UN", "XA", "XB", "ZZ"))
"""Codes of what is no country: unions and regions, languages made up for tests, and a country that is not known."""

_CALLED = {
    "United States of America": "US", "Great Britain": "GB", "England": "GB", "Scotland": "GB", "Wales": "GB",
    "Northern Ireland": "GB", "The Netherlands": "NL", "Holland": "NL", "Czech Republic": "CZ", "Slovak Republic": "SK",
    "Republic of Ireland": "IE", "Hong Kong": "HK", "Macao": "MO", "Macau": "MO", "Korea": "KR",
    "Republic of Korea": "KR", "Turkey": "TR", "Viet Nam": "VN", "Russian Federation": "RU", "Ivory Coast": "CI",
    "Burma": "MM", "Swaziland": "SZ", "Cabo Verde": "CV", "Bahamas": "BS", "The Bahamas": "BS",
}  # fmt: skip


def _plain(name: str) -> str:
    """A name in capitals, without points, and with single spaces.

    >>> _plain(" Trinidad &  Tobago"), _plain("St. Lucia")
    ('TRINIDAD AND TOBAGO', 'SAINT LUCIA')
    """
    words = name.replace(".", "").replace("&", " and ").upper().split()
    return " ".join(["SAINT" if word == "ST" and len(words) > 1 else word for word in words])
