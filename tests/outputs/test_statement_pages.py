"""Statements of deals with several series: the words at the end stand with a table, on whatever page that is."""

import subprocess

import pytest

from lexdocs.deal import open_deal
from lexdocs.writing.pages import write_pages
from lexdocs.writing.words import write_words
from tests.mailing.fictional_series import DEALS

LAST = [
    ("ferry", "tender-settlement", "M-01.notes-b", "How the interest was reckoned", 2),
    ("windrow", "series-settlement", "W-7.junior", "Your cash, paid on", 3),
    ("windrow", "series-settlement", "W-3.senior", "Your cash, paid on", 2),
]


@pytest.mark.parametrize(("deal", "template", "label", "caption", "count"), LAST)
def test_the_last_page_has_a_table_and_the_words_at_the_end(deal, template, label, caption, count):
    opened = open_deal(DEALS / deal)
    found = {document.name.rpartition("/")[2]: document for document in write_words(opened, [template]).documents}
    data = write_pages(opened, found[label], ["pdf"])[f"{found[label].name}.pdf"]
    done = subprocess.run(["pdftotext", "-", "-"], input=data, check=True, capture_output=True)
    pages = done.stdout.decode("utf-8").split("\f")[:-1]
    assert len(pages) == count
    assert caption in pages[-1]
    assert "This statement is not a Form" in " ".join(pages[-1].split())
