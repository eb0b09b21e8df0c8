"""The mark of a proof: the word PROOF across a page, above all else, so that nothing on the page hides it.

It is drawn as outlines, which ask for no font, and as an artifact: no text of the page, nothing for its structure tree.
The letters darken what is light, and their contours lighten what is dark: words under them stay readable, and there is
no colour of a page on which neither is seen.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

_NAME, _STATE = b"/LexdocsProof", b"<</ca .1/CA .3>>"
MIXING = b"/ExtGState<<%s%s>>" % (_NAME, _STATE)
"""The graphics state by which it is mixed with a page, as an entry of the page's resources."""
_MARK = b"""/Artifact BMC
q 1 0 0 1 %.2f %.2f cm .7071 .7071 -.7071 .7071 0 0 cm
/LexdocsProof gs 0 g 1 G .08 w
%s
%s
Q
EMC
"""
_SIZE, _APART = 13.0, 9.5  # points to a unit of the grid, and units from one letter to the next
# P, R, O, F on a grid; what lies within another outline is left open.
_LETTERS = {
    "P": "0 0 m 0 10 l 5 10 l 7 8.5 l 7 6 l 5 4.5 l 2 4.5 l 2 0 l h 2 6 m 4.4 6 l 5 6.6 l 5 7.9 l 4.4 8.5 l 2 8.5 l h",
    "R": "0 0 m 0 10 l 5 10 l 7 8.5 l 7 6 l 5.6 4.8 l 7.4 0 l 5.2 0 l 3.7 4.5 l 2 4.5 l 2 0 l h "
    "2 6 m 4.4 6 l 5 6.6 l 5 7.9 l 4.4 8.5 l 2 8.5 l h",
    "O": "2 0 m 0 2 l 0 8 l 2 10 l 5.6 10 l 7.6 8 l 7.6 2 l 5.6 0 l h "
    "2.8 1.6 m 4.8 1.6 l 5.7 2.6 l 5.7 7.4 l 4.8 8.4 l 2.8 8.4 l 1.9 7.4 l 1.9 2.6 l h",
    "F": "0 0 m 0 10 l 6.6 10 l 6.6 8.4 l 2 8.4 l 2 6 l 5.6 6 l 5.6 4.4 l 2 4.4 l 2 0 l h",
}


def proof_of(box: Sequence[float]) -> bytes:
    """The mark on a page of this size, for the end of what is drawn there; the page has the state of `MIXING`."""
    width = 5 * _APART * _SIZE
    middle = ((box[0] + box[2]) / 2 - width * 0.7071 / 2 + 30, (box[1] + box[3]) / 2 - width * 0.7071 / 2 - 30)
    return _MARK % (*middle, _word("f*"), _word("S"))


def mixed(page: Any) -> None:
    """Give a page of an open PDF the state of `MIXING`."""
    import pikepdf

    if "/ExtGState" not in page.Resources:
        page.Resources.ExtGState = pikepdf.Dictionary()
    page.Resources.ExtGState[_NAME.decode("ascii")] = pikepdf.Object.parse(_STATE)


def box_of(page: Any) -> tuple[float, ...]:
    """The size of a page of an open PDF."""
    return tuple(float(each) for each in page.MediaBox)


def _word(painted: str) -> bytes:
    letters = (
        f"q {_SIZE} 0 0 {_SIZE} {place * _APART * _SIZE:.2f} 0 cm {_LETTERS[letter]} {painted} Q"
        for place, letter in enumerate("PROOF")
    )
    return "\n".join(letters).encode("ascii")
