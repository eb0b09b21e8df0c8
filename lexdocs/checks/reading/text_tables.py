"""Tables in plain text: where each begins and ends."""

from __future__ import annotations

import bisect
import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from lexdocs.checks.reading import grid
from lexdocs.checks.reading.cells import first_column, is_value
from lexdocs.checks.reading.marks import note_mark
from lexdocs.checks.reading.text_lines import Kind, Line
from lexdocs.checks.reading.text_rows import SLACK, cells, is_row, is_rule, stairs

_NEAR = 12  # lines above a row by which it is seen to stand in their columns
_NOWHERE = 10_000
_TRIES = 8  # for a table within lines that are none as a whole
_LABELS = 4  # lines in a row that are only labels
_BETWEEN = 40  # lines at most from the last row of a page to the first of the next
_LED = 2  # columns at most whose cells have lines of their own
_LABEL = 0.62  # of the width: a line of words that is longer is prose
_PROSE = re.compile(r"[a-z],?(?: [a-z]+,?){4}")


@dataclass(frozen=True)
class Region:
    """The places of a table's lines, from one to before another; `tagged` where EDGAR's tags say so."""

    start: int
    end: int
    tagged: bool = False


def regions(lines: Sequence[Line], width: int) -> list[Region]:
    """Where tables stand among the lines of a text whose prose is as wide as is said."""
    ends = [at for at, line in enumerate(lines) if line.kind is Kind.TAG and line.text == "</TABLE>"]
    found: list[Region] = []
    at = tries = 0
    while at < len(lines):
        region = sound = None
        if lines[at].kind is Kind.TAG and lines[at].text == "<TABLE>":
            region = sound = _tagged(lines, at, ends)
        elif is_row(lines[at]) or is_rule(lines[at]):
            region = _plain(lines, at, width, found[-1].end if found else 0)
            sound = region if _hangs_together(lines[region.start : region.end], width) else None
        if sound:
            found.append(sound)
        elif region and tries < _TRIES:
            # What does not hang together may still begin with a table, or end with one.
            tries += 1
            at = next((to for to in range(at + 1, region.end) if lines[to].kind is not Kind.BODY), region.end)
            continue
        at = region.end if region else at + 1
        tries = 0 if region else tries
    return [region for region in found if any(cells(line) for line in lines[region.start : region.end])]


def _tagged(lines: Sequence[Line], at: int, ends: Sequence[int]) -> Region | None:
    """The lines between EDGAR's tags, where they hold a table at all."""
    place = bisect.bisect(ends, at)
    if place == len(ends) or any(line.text == "<TABLE>" for line in lines[at + 1 : ends[place]]):
        return None
    end = ends[place]
    columned = any(line.kind is Kind.TAG and "<S>" in line.text for line in lines[at:end])
    rows = sum(is_row(line) for line in lines[at:end])
    return Region(at, end + 1, tagged=True) if columned or rows > 1 else None


def _plain(lines: Sequence[Line], at: int, width: int, after: int) -> Region:
    """The lines around a row that belong to one table with it, if they are one."""
    end, last = at + 1, at
    left, second = _margins(lines[at])
    labels = 0
    while 0 < end < len(lines) and labels <= _LABELS:
        line = lines[end]
        apart = lines[end - 1].kind is not Kind.BODY
        if line.kind not in (Kind.BODY, Kind.TAG):
            end = _over(lines, end)
            continue
        if is_row(line) or is_rule(line):
            since = any(other.kind is not Kind.BODY for other in lines[last + 1 : end])
            if (since and _heads(lines, end)) or (apart and not _aligned(lines, end, max(at, last - _NEAR), last)):
                break
            last, labels = end, 0
            left, second = (min(pair) for pair in zip((left, second), _margins(line), strict=True))
        elif _is_far(line, left, second) and not apart:
            last = end
        elif line.kind is Kind.TAG or (
            _is_prose(line, width)
            and not _NOWHERE > second >= len(line.text)
            and (apart or not _is_over(lines, end, max(at, last - _NEAR), last))
        ):
            break
        else:
            labels += 1
        end += 1
    end = _downwards(lines, last + 1, left, width)
    start = _upwards(lines, at, (left, second), width, after)
    return Region(start, end)


def _is_over(lines: Sequence[Line], at: int, start: int, last: int) -> bool:
    """Whether the figures of the row that a line begins stand below it, in the columns of the rows above."""
    below = lines[at + 1] if at + 1 < len(lines) else lines[at]
    return is_row(below) and below.indent > lines[at].indent and _aligned(lines, at + 1, start, last)


def _margins(line: Line) -> tuple[int, int]:
    """Where the first and the second cell of a row begin; far away where there are none."""
    row = cells(line)
    return (row[0].start, row[1].start) if len(row) > 1 else (_NOWHERE, _NOWHERE)


def _is_far(line: Line, left: int, second: int) -> bool:
    """Whether a line begins where the rows around it have their second cells."""
    return second < _NOWHERE and line.indent >= second - 2 and line.indent > left + SLACK // 2


def _over(lines: Sequence[Line], at: int) -> int:
    """The next line with words, where no more than two empty ones or a page's end stand before it; else zero."""
    for place in range(at, min(at + _BETWEEN, len(lines))):
        if lines[place].kind in (Kind.BODY, Kind.TAG):
            paged = any(line.kind is Kind.BREAK for line in lines[at:place])
            return place if paged or place - at < 3 else 0
    return 0


def _aligned(lines: Sequence[Line], at: int, start: int, last: int) -> bool:
    """Whether a row behind an empty line stands in the columns of the rows above it, and does not head new ones."""
    row = cells(lines[at])
    rows = [each for other in lines[start : last + 1] if len(each := cells(other)) > 1]
    if not row or not rows:
        return True
    if lines[at - 2].kind is Kind.BLANK and not any(is_value(cell.text) for cell in row[1:]):
        return False
    left = min(each[0].start for each in rows)
    headed = abs(row[0].start - left) <= SLACK
    under = any(
        cell.start < other.end and other.start < cell.end for cell in row[1:] for each in rows for other in each[1:]
    )
    return under and (headed or all(is_value(cell.text) for cell in row))


def _heads(lines: Sequence[Line], at: int) -> bool:
    """Whether a row heads columns of its own: words alone, with a rule under each of them."""
    row = cells(lines[at])
    ruled = at + 1 < len(lines) and is_rule(lines[at + 1]) and len(lines[at + 1].text.split()) == len(row)
    return ruled and len(row) > 1 and not any(is_value(cell.text) for cell in row[1:])


def _is_prose(line: Line, width: int) -> bool:
    words = line.text.strip()
    return len(words) > _LABEL * width or len(line.text) > 0.9 * width or words.endswith(".")


def _downwards(lines: Sequence[Line], end: int, left: int, width: int) -> int:
    """The end of a table with the lines below its last row that go on with its head."""
    while end < len(lines) and lines[end].kind is Kind.BODY and not _is_prose(lines[end], width):
        lower = lines[end].text.lstrip()[:1].islower()
        if note_mark(lines[end].text.strip())[0] or not (lower or lines[end].indent > left):
            break
        end += 1
    return end


def _upwards(lines: Sequence[Line], start: int, margins: tuple[int, int], width: int, after: int) -> int:
    """The beginning of a table with the heads and rules right above its first row."""
    left, second = margins
    # Over ruled heads, the heads of columns whose cells have lines of their own, further to the left.
    first = max(stairs(lines, start), after)
    led = first - _LED if first < start or _heads(lines, start) else start
    start = first
    while start > after:
        line = lines[start - 1]
        if line.kind is not Kind.BODY:
            break
        headed = _heads(lines, start - 1)
        if headed or (start > led and line.indent < left and not _is_prose(line, width)):
            start -= 1
            led = start - _LED if headed else led
            continue
        far = line.indent >= second - SLACK and line.indent > left + 2
        short = len(line.text) < second and not line.text.rstrip().endswith((".", ":")) and second < width
        if not (is_rule(line) or far or short) or (_is_prose(line, width) and not far):
            break
        start -= 1
    return start


def _hangs_together(lines: Sequence[Line], width: int) -> bool:
    """Whether rows stand under one another in columns, rather than being prose set with wide spaces."""
    rows = [cells(line) for line in lines if is_row(line)]
    ruled = any(is_rule(line) for line in lines)
    dotted = any(". . ." in line.text or "....." in line.text for line in lines)
    if len(rows) < 2:
        return len(rows) == 1 and (dotted or (ruled and any(len(cells(line)) > 1 for line in lines)))
    body = [row for row in rows if any(is_value(cell.text) for cell in row[1:])] or rows
    found = grid.columns(body, SLACK)
    left = min(row[0].start for row in body)
    clear = 0
    for row in body:
        places = [grid.column_of(cell, found) for cell in row]
        places[0] = 0 if first_column(row, left, SLACK) else places[0]
        clear += len(set(places)) == len(places)
    justified = sum(_justified(line, width) for line in lines if is_row(line))
    fullest = max(len(row) for row in body)
    return 5 * clear >= 4 * len(body) and len(found) <= 2 * fullest + 1 and 2 * justified < len(rows)


def _justified(line: Line, width: int) -> bool:
    """Whether a line may be prose of which the spaces are widened until it ends at the margin."""
    row = cells(line)
    narrow = all(after.start - before.end <= 3 for before, after in pairwise(row))
    words = sum(cell.text.count(" ") + 1 for cell in row if not is_value(cell.text))
    return narrow and words > 6 and len(line.text) > 0.9 * width
