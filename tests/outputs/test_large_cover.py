"""A cover in large print begins at the left edge, as all large print does; an index leaves no entry alone."""

import io

import pypdfium2  # type: ignore[import-untyped]
import pytest

from lexdocs.outputs.pdf import house_style
from lexdocs.writing.house import printer

COVER = (
    '<div class="cover"><p class="document-kind">Kind</p><h1>Company</h1><p>Offer</p>'
    '<p class="cover-title">Notes</p><p>Term</p></div>'
)


def printed(body, filling=""):
    head = f"<!DOCTYPE html><html lang='en'><head><title>x</title><style>\n{house_style()}\n</style></head>"
    page = f'{head}<body class="circular"><main>\n{filling}{body}\n</main></body></html>'
    return pypdfium2.PdfDocument(io.BytesIO(printer().print(page, "x", house_style(), large=True).data))


def test_all_of_a_cover_begins_at_the_left_edge():
    text = printed(COVER)[0].get_textpage()
    left = [text.get_rect(number)[0] for number in range(text.count_rects())]
    assert len(left) >= 5
    assert max(left) - min(left) < 3


@pytest.mark.parametrize("filling", [4, 8])
def test_no_entry_of_an_index_is_left_alone(filling):
    entries = "".join(f'<li><a href="#a">Term</a><span class="term-section">Section {n}</span></li>' for n in range(18))
    index = f'<p id="a">A</p><div class="term-index"><ul>{entries}</ul></div>'
    pages = [
        page.get_textpage().get_text_range().count("Section") for page in printed(index, "<p>Filling.</p>" * filling)
    ]
    assert sum(pages) == 18
    assert min(each for each in pages if each) >= 5
