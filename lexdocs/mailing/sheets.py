"""Sheets: the pages of plates as objects that all statements of a print stream share."""

from __future__ import annotations

import io
import marshal
import re
import zlib
from pathlib import Path
from typing import Any

from lexdocs.mailing.doubles import doubles_of
from lexdocs.mailing.proof_mark import MIXING, box_of, mixed, proof_of
from lexdocs.outputs.pdf_objects import Objects
from lexdocs.outputs.print_stream import Sheet

_DEFLATED = b"/Filter/FlateDecode"
_LEVEL = 9


class Sheets(dict[tuple[str, int], Sheet]):
    """The pages of kept plates, by the plate's name and the page, each made of `objects` when it is first asked for.

    With `proof` each says so across.
    """

    def __init__(self, plates: Path, objects: Objects, *, proof: bool) -> None:
        super().__init__()
        self.plates, self.objects, self.proof = plates, objects, proof

    def __missing__(self, place: tuple[str, int]) -> Sheet:
        self.make(place[0])
        return self[place]

    def make(self, name: str) -> None:
        """Make the pages of a plate."""
        import pikepdf

        data, fonts, _, states = marshal.loads((self.plates / name).read_bytes())  # noqa: S302  our own
        with pikepdf.open(io.BytesIO(data)) as pdf:
            known: dict[str, Any] = {}
            for number, page in enumerate(pdf.pages):
                doubles_of(pdf, page, fonts, known)
                self[name, number] = _sheet(page, states[number], self.objects, proof=self.proof)


def _sheet(page: Any, states: str, objects: Objects, *, proof: bool) -> Sheet:
    box = objects.written(page.MediaBox)
    drawn = re.sub(rb"/\S+\s*<</MCID \d+>>\s*BDC\s*EMC\s*", b"", page.Contents.read_bytes())
    whole = b"q\n%s\nQ\n%s" % (drawn, states.encode("ascii"))
    drawing = objects.stream(zlib.compress(whole, _LEVEL), _DEFLATED)
    above = b""
    if proof:
        mixed(page)
        above = b"%d 0 R " % objects.stream(proof_of(box_of(page)))
    own = {str(name): objects.value(font) for name, font in page.Resources.Font.items()}
    written = b"".join(b"%s %s" % (name.encode("ascii"), value) for name, value in sorted(own.items()))
    rest = objects.written(page.Resources, frozenset({"/Font"}))
    return Sheet(box, drawing, objects.add(rest.removesuffix(b">>") + b"/Font <<" + written + b">>>>"), above)


def blank_of(box: bytes, objects: Objects, *, proof: bool) -> bytes:
    """The entries of a page of this size on which nothing is but, with `proof`, that it is one."""
    empty = objects.stream(b"")
    refs = b"%d 0 R %d 0 R " % (empty, empty)
    if proof:
        refs += b"%d 0 R " % objects.stream(proof_of([float(each) for each in box.strip(b"[]").split()]))
    return b"/MediaBox%s/Resources<</Font<<>>%s>>/Contents[%s]" % (box, MIXING if proof else b"", refs)
