"""Where in its file each word of a reading stands: a reader's passages laid beside what the file shows."""

from __future__ import annotations

import bisect
import re
from dataclasses import dataclass
from itertools import chain, pairwise

from lexdocs.checks.reading.passage import Passage, Reading
from tests.checks.tieout.pieces import pieces

_SAME = {ord(odd): usual for odd, usual in zip("‘’“”‐‑‒–−\u2044", "''\"\"-----/", strict=True)}
_WORD = re.compile(r"\S+")
_NEAR = 12  # characters that may have been left out
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
    at = base = 0
    made: list[list[int | None]] = []
    for before, passage in pairwise([None, *reading.passages]):
        assert passage is not None
        line = passage.place.line
        if line and (before is None or before.place.line != line):
            at = base = bisect.bisect_left(shown.places, lines[min(line, len(lines)) - 1])
        found, at = _laid(passage, shown, at, base)
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


def _laid(passage: Passage, shown: _Shown, at: int, base: int) -> tuple[list[int | None], int]:
    """The places of a passage's characters, found whole or else word by word, and where the next passage begins.

    `base` is where the passage's own line begins: what a table says in several lines is looked for from there too.
    """
    text = passage.text.translate(_SAME)
    places: list[int | None] = [None] * len(text)
    whole = "".join(text.split())
    found = shown.text.find(whole, at, at + len(whole) + _AHEAD)
    at = found if found >= 0 else at
    for word in _WORD.finditer(text):
        forms = dict.fromkeys((word[0], word[0].rstrip(",")))  # a comma may stand for a line's end
        tries = ((shown.text.find(form, at, at + len(form) + _NEAR), form) for form in forms if form)
        further = ((_alone(form, shown, after), form) for after in (at, base) for form in forms if form)
        start, form = next(((start, form) for start, form in chain(tries, further) if start >= 0), (-1, ""))
        if start >= 0:
            places[word.start() : word.start() + len(form)] = shown.places[start : start + len(form)]
            at = start + len(form)
    return places, at


def _alone(word: str, shown: _Shown, at: int) -> int:
    """Where a word comes next with white space or a tag on both sides; -1 where it does not."""
    places = shown.places
    start = shown.text.find(word, at, at + len(word) + _AHEAD)
    while start >= 0:
        end = start + len(word)
        before = start == 0 or places[start] - places[start - 1] > 1
        if before and (end == len(places) or places[end] - places[end - 1] > 1):
            return start
        start = shown.text.find(word, start + 1, at + len(word) + _AHEAD)
    return -1


def stretch(places: list[int | None], start: int, end: int) -> tuple[int, int] | None:
    """Where in the file a stretch of a passage begins and ends."""
    known = [place for place in places[start:end] if place is not None]
    return (known[0], known[-1] + 1) if known else None
