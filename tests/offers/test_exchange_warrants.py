"""Warrants for several shares each: whole warrants are issued, and documents count them."""

import re

import pytest

from lexdocs.deal import open_deal
from lexdocs.terms.changes import assume
from tests.offers.exchange_words import CIRCULAR, DEALS, begun, settled

CLOSING = ("closing/funds-flow", "closing/acceptance-notice")


@pytest.mark.parametrize("shares", [1, 4, 7])
def test_each_holder_and_all_together_get_shares_of_whole_warrants(shares):
    book = open_deal(DEALS / "lexington_later", [assume(f"warrants.shares_per_warrant={shares}")]).book
    held = [holder for holder in book.labels("holding") if book.value("holder_warrants", holder)]
    assert held
    for holder in held:
        exact, given = book.value("holder_warrants_exact", holder), book.value("holder_warrants", holder)
        assert given % shares == 0
        assert given - shares < exact <= given or given <= exact < given + shares
        assert book.value("holder_number_of_warrants", holder) * shares == given
    total = sum(book.value("holder_warrants", holder) for holder in held)
    assert book.value("total_number_of_warrants") * shares == total
    for label in book.labels("participation"):
        assert book.value("aggregate_warrants", label) % shares == 0


def test_closing_papers_and_the_circular_count_warrants_of_several_shares():
    for shares in (1, 4):
        changes = (f"warrants.shares_per_warrant={shares}",)
        papers = [*settled(CLOSING[:1], *changes).values(), begun(*changes, only=(CIRCULAR,))[CIRCULAR]]
        for words_of in papers:
            assert bool(re.search(r"under [0-9,]+ warrants", words_of)) is (shares > 1)
        assert ("a fraction of a warrant is rounded" in papers[1]) is (shares > 1)
