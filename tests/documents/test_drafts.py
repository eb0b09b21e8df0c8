"""Drafts: while anything that a document asks for is open, it rests on an assumption, or a finding stands."""

import datetime
from dataclasses import replace

import pytest

from lexdocs.documents.document import compose
from lexdocs.documents.drafts import reasons, version
from lexdocs.law.finding import Acknowledgment, Finding, Result
from lexdocs.terms.law_terms import AcknowledgedTerms

HEADER = "---\ntitle: Offer\naudience: public\nevents: [commencement]\noffers: [exchange]\nlayout: {}\n---\n"
BODY = "{% if consummation_date is pending %}Open.{% endif %} {% if has_support %}With {{ outstanding }}.{% endif %}"


@pytest.fixture
def written(library_of, book):
    return lambda more="", layout="circular", of=book: compose(
        library_of(BODY + more, header=HEADER.format(layout)), "a.md", of, {}, "a"
    )


def acknowledged(key):
    return AcknowledgedTerms(finding=key, by="A. Counsel", because="it is set when the offer closes")


def test_what_it_asks_for_and_is_pending(written, book_of):
    assert reasons(written(), (), (), ()) == ("consummation_date is pending",)
    assert reasons(written(), (), (), [acknowledged("open:consummation_date")]) == ()
    assert reasons(written(), (), (), [acknowledged("open:record_date")]) == ("consummation_date is pending",)
    fixed = written(of=book_of(consummation_date=datetime.date(2012, 5, 4)))
    assert reasons(fixed, (), (), ()) == ()


@pytest.mark.parametrize(
    ("address", "open_to_fix"),
    [("minimum_tender", False), ("series_cap[n29]", False), ("ticker", False), ("withdrawal_deadline", False),
     ("dealer_manager_address", False), ("tenders_may_be_withdrawn", True), ("series_cusip[n29]", True)],
)  # fmt: skip
def test_what_a_deal_does_not_have_is_not_open(address, open_to_fix, written):
    fixed = replace(written(), open=(address,))
    assert reasons(fixed, (), (), ()) == ((f"{address} is pending",) if open_to_fix else ())


def test_a_flag_that_is_asked_and_holds_is_not_open(written):
    assert written("{% if not record_date is pending %} Fixed.{% endif %}").open == ("consummation_date",)
    assert written("{% if periods is pending %} None.{% endif %}").open == ("consummation_date", "period")


def test_findings_that_nobody_acknowledged(written):
    finding = Finding("14e-1(b)", Result.COUNSEL, "ten days")
    settled = replace(finding, acknowledged=Acknowledgment("A. Counsel", "seen"))
    opened = [acknowledged("open:consummation_date")]
    assert reasons(written(), (), [finding], opened) == ("14e-1(b): counsel must decide",)
    assert reasons(written(), (), [replace(finding, result=Result.NOT_MET)], opened) == ("14e-1(b): not met",)
    assert reasons(written(), (), [settled, replace(finding, result=Result.MET)], opened) == ()


@pytest.mark.parametrize("layout", ["press-release", "notice", "statement", "control"])
def test_what_is_announced_or_for_one_holder_is_never_a_draft(written, layout):
    assert reasons(written(layout=layout), (), [Finding("a", Result.NOT_MET, "b")], ()) == ()


def test_the_version_moves_with_the_terms_that_it_rests_on_and_with_no_other(written, book_of):
    def stamped(**changes):
        return version("commencement of 2012-03-15", written(of=book_of(**changes)))

    of = {
        "base": stamped(), "printed": stamped(outstanding=5), "flag": stamped(has_support=False),
        "other": stamped(maximum_warrants=7),
    }  # fmt: skip
    assert of["base"] == of["other"]
    assert len(set(of.values())) == 3
    assert of["base"].startswith("commencement of 2012-03-15, terms ")
    assert len(of["base"].rpartition(" ")[2]) == 12


def test_the_version_moves_with_the_words_and_not_with_the_figures_in_them(written, book_of):
    def words(more="", **changes):
        return version("event", written(more, of=book_of(**changes))).rpartition("words ")[2]

    assert words() == words(outstanding=5)
    assert words() != words(" More.")
    assert words() != words(has_support=False)  # a flag that chooses words
