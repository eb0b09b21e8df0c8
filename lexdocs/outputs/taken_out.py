"""Pages taken out of a print stream: a few of very many as a PDF of their own, read from what was written.

A library would read all pages to come to one of the last. So the tree of pages is gone down by its counts, and what
the pages refer to is copied as it stands.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable, Sequence
from typing import BinaryIO

_TAIL, _PIECE = 64, 1 << 12  # bytes read at a time: at the end of the file, and of an object
_START = re.compile(rb"startxref\s+([0-9]+)\s+%%EOF\s*\Z")
_STREAM = re.compile(rb">>\s*stream\r?\n")
_HEADER = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
_HEAD = re.compile(rb"([0-9]+) 0 obj\s")
_DICTIONARY_ENDS = re.compile(rb">>\s*(stream\r?\n|endobj\b)")
_LENGTH = re.compile(rb"/Length ([0-9]+)")
_REF = re.compile(rb"([0-9]+) 0 R\b")
_KIDS = re.compile(rb"/Kids\s*\[([^\]]*)\]")
_COUNT = re.compile(rb"/Count ([0-9]+)")
_PARENT = re.compile(rb"/Parent [0-9]+ 0 R")
_PACKED = 2  # how the table says of an object that it stands in an object stream


class BrokenStreamError(Exception):
    """A file that is no print stream, or of which a page is not there."""


def taken_out(file: BinaryIO, pages: Iterable[int]) -> bytes:
    """A PDF with some pages of a print stream, in the order in which they stand in it; the first page is 1.

    Raises `BrokenStreamError` where one of them is not there.
    """
    try:
        return _Taken(file).pages(sorted({page - 1 for page in pages}))
    except (AttributeError, LookupError, TypeError, ValueError, RecursionError, zlib.error):
        raise BrokenStreamError from None


class _Taken:
    """The objects that are copied, by number, out of a stream."""

    def __init__(self, file: BinaryIO) -> None:
        self.file = file
        self.packs: dict[int, tuple[list[int], bytes]] = {}
        self.made: dict[int, bytes] = {}
        length = file.seek(0, 2)
        file.seek(max(length - _TAIL, 0))
        head, data = _parted(self._read(int(_found(_START, file.read(_TAIL)))))
        self.widths = [int(each) for each in _found(re.compile(rb"/W\s*\[([^\]]*)\]"), head).split()]
        self.table = zlib.decompress(data or b"")
        self.root = int(_found(re.compile(rb"/Root ([0-9]+) 0 R"), head))

    def pages(self, wanted: Sequence[int]) -> bytes:
        """A PDF with the pages at some places of the tree, the first at nought."""
        catalog = self._object(self.root)
        top = int(_found(re.compile(rb"/Pages ([0-9]+) 0 R"), catalog))
        self.made[self.root] = catalog
        if self._below(top, wanted) != len(wanted):
            raise BrokenStreamError
        self._copy(catalog)
        return self._written()

    def _below(self, number: int, wanted: Sequence[int]) -> int:
        """Copy a node of the tree with those of its pages that are wanted; gives how many these are."""
        body = self._object(number)
        kids = _KIDS.search(body)
        if kids is None:
            self.made[number] = body
            self._copy(_PARENT.sub(b"", body))
            return 1
        kept, count, at = [], 0, 0
        for kid in map(int, _REF.findall(kids[1])):
            own = _COUNT.search(self._object(kid))
            end = at + (int(own[1]) if own else 1)
            some = [each - at for each in wanted if at <= each < end]
            if some:
                kept.append(b"%d 0 R" % kid)
                count += self._below(kid, some)
            at = end
        body = _COUNT.sub(b"/Count %d" % count, _KIDS.sub(b"/Kids[" + b" ".join(kept) + b"]", body))
        self.made[number] = body
        self._copy(_PARENT.sub(b"", _KIDS.sub(b"", body)))
        return count

    def _copy(self, body: bytes) -> None:
        """Copy all that an object refers to."""
        for number in map(int, _REF.findall(_parted(body)[0])):
            if number not in self.made:
                self.made[number] = self._object(number)
                self._copy(self.made[number])

    def _object(self, number: int) -> bytes:
        at, parts = number * sum(self.widths), []
        for width in self.widths:
            parts.append(int.from_bytes(self.table[at : at + width], "big"))
            at += width
        kind, where, place = parts
        return self._packed(where, place) if kind == _PACKED else self._read(where, number)

    def _packed(self, number: int, place: int) -> bytes:
        if number not in self.packs:
            head, data = _parted(self._object(number))
            said, first = zlib.decompress(data or b""), int(_found(re.compile(rb"/First ([0-9]+)"), head))
            self.packs = {number: ([*map(int, said[:first].split()[1::2]), len(said) - first], said[first:])}
        starts, data = self.packs[number]
        return data[starts[place] : starts[place + 1]]

    def _read(self, offset: int, number: int | None = None) -> bytes:
        """The object at a place of the file, with its stream if it has one."""
        self.file.seek(offset)
        data = self.file.read(_PIECE)
        while (end := _DICTIONARY_ENDS.search(data)) is None and (more := self.file.read(len(data))):
            data += more
        head = _HEAD.match(data)
        if head is None or end is None or number not in (None, int(head[1])):
            raise BrokenStreamError
        if end[1] == b"endobj":
            return data[head.end() : end.start(1)]
        stop = end.end() + int(_found(_LENGTH, data[: end.start()]))
        data += self.file.read(max(stop - len(data), 0))
        return data[head.end() : stop]

    def _written(self) -> bytes:
        # Readers mistrust numbers that are far higher than there are objects.
        numbers = {number: new for new, number in enumerate(sorted(self.made), 1)}

        def renumbered(ref: re.Match[bytes]) -> bytes:
            return b"%d 0 R" % numbers[int(ref[1])]

        parts, rows = [_HEADER], [b"0000000000 65535 f \n"]
        at = len(_HEADER)
        for number, new in numbers.items():
            head, data = _parted(self.made[number])
            body = _REF.sub(renumbered, head) + (b"stream\n%s\nendstream" % data if data is not None else b"")
            parts.append(b"%d 0 obj\n%s\nendobj\n" % (new, body))
            rows.append(b"%010d 00000 n \n" % at)
            at += len(parts[-1])
        trailer = (len(rows), b"".join(rows), len(rows), numbers[self.root], at)
        return b"".join(parts) + b"xref\n0 %d\n%btrailer\n<</Size %d/Root %d 0 R>>\nstartxref\n%d\n%%%%EOF\n" % trailer


def _parted(body: bytes) -> tuple[bytes, bytes | None]:
    """A dictionary, and the bytes of its stream if it has one."""
    end = _STREAM.search(body)
    if end is None:
        return body, None
    return body[: end.start() + 2], body[end.end() : end.end() + int(_found(_LENGTH, body[: end.start()]))]


def _found(pattern: re.Pattern[bytes], data: bytes) -> bytes:
    found = pattern.search(data)
    if found is None:
        raise BrokenStreamError
    return found[1]
