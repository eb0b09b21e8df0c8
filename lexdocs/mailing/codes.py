"""Codes: how the characters of a font are written in what is stamped, one byte each for nearly all holders.

A character has the byte that it has in Windows-1252, so that a plain text is its own code. Where one has none, all that
is stamped for its holder is written in two bytes a character, the numbers of their glyphs.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from lexdocs.outputs.glyphs import Glyph

_FIRST = 0x20  # what comes before moves the printers of old
_OTHERS = {"−": 0x0E, "\u2009": 0x0F, "\u202f": 0x10, "\u2007": 0x11}  # in amounts, and not in Windows-1252


def _narrow() -> Mapping[str, str]:
    said = (bytes([code]).decode("cp1252", "ignore") for code in range(_FIRST, 0x100))
    found = {
        char: chr(code) for code, char in enumerate(said, _FIRST) if char and (char.isprintable() or char == "\xa0")
    }
    return found | {char: chr(code) for char, code in _OTHERS.items()}


NARROW = _narrow()
"""The characters of which each is one byte, with it."""
_ODD = re.compile("[^" + "".join(map(re.escape, NARROW)) + "]").search


@dataclass(frozen=True)
class Codes:
    """The characters of a font with their codes, as text of Latin-1; `narrow` where each is one byte."""

    of: Mapping[str, str]
    table: Mapping[int, str]
    narrow: bool

    def write(self, text: str) -> str:
        r"""A text in codes, as it stands within the brackets of a PDF string.

        >>> glyphs = {"a": Glyph(0x128, 1.0), "ő": Glyph(9, 1.0), "(": Glyph(2, 1.0), "—": Glyph(3, 1.0)}
        >>> narrow_codes(glyphs).write("a(—"), wide_codes(glyphs).write("a(ő")
        ('a\\(\x97', '\x01\\(\x00\x02\x00\t')
        """
        return text.translate(self.table)


def is_narrow(texts: Iterable[str]) -> bool:
    """Whether all characters of some texts are one byte each."""
    joined = "".join(texts)
    return joined.isascii() or _ODD(joined) is None


def narrow_codes(glyphs: Mapping[str, Glyph]) -> Codes:
    """The codes of one byte of those characters that have one."""
    of = {char: NARROW[char] for char in glyphs if char in NARROW}
    return Codes(of, _table(of), narrow=True)


def wide_codes(glyphs: Mapping[str, Glyph]) -> Codes:
    """The codes of two bytes of some characters."""
    of = {char: chr(glyph.code >> 8) + chr(glyph.code & 0xFF) for char, glyph in glyphs.items()}
    return Codes(of, _table(of), narrow=False)


def _table(of: Mapping[str, str]) -> Mapping[int, str]:
    """What each character becomes within brackets, where some bytes stand for something else."""
    written = {char: "".join(_ESCAPED.get(byte, byte) for byte in code) for char, code in of.items()}
    return {ord(char): code for char, code in written.items() if code != char}


_ESCAPED = {"(": "\\(", ")": "\\)", "\\": "\\\\", "\r": "\\r"}
