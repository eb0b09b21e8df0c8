"""Countries by their codes, whatever a register calls them. Beside `patterns`, Babel's door."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache


@lru_cache(maxsize=4096)
def country_code(said: str) -> str:
    """The ISO 3166 code of two letters of a country that is given by a code or by its English name.

    What is none of these stays as it is, in capitals, so that what is called alike stays together.

    >>> country_code("USA"), country_code("United Kingdom"), country_code(" de "), country_code("Ruritania")
    ('US', 'GB', 'DE', 'RURITANIA')
    """
    plain = _plain(said)
    return _codes().get(plain, plain)


@lru_cache(maxsize=1)
def _codes() -> Mapping[str, str]:
    from babel import Locale
    from babel.core import get_global

    territories = {code: name for code, name in Locale("en").territories.items() if len(code) == len("US")}
    found = {_plain(name): code for code, name in territories.items()}
    # Codes of three letters, and those of two that are out of use, such as UK; regions that became several have many.
    aliases = get_global("territory_aliases")
    found |= {code: now[0] for code, now in aliases.items() if len(now) == 1 and now[0] in territories}
    found |= {code: code for code in territories if code not in aliases}
    return found | {_plain(name): code for name, code in _CALLED.items()}


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
