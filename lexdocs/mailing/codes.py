"""Codes: how the characters of a font are written in what is stamped, one byte for nearly all of them.

A character of Latin-1 is its own byte, so that a text is its own code; any other is two bytes. A font of the plate is
given a second dictionary for it, over the same glyphs.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from lexdocs.outputs.glyphs import Glyph
from lexdocs.outputs.pdf_objects import Objects

_PAIRS = 0x80  # first bytes from here to 0x9f begin a pair; the second is one of as many from here
_SIZE = 0x80
_MOST = 100  # lines that one block of a CMap may have
_NUL, _END = 0x20, 0xFF
NAME = b"Lexdocs-Codes"
"""What the map from codes to glyphs is called."""


@dataclass(frozen=True)
class Codes:
    """The characters of a font with their codes, as text of Latin-1."""

    of: Mapping[str, str]
    table: Mapping[int, str]

    def write(self, text: str) -> str:
        r"""A text in codes, as it stands within the brackets of a PDF string.

        >>> codes_of({"a": Glyph(5, 1.0), "ő": Glyph(9, 1.0), "(": Glyph(2, 1.0)}).write("a(ő")
        'a\\(\x80\x80'
        """
        return text.translate(self.table)


def codes_of(glyphs: Mapping[str, Glyph]) -> Codes:
    """The codes of some characters."""
    of: dict[str, str] = {}
    pairs = iter(range(_PAIRS * _SIZE))
    for char in glyphs:
        if _NUL <= ord(char) <= _END and not _PAIRS <= ord(char) < _PAIRS + 0x20:
            of[char] = char
        else:
            high, low = divmod(next(pairs), _SIZE)
            of[char] = chr(_PAIRS + high) + chr(_PAIRS + low)
    table = {ord(char): f"\\{char}" for char in "()\\"}
    table |= {ord(char): code for char, code in of.items() if code != char}
    return Codes(of, table)


def maps_of(glyphs: Iterable[tuple[str, str, int]]) -> tuple[bytes, bytes]:
    """What leads from codes to glyphs and what leads to characters; of each character its code and its glyph."""
    chars = sorted((code.encode("latin-1"), char, glyph) for char, code, glyph in glyphs)
    encoding = _cmap(b"(Adobe)", b"(Identity)", [
        b"<%s> %d" % (code.hex().encode(), glyph) for code, _, glyph in chars
    ], b"cidchar")  # fmt: skip
    unicode = _cmap(b"(Adobe)", b"(UCS)", [
        b"<%s><%s>" % (code.hex().encode(), char.encode("utf-16-be").hex().encode()) for code, char, _ in chars
    ], b"bfchar")  # fmt: skip
    return encoding, unicode


def font_of(font: Any, glyphs: Iterable[tuple[str, str, int]], objects: Objects) -> int:
    """The number of a font dictionary that reads codes; `glyphs` are characters, each with its code and its glyph."""
    encoding, unicode = maps_of(glyphs)
    system = b"<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
    cmap = objects.stream(encoding, b"/Type/CMap/CMapName/%s/CIDSystemInfo%s" % (NAME, system))
    to_unicode = objects.stream(unicode)
    below = objects.graft(font.DescendantFonts[0])
    base = str(font.BaseFont).encode("ascii")
    return objects.add(
        b"<</Type/Font/Subtype/Type0/BaseFont %s/Encoding %d 0 R/DescendantFonts[%d 0 R]/ToUnicode %d 0 R>>"
        % (base, cmap, below, to_unicode)
    )


def _cmap(registry: bytes, ordering: bytes, lines: Iterable[bytes], what: bytes) -> bytes:
    rows = list(lines)
    blocks = [rows[at : at + _MOST] for at in range(0, len(rows), _MOST)]
    kind = 1 if what == b"cidchar" else 2
    return b"\n".join([
        b"/CIDInit/ProcSet findresource begin 12 dict begin begincmap",
        b"/CIDSystemInfo<</Registry %s/Ordering %s/Supplement 0>>def" % (registry, ordering),
        b"/CMapName/%s def/CMapType %d def" % (NAME, kind),
        b"3 begincodespacerange\n<00><7f>\n<8080><9fff>\n<a0><ff>\nendcodespacerange",
        *(b"%d begin%s\n%s\nend%s" % (len(block), what, b"\n".join(block), what) for block in blocks),
        b"endcmap CMapName currentdict/CMap defineresource pop end end",
    ])  # fmt: skip
