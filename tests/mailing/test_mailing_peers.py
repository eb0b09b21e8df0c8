"""The peers print every figure of a holder; otherwise the mailing would be measured against less than it does."""

import re

import pytest

from lexdocs.deal import open_deal
from lexdocs.errors import UsageError
from lexdocs.outputs.html import for_paper
from lexdocs.writing.house import stylesheet
from lexdocs.writing.pages import write_pages
from lexdocs.writing.words import write_words
from tests.benchmarks import mailing_peers
from tests.benchmarks.mailing_peers import NAMES, missing, peer
from tests.benchmarks.peer_weasyprint import finished
from tests.benchmarks.statement_page import DEAL, statement
from tests.benchmarks.statement_texts import prepared, write_register

HOLDERS = 40


@pytest.fixture(scope="module")
def holders(tmp_path_factory):
    folder = tmp_path_factory.mktemp("deal") / "deal"
    write_register(HOLDERS, folder)
    return prepared(folder, statement().slots)


def test_every_holder_has_a_text_for_every_slot_and_another_principal(holders):
    assert [set(each) for each in holders] == [{slot.key for slot in statement().slots}] * HOLDERS
    assert len({each["held_principal|cents"] for each in holders}) == HOLDERS
    assert [each["statement_number|"] for each in holders] == sorted(each["statement_number|"] for each in holders)


def test_the_texts_are_those_of_the_example():
    """Prepared from the example's own register, its first holder's page is the one that is built."""
    page = statement()
    deal = open_deal(DEAL)
    document = write_words(deal, ["statements/settlement"]).documents[0]
    built = for_paper(str(write_pages(deal, document, ["html"])[f"{document.name}.html"]), stylesheet(deal))
    assert _unticked(finished(page, prepared(DEAL, page.slots)[0])) == _unticked(built)


def _unticked(page):
    return re.sub(r' value="[^"]*"|<title>.*</title>', "", page)


@pytest.mark.parametrize("name", NAMES)
def test_a_peer_prints_every_figure_on_two_pages(name, holders):
    try:
        printing = peer(name)
    except UsageError as error:
        pytest.skip(str(error))
    assert missing(printing(holders[:2]), holders[:2]) == []


def test_a_figure_that_is_not_printed_is_told(holders):
    try:
        printing = peer("ReportLab, one document")
    except UsageError as error:
        pytest.skip(str(error))
    wrong = {**holders[0], "holder_fee|cents": "$1.23"}
    assert missing(printing(holders[:1]), [wrong]) == ["0 holder_fee|cents: $1.23"]
    assert missing(printing(holders[:2]), holders[:1]) == ["4 pages for 1 holders"]


def test_a_peer_that_is_not_installed_is_told_with_its_remedy(monkeypatch):
    def absent(_page):
        raise ImportError(name="typst")

    monkeypatch.setattr(mailing_peers, "_PEERS", {"Typst": mailing_peers._Entry(absent, 1)})
    with pytest.raises(UsageError, match=r"typst is not installed.*pip install 'lexdocs\[bench\]'"):
        peer("Typst")
