"""Pages as a reader sees them: each character with its place, and the page as dots. PDFium's door.

What prints a page is not asked what it printed: another program reads the file.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

RESOLUTION = 151.3
"""Dots to an inch: no round number, so that what stands in a round place, as all on the margin, is well within a dot.

Where a letter begins on the edge of one, the last digit of a float decides on which side of it.
"""
_LEADING = 1.0  # points between the base lines of texts that stand on one line, at most
_NEAR = 0.02  # points by which the place of a character may differ: a twentieth of a dot
_FEW = 0.0002  # of the dots of a page may differ, where letters begin between two of them
_COLORS, _POINTS = 3, 72  # of a dot, and to an inch

Char = tuple[str, float, float]
"""A character, and where it begins: points from the left and from the bottom."""


@dataclass(frozen=True)
class Seen:
    """A page: its lines from the top down, and its dots row by row, so many bytes to a row."""

    lines: tuple[tuple[Char, ...], ...]
    dots: bytes = field(repr=False)
    row: int


def seen(data: bytes) -> Iterator[Seen]:
    """The pages of a PDF as they are seen, one by one. Raises `ValueError` for what is none."""
    import pypdfium2 as pdfium  # type: ignore[import-untyped]

    try:
        paper = pdfium.PdfDocument(data)
        try:
            for page in paper:
                picture = page.render(scale=RESOLUTION / _POINTS, rev_byteorder=True)
                yield Seen(tuple(_lines(_chars(page))), bytes(picture.buffer), picture.stride)
        finally:
            paper.close()
    except pdfium.PdfiumError as error:
        raise ValueError(str(error)) from None


def _chars(page: Any) -> Iterator[Char]:
    """The characters of a page that are seen."""
    from pypdfium2 import raw

    text = page.get_textpage()
    x, y = ctypes.c_double(), ctypes.c_double()
    for index in range(text.count_chars()):
        char = chr(raw.FPDFText_GetUnicode(text, index))
        if not char.isspace() and not raw.FPDFText_IsGenerated(text, index):
            raw.FPDFText_GetCharOrigin(text, index, x, y)
            yield char, x.value, y.value
    text.close()


def _lines(chars: Iterator[Char]) -> Iterator[tuple[Char, ...]]:
    """Characters line by line, as they stand, whatever the order in which they were drawn."""
    down = sorted(chars, key=lambda char: -char[2])
    line = down[:1]
    for above, char in pairwise(down):
        if above[2] - char[2] > _LEADING:
            yield tuple(sorted(line, key=lambda each: each[1]))
            line = []
        line.append(char)
    if line:
        yield tuple(sorted(line, key=lambda each: each[1]))


def apart(own: Seen, other: Seen, spared: float = 0.0) -> str:
    """Where a page first differs from another, without a word of what it says; nothing where they are alike.

    As many inches as are `spared` at its left may look otherwise: there are marks for machines.

    >>> page = Seen(((("a", 72.0, 700.0), ("b", 80.0, 700.0)),), bytes(12), 12)
    >>> apart(page, page)
    ''
    >>> apart(page, Seen(((("a", 72.0, 700.0), ("c", 80.0, 700.0)),), bytes(12), 12))
    'line 1, character 2: another character'
    """
    for number, (line, beside) in enumerate(zip(own.lines, other.lines, strict=False), 1):
        place = _first(line, beside)
        if place:
            return f"line {number}, {place}"
    if len(own.lines) != len(other.lines):
        return f"{len(own.lines)} lines of text, not {len(other.lines)}"
    return _dots(own, other, int(spared * RESOLUTION) * _COLORS)


def _first(line: Sequence[Char], other: Sequence[Char]) -> str:
    for number, (char, beside) in enumerate(zip(line, other, strict=False), 1):
        if char[0] != beside[0]:
            return f"character {number}: another character"
        if max(abs(char[1] - beside[1]), abs(char[2] - beside[2])) > _NEAR:
            return f"character {number}: in another place"
    return "" if len(line) == len(other) else f"{len(line)} characters, not {len(other)}"


def _dots(own: Seen, other: Seen, left: int) -> str:
    if own.dots == other.dots and own.row == other.row:
        return ""
    if own.row != other.row or len(own.dots) != len(other.dots):
        return "a page of another size"
    starts = range(0, len(own.dots), own.row)
    rows = [row for row in starts if own.dots[row + left : row + own.row] != other.dots[row + left : row + own.row]]
    count = sum(
        own.dots[at : at + _COLORS] != other.dots[at : at + _COLORS]
        for row in rows
        for at in range(row + left, row + own.row, _COLORS)
    )
    if not count:
        return ""
    part = count * _COLORS / len(own.dots)
    inches = rows[0] // own.row / RESOLUTION
    return f"{part:.2%} of its dots, from {inches:.1f} inches below its top on" if part > _FEW else ""
