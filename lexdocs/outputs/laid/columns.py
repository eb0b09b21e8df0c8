"""Columns of figures on laid-out pages: whether they stand under one another by the end of their whole part."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from lexdocs.outputs.laid.lines import Line, Sheet, classes_of, width_of
from lexdocs.outputs.laid.told import SLACK, PageFault, fault, said

_CALL = "note-call"
# What stands before a figure's digits, the whole part, and what follows on the right of it.
_FIGURE = re.compile(r"[($€£¥−+-]*\s?([0-9][0-9,]*)((?:\.[0-9]+)?[¼½¾⅓⅔⅛⅜⅝⅞]?%?\)?)")
_AMONG_WORDS = re.compile(rf"(?<![^\s(]){_FIGURE.pattern}(?![^\s),;])")
_NIL = frozenset({"", "—", "–", "-"})
# Tables of words, by their own account: what stands in them is read across, and not down.
_OF_WORDS = frozenset({"facts", "compare", "terms"})

_IN_ONE_STYLE = "print the column in one style, such as | cents"
_TO_THE_RIGHT = 'set the column to the right: --: in the dashes of a typed table, or class="number" in its cells'
_ALONE = "print the figure alone in its cell, and its words in the head or in a column of their own"


class _Set(NamedTuple):
    """A figure of a column: where its whole part ends, its line, and what would mend it."""

    at: float
    line: Line
    remedy: str


def ragged(sheets: Sequence[Sheet], name: str) -> Iterator[PageFault]:
    """Columns whose figures do not stand under one another by the end of their whole part."""
    for sheet in sheets:
        columns: dict[tuple[int, int], list[Line]] = defaultdict(list)
        for line in sheet.lines:
            if line.around.cell is not None and not line.around.is_head:
                columns[id(line.around.table), line.around.cell.grid_x].append(line)
        for lines in columns.values():
            figures = [*_numbers(lines)] or [*_astray(lines)]
            off = next((each for each in figures if abs(each.at - figures[0].at) > SLACK), None)
            if off is not None:
                what = f"{said(off.line)} does not stand under {said(figures[0].line)} by the decimal point"
                remedy = next((each.remedy for each in (off, figures[0]) if each.remedy != _IN_ONE_STYLE), off.remedy)
                yield fault(sheet, name, "decimals", what, remedy)


def _numbers(lines: Sequence[Line]) -> Iterator[_Set]:
    """The figures of the cells that are set to the right, those with a word beside them too."""
    lengths = Counter(id(line.around.cell) for line in lines)
    for line in lines:
        if "number" not in line.classes:
            continue
        text, figure = _figure(line)
        # A rest below an increment is in brackets for some holders only, and a stamped page is one for all.
        if figure and figure[2].endswith(")") and line.classes & {"fine", "hangs"} == {"fine"}:
            continue
        if figure:
            yield _Set(_end(line, figure.end(1), len(text)), line, _IN_ONE_STYLE)
        elif lengths[id(line.around.cell)] == 1 and _is_english(line):
            among = [*_AMONG_WORDS.finditer(text)]
            if len(among) == 1:
                yield _Set(_end(line, among[0].end(1), len(text)), line, _ALONE)


def _astray(lines: Sequence[Line]) -> Iterator[_Set]:
    """The figures of a column that is not set to the right, and of which most cells are figures."""
    if classes_of(getattr(lines[0].around.table, "element", None)) & _OF_WORDS:
        return
    lengths = Counter(id(line.around.cell) for line in lines)
    alone = [line for line in lines if lengths[id(line.around.cell)] == 1 and _figure(line)[1]]
    others = {id(line.around.cell) for line in lines if line.text.strip() not in _NIL} - {
        id(line.around.cell) for line in alone
    }
    if len(alone) > len(others):
        for line in alone:
            text, figure = _figure(line)
            if figure:
                yield _Set(_end(line, figure.end(1), len(text)), line, _TO_THE_RIGHT)


def _figure(line: Line) -> tuple[str, re.Match[str] | None]:
    """The words of a line without the calls of footnotes, and the figure that they are."""
    text = "".join(each.text for each in _boxes(line))
    return text, _FIGURE.fullmatch(text.strip()) and re.compile(rf"\s*{_FIGURE.pattern}\s*").fullmatch(text)


def _boxes(line: Line) -> list[Any]:
    return [each for each in line.texts if _CALL not in classes_of(each.element)]


def _end(line: Line, offset: int, length: int) -> float:
    """Where on the page the character before an offset of a line's words ends."""
    at = length
    for box in reversed(_boxes(line)):
        at -= len(box.text)
        if offset > at:
            after = box.text[offset - at :]  # and the room for decimals that it lacks
            return float(box.position_x + box.width - (width_of(after, box) if after else 0))
    return line.left


def _is_english(line: Line) -> bool:
    """Whether figures are written as in English, with a point before their decimals."""
    return str(line.texts[0].style["lang"] or "en").startswith("en")
