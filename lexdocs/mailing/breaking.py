"""Breaking: how the printer breaks a text that is wider than its room into lines, where that can be told for sure."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from lexdocs.mailing.probes import Slot
from lexdocs.outputs.line_ends import line_ends

if TYPE_CHECKING:
    from lexdocs.mailing.shape import Shape
    from lexdocs.mailing.widths import Widths

SURE = 1 / 1024  # pixels: the printer counts in these, and adding widths up loses less
_MOST = 8  # lines into which one is broken: a longer text has hardly its like, for which a plate would be of use


def broken(text: str, shape: Shape, slot: Slot) -> tuple[int, ...] | None:
    """Into how many lines each line of a text is broken in a shape where each has one; None where that is not sure."""
    found = []
    for number, line in enumerate(text.split("\n")):
        counts = {count(line, shape.widths[each]) for each in shape.lines_of(Slot(slot.figure, slot.style, number))}
        if len(counts) != 1 or None in counts:
            return None
        found.append(counts.pop())
    return tuple(found)  # type: ignore[arg-type]  # none of them is None


def count(text: str, widths: Widths) -> int | None:
    """The number of lines that a text takes, one where it fits."""
    if widths.fits(text, SURE):
        return 1
    # Beside words or another text it would be broken together with them.
    lines = lines_of(text, widths) if len(widths.line.pieces) == 1 else None
    return None if lines is None or len(lines) > _MOST else len(lines)


def lines_of(text: str, widths: Widths) -> Sequence[str] | None:
    """The lines of a text, each as long as it can be; None where that is not sure, or one of them has no room."""
    found: list[str] = []
    while not widths.fits(text, SURE):
        if widths.fits(text, -SURE):
            return None
        last = 0
        for end in line_ends(text):
            line = text[:end].rstrip(" ")
            if not widths.fits(line, SURE):
                if widths.fits(line, -SURE):
                    return None
                break
            last = end
        if not last:
            return None
        found.append(text[:last].rstrip(" "))
        text = text[last:]
    return [*found, text]
