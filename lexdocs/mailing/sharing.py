"""Plates that processes share: what one has laid out is kept for the others, and for the next run.

A plate is kept whole in `shapes`, behind its SHA-256 and under a name that stands for all that it follows from; in
`plates` is what puts the pages together, of those on which a statement was stamped. Whoever lays a plate out has its
turn meanwhile, as a lock that the system keeps: it goes with its process.
"""

from __future__ import annotations

import fcntl
import marshal
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, fields
from hashlib import sha256
from pathlib import Path
from typing import Any

from lexdocs.mailing.keeping import keep
from lexdocs.mailing.plates import Line, Plate
from lexdocs.mailing.probes import Slot
from lexdocs.mailing.words import Words
from lexdocs.outputs.glyphs import Glyph, Look

PLATES, SHAPES = "plates", "shapes"
Said = tuple[str, str | None]
"""A figure by its address without the holding, and its print style."""
Title = tuple[str | Said, ...]
_OWN = tuple(each.name for each in fields(Line) if each.name != "look")  # what a line shares with no other
_DIGEST = 32  # bytes
_PLAIN = 2  # the version of marshal whose bytes depend on the values alone


@dataclass(frozen=True)
class Outline:
    """What is known of a shape once it was laid out: its plate, title and words of its documents, or why none."""

    plate: Plate | None
    title: Title = ()
    words: Words = field(default_factory=lambda: Words(b"", ()))
    why: str = ""


@dataclass(frozen=True)
class Shared:
    """Plates of a mailing: where they are kept, and where turns are taken at laying them out.

    Without `turns` nobody waits for another, and a plate may be laid out twice: it comes to the same bytes.
    """

    folder: Path
    turns: Path | None = None

    def outline(self, name: str) -> Outline | None:
        """What is kept under a name, or nothing where it is not there."""
        try:
            read = (self.folder / SHAPES / name).read_bytes()
        except FileNotFoundError:
            return None
        told = read[_DIGEST:]
        # What is damaged is laid out anew.
        return _unfolded(marshal.loads(told)) if sha256(told).digest() == read[:_DIGEST] else None  # noqa: S302  ours

    def keep(self, name: str, made: Outline) -> None:
        """Keep what was laid out."""
        told = marshal.dumps(_folded(made), _PLAIN)
        keep(self.folder / SHAPES / name, sha256(told).digest() + told)

    @contextmanager
    def turn(self, name: str, *, wait: bool) -> Iterator[bool]:
        """One's turn at laying out what goes by a name; says whether one has it, which is certain if one may wait."""
        if self.turns is None:
            yield True
            return
        with (self.turns / f"turn-{name}").open("wb") as file:
            try:
                fcntl.flock(file, fcntl.LOCK_EX if wait else fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                yield False
                return
            yield True


def _folded(made: Outline) -> tuple[Any, ...]:
    """An outline in plain values; looks and their glyphs, which many lines share, once each."""
    if made.plate is None:
        return (made.why,)
    glyphs: dict[tuple[Any, ...], int] = {}
    looks: dict[tuple[Any, ...], int] = {}
    lines = []
    for line in made.plate.lines:
        look = line.look
        table = tuple((char, *((each.code, each.width) if each else ())) for char, each in look.glyphs.items())
        key = look.operators, look.scale, look.size, glyphs.setdefault(table, len(glyphs))
        number = looks.setdefault(key, len(looks))
        lines.append((number, *(getattr(line, name) for name in _OWN)))
    slots = [(slot.figure, slot.style, slot.line, slot.part) for slot in made.plate.slots]
    words = made.words.said, made.words.figures, made.words.beside
    return "", made.plate.data, made.plate.pages, slots, lines, list(looks), list(glyphs), made.title, words


def _unfolded(told: tuple[Any, ...]) -> Outline:
    if told[0]:
        return Outline(None, why=told[0])
    _, drawing, pages, slots, lines, looks, glyphs, title, words = told
    tables = [{char: Glyph(*said) if said else None for char, *said in table} for table in glyphs]
    known = [Look(operators, scale, size, tables[table]) for operators, scale, size, table in looks]
    own = tuple(Line(look=known[look], **dict(zip(_OWN, rest, strict=True))) for look, *rest in lines)
    return Outline(Plate(drawing, pages, tuple(Slot(*each) for each in slots), own), title, Words(*words))
