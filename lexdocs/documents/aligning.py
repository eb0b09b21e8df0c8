"""Columns of figures under one another by the decimal point: each cell is told what it lacks on the right.

What a cell lacks stands in its `data-pad`, as characters of the same width; the style sheet sets them unseen. A bracket
hangs in the margin of its column. A statement is stamped, so that its columns keep to the classes of its template.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from lxml import html

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
    texts = ["".join(each.itertext()).strip() for each in cells]
    for cell, text, pad in zip(cells, texts, pads(texts), strict=True):
        if pad:
            cell.set("data-pad", pad)
        if pad is not None and text.endswith(")"):
            cell.classes.add("hangs")


def _columns(table: html.HtmlElement) -> Iterator[list[html.HtmlElement]]:
    """The cells of figures of each column, heads left out."""
    columns: dict[int, list[html.HtmlElement]] = defaultdict(list)
    for row in table.iter("tr"):
        at = 0
        for cell in row:
            if cell.tag == "td" and "number" in cell.classes:
                columns[at].append(cell)
            at += int(cell.get("colspan") or 1)
    yield from columns.values()
