"""Frames: the pages of kept plates as the single files of their holders have them, tagged."""

from __future__ import annotations

import io
import marshal
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, ClassVar

from lexdocs.mailing.doubles import doubles_of
from lexdocs.mailing.proof_mark import box_of, mixed, proof_of
from lexdocs.outputs.single_file import Frame, frame_of

_EMPTY = re.compile(rb"/\S+\s*<</MCID (\d+)>>\s*BDC\s*EMC\s*")


@dataclass
class Frames:
    """The frames of kept plates, each made when it is first asked for; with `proof` their pages say so across."""

    plates: Path
    proof: bool
    known: dict[str, Frame] = field(default_factory=dict)
    encrypted: ClassVar[bool] = False

    def of(self, name: str) -> Frame:
        """The frame of the plate of a name."""
        if name not in self.known:
            self.known[name] = _frame((self.plates / name).read_bytes(), proof=self.proof)
        return self.known[name]

    def opened(self, data: bytes) -> bytes:
        """What was kept of a statement, as it was before it was kept."""
        return data

    def whole(self, paper: bytes) -> bytes:
        """A PDF that was rendered, as it becomes a file."""
        return proofed(paper) if self.proof else paper


def _frame(plate: bytes, *, proof: bool) -> Frame:
    import pikepdf

    data, fonts, marks, states = marshal.loads(plate)  # noqa: S302  our own, kept by the same mailing
    with pikepdf.open(io.BytesIO(data)) as pdf:
        doubles: dict[str, Any] = {}
        for number, page in enumerate(pdf.pages):
            drawn = _EMPTY.sub(_without(set(marks[number])), page.Contents.read_bytes())
            shared = pdf.make_stream(b"q\n%s\nQ\n%s" % (drawn, states[number].encode("ascii")))
            page.Contents = pikepdf.Array([shared, *([_mark(pdf, page)] if proof else [])])
            doubles_of(pdf, page, fonts, doubles)
        return frame_of(pdf)


def _without(marks: set[int]) -> Any:
    """Takes away marked content that stands empty because what is in it is stamped; an id stands once on a page."""

    def left(found: re.Match[bytes]) -> bytes:
        return b"" if int(found[1]) in marks else found[0]

    return left


def _mark(pdf: Any, page: Any) -> Any:
    """The mark of a proof as a stream for the end of a page."""
    mixed(page)
    return pdf.make_stream(proof_of(box_of(page)))


def proofed(paper: bytes) -> bytes:
    """A whole PDF with the word PROOF across each of its pages."""
    import pikepdf

    with pikepdf.open(io.BytesIO(paper)) as pdf:
        for page in pdf.pages:
            around = (pdf.make_stream(b"q\n"), pdf.make_stream(b"Q\n"))
            page.Contents = pikepdf.Array([around[0], page.Contents, around[1], _mark(pdf, page)])
        buffer = io.BytesIO()
        pdf.save(
            buffer, object_stream_mode=pikepdf.ObjectStreamMode.generate, deterministic_id=True,
            fix_metadata_version=False,
        )  # fmt: skip
        return buffer.getvalue()
