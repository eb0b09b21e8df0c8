"""To whom statements go: rows of a register and mappings of its columns by which one would reach nobody."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from typing import Any

from lexdocs.errors import Problem, Where
from lexdocs.notation.texts import BLANK
from lexdocs.terms.register_columns import LINES
from lexdocs.terms.sheet import HoldersTerms


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
