"""The words of an exchange where the fee is paid at once, warrants are for one share, or interest is paid in kind."""

import re
import shutil
from pathlib import Path

import pytest
from lxml import html

from lexdocs.checks.defined_terms import defined_terms
from lexdocs.deal import open_deal
from lexdocs.resources import bundled_deals
from lexdocs.terms.changes import assume
from lexdocs.writing.drafts import assumed_in
from lexdocs.writing.words import write_words
from tests.offers.exchange_words import CIRCULAR, CLIENTS, DEALS, NOTICE, RELEASE, REPORT, begun, said, words

FEE = "    - share: one-fourth\n    - share: three-fourths\n      date: October 1, 2012\n"
AT_ONCE = "    - share: all\n"
LATER = "    - share: all\n      date: October 1, 2012\n"
IN_KIND = (
    "  paid_in_kind:\n    through: May 15, {year}\n    rounding: down\n    increment: {step}\n    rest_in_cash: yes\n"
)
TRUSTEE = "  trustee: Harebell Trust Company\n"
ADDRESS = "  address: |-\n    12 Harbor Street\n    Duluth\n"
ORDER, SETTLED = "closing/authentication-order", "press-releases/settlement"
CLOSED = SETTLED, "notices/payment", "closing/funds-flow", "closing/acceptance-notice", ORDER, REPORT


def told(tmp_path, only, *assumed, fee=FEE, kind="", agents="", at="July 25, 2012", **events):
    """The words of the tiny deal by template, with its sheet and events changed: the last event's documents."""
    folder = Path(shutil.copytree(DEALS / "tiny", tmp_path / f"deal-{len([*tmp_path.iterdir()])}"))
    sheet = folder / "term-sheet.yaml"
    text = sheet.read_text("utf-8").replace(FEE, fee)
    text = text.replace("  covenants: broader\n", "  covenants: broader\n" + kind)
    sheet.write_text(text.replace("  program_short: BETS\n", "  program_short: BETS\n" + agents), "utf-8")
    for name, day in {"expiration": "July 21, 2012", "settlement": at, **events}.items():
        (folder / "events" / f"{name}.yaml").write_text(f"kind: {name}\nat: {day}\nsource: invented\n", "utf-8")
    moved = [assume(f"offer.consummation_date={at}"), *(assume(each) for each in assumed)]
    found: dict[str, str] = {}
    for event in ("2012-06-11", "2012-07-21", "2012-07-25", *(["2012-10-01"] if events else [])):
        written = write_words(open_deal(folder, moved, event=event), list(only))
        assert written.problems == ()
        assert [*defined_terms(written.documents)] == []
        found |= {re.sub(r"-\d{4}-.*", "", each.name): said(each) for each in written.documents if "." not in each.name}
    return found


def test_a_fee_that_is_paid_at_once_has_no_installments(tmp_path):
    parts, whole = (told(tmp_path, (*CLOSED, CIRCULAR), fee=fee, agents=TRUSTEE) for fee in (FEE, AT_ONCE))
    for name, words_of in whole.items():
        assert (name, re.findall(r"\b[Ii]nstallments?\b(?! Part Amount)", words_of)) == (name, [])
    assert re.search(r"comes to \$[\d,.]+, and was paid at consummation\.", whole[SETTLED])
    assert re.search(r"comes to \$[\d,.]+, of which \$[\d,.]+ was paid at consummation and \$", parts[SETTLED])
    assert "Later installments of the fee are paid to whoever tendered" in parts["notices/payment"]
    assert "too little to pay the tax, and a part of it comes later." in parts[CIRCULAR]
    assert "too little to pay the tax." in whole[CIRCULAR]
    for each, name in (("installment of that day", "closing/funds-flow"), ("installment of the", CLOSED[3])):
        assert each in parts[name]


def test_a_fee_that_is_paid_later_at_once_is_not_the_first_of_one(tmp_path):
    flow = "closing/installment-funds-flow"
    only = "notices/installment", "current-reports/installment-report", flow
    paid = told(tmp_path, only, fee=LATER, installment="October 1, 2012")
    assert "The participation fee falls due on October 1, 2012" in paid[only[0]]
    assert "It is paid to the holders who tendered" in paid[only[0]]
    assert "announced that the participation fee under its offer" in paid[REPORT]
    assert "Funds flow of the participation fee" in paid[flow]
    assert re.findall("[Ii]nstallment", paid[flow]) == []
    parts = told(tmp_path, only, installment="October 1, 2012")
    assert "Funds flow of the second installment" in parts[flow]
    assert "The second of the two installments of the participation fee falls due" in parts[only[0]]
    assert "announced that the second of the two installments of the participation fee" in parts[REPORT]


def test_warrants_for_one_share_are_not_for_shares():
    for per, one in (("1", True), ("2", False)):
        found = begun(f"warrants.per_denomination={per}", only=(CIRCULAR, RELEASE, NOTICE, CLIENTS))
        for words_of in found.values():
            assert (f"warrants for {per} share{'' if one else 's'} of ordinary shares" in words_of) is True
            assert f"{per} share{'s' if one else ''} " not in words_of
        assert f"For {per} share{'' if one else 's'} with each $2,500" in found[CIRCULAR]


@pytest.mark.parametrize(
    ("rounding", "so"), [("half up", "to the nearest whole number, a half upwards"), ("up", "up"), ("down", "down")]
)
def test_a_fraction_of_a_warrant_is_rounded_in_plain_words(rounding, so):
    circular = begun(f"warrants.rounding.holder={rounding}", only=(CIRCULAR,))[CIRCULAR]
    assert f"a fraction of a share under the warrants is rounded {so}." in circular


def test_closing_papers_say_until_when_interest_is_paid_in_kind_and_in_which_multiples(tmp_path):
    for year, step in ((2014, "$1"), (2015, "$10")):
        found = told(tmp_path, (ORDER, REPORT, CIRCULAR), kind=IN_KIND.format(year=year, step=step), agents=TRUSTEE)
        for name in (ORDER, REPORT):
            assert f"Interest through May 15, {year} is paid in further Replacement Debentures" in found[name]
        for name in (ORDER, CIRCULAR):
            assert f"; those issued for interest come in multiples of {step}" in found[name]
        assert "and on what it issues of them for interest." in found[REPORT]
    in_cash = told(tmp_path, (ORDER, REPORT, CIRCULAR), agents=TRUSTEE)
    assert [name for name, words_of in in_cash.items() if "for interest come in" in words_of] == []
    assert "and on what it issues of them for interest." not in in_cash[REPORT]


def test_the_report_of_the_settlement_lists_what_was_issued_under(tmp_path):
    for term in ("Replacement Debentures", "New Debentures"):
        report = told(tmp_path, (REPORT,), f"new_notes.term={term}")[REPORT]
        assert f"Exhibit 4.1Indenture of the {term}, to be filed" in report
        assert f"Exhibit 4.2Form of the {term}, to be filed" in report
        assert "Exhibit 4.3Warrant agreement, with the form of a warrant, to be filed" in report
        agreement, obligation = report.index("Item 1.01"), report.index("Item 2.03")
        assert "under a warrant agreement, warrants for" in report[agreement:obligation]
        assert "Exhibit 104" not in report
    assert "Exhibit 4.1" not in begun(only=(REPORT,))[REPORT]


@pytest.mark.parametrize(("later", "tagged"), [(6, False), (15, True)])
def test_the_data_of_the_cover_page_is_an_exhibit_since_it_is_tagged(tmp_path, later, tagged):
    folder = Path(shutil.copytree(DEALS / "tiny", tmp_path / "tiny"))
    for each in (folder / "term-sheet.yaml", *folder.glob("events/*"), *folder.glob("assumptions/*")):
        moved = re.sub(r"\b20\d\d\b", lambda year: str(int(year[0]) + later), each.read_text("utf-8"))
        each.write_text(moved, "utf-8")
    (report,) = write_words(open_deal(folder), [REPORT]).documents
    assert ("Exhibit 104Cover page interactive data file" in said(report)) is tagged


def test_the_circular_names_the_trustee_and_the_agents_address(tmp_path):
    named = told(tmp_path, (CIRCULAR,), agents=TRUSTEE + ADDRESS)[CIRCULAR]
    assert "are to be issued under an indenture with Harebell Trust Company, as trustee." in named
    assert "TrusteeHarebell Trust Company" in named
    assert re.search(
        r"delivered to the agent at this address: Tamarack Fiduciary Company12 Harbor Street\s*Duluth", named
    )
    unnamed = told(tmp_path, (CIRCULAR,))[CIRCULAR]
    assert "are to be issued under an indenture. What follows" in unnamed
    assert "at this address" not in unnamed


def test_the_release_says_when_holders_who_do_not_tender_are_paid():
    paid = "holdouts.paid_in_full=yes"
    for day in ("October 1, 2012", "October 2, 2012"):
        release = begun(paid, f"holdouts.payment_date={day}", only=(RELEASE,))[RELEASE]
        assert f"interest accrued on them. That payment is planned for {day}. At most" in release
    assert "That payment is planned" not in begun(paid, only=(RELEASE,))[RELEASE]
    deal = open_deal(bundled_deals()["lexington_2001"])
    assert assumed_in(deal, write_words(deal, [RELEASE]).documents[0]) == ()


def test_debt_with_interest_is_not_the_interest_that_the_circular_defines():
    deal = open_deal(DEALS / "odd")
    documents = write_words(deal, [CIRCULAR]).documents
    assert [str(each) for each in defined_terms(documents)] == []


def test_conditions_are_told_before_the_day_and_joined_by_and(tmp_path):
    deal = open_deal(bundled_deals()["lexington_2001"])
    (circular,) = (each for each in write_words(deal, [CIRCULAR]).documents if "." not in each.name)
    (row,) = html.fromstring(circular.body).xpath("//tr[th='Other conditions']/td")
    assert [each.text_content()[-5:] == "; and" for each in row.iter("li")][-2:] == [True, False]
    name = "notices/acceptance"
    folder = Path(shutil.copytree(DEALS / "lexington_later", tmp_path / "later"))
    (results,) = (folder / "events").glob("2001-09-27*")
    results.write_text(results.read_text("utf-8") + "conditions: met\n", "utf-8")
    accepted = said(write_words(open_deal(folder, event="2001-09-27"), [name]).documents[0])
    order = [
        accepted.index(each) for each in ("conditions of the offer have been met", "expects to consum", "Then, for")
    ]
    assert order == sorted(order)
    accepted = words("lexington_later", (name,), event="2001-09-27")[name]
    assert re.search(r"expects to consummate the offer on September \d+, 2001\. It does so only if", accepted)


def test_the_notice_of_commencement_offers_guaranteed_delivery_where_the_terms_do():
    told = "may also be tendered by guaranteed delivery, if they are delivered on or before July 25, 2012, unless"
    (notice,) = begun("offer.guaranteed_delivery=three", only=(NOTICE,)).values()
    assert told in notice
    (notice,) = begun(only=(NOTICE,)).values()
    assert "guaranteed" not in notice
