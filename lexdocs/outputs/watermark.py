"""DRAFT across each page, beneath its words: drawn as outlines and marked as an artifact, which nobody reads out."""

from __future__ import annotations

import io
from collections.abc import Sequence
from functools import lru_cache
from math import atan2, cos, hypot, sin
from typing import Any

WORD = "DRAFT"
_GRAY = b"0.93 g"
_LENGTH = 0.62  # of the diagonal of the page


def draw(pdf: Any, font: bytes) -> None:
    """Draw the word on each page of a PDF that pydyf is about to write, in the letters of an OpenType font."""
    for item in pdf.objects:
        if hasattr(item, "get") and item.get("Type") == "/Page":
            content = pdf.objects[int(bytes(item["Contents"]).split()[0])]
            left, bottom, right, top = (float(each) for each in item["MediaBox"])
            content.stream.insert(0, _drawn(font, right - left, top - bottom))


@lru_cache(maxsize=8)
def _drawn(font: bytes, width: float, height: float) -> bytes:
    """The operators that draw it from the lower left to the upper right, in the middle of a page of this size."""
    path, length, tall = _outlines(font)
    angle = atan2(height, width)
    scale = _LENGTH * hypot(width, height) / length
    turned = [scale * cos(angle), scale * sin(angle), -scale * sin(angle), scale * cos(angle)]
    left = width / 2 - (turned[0] * length + turned[2] * tall) / 2
    bottom = height / 2 - (turned[1] * length + turned[3] * tall) / 2
    matrix = " ".join(_number(each) for each in (*turned, left, bottom)).encode()
    head = b"/Artifact <</Type /Pagination /Subtype /Watermark>> BDC q " + _GRAY
    return head + b" " + matrix + b" cm " + path + b" f Q EMC"


@lru_cache(maxsize=2)
def _outlines(font: bytes) -> tuple[bytes, float, float]:
    """The outlines of the letters side by side, how long they are together, and how tall, in units of the font."""
    from fontTools.pens.basePen import BasePen
    from fontTools.pens.transformPen import TransformPen
    from fontTools.ttLib import TTFont

    operators: list[str] = []

    class Pen(BasePen):  # type: ignore[misc]  # the library has no types
        def _moveTo(self, pt: Sequence[float]) -> None:  # noqa: N802  named by the library
            operators.append(f"{_points(pt)} m")

        def _lineTo(self, pt: Sequence[float]) -> None:  # noqa: N802
            operators.append(f"{_points(pt)} l")

        def _curveToOne(self, *points: Sequence[float]) -> None:  # noqa: N802
            operators.append(f"{_points(*points)} c")

        def _closePath(self) -> None:  # noqa: N802
            operators.append("h")

    face = TTFont(io.BytesIO(font))
    glyphs, names = face.getGlyphSet(), face.getBestCmap()
    at = 0.0
    for letter in WORD:
        glyph = glyphs[names[ord(letter)]]
        glyph.draw(TransformPen(Pen(glyphs), (1, 0, 0, 1, at, 0)))
        at += glyph.width
    return " ".join(operators).encode(), at, float(face["OS/2"].sCapHeight)


def _points(*points: Sequence[float]) -> str:
    return " ".join(_number(each) for point in points for each in point)


def _number(number: float) -> str:
    return f"{number:.4f}".rstrip("0").rstrip(".")
