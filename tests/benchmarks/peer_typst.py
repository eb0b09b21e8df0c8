"""The peer that typesets: Typst with one compiler kept for all, one call a holder.

The compiler keeps fonts, the parsed template and what of a layout it finds unchanged; a holder's texts are its inputs.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from lexdocs.resources import fonts_folder
from tests.benchmarks.statement_page import Cell, Holder, Page, Table, Text, Words

_STYLE = r"""
#let said(key) = sys.inputs.at(key)
#let ink = rgb("#1a1a1a")
#let quiet = rgb("#4a4a4a")
#let accent = rgb("#1f3a5f")
#let faint = rgb("#d9d6cf")
#set text(font: "TeX Gyre Pagella", size: 9.5pt, fill: ink, number-width: "tabular", lang: "en")
#set par(leading: 0.4em, spacing: 0.8em)
#set page(paper: "us-letter", margin: (x: 1in, top: 1in, bottom: 0.9in), footer-descent: 0.2in)
#let sheet(number, pages, legend, illustrative, body) = page(
  header: text(size: 8.5pt, style: "italic", fill: quiet, illustrative),
  footer: {
    set text(size: 7.8pt, fill: quiet)
    grid(columns: (70%, 30%), legend, align(right)[Statement #said("statement_number|") \ Page #number of #pages])
  },
  body,
)
#let panel(issuer, title, subject, name, address) = block(height: 2.55in)[
  #text(size: 12.5pt, weight: "bold", fill: accent, issuer) \
  #text(size: 15pt, weight: "bold", title) \
  #text(size: 11pt, fill: quiet, subject)
  #place(top + left, dy: 1.2in, text(size: 10pt, name + "\n" + address))
]
#let heading-of(body) = text(size: 12.5pt, weight: "bold", body)
#let caption-of(body) = block(above: 1.1em, below: 0.5em, strong(body))
#let paragraph(body) = text(size: 9pt, fill: quiet, par(justify: true, text(hyphenate: true, body)))
#let name(body) = text(fill: quiet, body)
#let small(body) = text(size: 9pt, fill: quiet, body)
#let facts(..cells) = {
  set text(size: 9pt)
  table(
    columns: (19%, 31%, 19%, 31%), inset: (x: 0pt, y: 2.4pt), stroke: (x: none, top: none, bottom: 0.75pt + faint),
    table.hline(stroke: 1.1pt), ..cells,
  )
}
#let ledger(columns, ..cells) = table(columns: columns, inset: (left: 0pt, right: 4pt, y: 2.4pt), stroke: none, ..cells)
"""


def peer(page: Page, *, tagged: bool = False) -> Callable[[Sequence[Holder]], list[bytes]]:
    """Prints a PDF for each holder; `tagged` with Typst's own structure tree. Raises `ImportError` without Typst."""
    import typst

    source = template(page).encode()
    # No family of this machine is looked at: only ours.
    compiler = typst.Compiler(font_paths=[str(fonts_folder())], ignore_system_fonts=True)

    def print_all(holders: Sequence[Holder]) -> list[bytes]:
        made = []
        for each in holders:
            data = compiler.compile(source, format="pdf", sys_inputs=dict(each), pdf_tags=tagged)
            if not isinstance(data, bytes):
                raise AssertionError("Typst gave no PDF")
            made.append(data)
        return made

    return print_all


def template(page: Page) -> str:
    """The statement in Typst's language. A page is told its number, so that nothing is laid out twice to find it."""
    starts = [place for place, each in enumerate(page.blocks) if isinstance(each, Words) and each.heading]
    sheets = [page.blocks[start:end] for start, end in pairwise([0, *starts, len(page.blocks)])]
    lines = [_STYLE]
    for number, blocks in enumerate(sheets, start=1):
        lines.append(f"#sheet({number}, {len(sheets)}, {_said(page.legend)}, {_said(page.illustrative)})[")
        if number == 1:
            lines.append(f"#panel({', '.join(map(_said, page.panel))})")
        lines += [line for each in blocks for line in _block(each)]
        lines.append("]")
    return "\n".join(lines)


def _block(block: Table | Words) -> Iterator[str]:
    if isinstance(block, Words):
        yield f"#{'heading-of' if block.heading else 'paragraph'}({_said(block.text)})"
        return
    yield f"#caption-of({_said(block.caption)})"
    yield from _facts(block) if block.facts else _ledger(block)


def _facts(table: Table) -> Iterator[str]:
    yield "#facts("
    for _, cells in table.rows:
        yield "  " + " ".join(f"{_cell(each, 'name' if place % 2 == 0 else '')}," for place, each in enumerate(cells))
    yield ")"


def _ledger(table: Table) -> Iterator[str]:
    last = len(table.rows[0][1]) - 1
    yield f"#ledger({'(45%, 25%, 30%)' if last > 1 else '(68%, 32%)'},"
    for kind, cells in table.rows:
        if kind == "head":
            yield "  table.hline(stroke: 1.1pt),"
        if kind in ("subtotal", "total"):
            yield f"  table.hline(start: {last}, stroke: 0.75pt),"
        how = "small" if kind in ("head", "tfoot") else ""
        yield "  " + " ".join(f"{_cell(each, how)}," for each in cells)
        if kind == "head":
            yield "  table.hline(stroke: 0.75pt),"
        if kind == "total":
            yield f"  table.hline(start: {last}, stroke: 2pt),"
    yield ")"


def _cell(cell: Cell, how: str) -> str:
    said = _said(cell.text)
    said = f"strong({said})" if cell.strong else said
    said = f"{how}({said})" if how else said
    if cell.number:
        return f"align(right, {said}{' + h(1.65em)' if cell.whole else ''})"
    return said


def _said(text: Text) -> str:
    """A text as an expression: its words as strings, its slots as inputs."""
    return (
        " + ".join(
            json.dumps(part, ensure_ascii=False) if isinstance(part, str) else f"said({json.dumps(part.key)})"
            for part in text
        )
        or '""'
    )
