"""Full stops that end a name and a sentence, quotation marks wherever words stand, and dates that hold together."""

from __future__ import annotations

import html as escaping
import re

import pytest

from lexdocs.checks.mutation.pages import read_page
from lexdocs.checks.mutation.printed import Figures, rewritten
from lexdocs.documents.document import compose
from lexdocs.documents.visible import blocks
from lexdocs.outputs.html import for_paper, page

NAME = "Amberline Mills, Inc."
HEADER = (
    "---\ntitle: {0}\naudience: holder\nevents: [commencement]\noffers: [exchange]\nlayout: notice\n"
    "running_head: {0}\n---\n"
)


def said(library, book):
    return [block.text for block in blocks(compose(library, "a.md", book, {}, "a").body)]


@pytest.mark.parametrize(
    ("words", "name", "meant"),
    [
        ("Notes of {{ company_name }}.", NAME, "Notes of Amberline Mills, Inc."),
        ("Of {{ company_name }}. It pays.", NAME, "Of Amberline Mills, Inc. It pays."),
        ("Of **{{ company_name }}**.", NAME, "Of Amberline Mills, Inc."),
        ("Of {{ company_name }}.", "Amberline Corporation", "Of Amberline Corporation."),
        ("Of {{ company_name }}...", NAME, "Of Amberline Mills, Inc.…"),
        ("Of {{ company_name }}, and others.", NAME, "Of Amberline Mills, Inc., and others."),
        ("Of {{ company_name }} (the issuer).", NAME, "Of Amberline Mills, Inc. (the issuer)."),
    ],
)
def test_a_name_that_ends_in_a_full_stop_ends_its_sentence(library_of, book_of, words, name, meant):
    assert said(library_of(words), book_of(company_name=name)) == [meant]


def test_a_name_with_and_without_a_stop_are_the_same_words_to_mutation(library_of, book_of):
    """A company renamed moves its name and nothing else, whether its name ends in a full stop or not."""

    class Renamed(Figures):
        name = ""

        def __init__(self, name):  # it forms one name, and needs no book
            object.__setattr__(self, "name", name)

        def form(self, address, style=None):
            return self.name

    library = library_of("Of {{ company_name }}. It pays; so does {{ company_name }}.")
    pages = {}
    for name in (NAME, "Amberline"):
        body = compose(library, "a.md", book_of(company_name=name), {}, "a").body
        pages[name] = read_page(f"<title>T</title><header></header><main>{body}</main>")
    for old in pages.values():
        for name, new in pages.items():
            assert rewritten(old.main[0], old.ticks, Renamed(name)) == new.main[0].text


def test_quotation_marks_are_set_within_html_too(library_of, book):
    words = (
        'The "Company" makes its holders\' offer.\n\n<table><tbody><tr>'
        '<th>the depository\'s (the "<em>Agent</em>")</th>'
        "<td>\"All\": <strong>'some'</strong>, holders' own; {{ company_name }}'s</td>"
        "</tr></tbody></table>"
    )
    assert said(library_of(words), book) == [
        "The “Company” makes its holders’ offer.", "the depository’s (the “Agent”)",
        "“All”: ‘some’, holders’ own; Amberline Corporation’s",
    ]  # fmt: skip


def test_a_title_and_a_running_head_are_set_as_the_words_are(library_of, book):
    line = '"The Holders\' \\"Notes\\" -- {{ company_name }}\'s"'
    document = compose(library_of("Words.", header=HEADER.format(line)), "a.md", book, {}, "a")
    meant = "The Holders’ “Notes” – Amberline Corporation’s"
    assert (document.title, escaping.unescape(document.running_head)) == (meant, meant)


def test_a_date_in_a_cell_holds_together(library_of, book):
    words = "On {{ record_date }} it is recorded.\n\n<table><tbody><tr><td>{{ record_date }}</td></tr></tbody></table>"
    document = compose(library_of(words), "a.md", book, {}, "a")
    assert document.body.count('class="figure date"') == 2
    css = ":is(th, td) > .date { white-space: nowrap }"
    english = for_paper(page(document, css=css), css)
    assert ":is(th, td) > .date { white-space: nowrap }" in english
    # In other languages paper has no elements for figures: their lines could be cut short.
    german = for_paper(page(document, css=css, language="de-DE"), css)
    assert re.findall(r"<p>On ([^<]*) it is recorded\.</p>", german) == ["May\u00a04, 2012"]
    assert re.findall(r"<td>([^<]*)</td>", german) == ["May\u00a04,\u00a02012"]
