"""Frames: most single files of a mailing begin with the same bytes, a whole PDF, and end with an update of it.

What they begin with is read once, and its SHA-256 goes on from where it ends. So a file costs no more than its own
part of it; a byte that is changed anywhere is found all the same.
"""

from __future__ import annotations

import hashlib
import io
import re
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, BinaryIO

from lexdocs.checks.mailing.drawn import Letters
from lexdocs.checks.mailing.paper import Page, Paper, start_of
from lexdocs.checks.mailing.proofs import Marks
from lexdocs.checks.mailing.syntax import DAMAGED, Ref, Unreadable

_END = re.compile(rb"startxref\s+[0-9]+\s+%%EOF\r?\n")
_ID = b"/ID["
_MOST = 64  # frames that are remembered
_ROW = 6  # bytes in the table of an update: the kind of an object, where it is, its generation


class Updated(Paper):
    """A paper with an update behind it: objects stand in the update, or else in what it updates."""

    def __init__(self, base: Paper, file: BinaryIO) -> None:
        self.file, self.base = file, base
        self.length = file.seek(0, 2)
        head, raw = self._at(start_of(file, self.length))
        listed = head.get("Index")
        plain = raw is not None and head.get("Type") == "XRef" and head.get("W") == [1, 4, 1] and "Filter" not in head
        if not plain or raw is None or not isinstance(listed, list) or head.get("Prev") != base.start:
            raise Unreadable("its update cannot be read")
        if len(raw) != _ROW * len(listed) // 2 or set(listed[1::2]) != {1}:
            raise Unreadable("its update cannot be read")
        rows = [raw[at : at + _ROW] for at in range(0, len(raw), _ROW)]
        if any(row[0] != 1 for row in rows):
            raise Unreadable("its update cannot be read")
        self.own = {number: int.from_bytes(row[1:5], "big") for number, row in zip(listed[::2], rows, strict=True)}

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
    letters: dict[int, Letters] = field(default_factory=dict, repr=False)

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
        if not data.startswith(self.data):
            return False
        start = data.rfind(b"startxref") + len(b"startxref")
        said = data[start : start + 24].split()
        return bool(said) and said[0].isdigit() and data.startswith(self.head, data.find(b"<<", int(said[0])))


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
    whole = Updated(paper, io.BytesIO(data))
    pages = tuple(paper.pages())
    # What may be a reader's own: what is set on each page, and what the file says of itself.
    may = {page["Contents"][-1] for page in pages} | {paper.root.get("Metadata")}
    start = start_of(whole.file, whole.length)
    others = [Ref(number) for number, place in whole.own.items() if number not in may and place != start]
    if any(not _is_information(whole.of(each)) for each in others):
        raise Unreadable("its update changes more than a reader's own")
    head = data[data.index(b"<<", start) : data.index(_ID, start)]
    marks = Marks(paper)
    return Frame(own, head, paper, pages, frozenset(map(marks.are_on, pages)))


def _is_information(said: Any) -> bool:
    return isinstance(said, dict) and "Title" in said and "Type" not in said
