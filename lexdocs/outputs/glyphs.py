"""Glyphs of a font as a page shows them: the code of each character, and how far it goes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Glyph:
    """A character in a font of some size: its code in the page's font, its width in pixels as lines are measured."""

    code: int
    width: float


@dataclass(frozen=True)
class Look:
    """How a text is drawn: the operators that choose color and font, points to a pixel, the size, and its glyphs.

    A character that is none of them cannot be set.
    """

    operators: str
    scale: float
    size: float
    glyphs: Mapping[str, Glyph | None] = field(repr=False, compare=False)
