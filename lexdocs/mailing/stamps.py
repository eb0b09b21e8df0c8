"""Stamps: what is set on the pages of a plate for each holder, written for many holders at a time, column by column.

Where a line stands, in which font and color, is the same for all holders, so that it is said in the drawing that they
share: it ends with as many saved graphics states as there are lines, the first line's on top. What is a holder's own
shows a text and restores the state below, where the next one stands; it says nothing else (ISO 32000-1, 8.4.2).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from operator import itemgetter
from typing import Any

from lexdocs.mailing.codes import Codes
from lexdocs.mailing.plates import Line, Plate
from lexdocs.outputs.glyphs import Glyph, Look

_PLACES = 6  # decimals of a point: with fewer, dots of the page move
_TRACE = 1e-5  # points: more than what is lost where an offset is rounded
_STATES = 24  # graphics states above one another: readers of old take 28, and the page's own drawing has some
_FONT = re.compile(r"/(\S+) ([0-9.]+) Tf")
_COLOR = re.compile(r"[0-9.]+ [0-9.]+ [0-9.]+ rg")


@dataclass(frozen=True)
class Stamp:
    """What is set on one page: a pattern of operators, and for each of its gaps the line and how it is to be filled.

    `states` is what the shared drawing ends with. `gaps` are the line, and the place of a piece in it; a gap with no
    piece is how far a line is set to the left.
    """

    states: str
    pattern: str
    gaps: tuple[tuple[Line, int | None], ...]

    def pages(
        self, texts: Callable[[int, Line], Sequence[str]], offsets: Callable[[Line], Sequence[str]], count: int
    ) -> list[bytes]:
        """The content of the page for each of some holders: `texts` gives a slot's texts in the codes of a line."""
        columns = [offsets(line) if piece is None else texts(piece, line) for line, piece in self.gaps]
        if not columns:
            return [self.pattern.encode("latin-1")] * count
        return [each.encode("latin-1") for each in map(self.pattern.__mod__, zip(*columns, strict=True))]


def stamps_of(plate: Plate, fonts: Callable[[str], tuple[str, Codes]], *, marks: bool) -> tuple[Stamp, ...]:
    """The stamps of a plate, page by page; `fonts` gives for a font of the plate the name and the codes of its double.

    With `marks` each line is tied to the place in the structure tree that waits for it.
    """
    return tuple(
        _stamp([line for line in plate.lines if line.page == page], fonts, marks=marks) for page in range(plate.pages)
    )


def font_of(look: Look) -> str:
    """The name of the font of a look, in its plate."""
    return _FONT.search(look.operators)[1]  # type: ignore[index]  # every look has a font


def _stamp(lines: Sequence[Line], fonts: Callable[[str], tuple[str, Codes]], *, marks: bool) -> Stamp:
    """The stamp of a page: its lines as they are read, one to a state, or as few as go into so many states."""
    ordered = sorted(lines, key=lambda each: (-round(each.y, 3), each.x))
    size = -(-len(ordered) // _STATES) or 1
    groups = [ordered[start : start + size] for start in range(0, len(ordered), size)]
    states, shown = [], []
    gaps: list[tuple[Line, int | None]] = []
    x, y = 0.0, 0.0
    for group in reversed(groups):
        first = group[0]
        name, _ = fonts(font_of(first.look))
        states.append(f"q 1 0 0 1 {_move(first, x, y)} cm {_operators(first, name)}")
        x, y = _place(first)
    for group in groups:
        said = [_shown(group[0], fonts, gaps, marks=marks)]
        for before, line in pairwise(group):
            name, _ = fonts(font_of(line.look))
            look = f" {_operators(line, name)}" if line.look.operators != before.look.operators else ""
            said.append(f"{look} {_move(line, *_place(before))} Td{_shown(line, fonts, gaps, marks=marks)}")
        shown.append("".join(said))
    states.append("BT" if groups else "")
    return Stamp("\n".join(states), " ET Q BT".join(shown) + " ET Q" if groups else "", tuple(gaps))


def _place(line: Line) -> tuple[float, float]:
    """Where a line stands, in points, a trace to the right and below.

    A place is often a whole number of dots, and who draws it takes the dot by the whole numbers below: then a sum that
    is too small by the least would fall to the dot before. Others lie farther apart than the trace is wide.
    """
    return round(line.x + _TRACE, _PLACES), round(line.y - _TRACE, _PLACES)


def _move(line: Line, x: float, y: float) -> str:
    """How far a line stands from a place, in points."""
    own = _place(line)
    return f"{_number(own[0] - x)} {_number(own[1] - y)}"


def _shown(
    line: Line, fonts: Callable[[str], tuple[str, Codes]], gaps: list[tuple[Line, int | None]], *, marks: bool
) -> str:
    """What shows the texts of a line; what fills it up is noted in `gaps`."""
    _, codes = fonts(font_of(line.look))
    if line.right:
        gaps.append((line, None))
    gaps += [(line, piece) for piece in line.pieces if isinstance(piece, int)]
    shown: list[str] = []
    # What stands at one place of the structure tree goes together; or all of it, where the tree is not asked for.
    tied = zip(line.marks if marks else [None] * len(line.pieces), line.pieces, strict=True)
    for mark, pieces in groupby(tied, itemgetter(0)):
        words = "".join("%s" if isinstance(each, int) else _escaped(codes.write(each)) for _, each in pieces)
        said = f"[%s({words})]TJ" if line.right and not shown else f"({words})Tj"
        shown.append(f"{_begun(mark)}{said} EMC" if marks else said)
    return " ".join(shown)


def _escaped(words: str) -> str:
    return words.replace("%", "%%")


def _begun(mark: int | None) -> str:
    return "/Artifact BMC " if mark is None else f"/Span<</MCID {mark}>>BDC "


def _operators(line: Line, name: str) -> str:
    """The font and the color of a look, the font by the name of its double and in points."""
    size = float(_FONT.search(line.look.operators)[2]) * line.look.scale  # type: ignore[index]  # every look has a font
    color = _COLOR.search(line.look.operators)
    return f"/{name} {_number(size)} Tf {color[0] if color else '0 g'}"


def _number(value: float) -> str:
    """A number of points in as few digits as say it.

    >>> _number(-14.25), _number(1e-9), _number(72)
    ('-14.25', '0', '72')
    """
    said = f"{value:.{_PLACES}f}".rstrip("0").rstrip(".")
    return "0" if said in ("-0", "") else said


class Widths:
    """How wide texts are in a look, in pixels, and how far they are set to the left of their right end."""

    def __init__(self, line: Line) -> None:
        self.line = line
        look = line.look
        glyphs: Mapping[str, Glyph | None] = look.glyphs
        self.widths = {char: glyph.width for char, glyph in glyphs.items() if glyph is not None}
        self.size = float(_FONT.search(look.operators)[2])  # type: ignore[index]  # every look has a font
        self.room = line.room / look.scale
        self.fixed = sum(self.of(piece) for piece in line.pieces if isinstance(piece, str))
        self.known: dict[str, str] = {}
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
        """The sorts of some amounts.

        >>> Sorts.of(["$1.00", "$7.00", "$10.00"]).texts
        {5: '$7.00', 6: '$10.00'}
        >>> Sorts.of(["7.00", "(7.00)", "—"]).of_each
        [4, (6, ')'), (1, '—')]
        """
        sorts: list[Any] = list(map(len, said))
        if not {text[-1:] for text in said}.isdisjoint(_ENDS):
            sorts = [(size, text[-1]) if text[-1:] in _ENDS else size for size, text in zip(sorts, said, strict=True)]
        return cls(dict(zip(sorts, said, strict=True)), sorts)


_ENDS = frozenset(")—")  # of an amount below nothing, and of none
_REMEMBERED = 4096
_ALIKE = str.maketrans("123456789", "000000000")


def _thousandths(value: float) -> str:
    return f"{value:.3f}".rstrip("0").rstrip(".")
