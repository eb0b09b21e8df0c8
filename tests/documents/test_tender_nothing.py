"""A cash tender of which nothing is accepted: a minimum that is missed and not waived, or nothing tendered at all."""

import re
from pathlib import Path

import pytest

from lexdocs.deal import open_deal
from lexdocs.writing.words import write_words
from tests.documents.series_variants import moved, said, words_of
from tests.documents.test_tender_told import ACCEPTANCE, CLOSING, EXPIRED, RESULTS, event

SETTLED = "2016-07-06"
REPORT, SETTLEMENT = "current-reports/tender-current-report", "press-releases/tender-settlement"
KEPT = "notices/tender-not-bought"
PAPERS = (RESULTS, ACCEPTANCE, CLOSING, REPORT)
NOT_EARLY = ("  early_settlement_date: June 21, 2016\n", "")


def results(into: Path, minimum: str, told: str = "") -> Path:
    """A ferry deal without early payment whose minimum is moved, and whose results tell something of conditions."""
    folder = moved("ferry", into, NOT_EARLY, ("\noffer:\n", f"\noffer:\n  minimum_tender: {minimum}\n"))
    at = "kind: expiration\nat: 8:00 a.m., New York City time, on July 5, 2016\nconditions: met\n"
    event(folder, "2016-07-05-expiration", f"{at}{told}")
    return folder


def empty(into: Path) -> Path:
    """A ferry deal into which nothing is tendered."""
    folder = moved("ferry", into)
    log = folder / "tenders.csv"
    log.write_text(log.read_text("utf-8").splitlines()[0] + "\n", "utf-8")
    return folder


def test_papers_of_a_minimum_that_is_missed_accept_and_pay_nothing(tmp_path):
    for name, text in said(results(tmp_path, "90%"), EXPIRED, *PAPERS).items():
        assert "The condition that at least 90% of the Notes be tendered is not met" in text, name
        assert not re.search("accepts for purchase|expects to pay|has accepted \\$|prorated|nevertheless", text), name
    closing = said(results(tmp_path / "again", "90%"), EXPIRED, CLOSING)[CLOSING]
    assert "Notice that the minimum is not met" in closing
    assert "The Company accepts nothing by this notice." in closing


@pytest.mark.parametrize(
    ("minimum", "told", "says"),
    [
        ("90%", "minimum: waived\n", "at least 90% of the Notes be tendered is not met, and the Company waives it."),
        ("5%", "", "at least 5% of the Notes be tendered is met."),
    ],
)
def test_the_notice_of_acceptance_tells_the_minimum_before_the_other_conditions(minimum, told, says, tmp_path):
    text = said(results(tmp_path, minimum, told), EXPIRED, ACCEPTANCE)[ACCEPTANCE]
    assert says in text
    assert text.index(says) < text.index("The other conditions of the offer have been met.")
    assert re.search(r"The Company accepts \$[\d,]+ of it for purchase", text)


def test_results_of_nothing_tendered_promise_no_payment(tmp_path):
    words = said(empty(tmp_path), EXPIRED, *PAPERS)
    for name, text in words.items():
        assert not re.search(r"expects to pay|accepted comes to|to be returned at once|were paid for", text), name
    assert "None of the Notes were tendered, and nothing is paid." in words[RESULTS]
    assert "It has accepted none of them." in words[REPORT]
    assert "None of the Notes had been validly tendered." in words[ACCEPTANCE]
    assert "$0" not in words[ACCEPTANCE]


def test_nothing_bought_calls_for_no_paper_of_payment(tmp_path):
    written = {each.template: words_of(each) for each in write_words(open_deal(empty(tmp_path))).documents}
    assert not {"notices/tender-payment.md", "closing/tender-funds-flow.md"} & written.keys()
    assert "It accepted none of them, and nothing was paid." in written[f"{REPORT}.md"]
    assert "may be less liquid" not in written[f"{KEPT}.md"]
    assert "about 100" not in written[f"{SETTLEMENT}.md"]
    assert "None of the Notes were accepted." in written[f"{SETTLEMENT}.md"]
    bought = {
        each.template: words_of(each) for each in write_words(open_deal(moved("ferry", tmp_path / "b"))).documents
    }
    assert {"notices/tender-payment.md", "closing/tender-funds-flow.md"} <= bought.keys()
    assert "may be less liquid" in bought[f"{KEPT}.md"]
