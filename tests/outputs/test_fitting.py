"""A short document is set closer where that saves a last page of a few lines, and no other document is."""

from __future__ import annotations

import re

import pytest

from lexdocs.outputs import fitting
from lexdocs.outputs.pdf import Printer, bundled_fonts, house_style

pytestmark = pytest.mark.xdist_group("page-faults")  # one worker loads the fonts
SCREEN = house_style().partition("/* ==== paper")[0]
CLOSING = "<p>Whom to call: the bank that holds for you.</p><p class='signature'>The Company</p>"


def written(layout, paragraphs, closing=CLOSING):
    said = "<p>A paragraph of one line that fills a notice.</p>" * paragraphs
    head = f"<html lang=en-US><head><title>t</title><style>{SCREEN}</style></head>"
    return f'{head}<body class="{layout}"><header></header><main>{said}{closing}</main></body></html>'


@pytest.fixture(scope="module")
def printer():
    return Printer(bundled_fonts())


@pytest.fixture(scope="module")
def spilt(printer):
    """The fewest paragraphs of a notice that go over one page as they are."""
    plain = printer.print(written("circular", 27)).pages
    at = 27
    while plain < 2:
        at += 1
        plain = printer.print(written("circular", at)).pages
    return at + 1


@pytest.mark.parametrize("layout", ["notice", "press-release", "report", "form", "closing-paper"])
def test_a_last_page_of_a_few_lines_is_saved(printer, spilt, layout):
    assert printer.print(written(layout, spilt)).pages == 1


def test_a_supplement_is_a_short_document_too(printer, spilt):
    """It begins on its cover, and is set closer like a notice, which a circular never is."""
    cover = '<section class="cover supplement"><p>Supplement</p></section>'
    page = written("circular", spilt).replace("<main>", f"<main>{cover}")
    assert printer.print(page).pages == 1
    assert printer.print(page.replace("supplement", "circular-cover", 1)).pages > 1


def test_a_page_of_a_few_lines_before_one_that_begins_anew_is_saved(printer, spilt):
    form = f"{CLOSING}<div class='form-page'>{'<p>A form.</p>' * 20}</div>"
    assert printer.print(written("circular", spilt, form)).pages == 3
    assert printer.print(written("letter", spilt, form)).pages == 2


@pytest.mark.parametrize("layout", ["circular", "control"])
def test_other_documents_stand_as_they_are(printer, spilt, layout):
    assert printer.print(written(layout, spilt)).pages == 2


def test_what_is_stamped_or_in_large_print_stands_as_it_is(printer, spilt):
    address = '<div class="addressed"><address>Nobody</address></div>'
    assert printer.print(written("notice", spilt).replace("<main>", f"<main>{address}")).pages == 2
    assert printer.print(written("statement", spilt)).pages == 2


def test_a_last_page_of_more_than_a_few_lines_stands_as_it_is(printer, spilt):
    laid = []

    def lay(page):
        laid.append(printer.laid_out(page))
        return laid[-1]

    assert len(fitting.fitted(written("notice", spilt + 20), lay).pages) == 2
    assert len(laid) == 1


def test_each_step_is_a_class_of_the_house_style():
    assert all(re.search(rf"\.{step}\b", house_style()) for step in fitting.STEPS)


def test_the_end_takes_what_is_before_it_along(printer):
    """A signature that finds no room does not part from its paragraph, nor what is signed from its heading."""
    from lexdocs.outputs.html import for_paper
    from lexdocs.outputs.laid.lines import sheets

    end = "<h2>Signature</h2><p>Signed below.</p><p class=signature>The Company</p><p class=signed-by>By:<br>Name:</p>"
    for paragraphs in range(26, 36):
        pages = sheets(printer.laid_out(for_paper(written("report", paragraphs, end), house_style())))
        where = [sheet.number for sheet in pages for line in sheet.lines if line.text.startswith(("Sig", "The", "By"))]
        assert len(where) == 4
        assert len(set(where)) == 1
