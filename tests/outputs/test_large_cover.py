"""Pages in large print: what begins at the left edge, what stands on each page, and what is not torn."""

import io

import pypdfium2  # type: ignore[import-untyped]
import pytest

from lexdocs.outputs.pdf import house_style
from lexdocs.writing.house import printer

COVER = (
    '<div class="cover"><p class="document-kind">Kind</p><h1>Company</h1><p>Offer</p>'
    '<p class="cover-title">Notes</p><p>Term</p></div>'
)


def printed(body, filling="", layout="circular"):
    head = f"<!DOCTYPE html><html lang='en'><head><title>x</title><style>\n{house_style()}\n</style></head>"
    page = f'{head}<body class="{layout}"><main>\n{filling}{body}\n</main></body></html>'
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


def words_of(pages):
    return [page.get_textpage().get_text_range().replace("\xa0", " ") for page in pages]


def test_each_page_of_a_statement_has_its_number():
    row = '<tr><th scope="row">Statement</th><td class="statement-number">2032-QH-7</td>'
    row += '<th scope="row">Version</th><td>Original</td></tr>'
    pages = words_of(printed(f"<table>{row}</table>" + "<p>Words.</p>" * 40, layout="statement"))
    assert len(pages) > 2
    for number, page in enumerate(pages[1:], 2):
        assert f"Statement 2032-QH-7 · Page {number} of {len(pages)}" in page


@pytest.mark.parametrize("filling", range(6, 15, 2))
def test_neither_a_total_nor_a_date_to_be_filled_in_is_torn_from_what_is_before_it(filling):
    rows = "".join(f'<tr><th scope="row">Part {n}</th><td class="number">{n}</td></tr>' for n in range(6))
    total = '<tr class="total"><th scope="row">Net</th><td class="number">15</td></tr>'
    form = "".join(
        f'<tr><th scope="row">{each}</th><td><span class="field field-sign"></span></td></tr>'
        for each in ("Signature", "Name and title", "Firm", "Date")
    )
    body = f'<table class="ledger"><tbody>{rows}</tbody><tfoot>{total}</tfoot></table>'
    body += f'<table class="facts blanks"><caption>Signer</caption><tbody>{form}</tbody></table>'
    pages = words_of(printed(body, "<p>Filling.</p>" * filling, layout="form"))
    (net,) = [page for page in pages if "Net" in page]
    assert "Part 5" in net
    (date,) = [page for page in pages if "Date" in page]
    assert "Signer" in date
    assert "Signature" in date
