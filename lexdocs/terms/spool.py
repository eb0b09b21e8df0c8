"""Rows parted into shards on disk, so that a million of them can be taken part by part.

A row goes to the shard of its key, so that all rows of a key meet in one; within a shard rows keep their order.
"""

from __future__ import annotations

import marshal
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any, BinaryIO, Self

MOST_SHARDS = 200
"""No more files than any system lets a process open at once; a shard is told by one byte."""

_ROWS = 1 << 13  # of all shards, kept before they are written
_LENGTH = 8  # bytes that say how long a piece is
_SHARD = 1_250_000  # bytes of the listings that make a shard: a few thousand rows


def shards_for(*sizes: int) -> int:
    """Into how many shards listings of so many bytes are parted, by the largest of them."""
    return min(MOST_SHARDS, 1 + max(sizes) // _SHARD)


class Spool:
    """Rows on their way to the shards of a folder; closed, it can be read shard by shard.

    A row is a tuple of numbers, texts and tuples of them.
    """

    def __init__(self, folder: Path, name: str, shards: int, most: int = _ROWS) -> None:
        self.folder, self.most = folder, most
        self.paths = [folder / f"{name}-{number}" for number in range(shards)]
        self.kept: list[list[Any]] = [[] for _ in range(shards)]
        self.files: dict[int, BinaryIO] = {}
        self.waiting = 0

    def __enter__(self) -> Self:
        self.files = {shard: path.open("wb", buffering=0) for shard, path in enumerate(self.paths)}
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        self.write()
        for file in self.files.values():
            file.close()

    @contextmanager
    def only(self, shard: int) -> Iterator[None]:
        """Open one shard for what is added next."""
        with self.paths[shard].open("wb", buffering=0) as file:
            self.files = {shard: file}
            yield
            self.write()

    def add(self, shard: int, row: Any) -> None:
        """Take a row in."""
        self.kept[shard].append(row)
        self.waiting += 1
        if self.waiting == self.most:
            self.write()

    def put(self, shard: int, rows: Sequence[Any]) -> None:
        """Take in all rows of a shard at once."""
        for start in range(0, len(rows), self.most):
            self.kept[shard] = list(rows[start : start + self.most])
            self.write()

    def write(self) -> None:
        """Write what is kept."""
        for shard, file in self.files.items():
            rows = self.kept[shard]
            if rows:
                data = marshal.dumps(rows)
                file.write(len(data).to_bytes(_LENGTH, "big") + data)
                rows.clear()
        self.waiting = 0

    def rows(self, shard: int) -> Iterator[Any]:
        """The rows of a shard, in the order in which they came."""
        for piece in self.pieces(shard):
            yield from piece

    def pieces(self, shard: int) -> Iterator[list[Any]]:
        """The rows of a shard, as many at a time as were written together."""
        with self.paths[shard].open("rb") as file:
            while size := file.read(_LENGTH):
                # Our own rows, written a moment ago in a folder of our own.
                yield marshal.loads(file.read(int.from_bytes(size, "big")))  # noqa: S302
