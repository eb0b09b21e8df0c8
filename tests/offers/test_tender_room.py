"""Room that a later place has: what earlier ones were accepted of, where a series stopped by its own cap was cut."""

from fractions import Fraction

import pytest

from tests.offers.tenders import deal, series, sheet

# a's own cap lets in 5,500 of 11,000, one-half: 2,500 and 3,000 of its tenders, cut to 2,000 and 3,000
FIRST = [("H-1", "a", 5_000, 5_000), ("H-2", "a", 6_000, 6_000)]
SECOND = [("H-3", "b", 12_000, 12_000)]


def book(folder, cap, small_returns="prorated", first_cap="$5,500"):
    listed = [
        series("a", 20_000, acceptance_priority=1, denomination="$1,000", cap=first_cap),
        series("b", 20_000, acceptance_priority=2),
    ]
    rule = f"  cap:\n    amount: ${cap:,}\n    bounds: principal\n  proration:\n    small_returns: {small_returns}\n"
    return deal(folder, sheet(listed, rule), FIRST + SECOND).book


def test_what_a_series_cap_cuts_off_is_room_for_the_next_level(tmp_path):
    found = book(tmp_path, 11_000)
    assert found.value("pool_target", "a") == 5_500
    assert found.value("pool_accepted", "a") == 5_000
    assert found.value("pool_target", "b") == 6_000  # not 5,500
    assert found.value("pool_factor_used", "b") == Fraction(1, 2)
    assert found.value("accepted_principal", "H-3") == 6_000
    assert found.value("unused_cap") == 0


@pytest.mark.parametrize("small_returns", ["prorated", "accepted whole"])
def test_what_the_cap_of_the_offer_cuts_off_is_not(small_returns, tmp_path):
    found = book(tmp_path, 5_500, small_returns, "$15,000")
    assert found.value("pool_accepted", "a") == 5_000
    assert found.value("pool_target", "b") == 0
    assert found.value("unused_cap") == 500


@pytest.mark.parametrize("small_returns", ["prorated", "accepted whole", "rejected whole"])
def test_a_cap_that_cutting_to_multiples_leaves_has_that_as_its_reason(small_returns, tmp_path):
    """Three tenders lose a part of a step each, together more than one step: none is accepted or returned whole."""
    rule = f"  cap:\n    amount: $8,000\n    bounds: principal\n  proration:\n    small_returns: {small_returns}\n"
    holdings = [(f"H-{number}", "a", 5_000, 5_000) for number in range(3)]
    found = deal(tmp_path, sheet([series("a", 20_000)], rule), holdings).book
    assert found.value("total_accepted") == 6_000
    assert found.value("unused_cap") == 2_000
    assert found.value("unused_cap_reason").startswith("each tender is cut down to its step of principal")


def test_a_factor_lowered_for_tenders_accepted_whole_is_the_reason(tmp_path):
    """Two of 10,000 at three fifths would each leave 4,000 of a denomination of 5,000."""
    terms = "  cap:\n    amount: $12,000\n    bounds: principal\n  proration:\n    small_returns: accepted whole\n"
    listed = [series("a", 20_000, denomination="$5,000", multiple="$1,000")]
    found = deal(tmp_path, sheet(listed, terms), [(f"H-{each}", "a", 10_000, 10_000) for each in range(2)]).book
    assert found.value("total_accepted") == 10_000
    assert found.value("unused_cap_reason") == "a higher factor would accept tenders whole beyond the cap"


def test_a_cap_of_series_alone_is_told_from_the_cap_of_the_offer(tmp_path):
    found = book(tmp_path, 30_000)
    assert found.value("unused_cap_reason") == "caps of series let in no more"
    assert (
        found.value("unused_series_cap_reason", "a") == "what is left would not pay for one further step of principal"
    )
