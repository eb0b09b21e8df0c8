"""A spike: a settlement statement laid out once, and one of its figures stamped for other holders.

WeasyPrint lays out the statement of one holder; a stand-in for its `draw_text` leaves one ticked figure blank and notes
where, and in which font, it would have stood. Another holder's figure comes from the book compiled per holding, is
written in the print style that the tick names, and is set there by a second content stream on the page.
What this showed stands in README.md beside it.

    python -m tests.spikes.stamp_one_slot
"""

from __future__ import annotations

import io
import re
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import pikepdf
import weasyprint  # type: ignore[import-untyped]
import weasyprint.draw as drawing  # type: ignore[import-untyped]
from weasyprint.draw.text import draw_first_line  # type: ignore[import-untyped]
from weasyprint.matrix import Matrix  # type: ignore[import-untyped]
from weasyprint.text.line_break import line_size  # type: ignore[import-untyped]

from lexdocs.deal import Deal, open_deal, printer, stylesheet, write_pages, write_words
from lexdocs.figures.compiled import Compiled
from lexdocs.figures.compiling import compile_per
from lexdocs.notation.forms import write
from lexdocs.notation.typography import Medium
from lexdocs.notation.units import Unit, Value
from lexdocs.outputs.html import for_paper
from lexdocs.outputs.pdf import VARIANT
from lexdocs.resources import bundled_deals

FIGURE = "new_notes_issued"
REPERTOIRE = "$0123456789,."


@dataclass(frozen=True)
class Slot:
    """Where a figure stands, in points from the bottom left of its page, and how its characters are drawn."""

    figure: str
    unit: Unit
    style: str | None  # the print style that the tick names
    page: int
    mark: int  # the marked-content id by which the structure tree knows the place
    right: float
    baseline: float
    scale: float
    look: str  # the operators that choose color and font
    glyphs: Mapping[str, tuple[str, float]]  # by character: what shows it, and how far it goes


def statements(deal: Deal) -> Iterator[tuple[str, str]]:
    """Each holder's label and the HTML of the settlement statement."""
    for document in write_words(deal, ["settlement"]).documents:
        yield document.name.rpartition("/")[2], str(write_pages(deal, document, ["html"])[f"{document.name}.html"])


def lay_out(deal: Deal, html: str, figure: str = FIGURE) -> tuple[bytes, Slot]:
    """A statement as a PDF without the first place where it prints the figure, and that place."""
    configuration, face, fetcher = printer()._load()
    source = weasyprint.HTML(string=for_paper(html, stylesheet(deal)), url_fetcher=fetcher, media_type="print")
    document = source.render(font_config=configuration, stylesheets=[face], pdf_variant=VARIANT)
    pages = [set(map(id, page._page_box.descendants())) for page in document.pages]
    slots: list[Slot] = []

    def stand_in(stream: Any, box: Any, *rest: Any) -> None:
        address = box.element.get("data-figure", "") if box.element is not None else ""
        if slots or address.partition("[")[0] != figure:
            draw(stream, box, *rest)
        else:
            page = next(number for number, boxes in enumerate(pages) if id(box) in boxes)
            slots.append(_slot(stream, box, figure, deal.book.names()[figure].unit, page))

    draw, drawing.draw_text = drawing.draw_text, stand_in
    try:
        data = document.write_pdf(pdf_variant=VARIANT)
    finally:
        drawing.draw_text = draw
    (slot,) = slots
    return data, slot


def _slot(stream: Any, box: Any, figure: str, unit: Unit, page: int) -> Slot:
    """Note the place, and draw the repertoire to nowhere: so each character gets into the subset of the font."""
    glyphs, look, scale = {}, "", stream.ctm.values[0]
    for character in REPERTOIRE:
        aside = stream.clone()
        aside.set_color(box.style["color"])
        box.pango_layout.reactivate(box.style)
        box.pango_layout.set_text(character)
        draw_first_line(aside, box, "clip", "none", Matrix(d=-1))
        width, _ = line_size(box.pango_layout.get_first_line()[0], box.style)
        box.pango_layout.deactivate()
        *color, _matrix, font, shown = (part.decode() for part in aside.stream)
        glyphs[character] = shown.removeprefix("[").removesuffix("] TJ"), width * scale
        look = " ".join((*color, font))
    right, baseline = stream.ctm.transform_point(box.position_x + box.width, box.position_y + box.baseline)
    mark = stream._tags[box]["mcid"]
    return Slot(figure, unit, box.element.get("data-style"), page, mark, right, baseline, scale, look, glyphs)


def text_of(slot: Slot, compiled: Compiled, leaves: Mapping[str, Value]) -> str:
    """What a holder's slot says: the compiled figure in the tick's own print style."""
    return write(compiled(leaves)[slot.figure], slot.unit, style=slot.style, medium=Medium.PAPER)


def stamp(slot: Slot, text: str) -> bytes:
    """The content stream that sets a text in the slot. `KeyError` for a character that is not in the repertoire."""
    shown, widths = zip(*(slot.glyphs[character] for character in text), strict=True)
    place = f"{slot.scale:g} 0 0 {slot.scale:g} {slot.right - sum(widths):.6f} {slot.baseline:.6f} Tm"
    drawn = f"q {slot.look} BT {place} [{''.join(shown)}] TJ ET Q"
    return f"/Span <</MCID {slot.mark}>> BDC {drawn} EMC".encode()


def stamped(data: bytes, slot: Slot, stream: bytes) -> bytes:
    """The laid out PDF with the stamp as the page's second content stream."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        page = pdf.pages[slot.page]
        empty = rb"/Span\s<</MCID %d>>\sBDC\sEMC\s" % slot.mark
        static, times = re.subn(empty, b"", page.Contents.read_bytes())
        assert times == 1
        page.Contents = pikepdf.Array([pdf.make_stream(b"q " + static + b" Q"), pdf.make_stream(stream)])
        written = io.BytesIO()
        pdf.save(written, deterministic_id=True)
        return written.getvalue()


def leaves_of(deal: Deal, label: str) -> dict[str, Value]:
    """What the register says of a holder, by figure name."""
    return {leaf.name: leaf.value for leaf in deal.terms.leaves if leaf.key == (label,) and leaf.value is not None}


def main() -> None:
    """Print what a stamp costs, beside a statement that WeasyPrint lays out."""
    deal = open_deal(bundled_deals()["lexington_2001"])
    pages = dict(statements(deal))
    label, html = next(iter(pages.items()))
    data, slot = lay_out(deal, html)
    compiled, leaves = compile_per("holding", deal.graph, deal.book), leaves_of(deal, label)
    text = text_of(slot, compiled, leaves)

    def each(times: int, work: Callable[[], object]) -> float:
        start = time.process_time()
        for _ in range(times):
            work()
        return (time.process_time() - start) / times * 1000

    costs = {
        "calculate all figures": each(2000, lambda: compiled(leaves)),
        "calculate, write and stamp": each(2000, lambda: stamp(slot, text_of(slot, compiled, leaves))),
        "stamp alone": each(20_000, lambda: stamp(slot, text)),
        "stamp, and save by pikepdf": each(20, lambda: stamped(data, slot, stamp(slot, text))),
        "lay out by WeasyPrint": each(5, lambda: printer().print(html)),
    }
    for name, cost in costs.items():
        sys.stdout.write(f"{name:<28}{cost:10.4f} ms\n")


if __name__ == "__main__":
    main()
