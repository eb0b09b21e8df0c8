"""The press: the pages of each statement in a print stream, with the marks of its sheets and a blank page at need."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterable, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

from lexdocs.mailing.marks import Sheet as Marked
from lexdocs.mailing.marks import marking, refuse_beyond
from lexdocs.mailing.printing import Marks
from lexdocs.mailing.proof_mark import box_of, mixed, proof_of
from lexdocs.mailing.sheets import Sheets, blank_of
from lexdocs.mailing.ticket import Job
from lexdocs.outputs.pdf_objects import Objects
from lexdocs.outputs.print_stream import PrintStream

Kind = Any
"""What says of which sizes the pages of a statement are: the name of its shape, or the boxes of its own pages."""
Piece = tuple[int, int, int]
"""A statement as a piece of the job: its number, its sheets, and how many sheets are before it."""


class Following(Objects):
    """Objects that follow what is in a stream already, each written to it when it is made."""

    def __init__(self, into: PrintStream) -> None:
        super().__init__()
        self.into = into

    def add(self, body: bytes) -> int:
        """The number of an object, which is written if there is no equal one."""
        key = hashlib.sha256(body).digest()
        if key not in self.known:
            self.known[key] = self.into.next
            self.into.foreign([body])
        return self.known[key]


class Press:
    """What the pages of print streams share: the sheets of plates, marks, and blank pages by their size.

    It is made of `objects`: those with which each of several streams begins, and then all must be prepared; or those of
    one stream, each written when it is first asked for. `boxes` are the sizes in points of the pages of each kind.
    """

    def __init__(self, plates: Path, job: Job, objects: Objects, *, proof: bool) -> None:
        self.printing, self.proof, self.objects = job.printing, proof, objects
        self.sides = job.printing.sides
        self.sheets = Sheets(plates, objects, proof=proof)
        self.marking = marking(self.printing, job.number, objects)
        self.boxes: dict[Kind, list[tuple[Decimal, Decimal]]] = {}
        self.blanks: dict[bytes, bytes] = {}

    def prepare(self, shapes: Iterable[str]) -> None:
        """Make the sheets of all plates that there will be, and a blank page of each size."""
        for shape in shapes:
            self.sheets.make(shape)
        if self.printing.duplex:
            for sheet in self.sheets.values():
                self._blank(sheet.box)

    def print(
        self, stream: PrintStream, shape: str, pages: Sequence[bytes], paper: bytes, piece: Piece
    ) -> tuple[Kind, Sequence[bytes]]:
        """Print a statement; gives what kind of paper it is on, and what is drawn on each page."""
        if not shape:
            return self._foreign(stream, paper, piece)
        if shape not in self.boxes:
            self.boxes[shape] = [self._size(self.sheets[shape, number].box) for number in range(len(pages))]
        sheets, marking, number = self.sheets, self.marking, 0
        for stamp in pages:
            stream.add(sheets[shape, number], stamp, self._marks(stream, piece, number) if marking else b"")
            number += 1
        if number % self.sides:
            stream.page(self._blank(sheets[shape, number - 1].box))
        return shape, pages

    def _foreign(self, stream: PrintStream, paper: bytes, piece: Piece) -> tuple[Kind, Sequence[bytes]]:
        """Print the pages of another PDF."""
        import pikepdf

        boxes: list[bytes] = []
        drawn: list[bytes] = []
        with pikepdf.open(io.BytesIO(paper)) as pdf:
            objects = Objects(stream.next)
            pages = []
            for page in pdf.pages:
                if self.proof:
                    mixed(page)
                contents = objects.graft(page.Contents)
                above = b"%d 0 R " % objects.stream(proof_of(box_of(page))) if self.proof else b""
                resources = objects.graft(page.Resources)
                boxes.append(objects.written(page.MediaBox))
                drawn.append(page.Contents.read_raw_bytes())
                pages.append((contents, above, resources))
            # What the page leaves as it ends does not move what is above it.
            saved, restored = objects.stream(b"q"), objects.stream(b"Q")
            blank = blank_of(boxes[-1], objects, proof=self.proof) if len(pages) % self.sides else b""
        stream.foreign(objects.made, drawn)
        for number, (contents, above, resources) in enumerate(pages):
            own = b"%d 0 R %d 0 R %d 0 R " % (saved, contents, restored)
            refs = own + self._marks(stream, piece, number) + above
            stream.page(b"/MediaBox%s/Resources %d 0 R/Contents[%s]" % (boxes[number], resources, refs))
        if blank:
            stream.page(blank)
        kind = tuple(boxes)
        if kind not in self.boxes:
            self.boxes[kind] = [self._size(box) for box in kind]
        return kind, drawn

    def _blank(self, box: bytes) -> bytes:
        """The entries of a blank page of this size."""
        if box not in self.blanks:
            self.blanks[box] = blank_of(box, self.objects, proof=self.proof)
        return self.blanks[box]

    def _marks(self, stream: PrintStream, piece: Piece, page: int) -> bytes:
        """References of the marks on a page of a piece, from nought; only the front of a sheet has any."""
        if self.marking is None or page % self.sides:
            return b""
        piece_number, sheets, before = piece
        sheet = page // self.sides
        return self.marking(stream, Marked(piece_number, sheet + 1, sheets, before + sheet))

    def _size(self, box: bytes) -> tuple[Decimal, Decimal]:
        """The width and the height of a page in points, on which the marks must have room."""
        left, lower, right, upper = (Decimal(each.decode("ascii")) for each in box.strip(b"[ ]").split())
        if self.printing.marks != Marks.NONE:
            refuse_beyond(self.printing, right - left, upper - lower)
        return right - left, upper - lower


def pages_of(paper: bytes) -> int:
    """How many pages a PDF has."""
    import pikepdf

    with pikepdf.open(io.BytesIO(paper)) as pdf:
        return len(pdf.pages)
