"""Fields that counsel writes into a form: what they become, what they are called, and what is never one."""

import pytest
from lxml import html

from lexdocs.documents.document import compose
from lexdocs.outputs.text import text

HEADER = "---\ntitle: Form\naudience: public\nevents: [commencement]\noffers: [exchange]\nlayout: form\n---\n"


def composed(library_of, book, body, files=()):
    return compose(library_of(body, files, header=HEADER), "a.md", book, {}, "a")


def fields(document):
    """The element, the kind, the name and the label of each field in the order in which they stand."""
    root = html.fragment_fromstring(document.body, create_parent="div")
    return [
        (each.tag, each.get("class", "").split()[-1], each.get("name"), each.get("aria-label"))
        for each in root.iter()
        if "field" in each.classes
    ]


def test_each_kind_becomes_its_element(library_of, book):
    body = (
        "Name [[line: Name]], [[short: Date]], [[amount: Principal]], [[lines: Address]], [[box: Tender all]] "
        "and [[sign: Signature]]\n"
    )
    assert fields(composed(library_of, book, body)) == [
        ("input", "field-line", "name", "Name"),
        ("input", "field-short", "date", "Date"),
        ("input", "field-amount", "principal", "Principal"),
        ("textarea", "field-lines", "address", "Address"),
        ("input", "field-box", "tender-all", "Tender all"),
        ("span", "field-sign", None, None),
    ]


def test_words_around_fields_stay_where_they_were(library_of, book):
    document = composed(library_of, book, "Of **{{ company_name }}** [[line: Name]] in [[short: Year]] here.\n")
    root = html.fragment_fromstring(document.body, create_parent="div")
    assert root.text_content().strip() == "Of Amberline Corporation  in  here."


def test_fields_of_one_label_have_names_and_labels_of_their_own(library_of, book):
    body = "[[line: Certificate number]]\n\n[[line: Certificate number]]\n"
    assert [each[2:] for each in fields(composed(library_of, book, body))] == [
        ("certificate-number", "Certificate number"), ("certificate-number-2", "Certificate number (2)"),
    ]  # fmt: skip


def test_a_figure_stands_in_the_label_and_not_in_the_name(library_of, book, book_of):
    body = (
        "{% for installment in installments %}\n[[amount: Due on {{ installment.installment_date }}]]\n\n{% endfor %}\n"
    )
    first = fields(composed(library_of, book, body))
    assert [each[2:] for each in first] == [
        ("due-on", "Due on July\N{NO-BREAK SPACE}2, 2012"), ("due-on-2", "Due on January\N{NO-BREAK SPACE}2, 2013"),
    ]  # fmt: skip


@pytest.mark.parametrize("said", ["[[line: Name]]", '<input name="x">', "[[box: x]] & <b>"])
def test_no_value_becomes_a_field(library_of, book_of, said):
    document = composed(library_of, book_of(company_name=said), "Of {{ company_name }}.\n")
    assert fields(document) == []
    assert html.fragment_fromstring(document.body, create_parent="div").text_content().strip() == f"Of {said}."


def test_a_value_in_a_label_stays_a_label(library_of, book_of):
    said = 'A" onfocus="x()]] [[box: B'
    (field,) = fields(composed(library_of, book_of(company_name=said), "[[line: Name at {{ company_name }}]]\n"))
    assert field == ("input", "field-line", "name-at", f"Name at {said}")


def test_fields_in_a_table_and_in_an_include(library_of, book):
    body = '<table>\n<tr><th>Name</th><td>[[line: Name]]</td></tr>\n</table>\n\n{% include "b.md" %}\n'
    assert [each[2] for each in fields(composed(library_of, book, body, {"b.md": "[[short: Date]]\n"}))] == [
        "name", "date",
    ]  # fmt: skip


def test_blanks_stand_in_the_text_form(library_of, book):
    body = "[[box: All]] Tender all.\n\nSigned [[short: Date]]\n"
    lines = [line.strip() for line in text(composed(library_of, book, body).body).splitlines() if line.strip()]
    assert lines[:2] == ["[ ] Tender all.", "Signed ________________"]


def test_a_table_with_blanks_stands_in_columns(library_of, book):
    body = (
        '<table class="ledger blanks">\n<caption>Notes</caption>\n<thead><tr><th>Number</th><th>Shown</th><th>Tendered'
        "</th></tr></thead>\n<tbody><tr><td>[[line: Number]]</td><td>[[amount: Shown]]</td><td>[[amount: Tendered]]"
        "</td></tr></tbody>\n</table>\n\n"
        '<table class="facts blanks">\n<tr><th>Name, as on the certificates held</th><td>[[line: Name]]</td></tr>\n'
        "</table>\n"
    )
    lines = [line.rstrip() for line in text(composed(library_of, book, body).body, indent=0).splitlines()]
    assert lines[:11] == [
        "Notes", "",
        "Number",
        "                           Shown",
        "                                                      Tendered", "",
        "_________________________  ________________           ________________", "",
        "Name, as on the certificates",
        "held                          __________________________________________________", "",
    ]  # fmt: skip
    assert all(len(line) <= 80 for line in lines)
