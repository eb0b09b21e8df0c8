"""A print stream read from its end, as any reader of PDF would: page by page, with nothing kept of a page gone by."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator, Mapping
from typing import Any, BinaryIO

from lexdocs.checks.mailing.syntax import Ref, Unreadable, value

_TAIL, _PIECE = 64, 1 << 12  # bytes read at a time: at the end of the file, and of an object
_START = re.compile(rb"startxref\s+([0-9]+)\s+%%EOF\s*\Z")
_HEAD = re.compile(rb"([0-9]+) 0 obj\b")
_AFTER = re.compile(rb"\s*(?:(stream)\r?\n|endobj\b)")
_END = re.compile(rb"\s*endstream\s+endobj\b")
_DEEPEST = 24  # nodes of the tree of pages above one another
_REMEMBERED = 8  # object streams
_FREE, _PLAIN, _PACKED = 0, 1, 2  # how an object stands in the file
_KINDS = (_FREE, _PLAIN, _PACKED)
_ROWS, _SAME, _UP = 12, 0, 2  # a stream of rows, and of a row whether it is as it stands or told by the one above

Page = Mapping[str, Any]


class Paper:
    """The pages of a file with a cross-reference stream. Raises `Unreadable` for whatever is no such file."""

    def __init__(self, file: BinaryIO) -> None:
        self.file = file
        self.length = file.seek(0, 2)
        self.span = 0, 0
        """Where the bytes of the stream begin and end that was read last."""
        self.packs: dict[int, tuple[list[int], bytes]] = {}
        self.widths, self.table = [0, 0, 0], b""
        file.seek(max(self.length - _TAIL, 0))
        start = _START.search(file.read(_TAIL))
        if start is None:
            raise Unreadable("it is no PDF, or is broken off")
        self.start = int(start[1])
        head, raw = self._at(self.start)
        if raw is None or head.get("Type") != "XRef" or {"Prev", "Index"} & head.keys():
            raise Unreadable("it does not end as a print stream does")
        widths = head.get("W")
        if not isinstance(widths, list) or len(widths) != len(_KINDS) or not all(isinstance(n, int) for n in widths):
            raise Unreadable("its table of objects cannot be read")
        self.widths, self.table = widths, inflated(head, raw)
        self.root = self.dictionary(head.get("Root"))

    def pages(self, skip: int = 0) -> Iterator[Page]:
        """The pages in order, without the first so many."""
        yield from self._below(self.dictionary(self.root.get("Pages")), [skip], 0)

    def _below(self, node: Page, skip: list[int], depth: int) -> Iterator[Page]:
        if "Kids" not in node:
            if skip[0]:
                skip[0] -= 1
            else:
                yield node
            return
        if depth > _DEEPEST:
            raise Unreadable("its tree of pages has no end")
        count = node.get("Count")
        if depth and isinstance(count, int) and 0 < count <= skip[0]:
            skip[0] -= count
            return
        for kid in self.of(node["Kids"]):
            yield from self._below(self.dictionary(kid), skip, depth + 1)

    def drawn(self, page: Page) -> bytes:
        """What is a reader's own on a page, as it stands in the file, still deflated."""
        return self._drawn(page)[1]

    def read(self, page: Page) -> bytes:
        """What is a reader's own on a page: its second content stream, between what pages share and what marks them."""
        return inflated(*self._drawn(page))

    def _drawn(self, page: Page) -> tuple[Page, bytes]:
        contents = page.get("Contents")
        if isinstance(contents, Ref):
            stream = self.object(contents)
            if stream[1] is not None:
                return stream[0], stream[1]
            contents = stream[0]
        if not isinstance(contents, list) or not contents:
            raise Unreadable("a page of it has nothing on it")
        return self.stream(contents[:2][-1])

    def stream(self, ref: Any) -> tuple[Page, bytes]:
        """A stream: its dictionary, and its bytes as they stand in the file."""
        head, raw = self.object(ref)
        if raw is None:
            raise Unreadable("a stream of it is missing")
        return head, raw

    def dictionary(self, item: Any) -> Page:
        """A dictionary, or the one that is referred to."""
        found = self.of(item)
        if not isinstance(found, dict):
            raise Unreadable("an object of it is not what it should be")
        return found

    def of(self, item: Any) -> Any:
        """A value, or the one that is referred to."""
        return self.object(item)[0] if isinstance(item, Ref) else item

    def object(self, ref: Any) -> tuple[Any, bytes | None]:
        """An object by its number, with its bytes where it is a stream."""
        if not isinstance(ref, Ref):
            raise Unreadable("an object of it is not where it should be")
        at, parts = ref * sum(self.widths), []
        for width in self.widths:
            parts.append(int.from_bytes(self.table[at : at + width], "big"))
            at += width
        kind, where, place = parts
        if at <= len(self.table) and kind == _PLAIN:
            return self._at(where, ref)
        if at <= len(self.table) and kind == _PACKED:
            return self._packed(where, place, ref), None
        raise Unreadable("an object of it is missing")

    def _packed(self, number: int, place: int, ref: int) -> Any:
        """An object that stands in an object stream."""
        if number not in self.packs:
            head, raw = self.stream(Ref(number))
            data = inflated(head, raw)
            numbers = data[: head["First"]].split()
            while len(self.packs) >= _REMEMBERED:
                del self.packs[next(iter(self.packs))]
            self.packs[number] = [int(each) for each in numbers], data[head["First"] :]
        heads, data = self.packs[number]
        if 2 * place + 1 >= len(heads) or heads[2 * place] != ref:
            raise Unreadable("an object of it is not where its table says")
        return value(data, heads[2 * place + 1])[0]

    def _at(self, offset: int, number: int | None = None) -> tuple[Any, bytes | None]:
        """The object at a place of the file."""
        size = _PIECE
        while True:
            self.file.seek(offset)
            data = self.file.read(size)
            head = _HEAD.match(data)
            if head is None or number not in (None, int(head[1])):
                raise Unreadable("an object of it is not where its table says")
            try:
                found, at = value(data, head.end())
                after = _AFTER.match(data, at)
            except Unreadable:
                after = None
            if after is not None:
                break
            if offset + size >= self.length:
                raise Unreadable("an object of it is broken off")
            size *= 16
        if not after[1]:
            return found, None
        length = found.get("Length") if isinstance(found, dict) else None
        if not isinstance(length, int) or isinstance(length, Ref) or not 0 <= length < self.length:
            raise Unreadable("a stream of it has no length")
        end = after.end() + length
        if end + _TAIL > len(data):
            data += self.file.read(end + _TAIL - len(data))
        if _END.match(data, end) is None:
            raise Unreadable("a stream of it does not end where it says")
        self.span = offset + after.end(), offset + end
        return found, data[after.end() : end]


def inflated(head: Page, raw: bytes) -> bytes:
    """What a stream holds."""
    if "Filter" not in head:
        return raw
    if head["Filter"] not in ("FlateDecode", ["FlateDecode"]):
        raise Unreadable("a stream of it is packed in a way that is not known")
    try:
        data = zlib.decompress(raw)
    except zlib.error:
        raise Unreadable("a stream of it cannot be inflated") from None
    return _unpredicted(data, head["DecodeParms"]) if "DecodeParms" in head else data


def _unpredicted(data: bytes, how: Page) -> bytes:
    """What rows stand for that say how far each is from the one above it (ISO 32000-1, 7.4.4.4)."""
    width = how.get("Columns")
    if set(how) != {"Columns", "Predictor"} or how["Predictor"] != _ROWS or not isinstance(width, int) or width < 1:
        raise Unreadable("a stream of it is packed in a way that is not known")
    above, found = bytes(width), []
    for at in range(0, len(data), width + 1):
        row = data[at + 1 : at + 1 + width]
        if data[at] not in (_SAME, _UP) or len(row) < width:
            raise Unreadable("a stream of it is packed in a way that is not known")
        if data[at] == _UP:
            row = bytes([(one + other) & 0xFF for one, other in zip(row, above, strict=True)])
        found.append(row)
        above = row
    return b"".join(found)
