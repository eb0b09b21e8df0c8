"""Doubles: a font of a plate given again, with a dictionary that reads the codes in which holders' texts are written.

A font that names its glyphs is read byte by byte, as a simple font of PDF (ISO 32000-1, 9.6): any reader takes the
characters out of it. Another one, or one whose codes are wide, is read by the numbers of its glyphs, as it is in the
plate.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any

Coded = Sequence[tuple[str, str, int]]
"""Characters, each with its code and its glyph."""

DOUBLE = "x"  # what the name of a double ends with
_MOST = 100  # lines that one block of a CMap may have


def double_of(pdf: Any, font: Any, glyphs: Coded) -> Any:
    """The double of a font of an open PDF."""
    import pikepdf

    narrow = all(len(code) == 1 for _, code, _ in glyphs)
    unicode = pdf.make_stream(_unicode(glyphs, narrow=narrow))
    if not narrow:
        made = pikepdf.Dictionary(
            Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type0, BaseFont=font.BaseFont, Encoding=font.Encoding,
            DescendantFonts=pikepdf.Array([font.DescendantFonts[0]]), ToUnicode=unicode,
        )  # fmt: skip
        return pdf.make_indirect(made)
    below = font.DescendantFonts[0]
    names, widths = glyph_names(_program(below)), _widths(below)
    coded = sorted((ord(code), glyph) for _, code, glyph in glyphs)
    first, last = coded[0][0], coded[-1][0]
    of = dict(coded)
    differences: list[Any] = []
    for code, glyph in coded:
        if code - 1 not in of:
            differences.append(code)
        differences.append(pikepdf.Name("/" + names[glyph]))
    made = pikepdf.Dictionary(
        Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=font.BaseFont, FirstChar=first, LastChar=last,
        Widths=pikepdf.Array([widths.get(of[code], 0) if code in of else 0 for code in range(first, last + 1)]),
        FontDescriptor=below.FontDescriptor, ToUnicode=unicode,
        Encoding=pikepdf.Dictionary(Type=pikepdf.Name.Encoding, Differences=pikepdf.Array(differences)),
    )  # fmt: skip
    return pdf.make_indirect(made)


def names_glyphs(font: Any) -> bool:
    """Whether a font of an open PDF names its glyphs, so that it can be read byte by byte."""
    below = font.DescendantFonts[0]
    return "/FontFile3" in below.FontDescriptor and bool(glyph_names(_program(below)))


def _program(below: Any) -> bytes:
    return bytes(below.FontDescriptor.FontFile3.read_bytes())


@lru_cache(maxsize=32)
def glyph_names(program: bytes) -> Sequence[str]:
    """The names of the glyphs of an OpenType font with Type 2 outlines; none where it only numbers them."""
    from fontTools.ttLib import TTFont, TTLibError

    try:
        with TTFont(io.BytesIO(program), lazy=True) as font:
            top = font["CFF "].cff[0]
            return () if hasattr(top, "ROS") else tuple(top.charset)
    except (TTLibError, KeyError):
        return ()


def _widths(below: Any) -> Mapping[int, Any]:
    """The width of each glyph, in thousandths of the size, as a font by numbers states it (9.7.4.3)."""
    found: dict[int, Any] = {}
    items = iter(below.W)
    for first in items:
        after = next(items)
        if isinstance(after, int):
            width = next(items)
            found |= dict.fromkeys(range(int(first), int(after) + 1), width)
        else:
            found |= dict(enumerate(after, int(first)))
    return found


def _unicode(glyphs: Coded, *, narrow: bool) -> bytes:
    """What leads from codes to characters (9.10.3)."""
    lines = sorted({code.encode("latin-1"): char for char, code, _ in reversed(glyphs)}.items())
    rows = [b"<%s><%s>" % (code.hex().encode(), char.encode("utf-16-be").hex().encode()) for code, char in lines]
    return b"\n".join([
        b"/CIDInit/ProcSet findresource begin 12 dict begin begincmap",
        b"/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def",
        b"/CMapName/Adobe-Identity-UCS def/CMapType 2 def",
        b"1 begincodespacerange\n%s\nendcodespacerange" % (b"<00><ff>" if narrow else b"<0000><ffff>"),
        *_blocks(rows),
        b"endcmap CMapName currentdict/CMap defineresource pop end end",
    ])  # fmt: skip


def _blocks(rows: Sequence[bytes]) -> Iterator[bytes]:
    for at in range(0, len(rows), _MOST):
        block = rows[at : at + _MOST]
        yield b"%d beginbfchar\n%s\nendbfchar" % (len(block), b"\n".join(block))


def doubles_of(pdf: Any, page: Any, fonts: Iterable[tuple[str, Coded]], known: dict[str, Any]) -> None:
    """Give a page of an open PDF the doubles of its fonts; `known` has those that were made."""
    own = page.Resources.Font
    for name, glyphs in fonts:
        if f"/{name}" in own and f"/{name}{DOUBLE}" not in own:
            if name not in known:
                known[name] = double_of(pdf, own[f"/{name}"], glyphs)
            own[f"/{name}{DOUBLE}"] = known[name]
