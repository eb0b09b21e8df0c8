"""A form as a PDF: it can be filled in and read back, and says what each of its fields is."""

from __future__ import annotations

import io
import re
from typing import Any

import pikepdf
import pypdfium2  # type: ignore[import-untyped]
import pytest
from pikepdf.form import DefaultAppearanceStreamGenerator, Form

from lexdocs.deal import open_deal
from lexdocs.outputs.pdf import Printer, bundled_fonts, house_style
from lexdocs.writing.pages import write_pages
from lexdocs.writing.words import write_words
from tests.ancillary_deals import variant

_SIZE = re.compile(r" ([0-9.]+) Tf")
pytestmark = pytest.mark.xdist_group("pages")  # one worker prints them


@pytest.fixture(scope="module")
def printed(tmp_path_factory) -> tuple[str, bytes]:
    """The letter to clients of a variant of the tiny deal: its page and its PDF."""
    deal = open_deal(variant("tiny", tmp_path_factory.mktemp("form")))
    (document,) = write_words(deal, ["letter-to-clients"]).documents
    pages = write_pages(deal, document, ["html", "pdf"])
    html, pdf = pages[f"{document.name}.html"], pages[f"{document.name}.pdf"]
    assert isinstance(html, str)
    assert isinstance(pdf, bytes)
    return html, pdf


def test_what_is_filled_in_is_read_back(printed) -> None:
    with pikepdf.open(io.BytesIO(printed[1])) as pdf:
        form: Any = Form(pdf, DefaultAppearanceStreamGenerator)  # a field of each kind has a type of its own
        form["name-of-the-client"].value = "Čeněk Nobody (fictional)"
        form["address-of-the-client"].value = "9 Nowhere Row\nEly, MN 55731"
        form["principal-amount-to-be-tendered"].value = "$7,500"
        form["tender-part"].checked = True
        filled = io.BytesIO()
        pdf.save(filled)
    with pikepdf.open(filled) as pdf:
        form = Form(pdf)
        assert form["name-of-the-client"].value == "Čeněk Nobody (fictional)"
        assert form["address-of-the-client"].value == "9 Nowhere Row\nEly, MN 55731"
        assert form["principal-amount-to-be-tendered"].value == "$7,500"
        assert [form[name].checked for name in ("tender-all", "tender-part", "do-not-tender")] == [False, True, False]


def test_each_field_is_named_labelled_and_tagged(printed) -> None:
    html, data = printed
    with pikepdf.open(io.BytesIO(data)) as pdf:
        fields = list(pdf.Root.AcroForm.Fields)
        assert len(fields) == html.count('class="field field-') - html.count('class="field field-sign')
        forms = [each for each in pdf.objects if isinstance(each, pikepdf.Dictionary) and each.get("/S") == "/Form"]
        tagged = {kid.Obj.objgen for each in forms for kid in each.K if "/Obj" in kid}
        for field in fields:
            assert f'name="{field.T}"' in html
            assert f'title="{field.TU}"' in html
            assert field.objgen in tagged
        assert all(page.obj.get("/Tabs") == "/S" for page in pdf.pages)


def test_amounts_stand_to_the_right_and_lines_can_be_several(printed) -> None:
    with pikepdf.open(io.BytesIO(printed[1])) as pdf:
        fields = {str(field.T): field for field in pdf.Root.AcroForm.Fields}
        assert fields["principal-amount-to-be-tendered"].get("/Q") == 2
        assert fields["name-of-the-client"].get("/Q") is None
        assert int(fields["address-of-the-client"].get("/Ff", 0)) == 1 << 12  # multiline


def test_every_character_that_may_be_typed_is_in_the_table_of_the_font(printed) -> None:
    """A reader finds glyphs by that table; the fonts of the words have others, such as ligatures."""
    with pikepdf.open(io.BytesIO(printed[1])) as pdf:
        (font,) = {
            name for field in pdf.Root.AcroForm.Fields for name in re.findall(r"/(\S+) [0-9.]+ Tf", str(field.DA))
        }
        found = pdf.Root.AcroForm.DR.Font[f"/{font}"]
        assert "Lexdocs-Fields" in str(found.BaseFont)
        table = found.ToUnicode.read_bytes().decode()
        assert all(f"<{ord(char):04x}>" in table for char in "AZaz09$,.-&ČŁőß")


def test_a_page_without_fields_is_no_form() -> None:
    page = "<html lang='en'><head><title>Words</title></head><body><p>Words.</p></body></html>"
    data = Printer(bundled_fonts()).print(page).data
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert "/AcroForm" not in pdf.Root


TABLE = """<table class="ledger blanks"><caption>Notes tendered</caption>
<thead><tr><th scope="col">Series</th><th scope="col">Numbers</th><th scope="col">All</th>
<th scope="col" class="number">Or this amount</th></tr></thead>
<tbody>{}</tbody>
<tfoot><tr class="total"><th scope="row">Total</th><td></td><td></td>
<td class="number"><input class="field field-amount" type="text" name="total" title="Total"></td></tr></tfoot></table>
<p class="signature">Holder</p>"""
ROW = """<tr><th scope="row">Notes due {0}</th><td><textarea class="field field-lines" name="numbers-{0}"
title="Numbers, {0}"></textarea></td><td><input class="field field-box" type="checkbox" name="all-{0}" title="All, {0}">
</td><td class="number"><input class="field field-amount" type="text" name="amount-{0}" title="Sum, {0}"></td></tr>"""


def test_a_form_in_large_print_has_every_field_and_no_row_is_torn() -> None:
    body = "<p>Words.</p>" * 9 + TABLE.format("".join(ROW.format(year) for year in range(2031, 2040)))
    head = f"<!DOCTYPE html><html lang='en'><head><title>x</title><style>\n{house_style()}\n</style></head>"
    page = f'{head}<body class="form"><main>\n{body}\n</main></body></html>'
    named, places = [], {}
    for large in (False, True):
        data = Printer(bundled_fonts()).print(page, "x", house_style(), large=large).data
        with pikepdf.open(io.BytesIO(data)) as pdf:
            named.append([str(field.T) for field in pdf.Root.AcroForm.Fields])
            places = {
                str(each.T): number for number, sheet in enumerate(pdf.pages) for each in sheet.obj.get("/Annots", [])
            }
            sizes = {float(found) for field in pdf.Root.AcroForm.Fields for found in _SIZE.findall(str(field.DA))}
    words = [sheet.get_textpage().get_text_range() for sheet in pypdfium2.PdfDocument(io.BytesIO(data))]
    assert named[0] == named[1]
    assert len(named[1]) == 3 * 9 + 1
    assert min(sizes) >= 18
    assert len({*places.values()}) > 2
    for year in range(2031, 2040):
        (sheet,) = {places[f"{kind}-{year}"] for kind in ("numbers", "all", "amount")}
        assert f"due\xa0{year}" in words[sheet]
    assert places["total"] == places["amount-2039"]
    assert "Or this amount:" in words[places["total"]]
    assert "All:" not in "".join(words)  # a box stands before its words
