"""The lines of a document that WeasyPrint laid out, read from its boxes: a door to its internals, beside `blanks.py`.

Lengths are CSS pixels, from the upper left corner of the page.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple


class Around(NamedTuple):
    """What a line stands in: its block's element, table, cell and row, whether they are heads; its margin box.

    And whether it is in the footnotes, at the foot of the page.
    """

    element: Any = None
    table: Any = None
    cell: Any = None
    row: Any = None
    is_head: bool = False
    margin: str = ""
    is_note: bool = False


@dataclass(slots=True)
class Line:
    """A line of words: what it says, its edges, and in what it stands."""

    text: str
    left: float
    right: float
    top: float
    bottom: float
    around: Around
    texts: list[Any] = field(repr=False)
    """The boxes of its texts, which know how they are set."""

    @property
    def tag(self) -> str:
        """The tag of its block's element."""
        return getattr(self.around.element, "tag", "") if isinstance(self.around.element, object) else ""

    @property
    def classes(self) -> frozenset[str]:
        """The classes of its block's element, and of the cell around it."""
        of = (self.around.element, getattr(self.around.cell, "element", None))
        return frozenset().union(*map(classes_of, of))


def classes_of(element: Any) -> frozenset[str]:
    """The classes of an element, if it is one."""
    return frozenset((element.get("class") or "").split()) if hasattr(element, "get") else frozenset()


@dataclass(slots=True)
class Sheet:
    """A page: its number from one, its size, the edges of what is between the margins, and its lines."""

    number: int
    width: float
    height: float
    left: float
    right: float
    top: float
    bottom: float
    lines: list[Line]
    margins: list[Line]


def sheets(document: Any) -> list[Sheet]:
    """The pages of a document of WeasyPrint's, laid out."""
    return [_sheet(number, page._page_box) for number, page in enumerate(document.pages, 1)]  # noqa: SLF001  no other way


def _sheet(number: int, page: Any) -> Sheet:
    left, top = page.content_box_x(), page.content_box_y()
    made = Sheet(
        number, page.margin_width(), page.margin_height(), left, left + page.width, top, top + page.height, [], []
    )
    for child in page.children:
        margin = getattr(child, "at_keyword", "")
        for line in _lines(child, Around(margin=margin)):
            (made.margins if margin else made.lines).append(line)
    return made


def _lines(box: Any, around: Around) -> Iterator[Line]:
    kind = type(box).__name__
    if kind == "AbsolutePlaceholder":
        box = box._box  # noqa: SLF001  as above
        kind = type(box).__name__
    if kind == "LineBox":
        yield from _line(box, around)
        return
    if kind == "TableCellBox":
        around = around._replace(cell=box, element=box.element)
    elif kind == "TableBox":
        around = around._replace(table=box, element=box.element)
    elif kind == "TableRowBox":
        around = around._replace(row=box)
    elif kind == "FootnoteAreaBox":
        around = around._replace(is_note=True)
    elif kind == "TableRowGroupBox":
        around = around._replace(is_head=bool(box.is_header))
    elif kind != "MarginBox" and hasattr(box, "children") and box.element is not None:
        around = around._replace(element=box.element)
    for child in getattr(box, "children", ()):
        yield from _lines(child, around)


def _line(box: Any, around: Around) -> Iterator[Line]:
    texts = [each for each in _texts(box) if each.text.strip() and each.style["visibility"] == "visible"]
    if texts:
        left = min(each.position_x for each in texts)
        right = max(each.position_x + each.width for each in texts)
        text = "".join(each.text for each in texts)
        yield Line(text, left, right, box.position_y, box.position_y + box.height, around, texts)
    for each in box.descendants():  # a block within a line
        if type(each).__name__ in ("InlineBlockBox", "InlineTableBox"):
            yield from _lines(each, around)


def _texts(box: Any) -> Iterator[Any]:
    for each in getattr(box, "children", ()):
        kind = type(each).__name__
        if kind == "TextBox":
            yield each
        elif kind == "InlineBox":
            yield from _texts(each)


def width_of(text: str, box: Any) -> float:
    """How wide a text is, set as the text of a box is."""
    from weasyprint.text.line_break import line_size  # type: ignore[import-untyped]

    style = box.style
    key = (style["font_family"], style["font_size"], style["font_weight"], style["font_style"], text)
    if key not in _widths:
        if len(_widths) >= _MOST:
            _widths.clear()
        layout, kept = box.pango_layout, box.pango_layout.text
        layout.reactivate(style)
        layout.set_text(text)
        _widths[key] = float(line_size(layout.get_first_line()[0], style)[0])
        layout.set_text(kept)
        layout.deactivate()
    return _widths[key]


_MOST = 4096
_widths: dict[Any, float] = {}


def families_of(box: Any) -> dict[str, str]:
    """The families of the fonts in which a text is set, each with what is set in it.

    Those that were taken for want of a glyph are among them.
    """
    from weasyprint.text.ffi import ffi, pango  # type: ignore[import-untyped]
    from weasyprint.text.fonts import get_pango_font_key  # type: ignore[import-untyped]

    found: dict[str, str] = {}
    written = box.text.encode()
    layout = box.pango_layout
    layout.reactivate(box.style)
    layout.set_text(box.text)
    run = layout.get_first_line()[0].runs[0]
    while run != ffi.NULL:
        item = run.data.item
        _, description, _ = get_pango_font_key(item.analysis.font)
        family = ffi.string(pango.pango_font_description_get_family(description)).decode()
        said = written[item.offset : item.offset + item.length].decode(errors="ignore")
        found[family] = found.get(family, "") + said
        run = run.next
    layout.deactivate()
    return found
