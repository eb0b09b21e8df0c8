"""PDF objects taken out of one file, written for another: each once, however many files bring it along."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from typing import Any


@dataclass
class Objects:
    """Objects of a PDF in the making, by number; equal ones are one. Numbers begin with `first`."""

    first: int = 1
    made: list[bytes] = field(default_factory=list)
    known: dict[bytes, int] = field(default_factory=dict)

    def add(self, body: bytes) -> int:
        """The number of an object, which is made if there is no equal one."""
        key = hashlib.sha256(body).digest()
        if key not in self.known:
            self.known[key] = self.first + len(self.made)
            self.made.append(body)
        return self.known[key]

    def stream(self, data: bytes, entries: bytes = b"") -> int:
        """The number of a stream of these bytes, as they are; `entries` are in its dictionary besides its length."""
        return self.add(b"<</Length %d%s>>stream\n%s\nendstream" % (len(data), entries, data))

    def graft(self, item: Any, without: frozenset[str] = frozenset()) -> int:
        """The number of an object of another PDF, with all that it refers to; entries named in `without` are left out.

        What it refers to must not refer to it in turn.
        """
        return self.add(self.written(item, without))

    def written(self, item: Any, without: frozenset[str] = frozenset()) -> bytes:
        """An object of another PDF as it is written in this one."""
        import pikepdf

        if isinstance(item, pikepdf.Stream):
            data = item.read_raw_bytes()
            entries = self._entries(item, without | {"/Length"})
            return b"<<%s/Length %d>>stream\n%s\nendstream" % (entries, len(data), data)
        if isinstance(item, pikepdf.Dictionary):
            return b"<<%s>>" % self._entries(item, without)
        if isinstance(item, pikepdf.Array):
            return b"[%s]" % b" ".join(self.value(each) for each in item)
        return bytes(item.unparse()) if isinstance(item, pikepdf.Object) else _plain(item)

    def _entries(self, item: Any, without: frozenset[str]) -> bytes:
        return b"".join(
            name.encode("ascii") + b" " + self.value(item[name]) for name in sorted(item.keys()) if name not in without
        )

    def value(self, item: Any) -> bytes:
        """An object of another PDF where a dictionary or an array holds it: by its number where it has one."""
        import pikepdf

        if isinstance(item, pikepdf.Object) and (item.is_indirect or isinstance(item, pikepdf.Stream)):
            return b"%d 0 R" % self.graft(item)
        return self.written(item)


def _plain(item: object) -> bytes:
    """A number or a truth value as PDF writes it.

    >>> _plain(True), _plain(12)
    (b'true', b'12')
    """
    return str(item).lower().encode("ascii")
