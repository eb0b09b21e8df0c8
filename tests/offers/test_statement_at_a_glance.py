"""The first page of a statement answers what a holder gave, what comes, and when: later payments of a fee too."""

import re

import pytest

from lexdocs.deal import open_deal
from lexdocs.terms.changes import assume
from lexdocs.writing.words import write_words
from tests.offers.exchange_words import DEALS, SETTLED, said

LATER = r"Participation [Ff]ee, later installment\s*(\w+ \d+, \d{4})\s*(\$[\d,.]+)"


def glance(deal, holding, event, template, *changes):
    opened = open_deal(DEALS / deal, [assume(each) for each in changes], event=event)
    written = write_words(opened, [template])
    assert written.problems == ()
    (found,) = (said(each) for each in written.documents if each.name.endswith(f"/{holding}"))
    return found[found.index("What you gave and what you receive") : found.index("Principal of")], found


@pytest.mark.parametrize(
    ("changes", "later"),
    [
        ((), [("December 3, 2012", "$18,385.00"), ("March 1, 2013", "$36,770.00")]),
        (
            ("fee.installments[2].date=April 1, 2013",),
            [("December 3, 2012", "$18,385.00"), ("April 1, 2013", "$36,770.00")],
        ),
        (
            ("new_notes[0].brings.fee=$40",),
            [("December 3, 2012", "$36,770.00"), ("March 1, 2013", "$73,540.00")],
        ),
    ],
)
def test_what_is_paid_later_stands_beside_what_is_paid_now(changes, later):
    first, _ = glance("windrow", "W-3.senior", "2012-08-01", "statements/series-settlement", *changes)
    assert re.findall(LATER, first) == later


def test_who_receives_no_fee_reads_of_none():
    first, whole = glance("windrow", "W-1.junior", "2012-08-01", "statements/series-settlement")
    assert "Cash paid to you now" in first
    assert "installment" not in first
    assert "Your Participation Fee" not in whole


def test_the_installments_of_an_exchange_are_those_of_its_ledger():
    first, whole = glance("lexington_later", "BO-1003", SETTLED, "statements/settlement")
    found = re.findall(LATER, first)
    assert len(found) >= 1
    ledger = whole[whole.index("Your participation fee") :]
    for day, amount in found:
        assert f"{day}one-third{amount.removeprefix('$')}" in " ".join(ledger.split()), (day, amount)


def test_the_first_amount_of_a_ledger_bears_the_sign_also_when_nothing_was_accepted():
    _, whole = glance("windrow", "W-5.senior", "2012-08-01", "statements/series-settlement")
    assert re.search(r"Tendered\s*\$4,000,000\.00", whole)
