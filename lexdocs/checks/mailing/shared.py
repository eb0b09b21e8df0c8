"""What the pages of a print stream share: all bytes of the file but those that are drawn for one reader alone.

The lines of a manifest have the SHA-256 of what is each reader's own; with that of all the rest no byte is left that
only the SHA-256 of the whole file would tell of.
"""

from __future__ import annotations

import hashlib
from typing import BinaryIO

_PIECE = 1 << 20


class Shared:
    """Reads a file from front to back beside the pages; what is one reader's is passed over."""

    def __init__(self, file: BinaryIO) -> None:
        self.file, self.at = file, 0
        self.digest = hashlib.sha256()

    def without(self, begin: int, end: int) -> None:
        """Pass over some bytes, unless that was done: pages may have the same drawing."""
        if begin >= self.at and end > begin:
            self._take(begin - self.at)
            self.file.seek(end)
            self.at = end

    def finished(self) -> str:
        """The SHA-256 of it, with the rest of the file."""
        while self._take(_PIECE):
            pass
        return self.digest.hexdigest()

    def _take(self, count: int) -> int:
        data = self.file.read(count)
        self.digest.update(data)
        self.at += len(data)
        return len(data)
