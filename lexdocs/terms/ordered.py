"""The register as it mostly comes, in the order of its identifiers: parts of it are taken as they are read.

Identifiers are in order where each is longer than the last, or as long and behind it, as numbers of accounts are
with and without zeros before them. Then a shard is a part of the register itself, and the log is parted alike.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from operator import lt
from pathlib import Path
from typing import Any

from lexdocs.errors import InputError, Problem
from lexdocs.terms import listing
from lexdocs.terms.blocks import without_case
from lexdocs.terms.files.opening import glimpses
from lexdocs.terms.parting import ID, Listings, part_moves, rows_in_blocks
from lexdocs.terms.register_rows import opened_register
from lexdocs.terms.spool import Spool

_LONGEST = 255


class Unordered(Exception):  # noqa: N818  not an error: the register is parted by hashes instead
    """The register is not in the order of its identifiers."""


class InOrder:
    """Both files in shards that follow one another in the register; raises `Unordered` where there is no such order.

    What it gives is what `ByHash` gives; its shards are to be read once, one after another.
    """

    def __init__(
        self, listings: Listings, texts: Sequence[str], scratch: Path, shards: int, problems: list[Problem]
    ) -> None:
        self.bounds = _bounds(listings, shards)
        self.shards = len(self.bounds) + 1
        self.moves, self.later = part_moves(listings, scratch, self.shards, self.places, problems)
        self.blocks = rows_in_blocks(listings, texts, problems)
        self.rest: list[Any] = []
        self.keys: list[str] = []
        self.last = ""

    def places(self, names: Sequence[str]) -> list[int]:
        """The shards of some identifiers; capitals do not tell them apart."""
        bounds = self.bounds
        return [bisect_right(bounds, key) for key in keys_of(names)]

    def rows_of(self, shard: int) -> list[Any]:
        """The rows of a shard, which is the next."""
        found: list[Any] = []
        while True:
            if not self.rest and not self._more():
                return found
            cut = len(self.rest) if shard == len(self.bounds) else bisect_left(self.keys, self.bounds[shard])
            found += self.rest[:cut]
            self.rest, self.keys = self.rest[cut:], self.keys[cut:]
            if self.rest:
                return found

    def _more(self) -> bool:
        """Read on, and see that the order holds."""
        self.rest = next((rows for rows in self.blocks if rows), [])
        if self.rest:
            self.keys = keys_of([row[ID] for row in self.rest])
            if self.keys[0] <= self.last or not all(map(lt, self.keys, self.keys[1:])):
                raise Unordered
            self.last = self.keys[-1]
        return bool(self.rest)

    def alone(self) -> bool:
        """Whether every identifier stands for one holding: in this order none stands twice."""
        return True

    def in_order(self, spool: Spool) -> Iterator[list[Any]]:
        """What stands in a spool for each row, in the order of the register, some rows at a time."""
        for shard in range(self.shards):
            yield from spool.pieces(shard)


def keys_of(names: Sequence[str]) -> list[str]:
    """What identifiers are ordered by: first their length, then their letters.

    >>> keys_of(["H-10"]) > keys_of(["h-9"])
    True
    """
    return [f"{chr(min(len(name), _LONGEST))}{name}" for name in without_case(names)]


def _bounds(listings: Listings, shards: int) -> list[str]:
    """Keys of rows here and there in the register, that part it into shards. Raises `Unordered`."""
    folder, holders, logged = listings.folder, listings.holders, listings.deadlines is not None
    try:
        with opened_register(folder, holders, listings.frame, [], logged=logged) as (_records, heading, layout):
            place = layout.places["id"]
    except InputError as error:
        raise Unordered from error
    cells = glimpses(folder / holders.file, holders, heading, place, shards)
    if cells is None:
        raise Unordered
    # A line may begin within a row; any key that is in order will do.
    found = keys_of([cell.strip() for cell in cells if listing.ID(cell.strip())])
    if found != sorted(set(found)):
        raise Unordered
    return found
