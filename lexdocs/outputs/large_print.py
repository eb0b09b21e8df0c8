"""A page for large print: a table of many columns has no room there, so that each of its rows is set as lines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import deepcopy

from lxml import etree, html

_MAIN = re.compile(r"(<main>\n?)(.*)(\n?</main>)", re.DOTALL)
_MOST = 2  # columns that stand beside one another in eighteen points


def stacked(page: str) -> str:
    """The page with each table of more than two columns as lines: for each row its name, and below it each column.

    >>> rows = "<thead><tr><th>Notes</th><th>Rate</th><th>Sum</th></tr></thead><tr><th>A</th><td>8%</td><td></td></tr>"
    >>> print(stacked(f"<main><table>{rows}</table></main>"))
    <main><div class="stacked"><p class="stacked-head">A</p><p class="stacked-cell">Rate: 8%</p></div></main>
    """
    return _MAIN.sub(lambda found: found[1] + _stacked(found[2]) + found[3], page, count=1)


def _stacked(body: str) -> str:
    root = html.fragment_fromstring(body, create_parent="div")
    for table in list(root.iter("table")):
        if max((_width(row) for row in table.iter("tr")), default=0) > _MOST:
            lines = html.Element("div")
            lines.set("class", "stacked")
            lines.extend(_lines(table))
            lines.tail = table.tail
            if (parent := table.getparent()) is not None:
                parent.replace(table, lines)
    inner = html.tostring(root, encoding="unicode")
    return inner[len("<div>") : -len("</div>")]


def _lines(table: html.HtmlElement) -> Iterator[html.HtmlElement]:
    caption = table.find("caption")
    if caption is not None:
        made = _line("stacked-caption", caption)
        if caption.get("id"):
            made.set("id", caption.get("id"))
        yield made
    heads = _heads(table)
    for row in table.iter("tr"):
        if next(row.iterancestors("thead"), None) is not None:
            continue
        at = 0
        for number, cell in enumerate(row):
            # In a table of facts a name may stand behind another one's value.
            if number == 0 or (cell.tag == "th" and at not in heads):
                yield _line("stacked-head", cell)
            elif "".join(cell.itertext()).strip():
                yield _line("stacked-cell", cell, heads.get(at))
            at += int(cell.get("colspan") or 1)


def _heads(table: html.HtmlElement) -> dict[int, html.HtmlElement]:
    """The head of each column, from the last row of heads."""
    found: dict[int, html.HtmlElement] = {}
    for row in table.iterfind("thead/tr"):
        at = 0
        for cell in row:
            if "".join(cell.itertext()).strip():
                found[at] = cell
            at += int(cell.get("colspan") or 1)
    return found


def _line(kind: str, cell: html.HtmlElement, head: html.HtmlElement | None = None) -> html.HtmlElement:
    made = html.Element("p")
    made.set("class", kind)
    for each in (head, cell):
        if each is None:
            continue
        if len(made) or made.text:
            _put(made, ": ")
        _put(made, each.text or "")
        for child in each:
            if child.tag == "br":
                _put(made, f" {child.tail or ''}")
            else:
                made.append(deepcopy(child))
    return made


def _put(element: etree._Element, text: str) -> None:
    if len(element):
        element[-1].tail = (element[-1].tail or "") + text
    else:
        element.text = (element.text or "") + text


def _width(row: html.HtmlElement) -> int:
    return sum(int(cell.get("colspan") or 1) for cell in row)
