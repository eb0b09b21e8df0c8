"""The current report of a settlement: what is issued stands under items of its own since the items were renumbered."""

import re
import shutil
from pathlib import Path

import pytest
from lxml import html

from lexdocs.checks.coverage import coverage
from lexdocs.checks.defined_terms import defined_terms
from lexdocs.deal import open_deal
from lexdocs.resources import bundled_deals
from lexdocs.terms.changes import assume
from lexdocs.writing.words import preflight_all, write_words
from tests.documents.series_variants import one_series

DEALS = Path(__file__).parent / "deals"
PRIVATE, REGISTERED = "law.exemption=4(a)(2)/144A/Reg S", "law.exemption=registered"


def settled(tmp_path):
    """The small exchange offer, with its settlement."""
    folder = Path(shutil.copytree(DEALS / "tiny", tmp_path / "tiny"))
    for name, day in (("expiration", "July 21, 2012"), ("settlement", "July 25, 2012")):
        (folder / "events" / f"{name}.yaml").write_text(f"kind: {name}\nat: {day}\nsource: invented\n", "utf-8")
    return folder


def reported(folder, event, *changes):
    """The report's document, and what stands under each of its items."""
    deal = open_deal(folder, [assume(each) for each in changes], event=event)
    written = write_words(deal, ["current-reports"])
    assert (written.problems, preflight_all(deal)) == ((), ())
    (document,) = written.documents
    assert coverage(document).problems == ()
    assert [*defined_terms([document])] == []
    told, under = {}, ""
    for each in html.fromstring(document.body).iter("h2", "p", "td"):
        said = " ".join(each.text_content().split())
        if each.tag == "h2":
            under = said.partition(".  ")[0].split(". ")[0]
            told[under] = ""
        elif under:
            told[under] = f"{told[under]} {said}".strip()
    return document, told


def test_an_exchange_offer(tmp_path):
    folder = settled(tmp_path)
    document, told = reported(folder, "2012-07-25", PRIVATE, "offer.consummation_date=July 25, 2012")
    assert [*told] == ["Item 1.01", "Item 2.03", "Item 3.02", "Item 8.01", "Item 9.01", "Signature"]
    addresses = {tick.address for tick in document.ticks}
    assert {"total_new_notes", "total_warrants", "new_maturity", "consummation_date"} <= addresses
    (issued,) = re.findall(r"obligated on (\S+) principal", told["Item 2.03"])
    assert f"issued {issued} principal amount" in told["Item 8.01"]
    assert "no public offering" in told["Item 3.02"]
    _, told = reported(folder, "2012-07-25", REGISTERED, "offer.consummation_date=July 25, 2012")
    assert "Item 3.02" not in told
    # Who signs on paper has a line for it.
    assert [each.text for each in html.fromstring(document.body).find_class("sign-here")] == ["By:"]


def test_an_exchange_offer_for_several_series():
    _, told = reported(DEALS / "windrow", "2012-08-01", "law.exemption=3(a)(9)")
    assert [*told][:4] == ["Item 1.01", "Item 2.03", "Item 3.02", "Item 8.01"]
    assert "new notes of each kind under an indenture of its own, to holders" in told["Item 1.01"]
    assert told["Item 2.03"].count("or earlier where their indentures so provide.") == 1
    assert "bear interest at 6% a year to August 1, 2017 and 8¼% a year thereafter" in told["Item 1.01"]
    assert "existing holders exclusively" in told["Item 3.02"]
    assert "shares of common stock and" in told["Item 3.02"]
    _, told = reported(DEALS / "windrow", "2012-07-30", "law.exemption=3(a)(9)")
    assert next(iter(told)) == "Item 8.01"


def test_one_kind_of_new_notes_has_one_indenture(tmp_path):
    _, told = reported(one_series(tmp_path), "2012-08-01", "law.exemption=3(a)(9)")
    assert "issued new notes under an indenture, to holders" in told["Item 1.01"]
    assert "or earlier where the indenture so provides." in told["Item 2.03"]


def test_the_report_of_an_installment_has_its_tagged_cover_among_the_exhibits():
    _, told = reported(bundled_deals()["quillhaven_2032"], "2032-10-15")
    assert [*told] == ["Item 8.01", "Item 9.01", "Signature"]
    assert "Cover page interactive data file" in told["Item 9.01"]
    assert "Press release" not in told["Item 9.01"]
    assert "the second of the two installments of the Exchange Fee under its offer" in told["Item 8.01"]
    assert "falls due on October 15, 2032. It is the last installment. On all" in told["Item 8.01"]
    assert "accepted it comes to $2,681,942.40." in told["Item 8.01"]
    _, told = reported(DEALS / "lexington_later", "2001-12-17")
    assert [*told] == ["Item 5", "Signature"]


def test_a_fee_paid_later_in_one_sum_has_no_installments_to_count(tmp_path):
    folder = Path(shutil.copytree(bundled_deals()["quillhaven_2032"], tmp_path / "one"))
    sheet, halves = (
        folder / "term-sheet.yaml",
        "share: two-fifths # on the settlement date\n    - share: three-fifths\n",
    )
    text = sheet.read_text("utf-8")
    assert text.count(halves) == 1
    sheet.write_text(text.replace(halves, "share: all\n"), "utf-8")
    _, told = reported(folder, "2032-10-15")
    assert "announced that the Exchange Fee under its offer" in told["Item 8.01"]
    assert "the last installment" not in told["Item 8.01"]
    assert "falls due on October 15, 2032. On all" in told["Item 8.01"]


@pytest.mark.parametrize(("deal", "event", "item"), [
    ("lexington_later", "2001-09-28", "Item 5"), ("ferry", "2016-07-06", "Item 8.01"),
])  # fmt: skip
def test_before_the_items_were_renumbered_and_where_nothing_is_issued(deal, event, item):
    _, told = reported(DEALS / deal, event)
    assert next(iter(told)) == item
