"""The peer that draws: ReportLab's canvas, a layout made by hand, one document for all holders.

Places are worked out once, strings are gathered by their font so that it changes seldom, and the fonts are the
standard ones, which need no embedding. With `forms` the words that do not change are drawn once, and called up.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from tests.benchmarks.statement_page import Cell, Holder, Page, Slot, Table, Text, Words

_WIDTH, _HEIGHT = 612, 792
_LEFT, _RIGHT = 72, 540
_PLAIN, _BOLD, _ITALIC = "Times-Roman", "Times-Bold", "Times-Italic"
_INK, _QUIET = 0.1, 0.29
_ROW, _FACT = 14.2, 13.4  # points from line to line
_FACTS = (0, 89, 234, 323)
_LONG = 26  # characters of a fact that may need a second line
_WHOLE = 15.7  # a whole number leaves room for cents

Style = tuple[str, float, float]
"""Font, size and gray."""


@dataclass
class _Sheet:
    """What is drawn on a page: words and slots by style, and lines by width."""

    words: dict[Style, list[tuple[float, float, str]]] = field(default_factory=dict)
    slots: dict[Style, list[tuple[float, float, str, bool, float]]] = field(default_factory=dict)
    lines: dict[float, list[tuple[float, float, float, float]]] = field(default_factory=dict)

    def put(self, text: Text, x: float, y: float, style: Style, width: float = 468, *, right: bool = False) -> float:
        """Put a text at a place, wrapped to a width; `x` is its right end if it stands to the right. How far down."""
        from reportlab.lib.utils import simpleSplit
        from reportlab.pdfbase.pdfmetrics import stringWidth

        if len(text) == 1 and isinstance(text[0], Slot):
            self.slots.setdefault(style, []).append((x, y, text[0].key, right, width))
            return 0
        words = "".join(part for part in text if isinstance(part, str))
        if words != "".join(map(str, text)):
            raise AssertionError("the layout has no place for words and a slot on one line")
        down = 0.0
        for line in simpleSplit(words, style[0], style[1], width):
            start = x - stringWidth(line, style[0], style[1]) if right else x
            self.words.setdefault(style, []).append((start, y - down, line))
            down += style[1] * 1.3
        return down - style[1] * 1.3

    def line(self, y: float, width: float, start: float = _LEFT) -> None:
        """Draw a line to the right margin."""
        self.lines.setdefault(width, []).append((start, y, _RIGHT, y))


def peer(page: Page, *, forms: bool = False) -> Callable[[Sequence[Holder]], list[bytes]]:
    """Prints one PDF for all holders. Raises `ImportError` without ReportLab."""
    from reportlab import rl_config
    from reportlab.pdfgen.canvas import Canvas

    rl_config.useA85 = 0  # bytes may be bytes
    sheets = _sheets(page)

    def print_all(holders: Sequence[Holder]) -> list[bytes]:
        out = io.BytesIO()
        canvas = Canvas(out, pagesize=(_WIDTH, _HEIGHT), pageCompression=1, invariant=1)
        if forms:
            for number, sheet in enumerate(sheets):
                canvas.beginForm(f"words{number}", 0, 0, _WIDTH, _HEIGHT)
                _draw_words(canvas, sheet)
                canvas.endForm()
        for holder in holders:
            for number, sheet in enumerate(sheets):
                if forms:
                    canvas.doForm(f"words{number}")
                else:
                    _draw_words(canvas, sheet)
                _draw_slots(canvas, sheet, holder)
                canvas.showPage()
        canvas.save()
        return [out.getvalue()]

    return print_all


def _draw_words(canvas: Any, sheet: _Sheet) -> None:
    for width, lines in sheet.lines.items():
        canvas.setLineWidth(width)
        canvas.lines(lines)
    text = canvas.beginText()
    for (font, size, gray), words in sheet.words.items():
        text.setFont(font, size)
        text.setFillGray(gray)
        for x, y, said in words:
            text.setTextOrigin(x, y)
            text.textOut(said)
    canvas.drawText(text)


def _draw_slots(canvas: Any, sheet: _Sheet, holder: Holder) -> None:
    from reportlab.lib.utils import simpleSplit
    from reportlab.pdfbase.pdfmetrics import stringWidth

    text = canvas.beginText()
    for (font, size, gray), slots in sheet.slots.items():
        text.setFont(font, size)
        text.setFillGray(gray)
        for x, y, key, right, width in slots:
            said = holder[key]
            if right:
                text.setTextOrigin(x - stringWidth(said, font, size), y)
                text.textOut(said)
            elif len(said) <= _LONG:
                text.setTextOrigin(x, y)
                text.textOut(said)
            else:
                for number, line in enumerate(simpleSplit(said, font, size, width)):
                    text.setTextOrigin(x, y - number * size * 1.2)
                    text.textOut(line)
    canvas.drawText(text)


def _sheets(page: Page) -> list[_Sheet]:
    """The pages, each with its margins: a heading begins a new one."""
    sheets = [_Sheet()]
    y = _panel(sheets[0], page)
    for block in page.blocks:
        if isinstance(block, Words) and block.heading:
            sheets.append(_Sheet())
            sheets[-1].put(block.text, _LEFT, 709, (_BOLD, 12.5, _INK))
            y = 690
        elif isinstance(block, Words):
            y -= sheets[-1].put(block.text, _LEFT, y, (_PLAIN, 9, _QUIET)) + 17
        else:
            y = _table(sheets[-1], block, y)
    for number, sheet in enumerate(sheets, start=1):
        sheet.put(page.illustrative, _LEFT, 748, (_ITALIC, 8.5, _QUIET))
        sheet.put(page.legend, _LEFT, 45, (_PLAIN, 7.8, _QUIET), 327)
        sheet.put((f"Page {number} of {len(sheets)}",), _RIGHT, 35, (_PLAIN, 8, _QUIET), right=True)
        sheet.put((Slot("statement_number", None),), _RIGHT, 45, (_PLAIN, 8, _QUIET), right=True)
        sheet.put(("Statement",), _RIGHT - 75, 45, (_PLAIN, 8, _QUIET), right=True)
    return sheets


def _panel(sheet: _Sheet, page: Page) -> float:
    styles: list[Style] = [(_BOLD, 12.5, _INK), (_BOLD, 15, _INK), (_PLAIN, 11, _QUIET)]
    for text, y, style in zip(page.panel, (709, 689, 672), styles, strict=False):
        sheet.put(text, _LEFT, y, style)
    sheet.put(page.panel[3], _LEFT, 626, (_PLAIN, 10, _INK), 238)
    sheet.put(page.panel[4], _LEFT, 614, (_PLAIN, 10, _INK), 238)
    return 525


def _table(sheet: _Sheet, table: Table, y: float) -> float:
    """Draw a table from a height down; the height below it."""
    sheet.put(table.caption, _LEFT, y, (_BOLD, 9, _INK))
    y -= 16
    if table.facts or table.rows[0][0] == "head":
        sheet.line(y + 11, 1.1)
    for kind, cells in table.rows:
        y -= _facts(sheet, cells, y) if table.facts else _ledger(sheet, kind, cells, y)
    return y - 12


def _facts(sheet: _Sheet, cells: Sequence[Cell], y: float) -> float:
    """Draw a row of facts; how high it is."""
    down = 0.0
    for place, (cell, x) in enumerate(zip(cells, _FACTS, strict=True)):
        style = (_BOLD if cell.strong else _PLAIN, 9, _INK if place % 2 else _QUIET)
        down = max(down, sheet.put(cell.text, _LEFT + x, y, style, 136 if place % 2 else 86))
    # A name of the holder's may take a second line, for which there must be room.
    down = max(down, 11 if any(Slot("holder_participant", None) in cell.text for cell in cells) else 0)
    sheet.line(y - down - 3, 0.5)
    return _FACT + down


def _ledger(sheet: _Sheet, kind: str, cells: Sequence[Cell], y: float) -> float:
    """Draw a row of a ledger; how high it is."""
    if kind in ("subtotal", "total"):
        sheet.line(y + 10, 0.75, 400)
    small = kind in ("head", "tfoot")
    for place, cell in enumerate(cells):
        style = (_BOLD if cell.strong else _PLAIN, 9.0 if small else 9.5, _QUIET if small else _INK)
        if cell.number:
            sheet.put(cell.text, _RIGHT - 4 - (_WHOLE if cell.whole else 0), y, style, right=True)
        else:
            sheet.put(cell.text, _LEFT + 210 * place, y, style)
    if kind == "head":
        sheet.line(y - 3, 0.75)
    if kind == "total":
        sheet.line(y - 4, 2, 400)
    return _ROW
