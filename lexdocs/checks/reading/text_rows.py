"""The lines of a table in plain text: each cut into its cells, and those of one row put together."""

from __future__ import annotations

import dataclasses
import functools
import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from lexdocs.checks.reading.cells import Cell, Row, holds_values, is_total, is_value, tidy
from lexdocs.checks.reading.characters import apart
from lexdocs.checks.reading.grid import Section
from lexdocs.checks.reading.healing import Vocabulary, joined
from lexdocs.checks.reading.marks import item_mark
from lexdocs.checks.reading.text_lines import Kind, Line

SLACK = 12  # columns by which a row's head may be indented
_WIDEST = 60  # cells of a line at most
_LONGEST = 500  # characters of a line that can be a row
_GAPS = re.compile(r"  |[._\u2026]{2}|\. \.|------")
_LEADERS = re.compile(r"(?:\s?\.){4,}\s?|(?: \.){3,} ?|\u2026{2,}|_{4,}|(?<=\s)-{6,}(?=\s)")
_SPACED = re.compile(r"\S+(?: \S+)*")
_SENTENCE = re.compile(r"[.?!:][\"')\u201d\u2019]?$")
_RULE = re.compile(r"\s*[-=_\u2014\u2500\u2501+|]{2,}[-=_\u2014\u2500\u2501+|\s]*$")
_STROKE = re.compile(r"\S+")
_COUNTER = re.compile(r"\(?(?:\d{1,3}(?:\.\d{1,3})*|[A-Za-z]|[ivxIVX]{1,5})[.)]?$")
_DIGIT = re.compile(r"[0-9]")
_CONTINUES = re.compile(r"[a-z(&]|(?:CUSIP|ISIN)\b")  # a number of a security goes on with its name
_OPEN = re.compile(r"(?:,|\b(?:and|at|by|due|for|in|of|on|or|the|through|to|with))$")  # how no label ends

Wrapped = list[Line]


def is_rule(line: Line) -> bool:
    """Whether a line only draws a rule."""
    return line.kind is Kind.BODY and bool(_RULE.match(line.text))


@functools.lru_cache(maxsize=65_536)  # a line is looked at where its table is sought, and where it is read
def cells(line: Line) -> Row:
    """The cells of a line: what stands two spaces or a dotted line apart from one another.

    >>> [cell.text for cell in cells(Line(1, "Fee in all ....... $   822,360    30%", Kind.BODY))]
    ['Fee in all', '$822,360', '30%']
    """
    if line.kind is not Kind.BODY or is_rule(line):
        return ()
    text = line.text
    if text.count("|") > 1 or "\u2502" in text:
        text = text.replace("|", " ").replace("\u2502", " ").rstrip()
    if len(text) > _LONGEST or not _GAPS.search(text.lstrip()):
        words, notes = apart(" ".join(text.split()))
        return (Cell(len(text) - len(text.lstrip()), len(text), words, ((0, line.number),), notes, line.page),)
    text = _LEADERS.sub(lambda match: " " * len(match[0]), text)
    found: list[Cell] = []
    for match in _SPACED.finditer(text):
        before = found[-1] if found else None
        words, notes = apart(match[0])
        if before and match.start() - before.end == 2 and _runs_on(before.text, words):
            found[-1] = Cell(
                before.start, match.end(), f"{before.text} {words}", before.lines, before.notes + notes, line.page
            )
        else:
            found.append(Cell(match.start(), match.end(), words, ((0, line.number),), notes, line.page))
    if len(found) > 1 and item_mark(f"{found[0].text} {found[1].text}")[0] == found[0].text and not _is_nil(found):
        first, second = found[:2]
        found[:2] = [Cell(first.start, second.end, f"{first.text} {second.text}", first.lines, (), line.page)]
    return tidy(found)


def stairs(lines: Sequence[Line], rule: int) -> int:
    """Where heads begin that stand over a rule like stairs; the place of the rule where there are none.

    Each has a line of its own, which ends or begins where its stroke does.

    >>> said = ["    Early price", "            Late price", "    -----------  -----"]
    >>> stairs([Line(number, text, Kind.BODY) for number, text in enumerate(said)], 2)
    0
    """
    strokes = [match.span() for match in _STROKE.finditer(lines[rule].text)] if is_rule(lines[rule]) else []
    first = rule - len(strokes)
    if len(strokes) < 2 or first < 0:
        return rule
    for line, (start, end) in zip(lines[first:rule], strokes, strict=True):
        row = cells(line)
        if len(row) != 1 or (row[0].start != start and row[0].end != end):
            return rule
    return first


def _runs_on(before: str, after: str) -> bool:
    """Whether two spaces stand between sentences."""
    return bool(_SENTENCE.search(before)) and after[:1].isupper() and before.count(" ") > 1


def _is_nil(row: Sequence[Cell]) -> bool:
    """Whether a row begins with a cell in which there is nothing, rather than with a dash before an item."""
    return is_value(row[1].text) and not any(map(str.isalnum, row[0].text))


def is_row(line: Line) -> bool:
    """Whether a line looks like a row of a table by itself."""
    found = cells(line)
    if not 1 < len(found) <= _WIDEST:
        return False
    if len(found) == 2 and _COUNTER.match(found[0].text) and found[1].text.count(" ") > 3:
        return False
    wide = any(after.start - before.end > 2 for before, after in pairwise(found))
    return wide or any(is_value(cell.text) for cell in found[1:])


def section(lines: Sequence[Line], body_from: int, known: Vocabulary) -> Section | None:
    """The heads and rows of a table's lines; its body begins at a place among them."""
    heads = tuple(_heads(lines[:body_from]))
    rows = list(_rows(lines[body_from:], known))
    if not rows:
        return None
    return Section(heads, tuple(row for row, _ in rows), tuple(label for _, label in rows))


def _heads(lines: Sequence[Line]) -> Iterator[Row]:
    """The rows of heads; a head under which a rule is drawn stands over all that is under the rule."""
    for at, line in enumerate(lines):
        row = cells(line)
        below = lines[at + 1] if at + 1 < len(lines) and is_rule(lines[at + 1]) else None
        strokes = [match.span() for match in _STROKE.finditer(below.text)] if below else []
        if row and len(strokes) > 1:
            yield tuple(_widened(cell, strokes) for cell in row)
        elif row:
            yield row


def _widened(cell: Cell, strokes: Sequence[tuple[int, int]]) -> Cell:
    under = [(start, end) for start, end in strokes if start < cell.end and cell.start < end]
    if len(under) != 1:
        return cell
    return dataclasses.replace(cell, start=min(cell.start, under[0][0]), end=max(cell.end, under[0][1]))


def body_from(lines: Sequence[Line]) -> int:
    """Where the heads of a table end: behind EDGAR's mark, at a rule under heads, or where values begin.

    >>> said = ["Date          Amount", "----          ------", "June 1, 2001   $2,000"]
    >>> body_from([Line(n, text, Kind.BODY) for n, text in enumerate(said)])
    1
    """
    for at, line in enumerate(lines):
        if line.kind is Kind.TAG and line.text.lstrip().startswith("<S>"):
            return at + 1
    laid = [(at, line, cells(line)) for at, line in enumerate(lines)]
    left = min((row[0].start for _, _, row in laid if row), default=0)
    first = next((at for at, _, row in laid if holds_values(row, left, SLACK)), None)
    rules = [at for at, line, _ in laid if is_rule(line)]
    worded = next((at for at, _, row in laid if row), len(laid))
    ruled = next((at for at in rules if at > worded), None)
    if first is None:
        return ruled if ruled is not None else 0
    if ruled is not None and ruled < first:
        # Under the last rule before the values stand rows, though some may only be labels.
        return max(at for at in rules if at < first)
    if _are_facts([row for _, _, row in laid if row], left):
        return 0
    labels = [at for at, line, row in laid[:first] if _is_label(row, line, left)]
    heads = [at for at, _, row in laid[:first] if row and at not in labels]
    return max(heads) + 1 if heads else 0


def _are_facts(rows: Sequence[Row], left: int) -> bool:
    """Whether a table has no heads, as one of a label and what is said of it: its first two rows say figures."""
    told = [row for row in rows if len(row) > 1]
    two = all(len(row) == 2 and row[0].start <= left + 2 for row in told)
    return (
        two and len(told) > 2 and all(_DIGIT.search(row[1].text) and not _DIGIT.search(row[0].text) for row in told[:2])
    )


def _is_label(row: Row, line: Line, left: int) -> bool:
    return len(row) == 1 and row[0].start <= left + 2 and line.kind is Kind.BODY


def _rows(lines: Sequence[Line], known: Vocabulary) -> Iterator[tuple[Row, str]]:
    """The rows of a body, each with the label of its group."""
    chunks = list(_chunks(lines))
    split = len(chunks) > 1 and any(len(chunk) > 1 for chunk in chunks)
    whole = split and 5 * sum(_one_row(chunk) for chunk in chunks) >= 4 * len(chunks)
    gathered = [list(chunk) for chunk in chunks] if whole else [row for chunk in chunks for row in _wrapped(chunk)]
    label, depth = "", 0
    for row in gathered:
        made = _row(row, known)
        indent = row[0].indent
        if len(made) == 1 and not is_value(made[0].text):
            yield made, ""
            label, depth = made[0].text, indent
        else:
            label = label if indent > depth and label else ""
            yield made, "" if is_total(made[0].text) else label


def _chunks(lines: Sequence[Line]) -> Iterator[Wrapped]:
    chunk: Wrapped = []
    for line in lines:
        if cells(line):
            chunk.append(line)
        elif chunk:
            yield chunk
            chunk = []
    if chunk:
        yield chunk


def _one_row(chunk: Wrapped) -> bool:
    """Whether lines between empty ones can be one row: one of them holds all its values."""
    return sum(any(is_value(cell.text) for cell in cells(line)[1:]) for line in chunk) == 1


def _wrapped(chunk: Wrapped) -> Iterator[Wrapped]:
    """The lines of a chunk that make one row each: a row's head may go on below it, or begin above it."""
    rows: list[Wrapped] = []
    for at, line in enumerate(chunk):
        found = cells(line)
        before = rows[-1] if rows else []
        if before and _belongs(before, line, found, chunk[at + 1] if at + 1 < len(chunk) else None):
            before.append(line)
        else:
            rows.append([line])
    yield from rows


def _belongs(before: Wrapped, line: Line, found: Row, after: Line | None) -> bool:
    """Whether a line goes on with the row above it."""
    filled = any(len(cells(each)) > 1 for each in before)
    lower = bool(_CONTINUES.match(found[0].text)) and not found[0].text.startswith("(1)")
    ends = before[-1].text.rstrip().endswith(":")
    if not filled:
        # Only a head so far: it goes on in this line unless it is a label of several rows.
        deeper = line.indent > before[0].indent and len(before[0].text.strip()) > 2 * SLACK
        on = lower or bool(_OPEN.search(before[-1].text.rstrip()))
        return not ends and (on or (deeper and len(found) > 1 and line.indent <= before[0].indent + SLACK))
    if len(found) > 1:
        under = before[0].indent <= line.indent <= before[0].indent + SLACK
        more = under and not any(is_value(cell.text) for cell in found)
        return more and (lower or _fits(before, found))
    if is_value(found[0].text):
        return False
    far = line.indent > before[0].indent + SLACK
    hangs = line.indent > before[0].indent and not (after and is_row(after) and after.indent > line.indent)
    return not line.text.endswith(":") and (lower or far or hangs)


def _fits(before: Wrapped, found: Row) -> bool:
    """Whether words stand where the row above them has none yet, and that row has values."""
    filled = [cell for line in before for cell in cells(line)[1:]]
    clear = all(cell.end <= other.start or other.end <= cell.start for cell in found[1:] for other in filled)
    return clear and any(is_value(cell.text) for cell in filled)


def _row(lines: Wrapped, known: Vocabulary) -> Row:
    """One row of the cells of several lines, those that stand over one another joined."""
    columns: list[list[Cell]] = []
    for line in lines:
        for at, cell in enumerate(cells(line)):
            place = _over(columns, cell, first=at == 0 and line.indent <= lines[0].indent + SLACK)
            if place is None:
                columns.append([cell])
            else:
                columns[place].append(cell)
    made = []
    for column in sorted(columns, key=lambda each: min(cell.start for cell in each)):
        healed = joined(((cell.text, cell.lines[0][1]) for cell in column), known)
        notes = tuple(note for cell in column for note in cell.notes)
        start, end = min(cell.start for cell in column), max(cell.end for cell in column)
        made.append(Cell(start, end, healed.text, healed.lines, notes, lines[0].page))
    return tuple(made)


def _over(columns: list[list[Cell]], cell: Cell, *, first: bool) -> int | None:
    """The column so far that a cell stands under."""
    if first and columns:
        return 0
    for at, column in enumerate(columns):
        if any(cell.start < other.end and other.start < cell.end for other in column):
            return at
    return None
