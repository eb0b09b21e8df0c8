"""Stamps: what is set on the pages of a plate for each holder, written for many holders at a time, column by column.

Where a line stands, in which font and color, is the same for all holders, so that it is said in the drawing that they
share: it ends with as many saved graphics states as there are lines, the first line's on top. What is a holder's own
shows a text and restores the state below, where the next one stands; it says nothing else (ISO 32000-1, 8.4.2).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter

from lexdocs.mailing.codes import Codes
from lexdocs.mailing.plates import Line, Plate
from lexdocs.mailing.widths import Widths, font_of, size_of

_PLACES = 6  # decimals of a point: with fewer, dots of the page move
_TRACE = 1e-5  # points: more than what is lost where an offset is rounded
_STATES = 24  # graphics states above one another: readers of old take 28, and the page's own drawing has some
_COLOR = re.compile(r"[0-9.]+ [0-9.]+ [0-9.]+ rg")


_Pieces = tuple[str | int, ...]
_Gap = tuple[Line, int | _Pieces | None]


@dataclass(frozen=True)
class Stamp:
    """What is set on one page: a pattern of operators, and for each of its gaps the line and how it is to be filled.

    `states` is what the shared drawing ends with. `gaps` are the line, and the slot that stands there; a gap with no
    slot is how far a line is set to the left, and one with the pieces of a text is where the next text begins, from
    the end of that one.
    """

    states: str
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


def _stamp(lines: Sequence[Line], fonts: Callable[[str], tuple[str, Codes]], *, marks: bool) -> Stamp:
    """The stamp of a page: its lines as they are read, one to a state, or as few as go into so many states."""
    ordered = sorted(lines, key=lambda each: (-round(each.y, 3), each.x))
    size = -(-len(ordered) // _STATES) or 1
    groups = [ordered[start : start + size] for start in range(0, len(ordered), size)]
    states, shown = [], []
    gaps: list[_Gap] = []
    x, y = 0.0, 0.0
    for group in reversed(groups):
        first = group[0]
        name, _ = fonts(font_of(first.look))
        states.append(f"q 1 0 0 1 {_move(first, x, y)} cm {_operators(first, name)}")
        x, y = _place(first)
    for group in groups:
        said = ""
        for place, line in enumerate(group):
            name, codes = fonts(font_of(line.look))
            if place:
                before = group[place - 1]
                look = f" {_operators(line, name)}" if line.look.operators != before.look.operators else ""
                said += f"{look} {_move(line, *_place(before))} Td"
            texts, own = _shown(line, codes, marks=marks)
            said, gaps = said + texts, gaps + own
        shown.append(said)
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
        shown.append(f"{_begun(mark)}{said} EMC" if marks else said)
    return " ".join(shown), gaps


def _texts(line: Line) -> Iterator[tuple[int | None, _Pieces]]:
    """The texts of a line that the printer sets one by one, each with its place in the structure tree."""
    for _, parts in groupby(zip(line.boxes, line.marks, line.pieces, strict=True), itemgetter(0)):
        own = list(parts)
        yield own[0][1], tuple(piece for _, _, piece in own)


def _escaped(words: str) -> str:
    return words.replace("%", "%%")


def _begun(mark: int | None) -> str:
    return "/Artifact BMC " if mark is None else f"/Span<</MCID {mark}>>BDC "


def _operators(line: Line, name: str) -> str:
    """The font and the color of a look, the font by the name of its double and in points."""
    size = size_of(line.look) * line.look.scale
    color = _COLOR.search(line.look.operators)
    return f"/{name} {_number(size)} Tf {color[0] if color else '0 g'}"


def _number(value: float) -> str:
    """A number of points in as few digits as say it.

    >>> _number(-14.25), _number(1e-9), _number(72)
    ('-14.25', '0', '72')
    """
    said = f"{value:.{_PLACES}f}".rstrip("0").rstrip(".")
    return "0" if said in ("-0", "") else said
