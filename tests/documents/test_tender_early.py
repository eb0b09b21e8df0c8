"""What a cash tender's papers tell once the early deadline has passed: what is accepted, what is left."""

import re
from pathlib import Path

import pytest

from lexdocs.deal import open_deal
from lexdocs.writing.words import write_words
from tests.documents.series_variants import moved, said, words_of
from tests.documents.test_tender_told import COMMENCED, DELIVERY, ROOM, event

EARLY, PAID, EXPIRED = "2016-06-20", "2016-06-21", "2016-07-05"
ENDED = ("2016-07-05-expiration", "2016-07-06-settlement")
"""Events of the end, which an event that moves it takes the place of."""
PRICED = "2018-04-23-pricing"
SETTLEMENT, PAYMENT, KEPT = "press-releases/tender-settlement", "notices/tender-payment", "notices/tender-not-bought"
AMENDMENT, NOTICE = "press-releases/tender-amendment", "notices/tender-amendment"
SUPPLEMENT, REPORT = "offer-to-purchase/tender-supplement", "current-reports/tender-current-report"
CAPPED = "\noffer:\n  cap:\n    amount: $300,000\n    bounds: {}\n  proration:\n    early_before_late: yes\n"
PRICING = "press-releases/tender-pricing"
FULL = "The cap of the offer is used up by what was tendered by the early deadline; no Notes that are tendered later"


def paid_early(into: Path, *edits: tuple[str, str], told: str = "") -> Path:
    """A ferry deal whose last event is the payment of early tenders."""
    folder = moved("ferry", into, *edits)
    for late in ENDED:
        (folder / "events" / f"{late}.yaml").unlink()
    event(folder, "paid", f"kind: settlement\nat: June 21, 2016\n{told}")
    return folder


@pytest.mark.parametrize("room", [False, True])
def test_nobody_is_invited_to_tender_under_a_cap_that_early_tenders_use_up(room, tmp_path):
    folder = paid_early(tmp_path, *([ROOM] if room else []))
    names = (SETTLEMENT, PAYMENT, KEPT)
    words = said(folder, PAID, *names) | said(folder, EARLY, "press-releases/tender-early-results")
    for name, text in words.items():
        assert (FULL in text) == (not room), name
        assert ("The cap of the 7.20% Senior Notes due 2024 is used up" in text) == room, name


def test_an_extension_after_a_cap_is_used_up_says_so(tmp_path):
    folder = paid_early(tmp_path)
    later = (
        "  offer.expiration: 12 midnight, New York City time, on July 8, 2016\n  offer.settlement_date: July 13, 2016\n"
    )
    event(folder, "on", f"kind: extension\nat: 8:00 a.m., New York City time, on July 5, 2016\nchanges:\n{later}")
    for name, text in said(folder, EXPIRED, "press-releases/tender-extension", "notices/tender-extension").items():
        assert FULL in text, name


@pytest.mark.parametrize("past", [False, True])
def test_an_amendment_after_the_early_deadline_says_that_it_has_passed(past, tmp_path):
    folder = moved("ferry", tmp_path)
    day = "20" if past else "10"
    event(folder, "zz", f"kind: amendment\nat: 9:00 a.m., New York City time, on June {day}, 2016\n"
          "classed: other material\nchanges:\n  offer.settlement_date: July 7, 2016\n")  # fmt: skip
    for name, text in said(
        folder, f"2016-06-{day}" + ("-amendment" if past else ""), AMENDMENT, NOTICE, SUPPLEMENT
    ).items():
        passed = (
            "The early deadline, 5:00 p.m., New York City time, on June 17, 2016, has passed: Notes tendered from now"
        )
        assert (passed in text) == past, name
        assert (FULL in text) == past, name
    assert (
        "You may still tender" in said(folder, f"2016-06-{day}" + ("-amendment" if past else ""), NOTICE)[NOTICE]
    ) == past


@pytest.mark.parametrize(("told", "says"), [("waived", "been waived"), ("met", "been met"), ("", "")])
def test_a_waiver_told_with_the_early_payment_is_printed_on_that_day(told, says, tmp_path):
    folder = paid_early(tmp_path, told=f"conditions: {told}\n" if told else "")
    for name, text in said(folder, PAID, SETTLEMENT, PAYMENT, REPORT).items():
        assert ("The conditions of the offer have" in text) == bool(told), name
        assert says in text, name


def test_a_minimum_that_is_waived_with_the_early_payment_is_told_on_that_day(tmp_path):
    terms = ("\noffer:\n", "\noffer:\n  minimum_tender: 90%\n")
    folder = paid_early(tmp_path, terms, told="minimum: waived\nconditions: met\n")
    for name, text in said(folder, PAID, SETTLEMENT, PAYMENT, REPORT).items():
        assert "The condition that at least 90% of the Notes be tendered is not met, and is waived." in text, name
        assert "The other conditions of the offer have been met." in text, name


def test_the_release_and_report_of_the_prices_tell_what_is_accepted_of_early_tenders_and_the_factors(tmp_path):
    cap = ("\noffer:\n", CAPPED.format("purchase price"))
    for name, text in said(moved("kittiwake", tmp_path / "capped", cap), PRICED, PRICING, REPORT).items():
        assert "of the principal tendered by the early deadline, 5:00 p.m., New York City time, on April 20" in text, (
            name
        )
        assert "is accepted for purchase, as the table shows" in text, name
        assert "are prorated. The proration factor is about" in text, name
    whole = said(moved("kittiwake", tmp_path / "whole"), PRICED, PRICING, REPORT)
    for name, text in whole.items():
        assert "is accepted for purchase, as the table shows" in text, name
        assert "prorated" not in text, name


def test_the_papers_of_the_early_payment_tell_the_factors(tmp_path):
    words = said(paid_early(tmp_path), PAID, SETTLEMENT, PAYMENT, REPORT)
    for name in (SETTLEMENT, REPORT):
        assert "The proration factor is about" in words[name], name
    assert "Proration: pools in the order of acceptance" in words[PAYMENT]


def test_a_cap_on_principal_waits_for_no_price(tmp_path):
    name = "press-releases/tender-early-results"
    for bounds in ("principal", "purchase price"):
        cap = ("\noffer:\n", CAPPED.format(bounds))
        text = said(moved("kittiwake", tmp_path / bounds, cap), "2018-04-23", name)[name]
        assert ("depends on the prices" in text) == (bounds == "purchase price")
        assert ("the company will accept" in text) == (bounds == "principal")


def test_the_control_sheet_of_the_early_payment_is_as_of_that_day(tmp_path):
    name = "statements/tender-control"
    early = said(paid_early(tmp_path / "early"), PAID, name)[name]
    assert "Position as of June 21, 2016." in early
    assert "Position as of 12 midnight" in said(moved("ferry", tmp_path / "late"), "2016-07-06", name)[name]


def test_prices_are_tabled_for_series_of_which_something_is_bought(tmp_path):
    row = "4½% Debentures due 2030"
    full, room = (
        paid_early(tmp_path / name, *edits)
        for name, edits in (("full", [("$300,000\n    bounds", "$150,000\n    bounds")]), ("room", [ROOM]))
    )
    for folder, bought in ((full, False), (room, True)):
        table = said(folder, PAID, PAYMENT)[PAYMENT].partition("of principal tendered early")[2]
        assert table, folder
        assert (row in table) == bought


@pytest.mark.parametrize("past", [False, True])
def test_current_reports_print_what_was_tendered_only_as_of_a_time(past, tmp_path):
    folder = moved("ferry", tmp_path)
    assert "Notes tendered by the early deadline, 5:00 p.m." in said(folder, EARLY, REPORT)[REPORT]
    assert "Notes tendered by the expiration, 12 midnight" in said(folder, EXPIRED, REPORT)[REPORT]
    moves = "  offer.expiration: 12 midnight, New York City time, on July 8, 2016\n" if past else ""
    day = "kind: amendment\nat: 9:00 a.m., New York City time, on June 10, 2016\nclassed: other material\n"
    event(folder, "zz", f"{day}tendered: $180,000\nchanges:\n  offer.settlement_date: July 14, 2016\n{moves}")
    for late in ENDED:
        (folder / "events" / f"{late}.yaml").unlink()
    text = said(folder, "2016-06-10", REPORT)[REPORT]
    assert ("Notes tendered by 9:00 a.m., New York City time, on June 10, 2016" in text) == past
    assert ("Outstanding Tendered" in text) == past


@pytest.mark.parametrize("minimum", [False, True])
def test_conditions_that_failed_are_other_ones_only_beside_a_minimum(minimum, tmp_path):
    folder = moved("ferry", tmp_path, *([("\noffer:\n", "\noffer:\n  minimum_tender: 5%\n")] if minimum else []))
    for late in ENDED:
        (folder / "events" / f"{late}.yaml").unlink()
    event(
        folder,
        "zz",
        "kind: termination\nat: 9:00 a.m., New York City time, on July 5, 2016\nreason: conditions not met\n",
    )
    for name, text in said(folder, EXPIRED, "press-releases/tender-termination", "notices/tender-termination").items():
        assert ("because other conditions of it were not met" in text) == minimum, name
        assert ("because conditions of it were not met" in text) == (not minimum), name


def test_the_notice_of_commencement_offers_guaranteed_delivery_where_the_terms_do(tmp_path):
    name = "notices/tender-commencement"
    told = "Notes may also be tendered by guaranteed delivery, if they are delivered on or before July 7, 2016"
    assert told in said(moved("ferry", tmp_path / "with", DELIVERY), COMMENCED, name)[name]
    assert "guaranteed" not in said(moved("ferry", tmp_path / "without"), COMMENCED, name)[name]


def test_the_statement_of_a_holder_paid_before_says_so(tmp_path):
    """At the final settlement, and not at that of early tenders; nobody else was paid before."""
    names = ["statements/tender-settlement"]
    late = write_words(open_deal(moved("ferry", tmp_path / "late", ROOM)), names).documents
    paid = {each.name: words_of(each) for each in late}
    told = {name for name, text in paid.items() if "net amount was paid on June 21, 2016. Payee" in text}
    assert told
    assert {name for name, text in paid.items() if re.search("Price .* June 21, 2016", text)} == told
    early = write_words(open_deal(paid_early(tmp_path / "early", ROOM)), names).documents
    assert not [each.name for each in early if "net amount" in words_of(each)]


def test_yields_have_three_decimals_at_least(tmp_path):
    folder = moved("kittiwake", tmp_path)
    pricing = folder / "events" / "2018-04-23-pricing.yaml"
    pricing.write_text(pricing.read_text("utf-8").replace("2.845%", "2.8%"), "utf-8")
    words = said(folder, PRICED, PRICING)[PRICING]
    assert "2.800% 95 3.750%" in words
    assert "2.975% 140 4.375%" in words
