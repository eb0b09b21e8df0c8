"""What a term decides decides the words of every document that speaks of it: offers for several series, and for one."""

import pytest

from lexdocs.checks.defined_terms import defined_terms
from lexdocs.deal import open_deal
from tests.documents.series_variants import moved, one_series, said, with_form, written

RELEASE, NOTICE = "press-releases/series-commencement", "notices/series-commencement"
CIRCULAR = "offering-circular/series-offering-circular"
LETTERS = ("ancillary/series-letter-to-brokers", "ancillary/series-letter-to-clients")
COMMENCED, EXPIRED, SETTLED = "2012-06-25", "2012-07-30", "2012-08-01"
RESULTS = ("press-releases/series-results", "notices/series-acceptance", "closing/series-acceptance-notice")
OF_SETTLEMENT = (
    "closing/series-authentication-order", "closing/series-funds-flow", "notices/series-payment",
)  # fmt: skip
NO_MINIMUM = (("    minimum_tender: 60%\n", ""), ("  minimum_tender: 50%\n", ""))
PRIVATE = ("\nsources:\n", "\nlaw:\n  exemption: 4(a)(2)/144A/Reg S\n\nsources:\n")


def test_without_a_minimum_none_is_met(tmp_path):
    """The tender of a minimum is not said to be met where no term asks for one."""
    texts = said(moved("windrow", tmp_path, *NO_MINIMUM), EXPIRED, *RESULTS)
    assert {name for name, text in texts.items() if "minimum" in text.lower() or "Needed" in text} == set()
    assert "Subject to the conditions of the exchange offer, the Company accepts" in texts[RESULTS[1]]
    with_one = said(moved("windrow", tmp_path / "one"), EXPIRED, *RESULTS)
    assert {name for name, text in with_one.items() if "minimum tender conditions are" in text} == set(RESULTS[1:])


@pytest.mark.parametrize("form", ["book-entry", "certificated", "both"])
def test_the_form_of_the_notes_is_carried_through(form, tmp_path):
    folder = moved("windrow", tmp_path, *with_form(form))
    first = said(folder, COMMENCED, RELEASE, NOTICE, CIRCULAR)
    depository = {name for name, text in first.items() if "Prairie Securities Depository" in text and "BETS" in text}
    certificates = {
        name for name, text in first.items() if "with the letter of transmittal" in text.replace(" a ", " the ")
    }
    assert depository == (set() if form == "certificated" else set(first))
    assert certificates == (set() if form == "book-entry" else set(first))
    assert ("Clearing System" in first[CIRCULAR]) == (form != "certificated")
    assert ("in certificates" in first[CIRCULAR]) == (form != "book-entry")
    last = said(folder, SETTLED, *OF_SETTLEMENT)
    through = {name for name, text in last.items() if "Prairie Securities Depository" in text or "accounts" in text}
    held = {name for name, text in last.items() if "registered holders" in text.lower()}
    assert through == (set() if form == "certificated" else set(OF_SETTLEMENT))
    assert held == (set() if form == "book-entry" else set(OF_SETTLEMENT))


def test_who_pays_follows_the_terms(tmp_path):
    """Taxes and the costs of nominees are the company's where the terms say so; nobody is said to be unpaid unasked."""
    (silent,) = said(moved("windrow", tmp_path / "silent"), COMMENCED, CIRCULAR).values()
    assert "does not undertake to pay transfer taxes" in silent
    assert "does not undertake to repay brokers" in silent
    assert "paid for soliciting" not in silent
    law = "\nlaw:\n  facts:\n    - {fact: no paid solicitation, holds: yes}\n\nsources:\n"
    pays = ("offer:\n", "offer:\n  pays_transfer_taxes: yes\n  pays_nominees: yes\n")
    (stated,) = said(moved("windrow", tmp_path / "said", pays, ("\nsources:\n", law)), COMMENCED, CIRCULAR).values()
    assert "The Company pays transfer taxes on the exchange" in stated
    assert "are, on request, repaid the cost" in stated
    assert "No one is paid for soliciting tenders." in stated
    assert "not undertake to pay transfer" not in stated
    assert "not undertake to repay" not in stated


def test_a_deadline_for_withdrawal_means_that_tenders_may_be_withdrawn(tmp_path):
    folder = moved("windrow", tmp_path, ("  withdrawable: yes\n", ""))
    for text in said(folder, COMMENCED, CIRCULAR, NOTICE).values():
        assert "do not settle whether" not in text
    (circular,) = said(folder, COMMENCED, CIRCULAR).values()
    assert "Yes, until 5:00 p.m." in circular
    assert "A tender may be withdrawn at any time before the Withdrawal Deadline" in circular
    assert "validly tendered and not withdrawn" in circular


def test_a_private_offer_says_so_wherever_it_is_announced(tmp_path):
    told = (RELEASE, NOTICE, "current-reports/series-current-report", *LETTERS)
    private = said(moved("windrow", tmp_path / "private", PRIVATE), COMMENCED, *told)
    assert {name for name, text in private.items() if "eligib" in text} == set(told)
    for name in told[:3]:
        assert "have not been registered under the securities laws" in private[name]
        assert "Nothing said here is an offer to sell" in private[name]
    assert "Send the Offering Document only to clients who" in private[told[3]]
    assert "which is enclosed" not in private[told[4]]
    open_to_all = said(moved("windrow", tmp_path / "open"), COMMENCED, *told)
    assert {name for name, text in open_to_all.items() if "eligib" in text or "registered under" in text} == set()


def test_the_exemption_is_named_in_the_circular(tmp_path):
    law = ("\nsources:\n", "\nlaw:\n  exemption: 3(a)(9)\n\nsources:\n")
    (circular,) = said(moved("windrow", tmp_path, law), COMMENCED, CIRCULAR).values()
    assert "relies on the exemption of Section 3(a)(9) of the Securities Act" in circular


def test_natural_terms_are_written_as_they_are_defined(tmp_path):
    """Old Notes and New Notes: no document writes them otherwise than it defines them."""
    terms = (("old_term: Existing Notes", "old_term: Old Notes"), ("new_term: New Securities", "new_term: New Notes"))
    folder = moved("windrow", tmp_path, *terms)
    for event, names in ((COMMENCED, (NOTICE, CIRCULAR)), (EXPIRED, RESULTS), (SETTLED, OF_SETTLEMENT)):
        found = list(defined_terms(written(open_deal(folder, event=event), names).values()))
        assert [str(each) for each in found] == []


def test_without_numbers_there_is_no_column_for_them(tmp_path):
    folder = moved("windrow", tmp_path, ("    cusip: 973900 AA 1\n", ""))
    for text in said(folder, COMMENCED, RELEASE, CIRCULAR, *LETTERS).values():
        assert "CUSIP" not in text
    (partly,) = said(moved("windrow", tmp_path / "partly"), COMMENCED, RELEASE).values()
    assert "CUSIP" in partly
    assert "Not stated" not in partly


def test_one_series_and_one_option_are_not_spoken_of_as_several(tmp_path):
    folder = one_series(tmp_path)
    texts = said(folder, COMMENCED, RELEASE, NOTICE, CIRCULAR) | said(folder, EXPIRED, *RESULTS)
    for name, text in (texts | said(folder, SETTLED, *OF_SETTLEMENT)).items():
        assert "All series" not in text, name
        assert "Exchange Option" not in text, name
        assert "the option that" not in text, name
        assert "either, while" not in text, name
        assert "Fractions of" not in text, name
        assert "fractions of" not in text, name


def test_cash_that_cannot_be_paid_has_no_row(tmp_path):
    """New notes of any amount leave no rests: nothing but the consideration and the interest is paid in cash."""
    whole = (
        'increment: "$1,000",\n     rounding: down, rest: cash',
        'increment: "$1",\n     rounding: down, rest: dropped',
    )
    without = said(one_series(tmp_path, whole), SETTLED, "closing/series-funds-flow", "notices/series-payment")
    for text in without.values():
        assert "fractions" not in text
        assert "remainders of new notes" not in text
    (tmp_path / "with").mkdir()
    (flow,) = said(one_series(tmp_path / "with"), SETTLED, "closing/series-funds-flow").values()
    assert "Cash for remainders of new notes" in flow
    assert "Accrued interest Remainders In all" in flow
    assert "Cash with new notes" not in flow
