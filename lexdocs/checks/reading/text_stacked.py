"""Tables in plain text in which each row begins with lines for its first cell, and its figures stand below these.

That they are such is seen at the rule under the heads: it has a stroke for each column but the first, whose head and
whose cells stand further to the left, on lines of their own. So may those of the second column, on lines that are
indented from the first's. Heads that have no room beside one another stand like stairs: each on a line of its own,
which ends, or begins, where its stroke does.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Sequence

from lexdocs.checks.reading.cells import Cell, Row
from lexdocs.checks.reading.grid import Section
from lexdocs.checks.reading.healing import Vocabulary, joined
from lexdocs.checks.reading.text_lines import Kind, Line
from lexdocs.checks.reading.text_rows import cells, is_rule, stairs

_LED = (1, 2)
"""How many cells of a row may have lines of their own."""
_STROKE = re.compile(r"\S+")

Strokes = Sequence[tuple[int, int]]


def stacked(lines: Sequence[Line], known: Vocabulary) -> tuple[int, Section] | None:
    r"""Where among its lines such a table begins, and its heads and rows; None for a table of another form.

    >>> said = "Series\n    Price  Fee\n    -----  ---\nNotes due 2021\n       $5   $1\nNotes due 2024\n       $6   --"
    >>> found = stacked([Line(n, text, Kind.BODY) for n, text in enumerate(said.splitlines())], Vocabulary())
    >>> [[cell.text for cell in row] for row in found[1].body]
    [['Notes due 2021', '$5', '$1'], ['Notes due 2024', '$6', '--']]
    >>> said = "Series\n  Security\n    Price  Fee\n    -----  ---\nNotes\n  Bonds\n       $5   $1"
    >>> found = stacked([Line(n, text, Kind.BODY) for n, text in enumerate(said.splitlines())], Vocabulary())
    >>> [[cell.text for cell in row] for row in found[1].body]
    [['Notes', 'Bonds', '$5', '$1']]
    >>> said = "Series\n    Early price\n            Late price\n    -----------  -----\nNotes\n             $5     $1"
    >>> found = stacked([Line(n, text, Kind.BODY) for n, text in enumerate(said.splitlines())], Vocabulary())
    >>> [[cell.text for cell in row] for row in (*found[1].heads, *found[1].body)]
    [['Series', 'Early price', 'Late price'], ['Notes', '$5', '$1']]
    """
    rule = next((at for at, line in enumerate(lines) if is_rule(line)), 0)
    strokes = [match.span() for match in _STROKE.finditer(lines[rule].text)]
    start = rule
    while start and lines[start - 1].kind is Kind.BODY:
        start -= 1
    heads = _rows(lines[start:rule], strokes, known) or _stairs(lines[start : rule + 1], strokes, known)
    body = _rows(lines[rule + 1 :], strokes, known)
    if len(strokes) < 2 or not heads or len(heads) != 1 or len(heads[0]) - len(strokes) not in _LED or not body:
        return None
    return start, Section(tuple(heads), tuple(body), ("",) * len(body))


def _rows(lines: Sequence[Line], strokes: Strokes, known: Vocabulary) -> list[Row] | None:
    """Rows of a first cell and those below it; None where lines are not all of such rows."""
    rows: list[Row] = []
    first: list[Line] = []
    for line in lines:
        found = cells(line)
        if not found:
            continue
        if line.indent < strokes[0][0]:
            if len(found) > 1:
                return None
            first.append(line)
            continue
        under = _under(line, strokes)
        if not first or under is None:
            return None
        rows.append((*_leading(first, known), *under))
        first = []
    return None if first else rows


def _stairs(lines: Sequence[Line], strokes: Strokes, known: Vocabulary) -> list[Row] | None:
    """Heads over a rule, of which each but the leading ones has a line of its own; None where there are no such."""
    first = stairs(lines, len(lines) - 1)
    led = lines[:first]
    if not strokes or not led or first == len(lines) - 1 or any(line.indent >= strokes[0][0] for line in led):
        return None
    under = [
        dataclasses.replace(cells(line)[0], start=start, end=end)
        for line, (start, end) in zip(lines[first:-1], strokes, strict=True)
    ]
    return [(*_leading(led, known), *under)]


def _leading(lines: Sequence[Line], known: Vocabulary) -> Row:
    """The cells that stand on lines of their own: the first, and a second whose lines are indented from it."""
    second = next((at for at, line in enumerate(lines) if line.indent > lines[0].indent), len(lines))
    return tuple(_first(each, known) for each in (lines[:second], lines[second:]) if each)


def _first(lines: Sequence[Line], known: Vocabulary) -> Cell:
    """A cell on lines of its own; what it reaches over is no column of its own."""
    parts = [cells(line)[0] for line in lines]
    healed = joined(((part.text, part.lines[0][1]) for part in parts), known)
    notes = tuple(note for part in parts for note in part.notes)
    return Cell(parts[0].start, parts[0].start + 1, healed.text, healed.lines, notes, parts[0].page)


def _under(line: Line, strokes: Strokes) -> Row | None:
    """The cells of a line, as wide as the strokes they stand under; None where one does not stand under one alone."""
    row: list[Cell] = []
    for cell in cells(line):
        over = [(start, end) for start, end in strokes if start < cell.end and cell.start < end]
        if len(over) != 1 or (row and row[-1].start == over[0][0]):
            return None
        row.append(dataclasses.replace(cell, start=over[0][0], end=over[0][1]))
    return tuple(row)
