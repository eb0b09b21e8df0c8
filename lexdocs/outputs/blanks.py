"""A page laid out with blanks: WeasyPrint draws all but some texts, and tells where and how it would have drawn those.

WeasyPrint has no such wish; so its `draw_text` is stood in for while a page is drawn. What that rests on are internals
of one release of it, which `KNOWN` names: with another, nothing is laid out so.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from lexdocs.errors import RenderError
from lexdocs.outputs.glyphs import Glyph, Look
from lexdocs.outputs.heard import NoGlyph, heard_of, listening
from lexdocs.outputs.html import for_paper
from lexdocs.outputs.pdf import VARIANT, Printer
from lexdocs.outputs.printing import weasyprint

KNOWN = "70."
SLOT = "data-slot"  # the attribute by which an element says which slot it is


@dataclass(frozen=True)
class Text:
    """A text that WeasyPrint draws in one go: what it says, where it begins and ends, in points from the bottom left.

    `slot` is what its element says of itself, `line` the line box on which it stands, as a number of the page; `room`
    is how wide the block is in which it stands; `mark` the id by which the structure tree knows it. `look` has how it
    is drawn, `blank` is whether it was left out, as all is that stands on one line with a slot.
    """

    page: int
    said: str
    slot: str
    line: int
    x: float
    end: float
    y: float
    room: float
    mark: int | None
    look: Look
    blank: bool


@dataclass(frozen=True)
class Laid:
    """A document as a PDF with blanks, and its texts in the order in which they are drawn."""

    data: bytes
    pages: int
    texts: tuple[Text, ...]


def printer_version() -> str:
    """Which release of WeasyPrint is installed."""
    return str(weasyprint().__version__)


def is_known() -> bool:
    """Whether it is one whose internals are known here."""
    return printer_version().startswith(KNOWN)


@dataclass
class _Page:
    """The boxes of a page: on which line each text stands, and how wide the block around it is."""

    lines: dict[int, int] = field(default_factory=dict)
    rooms: dict[int, float] = field(default_factory=dict)
    slots: dict[int, str] = field(default_factory=dict)
    blank: set[int] = field(default_factory=set)


def lay_out(
    printer: Printer, html: str, style: str, blanks: Iterable[str], repertoire: Mapping[str, Sequence[str]],
    name: str,
) -> Laid:  # fmt: skip
    """Lay a page out without the lines on which slots stand, or on which the text of a slot is repeated.

    `blanks` are what stands in slots in this page; `repertoire` says by slot which characters may stand there: each
    gets into the font, whether this page has it or not. Raises `RenderError` for characters of the page that no font
    has; `name` says of which document.
    """
    import weasyprint.draw as drawing  # type: ignore[import-untyped]

    document = printer.laid_out(for_paper(html, style))
    codes = re.compile("|".join(map(re.escape, blanks)) or "(?!)")
    boxes = [_boxes(page._page_box, codes) for page in document.pages]  # noqa: SLF001  it has no other way in
    texts: list[Text] = []
    looks = _Looks()

    def stand_in(stream: Any, box: Any, *rest: Any) -> None:
        number = next((at for at, page in enumerate(boxes) if id(box) in page.lines), None)
        if number is None or not box.text.strip() or box.style["visibility"] != "visible":
            draw(stream, box, *rest)
            return
        page = boxes[number]
        slot = page.slots.get(id(box), "")
        blank = page.lines[id(box)] in page.blank
        chars = repertoire.get(slot, repertoire.get("", ())) if blank else ()
        said = len(heard)
        look = looks.of(stream, box, chars)
        del heard[said:]  # not every character that may stand there is in each font
        x, y = stream.ctm.transform_point(box.position_x, box.position_y + box.baseline)
        end, _ = stream.ctm.transform_point(box.position_x + box.width, box.position_y)
        tagged = getattr(stream, "_tags", None) or {}
        mark = tagged[box]["mcid"] if box in tagged else None
        room = page.rooms[id(box)] * stream.ctm.values[0]
        texts.append(Text(number, box.text, slot, page.lines[id(box)], x, end, y, room, mark, look, blank))
        if not blank:
            draw(stream, box, *rest)

    draw, drawing.draw_text = drawing.draw_text, stand_in
    try:
        with listening() as heard:
            data: bytes = document.write_pdf(pdf_variant=VARIANT)
    finally:
        drawing.draw_text = draw
    refused = [each for each in heard_of(heard, name) if isinstance(each, NoGlyph)]
    if refused:
        raise RenderError(refused)
    return Laid(data, len(document.pages), tuple(texts))


def _boxes(page: Any, codes: re.Pattern[str]) -> _Page:
    found = _Page()
    _walk(page, found, count(1), 0, 0.0, "", codes)
    return found


def _walk(
    box: Any, found: _Page, numbers: Iterator[int], line: int, room: float, slot: str, codes: re.Pattern[str]
) -> None:
    """Note the texts below a box: the line and the block in which each stands, and the slot that its element is."""
    kind = type(box).__name__
    element = getattr(box, "element", None)
    own = element.get(SLOT, "") if element is not None and hasattr(element, "get") else ""
    slot = own or slot
    if kind == "LineBox":
        line = next(numbers)
    elif hasattr(box, "content_box_x") and kind not in ("TextBox", "InlineBox"):
        room = float(box.width) if isinstance(box.width, int | float) else room
    if kind == "TextBox":
        found.lines[id(box)], found.rooms[id(box)], found.slots[id(box)] = line, room, slot
        if slot or codes.search(box.text):
            found.blank.add(line)
    for child in getattr(box, "children", ()):
        _walk(child, found, numbers, line, room, slot, codes)


_glyphs: dict[str, dict[str, Glyph | None]] = {}
"""The glyphs of each font in each size that was met in this process: they are the same in every page."""


class _Looks:
    """The looks that were met in a page, with the characters of each that are in its font already."""

    def __init__(self) -> None:
        self.known: dict[str, set[str]] = {}

    def of(self, stream: Any, box: Any, chars: Sequence[str]) -> Look:
        """How a text is drawn. All characters that may stand there are drawn to nowhere, so that the font has them."""
        scale = float(stream.ctm.values[0])
        operators, _ = _drawn(stream, box, next((char for char in box.text if not char.isspace()), "x"))
        font = operators[operators.index("/", operators.index("gs") if " gs" in operators else 0) :]
        glyphs = _glyphs.setdefault(font, {})
        drawn = self.known.setdefault(operators, set())
        missing = [char for char in chars if char not in drawn]
        if missing:
            # Apart from one another, so that none of them is joined with the next; and before any of them is measured,
            # which is not done in each page, so that the font of each page has them in the same order.
            _drawn(stream, box, " ".join(_shown(char) for char in missing))
            drawn.update(missing)
        for char in chars:
            if char not in glyphs:
                glyphs[char] = _glyph(stream, box, char, font)
        own = {char: glyphs[char] for char in chars}
        return Look(operators, scale, float(box.style["font_size"]), own)


def _drawn(stream: Any, box: Any, text: str) -> tuple[str, tuple[str, float]]:
    """The operators that choose color and font for a text, and what shows it with how far it goes, in pixels."""
    from weasyprint.draw.text import draw_first_line  # type: ignore[import-untyped]
    from weasyprint.matrix import Matrix  # type: ignore[import-untyped]
    from weasyprint.text.ffi import ffi, pango  # type: ignore[import-untyped]
    from weasyprint.text.line_break import line_size  # type: ignore[import-untyped]

    aside = stream.clone()
    aside.set_color(box.style["color"])
    layout, kept = box.pango_layout, box.pango_layout.text
    layout.reactivate(box.style)
    # The spaces of a justified text are set wider by their places, which are none in another text: there they would
    # even part the bytes of a letter.
    pango.pango_layout_set_attributes(layout.layout, ffi.NULL)
    layout.set_text(text)
    draw_first_line(aside, box, "clip", "none", Matrix(d=-1))
    width, _ = line_size(layout.get_first_line()[0], box.style)
    layout.set_text(kept)
    layout.deactivate()
    *color, _matrix, font, shown = (part.decode() if isinstance(part, bytes) else str(part) for part in aside.stream)
    return " ".join((*color, font)), (shown, float(width))


_SHOWN = re.compile(r"\[(?:<[0-9a-f]+>0?)+\] TJ")
_CODE = re.compile("[0-9a-f]{4}")


def _glyph(stream: Any, box: Any, char: str, font: str) -> Glyph | None:
    """The glyph of a character in a font, or nothing where it is not one that stands by itself.

    A space alone may come from another font than one between letters, which is as wide as it makes them stand apart.
    """
    text = _shown(char)
    beside = text.partition(char)[0]
    operators, (shown, width) = _drawn(stream, box, text)
    codes = _CODE.findall("".join(re.findall("<(.*?)>", shown)))
    if not operators.endswith(font) or _SHOWN.fullmatch(shown) is None or len(codes) != 1 + 2 * len(beside):
        return None
    without = _drawn(stream, box, beside * 2)[1][1] if beside else 0.0
    return Glyph(int(codes[len(beside)], 16), width - without)


def _shown(char: str) -> str:
    """A character as it is measured: a space between letters."""
    return f"x{char}x" if char.isspace() else char
