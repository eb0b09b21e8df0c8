"""A shape: a plate that is ready to be stamped on for all holders whose statements have its lines."""

from __future__ import annotations

import marshal
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from lexdocs.mailing.bounds import Bound
from lexdocs.mailing.breaking import SURE
from lexdocs.mailing.codes import Codes
from lexdocs.mailing.plates import Line, Plate
from lexdocs.mailing.probes import Slot
from lexdocs.mailing.sharing import Title
from lexdocs.mailing.stamps import Stamp
from lexdocs.mailing.widths import Widths
from lexdocs.mailing.words import Words
from lexdocs.outputs.glyphs import Glyph

MOST_LINES = 8  # that a text may have been typed in


@dataclass(frozen=True)
class Shape:
    """A plate that is ready to be stamped on, or why there is none.

    `number` is its place among the shapes of this process; `name` stands for all that it is made of, in any process.
    `stamps` are those of a print stream, `tagged` those of single files. `title` is that of the document: words, and
    figures in their print styles; `words` are those that tell whether a statement has changed. `codes` are those of
    each of its fonts, by the font's name.
    """

    number: int
    name: str
    plate: Plate | None
    stamps: tuple[Stamp, ...] = ()
    tagged: tuple[Stamp, ...] = ()
    title: Title = ()
    words: Words = field(default_factory=lambda: Words(b"", ()), repr=False)
    codes: Mapping[str, Codes] = field(default_factory=dict, repr=False)
    glyphs: Mapping[str, Mapping[str, Glyph]] = field(default_factory=dict, repr=False)
    widths: Mapping[Line, Widths] = field(default_factory=dict, repr=False)
    lines: Mapping[Slot, Sequence[Line]] = field(default_factory=dict, repr=False)
    rooms: dict[tuple[str, str | None], list[list[tuple[Callable[[str], float], float]]]] = field(
        default_factory=dict, repr=False, compare=False
    )
    bounds: dict[Slot, Bound] = field(default_factory=dict, repr=False, compare=False)
    why: str = ""

    @property
    def laid(self) -> Plate:
        """The plate of a shape that has one."""
        if self.plate is None:
            raise ValueError(self.why)
        return self.plate

    def packed(self) -> bytes:
        """What is needed to put its pages together.

        It is the plate's PDF, each character of a font with its glyph, and by page the marks of what is stamped and
        the states that its drawing ends with.
        """
        fonts = {
            name: sorted((char, code, self.glyphs[name][char].code) for char, code in codes.of.items())
            for name, codes in self.codes.items()
        }
        marks = [
            sorted({mark for line in self.laid.lines if line.page == page for mark in line.marks if mark is not None})
            for page in range(self.laid.pages)
        ]
        states = [each.states for each in self.stamps or self.tagged]
        return marshal.dumps((self.laid.data, sorted(fonts.items()), marks, states), 2)

    def lines_of(self, slot: Slot) -> Sequence[Line]:
        """The lines on which a slot stands."""
        return self.lines[slot]

    def has_room(self, text: str, slot: Slot) -> bool:
        """Whether each line of a text can be set whole, wherever it stands."""
        rooms = self.rooms.get((slot.figure, slot.style))
        if rooms is None:
            rooms = self.rooms[slot.figure, slot.style] = self._rooms(slot)
        try:
            for line, checks in zip(text.split("\n"), rooms, strict=False):
                for width, most in checks:
                    if not line or sum(map(width, line)) > most:
                        return False
        except KeyError:
            return False  # a character that cannot be set
        return True

    def bound(self, slot: Slot) -> Bound:
        """The bound of the texts of a slot, wherever they stand."""
        if slot not in self.bounds:
            same = [each for each in self.lines if (each.figure, each.style) == (slot.figure, slot.style)]
            widths = [self.widths[line] for each in same for line in self.lines[each]]
            room = min(each.room - each.fixed - SURE for each in widths)
            self.bounds[slot] = Bound.of([each.widths for each in widths], room)
        return self.bounds[slot]

    def _rooms(self, slot: Slot) -> list[list[tuple[Callable[[str], float], float]]]:
        """For each line of a slot's text and each place where it stands: the width of a character, and the room."""
        found = []
        for number in range(MOST_LINES):
            lines = self.lines.get(Slot(slot.figure, slot.style, number), ())
            own = [self.widths[line] for line in lines]
            found.append([(each.widths.__getitem__, each.room - each.fixed - SURE) for each in own])
        return found

    def is_broken(self, slot: Slot) -> bool:
        """Whether the line of a text on which a slot stands is broken into several."""
        return Slot(slot.figure, slot.style, slot.line, 1) in self.laid.slots
