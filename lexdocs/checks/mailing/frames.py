"""Frames: most single files of a mailing begin with the same bytes, a whole PDF, and end with an update of it.

What they begin with is read once, and its SHA-256 goes on from where it ends. So a file costs no more than its own
part of it; a byte that is changed anywhere is found all the same.
"""

from __future__ import annotations

import hashlib
import io
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, BinaryIO

from lexdocs.checks.mailing.drawn import Known
from lexdocs.checks.mailing.paper import Page, Paper
from lexdocs.checks.mailing.proofs import Marks
from lexdocs.checks.mailing.syntax import DAMAGED, Ref, Unreadable, value

_END = re.compile(rb"startxref\s+[0-9]+\s+%%EOF\r?\n")
_ID, _STREAM = b"/ID[", b">>stream\n"
_MOST = 64  # frames that are remembered
_ROW = 6  # bytes in the table of an update: the kind of an object, where it is, its generation


class Updated(Paper):
    """A paper with an update behind it: objects stand in the update, or else in what it updates.

    `own` are the objects of the update, each with the place where it begins.
    """

    def __init__(self, base: Paper, file: BinaryIO, own: Mapping[int, int]) -> None:
        self.file, self.base, self.own = file, base, own
        self.length = file.seek(0, 2)

    def object(self, ref: Any) -> tuple[Any, bytes | None]:
        """An object by its number, with its bytes where it is a stream."""
        return self._at(self.own[ref], ref) if ref in self.own else self.base.object(ref)


@dataclass(frozen=True)
class Frame:
    """What many files begin with; `head` is how the table of each one's update begins."""

    data: bytes = field(repr=False)
    head: bytes
    paper: Paper
    pages: tuple[Page, ...]
    marked: frozenset[bool]
    listed: tuple[int, ...]
    known: Known = field(default_factory=Known, repr=False)

    @cached_property
    def _begun(self) -> Any:
        return hashlib.sha256(self.data)

    def digest(self, tail: bytes) -> str:
        """The SHA-256 of it with a tail behind it."""
        whole = self._begun.copy()
        whole.update(tail)
        return str(whole.hexdigest())

    def is_of(self, data: bytes) -> bool:
        """Whether a file begins with it, and its update leaves the pages as they are."""
        return data.startswith(self.data) and data.startswith(self.head, data.find(b"<<", _start(data)))

    def updated(self, data: bytes) -> Updated:
        """A file of it, to be read. Raises `Unreadable`."""
        return Updated(self.paper, io.BytesIO(data), _places(data, self.listed))


class Frames:
    """The frames that were met so far, the last one first."""

    def __init__(self) -> None:
        self.known: list[Frame] = []

    def of(self, data: bytes) -> Frame | None:
        """The frame of a file; None where it has none that is known here."""
        for place, frame in enumerate(self.known):
            if frame.is_of(data):
                if place:
                    self.known.insert(0, self.known.pop(place))
                return frame
        try:
            found = _frame(data)
        except DAMAGED:
            return None
        self.known = [found, *self.known[: _MOST - 1]]
        return found


def _frame(data: bytes) -> Frame:
    """The frame of a file. Raises `Unreadable`, or what damaged objects lead to."""
    end = _END.search(data)
    if end is None or end.end() == len(data):
        raise Unreadable("it has no update")
    own = data[: end.end()]
    paper = Paper(io.BytesIO(own))
    pages = tuple(paper.pages())
    start = _start(data)
    table, _ = value(data, data.find(b"<<", start))
    listed = table["Index"]
    # One object after another, each with a row of its own: so the table is as plain as can be.
    plain = table["Type"] == "XRef" and table["W"] == [1, 4, 1] and "Filter" not in table
    if not plain or table["Prev"] != paper.start or set(listed[1::2]) != {1} or table["Length"] != 3 * len(listed):
        raise Unreadable("its update cannot be read")
    numbers = tuple(listed[::2])
    places = _places(data, numbers)
    whole = Updated(paper, io.BytesIO(data), places)
    # What may be a reader's own: what is set on each page, and what the file says of itself.
    may = {page["Contents"][1] for page in pages} | {paper.root.get("Metadata")}
    others = [Ref(number) for number, place in places.items() if number not in may and place != start]
    if any(not _is_information(whole.of(each)) for each in others):
        raise Unreadable("its update changes more than a reader's own")
    head = data[data.index(b"<<", start) : data.index(_ID, start)]
    marks = Marks(paper)
    return Frame(own, head, paper, pages, frozenset(map(marks.are_on, pages)), numbers)


def _start(data: bytes) -> int:
    """Where the table of an update begins, as the end of the file says it; nowhere, where it says nothing."""
    said = data[data.rfind(b"startxref") + len(b"startxref") :].split()
    return int(said[0]) if said and said[0].isdigit() else len(data)


def _places(data: bytes, numbers: Sequence[int]) -> dict[int, int]:
    """Where each object of an update begins."""
    start = _start(data)
    at = data.find(_STREAM, start) + len(_STREAM)
    rows = [data[place : place + _ROW] for place in range(at, at + _ROW * len(numbers), _ROW)]
    if at < start or any(row[:1] != b"\1" or len(row) != _ROW for row in rows):
        raise Unreadable("its update cannot be read")
    return {number: int.from_bytes(row[1:5], "big") for number, row in zip(numbers, rows, strict=True)}


def _is_information(said: Any) -> bool:
    return isinstance(said, dict) and "Title" in said and "Type" not in said
