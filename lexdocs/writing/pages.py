"""A document in its forms: the page, the paper, the text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from lexdocs.deal import Deal, legend_of
from lexdocs.errors import Problem
from lexdocs.figures.figure import Figure
from lexdocs.notation.languages import ENGLISH
from lexdocs.writing.drafts import assumed_in, draft_reasons, version_of
from lexdocs.writing.forms import LARGE_PRINT, SUFFIXES, forms_of
from lexdocs.writing.house import house_of, printer

if TYPE_CHECKING:
    from lexdocs.documents.document import Document
    from lexdocs.outputs.kept import Kept


def write_pages(
    deal: Deal, document: Document, formats: Sequence[str], heard: list[Problem] | None = None,
    kept: Kept | None = None,
) -> dict[str, str | bytes]:  # fmt: skip
    """A document in the formats that it has and that are asked for, by file name.

    `heard` gathers what the printer warns of. A PDF that was `kept` and was printed of the same page is left out.
    Raises `RenderError` where a format cannot be made.
    """
    from lexdocs.documents.reads import digest_of
    from lexdocs.documents.ticks import stated, ticked
    from lexdocs.outputs.html import page
    from lexdocs.outputs.kept import code_stamp
    from lexdocs.outputs.text import text
    from lexdocs.outputs.typewriter import not_typed

    legend = legend_of(deal)
    saying = document.saying
    said_legend = saying.text("legend", legend) if legend and saying.language != ENGLISH else legend
    draft = version_of(deal, document) if draft_reasons(deal, document) else ""
    resting = ((leaf.says, deal.book.figures[leaf.name, leaf.key]) for leaf in assumed_in(deal, document))
    assumed = [(says, figure) for says, figure in resting if isinstance(figure, Figure)]
    wanted = [each for each in forms_of(document.header) if each in formats]
    pages: dict[str, str | bytes] = {}
    house = house_of(deal)
    html = page(
        document,
        css=house.css,
        legend=said_legend,
        illustrative=[ticked(says, figure, saying) for says, figure in assumed],
        draft=draft,
        letterhead=house.letterhead,
        language=document.language,
        unapproved=document.unapproved,
        assumes=document.assumes,
    )
    for each in wanted:
        name = document.name + SUFFIXES[each]
        if each == "html":
            pages[name] = html
        elif each == "text":
            said = [stated(says, figure, saying) for says, figure in assumed]
            filed = saying.language == ENGLISH
            typed = text(document.body, legend=said_legend, illustrative=said, draft=draft, ascii_only=filed)
            pages[name] = typed
            if heard is not None and filed and (odd := not_typed(typed, name)):
                heard.append(odd)
        else:
            printed_of = digest_of(html, house, code_stamp())
            if kept is not None and kept.printed(name, printed_of):
                continue
            large = each == LARGE_PRINT
            paper = printer(house.fonts).print(html, name, house.css, draft=bool(draft), large=large)
            pages[name] = paper.data
            if kept is not None and not paper.warnings:
                kept.print_of(name, printed_of, paper.data)
            if heard is not None:
                heard += paper.warnings
    return pages
