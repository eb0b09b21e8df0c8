"""A print stream: one PDF of very many pages that share what is alike, written from front to back.

The pages of a plate share its drawing and its fonts; a page of its own has only what is stamped on it. Pages and the
tree above them go into object streams, and the file ends with a cross-reference stream, so that a page costs little
more than its own words.
"""

from __future__ import annotations

import hashlib
import sys
from array import array
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import BinaryIO

from lexdocs.outputs.deflating import deflated

_IN_STREAM = 128  # objects in an object stream
_KIDS = 64  # pages or nodes below a node of the tree
# An object as a row of the cross-reference: one byte for its kind, five for its place, two for the rest.
_PLAIN, _PACKED, _FREE = 1 << 56, 2 << 56, 0xFFFF
_REST = 16  # bits
_ROOT, _PAGES = 1, 2  # numbers of the catalog and of the root of the pages' tree
_END_STREAM = b"\nendstream"
_END = _END_STREAM + b"\nendobj\n"
FIRST = 3
"""The number of the first object that the stream is given."""


@dataclass(frozen=True)
class Sheet:
    """One page of a plate: its size as an array of PDF, and the numbers of its drawing and of its resources.

    `above` are references, each with a space behind it, of what stands above all that is drawn there.
    """

    box: bytes
    drawing: int
    resources: int
    above: bytes = b""


class PrintStream:
    """Writes pages to a file; `objects` are what they share, numbered from `FIRST` on."""

    def __init__(self, file: BinaryIO, objects: Sequence[bytes]) -> None:
        self.file, self.at, self.pages = file, 0, 0
        self.shared = hashlib.sha256()
        """Of all bytes of the file but those of content streams that are a reader's own, as they stand in it."""
        self.offsets = array("Q", [_FREE, *[0] * (FIRST - 1)])  # by number
        self.waiting: list[tuple[int, bytes]] = []
        # Nodes of the tree, each with the pages below it: packed, for nothing else grows as much with the pages.
        self.nodes: list[tuple[int, array[int]]] = []
        self.kids = array("I")
        self._put(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
        for body in objects:
            self._object(self._number(), body)
        self.node = self._number()

    def add(self, sheet: Sheet, stamp: bytes, marks: bytes = b"") -> None:
        """Add a page: the sheet, what is stamped on it, deflated, and references of `marks` above both."""
        number = self._number()
        self.offsets[number] = _PLAIN | self.at << _REST
        head = b"%d 0 obj\n<</Length %d/Filter/FlateDecode>>stream\n" % (number, len(stamp))
        self._put(head + _END, b"%s%s%s" % (head, stamp, _END))
        self.page(
            b"/MediaBox%s/Resources %d 0 R/Contents[%d 0 R %d 0 R %s%s]"
            % (sheet.box, sheet.resources, sheet.drawing, number, marks, sheet.above)
        )

    def foreign(self, bodies: Sequence[bytes], own: Collection[bytes] = ()) -> None:
        """Add objects of another file; the first of them has the number `next`.

        `own` are content streams among them, deflated, that are a reader's own.
        """
        for body in bodies:
            mine = next((each for each in own if each and body.endswith(each + _END_STREAM)), None)
            shared = body if mine is None else body.removesuffix(mine + _END_STREAM) + _END_STREAM
            self._object(self._number(), body, shared)

    @property
    def next(self) -> int:
        """The number that the next object will have."""
        return len(self.offsets)

    def page(self, entries: bytes) -> None:
        """Add a page by the entries of its dictionary, without its type and its parent."""
        page = self._number()
        self._pack(page, b"<</Type/Page/Parent %d 0 R%s>>" % (self.node, entries))
        self.kids.append(page)
        self.pages += 1
        if len(self.kids) == _KIDS:
            self._close_node()

    def close(self, title: bytes) -> None:
        """Write what closes the file; `title` is a string of PDF."""
        if self.kids:
            self._close_node()
        self._tree()
        info = self._number()
        self._pack(info, b"<</Title %s/Producer(lexdocs)>>" % title)
        catalog = b"<</Type/Catalog/Pages %d 0 R/Lang(en-US)/ViewerPreferences<</DisplayDocTitle true>>>>" % _PAGES
        self._pack(_ROOT, catalog)
        self._flush()
        self._cross_reference(info)

    def _close_node(self) -> None:
        self.nodes.append((self.node, self.kids))
        self.kids, self.node = array("I"), self._number()

    def _tree(self) -> None:
        """The tree above the pages: nodes of so many kids each, up to the root."""
        level: list[tuple[int, Sequence[int], int]] = [(number, kids, len(kids)) for number, kids in self.nodes]
        while len(level) > _KIDS:
            groups = [level[start : start + _KIDS] for start in range(0, len(level), _KIDS)]
            upper: list[tuple[int, Sequence[int], int]] = []
            for some in groups:
                number = self._number()
                upper.append((number, [each for each, _, _ in some], self._nodes(some, number)))
            level = upper
        count = self._nodes(level, _PAGES)
        self._pack(_PAGES, b"<</Type/Pages/Count %d/Kids[%s]>>" % (count, _refs([each for each, _, _ in level])))

    def _nodes(self, some: Sequence[tuple[int, Sequence[int], int]], parent: int) -> int:
        """Write nodes below a parent; gives how many pages are below it."""
        for number, kids, count in some:
            body = b"<</Type/Pages/Parent %d 0 R/Count %d/Kids[%s]>>" % (parent, count, _refs(kids))
            self._pack(number, body)
        return sum(count for _, _, count in some)

    def _number(self) -> int:
        self.offsets.append(0)
        return len(self.offsets) - 1

    def _put(self, shared: bytes, data: bytes = b"") -> None:
        """Write what pages share, or `data`, of which that is a part."""
        self.shared.update(shared)
        data = data or shared
        self.file.write(data)
        self.at += len(data)

    def _object(self, number: int, body: bytes, shared: bytes = b"") -> None:
        self.offsets[number] = _PLAIN | self.at << _REST
        whole = b"%d 0 obj\n%s\nendobj\n"
        self._put(whole % (number, shared or body), whole % (number, body))

    def _pack(self, number: int, body: bytes) -> None:
        self.waiting.append((number, body))
        if len(self.waiting) == _IN_STREAM:
            self._flush()

    def _flush(self) -> None:
        """Write the objects that wait as an object stream; each is told by the number of that, and by its place."""
        if not self.waiting:
            return
        number = self._number()
        heads, at = [], 0
        for place, (each, body) in enumerate(self.waiting):
            heads.append(b"%d %d" % (each, at))
            at += len(body) + 1
            self.offsets[each] = _PACKED | number << _REST | place
        head = b" ".join(heads) + b"\n"
        data = deflated(head + b"\n".join(body for _, body in self.waiting))
        self._object(
            number,
            b"<</Type/ObjStm/N %d/First %d/Length %d/Filter/FlateDecode>>stream\n%s\nendstream"
            % (len(self.waiting), len(head), len(data), data),
        )
        self.waiting = []

    def _cross_reference(self, info: int) -> None:
        number = self._number()
        start = self.at
        self.offsets[number] = _PLAIN | start << _REST
        if sys.byteorder == "little":
            self.offsets.byteswap()
        data = deflated(self.offsets)
        self._put(
            b"%d 0 obj\n<</Type/XRef/Size %d/W[1 5 2]/Root %d 0 R/Info %d 0 R/Length %d/Filter/FlateDecode>>stream\n"
            b"%s\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n"
            % (number, len(self.offsets), _ROOT, info, len(data), data, start)
        )


def _refs(numbers: Sequence[int]) -> bytes:
    return b" ".join([b"%d 0 R" % number for number in numbers])
