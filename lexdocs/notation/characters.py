"""A text as the forms know it: character for character the same, in plain small letters.

A place in the one is the same place in the other, so that what is found in the one can be cut out of the other.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping

from lexdocs.notation.typography import FRACTION_SIGNS, LOWERED, PLAIN_CHARACTERS, RAISED

ODD = "\x1a"
"""Stands for a character that is a number in no form of ours, such as a circled digit."""


class _Characters(dict[int, str]):
    """Each character as the forms know it; the ones not seen before are looked up once."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        category = unicodedata.category(char)
        if category == "Nd":
            self[code] = str(unicodedata.decimal(char))
        elif category == "No" and char not in FRACTION_SIGNS + RAISED + LOWERED:
            self[code] = ODD
        else:
            self[code] = char
        return self[code]


_CHARACTERS: Mapping[int, str] = _Characters(
    PLAIN_CHARACTERS | {ord(char): char.lower() for char in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"} | {10: "\n"}
)


def alike(text: str) -> str:
    """The text in small letters, with plain spaces, hyphens, quotes and digits in the places where its own stand.

    >>> alike("“9\u00a03/8% Notes”")
    '"9 3/8% notes"'
    """
    return text.translate(_CHARACTERS)
