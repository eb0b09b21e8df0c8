"""Proration: caps, waterfalls, cuts and largest remainders, by hand and by property."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lexdocs.conventions.proration import Pool, Unused, cut, factor, largest_remainder, prorate, unused, waterfall

F = Fraction
amounts = st.integers(0, 10_000_000).map(Fraction)
cents = st.integers(0, 10_000_000).map(lambda each: F(each, 100))
prices = st.fractions(F(1, 2), F(3, 2), max_denominator=997)
denominations = st.sampled_from([F(1), F(1_000), F(2_000), F(5), F(1, 100)])
holdings = st.lists(st.one_of(amounts, cents), min_size=1, max_size=8)
pools = st.builds(
    Pool, amounts, prices, st.none() | amounts, st.none() | st.integers(1, 2), st.none() | st.sampled_from("ab")
)
group_caps = st.dictionaries(st.sampled_from("ab"), amounts)


def whole(amounts):
    """Amounts that must be whole, as integers."""
    assert all(each.denominator == 1 for each in amounts)
    return [int(each) for each in amounts]


def cost(pools, accepted):
    return sum((each * pool.price_per_unit for pool, each in zip(pools, accepted, strict=True)), F(0))


def test_published_caps_and_factors():
    """Three series of a tender of 2025: caps over tenders, printed as 12%, 13% and 49%."""
    caps, tendered = (41_360_000, 57_583_000, 119_110_000), (356_599_000, 448_646_000, 244_562_000)
    found = [factor(F(cap), F(each)) for cap, each in zip(caps, tendered, strict=True)]
    assert [round(each * 100) for each in found] == [12, 13, 49]


def test_nothing_tendered_and_a_cap_of_nothing():
    assert factor(F(0), F(0)) == 1
    assert factor(F(0), F(10)) == 0
    assert whole(prorate([F(1_000)], F(0), F(1_000)).accepted) == [0]
    assert prorate([], F(500), F(1_000)).unused == Unused(F(500), "all that was tendered is accepted")


def test_early_before_late_by_priority_with_a_sub_cap_of_a_series():
    """Cap 1,000. Early: A 400, B 300; late: A 500, B 600. Series A may take 600 in all.

    A early 400, B early 300 leave 300; A late may take 200 of its sub-cap; the last 100 go to B late.
    """
    order = [Pool(F(400), group="A"), Pool(F(300), group="B"), Pool(F(500), group="A"), Pool(F(600), group="B")]
    assert whole(waterfall(order, F(1_000), {"A": F(600)})) == [400, 300, 200, 100]


def test_pools_of_one_level_share_alike_and_a_sub_cap_frees_the_rest():
    """1,000 over 800 and 1,200 is half of each; with 100 at most for the first, the second takes 900."""
    level = [Pool(F(800), level=1), Pool(F(1_200), level=1)]
    assert whole(waterfall(level, F(1_000))) == [400, 600]
    assert whole(waterfall([Pool(F(800), cap=F(100), level=1), level[1]], F(1_000))) == [100, 900]


def test_a_cap_on_price_over_two_series_of_one_level():
    """At $0.50 and $0.75: all of it would cost 500 + 750; a cap of 625 is half of each."""
    level = [Pool(F(1_000), F(1, 2), level=1), Pool(F(1_000), F(3, 4), level=1)]
    assert whole(waterfall(level, F(625))) == [500, 500]


def test_no_cap_but_the_sub_caps():
    assert whole(waterfall([Pool(F(10), cap=F(4)), Pool(F(7))], None)) == [4, 7]


def test_largest_remainder_with_ties():
    """Remainders 400, 400, 700: the 700 first; of the tie the larger amount, 5,400."""
    exact = [F(1_400), F(5_400), F(2_700)]
    assert whole(largest_remainder(exact, F(1_000), F(10_000))) == [1_000, 6_000, 3_000]
    assert whole(largest_remainder([F(1_500), F(1_500)], F(1_000), F(3_000))) == [2_000, 1_000]


def test_largest_remainder_gives_nobody_more_than_was_tendered():
    """1,350 of 1,500 cannot become 2,000; the unit goes to the next."""
    found = largest_remainder([F(1_350), F(3_150)], F(1_000), F(4_500), [F(1_500), F(3_500)])
    assert whole(found) == [1_000, 3_000]
    found = largest_remainder([F(1_350), F(3_150), F(2_500)], F(1_000), F(7_000), [F(1_500), F(4_000), F(3_000)])
    assert whole(found) == [1_000, 3_000, 3_000]


@pytest.mark.parametrize(
    "call",
    [
        lambda: factor(F(-1), F(1)), lambda: factor(F(1), F(-1)), lambda: cut(F(1), F(2), F(1)),
        lambda: cut(F(1), F(1, 2), F(0)), lambda: Pool(F(-1)), lambda: Pool(F(1), F(0)),
        lambda: waterfall([], F(-1)), lambda: largest_remainder([F(5)], F(1), F(4)),
        lambda: largest_remainder([F(5)], F(0), F(5)), lambda: unused(F(1), F(2), [F(2)], F(1)),
    ],
)  # fmt: skip
def test_what_makes_no_sense_is_refused(call):
    with pytest.raises(ValueError, match=r"."):
        call()


@given(st.lists(pools, max_size=6), amounts, group_caps)
def test_a_waterfall_passes_no_cap(pools, cap, groups):
    accepted = waterfall(pools, cap, groups)
    assert cost(pools, accepted) <= cap
    for pool, each in zip(pools, accepted, strict=True):
        assert 0 <= each <= pool.most
    for name, bound in groups.items():
        assert sum(each for pool, each in zip(pools, accepted, strict=True) if pool.group == name) <= bound


@given(st.lists(pools, max_size=6), amounts, group_caps)
def test_a_waterfall_leaves_nothing_that_a_pool_could_take(pools, cap, groups):
    """What is left of the cap is left because every pool is full or its group is."""
    accepted = waterfall(pools, cap, groups)
    if cost(pools, accepted) == cap:
        return
    full = {
        name
        for name, bound in groups.items()
        if sum(each for pool, each in zip(pools, accepted, strict=True) if pool.group == name) == bound
    }
    for pool, each in zip(pools, accepted, strict=True):
        assert each == pool.most or pool.group in full


@given(st.lists(pools, max_size=6), amounts, amounts, group_caps)
def test_the_acceptance_of_each_pool_is_monotone_in_the_cap(pools, one, other, groups):
    low, high = (waterfall(pools, cap, groups) for cap in sorted((one, other)))
    assert all(a <= b for a, b in zip(low, high, strict=True))


@given(holdings, amounts, amounts, denominations, prices)
def test_each_holding_s_acceptance_is_monotone_in_the_cap(tendered, one, other, denomination, price):
    low, high = (prorate(tendered, cap, denomination, price) for cap in sorted((one, other)))
    assert all(a <= b for a, b in zip(low.accepted, high.accepted, strict=True))


@given(holdings, st.one_of(amounts, cents), denominations, prices, st.booleans())
def test_a_cut_passes_neither_the_cap_nor_what_was_tendered(tendered, cap, denomination, price, largest):
    found = prorate(tendered, cap, denomination, price, by_largest_remainder=largest)
    assert sum(found.accepted, F(0)) * price + found.unused.amount == cap
    assert found.unused.amount >= 0
    for each, accepted in zip(tendered, found.accepted, strict=True):
        assert 0 <= accepted <= each
        assert accepted % denomination == 0 or accepted == each
        assert abs(accepted - each * found.factor) < denomination


@given(holdings, st.one_of(amounts, cents), denominations, prices, st.booleans())
def test_at_most_one_denomination_is_unused_or_the_reason_is_said(tendered, cap, denomination, price, largest):
    found = prorate(tendered, cap, denomination, price, by_largest_remainder=largest)
    if found.unused.amount >= denomination * price:
        assert found.unused.because in (
            "all that was tendered is accepted",
            "each holding is cut to the denomination",
        )
    assert bool(found.unused.because) == bool(found.unused.amount)


@given(st.lists(st.integers(0, 500), min_size=1, max_size=8), amounts, prices)
def test_largest_remainder_leaves_less_than_one_denomination_of_whole_holdings(notes, cap, price):
    tendered = [F(1_000 * each) for each in notes]
    found = prorate(tendered, cap, F(1_000), price, by_largest_remainder=True)
    assert found.factor == 1 or found.unused.amount < 1_000 * price


@given(st.lists(amounts, max_size=8), denominations, st.integers(0, 10))
def test_largest_remainder_keeps_to_its_total(exact, unit, more):
    least = sum((each // unit * unit for each in exact), F(0))
    found = largest_remainder(exact, unit, least + more * unit)
    assert sum(found, F(0)) <= least + more * unit
    assert all(0 <= (after - before // unit * unit) <= unit for before, after in zip(exact, found, strict=True))
