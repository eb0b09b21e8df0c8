"""Columns of figures under one another by the decimal point: each cell is told what it lacks on the right.

What a cell lacks stands in its `data-pad`, as characters of the same width; the style sheet sets them unseen. A bracket
hangs in the margin of its column, and so do the calls of footnotes behind a figure. A statement is stamped, so that its
columns keep to the classes of its template.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from lxml import etree, html

from lexdocs.documents.footnotes import CALL

HANGING = "calls"
"""The class of what holds the calls of footnotes behind a figure."""
_BEFORE = r"[($€£¥−+-]*\s?[0-9][0-9,]*"
_FIGURE = re.compile(rf"{_BEFORE}(?P<decimals>(?:\.[0-9]+)?[¼½¾⅓⅔⅛⅜⅝⅞]?)(?P<percent>%?)(?P<bracket>\)?)")
_NIL = "—"
# Of the bundled fonts; those of a deal's own are much the same.
_QUARTERS = {".": 1, **dict.fromkeys("0123456789", 2)}
_SIGN = 3
# How a template says by hand what is found out here.
_BY_HAND = frozenset({"whole", "percent", "percents"})


def align(root: html.HtmlElement) -> None:
    """Tell the cells of each table what they lack."""
    for table in root.iter("table"):
        for cells in _columns(table):
            _align(cells)
        for element in table.iter():
            element.classes -= _BY_HAND


def pads(texts: Sequence[str]) -> list[str | None]:
    """What each text of a column lacks on the right of its whole part, a bracket aside; None for no figure.

    >>> pads(["$1,250.00", "12", "3.5%", "—", "pending"])
    ['%', '.00%', '0', '', None]
    """
    found = [_FIGURE.fullmatch(text) for text in texts]
    longest = max((each["decimals"] for each in found if each), key=_width, default="")
    percent = any(each and each["percent"] for each in found)
    made: list[str | None] = []
    for text, each in zip(texts, found, strict=True):
        if each is None:
            made.append("" if text == _NIL else None)
        else:
            lacks = _of_width(_width(longest) - _width(each["decimals"])) if each["decimals"] else longest
            made.append(lacks + ("%" if percent and not each["percent"] else ""))
    return made


def _width(decimals: str) -> int:
    """How wide decimals are, in quarters of an em: a digit is a half, and the sign of a fraction three quarters."""
    return sum(_QUARTERS.get(char, _SIGN) for char in decimals)


def _of_width(quarters: int) -> str:
    """Characters of that width."""
    return "." * (quarters % 2) + "0" * (quarters // 2)


def _align(cells: Sequence[html.HtmlElement]) -> None:
    for cell in cells:
        _open(cell)
        _hang(cell)
    texts = [_said(each) for each in cells]
    for cell, text, pad in zip(cells, texts, pads(texts), strict=True):
        if pad:
            cell.set("data-pad", pad)
        if pad is not None and text.endswith(")"):
            cell.classes.add("hangs")


def _open(cell: html.HtmlElement) -> None:
    """Let a cell that is one paragraph be its words: what is set behind a paragraph would begin a line of its own."""
    inner = cell[0] if len(cell) == 1 and cell[0].tag == "p" and not cell[0].attrib else None
    if inner is not None and not f"{cell.text or ''}{inner.tail or ''}".strip():
        cell.text = inner.tail = None
        inner.drop_tag()


def _hang(cell: html.HtmlElement) -> None:
    """Put the calls of footnotes with which a cell ends into a box of their own, which takes no room."""
    calls: list[html.HtmlElement] = []
    for each in reversed(cell):
        if each.tag != "a" or CALL not in each.classes or (each.tail or "").strip():
            break
        calls.insert(0, each)
    if calls and (len(calls) < len(cell) or (cell.text or "").strip()):
        box = etree.SubElement(cell, "span", {"class": HANGING})
        box.extend(calls)


def _said(cell: html.HtmlElement) -> str:
    """What a cell says, with the ends of its lines, and without the calls that hang."""
    parts: list[str] = []
    hung = None
    for event, element in etree.iterwalk(cell, events=("start", "end")):
        if event == "start" and hung is None:
            if element.tag == "span" and HANGING in element.classes:
                hung = element
            else:
                parts += ["\n" if element.tag in ("br", "p", "div") else "", element.text or ""]
        elif event == "end" and element is not cell and (hung is None or element is hung):
            hung = None
            parts.append(element.tail or "")
    return "".join(parts).strip()


def _columns(table: html.HtmlElement) -> Iterator[list[html.HtmlElement]]:
    """The cells of figures of each column, heads and tables within the table left out."""
    columns: dict[int, list[html.HtmlElement]] = defaultdict(list)
    reaching: dict[int, int] = {}  # for each column, how many rows more a cell from above reaches into
    for row in table.iter("tr"):
        if next(row.iterancestors("table")) is not table:
            continue
        at, below = 0, {column: rows - 1 for column, rows in reaching.items() if rows > 1}
        for cell in row:
            while reaching.get(at):
                at += 1
            if cell.tag == "td" and "number" in cell.classes:
                columns[at].append(cell)
            across, down = _span(cell, "colspan"), _span(cell, "rowspan")
            below |= dict.fromkeys(range(at, at + across), down - 1) if down > 1 else {}
            at += across
        reaching = below
    yield from columns.values()


def _span(cell: html.HtmlElement, side: str) -> int:
    said = cell.get(side) or "1"
    return max(int(said), 1) if said.isdecimal() else 1
