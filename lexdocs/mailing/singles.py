"""Single files: for each holder a tagged PDF, of which nearly all is that of its plate."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from lexdocs.mailing.frames import Frames


@dataclass(frozen=True)
class Single:
    """The file of a holder in the parts in which it is written, how many pages it has, and its SHA-256."""

    parts: tuple[bytes, ...] = field(repr=False)
    pages: int
    digest: str

    @property
    def size(self) -> int:
        """How many bytes it has."""
        return sum(map(len, self.parts))


def single_of(row: tuple[Any, ...], frames: Frames) -> Single | None:
    """The file of a holder from what was made of a shard; None where there is no statement."""
    _, shape, _, paper, _, _, _, tagged, title, *_ = row
    if shape:
        frame = frames.of(shape)
        tail = frame.tail([frames.opened(each) for each in tagged], title)
        return Single((frame.data, tail), len(tagged), frame.digest(tail))
    if not paper:
        return None
    paper = frames.opened(paper)
    data = frames.whole(paper)
    return Single((data,), _pages(paper), hashlib.sha256(data).hexdigest())


def singles(rows: Iterable[tuple[Any, ...]], frames: Frames) -> Iterator[tuple[str, bytes]]:
    """The file of each holder that has a statement, in order."""
    for row in rows:
        single = single_of(row, frames)
        if single is not None:
            yield row[0], b"".join(single.parts)


def _pages(data: bytes) -> int:
    import pikepdf

    with pikepdf.open(io.BytesIO(data)) as pdf:
        return len(pdf.pages)
