"""Looking into a single file: how many pages it has, whether they say PROOF, and what is written on them."""

from __future__ import annotations

import io
from dataclasses import dataclass

from lexdocs.checks.mailing.drawn import NOTHING, Drawn, Known, Written, letters_of
from lexdocs.checks.mailing.frames import Frame
from lexdocs.checks.mailing.paper import Paper
from lexdocs.checks.mailing.proofs import is_marked
from lexdocs.checks.mailing.syntax import Ref, Unreadable
from lexdocs.checks.mailing.tongues import Reader, as_it_stands


class Locked(Unreadable):
    """A file that the password does not open."""


@dataclass(frozen=True)
class Looked:
    """The pages of a file, whether they say PROOF, each way that is met, and what is written there, if it was read."""

    pages: int
    marked: frozenset[bool]
    written: Written


def read_in(frame: Frame, data: bytes, *, read: bool, reader: Reader = as_it_stands) -> Looked:
    """Look into a file of a frame. Raises `Unreadable`, or what damaged objects lead to."""
    if not read:
        return Looked(len(frame.pages), frame.marked, NOTHING)
    drawn = Drawn(frame.updated(data), frame.known)
    return Looked(len(frame.pages), frame.marked, Written.of(drawn.written(page, reader) for page in frame.pages))


def read_apart(data: bytes, password: str = "", *, read: bool, reader: Reader = as_it_stands) -> Looked:
    """Look into a file of any other kind, or into one that a password opens.

    Raises `Locked`, `Unreadable`, or what damaged objects lead to.
    """
    import pikepdf

    try:
        with pikepdf.open(io.BytesIO(data), password=password) as pdf:
            marked, written = set(), []
            for page in pdf.pages:
                content = page.Contents
                several = list(content) if isinstance(content, pikepdf.Array) else [content]
                parts = [each.read_bytes() for each in several]
                marked.add(is_marked(parts[-1]))
                if read:
                    known = Known()
                    fonts: dict[str, Ref] = {}
                    for number, (name, font) in enumerate(page.Resources.Font.items()):
                        fonts[str(name).removeprefix("/")] = Ref(number)
                        known.letters[number] = letters_of(font.ToUnicode.read_bytes())
                    written.append(Drawn(_NOTHING, known).read(b"\n".join(parts), fonts, reader=reader))
            return Looked(len(pdf.pages), frozenset(marked), Written.of(written) if read else NOTHING)
    except pikepdf.PasswordError:
        raise Locked("the password does not open it") from None
    except pikepdf.PdfError:
        raise Unreadable("it is no PDF, or is damaged") from None


_NOTHING: Paper = Paper.__new__(Paper)  # all fonts of such a file are known before it is read
