"""What a printer's reader would send back: each fault of laid-out pages, with its page, its words and the remedy."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from lexdocs.errors import Problem, Severity, Where
from lexdocs.outputs.laid.lines import Line, Sheet, families_of, width_of

_SLACK = 1.0  # pixels that nobody sees
_HANGS = 16.0  # what may stand before the left margin: the address in a window, a bracket
_EDGE = 9.0  # from the edge of the sheet, where printers do not reach
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "caption"})
_LEADING = frozenset({"question", "contents-title", "document-kind", "stacked-head", "stacked-caption"})
_FLOWING = frozenset({"p", "li", "dd", "dt", "blockquote"})
_HEAD_LINES = 2
_FEW = 3  # lines of a last page that are no page
_SHOWN = 48  # characters of a place
# A figure: what stands before its digits, the whole part, and what follows on the right of it.
_FIGURE = re.compile(r"[($€£¥−+-]*\s?([0-9][0-9,]*)((?:\.[0-9]+)?[¼½¾⅓⅔⅛⅜⅝⅞]?%?\)?)")


@dataclass(frozen=True)
class PageFault(Problem):
    """A fault of a page as it was laid out; `kind` is one of `KINDS`."""

    kind: str = ""


KINDS = {
    "overflow": "Words run out of the page or out of their cell.",
    "heading": "A heading stands last on its page.",
    "widow": "A single line of a paragraph stands alone on a page, or the last page has a line or two.",
    "row": "A row of a table is broken over two pages.",
    "decimals": "Figures of a column do not stand under one another by the decimal point.",
    "font": "A character was set in a font that is not the document's.",
    "running-head": "What stands in a margin is too long, or runs into something else.",
}


def faults(sheets: Sequence[Sheet], name: str) -> list[PageFault]:
    """All faults of the pages of a document, in the order of the pages; `name` says of which document."""
    found = [
        *(each for sheet in sheets for each in _overflows(sheet, name)),
        *(each for sheet in sheets[:-1] for each in _stranded(sheet, name)),
        *_alone(sheets, name),
        *_broken(sheets, name),
        *_ragged(sheets, name),
        *_once(each for sheet in sheets for each in _margins(sheet, name)),
    ]
    return list(dict.fromkeys(found))


def _once(found: Iterable[PageFault]) -> list[PageFault]:
    """What stands in the margins of many pages is told of the first of them."""
    first: dict[str, PageFault] = {}
    for each in found:
        first.setdefault(each.what.partition(": ")[2], each)
    return list(first.values())


def _overflows(sheet: Sheet, name: str) -> Iterator[PageFault]:
    for line in sheet.lines:
        cell = line.around.cell
        past = max(line.right - sheet.right, line.bottom - sheet.bottom, sheet.left - _HANGS - line.left)
        if past > _SLACK:
            what = f"{_said(line)} runs {_points(past)} out of the page"
            yield _fault(sheet, name, "overflow", what, "give it more room, or say it in fewer words")
        elif cell is not None:
            left = cell.border_box_x()
            past = max(line.right - left - cell.border_width(), left - line.left)
            if past > _SLACK:
                what = f"{_said(line)} runs {_points(past)} out of its cell"
                yield _fault(sheet, name, "overflow", what, "make the column wider, or the table of fewer columns")


def _stranded(sheet: Sheet, name: str) -> Iterator[PageFault]:
    last = max(sheet.lines, key=lambda line: line.bottom, default=None)
    if last is not None and (last.tag in _HEADINGS or last.classes & _LEADING):
        what = f"the heading {_said(last)} stands last on its page"
        yield _fault(sheet, name, "heading", what, "keep it with what follows (break-after: avoid)")


def _alone(sheets: Sequence[Sheet], name: str) -> Iterator[PageFault]:
    """Single lines of a paragraph on a page, and a last page of a line or two."""
    before: dict[int, list[Line]] = {}
    for sheet in sheets:
        now: dict[int, list[Line]] = defaultdict(list)
        for line in sheet.lines:
            if line.tag in _FLOWING and not line.around.is_head:
                now[id(line.around.element)].append(line)
        for key, lines in now.items():
            if key not in before:
                continue
            if len(before[key]) == 1:
                what = f"{_said(before[key][0])} is a paragraph's only line on its page"
                yield _fault(sheets[sheet.number - 2], name, "widow", what, "keep two lines together (orphans: 2)")
            if len(lines) == 1:
                what = f"{_said(lines[0])} is a paragraph's only line on its page"
                yield _fault(sheet, name, "widow", what, "keep two lines together (widows: 2)")
        before = now
    if len(sheets) > 1 and len({line.top for line in sheets[-1].lines}) < _FEW:
        line = sheets[-1].lines[0]
        alone = "stands alone" if len(sheets[-1].lines) == 1 else "stands with too little"
        what = f"{_said(line)} {alone} on the last page"
        yield _fault(sheets[-1], name, "widow", what, "keep it with what is before it (break-before: avoid)")


def _broken(sheets: Sequence[Sheet], name: str) -> Iterator[PageFault]:
    before: dict[int, Line] = {}
    for sheet in sheets:
        now: dict[int, Line] = {}
        for line in sheet.lines:
            row = line.around.row
            if row is not None and not line.around.is_head:
                now.setdefault(id(row.element), line)
        for key in now.keys() & before.keys():
            what = f"the row of {_said(before[key])} is broken over two pages"
            yield _fault(sheets[sheet.number - 2], name, "row", what, "keep rows whole (break-inside: avoid)")
        before = now


def _ragged(sheets: Sequence[Sheet], name: str) -> Iterator[PageFault]:
    """Columns whose figures do not stand under one another by the end of their whole part."""
    for sheet in sheets:
        columns: dict[tuple[int, int], list[tuple[float, Line]]] = defaultdict(list)
        for line in sheet.lines:
            cell = line.around.cell
            if cell is None or line.around.is_head or "number" not in line.classes:
                continue
            figure = _FIGURE.fullmatch(line.text.strip())
            # A rest below an increment is in brackets for some holders only, and a stamped page is one for all.
            bracketed = figure is not None and figure[2].endswith(")") and line.classes & {"fine", "hangs"} == {"fine"}
            if figure and not bracketed:
                after = figure[2] + line.text[len(line.text.rstrip()) :]  # and the room for decimals that it lacks
                at = line.right - (width_of(after, line.texts[-1]) if after else 0)
                columns[id(line.around.table), cell.grid_x].append((at, line))
        for column in columns.values():
            first, line = column[0]
            off = next((each for at, each in column if abs(at - first) > _SLACK), None)
            if off is not None:
                what = f"{_said(off)} does not stand under {_said(line)} by the decimal point"
                yield _fault(sheet, name, "decimals", what, "print the column in one style")


def _margins(sheet: Sheet, name: str) -> Iterator[PageFault]:
    boxes: dict[str, list[Line]] = defaultdict(list)
    for line in sheet.margins:
        boxes[line.around.margin].append(line)
    for margin, lines in boxes.items():
        top, bottom = min(each.top for each in lines), max(each.bottom for each in lines)
        left, right = min(each.left for each in lines), max(each.right for each in lines)
        aside = margin.endswith("-corner") or not margin.startswith(("@top", "@bottom"))
        ends = (0.0, sheet.width) if aside else (sheet.left - _HANGS, sheet.right)
        out = max(_EDGE - top, bottom - (sheet.height - _EDGE), ends[0] - left, right - ends[1])
        into = bottom - sheet.top if margin.startswith("@top") else sheet.bottom - top
        if max(out, into if margin.startswith(("@top", "@bottom")) else 0) > _SLACK:
            what = f"{_said(lines[0])} has no room in the margin"
            yield _fault(sheet, name, "running-head", what, "shorten it, or give the page a larger margin")
        elif margin.startswith("@top") and len(lines) > _HEAD_LINES and not _is_notice(lines[0]):
            what = f"the running head {_said(lines[0])} takes {len(lines)} lines"
            yield _fault(sheet, name, "running-head", what, "shorten running_head in the template's header")
    for (_, ours), (_, others) in combinations(boxes.items(), 2):
        hit = next(((one, two) for one in ours for two in others if _meet(one, two)), None)
        if hit:
            what = f"{_said(hit[0])} runs into {_said(hit[1])} in the margin"
            yield _fault(sheet, name, "running-head", what, "shorten one of them")


def alien(sheets: Iterable[Sheet], is_ours: Callable[[str], bool], name: str) -> Iterator[PageFault]:
    """The words that were set in fonts that are not the document's, once a page and family."""
    for sheet in sheets:
        told: set[str] = set()
        for line in (*sheet.lines, *sheet.margins):
            if line.text.isascii():
                continue
            for family in sorted(each for text in line.texts for each in families_of(text)):
                if family not in told and not is_ours(family):
                    told.add(family)
                    what = f"{_said(line)} has a character that the bundled fonts lack, set in {family}"
                    remedy = "the page depends on the fonts of this machine; write it without that character"
                    yield _fault(sheet, name, "font", what, remedy)


def _is_notice(line: Line) -> bool:
    return bool(line.classes & {"illustrative", "letterhead", "letterhead-name", "legend"})


def _meet(one: Line, two: Line) -> bool:
    across = min(one.right, two.right) - max(one.left, two.left)
    down = min(one.bottom, two.bottom) - max(one.top, two.top)
    return across > _SLACK and down > 2 * _SLACK


def _points(pixels: float) -> str:
    return f"{max(round(pixels * 0.75), 1)} pt"


def _said(line: Line) -> str:
    words = " ".join(line.text.split())
    return f'"{words[:_SHOWN].rstrip()}…"' if len(words) > _SHOWN else f'"{words}"'


def _fault(sheet: Sheet, name: str, kind: str, what: str, remedy: str) -> PageFault:
    return PageFault(Where(name), f"page {sheet.number}: {what}", remedy, Severity.WARNING, kind)
