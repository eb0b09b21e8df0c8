"""What a term of an exchange decides decides the words, in every document that speaks of it: move it and read them."""

import re
import shutil
from pathlib import Path

import pytest

from lexdocs.checks.defined_terms import defined_terms
from lexdocs.deal import open_deal
from lexdocs.notation.forms import write
from lexdocs.notation.units import Unit
from lexdocs.terms.changes import assume
from lexdocs.writing.words import preflight_all, write_words
from tests.offers.exchange_words import (
    BROKERS,
    CIRCULAR,
    CLIENTS,
    DEALS,
    NOTICE,
    RELEASE,
    SETTLED,
    begun,
    said,
    settled,
)


def test_the_parts_of_what_is_issued_make_it(tmp_path):
    deal = open_deal(DEALS / "lexington_later", [assume("new_notes.increments.amount=$1,000")], event=SETTLED)
    issued, principal, interest = (
        deal.book.value(name) for name in ("total_new_notes", "total_from_principal", "total_from_interest")
    )
    assert issued == principal + interest
    release = settled(("press-releases/settlement",), "new_notes.increments.amount=$1,000")["press-releases/settlement"]
    amounts = [write(each, Unit.MONEY) for each in (issued, principal, interest)]
    told = (
        f"it issued {amounts[0]} principal amount of .*: {amounts[1]} for the principal .* and {amounts[2]} for the int"
    )
    assert re.search(told.replace("$", r"\$"), release)


FORMS = {
    "book-entry": (True, False),
    "certificated": (False, True),
    "both": (True, True),
}


@pytest.mark.parametrize(("form", "ways"), FORMS.items())
def test_the_form_of_the_notes_says_how_they_are_tendered_everywhere(form, ways):
    depository, certificates = ways
    found = begun(f"old_notes.form={form}", "offer.guaranteed_delivery=two", only=(CIRCULAR, RELEASE, NOTICE))
    for words_of in found.values():
        assert ("BETS" in words_of) == depository
        assert ("ertificates" in words_of) == certificates or "certificates and opinions" in words_of
    circular = found[CIRCULAR]
    for phrase in ("Clearing System", "agent's message", "message of withdrawal", "book-entry transfer"):
        assert (phrase in circular) == depository, phrase
    for phrase in (
        "Tender of certificates.",
        "A withdrawal of certificates",
        "the certificates, with a letter of trans",
    ):
        assert (phrase in circular) == certificates, phrase
    returned = "to the accounts from which the tenders were made"
    assert (returned in circular) == depository


def test_a_guarantee_runs_in_the_days_that_the_terms_count():
    business = begun("offer.guaranteed_delivery=two", only=(CIRCULAR,))[CIRCULAR]
    assert business.count("two business days") == 3
    counted = "offer.delivery_counted_in=trading days"
    trading = begun("offer.guaranteed_delivery=two", counted, only=(CIRCULAR,))[CIRCULAR]
    assert (trading.count("two trading days"), trading.count("two business days")) == (3, 0)


@pytest.mark.parametrize(("form", "ways"), FORMS.items())
def test_the_form_of_the_notes_says_to_whom_the_closing_delivers(form, ways):
    depository, certificates = ways
    found = settled(("closing/authentication-order", "closing/funds-flow", "notices/payment"), f"old_notes.form={form}")
    clearing = "The Depository Trust Company"
    for name, words_of in found.items():
        assert (clearing in words_of) == depository, name
        assert ("certificates" in words_of.replace("officers' certificate", "")) == certificates or name.endswith(
            "flow"
        )
    flow = found["closing/funds-flow"]
    assert ("Participants" in flow, "olders" in flow.split("Payer")[1].split("Tax withheld")[0]) == (depository, True)


def test_a_statement_says_how_its_holder_is_paid():
    letter, account = "as the letter of transmittal says", "Method: through the participant"
    for form, (depository, certificates) in FORMS.items():
        deal = open_deal(DEALS / "tiny", [assume(f"old_notes.form={form}")])
        found = [said(each) for each in write_words(deal, ["statements/settlement"]).documents]
        assert any((letter in each, account in each) == (certificates, depository) for each in found), form


UNSETTLED = "how the offer is exempt from registration, which the terms stated here do not settle"
PRIVATE, EXCHANGE = "law.exemption=4(a)(2)/144A/Reg S", "law.exemption=3(a)(9)"


def test_a_private_offer_is_confined_to_eligible_holders_in_every_document():
    found = begun(PRIVATE)
    for name, words_of in found.items():
        assert "qualified institutional buyers" in words_of, name
        assert "not been registered under the" in words_of, name
    assert "They may exchange" not in found[RELEASE]
    assert "Send the Offering Document only to clients who have returned the eligibility letter" in found[BROKERS]
    assert "the eligibility letter;" in found[BROKERS]
    assert "Offering Document, which is enclosed" not in found[CLIENTS]
    assert "Of these, only Eligible Holders may" in found[CIRCULAR]
    assert "other institutions" not in found[CIRCULAR]
    assert "of the United States that bears that name" not in found[CIRCULAR]


def test_any_other_offer_is_made_to_all_holders():
    for words_of in begun(EXCHANGE).values():
        assert "ualified institutional buyer" not in words_of
        assert "ligible Holder" not in words_of


@pytest.mark.parametrize("exemption", ["3(a)(9)", "4(a)(2)/144A/Reg S", "3(a)(10)", "registered", "1145"])
def test_the_circular_defines_what_it_names_of_the_securities_laws(exemption):
    deal = open_deal(DEALS / "tiny", [assume(f"law.exemption={exemption}")])
    assert [str(each) for each in preflight_all(deal)] == []
    circular = begun(f"law.exemption={exemption}", only=(CIRCULAR,))[CIRCULAR]
    if exemption.startswith("3") or exemption == "1145":
        assert f"Section {exemption}" in circular
    assert UNSETTLED not in circular


def test_a_circular_without_exemption_says_so():
    assert UNSETTLED in begun(only=(CIRCULAR,))[CIRCULAR]


def test_taxes_and_nominees_are_paid_only_where_the_terms_say_so():
    silent = begun(only=(CIRCULAR,))[CIRCULAR]
    assert "is paid by the Company" not in silent
    assert "The Company does not undertake to pay a tax" in silent
    assert "repays to brokers" not in silent
    paid = begun("offer.pays_transfer_taxes=yes", "offer.pays_nominees=yes", only=(CIRCULAR,))[CIRCULAR]
    assert "is paid by the Company" in paid
    assert "repays to brokers" in paid


def test_a_rest_that_is_paid_in_cash_is_told_wherever_cash_is_denied():
    cash = begun("new_notes.increments.amount=$1,000", "new_notes.increments.rest_in_cash=yes", only=(CIRCULAR,))[
        CIRCULAR
    ]
    assert "No, but for what is left of your entitlement below $1,000, which is paid in cash." in cash
    assert "Only what is left of a holder's entitlement below $1,000 is paid in cash." in cash
    assert "of which none is paid in cash" not in cash
    none = begun("new_notes.increments.rest_in_cash=no", only=(CIRCULAR,))[CIRCULAR]
    assert "of which none is paid in cash" in none
    assert "which is paid in cash" not in none


def paying_on(tmp_path, days):
    folder = Path(shutil.copytree(DEALS / "tiny", tmp_path / "tiny"))
    sheet, last = folder / "term-sheet.yaml", "  cusip: 74838J AA 9\n"
    sheet.write_text(sheet.read_text("utf-8").replace(last, f"{last}  payment_days: {days}\n"), "utf-8")
    circular, release = write_words(open_deal(folder), [CIRCULAR, RELEASE]).documents
    return said(circular), said(release)


def test_interest_is_overdue_only_once_a_day_of_payment_has_gone_by(tmp_path):
    """The offer is announced on June 11, 2012; interest is paid to November 15, 2011."""
    circular, release = paying_on(tmp_path / "late", "[May 15, November 15]")
    assert "Will I be paid the interest that is overdue to me in cash?" in circular
    assert "No interest has been paid on them since November 15, 2011" in release
    circular, release = paying_on(tmp_path / "current", "[November 15]")
    assert "overdue" not in circular
    assert "Interest on them has been paid to November 15, 2011" in release


def test_a_risk_follows_from_how_the_covenants_compare():
    concludes = "may therefore be able to act on a decline"
    for covenants, holds in (("more restrictive", True), ("less restrictive", False), ("no other", False)):
        circular = begun(f"new_notes.covenants={covenants}", only=(CIRCULAR,))[CIRCULAR]
        assert (concludes in circular) == holds, covenants
        assert ("may do under them what the" in circular) == (covenants == "less restrictive")


def test_secured_notes_are_not_told_to_come_after_secured_creditors():
    secured, unsecured = (begun(f"new_notes.secured={each}", only=(CIRCULAR,))[CIRCULAR] for each in ("yes", "no"))
    assert "What is pledged for them may be too little." in secured
    assert "Secured creditors come before them" not in secured
    assert "Secured creditors come before them in what is pledged." in unsecured
    assert "The Replacement Debentures are not secured." in unsecured


def test_withdrawal_ends_with_its_own_deadline_where_it_has_one():
    deadline = "5:00 p.m., Chicago time, on July 6, 2012"
    found = begun(f"offer.withdrawal_deadline={deadline}", only=(CIRCULAR, NOTICE))
    assert f"at any time before {deadline}, and not afterwards" in found[CIRCULAR]
    assert f"Yes, until {deadline}." in found[CIRCULAR]
    assert f"Tenders may be withdrawn until {deadline}." in found[NOTICE]


def test_the_report_of_a_settlement_writes_its_terms_as_it_defines_them(tmp_path):
    """Its items define the new notes, and the exemption is that of an act which it names in full."""
    folder = Path(shutil.copytree(DEALS / "tiny", tmp_path / "tiny"))
    for kind, day in (("expiration", "July 23, 2012"), ("settlement", "July 24, 2012")):
        (folder / "events" / f"{kind}.yaml").write_text(f"kind: {kind}\nat: {day}\n", "utf-8")
    moved = ("law.exemption=4(a)(2)/144A/Reg S", "new_notes.term=New Notes", "offer.consummation_date=July 24, 2012")
    words = write_words(open_deal(folder, [assume(each) for each in moved]), ["current-reports/current-report"])
    assert [str(each) for _, each in defined_terms(words.documents)] == []
    assert [each.name for each in words.documents] == ["current-reports/current-report-2012-07-24"]


def test_the_indenture_is_qualified_only_once_it_is():
    exempt = "law.exemption=3(a)(9)"
    before = begun(exempt, "law.t3_effective=June 8, 2012", only=(CIRCULAR,))[CIRCULAR]
    after = begun(exempt, "law.t3_effective=July 14, 2012", only=(CIRCULAR,))[CIRCULAR]
    assert "The indenture was qualified under the Trust Indenture Act with effect from June 8, 2012" in before
    assert "to take effect on July 14, 2012" in after
    assert "The indenture was qualified" not in after
