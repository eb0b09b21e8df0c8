"""More of what decides the words of an exchange: what the offer is, multiples, withdrawals, a supplement's tables."""

import re
import shutil
from pathlib import Path

import pytest
from lxml import html

from lexdocs.checks.defined_terms import defined_terms
from lexdocs.checks.direction.own import direction
from lexdocs.deal import open_deal
from lexdocs.resources import bundled_deals
from lexdocs.terms.changes import assume
from lexdocs.writing.drafts import assumed_in
from lexdocs.writing.words import write_words
from tests.offers.exchange_words import (
    BROKERS,
    CIRCULAR,
    CLIENTS,
    DEALS,
    NOTICE,
    RELEASE,
    begun,
    said,
    settled,
)

EXTENDED = "press-releases/extension", "notices/extension"
AMENDED = "press-releases/amendment", "notices/amendment", "current-reports/current-report"
MULTIPLES = "new_notes.increments.amount=$1,000", "new_notes.increments.rest_in_cash=yes"
LATER = {"offer.expiration": "5:00 p.m., Chicago time, on August 3, 2012"}


def later(tmp_path, kind, only, *assumed, at="8:30 a.m., Chicago time, on July 18, 2012", changes=None, **lines):
    """The documents of one more event of the tiny deal, by template."""
    folder = Path(shutil.copytree(DEALS / "tiny", tmp_path / "tiny", dirs_exist_ok=True))
    told = "".join(f"{key}: {value}\n" for key, value in lines.items())
    moved = "".join(f"  {path}: {value}\n" for path, value in (changes or {}).items())
    text = f"kind: {kind}\nat: {at}\nsource: invented\n{told}" + (f"changes:\n{moved}" if moved else "")
    (folder / "events" / "later.yaml").write_text(text, "utf-8")
    written = write_words(open_deal(folder, [assume(each) for each in assumed]), list(only))
    assert written.problems == ()
    assert [*defined_terms(written.documents)] == []
    return {re.sub(r"-\d{4}-.*", "", each.name): each for each in written.documents if "." not in each.name}


def heading(document):
    return html.fromstring(document.body).xpath("string(//h1)")


@pytest.mark.parametrize(
    ("exemption", "told"),
    [
        ("3(a)(9)", "in reliance on the exemption of Section 3(a)(9) of the Securities Act of 1933"),
        ("3(a)(10)", "exchanged after a hearing on the fairness of the terms"),
        ("registered", "offered under a registration statement, which must be effective"),
        ("1145", "the exemption of the Bankruptcy Code"),
        ("4(a)(2)/144A/Reg S", "may not be offered or sold in the United States unless"),
    ],
)
def test_a_release_says_that_it_is_no_offer_and_on_what_the_securities_rest(exemption, told):
    release = begun(f"law.exemption={exemption}", only=(RELEASE,))[RELEASE]
    assert "neither an offer to buy, to sell or to exchange securities nor a solicitation of such an offer" in release
    assert "made by the offering circular alone, and is not made where the law forbids it" in release
    assert told in release
    assert told not in begun(only=(RELEASE,))[RELEASE]


def test_an_offer_that_has_expired_was_made_by_its_circular():
    for name, event in (("results", "2001-09-27"), ("settlement", "2001-09-28"), ("extension", "2001-09-19")):
        release = settled((f"press-releases/{name}",), event=event)[f"press-releases/{name}"]
        verb = "is" if name == "extension" else "was"
        assert f"The exchange offer {verb} made by the offering circular alone, as supplemented" in release
    name = "press-releases/settlement"
    registered = settled((name,), "law.exemption=registered")[name]
    assert "were offered under a registration statement." in registered


def test_the_release_gives_the_number_of_the_notes_and_the_time_of_withdrawal():
    deadline = "5:00 p.m., Chicago time, on July 6, 2012"
    release = begun(only=(RELEASE,))[RELEASE]
    assert "The Existing Debentures (CUSIP 74838J AA 9) are outstanding" in release
    assert "Tenders may be withdrawn until the exchange offer expires." in release
    moved = begun(f"offer.withdrawal_deadline={deadline}", only=(RELEASE,))[RELEASE]
    assert f"Tenders may be withdrawn until {deadline}, and not afterwards" in moved
    assert "Tenders may not be withdrawn." in begun("offer.withdrawable=no", only=(RELEASE,))[RELEASE]


def test_the_worked_examples_release_rests_on_nothing_that_is_assumed():
    """Its source states neither multiples nor a right of withdrawal; the notice says that there is one."""
    deal = open_deal(bundled_deals()["lexington_2001"])
    release, notice = write_words(deal, [RELEASE, NOTICE]).documents[:2]
    assert assumed_in(deal, release) == ()
    assert [each.path for each in assumed_in(deal, notice)] == ["offer.withdrawable"]
    assert "in which multiples New Notes are issued" in said(release)
    assert "in which multiples New Notes are issued" in said(notice)


def test_letters_and_acceptances_say_in_which_multiples_notes_are_issued(tmp_path):
    only = BROKERS, CLIENTS
    for words_of in begun(*MULTIPLES, only=only).values():
        told = "Replacement Debentures are issued in multiples of $1,000; what is left of a holder's entitlement below"
        assert f"{told} that is paid in cash at consummation." in words_of
    for words_of in begun("new_notes.increments.rest_in_cash=no", only=only).values():
        assert "in multiples of $5; nothing is paid for what is left" in words_of
    accepted = "notices/acceptance", "closing/acceptance-notice"
    for words_of in settled(accepted, "new_notes.increments.amount=$1,000", event="2001-09-27").values():
        assert re.search(r"in multiples of \$1,000; what is left of .{3,12} entitlement below that is paid", words_of)


def test_the_payment_notice_says_what_is_due_and_not_that_notes_are_issued_for_all_of_it():
    paid = settled(("notices/payment",), "new_notes.increments.amount=$1,000")["notices/payment"]
    assert "Due for each $1,000 principal amount accepted" in paid
    assert "New Notes or cash, for interest through" in paid
    assert "in multiples of $1,000, and what is left of your entitlement below that is paid in cash" in paid


def test_what_is_owed_if_all_is_tendered_is_told_before_fractions():
    circular = begun(only=(CIRCULAR,))[CIRCULAR]
    assert re.search(r"will owe \$[\d,.]+ of Replacement Debentures, before what is cut off for fractions", circular)


def test_who_did_not_tender_and_is_not_paid_out_keeps_what_the_notes_provide():
    name = "notices/non-tendering"
    kept = settled((name,), "holdouts.paid_in_full=no", "old_notes.rate=11 1/2%", "old_notes.maturity=June 1, 2003")
    assert "What your Old Notes provide" in kept[name]
    assert "stay outstanding on their terms" in kept[name]
    assert "bear interest at 11½% per annum" in kept[name]
    assert "Their principal falls due on June 1, 2003" in kept[name]
    past = settled((name,), "holdouts.paid_in_full=no")[name]
    assert "Their principal fell due on February 1, 2000" in past
    paid = settled((name,))[name]
    assert ("What you will be paid" in paid, "stay outstanding on their terms" in paid) == (True, False)


def test_a_supplement_gives_every_table_of_the_circular_anew(tmp_path):
    """What the circular's tables show of a changed fee, minimum and day is in the supplement's, and moves with them."""
    name, tables = "offering-circular/supplement", {}
    for fee, minimum in (("$50", "60%"), ("$60", "70%")):
        changes = {"participation_fee.amount": fee, "offer.minimum_tender": minimum}
        document = later(tmp_path / minimum, "amendment", (name,), changes=changes, classed="consideration")[name]
        root = html.fromstring(document.body)
        tables[fee] = {each.xpath("string(caption)"): each.text_content() for each in root.iter("table")}
        assert "each takes the place of the table on the same subject there" in said(document)
    first, second = tables.values()
    assert first.keys() == second.keys()
    moved = {caption for caption in first if first[caption] != second[caption]}
    for subject in ("Participation fee for each", "What the company would issue", "What remains", "Effect of the warr"):
        assert any(caption.startswith(subject) for caption in moved), subject
    assert any(caption.startswith("Interest on the Replacement") for caption in first)
    assert "12.50" in next(text for caption, text in first.items() if caption.startswith("Participation fee for each"))


@pytest.mark.parametrize(
    ("path", "to", "caption"),
    [
        ("warrants.exercise_price", "$9.10", "Effect of the warrants"),
        ("warrants.shares_outstanding", "9,100,000", "Effect of the warrants"),
        ("new_notes.payments.roll", "following", "Interest on the Replacement Debentures"),
    ],
)
def test_a_supplement_gives_figures_anew_for_whatever_moves_a_table(tmp_path, path, to, caption):
    name, changes = "offering-circular/supplement", {path: to}
    root = html.fromstring(later(tmp_path, "amendment", (name,), changes=changes, classed="other material")[name].body)
    assert caption in [each.text_content() for each in root.iter("caption")]


@pytest.mark.parametrize("extends", [True, False])
def test_an_amendment_that_extends_is_headed_so(tmp_path, extends):
    changes = {"participation_fee.amount": "$50", **(LATER if extends else {})}
    guaranteed = "offer.guaranteed_delivery=two"
    found = later(tmp_path, "amendment", AMENDED, guaranteed, changes=changes, classed="consideration",
                  tendered="$4,250,000")  # fmt: skip
    release, notice, report = (found[each] for each in AMENDED)
    assert ("Amends and Extends Exchange Offer" in heading(release)) is extends
    assert (heading(notice) == "Amendment and extension of exchange offer") is extends
    for document in (release, notice, report):
        assert ("has amended and extended its offer" in said(document)) is extends
    for document in (release, notice):
        assert ("must now be completed by August 7, 2012" in said(document)) is extends
        assert ("be tendered would be met if the offer expired now" in said(document)) is extends


@pytest.mark.parametrize(
    ("until", "told"),
    [
        ("", "Tenders may be withdrawn until the exchange offer expires."),
        ("July 19", "Tenders may be withdrawn until 5:00 p.m., Chicago time, on July 19, 2012, and not afterwards"),
        ("July 17", "The time for withdrawal ended at 5:00 p.m., Chicago time, on July 17, 2012"),
    ],
)
def test_an_extension_and_an_amendment_say_until_when_tenders_may_be_withdrawn(tmp_path, until, told):
    moved = [f"offer.withdrawal_deadline=5:00 p.m., Chicago time, on {until}, 2012"] if until else []
    found = later(tmp_path / "a", "extension", EXTENDED, *moved, changes=LATER, tendered="$4,250,000")
    changes = {"participation_fee.amount": "$50"}
    only = (*AMENDED[:2], "offering-circular/supplement")
    found |= later(tmp_path / "b", "amendment", only, *moved, changes=changes, classed="consideration")
    for document in found.values():
        assert told in said(document)
        assert "states an earlier time" not in said(document)


def test_the_results_tell_what_is_accepted_and_what_is_paid_when():
    name = "press-releases/results"
    release = settled((name,), "new_notes.increments.amount=$1,000", event="2001-09-27")[name]
    assert "accepted for exchange all Old Notes that were validly tendered and not withdrawn: $27,387,000" in release
    assert "if its other conditions, which the offering circular describes, are met or waived" in release
    assert re.search(r"and pay \$[\d,.]+ in cash for amounts too small", release)
    assert re.search(r"of which \$[\d,.]+ is payable at consummation, \$[\d,.]+ is payable on", release)


def test_the_settlement_names_the_minimum_before_the_other_conditions():
    release = settled(("press-releases/settlement",))["press-releases/settlement"]
    assert "The condition that at least 99% of the Old Notes be tendered has been met." in release


def test_a_termination_after_the_expiration_says_so(tmp_path):
    only = "press-releases/termination", "notices/termination"
    for at, expired in (("9:00 a.m., Chicago time, on July 20, 2012", False), ("July 23, 2012", True)):
        found = later(tmp_path / str(expired), "termination", only, at=at, reason="minimum not met",
                      tendered="$1,000,000")  # fmt: skip
        for document in found.values():
            assert ("offer had expired at 5:00 p.m., Chicago time, on July 20, 2012" in said(document)) is expired
            assert ("When the offer expired, " in said(document)) is expired
        assert 'Secured Debentures (the "Replacement Debentures")' in said(found[only[0]]).replace("“", '"').replace(
            "”", '"'
        )


def test_the_circular_says_by_when_an_extension_is_announced_and_nothing_of_creditors():
    circular = begun("offer.expiration=5:00 p.m., Chicago time, on July 17, 2012", only=(CIRCULAR,))[CIRCULAR]
    assert "An extension is announced by 9:00 a.m., New York City time, on July 18, 2012" in circular
    assert "turn on agreement with creditors" not in circular
    assert "is traded under the symbol QBLX (Nasdaq)" in circular


def test_installments_that_do_not_add_to_the_cent_need_no_more_than_the_note_under_them():
    deal = open_deal(DEALS / "tiny", [assume("participation_fee.amount=$62.50")])
    documents = write_words(deal, [CIRCULAR]).documents
    assert "15.63" in said(documents[0])
    assert "46.88" in said(documents[0])
    assert [str(each) for each in direction(documents) if "62.50" in str(each)] == []


def test_the_title_of_the_old_notes_says_their_year_where_the_terms_ask_for_it():
    """In the heading of a release as on the cover of the circular; the year is that of the maturity."""
    titled = "old_notes.year_in_title=yes"
    for maturity, year in (("May 15, 2013", "2013"), ("June 1, 2016", "2016")):
        for words_of in begun(titled, f"old_notes.maturity={maturity}").values():
            assert f"9⅜% Subordinated Debentures due {year}" in words_of
    for words_of in begun().values():
        assert "9⅜% Subordinated Debentures due" not in words_of


ENDED = "press-releases/results", "notices/acceptance", "closing/acceptance-notice", "current-reports/current-report"


@pytest.mark.parametrize("waived", [True, False])
def test_tenders_below_the_minimum_are_accepted_only_where_it_is_waived(tmp_path, waived):
    folder = Path(shutil.copytree(DEALS / "lexington_later", tmp_path / "deal"))
    results = folder / "events" / "2001-09-27-expiration.yaml"
    changed = "minimum: waived\n" if waived else ""
    results.write_text(results.read_text("utf-8") + changed, "utf-8")
    minimum = assume("offer.minimum_tender=100%")
    written = write_words(open_deal(folder, [minimum], event="2001-09-27"), list(ENDED))
    assert written.problems == ()
    found = {name: each for each in written.documents for name in ENDED if each.name.startswith(name)}
    release, notice, closing, report = (found[name] for name in ENDED)
    for document in (release, notice, closing):
        assert (" has waived it" in said(document)) is waived
        assert ("accepted for exchange all" in said(document) or "accepts for exchange" in said(document)) is waived
    assert ("of which it has accepted $27,387,000" in said(report)) is waived
    assert ("It has accepted none of it" in said(report)) is not waived
    only = ["press-releases/settlement"]
    settlement = write_words(open_deal(folder, [minimum], event="2001-09-28"), only).documents
    assert ["was not met, and the company has waived it" in said(each) for each in settlement] == [True] * waived


@pytest.mark.parametrize("private", [True, False])
def test_a_supplement_to_a_private_offer_says_to_whom_it_is_made(private):
    supplement = "offering-circular/supplement"
    changes = ("law.exemption=4(a)(2)/144A/Reg S",) if private else ()
    (text,) = settled((supplement,), *changes, event="2001-08-20").values()
    assert ("have certified, by an eligibility letter," in text) == private
    assert ("have not been registered under the securities laws of the United States" in text) == private
