"""What a supplement restates of an exchange offer for several series, and what its terms make of fee and minimum."""

import pytest

from lexdocs.checks.defined_terms import defined_terms
from lexdocs.deal import open_deal
from tests.documents.series_variants import COMMENCED, moved, said, with_form, words_of, written

START = COMMENCED["windrow"]
RELEASE, NOTICE = "press-releases/series-commencement", "notices/series-commencement"
CIRCULAR, SUPPLEMENT = "offering-circular/series-offering-circular", "offering-circular/series-supplement"
AMENDED = ("press-releases/series-amendment", "notices/series-amendment", SUPPLEMENT)
AMENDMENT = """\
kind: amendment
at: 8:30 a.m., New York City time, on {day}
source: an invention for tests
classed: consideration
tendered: $21,000,000
changes:
  offer.expiration: 12 midnight, New York City time, on August 10, 2012
  offer.consummation_date: August 15, 2012
  options[1].cap.amount: $8,000,000
"""
INSTALLMENTS = """\
    - share: one-fourth
    - share: one-fourth
      date: December 3, 2012
    - share: one-half
      date: March 1, 2013
"""
PRIVATE = ("\nsources:\n", "\nlaw:\n  exemption: 4(a)(2)/144A/Reg S\n\nsources:\n")
ON_OLD = ("      new_notes: $1,000\n    premium:", "      new_notes: $1,000\n      fee: $17\n    premium:")
OWN = "    minimum_tender: 60%\n"


def _amended(folder, day, event):
    for late in ("2012-07-30-expiration", "2012-08-01-settlement"):
        (folder / "events" / f"{late}.yaml").unlink()
    (folder / "events" / f"{event}.yaml").write_text(AMENDMENT.format(day=day), "utf-8")
    return folder


def test_a_supplement_restates_what_an_amendment_moves(tmp_path):
    """Interest to the new day, the example of the new cap, what is issued and paid; rounding is owned up to."""
    folder = _amended(moved("windrow", tmp_path, PRIVATE), "July 20, 2012", "2012-07-20-amendment")
    documents = written(open_deal(folder, event="2012-07-20"), AMENDED)
    texts = {name: words_of(each) for name, each in documents.items()}
    supplement = texts[SUPPLEMENT]
    assert "Interest accrued for each $1,000, to August 15, 2012" in supplement
    assert "Senior Notes due 2015 March 15, 2012 30/360 150 $37.50" in supplement
    assert "What would be issued and paid" in supplement
    assert "of principal, and about 12.31% of each tender would be accepted there" in supplement
    assert "Contractual interest for a full year, at the last of the stated rates" in supplement
    assert supplement.count("may not add because of rounding") == 3
    assert [str(each) for each in defined_terms(documents.values())] == []
    assert all(
        "Cap on the Mixed Option. This was $10,000,000, and is now $8,000,000." in text for text in texts.values()
    )
    for text in texts.values():  # the time for withdrawal ended on July 13
        assert "The time for withdrawal ended at 5:00 p.m., New York City time, on July 13, 2012" in text
        assert "as the offering circular describes" not in text.replace("may be tendered as the offering circular", "")
        assert "The exchange offer is made only to holders of Existing Notes who have certified" in text
        assert "have not been registered under the securities laws" in text


def test_an_amendment_before_the_withdrawal_deadline_says_until_when(tmp_path):
    folder = _amended(moved("windrow", tmp_path), "July 10, 2012", "2012-07-10-amendment")
    for text in said(folder, "2012-07-10", *AMENDED).values():
        assert "Tenders may be withdrawn until 5:00 p.m., New York City time, on July 13, 2012, and not" in text
        assert "certified" not in text


def test_the_fee_stands_beside_the_rest_of_the_consideration(tmp_path):
    """On old notes in a column of its own, on new notes in a sentence; in parts only where there are parts."""
    for text in said(moved("windrow", tmp_path / "new"), START, RELEASE, NOTICE).values():
        assert "Warrants Accrued interest" in text
        assert "For each $1,000 of Secured Notes that is issued, the Participation Fee is $20. The Par" in text
        assert "paid in cash, in parts: one-quarter when the exchange offer is consummated, one-quarter on Dec" in text
    one = (INSTALLMENTS, "    - share: all\n")
    texts = said(moved("windrow", tmp_path / "old", ON_OLD, one, ("    brings:\n      fee: $20\n", "")), START,
                 RELEASE, NOTICE, CIRCULAR)  # fmt: skip
    for name in (RELEASE, NOTICE):
        assert "Warrants Participation Fee Accrued interest 9% Senior Notes due 2015, Notes Option" in texts[name]
        assert "— — 17.00 In cash" in texts[name]
        assert "The Participation Fee is paid in cash, when the exchange offer is consummated." in texts[name]
        assert "in parts" not in texts[name]
    assert "The Participation Fee is paid to the tendering holder: all of it on the Settlement Date." in texts[CIRCULAR]
    assert "Participation Fee is paid later" not in texts[CIRCULAR]


def test_what_can_remain_of_a_series_follows_from_the_minimums(tmp_path):
    """One of all series together binds none of them alone."""
    (both,) = said(moved("windrow", tmp_path / "both"), START, CIRCULAR).values()
    assert "9% Senior Notes due 2015 March 15, 2015 $40,000,000 $16,000,000" in both
    assert "7½% Junior Notes due 2016 November 1, 2016 $25,000,000 $25,000,000" in both
    assert "All series together $65,000,000 $32,500,000" in both
    assert "with the same part of each series (or with the part that a minimum of its own asks for" in both
    (alone,) = said(moved("windrow", tmp_path / "alone", (OWN, "")), START, CIRCULAR).values()
    assert "9% Senior Notes due 2015 March 15, 2015 $40,000,000 $32,500,000" in alone
    assert "a minimum of its own" not in alone
    assert "just so much of each series" not in alone
    assert "Cash consideration — —" in alone


def test_a_fee_paid_at_once_has_no_later_installments(tmp_path):
    names = ("notices/series-payment", "press-releases/series-settlement")
    texts = said(moved("windrow", tmp_path / "one", (INSTALLMENTS, "    - share: all\n")), "2012-08-01", *names)
    assert "Participation Fee is paid to the holders who tendered. The" in texts[names[0]]
    assert "The Participation Fee comes to $327,280.00, paid today." in texts[names[1]]
    texts = said(moved("windrow", tmp_path / "parts"), "2012-08-01", *names)
    assert "is paid to the holders who tendered, later installments too." in texts[names[0]]
    assert " in all: $" in texts[names[1]]


@pytest.mark.parametrize(
    ("form", "who"),
    [
        (
            "book-entry",
            "A holder whose Existing Notes cannot be transferred by book entry in time may tender all the same",
        ),
        ("certificated", "A holder whose Existing Notes are not at hand may tender all the same"),
        ("both", "cannot be transferred by book entry in time, or are not at hand, may tender all the same"),
    ],
)
def test_who_may_guarantee_delivery_is_said_in_each_form_of_notes(form, who, tmp_path):
    first, second = with_form(form)
    delivery = (first[0], first[1].format(form) + "  guaranteed_delivery: two\n  delivery_counted_in: trading days\n")
    (circular,) = said(moved("windrow", tmp_path, delivery, second), START, CIRCULAR).values()
    assert who in circular


def test_the_comparison_of_notes_has_no_row_of_what_neither_states(tmp_path):
    never = "    day_count: 30/360\n    payments_a_year: 2\n", "    day_count: 30/360\n"
    (stated,) = said(moved("windrow", tmp_path / "stated"), START, CIRCULAR).values()
    assert "Interest payable March 15 and September 15 As the indenture says" in stated
    assert "Day count Act/Act ICMA As the indenture says" in stated
    assert "Not stated" not in stated
    (silent,) = said(moved("windrow", tmp_path / "silent", never), START, CIRCULAR).values()
    assert "Interest payable March 15 and September 15" not in silent
    assert "Interest payable As the indenture says" not in silent
