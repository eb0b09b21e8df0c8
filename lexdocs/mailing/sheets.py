"""Sheets: the pages of plates as objects that all statements of a print stream share."""

from __future__ import annotations

import io
import marshal
import re
import zlib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from lexdocs.mailing.doubles import doubles_of
from lexdocs.outputs.pdf_objects import Objects
from lexdocs.outputs.print_stream import Sheet

_DEFLATED = b"/Filter/FlateDecode"
_LEVEL = 9
_PROOF = b"""
q 1 0 0 1 %.2f %.2f cm .7071 .7071 -.7071 .7071 0 0 cm .9 .9 .9 rg
%s
Q"""
# The word drawn as outlines, so that it asks for no font and is no text of the statement: P, R, O, O, F on a grid.
_LETTERS = {
    "P": "0 0 m 0 10 l 5 10 l 7 8.5 l 7 6 l 5 4.5 l 2 4.5 l 2 0 l h "
    "2 6 m 4.4 6 l 5 6.6 l 5 7.9 l 4.4 8.5 l 2 8.5 l h f*",
    "R": "0 0 m 0 10 l 5 10 l 7 8.5 l 7 6 l 5.6 4.8 l 7.4 0 l 5.2 0 l 3.7 4.5 l 2 4.5 l 2 0 l h "
    "2 6 m 4.4 6 l 5 6.6 l 5 7.9 l 4.4 8.5 l 2 8.5 l h f*",
    "O": "2 0 m 0 2 l 0 8 l 2 10 l 5.6 10 l 7.6 8 l 7.6 2 l 5.6 0 l h "
    "2.8 1.6 m 4.8 1.6 l 5.7 2.6 l 5.7 7.4 l 4.8 8.4 l 2.8 8.4 l 1.9 7.4 l 1.9 2.6 l h f*",
    "F": "0 0 m 0 10 l 6.6 10 l 6.6 8.4 l 2 8.4 l 2 6 l 5.6 6 l 5.6 4.4 l 2 4.4 l 2 0 l h f*",
}


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
    below = proof_of([float(each) for each in page.MediaBox]) if proof else b""
    drawn = re.sub(rb"/\S+\s*<</MCID \d+>>\s*BDC\s*EMC\s*", b"", page.Contents.read_bytes())
    whole = b"%s\nq\n%s\nQ\n%s" % (below, drawn, states.encode("ascii"))
    drawing = objects.stream(zlib.compress(whole, _LEVEL), _DEFLATED)
    own = {str(name): objects.value(font) for name, font in page.Resources.Font.items()}
    written = b"".join(b"%s %s" % (name.encode("ascii"), value) for name, value in sorted(own.items()))
    rest = objects.written(page.Resources, frozenset({"/Font"}))
    return Sheet(box, drawing, objects.add(rest.removesuffix(b">>") + b"/Font <<" + written + b">>>>"))


def blank_of(box: bytes, objects: Objects, *, proof: bool) -> bytes:
    """The entries of a page of this size on which nothing is but, with `proof`, that it is one."""
    below = [objects.stream(proof_of([float(each) for each in box.strip(b"[]").split()]))] if proof else []
    refs = b" ".join(b"%d 0 R" % each for each in (*below, objects.stream(b"")))
    return b"/MediaBox%s/Resources<</Font<<>>>>/Contents[%s]" % (box, refs)


def proof_of(box: Sequence[float]) -> bytes:
    """The word PROOF across a page, light and below all else, as outlines."""
    size = 13.0
    width = 5 * 9.5 * size
    middle = ((box[0] + box[2]) / 2 - width * 0.7071 / 2 + 30, (box[1] + box[3]) / 2 - width * 0.7071 / 2 - 30)
    word = "\n".join(f"q {size} 0 0 {size} {place * 9.5 * size:.2f} 0 cm {_LETTERS[letter]} Q"
                     for place, letter in enumerate("PROOF"))  # fmt: skip
    return _PROOF % (*middle, word.encode("ascii"))
