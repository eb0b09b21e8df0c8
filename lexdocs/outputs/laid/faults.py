"""What a printer's reader would send back: each fault of laid-out pages, with its page, its words and the remedy."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from lexdocs.outputs.laid.columns import ragged
from lexdocs.outputs.laid.lines import Line, Sheet
from lexdocs.outputs.laid.overprint import overprinted
from lexdocs.outputs.laid.told import SLACK, PageFault, fault, points, said

_HANGS = 16.0  # what may stand before the left margin: the address in a window, a bracket
_EDGE = 9.0  # from the edge of the sheet, where printers do not reach
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "caption", "dt"})
_LEADING = frozenset({"question", "contents-title", "document-kind", "stacked-head", "stacked-caption"})
_FLOWING = frozenset({"p", "li", "dd", "dt", "blockquote"})
_BOLD, _LEAD = 600, 80  # the weight of bold letters, and the characters of the longest line that leads
_HEAD_LINES = 2
_FEW = 3  # lines of a last page that are no page


def faults(sheets: Sequence[Sheet], name: str) -> list[PageFault]:
    """All faults of the pages of a document, in the order of the pages; `name` says of which document."""
    found = [
        *(each for sheet in sheets for each in _overflows(sheet, name)),
        *(each for sheet in sheets for each in overprinted(sheet, name)),
        *(each for sheet in sheets[:-1] for each in _stranded(sheet, name)),
        *_alone(sheets, name),
        *_broken(sheets, name),
        *ragged(sheets, name),
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
    """What runs out of the page or its cell: of each block, or each column of a table, what does so farthest."""
    farthest: dict[tuple[bool, int, int], tuple[float, Line]] = {}
    for line in sheet.lines:
        cell = line.around.cell
        calls = _HANGS / 2 if "calls" in line.classes else 0
        past = max(line.right - calls - sheet.right, line.bottom - sheet.bottom, sheet.left - _HANGS - line.left)
        out_of_page = past > SLACK
        if cell is not None and not out_of_page:
            left = cell.border_box_x()
            past = max(line.right - calls - left - cell.border_width(), left - line.left)
        if past > SLACK:
            of = (id(line.around.element), 0) if cell is None else (id(line.around.table), cell.grid_x)
            if past > farthest.get((out_of_page, *of), (0.0, line))[0]:
                farthest[out_of_page, *of] = past, line
    for (out_of_page, *_), (past, line) in farthest.items():
        what = f"{said(line)} runs {points(past)} out of {'the page' if out_of_page else 'its cell'}"
        remedy = (
            "give it more room, or say it in fewer words"
            if out_of_page
            else "make the column wider, or the table of fewer columns"
        )
        yield fault(sheet, name, "overflow", what, remedy)
    told = {table for out, table, _ in farthest if out}
    yield from (each for table, each in _wide_tables(sheet, name) if table not in told)


def _wide_tables(sheet: Sheet, name: str) -> Iterator[tuple[int, PageFault]]:
    """Tables whose rules run out of the page, though their words do not: what is about the words of a cell is wider."""
    edges: dict[int, tuple[float, Line]] = {}
    for line in sheet.lines:
        cell = line.around.cell
        if cell is not None and line.around.table is not None:
            past = cell.border_box_x() + cell.border_width() - sheet.right
            first = edges.get(id(line.around.table), (past, line))
            edges[id(line.around.table)] = max(past, first[0]), first[1]
    for table, (past, line) in edges.items():
        if past > SLACK:
            what = f"the table of {said(line)} runs {points(past)} out of the page"
            yield table, fault(sheet, name, "overflow", what, "make its columns narrower, or have fewer of them")


def _stranded(sheet: Sheet, name: str) -> Iterator[PageFault]:
    last = max(_words(sheet), key=lambda line: line.bottom, default=None)
    if last is not None and (last.tag in _HEADINGS or last.classes & _LEADING or _is_bold_lead(last)):
        what = f"the heading {said(last)} stands last on its page"
        yield fault(sheet, name, "heading", what, "keep it with what follows (break-after: avoid)")


def _is_bold_lead(line: Line) -> bool:
    """Whether a line is a paragraph in bold of a few words, which is no sentence: a heading, for whoever reads it."""
    bold = line.tag == "p" and not line.classes and all(each.style["font_weight"] >= _BOLD for each in line.texts)
    return bold and line.text.rstrip()[-1:].isalnum() and len(line.text) <= _LEAD


def _words(sheet: Sheet) -> list[Line]:
    """The lines of a page without its footnotes."""
    return [line for line in sheet.lines if not line.around.is_note]


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
                what = f"{said(before[key][0])} is a paragraph's only line on its page"
                yield fault(sheets[sheet.number - 2], name, "widow", what, "keep two lines together (orphans: 2)")
            if len(lines) == 1:
                what = f"{said(lines[0])} is a paragraph's only line on its page"
                yield fault(sheet, name, "widow", what, "keep two lines together (widows: 2)")
        before = now
    last = _words(sheets[-1]) if len(sheets) > 1 else []
    if last and len({line.top for line in last}) < _FEW:
        alone = "stands alone" if len(last) == 1 else "stands with too little"
        what = f"{said(last[0])} {alone} on the last page"
        yield fault(sheets[-1], name, "widow", what, "keep it with what is before it (break-before: avoid)")


def _broken(sheets: Sequence[Sheet], name: str) -> Iterator[PageFault]:
    """Rows that go on over a page: one that is taller than a page must be parted, whatever the style says."""
    heights: dict[int, float] = defaultdict(float)
    broken: list[tuple[Sheet, int, Line]] = []
    before: dict[int, Line] = {}
    for sheet in sheets:
        now: dict[int, Line] = {}
        for line in sheet.lines:
            row = line.around.row
            if row is not None and not line.around.is_head:
                if id(row.element) not in now:
                    heights[id(row.element)] += row.height
                now.setdefault(id(row.element), line)
        broken += [(sheets[sheet.number - 2], key, before[key]) for key in before if key in now]
        before = now
    for sheet, key, line in broken:
        tall = heights[key] > sheet.bottom - sheet.top
        what = f"the row of {said(line)} is {'taller than a page, and ' if tall else ''}broken over two pages"
        remedy = "part it into several rows" if tall else "keep rows whole (break-inside: avoid)"
        yield fault(sheet, name, "row", what, remedy)


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
        if max(out, into if margin.startswith(("@top", "@bottom")) else 0) > SLACK:
            what = f"{said(lines[0])} has no room in the margin"
            yield fault(sheet, name, "running-head", what, "shorten it, or give the page a larger margin")
        elif margin.startswith("@top") and len(lines) > _HEAD_LINES and not _is_notice(lines[0]):
            what = f"the running head {said(lines[0])} takes {len(lines)} lines"
            yield fault(sheet, name, "running-head", what, "shorten running_head in the template's header")
    for (_, ours), (_, others) in combinations(boxes.items(), 2):
        hit = next(((one, two) for one in ours for two in others if _meet(one, two)), None)
        if hit:
            what = f"{said(hit[0])} runs into {said(hit[1])} in the margin"
            yield fault(sheet, name, "running-head", what, "shorten one of them")


def _is_notice(line: Line) -> bool:
    return bool(line.classes & {"illustrative", "letterhead", "letterhead-name", "legend"})


def _meet(one: Line, two: Line) -> bool:
    across = min(one.right, two.right) - max(one.left, two.left)
    down = min(one.bottom, two.bottom) - max(one.top, two.top)
    return across > SLACK and down > 2 * SLACK
