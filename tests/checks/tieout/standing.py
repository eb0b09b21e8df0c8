"""Where in its file each word of a reading stands: a reader's passages laid beside what the file shows."""

from __future__ import annotations

import bisect
import re
from dataclasses import dataclass
from itertools import pairwise

from lexdocs.checks.reading.passage import Passage, Reading
from tests.checks.tieout.pieces import pieces

_SAME = {ord(odd): usual for odd, usual in zip("‘’“”‐‑‒–−\u2044", "''\"\"-----/", strict=True)}
_WORD = re.compile(r"\S+")
_AHEAD = 1500  # characters within which a word is looked for, past a page's end and its furniture


@dataclass(frozen=True)
class _Shown:
    """What a file shows, without its white space: the characters, and where each stands."""

    text: str
    places: list[int]


def standing(file: str, suffix: str, reading: Reading) -> list[list[int | None]]:
    """For each passage, where each of its characters stands in the file; None for white space and what is healed."""
    shown = _shown(file, suffix)
    lines = [0, *(match.end() for match in re.finditer("\n", file))]
    at = 0
    made: list[list[int | None]] = []
    for before, passage in pairwise([None, *reading.passages]):
        assert passage is not None
        line = passage.place.line
        if line and (before is None or before.place.line != line):
            at = bisect.bisect_left(shown.places, lines[min(line, len(lines)) - 1])
        found, at = _laid(passage, shown, at)
        made.append(found)
    return made


def _shown(file: str, suffix: str) -> _Shown:
    if suffix != ".html":
        kept = [(char, at) for at, char in enumerate(file) if not char.isspace()]
    else:
        kept = [
            (char, piece.start + (at if piece.end - piece.start == len(piece.text) else 0))
            for piece in pieces(file)
            if piece.sort == "words"
            for at, char in enumerate(piece.text)
            if not char.isspace()
        ]
    return _Shown("".join(char for char, _ in kept).translate(_SAME), [place for _, place in kept])


def _laid(passage: Passage, shown: _Shown, at: int) -> tuple[list[int | None], int]:
    """The places of a passage's characters, found whole or else word by word, and where the next passage begins."""
    text = passage.text.translate(_SAME)
    places: list[int | None] = [None] * len(text)
    whole = "".join(text.split())
    found = shown.text.find(whole, at, at + len(whole) + _AHEAD)
    at = found if found >= 0 else at
    for word in _WORD.finditer(text):
        start = shown.text.find(word[0], at, at + len(word[0]) + _AHEAD)
        if start >= 0:
            for offset in range(len(word[0])):
                places[word.start() + offset] = shown.places[start + offset]
            at = start + len(word[0])
    return places, at


def stretch(places: list[int | None], start: int, end: int) -> tuple[int, int] | None:
    """Where in the file a stretch of a passage begins and ends."""
    known = [place for place in places[start:end] if place is not None]
    return (known[0], known[-1] + 1) if known else None
