"""The pieces of a block made into words: inline tags without a space, raised marks apart, built fractions whole."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from lexdocs.checks.reading.characters import apart, clean, seen
from lexdocs.checks.reading.healing import Vocabulary, joined
from lexdocs.checks.reading.html_items import Block, Piece, Said
from lexdocs.checks.reading.marks import stand_alone

_ORDINAL = re.compile(r"(?:st|nd|rd|th|d)$")
_MARK = re.compile(
    r"[(\[]?(?:\d{1,2}|[a-z]|\*{1,4}|[\u2020\u2021\u00a7\u00b6]+|SM|TM)[)\]]?(?:\s*,?\s*[(\[]?(?:\d{1,2}|[a-z])[)\]]?)*$"
)
_UPPER = re.compile(r"\d{1,3}$")
_FRACTION = re.compile(r"\d{1,3}\s*[/\u2044]\s*\d{1,3}$|[\u00bc-\u00be\u2150-\u215e]$")
_LOWER = re.compile(r"\s*[/\u2044\u2215]\s*(?:\d|$)")
_SHORT = 60  # characters of a line that stands for itself


@dataclass(frozen=True)
class Words:
    """A block's words in one line, the lines of the file in them, the marks in it, and the one that it begins with."""

    text: str
    lines: tuple[tuple[int, int], ...] = ()
    notes: tuple[str, ...] = ()
    mark: str = ""


def words(block: Block, known: Vocabulary) -> Words:
    """What a block says.

    >>> raised = [Piece("9", 1), Piece("3", 1, Said.RAISED), Piece("/", 1), Piece("8", 1, Said.LOWERED)]
    >>> words(Block(pieces=[*raised, Piece("% of $5", 1), Piece("(1)", 1, Said.RAISED)]), Vocabulary())
    Words(text='9 3/8% of $5', lines=((0, 1),), notes=('(1)',), mark='')
    """
    lines = [_Gathered()]
    for place, piece in enumerate(block.pieces):
        if piece.said is Said.BREAK:
            lines.append(_Gathered())
        elif piece.said is Said.WORDS:
            text = clean(piece.text)
            lines[-1].add(seen(text[:-1]) + text[-1:], piece.line)
        else:
            before = block.pieces[place - 1] if place else None
            after = block.pieces[place + 1] if place + 1 < len(block.pieces) else None
            _aside(lines, piece, before, after)
    said = [("".join(line.parts), line.lines[0][1] if line.lines else block.line) for line in lines]
    healed = joined(said, known, range(1, len(said)) if _by_line(block, [text for text, _ in said]) else ())
    places = []
    starts = iter(healed.lines)
    for line in lines:
        if seen("".join(line.parts)):
            start = next(starts)[0]
            places += [(start + at, number) for at, number in line.lines]
    text, raised = apart(healed.text)
    marks = tuple(mark for line in lines for mark in line.marks) + raised
    first = marks[:1] if lines[0].marked else ()
    return Words(text, tuple(places), marks[len(first) :], first[0] if first else "")


class _Gathered:
    """Words put together as a browser does: spaces and line ends between them are one space."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.lines: list[tuple[int, int]] = []
        self.marks: list[str] = []
        self.length = 0
        self.spaced = False
        self.marked = False

    @property
    def last(self) -> str:
        """The last character, a space where one stands behind it."""
        return " " if self.spaced else self.parts[-1][-1] if self.parts else ""

    def add(self, text: str, line: int) -> None:
        """Put more words behind those so far."""
        said = " ".join(text.split())
        if said:
            if (self.spaced or text[0].isspace()) and self.parts:
                self.parts.append(" ")
                self.length += 1
            if not self.lines or self.lines[-1][1] != line:
                self.lines.append((self.length, line))
            self.parts.append(said)
            self.length += len(said)
            self.spaced = text[-1].isspace()
        elif text:
            self.spaced = True


def _aside(lines: Sequence[_Gathered], piece: Piece, before: Piece | None, after: Piece | None) -> None:
    """Words that are raised or lowered: part of a number, of an ordinal, or the mark of a footnote."""
    line, text = lines[-1], clean(piece.text)
    said = text.strip()
    fraction = after is not None and (after.said is Said.LOWERED or bool(_LOWER.match(after.text)))
    if piece.said is Said.LOWERED:
        above = before is not None and before.said is Said.RAISED and line.last.isdigit()
        line.add(f"/{said}" if above and said.isdigit() else text, piece.line)
    elif (_UPPER.match(said) and fraction) or _FRACTION.match(said):
        line.add(f" {said}" if line.last.isdigit() else said, piece.line)
    elif (line.last.isdigit() and _ORDINAL.match(said)) or not _MARK.match(said):
        line.add(text, piece.line)
    else:
        line.marked = line.marked or (len(lines) == 1 and not line.parts)
        line.marks.append(said)
        line.spaced = line.spaced or text[-1:].isspace()


def _by_line(block: Block, said: Sequence[str]) -> bool:
    """Whether the lines of a block stand each for itself, as in an address."""
    if block.kind == "address":
        return True
    if block.kind != "p" or block.bold or block.centred or len(said) < 3:
        return False
    return all(text and len(text) < _SHORT and text[-1] not in ",;:" for text in said) and stand_alone(said)
