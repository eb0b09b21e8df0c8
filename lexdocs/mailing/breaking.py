"""Breaking: how the printer breaks a text that is wider than its room into lines, where that can be told for sure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from lexdocs.mailing.probes import Slot

if TYPE_CHECKING:
    from lexdocs.mailing.shaping import Shape
    from lexdocs.mailing.stamps import Widths

# Between these a line may end at a space alone; any other sign may let it end elsewhere, or not at its space.
_PLAIN = re.compile(r"[\w.,'’&()\"“”]+(?: [\w.,'’&()\"“”]+)*")
SURE = 0.25  # pixels: a line that fits by less may be rounded the other way


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
    lines = lines_of(text, widths)
    return None if lines is None else len(lines)


def lines_of(text: str, widths: Widths) -> Sequence[str] | None:
    """The lines of a text that is broken at its spaces; None where it is not sure that it would be broken so."""
    if not _PLAIN.fullmatch(text) or any(word[:1] in ")”’" or word[-1:] in "(“" for word in text.split(" ")):
        return None
    found: list[str] = []
    for word in text.split(" "):
        longer = f"{found[-1]} {word}" if found else word
        if found and widths.fits(longer, SURE):
            found[-1] = longer
        elif not widths.fits(word, SURE) or (found and widths.fits(longer, -SURE)):
            return None
        else:
            found.append(word)
    return found
