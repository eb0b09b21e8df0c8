"""A second deal, which shares no value with the first, builds every document, and nothing of the first is in them."""

import re
from pathlib import Path

import pytest
from lxml import html

from lexdocs.checks.coverage import coverage
from lexdocs.deal import open_deal
from lexdocs.resources import bundled_deals, templates_folder
from lexdocs.writing.files import write_files
from lexdocs.writing.pages import write_pages
from lexdocs.writing.words import write_words

TESTS = Path(__file__).parent
PACKAGE = TESTS.parent / "lexdocs"


def distinctive(deal):
    """The written forms of a deal's own terms: figures and names long enough to be nobody else's."""
    for leaf in deal.terms.leaves:
        vocabulary = leaf.written and leaf.written in VOCABULARY
        if vocabulary:
            continue
        if leaf.value is not None and leaf.written and leaf.assumption is None and leaf.name != "legend":
            text = " ".join(leaf.written.split())
            if len(text) >= 4 and text not in SHARED:
                yield text


# Words of the trade, which any deal may use.
SHARED = {"registered", "beneficial", "broader", "down", "more restrictive", "yes", "no", "exchange", "President", "0"}


# What the grammar itself must know: numbers in words.
VOCABULARY = {"four", "one-third"}
# The hour of the rule on extensions, which counts in Eastern time wherever a company has its seat.
HOUR_OF_LAW = re.compile(r'<data [^>]*data-figure="extension_deadline">.*?</data>')


@pytest.fixture(scope="module", params=["tiny", "odd"])
def pages(request):
    deal = open_deal(TESTS / "deals" / request.param)
    words = write_words(deal)
    assert words.problems == ()
    # Four of the house's own, the text of a current report, three ancillary ones, and a statement for each holder.
    assert len(words.documents) == 4 + 1 + 3 + 3
    found: dict[str, str] = {}
    for document in words.documents:
        assert coverage(document).problems == ()
        found |= {name: str(page) for name, page in write_pages(deal, document, ["html", "text"]).items()}
    return found


def test_no_value_of_the_first_deal_is_in_it(pages):
    first = open_deal(bundled_deals()["lexington_2001"])
    values = set(distinctive(first)) | {"149,396", "274,000", "27,138", "14%", "15%", "99%", "74.7", "12¾", "5.45"}
    assert len(values) > 60
    for name, page in pages.items():
        visible = " ".join(re.sub(r"<style>.*?</style>", "", page, flags=re.DOTALL).split())
        visible = HOUR_OF_LAW.sub("", visible)
        for value in values:
            assert not re.search(rf"(?<![\w,.]){re.escape(value)}(?![\w,]|\.\d)", visible), f"{value} in {name}"


def test_a_holder_s_name_prints_as_typed(pages):
    name = "A*B*_c_ [x](javascript:alert(1)) <b>{{ 7*7 }}"
    found = [page for page in pages.values() if "javascript" in page]
    for page in found:
        tree = html.document_fromstring(page)
        assert tree.xpath('//address//text()[contains(., "javascript")]') == [name]
        assert not tree.xpath("//b | //script | //a[contains(@href, 'javascript')]")
        assert "49" not in "".join(tree.xpath("//address//text()"))


def test_the_name_is_in_the_tiny_deal():
    deal = open_deal(TESTS / "deals" / "tiny")
    assert deal.book.value("holder_name", "F-8") == "A*B*_c_ [x](javascript:alert(1)) <b>{{ 7*7 }}"


def test_every_document_prints(tmp_path):
    deal = open_deal(TESTS / "deals" / "tiny")
    files = write_files([deal], [write_words(deal)], tmp_path)
    assert files.problems == ()
    assert sum(name.endswith(".pdf") for name in files.written) == 4 + 1 + 3 + 3


def test_no_figure_of_the_deal_stands_in_code_templates_or_styles():
    """Digits or words: what could drift may stand in the term sheet alone."""
    first = open_deal(bundled_deals()["lexington_2001"])
    values = {text for text in distinctive(first) if text not in {"common stock", "New York", "September 30"}}
    values |= {"27,412", "27412", "4828036", "149,396", "149396", "274,000", "2.273", "74.7", "5.45", "14%", "15%"}
    values |= {
        "99%",
        "$30",
        "Lexington",
        "LEXP",
        "Wilmington",
        "Delano",
        "December 31",
        "September 4",
        "12 3/4",
        "12.75",
    }
    files = [*PACKAGE.rglob("*.py"), *(path for path in templates_folder().rglob("*") if path.is_file())]
    # Conventions and other kinds of offer quote for each $1,000, as the market does: a unit, not the deal's notes.
    unit, others = "$1,000", ("series", "cash_tender", "calc", "accreted_value", "proration", "price")
    found = []
    for path in files:
        text = " ".join(path.read_text("utf-8").split())
        found += [
            f"{value} in {path.name}"
            for value in values
            if value in text
            and not (value == unit and (path.stem.startswith(others) or path.parent.name == "languages"))
            and re.search(rf"(?<![\w,.]){re.escape(value)}(?![\w,]|\.\d)", text)
        ]
    assert found == []
