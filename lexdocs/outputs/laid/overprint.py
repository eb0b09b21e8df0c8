"""Words of laid-out pages that are printed over other words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from lexdocs.outputs.laid.lines import Line, Sheet
from lexdocs.outputs.laid.told import SLACK, PageFault, fault, said

# Of the size of letters: how far they reach above the line on which they stand, and below it.
_ABOVE, _BELOW = 0.66, 0.2
_OVER = 0.12  # of the smaller letters' size: less may touch, and can be read
_REMEDY = "give each room of its own: mind position, height, line-height and margins below zero in the style"


class _Ink(NamedTuple):
    """Where the letters of a text stand."""

    top: float
    bottom: float
    left: float
    right: float
    size: float
    line: Line


def overprinted(sheet: Sheet, name: str) -> Iterator[PageFault]:
    """The lines of a page, its margins among them, whose letters are printed over those of another line."""
    inks = sorted(_inks(sheet), key=lambda each: each.top)
    told: set[tuple[int, int]] = set()
    for at, one in enumerate(inks):
        for two in inks[at + 1 :]:
            if two.top >= one.bottom:
                break
            # What runs into something else within the margins is told of them.
            if one.line is two.line or (one.line.around.margin and two.line.around.margin):
                continue
            across = min(one.right, two.right) - max(one.left, two.left)
            down = min(one.bottom, two.bottom) - two.top
            pair = (_block(one.line), _block(two.line))
            if across > 2 * SLACK and down > _OVER * min(one.size, two.size) and not told & {pair, pair[::-1]}:
                told.add(pair)
                what = f"{said(two.line)} is printed over {said(one.line)}"
                yield fault(sheet, name, "overprint", what, _REMEDY)


def _inks(sheet: Sheet) -> Iterator[_Ink]:
    for line in (*sheet.lines, *sheet.margins):
        for box in line.texts:
            left, width = _inked(box)
            size, base = float(box.style["font_size"]), float(box.position_y + box.baseline)
            yield _Ink(base - _ABOVE * size, base + _BELOW * size, left, left + width, size, line)


def _inked(box: Any) -> tuple[float, float]:
    return float(box.position_x), float(box.width)


def _block(line: Line) -> int:
    return id(line.around.element)
