"""Single files: one PDF for each reader, of which nearly all is the same for many.

What is the same is a whole PDF with some objects still empty. Behind it, as an update of it (ISO 32000-1, 7.5.6), come
the reader's own: what is set on each page, the title, and a cross-reference of these objects alone. So neither what is
the same nor its cross-reference is ever formatted again, and its digest is taken once.
"""

from __future__ import annotations

import hashlib
import io
import re
import struct
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate
from operator import itemgetter
from typing import Any
from xml.sax.saxutils import escape

_TITLE = re.compile(rb'(?<=<rdf:li xml:lang="x-default">).*?(?=</rdf:li>)', re.DOTALL)
_STREAM = b"%d 0 obj\n<</Filter/FlateDecode/Length "
_METADATA = b"%d 0 obj\n<</Type/Metadata/Subtype/XML/Length "
_INFO = b"%d 0 obj\n<<%s/Title "
_LENGTH = b"%10d>>stream\n"  # as wide for any length, so that places are sums
_END = b"\nendstream\nendobj\n"


@dataclass(frozen=True)
class Frame:
    """What is the same in the single files of a plate: a whole PDF, and how what is a reader's own is written behind.

    `numbers` are those of the objects that are left empty: what is set on each page, the metadata, the information.
    """

    data: bytes = field(repr=False)
    numbers: tuple[int, ...]
    metadata: tuple[bytes, bytes]  # before and behind the title
    info: bytes
    root: int
    size: int
    start: int
    more: bytes = b""  # what else the trailer says

    @cached_property
    def _pattern(self) -> tuple[bytes, tuple[int, ...], Any, struct.Struct]:
        """How a tail is written, how long each object is without what is filled in, their order, and their rows."""
        *pages, metadata, info = self.numbers
        before, behind = (each.replace(b"%", b"%%") for each in self.metadata)
        objects = [
            *(_STREAM % number + _LENGTH + b"%b" + _END for number in pages),
            _METADATA % metadata + _LENGTH + before + b"%b" + behind + _END,
            _INFO % (info, self.info.replace(b"%", b"%%")) + b"%b>>\nendobj\n",
        ]
        blank: tuple[Any, ...] = (0, b"")
        fixed = [len(each % blank) for each in objects[:-1]] + [len(objects[-1] % b"")]
        order = sorted(range(len(self.numbers)), key=self.numbers.__getitem__)
        index = b"".join(b"%d 1 " % self.numbers[each] for each in order) + b"%d 1" % self.size
        rows = struct.Struct(">" + "BIx" * (len(order) + 1))
        objects.append(
            b"%d 0 obj\n<</Type/XRef/Size %d/Prev %d/Root %d 0 R/Info %d 0 R%b/W[1 4 1]/Index[%s]/Length %d"
            % (self.size, self.size + 1, self.start, self.root, info, self.more, index, rows.size)
            + b"/ID[<%b><%b>]>>stream\n%b\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n"
        )
        return b"".join(objects), tuple(fixed), itemgetter(*order), rows

    @cached_property
    def _digests(self) -> tuple[Any, Any]:
        return hashlib.sha256(self.data), hashlib.blake2b(self.data, digest_size=16)

    def tail(self, pages: Sequence[bytes], title: str) -> bytes:
        """What stands behind the frame in the file of a reader: `pages` are what is set on each page, deflated."""
        return self.written(pages, escape(title).encode("utf-8"), string(title))

    def written(self, pages: Sequence[bytes], named: bytes, said: bytes) -> bytes:
        """The same with the title as the metadata name it, and as a string of PDF."""
        pattern, fixed, ordered, rows = self._pattern
        filled = [*map(len, pages), len(named), len(said)]
        *places, start = accumulate(map(int.__add__, fixed, filled), initial=len(self.data))
        listed = [each for place in (*ordered(places), start) for each in (1, place)]
        own = self._digests[1].copy()
        own.update(b"".join((*pages, named)))
        name = own.hexdigest().encode("ascii")
        length = len(named) + len(self.metadata[0]) + len(self.metadata[1])
        streams = [each for page in pages for each in (len(page), page)]
        return pattern % (*streams, length, named, said, name, name, rows.pack(*listed), start)

    def digest(self, tail: bytes) -> str:
        """The SHA-256 of the frame with a tail behind it."""
        whole = self._digests[0].copy()
        whole.update(tail)
        return str(whole.hexdigest())


def frame_of(pdf: Any) -> Frame:
    """The frame that an open PDF is, with an empty stream behind the first one of each page.

    Its title is left out; whatever else its metadata and its information say stays.
    """
    import pikepdf

    data = pdf.Root.Metadata.read_bytes()
    found = _TITLE.search(data)
    if found is None:
        raise ValueError("the metadata of a plate have no title")
    info = b"".join(
        b"%s %s" % (name.encode("ascii"), value.unparse() if isinstance(value, pikepdf.Object) else value)
        for name, value in sorted(pdf.trailer.Info.items())
        if name != "/Title"
    )
    for page in pdf.pages:
        drawn = page.Contents
        first, *above = drawn if isinstance(drawn, pikepdf.Array) else [drawn]
        page.Contents = pikepdf.Array([first, pdf.make_stream(b""), *above])
    pdf.Root.Metadata = pdf.make_stream(b"")
    pdf.trailer.Info = pdf.make_indirect(pikepdf.Dictionary())
    buffer = io.BytesIO()
    pdf.save(
        buffer, object_stream_mode=pikepdf.ObjectStreamMode.generate, deterministic_id=True, fix_metadata_version=False
    )
    whole = buffer.getvalue()
    with pikepdf.open(io.BytesIO(whole)) as made:
        # Numbers are those that the objects were given when they were written.
        places = [*(page.Contents[1] for page in made.pages), made.Root.Metadata, made.trailer.Info]
        start = int(whole[whole.rindex(b"startxref") :].split()[1])
        metadata = data[: found.start()], data[found.end() :]
        numbers = tuple(place.objgen[0] for place in places)
        return Frame(whole, numbers, metadata, info, made.Root.objgen[0], int(made.trailer.Size), start)


def string(text: str) -> bytes:
    r"""A text as a string of PDF.

    >>> string("A (b)"), string("½")
    (b'(A \\(b\\))', b'<feff00bd>')
    """
    if text.isascii():
        plain = text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
        return b"(" + plain.encode("ascii") + b")"
    return b"<" + signs(text).hex().encode("ascii") + b">"


def signs(text: str) -> bytes:
    r"""The bytes of a text in PDF: one for each sign where all are plain.

    >>> signs("A (b)"), signs("½")
    (b'A (b)', b'\xfe\xff\x00\xbd')
    """
    return text.encode("ascii") if text.isascii() else ("\ufeff" + text).encode("utf-16-be")
