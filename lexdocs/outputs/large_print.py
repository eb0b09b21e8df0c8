"""A page for large print: a table of many columns has no room there, so that each of its rows is set as lines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import deepcopy

from lxml import etree, html

_MAIN = re.compile(r"(<main>\n?)(.*)(\n?</main>)", re.DOTALL)
_MOST = 2  # columns that stand beside one another in eighteen points
_LONG = 600  # letters of a row that may go over a page
_WEIGHTY = ("strong", "total")  # rows that are set so as lines, too
_NAMED = "statement-number"  # the class of a cell that the style tells from the words before it


def stacked(page: str) -> str:
    r"""The page with each table of more than two columns as lines: for each row its name, and below it each column.

    What is to be filled in is left out of no row: a box stands before what it ticks, any other field behind it.

    >>> heads = "<thead><tr><th>Notes</th><th>Rate</th><th>All</th></tr></thead>"
    >>> row = '<tr><th>A</th><td>8%</td><td><input class="field field-box"></td></tr>'
    >>> print(stacked(f"<main><table>{heads}{row}</table></main>").replace("<p", "\n<p"))
    <main><div class="stacked"><div class="stacked-row together">
    <p class="stacked-head">A</p>
    <p class="stacked-cell">Rate: 8%</p>
    <p class="stacked-cell tick"><input class="field field-box">All</p></div></div></main>
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
        if next(row.iterancestors("thead"), None) is None and (lines := list(_cells(row, heads))):
            made = html.Element("div")
            short = sum(len("".join(line.itertext())) for line in lines) <= _LONG
            weight = [each for each in (row.get("class") or "").split() if each in _WEIGHTY]
            made.set("class", " ".join(["stacked-row", *["together"] * short, *weight]))
            made.extend(lines)
            yield made


def _cells(row: html.HtmlElement, heads: dict[int, html.HtmlElement]) -> Iterator[html.HtmlElement]:
    """The lines of a row: its name, if it has one, and each cell that has words or something to be filled in."""
    at = 0
    for number, cell in enumerate(row):
        said = bool("".join(cell.itertext()).strip())
        fields = [kind for each in cell.iter() if "field" in (kind := (each.get("class") or "").split())]
        # In a table of facts a name may stand behind another one's value.
        if said and not fields and (number == 0 or (cell.tag == "th" and at not in heads)):
            yield _line("stacked-head", cell)
        elif fields and not said and at in heads and "field-box" in fields[0]:
            yield _line("stacked-cell tick", heads[at], cell, between="")
        elif fields or said:
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


def _line(
    kind: str, cell: html.HtmlElement, head: html.HtmlElement | None = None, between: str = ": "
) -> html.HtmlElement:
    """A line of the words of a cell behind those of its head; only what names a row or a table keeps its breaks."""
    made = html.Element("p")
    made.set("class", kind)
    for each in (head, cell):
        if each is None:
            continue
        if len(made) or made.text:
            _put(made, between)
        into = made
        if _NAMED in (each.get("class") or "").split():
            into = etree.SubElement(made, "span", {"class": _NAMED})
        _put(into, each.text or "")
        for child in each:
            if child.tag == "br" and kind == "stacked-cell":
                _put(into, f" {child.tail or ''}")
            else:
                into.append(deepcopy(child))
    return made


def _put(element: etree._Element, text: str) -> None:
    if len(element):
        element[-1].tail = (element[-1].tail or "") + text
    else:
        element.text = (element.text or "") + text


def _width(row: html.HtmlElement) -> int:
    return sum(int(cell.get("colspan") or 1) for cell in row)
