"""Widths: how far texts go in the fonts of a plate, and how far to the left lines begin that end at one place."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from lexdocs.mailing.plates import Line
from lexdocs.notation.typography import FIGURE_SPACE
from lexdocs.outputs.glyphs import Glyph, Look

_FONT = re.compile(r"/(\S+) ([0-9.]+) Tf")
_ENDS = frozenset(")—")  # of an amount below nothing, and of none
_REMEMBERED = 4096
_ALIKE = str.maketrans("123456789", "000000000")


def font_of(look: Look) -> str:
    """The name of the font of a look, in its plate."""
    return _FONT.search(look.operators)[1]  # type: ignore[index]  # every look has a font


def size_of(look: Look) -> float:
    """The size of the font of a look, in pixels."""
    return float(_FONT.search(look.operators)[2])  # type: ignore[index]  # every look has a font


class Widths:
    """How wide texts are in a look, in pixels, and how far they are set to the left of their right end."""

    def __init__(self, line: Line) -> None:
        self.line = line
        look = line.look
        glyphs: Mapping[str, Glyph | None] = look.glyphs
        self.widths = {char: glyph.width for char, glyph in glyphs.items() if glyph is not None}
        self.size = size_of(look)
        self.room = line.room / look.scale
        self.fixed = sum(self.of(piece) for piece in line.pieces if isinstance(piece, str))
        self.form = font_of(look), self.size, self.fixed
        """What decides how far a text is set to the left, beside the text."""
        self.known: dict[str, str] = {}
        self.drifts: dict[str, str] = {}
        self.even: dict[Any, str] = {}
        widest = max((width for char, width in self.widths.items() if char.isascii()), default=self.room)
        self.short = int((self.room - self.fixed - 1) / widest)
        if len({self.widths.get(digit) for digit in "0123456789"}) != 1:
            raise ValueError("the figures of this font are not as wide as one another")

    def of(self, text: str) -> float:
        """The width of a text. `KeyError` for a character that cannot be set."""
        return sum(map(self.widths.__getitem__, text))

    def fits(self, text: str, spare: float = 0.0) -> bool:
        """Whether a text can be set, and has room, with so many pixels to spare."""
        try:
            return self.of(text) + self.fixed + spare <= self.room
        except KeyError:
            return False

    def offset(self, text: str) -> str:
        """How far a line is set to the left, in thousandths of the size of its font, as an array of texts says it."""
        # Figures are as wide as one another: a width is told by the places of all else.
        key = text.translate(_ALIKE)
        if key not in self.known:
            if len(self.known) > _REMEMBERED:
                self.known.clear()
            self.known[key] = _thousandths((self.of(text) + self.fixed) * 1000 / self.size)
        return self.known[key]

    def drift(self, text: str) -> str:
        """Where the text behind another one begins, from the end of that one on, as an array of texts says it.

        The printer adds up widths as lines are measured, and a page those that its font states, in whole thousandths.
        """
        key = text.translate(_ALIKE)
        if key not in self.drifts:
            if len(self.drifts) > _REMEMBERED:
                self.drifts.clear()
            widths = [self.widths[char] * 1000 / self.size for char in text]
            self.drifts[key] = _thousandths(sum(round(width) - width for width in widths))
        return self.drifts[key]

    def offsets(self, sorts: Sorts) -> list[str]:
        """The offset of each of some amounts."""
        for sort, text in sorts.texts.items():
            if sort not in self.even:
                self.even[sort] = self.offset(text)
        return list(map(self.even.__getitem__, sorts.of_each))


@dataclass(frozen=True)
class Sorts:
    """Amounts of one style by sort: those of as many signs and of like ends are as wide as one another.

    `texts` has one of each sort, `of_each` the sort of each amount.
    """

    texts: Mapping[Any, str]
    of_each: Sequence[Any]

    @classmethod
    def of(cls, said: Sequence[str]) -> Sorts:
        r"""The sorts of some amounts.

        >>> Sorts.of(["$1.00", "$7.00", "$10.00"]).texts
        {5: '$7.00', 6: '$10.00'}
        >>> Sorts.of(["7.00", "(7.00)", "—"]).of_each
        [4, (6, ')'), (1, '—')]
        >>> Sorts.of(["(7.00)\u2007\u2007", "700.0000"]).of_each  # room for decimals stands behind a bracket
        [(8, ')'), 8]
        """
        sorts: list[Any] = list(map(len, said))
        joined = "".join(said)
        if any(end in joined for end in _ENDS):
            ends = [text.rstrip(FIGURE_SPACE)[-1:] for text in said]
            sorts = [(size, end) if end in _ENDS else size for size, end in zip(sorts, ends, strict=True)]
        return cls(dict(zip(sorts, said, strict=True)), sorts)


def _thousandths(value: float) -> str:
    return f"{value:.3f}".rstrip("0").rstrip(".")
