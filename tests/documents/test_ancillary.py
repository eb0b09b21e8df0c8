"""Ancillary documents: which of them the terms of each kind of offer call for, and what they then say."""

import re

import pytest
from lxml import html

from lexdocs.checks.coverage import coverage
from lexdocs.checks.direction.own import direction
from lexdocs.checks.mutation.pages import read_page
from lexdocs.checks.mutation.plain_text import differing
from lexdocs.deal import open_deal
from lexdocs.errors import Severity
from lexdocs.outputs.large_print import stacked
from lexdocs.writing.pages import write_pages
from lexdocs.writing.words import write_words
from tests.ancillary_deals import DEALS, EVERY, variant

COMMENCEMENTS = {"tiny": "2012-06-11", "odd": "2012-06-11", "ferry": "2016-06-06", "windrow": "2012-06-25"}
ALWAYS = {"letter-to-brokers", "letter-to-clients", "notice-of-withdrawal"}


def opened(folder):
    return open_deal(folder, event=COMMENCEMENTS[folder.name])


def written(folder, only=("ancillary",)):
    return write_words(opened(folder), only)


def kinds(words):
    """The documents by what they are called, without their event."""
    return {re.sub(r"^ancillary/|-\d{4}-\d\d-\d\d$", "", each.name): each for each in words.documents}


def said(document):
    return " ".join(html.fragment_fromstring(document.body, create_parent="div").text_content().split())


def every_field_has_a_name_and_a_label_of_its_own(documents):
    for document in documents:
        root = html.fragment_fromstring(document.body, create_parent="div")
        fields = list(root.iter("input", "textarea"))
        for attribute in ("name", "aria-label"):
            found = [each.get(attribute) for each in fields]
            assert len(found) == len(set(found)), (document.name, attribute)


def no_field_is_lost_in_large_print(documents):
    """A table of many columns is set as lines there: what is filled in stays, in its order, each with words."""
    for document in documents:
        pages = [f"<main>{document.body}</main>", stacked(f"<main>{document.body}</main>")]
        roots = [html.fragment_fromstring(each) for each in pages]
        fields = [[dict(each.attrib) for each in root.find_class("field")] for root in roots]
        assert fields[0] == fields[1], document.name
        for line in roots[1].find_class("stacked-cell"):
            assert "".join(line.itertext()).strip(" :"), (document.name, html.tostring(line))


@pytest.mark.parametrize(
    ("name", "form"),
    [("tiny", "book-entry"), ("ferry", "certificated"), ("odd", "both"), ("ferry", "both"), ("windrow", "both")],
)
def test_the_terms_call_for_each_document(name, form, tmp_path):
    words = written(variant(name, tmp_path, form))
    expected = EVERY - ({"letter-of-transmittal"} if form == "book-entry" else set())
    expected -= {"eligibility-letter"} if name == "ferry" else set()
    assert words.problems == ()
    assert set(kinds(words)) == expected
    for document in words.documents:
        assert coverage(document).problems == ()
        assert all(count == literal.count for literal, count in document.literals())
        assert "[[" not in document.body
    every_field_has_a_name_and_a_label_of_its_own(words.documents)
    no_field_is_lost_in_large_print(words.documents)
    assert [each for each in direction(words.documents) if each.severity is not Severity.NOTE] == []


@pytest.mark.parametrize("name", ["tiny", "ferry", "windrow"])
def test_a_deal_that_says_nothing_of_delivery_has_letters_alone(name):
    words = written(DEALS / name)
    assert words.problems == ()
    assert set(kinds(words)) == ALWAYS
    told = {each.where.file.split("/")[1].removesuffix(".md"): each for each in words.withheld}
    undecided = {name for name, each in told.items() if each.severity is Severity.WARNING}
    assert {each.removeprefix("series-").removeprefix("tender-") for each in undecided} == (
        {"letter-of-transmittal"} | ({"eligibility-letter"} if name != "ferry" else set())
    )


def test_tenders_that_may_not_be_withdrawn_have_no_notice_of_it(tmp_path):
    folder = variant("windrow", tmp_path, more=(("  withdrawable: yes\n", "  withdrawable: no\n"),))
    text = (folder / "term-sheet.yaml").read_text("utf-8")
    deadline = "  withdrawal_deadline: 5:00 p.m., New York City time, on July 13, 2012\n"
    (folder / "term-sheet.yaml").write_text(text.replace(deadline, ""), "utf-8")
    documents = kinds(written(folder))
    assert set(documents) == EVERY - {"notice-of-withdrawal"}
    assert "Tenders may not be withdrawn." in said(documents["letter-to-clients"])
    assert "notice of withdrawal" not in said(documents["letter-to-brokers"])


def test_a_letter_of_transmittal_waits_for_the_address_of_the_agent(tmp_path):
    words = written(variant("tiny", tmp_path, address=False))
    assert {each.where.file for each in words.problems} == {
        "ancillary/letter-of-transmittal.md", "ancillary/notice-of-guaranteed-delivery.md",
    }  # fmt: skip
    assert {str(each).partition(": ")[2] for each in words.problems} == {
        "agent_address is pending; fix or assume agents.address"
    }


def test_guaranteed_delivery_ends_on_the_day_that_is_counted(tmp_path):
    """Friday, June 29, 2012, and three days of which July 4 is none; ferry expires before July 4, 2016 as well."""
    for name, day in (("tiny", "July 25, 2012"), ("ferry", "July 7, 2016")):
        notice = said(kinds(written(variant(name, tmp_path)))["notice-of-guaranteed-delivery"])
        assert f"on or before {day}" in notice.replace("\N{NO-BREAK SPACE}", " ")


def test_trading_days_are_those_of_the_exchange(tmp_path):
    """The exchange was closed on October 29 and 30, 2012, which were business days."""
    expires = ("on July 20, 2012", "on October 26, 2012")
    business = variant("tiny", tmp_path / "business", more=(expires,))
    counted = ("guaranteed_delivery: three\n", "guaranteed_delivery: three\n  delivery_counted_in: trading days\n")
    trading = variant("tiny", tmp_path / "trading", more=(expires, counted))
    dates = [opened(folder).book.value("guaranteed_delivery_date").isoformat() for folder in (business, trading)]
    assert dates == ["2012-10-31", "2012-11-02"]


def test_only_what_the_terms_say_is_promised_to_nominees(tmp_path):
    plain = said(kinds(written(variant("tiny", tmp_path / "plain")))["letter-to-brokers"])
    assert "pay back" not in plain
    assert "transfer taxes" not in plain
    more = (
        "guaranteed_delivery: three\n",
        "guaranteed_delivery: three\n  pays_nominees: yes\n  pays_transfer_taxes: yes\n",
    )
    promised = kinds(written(variant("tiny", tmp_path / "promised", more=(more,))))
    assert "pay back" in said(promised["letter-to-brokers"])
    assert "transfer taxes" in said(promised["letter-of-transmittal"])


def test_who_signs_says_that_the_eligibility_letter_still_holds_where_there_is_one(tmp_path):
    for private in (True, False):
        letter = kinds(written(variant("windrow", tmp_path / str(private), private=private)))["letter-of-transmittal"]
        assert ("what the eligibility letter of the beneficial owner of the Existing Notes" in said(letter)) == private


def test_a_series_and_an_option_have_fields_of_their_own(tmp_path):
    documents = kinds(written(variant("windrow", tmp_path)))
    for name in ("letter-of-transmittal", "letter-to-clients"):
        root = html.fragment_fromstring(documents[name].body, create_parent="div")
        labels = [each.get("aria-label", "") for each in root.iter("input") if "field-amount" in each.classes]
        assert len(labels) == len(set(labels)) >= 6  # two series, three options
        assert any(label.endswith("Junior Notes due\u00a02016, Mixed Option") for label in labels)


def test_text_forms_have_blanks_and_no_long_line(tmp_path):
    deal = opened(variant("windrow", tmp_path))
    for document in write_words(deal, ["ancillary"]).documents:
        shown, page = (str(each) for each in write_pages(deal, document, ["html", "text"]).values())
        assert max(map(len, page.splitlines())) <= 80
        assert document.layout != "form" or "________" in page
        assert list(differing(document.name, read_page(shown), page)) == []
