"""The prose of a plain text: lines gathered into paragraphs, whether empty lines, indents or marks tell them apart."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from lexdocs.checks.reading.marks import HEADING, item_mark, stand_alone
from lexdocs.checks.reading.text_lines import Kind, Line

_STOPS = re.compile(r"[.?!:;][\"')\u201d\u2019]*$")
_SLACK = 10  # columns that a line leaves free where it ends on purpose
_COLUMN = 6  # lines at least that make a column of their own width
_CENTRED = 10  # columns at least on each side
_FULL = 0.72  # of the width: a line as long as this runs on


@dataclass(frozen=True)
class Block:
    """The lines of one paragraph; `by_line` where each of them stands for itself, as in an address."""

    lines: tuple[Line, ...]
    by_line: bool = False


def width(lines: Sequence[Line]) -> int:
    """The column at which the prose of a text ends: that of its longer lines.

    >>> width([Line(1, "x" * 70, Kind.BODY), Line(2, "x" * 72, Kind.BODY), Line(3, "x", Kind.BODY)])
    72
    """
    ends = sorted(len(line.text) for line in lines if line.kind is Kind.BODY and 20 < len(line.text) < 160)
    return ends[min(len(ends) * 9 // 10, len(ends) - 1)] if ends else 60


def blocks(lines: Sequence[Line], margin: int) -> Iterator[Block]:
    """The paragraphs among lines in which no table stands; lines that are no words end a paragraph."""
    for chunk in _spaced(list(_chunks(lines)), margin):
        yield from _paragraphs(chunk, margin)


def _chunks(lines: Sequence[Line]) -> Iterator[tuple[int, list[Line]]]:
    """Lines that stand together, each chunk with how many empty lines stand before it; many where a page ends."""
    chunk: list[Line] = []
    empty = gap = 0
    for line in lines:
        if line.kind is Kind.BODY:
            if not chunk:
                gap = empty
            chunk.append(line)
            empty = 0
        else:
            if chunk:
                yield gap, chunk
                chunk = []
            empty += 1 if line.kind is Kind.BLANK else 99
    if chunk:
        yield gap, chunk


def _spaced(chunks: Sequence[tuple[int, list[Line]]], margin: int) -> Iterator[list[Line]]:
    """The same chunks, those of double-spaced prose put together."""
    run: list[tuple[int, list[Line]]] = []
    for gap, chunk in chunks:
        if len(chunk) == 1 and (not run or gap < 99):
            run.append((gap, chunk))
            continue
        yield from _double(run, margin)
        run = []
        if len(chunk) == 1:
            run.append((gap, chunk))
        else:
            yield chunk
    yield from _double(run, margin)


def _double(run: Sequence[tuple[int, list[Line]]], margin: int) -> Iterator[list[Line]]:
    """Lines of which each stands alone: paragraphs by themselves, or the lines of double-spaced ones."""
    alone = [chunk[0] for _, chunk in run]
    full = [line for line in alone if len(line.text) >= _FULL * margin]
    on = sum(not _STOPS.search(a.text) and b.text.lstrip()[:1].islower() for a, b in pairwise(alone))
    if len(full) < 2 or 5 * len(full) < 2 * len(alone) or not on:
        yield from ([line] for line in alone)
        return
    usual = Counter(gap for gap, _ in run[1:]).most_common(1)[0][0]
    usual = min(gap for gap, _ in run[1:]) if usual > 3 else usual
    base = Counter(line.indent for line in alone).most_common(1)[0][0]
    paragraph = [alone[0]]
    for (gap, _), (before, line) in zip(run[1:], pairwise(alone), strict=True):
        on = len(before.text) >= _FULL * margin and line.indent <= max(base, paragraph[-1].indent)
        on = on and not item_mark(line.text.lstrip())[0]
        if gap <= usual and (on or line.text.lstrip()[:1].islower()):
            paragraph.append(line)
        else:
            yield paragraph
            paragraph = [line]
    yield paragraph


def _paragraphs(chunk: list[Line], margin: int) -> Iterator[Block]:
    """The paragraphs of lines between which no empty ones stand."""
    if len(chunk) == 1:
        yield Block(tuple(chunk))
        return
    if _set_by_line(chunk, margin):
        yield Block(tuple(chunk), by_line=True)
        return
    own = max(len(line.text) for line in chunk)
    own = margin if len(chunk) < 3 or (len(chunk) < _COLUMN and own < 0.6 * margin) else own
    base = Counter(line.indent for line in chunk).most_common(1)[0][0]
    paragraph = [chunk[0]]
    for at in range(1, len(chunk)):
        after = chunk[at + 1] if at + 1 < len(chunk) else None
        if _begins(paragraph, chunk[at], after, base, own):
            yield Block(tuple(paragraph))
            paragraph = []
        paragraph.append(chunk[at])
    yield Block(tuple(paragraph))


def _capitals(line: Line) -> bool:
    """Whether a line is all in capitals, as a heading is."""
    return line.text.upper() == line.text and sum(map(str.isalpha, line.text)) > 3


def _meant(before: Line, line: Line, margin: int, slack: int) -> bool:
    """Whether a line ended although the next one's first word had room on it."""
    first = line.text.split(None, 1)[0]
    return len(before.text) + len(first) + slack <= margin


def _set_by_line(chunk: Sequence[Line], margin: int) -> bool:
    """Whether the lines of a chunk are short ones that each stand for themselves, such as those of an address."""
    meant = all(_meant(before, line, margin, 1) for before, line in pairwise(chunk))
    if not meant or any(len(line.text.strip()) > 0.65 * margin for line in chunk) or is_centred(chunk, 0, margin):
        return False
    marked = sum(bool(item_mark(line.text.lstrip())[0]) for line in chunk)
    upper = all(line.text.upper() == line.text for line in chunk)
    return not marked and not upper and stand_alone([line.text.strip() for line in chunk])


def _begins(paragraph: Sequence[Line], line: Line, after: Line | None, base: int, margin: int) -> bool:
    """Whether a line begins a new paragraph within its chunk."""
    before = paragraph[-1]
    stopped = bool(_STOPS.search(before.text))
    marked = bool(item_mark(line.text.lstrip())[0])
    if _capitals(line) != _capitals(before) and (_capitals(paragraph[0]) or stopped):
        return not before.text.endswith("-")
    if line.indent != before.indent:
        first = len(paragraph) == 1
        if line.indent > before.indent:
            hanging = first and (after is None or after.indent >= line.indent)
            if marked:
                return stopped or _meant(before, line, margin, 1) or not hanging
            if hanging or line.text.lstrip()[:1].islower():
                return False
            return after is None or after.indent < line.indent or stopped
        outdented = not first and line.indent < base
        hung = not first and before.indent > paragraph[0].indent and line.indent <= paragraph[0].indent
        if marked:
            return stopped or hung or _meant(before, line, margin, 1)
        return (outdented or hung) and (stopped or hung) and not line.text.lstrip()[:1].islower()
    if marked:
        return _meant(before, line, margin, 1)
    indented = after is not None and line.indent > base and after.indent < line.indent and stopped
    return indented or (stopped and _meant(before, line, margin, _SLACK) and line.text.lstrip()[:1].isupper())


def is_centred(lines: Sequence[Line], base: int, margin: int) -> bool:
    """Whether lines stand in the middle between the margins of the prose around them.

    >>> is_centred([Line(1, " " * 30 + "THE OFFER", Kind.BODY)], 0, 70)
    True
    """
    off = [abs((line.indent - base) - (margin - len(line.text))) for line in lines]
    words = sum(len(line.text.strip()) for line in lines)
    return words <= HEADING and all(line.indent - base > _CENTRED for line in lines) and max(off) <= 6
