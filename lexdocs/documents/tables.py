"""Tables as they are typed: every row has as many cells as the head, so that no cell is dropped and none is empty.

Markdown leaves out what a row has beyond its head, and fills up what it lacks, without a word; so does a browser with a
row of HTML. Looked at in the words of a template, as far as no choice makes its rows, and again in those rendered.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lexdocs.documents.script import Script
from lexdocs.errors import Problem

_BLOCK = re.compile(r"[^\n]*\S[^\n]*(?:\n[^\n]*\S[^\n]*)*")
_DASHES = re.compile(r" {0,3}\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*")
_ROWED = re.compile(r" {0,3}\|[^\n]*[^\s\\|][^\n]*\|[ \t]*$")
_BAR = re.compile(r"(?<!\\)\|")
_MARK = re.compile(r"<(?P<tag>/?(?:table|thead|tr|t[hd]))\b(?P<attributes>[^>]*)>", re.IGNORECASE)
_SPAN = re.compile(r"\b(col|row)span\s*=\s*[\"']?(\d+)", re.IGNORECASE)


@dataclass(frozen=True)
class _Table:
    """From where to where a table reaches, the number of cells of its head, and each row's place and number.

    Where it `has_head` not, its first row is held for it.
    """

    start: int
    end: int
    head: int
    rows: tuple[tuple[int, int], ...]
    has_head: bool = True


def row_problems(words: Script, *, rendered: bool = False) -> Iterator[Problem]:
    """Each row with more or fewer cells than the head of its table, and each line of dashes that makes no table.

    Of words that are not `rendered`, a table with a choice in it is passed over: its rows are not known.
    """
    for table in (*_typed(words.text), *_marked_up(words.text)):
        if rendered or not words.chooses(table.start, table.end):
            for at, cells in table.rows:
                if cells != table.head:
                    first = "head" if table.has_head else "first row"
                    what = f"this row has {_cells(cells)}, and the {first} of its table {_cells(table.head)}"
                    remedy = "write a cell, empty or not, for each column" if cells < table.head else "take one out"
                    yield Problem(words.where(at), what, remedy)
    for at, what, remedy in _no_table(words.text):
        yield Problem(words.where(at), what, remedy)
    for start, end in _bars(words.text):
        if rendered or not _varies(words, start, end):
            what = "these lines with bars make no table"
            yield Problem(words.where(start), what, "write a line of dashes below the head: |---|--:|")


def _varies(words: Script, start: int, end: int) -> bool:
    """Whether a choice or a loop makes some of the lines between two offsets, or those around them."""
    first, last = max(start - 3, 0), min(end + 3, len(words.text))
    return words.chooses(first, last) or any(words.piece(at).in_loop for at in (first, start, end - 1, last - 1))


def _cells(number: int) -> str:
    return f"{number} cell" if number == 1 else f"{number} cells"


def _blocks(text: str) -> Iterator[list[tuple[int, str]]]:
    """The lines of each stretch between empty lines that has a line of dashes, each with its offset."""
    for block in _BLOCK.finditer(text):
        if "|" in block[0] and "-" in block[0]:
            at, lines = block.start(), []
            for line in block[0].split("\n"):
                lines.append((at, line))
                at += len(line) + 1
            if any("|" in line and _DASHES.fullmatch(line) for _, line in lines):
                yield lines


def _bars(text: str) -> Iterator[tuple[int, int]]:
    """Stretches of lines that are set like rows of a table, and have no line of dashes."""
    for block in _BLOCK.finditer(text):
        lines = block[0].split("\n")
        if any(_ROWED.match(line) for line in lines) and not any(_DASHES.fullmatch(line) for line in lines):
            yield block.start(), block.end()


def _typed(text: str) -> Iterator[_Table]:
    """The tables that Markdown makes: a head, a line of dashes with as many columns, and rows, behind an empty line."""
    for (start, head), *lines in _blocks(text):
        if lines and _DASHES.fullmatch(lines[0][1]) and _count(lines[0][1]) == _count(head):
            last, line = lines[-1]
            rows = tuple((at, _count(line)) for at, line in lines[1:])
            yield _Table(start, last + len(line), _count(head), rows)


def _no_table(text: str) -> Iterator[tuple[int, str, str]]:
    for lines in _blocks(text):
        number, (at, dashes) = next((n, each) for n, each in enumerate(lines) if _DASHES.fullmatch(each[1]))
        if number != 1:
            what = "this line of dashes makes no table of the lines around it"
            yield at, what, "leave an empty line before the table, and write its head into one line"
        elif _count(dashes) != _count(lines[0][1]):
            what = f"the head of this table has {_cells(_count(lines[0][1]))}, and the line of dashes {_count(dashes)}"
            yield at, what, "write as many of both"


def _count(line: str) -> int:
    bare = line.strip()
    inner = bare[bare.startswith("|") : len(bare) - (bare.endswith("|") and not bare.endswith("\\|"))]
    return len(_BAR.split(inner))


@dataclass
class _Open:
    """A table of HTML that is being read: its rows, and for each cell from above how many rows more it reaches into."""

    start: int
    rows: list[tuple[int, int]] = field(default_factory=list)
    below: list[int] = field(default_factory=list)
    has_head: bool = False

    def row(self, at: int) -> None:
        """A row begins."""
        self.rows.append((at, len(self.below)))
        self.below = [each - 1 for each in self.below if each > 1]

    def cell(self, attributes: str) -> None:
        """A cell begins: it counts for the columns and the rows that it spans."""
        if not self.rows:
            return
        spans = {side.lower(): int(number) for side, number in _SPAN.findall(attributes)}
        columns = max(spans.get("col", 1), 1)
        at, width = self.rows[-1]
        self.rows[-1] = at, width + columns
        self.below += [spans["row"] - 1] * columns if spans.get("row", 1) > 1 else []


def _marked_up(text: str) -> Iterator[_Table]:
    """The tables of HTML, those within a cell of another apart."""
    around: list[_Open] = []
    for mark in _MARK.finditer(text):
        tag = mark["tag"].lower()
        if tag == "table":
            around.append(_Open(mark.start()))
        elif not around:
            continue
        elif tag == "/table":
            table = around.pop()
            if table.rows:
                (_, head), *rows = table.rows
                yield _Table(table.start, mark.end(), head, tuple(rows), table.has_head)
        elif tag == "thead":
            around[-1].has_head = True
        elif tag == "tr":
            around[-1].row(mark.start())
        elif tag in ("th", "td"):
            around[-1].cell(mark["attributes"])
