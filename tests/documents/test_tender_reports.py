"""Current reports of a cash tender say what the releases of their day say; other words that follow what happened."""

import re

from lexdocs.checks.direction.own import direction
from lexdocs.deal import open_deal
from lexdocs.writing.words import write_words
from tests.documents.series_variants import moved, said
from tests.offers.tenders import deal, series, sheet

REPORT, EARLY, RESULTS = (
    "current-reports/tender-current-report",
    "press-releases/tender-early-results",
    "press-releases/tender-results",
)
NOTICE = "closing/tender-acceptance-notice"
OFFER, CONTROL = "offer-to-purchase/offer-to-purchase", "statements/tender-control"


def test_early_results_count_what_came_by_the_early_deadline(tmp_path):
    folder = moved("ferry", tmp_path)
    log = folder / "tenders.csv"
    late = '2016-06-17 17:01,M-04,notes-a,tender,"$30,000",T-10'
    log.write_text(re.sub(r"2016-06-20 10:00,M-04[^\n]*", late, log.read_text("utf-8")), "utf-8")
    texts = said(folder, "2016-06-20", REPORT, EARLY, NOTICE)
    assert "$162,000" in texts[EARLY]
    assert "$162,000" in texts[REPORT]
    assert "$192,000" not in texts[REPORT]
    # 162,000 + 82,000 + 182,500 tendered, 162,000 + 40,000 + 93,500 accepted: late tenders are not returned
    assert "All series 426,500 295,500 131,000" in texts[NOTICE].replace("—", "").replace("  ", " ")
    assert " Late" not in texts[NOTICE]


def test_at_the_settlement_it_says_what_was_bought_and_what_remains(tmp_path):
    (text,) = said(moved("ferry", tmp_path), "2016-07-06", REPORT).values()
    assert "Outstanding before Bought Remaining" in " ".join(text.split())
    assert "$400,000 $162,000 $238,000" in " ".join(text.split())


def test_what_is_not_accepted_is_returned_where_anything_is(tmp_path):
    terms = "  cap:\n    amount: $300,000\n    bounds: principal\n"
    for cap, name in ((terms, "some"), (terms.replace("300", "900"), "none")):
        folder = tmp_path / name
        deal(folder, sheet([series("a", 500_000)], cap), [("H-1", "a", 400_000, 400_000)])
        (folder / "events" / "expiration.yaml").write_text("kind: expiration\nat: July 5, 2016\n", "utf-8")
        (text,) = said(folder, "2016-07-05", RESULTS).values()
        assert ("What is not accepted is returned." in text) == (name == "some")


def test_a_series_cap_is_defined_once_and_no_condition_is_defined_that_is_not_named(tmp_path):
    caps = [series(label, 500_000, cap="$100,000") for label in "abc"]
    deal(tmp_path, sheet(caps, "  minimum_tender: 10%\n"), [("H-1", "a", 400_000, 400_000)])
    (text,) = said(tmp_path, "2016-06-06", OFFER).values()
    assert len(re.findall(r"“Series Cap\W*”", text)) == 1
    assert "Minimum Condition" not in text


def test_the_subtotals_of_the_control_sheet_add_up(tmp_path):
    """Statements rounded each by itself leave a residue of a cent in price and in interest."""
    listed = [series("a", 500_000, "$987.655", multiple="$1"), series("b", 500_000, "$999.55", multiple="$1")]
    held = [(f"H-{number}", "ab"[number % 2], 3_337, 3_337) for number in range(7)]
    deal(tmp_path, sheet(listed), held)
    (tmp_path / "events" / "expiration.yaml").write_text("kind: expiration\nat: July 5, 2016\n", "utf-8")
    opened = open_deal(tmp_path, event="2016-07-05")
    assert opened.book.value("total_residue_consideration")
    assert opened.book.value("total_residue_interest")
    words = write_words(opened, [CONTROL])
    assert words.problems == ()
    assert direction(words.documents) == ()
