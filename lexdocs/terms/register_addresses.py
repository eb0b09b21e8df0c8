"""To whom statements go: rows of a register and mappings of its columns by which one would reach nobody."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any

from lexdocs.errors import Problem, Where
from lexdocs.notation.countries import country_code, country_line, country_names, is_country
from lexdocs.notation.error import NotationError
from lexdocs.notation.texts import BLANK
from lexdocs.terms.register_columns import LINES
from lexdocs.terms.sheet import HoldersTerms
from lexdocs.terms.unsaid import cell_of, no_such

_ZIP = re.compile("[0-9]{5}(?:[- ]?[0-9]{4})?").fullmatch
_LOST = re.compile("([0-9]{3,4})(?:-[0-9]{4})?").fullmatch  # its noughts, or one of them
_ZIPPED = frozenset(("US", "PR", "GU", "VI", "AS", "MP"))  # to which the Postal Service of the United States delivers


def unaddressed(values: dict[str, Any], where: Where) -> list[Problem]:
    """A statement without a name or without an address reaches nobody; signs that do not show are none."""
    found = []
    if "name" in values and not _shows(values["name"]):
        found.append(Problem(where, "name: is empty", "write the name of the holder"))
    lines = [values.get(f"address_{line}") for line in range(1, LINES + 1)]
    # A line that is missing among the values is told already.
    if None not in lines and not any(map(_shows, lines)):
        found.append(Problem(where, "address_1: no line of the address says anything", "write where the holder is"))
    return found


def address_of(lines: Iterable[str], country: str) -> str:
    r"""The address of a holder, line by line; that of a foreign one ends with its country.

    >>> address_of(("3 rue de l'Exemple", "", "75002 Paris"), "FR").splitlines()
    ["3 rue de l'Exemple", '75002 Paris', 'FRANCE']
    >>> address_of(("1 Birch Way", "Duluth, MN 55802"), "USA"), address_of(("60311 Frankfurt, Germany",), "DE")
    ('1 Birch Way\nDuluth, MN 55802', '60311 Frankfurt, Germany')
    """
    said = [line for line in lines if line]
    last = _country_below(country, said[-1]) if country and said else ""
    return "\n".join([*said, last] if last else said)


@lru_cache(maxsize=1 << 12)
def _is_home(country: str) -> bool:
    return country_code(country) in _ZIPPED


def _country_below(country: str, last: str) -> str:
    """The line for a country below the last one of an address; nothing at home, and where that line names it."""
    if _is_home(country) or country_code(last.rpartition(",")[2]) == country_code(country):
        return ""
    return country_line(country)


def misposted(values: dict[str, Any], where: Where) -> list[Problem]:
    """A country that nobody knows, and a postal code that has lost its noughts or is none of a place with ZIP codes."""
    faults = _faults(values.get("country", ""), values.get("postal_code", ""))
    return [Problem(where, f"{name}: {what}", remedy) for name, what, remedy in faults]


@lru_cache(maxsize=1 << 16)
def is_posted(country: str, code: str) -> bool:
    """Whether nothing is wrong with a country and a postal code; each may be left out.

    >>> is_posted("USA", "02110"), is_posted("USA", "2110"), is_posted("AT", "1010"), is_posted("ZZ", "")
    (True, False, True, False)
    """
    return not _faults(country, code)


def _faults(country: str, code: str) -> list[tuple[str, str, str]]:
    if country and not is_country(country):
        unknown: NotationError = no_such(
            country, country_names(), "there is no country", "is no country that is known", _COUNTRY
        )
        return [("country", unknown.what, unknown.example)]
    if not code or not country or country_code(country) not in _ZIPPED or _ZIP(code):
        return []
    lost = _LOST(code)
    if lost:
        what = f"a ZIP code has five digits, and this one {len(lost[1])}: the noughts before it are lost"
        return [("postal_code", what, "write them, like 02110, and keep the column as text")]
    return [("postal_code", f"{cell_of(code)} is no ZIP code", "write five digits, or nine, like 02110-1234")]


_COUNTRY = "write its ISO code of two letters, or its name; or leave it empty, and it is sorted by hand"


def _shows(text: Any) -> bool:
    """Whether anything of a text is seen on paper."""
    return any(unicodedata.category(char)[0] not in "ZC" and not BLANK.match(char) for char in text)


def no_addresses(places: Mapping[str, int], terms: HoldersTerms) -> list[Problem]:
    """Lines of the address that are mapped to what another column is: a statement would be posted to a name."""
    by_place: dict[int, str] = {}
    found = []
    for name, at in places.items():
        first = by_place.setdefault(at, name)
        if first != name and name.startswith("address_"):
            what = f'holders.columns: {first} and {name} are both "{terms.columns.get(name, name)}"'
            found.append(Problem(Where("term-sheet.yaml"), what, "name the heading of the line of the address"))
    return found
