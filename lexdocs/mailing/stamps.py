"""Stamps: what is set on the pages of a plate for each holder, written for many holders at a time, column by column."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter

from lexdocs.mailing.codes import Codes
from lexdocs.mailing.plates import Line, Plate
from lexdocs.outputs.glyphs import Glyph, Look

_PLACES = 6  # decimals of a point: with fewer, dots of the page move
_NUDGE = 2e-6
"""Points by which all is set to the right and down, far less than is seen.

Places of which each is told from the one before are sums, which may come out less than they are by the last digit of a
float; and what begins exactly on a dot of the page, such as all on its left margin, would begin on the one before it.
"""
_FONT = re.compile(r"/(\S+) ([0-9.]+) Tf")
_COLOR = re.compile(r"[0-9.]+ [0-9.]+ [0-9.]+ rg")


_Pieces = tuple[str | int, ...]
_Gap = tuple[Line, int | _Pieces | None]


@dataclass(frozen=True)
class Stamp:
    """What is set on one page: a pattern of operators, and for each of its gaps the line and how it is to be filled.

    `gaps` are the line, and the slot that stands there; a gap with no slot is how far a line is set to the left, and
    one with the pieces of a text is where the next text begins, from the end of that one.
    """

    pattern: str
    gaps: tuple[_Gap, ...]

    def pages(
        self, texts: Callable[[int, Line], Sequence[str]], offsets: Callable[[Line], Sequence[str]],
        drifts: Callable[[Line, _Pieces], Sequence[str]], count: int,
    ) -> list[bytes]:  # fmt: skip
        """The content of the page for each of some holders: `texts` gives a slot's texts in the codes of a line."""
        columns = [
            offsets(line) if slot is None else texts(slot, line) if isinstance(slot, int) else drifts(line, slot)
            for line, slot in self.gaps
        ]
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
    pattern = ["BT"]
    gaps: list[_Gap] = []
    look, x, y = "", -_NUDGE, _NUDGE
    for line in sorted(lines, key=lambda each: each.look.operators):
        name, codes = fonts(font_of(line.look))
        if line.look.operators != look:
            look = line.look.operators
            pattern.append(_operators(line, name))
        move = f"{_number(round(line.x, _PLACES) - x)} {_number(round(line.y, _PLACES) - y)} Td"
        x, y = round(line.x, _PLACES), round(line.y, _PLACES)
        shown, own = _shown(line, codes, marks=marks)
        gaps += own
        pattern.append(f"{move}{shown}")
    pattern.append("ET")
    return Stamp("\n".join(pattern), tuple(gaps))


def _shown(line: Line, codes: Codes, *, marks: bool) -> tuple[str, list[_Gap]]:
    """The operators that show a line, and their gaps."""
    shown: list[str] = []
    gaps: list[_Gap] = [(line, None)] * line.right
    before: _Pieces = ()
    # What stands at one place of the structure tree goes together; or all of it, where the tree is not asked for.
    for mark, texts in groupby(_texts(line), lambda text: text[0] if marks else None):
        own: list[str] = []
        for _, pieces in texts:
            if not before:
                own += ["%s"] * line.right
            elif any(isinstance(each, int) for each in before):
                own.append("%s")
                gaps.append((line, before))
            else:
                own.append(Widths(line).drift("".join(map(str, before))))
            words = "".join("%s" if isinstance(each, int) else _escaped(codes.write(each)) for each in pieces)
            own.append(f"({words})")
            gaps += [(line, each) for each in pieces if isinstance(each, int)]
            before = pieces
        said = f"{own[0]}Tj" if len(own) == 1 else f"[{''.join(own)}]TJ"
        shown.append(f"{_begun(mark)} {said} EMC" if marks else said)
    return " ".join(shown), gaps


def _texts(line: Line) -> Iterator[tuple[int | None, _Pieces]]:
    """The texts of a line that the printer sets one by one, each with its place in the structure tree."""
    for _, parts in groupby(zip(line.boxes, line.marks, line.pieces, strict=True), itemgetter(0)):
        own = list(parts)
        yield own[0][1], tuple(piece for _, _, piece in own)


def _escaped(words: str) -> str:
    return words.replace("%", "%%")


def _begun(mark: int | None) -> str:
    return "/Artifact BMC" if mark is None else f"/Span<</MCID {mark}>>BDC"


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
        self.drifts: dict[str, str] = {}
        self.even: dict[int | tuple[int, str], str] = {}
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

    def offsets(self, texts: Sequence[str], *, even: bool) -> list[str]:
        """The offset of each of some texts; with `even` those of as many signs and of like ends are as wide."""
        if not even:
            return list(map(self.offset, texts))
        known = self.even
        found = []
        for text in texts:
            key = (len(text), text[-1]) if text[-1:] in _ENDS else len(text)
            offset = known.get(key)
            if offset is None:
                offset = known[key] = self.offset(text)
            found.append(offset)
        return found


_ENDS = ")—"  # of an amount below nothing, and of none
_REMEMBERED = 4096
_ALIKE = str.maketrans("123456789", "000000000")


def _thousandths(value: float) -> str:
    return f"{value:.4f}".rstrip("0").rstrip(".")
