"""The print streams of a mailing, held against the places that its manifest names: no page twice, none left over."""

from __future__ import annotations

import contextlib
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self

from lexdocs.checks.mailing.drawn import Drawn, Written
from lexdocs.checks.mailing.found import Found
from lexdocs.checks.mailing.paper import Page, Paper
from lexdocs.checks.mailing.proofs import Marks, said_of
from lexdocs.checks.mailing.shared import Shared
from lexdocs.checks.mailing.syntax import DAMAGED, damage
from lexdocs.checks.mailing.told import Control, Place
from lexdocs.checks.mailing.tongues import Reader, as_it_stands


@dataclass
class _Open:
    """The stream that is being read: its pages from the next one on, and how many are gone by.

    `whole` says that each page was read once, in order, and can be: then what they share is known.
    """

    name: str
    file: BinaryIO
    paper: Paper
    drawn: Drawn
    marks: Marks
    left: Iterator[Page]
    shared: Shared
    at: int = 0
    whole: bool = True

    def take(self, first: int, count: int) -> list[Page]:
        """Some pages; the first page of a file is 1."""
        if first != self.at + 1:
            self.left, self.at, self.whole = self.paper.pages(first - 1), first - 1, False
        found = []
        for page in self.left:
            found.append(page)
            if len(found) == count:
                break
        self.at += len(found)
        return found

    def own(self, page: Page) -> bytes:
        """What is a reader's own on a page, as it stands in the file. Raises `Unreadable`."""
        data = self.paper.drawn(page)
        self.shared.without(*self.paper.span)
        return data

    def close(self) -> None:
        """Close the file."""
        self.file.close()
        self.shared.file.close()


class Streams:
    """The streams of a mailing, one open at a time; what is wrong with them goes to `found`."""

    def __init__(self, folder: Path, control: Control, found: Found) -> None:
        self.folder, self.control, self.found = folder, control, found
        self.due = dict.fromkeys(control.streams, 1)
        self.pages: dict[str, int] = {}
        self.unreadable: set[str] = set()
        self.open: _Open | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self.open is not None:
            self.open.close()

    def hold(self, number: int, line: Place, *, read: bool, reader: Reader = as_it_stands) -> Written | None:
        """Hold the place of a line of the manifest against its pages; gives what is written on them, if wanted."""
        if line.file not in self.due:
            self.found.add("place", number, "its statement is told to be in a file that control.json does not name")
            return None
        self._place(number, line)
        stream = self._opened(line.file)
        if stream is None:
            return None
        where = f"{line.file}, {_pages(line.page, line.page + line.pages - 1)}"
        try:
            pages = stream.take(line.page, line.pages)
            if len(pages) < line.pages:
                self.found.add("place", number, f"{where}: the file ends before")
                return None
            digest = hashlib.sha256(b"".join([stream.own(page) for page in pages])).hexdigest()
            if digest != line.sha256:
                self.found.add("page", number, f"{where}: what is drawn there has not the SHA-256 of the line")
            if any(stream.marks.are_on(page) is self.control.released for page in pages):
                self.found.add("proof", number, f"{where}: {said_of(released=self.control.released)}")
            return Written.of(stream.drawn.written(page, reader) for page in pages) if read else None
        except DAMAGED as error:
            # Whatever a damaged object leads to, the reader is told where it is.
            self.found.add("page", number, f"{where}: the file cannot be read there: {damage(error)}")
            stream.at, stream.whole = -1, False
            return None

    def _place(self, number: int, line: Place) -> None:
        """See that a statement begins where the one before it ended."""
        due = self.due[line.file]
        if line.page > due:
            self.found.add("place", number, f"{line.file}: no line tells of {_pages(due, line.page - 1)}")
        elif line.page < due:
            last = min(due, line.page + line.pages) - 1
            self.found.add("place", number, f"{line.file}: an earlier line tells of {_pages(line.page, last)} too")
        self.due[line.file] = max(due, line.page + line.pages)

    def finish(self) -> None:
        """See that every page of every stream was told of, and that each has as many as the control says."""
        for name, due in self.due.items():
            if name not in self.pages and self._opened(name) is not None:
                self._leave()
            if name not in self.pages:
                continue
            count, said = self.pages[name], self.control.files[name].pages
            if count != said:
                self.found.add("file", name, f"has {count:,} pages, and control.json says {said:,}")
            if due <= count:
                self.found.add("place", name, f"no line tells of {_pages(due, count)}")

    def _opened(self, name: str) -> _Open | None:
        if self.open is not None and self.open.name == name:
            return self.open
        self._leave()
        if name in self.unreadable:
            return None
        with contextlib.ExitStack() as undo:
            try:
                file = undo.enter_context((self.folder / name).open("rb"))
                again = undo.enter_context((self.folder / name).open("rb"))
                paper = Paper(file)
                drawn, marks = Drawn(paper), Marks(paper)
                self.open = _Open(name, file, paper, drawn, marks, paper.pages(), Shared(again))
            except OSError:
                self.unreadable.add(name)  # a file that is not there was told of already
            except DAMAGED as error:
                self.unreadable.add(name)
                self.found.add("file", name, f"cannot be read as a print stream: {damage(error)}")
            else:
                undo.pop_all()
        return self.open

    def _leave(self) -> None:
        """Close the stream that is open, when its pages are counted."""
        if self.open is None:
            return
        stream, self.open = self.open, None
        with contextlib.closing(stream):
            try:
                if stream.at < 0:
                    stream.left, stream.at = stream.paper.pages(), 0
                left = sum(1 for _ in stream.left)
                self.pages[stream.name] = stream.at + left
                said = self.control.files[stream.name].shared
                if stream.whole and not left and said not in ("", stream.shared.finished()):
                    what = "what its pages share has another SHA-256 than control.json says"
                    self.found.add("file", stream.name, what)
            except DAMAGED:
                self.found.add("file", stream.name, "its pages cannot be counted: an object of it is damaged")


def _pages(first: int, last: int) -> str:
    """Some pages in words.

    >>> _pages(3, 3), _pages(3, 4)
    ('page 3', 'pages 3 to 4')
    """
    return f"page {first:,}" if first == last else f"pages {first:,} to {last:,}"
