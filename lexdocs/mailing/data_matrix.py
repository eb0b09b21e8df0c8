"""Data Matrix symbols (ISO/IEC 16022, ECC 200) of 24 digits, many of them quickly.

A symbol of 16 by 16 modules holds 24 digits, two to a codeword. Its check words are a linear code over the field of 256
elements, and each bit of a word has a module of its own: so what one pair of digits turns in the symbol does not depend
on the others. The library draws the symbol of noughts and, once for each pair at each place, what that pair turns; any
other symbol is the sum of those.
"""

from __future__ import annotations

import zlib
from dataclasses import dataclass, field

DIGITS, SIDE = 24, 16
"""The digits of a symbol, and its modules each way."""
_INNER = SIDE - 2  # modules between the solid and the broken sides
_HALF = _INNER // 2
_MASK = (1 << _HALF) - 1
_LEVEL, _WINDOW, _MEMORY = 6, 10, 2  # what is deflated is short: a large window takes longer to set up than to use


@dataclass
class Symbols:
    """Draws symbols as squares of a unit, their lower left corner at the origin; what is learnt is kept."""

    nought: int = field(init=False)
    turned: dict[tuple[int, str], int] = field(default_factory=dict)
    halves: list[list[bytes]] = field(init=False)

    def __post_init__(self) -> None:
        """Learn the symbol of noughts, and how each half of each row is drawn."""
        self.nought = symbol("0" * DIGITS)
        self.halves = [[_half(place, bits) for bits in range(1 << _HALF)] for place in range(2 * _INNER)]

    def bits(self, digits: str) -> int:
        """The modules between the sides of a symbol, as `symbol` gives them."""
        found, turned = self.nought, self.turned
        for at in range(0, DIGITS, 2):
            pair = digits[at : at + 2]
            if pair != "00":
                if (at, pair) not in turned:
                    alone = f"{pair:0>{at + 2}}".ljust(DIGITS, "0")
                    turned[at, pair] = symbol(alone) ^ self.nought
                found ^= turned[at, pair]
        return found

    def drawn(self, digits: str) -> bytes:
        """The modules between the sides as squares in the content of a page, without painting them; deflated."""
        bits, parts = self.bits(digits), []
        for half in self.halves:
            parts.append(half[bits & _MASK])
            bits >>= _HALF
        packer = zlib.compressobj(_LEVEL, zlib.DEFLATED, _WINDOW, _MEMORY)
        return packer.compress(b"".join(parts) + b"f Q") + packer.flush()


def symbol(digits: str) -> int:
    """The modules between the sides of the library's symbol: from the lowest row, each from the left, the first last.

    Raises `ValueError` for what is not so many digits.
    """
    from ppf.datamatrix import DataMatrix

    if len(digits) != DIGITS or not digits.isascii() or not digits.isdigit():
        raise ValueError(digits)
    rows = DataMatrix(digits).matrix
    inner = [bool(module) for row in rows[-2:0:-1] for module in row[1:-1]]
    return sum(1 << place for place, dark in enumerate(inner) if dark)


SIDES = b"".join([
    b"0 0 16 1re\n0 1 1 15re\n",  # solid: below and left
    *[b"%d 15 1 1re\n" % x for x in range(2, SIDE, 2)],  # broken: above
    *[b"15 %d 1 1re\n" % y for y in range(2, SIDE, 2)],  # and right
])  # fmt: skip
"""The sides by which a reader finds a symbol, as squares; they are alike in all."""


def _half(place: int, bits: int) -> bytes:
    """The dark modules of half a row as squares, those that lie beside one another as one."""
    row, half = divmod(place, 2)
    found, x = [], 0
    while x < _HALF:
        width = 0
        while bits >> x + width & 1:
            width += 1
        if width:
            found.append(b"%d %d %d 1re\n" % (1 + half * _HALF + x, 1 + row, width))
        x += width + 1
    return b"".join(found)
