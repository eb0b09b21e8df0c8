"""Papers of one event of a cash tender agree with each other, and with the offer to purchase."""

import pytest

from tests.documents.series_variants import moved, said
from tests.documents.test_tender_statements import ferry, statement

OFFER, TERMS = "offer-to-purchase/offer-to-purchase", "notices/tender-commencement"
RELEASE, EARLY = "press-releases/tender-commencement", "press-releases/tender-early-results"
REPORT = "current-reports/tender-current-report"
RESULTS, CLOSING = "press-releases/tender-results", "closing/tender-acceptance-notice"
CLIENTS = "ancillary/tender-letter-to-clients"
ROOM = ("    amount: $300,000\n", "    amount: $900,000\n")
"""More than what is tendered takes of the cap of the offer: late tenders are accepted, too."""
NO_CONDITIONS = (
    "  conditions:\n    - name: financing\n      text: complete a financing on terms satisfactory to it\n",
    "",
)


def test_the_offer_to_purchase_says_before_when_nothing_is_accepted(tmp_path):
    """The closing paper relies on it: before the prices are determined, or before the offer has expired."""
    kittiwake = moved("kittiwake", tmp_path / "spread")
    offer = said(kittiwake, "2018-04-09", OFFER)[OFFER]
    assert "only by such a notice, and none before the prices have been determined." in offer
    words = said(kittiwake, "2018-04-23", CLOSING, EARLY)
    assert "Under the offer to purchase it accepts Notes only once the prices have been determined" in words[CLOSING]
    assert "determined at 11:00 a.m., New York City time, on April 23, 2018" in words[EARLY]
    assert "No Notes are accepted before then." in words[EARLY]
    ferry_offer = said(moved("ferry", tmp_path / "early"), "2016-06-06", OFFER)[OFFER]
    assert "Notes are accepted only by such a notice. After the Early Deadline" in ferry_offer
    late = moved("ferry", tmp_path / "late", ("  early_settlement_date: June 21, 2016\n", ""))
    assert "only by such a notice, and none before the Expiration." in said(late, "2016-06-06", OFFER)[OFFER]
    closing = said(late, "2016-06-20", CLOSING)[CLOSING]
    assert "Under the offer to purchase it accepts Notes only once the offer has expired" in closing


def test_conditions_are_not_said_to_bind_what_has_been_bought(tmp_path):
    says = "Notes tendered after the early deadline remains subject to the conditions of the offer, which"
    full = said(moved("ferry", tmp_path / "full"), "2016-07-05", RESULTS, REPORT)
    for name, text in full.items():
        assert "subject to" not in text, name
    room = said(moved("ferry", tmp_path / "room", ROOM), "2016-07-05", RESULTS, REPORT)
    assert says in room[RESULTS]
    assert "The offer remains subject" not in room[RESULTS]
    assert "amount, that tendered after the early deadline subject to the conditions of the offer." in room[REPORT]
    late = moved("ferry", tmp_path / "late", ("  early_settlement_date: June 21, 2016\n", ""))
    words = said(late, "2016-07-05", RESULTS, REPORT)
    assert "The offer remains subject to its conditions, which the" in words[RESULTS]
    assert "principal amount, subject to the conditions of the offer." in words[REPORT]


def test_an_offer_with_general_conditions_alone_is_not_announced_without_any(tmp_path):
    says = (
        "The offer is subject to conditions. These and the other terms of the offer are stated in the offer to purchase"
    )
    assert says in said(moved("ferry", tmp_path / "none", NO_CONDITIONS), "2016-06-06", RELEASE)[RELEASE]
    named = said(moved("ferry", tmp_path / "named"), "2016-06-06", RELEASE)[RELEASE]
    assert says not in named
    assert "The offer is subject to conditions. Among them" in named
    kittiwake = said(moved("kittiwake", tmp_path / "all"), "2018-04-09", TERMS, RELEASE)
    assert says in kittiwake[RELEASE]
    assert "Subject to the conditions of the offer, the Company will accept all Notes" in kittiwake[TERMS]


def test_what_is_compared_with_par_is_the_price_of_the_notes_and_not_that_of_the_treasury_security(tmp_path):
    words = said(moved("kittiwake", tmp_path), "2018-04-09", TERMS, RELEASE, CLIENTS)
    for name in (TERMS, RELEASE):
        assert "Where the total consideration, reckoned to maturity, would be above par, it is" in words[name], name
    assert "and, where a fixed spread is stated, on the yield of a reference security" in words[CLIENTS]


@pytest.mark.parametrize(("event", "returned"), [("2018-04-23-pricing", False), ("2016-06-20", True)])
def test_nothing_is_ordered_to_be_returned_where_all_is_accepted(event, returned, tmp_path):
    words = said(moved("ferry" if returned else "kittiwake", tmp_path), event, CLOSING)[CLOSING]
    assert ("not accepted are to be returned at once" in words) == returned


def test_a_statement_tells_one_payment_or_two(tmp_path):
    """M-01 tendered by the early deadline; a later tender of it is paid for only where there is room for it."""
    late = '2016-06-21 09:00,M-01,notes-a,tender,"$10,000",T-95,'
    once = statement(ferry(tmp_path / "full", late), "M-01.notes-a")
    assert "The net amount was paid on June 21, 2016. Payee" in once
    assert "is paid now" not in once
    assert "$1,010.00" not in once
    assert "July 5, 2016" not in once
    folder = ferry(tmp_path / "room", late)
    sheet = folder / "term-sheet.yaml"
    sheet.write_text(sheet.read_text("utf-8").replace(*ROOM), "utf-8")
    twice = statement(folder, "M-01.notes-a")
    assert "Of the net amount, $105,600.00 was paid on June 21, 2016, and $10,285.00 is paid now." in twice
    assert "Price at $1,010.00 for each $1,000 July 6, 2016 10,100.00" in twice


def test_odd_lots_are_spoken_of_only_where_some_were_tendered(tmp_path):
    folder = moved("ferry", tmp_path)
    words = said(folder, "2016-07-05", RESULTS)[RESULTS]
    assert "None of the 6% Senior Notes due 2021 tendered after the early deadline is accepted." in words
    assert "Debentures due 2030 tendered by the early deadline other than in odd lots are prorated" in words
    log = folder / "tenders.csv"
    text = log.read_text("utf-8")
    odd = '2016-06-13 12:00,M-06,notes-b,tender,"$2,000",T-5\n'
    assert odd in text
    log.write_text(text.replace(odd, "") + odd.replace("2016-06-13", "2016-06-27"), "utf-8")
    words = said(folder, "2016-07-05", RESULTS)[RESULTS]
    assert "7.20% Senior Notes due 2024 tendered by the early deadline are prorated" in words
    assert "2024 tendered after the early deadline other than in odd lots is accepted" in words
