"""The texts of slots for many holdings at a time, as they stand on the lines of a shape."""

from __future__ import annotations

from collections.abc import Sequence

from lexdocs.mailing.breaking import lines_of
from lexdocs.mailing.codes import Codes
from lexdocs.mailing.picked import EVEN, Picked
from lexdocs.mailing.plates import Line
from lexdocs.mailing.probes import Slot
from lexdocs.mailing.shape import Shape


class Texts:
    """The texts of some holdings of a shape, slot by slot, in the codes of each line's font."""

    def __init__(self, shape: Shape, holdings: Picked) -> None:
        self.shape, self.holdings = shape, holdings
        self.known: dict[int, Sequence[str]] = {}
        # By the column, of which one may stand in several slots, and by what else decides.
        self.written: dict[tuple[int, str], Sequence[str]] = {}
        self.placed: dict[tuple[int, tuple[str, float, float]], Sequence[str]] = {}

    def said(self, number: int) -> Sequence[str]:
        """The text of a slot for each holding."""
        if number not in self.known:
            slot = self.shape.laid.slots[number]
            self.known[number] = self._parts(self.holdings.texts(slot.figure, slot.style), slot)
        return self.known[number]

    def _parts(self, column: Sequence[str], slot: Slot) -> Sequence[str]:
        """The line of each text that a slot has, or the part of it where it is broken."""
        if slot.line or any("\n" in text for text in column):
            column = [text.split("\n")[slot.line] for text in column]
        if self.shape.is_broken(slot):
            widths = self.shape.widths[self.shape.lines_of(slot)[0]]
            found = [lines_of(text, widths) for text in column]
            column = [lines[slot.part] if lines else "" for lines in found]
        return column

    def codes(self, number: int, line: Line) -> Sequence[str]:
        """The text of a slot for each holding, in the codes of the font of a line."""
        font, said = self.shape.widths[line].form[0], self.said(number)
        if (id(said), font) not in self.written:
            self.written[id(said), font] = _written(said, self.shape.codes[font])
        return self.written[id(said), font]

    def offsets(self, line: Line) -> Sequence[str]:
        """How far a line is set to the left for each holding."""
        widths = self.shape.widths[line]
        numbers = [each for each in line.pieces if isinstance(each, int)]
        slot = self.shape.laid.slots[numbers[0]]
        if len(numbers) == 1 and slot.style in EVEN:
            key = id(self.holdings.texts(slot.figure, slot.style)), widths.form
            if key not in self.placed:
                self.placed[key] = widths.offsets(self.holdings.sorts(slot.figure, slot.style))
            return self.placed[key]
        slots = [self.said(each) for each in numbers]
        if len(slots) > 1:
            return [widths.offset("".join(each)) for each in zip(*slots, strict=True)]
        return list(map(widths.offset, slots[0]))

    def drifts(self, line: Line, pieces: Sequence[str | int]) -> Sequence[str]:
        """Where on a line begins what follows a text, from the end of that text on, for each holding."""
        widths, count = self.shape.widths[line], len(self.holdings.places)
        said = [self.said(each) if isinstance(each, int) else [each] * count for each in pieces]
        return [widths.drift("".join(each)) for each in zip(*said, strict=True)]


def _written(said: Sequence[str], codes: Codes) -> Sequence[str]:
    """Texts in codes: one of plain letters is its own code but for what stands for something in a PDF string."""
    if not codes.narrow:
        return list(map(codes.write, said))
    joined = "\0".join(said)
    if joined.isascii():
        special = any(sign in joined for sign in _SPECIAL)
        return _escaped(joined).split("\0") if special else said
    few = set(said)
    if len(few) * _ALIKE < len(said):
        return list(map({text: codes.write(text) for text in few}.__getitem__, said))
    return [_escaped(text) if text.isascii() else codes.write(text) for text in said]


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")


_SPECIAL = "()\\"
_ALIKE = 4  # texts to one that are worth a table of them
