"""A page as a typewriter sets it: wrapped lines, tables in columns of spaces, numbered pages; its marks go with it."""

from __future__ import annotations

import bisect
import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from lexdocs.outputs.typewriter import plain
from tests.checks.tieout.pieces import BLOCKS, pieces

COLUMNS = 74
INDENT = 5
LINES = 56
_HEAD = 40  # columns, beyond which the head of a row is wrapped
_GAP = "   "
_SPACE = re.compile(r"\s")

Stretch = tuple[int, int, str]
Char = tuple[str, int]  # what is printed, and the number of the stretch it belongs to, or -1
Line = list[Char]


@dataclass
class _Block:
    """A paragraph as lines that must not run together, or a table as rows of cells."""

    tag: str = "p"
    lead: str = ""
    lines: list[Line] = field(default_factory=lambda: [[]])
    rows: list[list[tuple[str, Line]]] = field(default_factory=list)


def typewritten(page: str, stretches: Sequence[Stretch]) -> tuple[str, list[Stretch]]:
    r"""A page as plain text, and where its stretches stand in it.

    >>> typewritten("<p>At 50%</p><table><tr><th>Fee</th><td>$3</td></tr></table>", [(6, 9, "rate")])
    ('     At 50%\n\n  Fee   $3\n\n-1-\n', [(8, 11, 'rate')])
    """
    out: Line = []
    number = lines = 0
    for block in _blocks(page, stretches):
        made = _table(block.rows) if block.rows else _paragraph(block)
        if lines and lines + len(made) > LINES:
            number, lines = number + 1, 0
            out += _typed(f"{_mark(number)}\n\n")
        for line in made:
            out += [*line, ("\n", -1)]
        out.append(("\n", -1))
        lines += len(made) + 1
    out += _typed(f"-{number + 1}-\n" if not number else f"{_mark(number + 1)}\n")
    return "".join(char for char, _ in out), _standing(out, stretches)


def _mark(number: int) -> str:
    return f"-{number}-".center(COLUMNS).rstrip()


def _standing(out: Line, stretches: Sequence[Stretch]) -> list[Stretch]:
    ends: dict[int, tuple[int, int]] = {}
    for place, (char, which) in enumerate(out):
        if which >= 0 and not char.isspace():
            ends[which] = (ends.get(which, (place, 0))[0], place + 1)
    return [(*ends[which], stretch[2]) for which, stretch in enumerate(stretches) if which in ends]


def _blocks(page: str, stretches: Sequence[Stretch]) -> Iterator[_Block]:
    """What stands between the tags, a block at a time; a table is one block."""
    block = _Block()
    table: _Block | None = None
    counters: list[int | None] = []
    for piece in pieces(page):
        tag = piece.tag
        if piece.sort == "words":
            block.lines[-1] += _marked(piece.text, piece.start, piece.end, stretches)
        elif tag == "br":
            block.lines.append([])
        elif tag == "table":
            yield from _full(table or block)
            table, block = (None if piece.closes else _Block()), _Block()
        elif table is not None and tag in ("td", "th", "tr"):
            if tag == "tr" and not piece.closes:
                table.rows.append([])
            elif tag != "tr" and piece.closes:
                joined = list(itertools.chain.from_iterable([(" ", -1), *line] for line in block.lines))
                table.rows[-1].append((tag, joined))
            block = _Block()
        elif tag in BLOCKS:
            yield from _full(block)
            block = _Block("p" if piece.closes else tag)
            _count(counters, block, tag, closes=piece.closes)
    yield from _full(block)


def _count(counters: list[int | None], block: _Block, tag: str, *, closes: bool) -> None:
    """Number the items of a list, and mark those of one without numbers."""
    if tag in ("ol", "ul"):
        if closes:
            counters.pop()
        else:
            counters.append(0 if tag == "ol" else None)
    elif tag == "li" and counters and not closes:
        last = counters[-1]
        counters[-1] = None if last is None else last + 1
        block.lead = "* " if last is None else f"({last + 1}) "


def _full(block: _Block) -> Iterator[_Block]:
    if block.rows or any(char.strip() for line in block.lines for char, _ in line):
        yield block


def _marked(text: str, start: int, end: int, stretches: Sequence[Stretch]) -> Line:
    """Visible characters as a typewriter has them, each with the stretch that it belongs to."""
    whole = end - start == len(text)  # an entity is one character for several
    runs = itertools.groupby(range(len(text)), lambda at: _which(start + (at if whole else 0), stretches))
    return [(char, which) for which, run in runs for char in plain("".join(text[at] for at in run))]


def _which(offset: int, stretches: Sequence[Stretch]) -> int:
    at = bisect.bisect_right(stretches, offset, key=lambda stretch: stretch[0]) - 1
    return at if at >= 0 and offset < stretches[at][1] else -1


def _words(line: Line) -> list[Line]:
    runs = itertools.groupby(line, lambda each: bool(_SPACE.match(each[0])))
    return [list(run) for space, run in runs if not space]


def _typed(text: str) -> Line:
    return [(char, -1) for char in text]


def _paragraph(block: _Block) -> list[Line]:
    lines = [
        line
        for number, each in enumerate(block.lines)
        for line in _wrapped(_words(each), COLUMNS - INDENT, "" if number else block.lead)
    ]
    return [[*_typed(" " * INDENT), *line] for line in lines]


def _wrapped(words: list[Line], width: int, lead: str = "") -> list[Line]:
    if not words:
        return []
    lines: list[Line] = [_typed(lead)]
    hanging = _typed(" " * len(lead))
    for word in words:
        if len(lines[-1]) + 1 + len(word) > width and len(lines[-1]) > len(lead):
            lines.append([*hanging, *word])
        else:
            lines[-1] += [*(_typed(" ") if len(lines[-1]) > len(lead) else []), *word]
    return lines


def _table(rows: list[list[tuple[str, Line]]]) -> list[Line]:
    """A table in columns: heads of rows to the left, numbers to the right, a rule under the heads of columns."""
    columns = max(len(row) for row in rows)
    cells = [[_wrapped(_words(line), _HEAD if not at else 999) for at, (_, line) in enumerate(row)] for row in rows]
    widths = [
        max((len(line) for row in cells if at < len(row) for line in row[at]), default=0) for at in range(columns)
    ]
    numeric = [_numeric(rows, at) for at in range(columns)]
    made: list[Line] = []
    for number, (row, laid) in enumerate(zip(rows, cells, strict=True)):
        deep = max((len(cell) for cell in laid), default=0)
        made += [_row(laid, level - deep, widths, numeric) for level in range(deep)]
        heads = all(tag == "th" for tag, _ in row)
        if heads and len(row) > 1 and number + 1 < len(rows) and any(tag == "td" for tag, _ in rows[number + 1]):
            made.append(_typed("  " + _GAP.join("-" * width for width in widths)))
    return made


def _row(laid: list[list[Line]], level: int, widths: list[int], numeric: list[bool]) -> Line:
    """One line of a row; what has fewer lines than its neighbors stands on the last of them."""
    parts: list[Line] = []
    for at, width in enumerate(widths):
        cell = laid[at] if at < len(laid) else []
        line = cell[level] if len(cell) >= -level else []
        blank = _typed(" " * (width - len(line)))
        parts.append([*line, *blank] if at == 0 or not numeric[at] else [*blank, *line])
    joined = _typed("  ")
    for at, part in enumerate(parts):
        joined += [*(_typed(_GAP) if at else []), *part]
    while joined and joined[-1] == (" ", -1):
        joined.pop()
    return joined


def _numeric(rows: list[list[tuple[str, Line]]], at: int) -> bool:
    """Whether a column holds numbers and nothing else, beneath its head."""
    column = ("".join(char for char, _ in row[at][1]).strip() for row in rows[1:] or rows if at < len(row))
    said = [each for each in column if each]
    return bool(said) and all(re.fullmatch(r"[($]*[0-9][0-9,. /]*[%)]*|-+", each) for each in said)
