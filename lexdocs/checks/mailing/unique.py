"""Whether identifiers are all different, in memory that does not grow with them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from hashlib import blake2b

_BITS = 27  # a table of 16 megabytes: of a million identifiers some thousands share a place, and are looked at again


class Places:
    """Marks a place in a table for each identifier; those that find theirs marked are doubtful."""

    def __init__(self, bits: int = _BITS) -> None:
        self.bits = bits
        self.table = bytearray(1 << bits - 3)
        self.doubtful: set[int] = set()

    def mark(self, label: str) -> None:
        """Mark the place of an identifier."""
        place = self._place(label)
        at, bit = place >> 3, 1 << (place & 7)
        if self.table[at] & bit:
            self.doubtful.add(place)
        self.table[at] |= bit

    def again(self, labels: Iterable[tuple[int, str]]) -> Iterator[tuple[int, int]]:
        """Of the same identifiers, by number, those that stood before: the number, and that of the first.

        >>> places = Places()
        >>> for label in "aba":
        ...     places.mark(label)
        >>> list(places.again(enumerate("aba", 1)))
        [(3, 1)]
        """
        first: dict[str, int] = {}
        for number, label in labels:
            if self._place(label) in self.doubtful and first.setdefault(label, number) != number:
                yield number, first[label]

    def _place(self, label: str) -> int:
        digest = blake2b(label.encode("utf-8", "surrogatepass"), digest_size=8).digest()
        return int.from_bytes(digest, "big") >> 64 - self.bits
