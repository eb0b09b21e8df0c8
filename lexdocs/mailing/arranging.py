"""Arranging more than memory holds: sorted runs on the disk, merged as they are read.

What is kept in memory is one run while runs are made, and a piece of each run while they are merged: for a million
statements some ten million bytes each.
"""

from __future__ import annotations

import heapq
import marshal
from collections.abc import Iterable, Iterator
from operator import itemgetter
from pathlib import Path
from typing import Any, BinaryIO

RUN = 8_000_000
"""Bytes of a run."""
_PIECE = 1 << 14  # bytes of a run that are read together
_LENGTH = 4  # bytes that say how long a piece is
_KEY = itemgetter(0)
_Item = tuple[Any, bytes]


def arranged(items: Iterable[tuple[Any, bytes]], folder: Path, run: int = RUN) -> Iterator[tuple[Any, bytes]]:
    """Items in the order of their keys, those of one key as they came; keys are of numbers and texts.

    `folder` is one that nobody else reads, and holds all of them for as long as they are read.
    """
    waiting: list[_Item] = []
    size = 0
    runs: list[tuple[int, int]] = []
    path = folder / "runs"
    with path.open("w+b") as file:
        for item in items:
            waiting.append(item)
            size += len(item[1])
            if size >= run:
                runs.append(_written(waiting, file))
                waiting, size = [], 0
        waiting.sort(key=_KEY)
        # Runs are merged in the order in which they came, so that those of one key stay as they were.
        yield from heapq.merge(*(_read(file, *each) for each in runs), waiting, key=_KEY)


def _written(items: list[_Item], file: BinaryIO) -> tuple[int, int]:
    """Write a run at the end of the file; gives where it begins and ends."""
    items.sort(key=_KEY)
    start, piece, size = file.tell(), [], 0
    for item in items:
        piece.append(item)
        size += len(item[1])
        if size >= _PIECE:
            _put(piece, file)
            piece, size = [], 0
    if piece:
        _put(piece, file)
    return start, file.tell()


def _put(piece: list[_Item], file: BinaryIO) -> None:
    data = marshal.dumps(piece)
    file.write(len(data).to_bytes(_LENGTH, "big") + data)


def _read(file: BinaryIO, at: int, end: int) -> Iterator[_Item]:
    """The items of a run; others are read from the same file meanwhile."""
    while at < end:
        file.seek(at)
        size = int.from_bytes(file.read(_LENGTH), "big")
        piece = marshal.loads(file.read(size))  # noqa: S302  our own, written a moment ago in a folder of our own
        at += _LENGTH + size
        yield from piece
