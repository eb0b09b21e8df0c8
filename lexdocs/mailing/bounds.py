"""Bounds: which texts surely have room in their places, told by a glance at whole columns of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

_UNITS = 250  # of which the widest character has so many: a width is a byte
_UNKNOWN, _BROKEN, _PARTED = 0xFF, b"\xfe", b"\xfd"  # where a character cannot be set, a line ends, a text ends


@dataclass(frozen=True)
class Bound:
    """The least room that a text has wherever it stands, and a table of the most that each character takes of it.

    The characters are those of Latin-1; `table` has their widths as bytes, in units of which `room` is a number.
    """

    table: bytes = field(repr=False)
    room: int

    @classmethod
    def of(cls, widths: Sequence[Mapping[str, float]], room: float) -> Bound:
        """The bound of the places of a text: the widths of the characters in each of them, and the least room."""
        chars = map(chr, range(0x100))
        most = {char: max(each[char] for each in widths) for char in chars if all(char in each for each in widths)}
        unit = max(most.values(), default=1.0) / (_UNITS - 1)
        table = bytearray([_UNKNOWN] * 0x100)
        for char, width in most.items():
            table[ord(char)] = int(width / unit) + 1
        table[ord("\n")], table[0] = _BROKEN[0], _PARTED[0]
        return cls(bytes(table), max(int(room / unit), 0))

    def unsure(self, said: Sequence[str]) -> list[int]:
        """The places of the texts of a column of which this does not say that each of their lines has room."""
        try:
            widths = "\0".join(said).encode("latin-1").translate(self.table)
        except UnicodeEncodeError:
            return [place for place, text in enumerate(said) if self.is_unsure(text)]
        texts = widths.split(_PARTED)
        if _UNKNOWN in widths or len(texts) != len(said) or not all(texts):
            return [place for place, text in enumerate(said) if self.is_unsure(text)]
        room = self.room
        if _BROKEN not in widths:
            short = room // _UNITS
            return [place for place, each in enumerate(texts) if len(each) > short and sum(each) > room]
        return [place for place, each in enumerate(texts) if not self._has_room(each)]

    def is_unsure(self, text: str) -> bool:
        """Whether this does not say that each line of a text has room."""
        try:
            widths = text.encode("latin-1").translate(self.table)
        except UnicodeEncodeError:
            return True
        return _UNKNOWN in widths or _PARTED in widths or not self._has_room(widths)

    def _has_room(self, widths: bytes) -> bool:
        return all(line and sum(line) <= self.room for line in widths.split(_BROKEN))
