"""A minimum that was not reached: nothing is settled until an event says that it is waived, and then all say so."""

import re
import shutil
from pathlib import Path

import pytest

from lexdocs.deal import open_deal
from lexdocs.terms.changes import assume
from lexdocs.writing.words import write_words
from tests.offers.exchange_words import DEALS, said

# The results and the settlement of a deal of each kind, a minimum that is missed, and the papers that speak of it.
KINDS = {
    "lexington_later": ("2001-09-27", "2001-09-28", "99.99%", "press-releases/results", "closing/acceptance-notice"),
    "windrow": ("2012-07-30", "2012-08-01", "90%", "press-releases/series-results", "closing/series-acceptance-notice"),
    "ferry": ("2016-07-05", "2016-07-06", "99%", "press-releases/tender-results", "closing/tender-acceptance-notice"),
}
SETTLED = ("press-releases", "notices", "closing", "statements/settlement", "statements/series-settlement",
           "statements/tender-settlement", "current-reports")  # fmt: skip


def deal_of(name, into, *, waived):
    folder = Path(shutil.copytree(DEALS / name, into / name))
    if waived:
        (results,) = folder.glob(f"events/{KINDS[name][0]}-expiration.yaml")
        results.write_text(results.read_text("utf-8") + "minimum: waived\n", "utf-8")
    return folder


def documents(folder, event, minimum, only):
    deal = open_deal(folder, [assume(f"offer.minimum_tender={minimum}")], event=event)
    return {each.template: said(each) for each in write_words(deal, only).documents}


@pytest.mark.parametrize("name", KINDS)
def test_results_say_that_a_minimum_is_missed_and_whether_it_is_waived(name, tmp_path):
    results, _, minimum, *papers = KINDS[name]
    missed = documents(deal_of(name, tmp_path / "missed", waived=False), results, minimum, papers)
    waived = documents(deal_of(name, tmp_path / "waived", waived=True), results, minimum, papers)
    for template in missed:
        assert "not met" in missed[template]
        assert not re.search("has waived|waives", missed[template])
        assert re.search("not met, and the [Cc]ompany (has waived|waives) (it|them)", waived[template]), template


@pytest.mark.parametrize("name", KINDS)
def test_nothing_is_settled_until_it_is_waived(name, tmp_path):
    _, settlement, minimum, *_ = KINDS[name]
    assert documents(deal_of(name, tmp_path / "missed", waived=False), settlement, minimum, SETTLED) == {}
    waived = documents(deal_of(name, tmp_path / "waived", waived=True), settlement, minimum, SETTLED)
    met = documents(DEALS / name, settlement, "5%", SETTLED)
    assert waived.keys() == met.keys()
    assert len(waived) > 5


def test_the_order_certifies_a_waiver_and_no_more(tmp_path):
    only = ("closing/authentication-order",)
    _, settlement, minimum, *_ = KINDS["lexington_later"]
    (order,) = documents(deal_of("lexington_later", tmp_path, waived=True), settlement, minimum, only).values()
    assert "have each been met or waived" in order or "has been waived" in order
    (order,) = documents(DEALS / "lexington_later", settlement, "50%", only).values()
    assert "has been waived" not in order
