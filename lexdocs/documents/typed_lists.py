"""Lists and tables that are typed as elsewhere, and that Markdown would run together into one paragraph without a word.

A list begins behind an empty line, what belongs to an item is set in by four blanks, items begin with `-` or `1.`; a
table has a line of dashes below its head.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from lexdocs.documents.script import ARM, Script
from lexdocs.errors import Problem

_DEEP = 4  # blanks by which Markdown sets in what belongs to an item
_ITEM = re.compile(r"[ \t]*(?:[-*+]|[0-9]+[.)])[ \t]+[^\s|][^|]*$")
_BULLET = re.compile(r"[ \t]*([•·▪▫●○◦‣⁃■►➢])[ \t]*\S")
_LETTER = re.compile(r"[ \t]{0,3}(\(?)([A-Za-z]|[ivx]{2,4}|[–—])((?<=[–—])|[).])[ \t]+\S")
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")
_HEADING = re.compile(r" {0,3}#{1,6}\s")
_BAR = re.compile(r"[ \t]*\|.*\S|.*\S[ \t]+\|[ \t]+\S")
_DASHES = re.compile(r"[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*")
_SHOWN = 30

Told = tuple[int, str, str]


@dataclass(frozen=True)
class _Line:
    """A line of the words: its offset, what it says, and by how many blanks it is set in."""

    at: int
    said: str

    @property
    def set_in(self) -> int:
        bare = self.said.expandtabs(_DEEP)
        return len(bare) - len(bare.lstrip(" "))

    def __str__(self) -> str:
        bare = self.said.strip()
        return f'"{bare[:_SHOWN].rstrip()}{"…" if len(bare) > _SHOWN else ""}"'


def typed_list_problems(words: Script) -> Iterator[Problem]:
    """Each line of a list or a table that would be printed behind the words of another.

    Told is only the first line of a paragraph that goes astray.
    """
    listed: int | None = None  # by how many blanks the items of the list are set in that may go on
    for lines in _paragraphs(words.text):
        told, listed = _astray(lines, listed)
        told = told or _lettered(lines) or _barred(lines)
        if told is not None:
            yield Problem(words.where(told[0]), told[1], told[2])


def _paragraphs(text: str) -> Iterator[list[_Line]]:
    """The lines between empty ones; a heading stands alone."""
    lines: list[_Line] = []
    at = 0
    for each in text.split("\n"):
        said = each.replace(ARM, "")
        line = _Line(at + len(each) - len(each.lstrip(ARM)), said)
        at += len(each) + 1
        if (not said.strip() or _HEADING.match(said)) and lines:
            yield lines
            lines = []
        if said.strip() and not _HEADING.match(said):
            lines.append(line)
        elif said.strip():
            yield [line]
    if lines:
        yield lines


def _astray(lines: list[_Line], listed: int | None) -> tuple[Told | None, int | None]:
    """The first line of a list that goes astray; and by how many blanks the items of a list are set in behind it."""
    head = lines[0]
    if bullet := _BULLET.match(head.said):
        return _bulleted(head, bullet[1]), None
    is_item = bool(_ITEM.match(head.said))
    blanks = f"set it in by {_DEEP} blanks"
    if is_item and head.set_in < _DEEP:
        if listed is not None and head.set_in > listed:
            return (head.at, f"{head} would be an item of the list around it", blanks), listed
        listed = head.set_in
    elif head.set_in < _DEEP and not is_item:
        if listed is not None and head.set_in and head.said.lstrip()[0] not in "<{":
            what = f"{head} is set in by {_blanks(head.set_in)}, and would end the list above it"
            return (head.at, what, f"{blanks}, or by none"), None
        listed = None
    for before, line in pairwise(lines):
        if _ITEM.match(line.said) and line.set_in < _DEEP:
            if listed is None:
                if before.said.lstrip().startswith("<"):
                    continue
                return (line.at, f"{line} would be printed behind the words above it", "put an empty line above"), None
            if line.set_in > listed:
                return (line.at, f"{line} would be an item of the list around it", blanks), listed
        elif bullet := _BULLET.match(line.said):
            return _bulleted(line, bullet[1]), listed
    return None, listed


def _bulleted(line: _Line, sign: str) -> Told:
    return line.at, f"{line} begins with {sign}, which makes no list", "begin each item with - and a blank"


def _lettered(lines: list[_Line]) -> Told | None:
    """Two lines of a paragraph that begin with letters which follow one another, the first of them its first."""
    first = _LETTER.match(lines[0].said)
    for each in lines[1:] if first else ():
        second = _LETTER.match(each.said)
        if first and second and (first[1], first[3]) == (second[1], second[3]) and _follows(first[2], second[2]):
            what = f"{each} would be printed behind the words above it"
            return each.at, what, "put an empty line between them, or begin each with - and a blank"
    return None


def _follows(letter: str, other: str) -> bool:
    """Whether a letter comes next, in the alphabet or among small Roman numbers; dashes are alike.

    >>> _follows("a", "b"), _follows("i", "ii"), _follows("b", "ii"), _follows("–", "–")
    (True, True, False, True)
    """
    if letter in _ROMAN[:-1] and _ROMAN[_ROMAN.index(letter) + 1] == other:
        return True
    return other == letter if letter in "–—" else len(other) == 1 and ord(other) == ord(letter[0]) + 1


def _barred(lines: list[_Line]) -> Told | None:
    """A table without its line of dashes."""
    barred = [each for each in lines if _BAR.match(each.said)]
    if not barred or any("|" in each.said and _DASHES.fullmatch(each.said) for each in lines):
        return None
    if len(barred) == 1 and not barred[0].said.lstrip().startswith("|"):
        return None
    columns = len([each for each in barred[0].said.split("|") if each.strip()])
    what = f"{barred[0]} makes no table without a line of dashes"
    return barred[0].at, what, f"write below its head: |{'---|' * columns}"


def _blanks(number: int) -> str:
    return "a blank" if number == 1 else f"{number} blanks"
