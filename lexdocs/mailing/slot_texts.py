"""The texts of slots for many holdings at a time, as they stand on the lines of a shape."""

from __future__ import annotations

import re
from collections.abc import Sequence
from operator import itemgetter

from lexdocs.mailing.breaking import lines_of
from lexdocs.mailing.codes import Codes
from lexdocs.mailing.plates import Line
from lexdocs.mailing.probes import Slot
from lexdocs.mailing.rows import Rows
from lexdocs.mailing.shape import Shape
from lexdocs.mailing.widths import Sorts, font_of

EVEN = ("cents", "accounting")  # styles whose texts are as wide as others of as many signs and of like ends


class Texts:
    """The texts of some holdings of a shape, slot by slot, in the codes of each line's font."""

    def __init__(self, shape: Shape, rows: Rows, places: Sequence[int]) -> None:
        self.shape, self.rows, self.places = shape, rows, places
        self.known: dict[int, Sequence[str]] = {}
        self.written: dict[tuple[int, str], Sequence[str]] = {}
        self.sorts: dict[int, Sorts] = {}

    def said(self, number: int) -> Sequence[str]:
        """The text of a slot for each holding."""
        if number not in self.known:
            slot = self.shape.laid.slots[number]
            self.known[number] = self._parts(picked(self.rows.texts(slot.figure, slot.style), self.places), slot)
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
        font = font_of(line.look)
        if (number, font) not in self.written:
            self.written[number, font] = _written(self.said(number), self.shape.codes[font])
        return self.written[number, font]

    def offsets(self, line: Line) -> Sequence[str]:
        """How far a line is set to the left for each holding."""
        widths = self.shape.widths[line]
        numbers = [each for each in line.pieces if isinstance(each, int)]
        slots = [self.said(each) for each in numbers]
        if len(slots) > 1:
            return [widths.offset("".join(each)) for each in zip(*slots, strict=True)]
        if self.shape.laid.slots[numbers[0]].style not in EVEN:
            return list(map(widths.offset, slots[0]))
        if numbers[0] not in self.sorts:
            self.sorts[numbers[0]] = Sorts.of(slots[0])
        return widths.offsets(self.sorts[numbers[0]])

    def drifts(self, line: Line, pieces: Sequence[str | int]) -> Sequence[str]:
        """Where on a line begins what follows a text, from the end of that text on, for each holding."""
        widths, count = self.shape.widths[line], len(self.places)
        said = [self.said(each) if isinstance(each, int) else [each] * count for each in pieces]
        return [widths.drift("".join(each)) for each in zip(*said, strict=True)]


def picked(column: Sequence[str], places: Sequence[int]) -> Sequence[str]:
    """The texts of a column at some places, which are in order."""
    if len(places) == len(column):
        return column
    return itemgetter(*places)(column) if len(places) > 1 else [column[places[0]]]


def _written(said: Sequence[str], codes: Codes) -> Sequence[str]:
    """Texts in codes: one of plain letters is its own code but for what stands for something in a PDF string."""
    if not codes.narrow:
        return list(map(codes.write, said))
    joined = "\0".join(said)
    if joined.isascii():
        return said if _SPECIAL(joined) is None else _escaped(joined).split("\0")
    few = set(said)
    if len(few) * _ALIKE < len(said):
        return list(map({text: codes.write(text) for text in few}.__getitem__, said))
    return [_escaped(text) if text.isascii() else codes.write(text) for text in said]


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")


_SPECIAL = re.compile(r"[()\\]").search
_ALIKE = 4  # texts to one that are worth a table of them
