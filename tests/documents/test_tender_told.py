"""What a cash tender's papers tell at each event: conditions, what is paid already, whom to ask."""

from pathlib import Path

import pytest

from lexdocs.deal import findings, open_deal
from tests.documents.series_variants import moved, said, with_form

COMMENCED, EARLY, EXPIRED = "2016-06-06", "2016-06-20", "2016-07-05"
RELEASE = "press-releases/tender-commencement"
RESULTS, ACCEPTANCE = "press-releases/tender-results", "notices/tender-acceptance"
CLOSING = "closing/tender-acceptance-notice"
EXTENSION, EXTENDED = "press-releases/tender-extension", "notices/tender-extension"
FORMS = (
    "ancillary/tender-letter-of-transmittal",
    "ancillary/tender-notice-of-guaranteed-delivery",
    "ancillary/tender-notice-of-withdrawal",
)
DELIVERY = ("\noffer:\n", "\noffer:\n  guaranteed_delivery: 3\n")
ROOM = ("    amount: $300,000\n", "    amount: $900,000\n")
"""More than what is tendered takes of the cap of the offer."""
TELEPHONES = ("  tender_agent: ", "  tender_agent_telephone: (360) 555-0133\n  tender_agent: ")


def event(folder: Path, name: str, text: str) -> None:
    """Write an event of a deal, in the place of one of that name."""
    (folder / "events" / f"{name}.yaml").write_text(f"{text}source: an invention for tests\n", "utf-8")


def test_the_release_of_commencement_says_what_a_holder_needs_to_decide(tmp_path):
    words = said(moved("ferry", tmp_path, DELIVERY), COMMENCED, RELEASE)[RELEASE]
    for each in (
        "The offer expires at 12 midnight", "Tenders may be withdrawn until 5:00 p.m.", "includes an early premium",
        "the early premium is $30.00 for the 6% Senior Notes due 2021, $30.00 for the 7.20%",
        "delivered on or before July 7, 2016 or, if the offer is extended, within three business days",
        "offer to purchase dated June 6, 2016", "Copies may be had from Kelp & Harrow Information Services",
        "neither an offer to buy nor a solicitation",
    ):  # fmt: skip
        assert each in words, each


def test_forms_hold_for_an_extended_offer_too_and_name_who_answers(tmp_path):
    folder = moved("ferry", tmp_path, *with_form("both"), DELIVERY, TELEPHONES)
    words = said(folder, COMMENCED, *FORMS)
    for name, text in words.items():
        assert "or any later time to which the Company extends this deadline" in text, name
        assert "Telephone (360) 555-0133" in text, name
    for name in FORMS[:2]:
        assert "July 7, 2016, or, if the Offer is extended, within three business days" in words[name], name
    for name in (FORMS[0], FORMS[2]):
        assert "put to Kelp & Harrow Information Services, the information agent, or to Tamsin" in words[name], name


@pytest.mark.parametrize(("told", "says"), [("met", "have been met"), ("waived", "have been waived"), ("", "")])
def test_conditions_that_an_event_tells_are_told_in_the_release_and_change_the_acceptance(told, says, tmp_path):
    folder = moved("ferry", tmp_path, ROOM)
    line = f"conditions: {told}\n" if told else ""
    event(
        folder, "2016-07-05-expiration", f"kind: expiration\nat: 8:00 a.m., New York City time, on July 5, 2016\n{line}"
    )
    words = said(folder, EXPIRED, RESULTS, ACCEPTANCE, CLOSING)
    for name, text in words.items():
        assert ("conditions of the offer have been" in text) == bool(told), name
        assert says in text, name
    assert ("remains subject to the conditions of the offer" in words[RESULTS]) == (not told)


def test_what_was_accepted_early_is_not_accepted_again(tmp_path):
    words = said(moved("ferry", tmp_path), EXPIRED, ACCEPTANCE, CLOSING, RESULTS)
    assert "was accepted before. The Company accepts nothing of what was tendered later." in words[ACCEPTANCE]
    assert "That acceptance stands, and is not made again" in words[CLOSING]
    assert "as of the date of this notice" not in words[CLOSING]
    assert "were to be paid for on June 21, 2016" in words[RESULTS]


@pytest.mark.parametrize("paid", [True, False])
def test_an_extension_after_the_early_payment_speaks_of_it_as_past_and_as_told(paid, tmp_path):
    folder = moved("ferry", tmp_path, DELIVERY)
    (folder / "events" / "2016-07-05-expiration.yaml").unlink()
    (folder / "events" / "2016-07-06-settlement.yaml").unlink()
    if paid:
        event(folder, "paid", "kind: settlement\nat: June 21, 2016\n")
    later = (
        "  offer.expiration: 12 midnight, New York City time, on July 8, 2016\n  offer.settlement_date: July 13, 2016\n"
    )
    event(
        folder, "extension", f"kind: extension\nat: 8:00 a.m., New York City time, on July 5, 2016\nchanges:\n{later}"
    )
    found = {each.rule: str(each.result) for each in findings(open_deal(folder, event=EXPIRED))}
    assert found.get("early settlement") == (None if paid else "counsel must decide")
    words = said(folder, EXPIRED, EXTENSION, EXTENDED)
    for name, text in words.items():
        assert f"{'paid' if paid else 'to be paid'} for on June 21, 2016" in text, name
        assert "July 13, 2016" in text, name
        assert "stay tendered" in text, name
    assert "Notes tendered after the early deadline stay tendered" in words[EXTENSION]
    assert "must now be completed by July 13, 2016" in words[EXTENSION]
    assert "Guaranteed delivery completed by July 13, 2016" in words[EXTENDED]
    assert "June 21, 2016 for Notes" not in words[EXTENDED]


def test_early_results_say_what_is_accepted_that_withdrawal_has_ended_and_which_cap_is_used_up(tmp_path):
    name = "press-releases/tender-early-results"
    words = said(moved("ferry", tmp_path, ROOM), EARLY, name)[name]
    assert "To be accepted" in words
    assert "The time for withdrawal ended" in words
    assert "The cap of the 7.20% Senior Notes due 2024 is used up" in words
    assert "The cap of the offer is used up" not in words
    assert "other than in odd lots are prorated" in words
    assert "The cap of the 6% Senior Notes" not in words


def test_an_amendment_names_the_series_states_all_prices_and_what_the_cap_bounds(tmp_path):
    folder = moved("ferry", tmp_path)
    event(
        folder,
        "amendment",
        "kind: amendment\nat: June 9, 2016\nclassed: consideration\nchanges:\n"
        "  offer.cap.amount: $350,000\n  series[2].total_consideration: $970\n",
    )
    release, notice = "press-releases/tender-amendment", "notices/tender-amendment"
    words = said(folder, "2016-06-09", release, notice)
    assert (
        "its 6% Senior Notes due 2021, its 7.20% Senior Notes due 2024 and its 4½% Debentures due 2030"
        in words[release]
    )
    for name, text in words.items():
        assert "4½% Debentures due 2030. This was $962.25" in text, name
        assert "4 1/2%" not in text, name
        assert "Prices for each $1,000 of principal" in text, name
        assert "no more than $350,000 of purchase price" in text, name
        assert "Tenders may be withdrawn until 5:00 p.m." in text, name
        assert "Kelp & Harrow Information Services" in text, name


def test_the_offer_to_purchase_reserves_the_right_to_end_the_offer(tmp_path):
    name = "offer-to-purchase/offer-to-purchase"
    words = said(moved("ferry", tmp_path), COMMENCED, name)[name]
    assert "at any time before the Expiration, in its own discretion and whether or not a condition has failed" in words


@pytest.mark.parametrize("told", ["met", "waived", "met or waived", ""])
def test_an_exchange_of_several_series_tells_its_conditions_too(told, tmp_path):
    folder = moved("windrow", tmp_path)
    (written,) = folder.glob("events/*expiration.yaml")
    if told:
        written.write_text(f"{written.read_text('utf-8')}conditions: {told}\n", "utf-8")
    names = ("press-releases/series-results", "notices/series-acceptance")
    says = {"met": "have been met", "waived": "have been waived", "met or waived": "has been met or waived"}
    for name, text in said(folder, "2012-07-30", *names).items():
        assert ("conditions of the exchange offer ha" in text) == bool(told), name
        assert says.get(told, "") in text, name


def test_the_payment_of_early_tenders_tells_what_later_ones_may_expect(tmp_path):
    folder = moved("ferry", tmp_path, ROOM)
    for late in ("2016-07-05-expiration", "2016-07-06-settlement"):
        (folder / "events" / f"{late}.yaml").unlink()
    event(folder, "paid", "kind: settlement\nat: June 21, 2016\n")
    words = said(folder, "2016-06-21", "press-releases/tender-settlement", "notices/tender-payment")
    for name, text in words.items():
        assert "The time for withdrawal ended" in text, name
        assert "The cap of the 7.20% Senior Notes due 2024 is used up" in text, name
        assert "of principal tendered late" not in text, name


def test_guaranteed_delivery_and_a_minimum_are_told_where_they_are_terms(tmp_path):
    offer = "offer-to-purchase/offer-to-purchase"
    terms = ("\noffer:\n", "\noffer:\n  minimum_tender: 60%\n  guaranteed_delivery: 3\n")
    words = said(moved("ferry", tmp_path / "with", terms), COMMENCED, offer, RELEASE)
    assert "which is on or before July 7, 2016 unless the Offer is extended" in words[offer]
    assert "that at least 60% of the Notes of all series together be validly tendered" in words[RELEASE]
    assert "subject to other conditions" in words[RELEASE]
    plain = said(moved("ferry", tmp_path / "without"), COMMENCED, offer, RELEASE)
    assert "Notes cannot be tendered by guaranteed delivery" in plain[offer]
    assert "guaranteed" not in plain[RELEASE]
    assert "It is a condition of the offer" not in plain[RELEASE]


def test_nothing_is_said_of_the_payment_of_late_tenders_where_none_is_accepted(tmp_path):
    """The cap is used up by early tenders; with more room late ones are accepted, and to be paid."""
    payment = "notices/tender-payment"
    full = moved("ferry", tmp_path / "full")
    closing, notice = said(full, EXPIRED, CLOSING)[CLOSING], said(full, "2016-07-06", payment)[payment]
    assert "Instructions Nothing is to be paid beside what was to be paid on June 21, 2016. What is" in closing
    assert "Paid for early tenders For Notes tendered" in closing
    assert "Later July" not in closing
    assert "; none of those tendered later was accepted." in notice
    assert "of principal tendered late" not in notice
    room = moved("ferry", tmp_path / "room", ROOM)
    closing, notice = said(room, EXPIRED, CLOSING)[CLOSING], said(room, "2016-07-06", payment)[payment]
    assert "against receipt from the Company of the amount below for Notes tendered later, the Tender Agent" in closing
    assert "Later July 6, 2016" in closing
    assert "; those tendered later and accepted, on July 6, 2016." in notice
    assert "of principal tendered late" in notice
