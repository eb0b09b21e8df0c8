"""Prices at a yield, by hand and against QuantLib."""

import datetime
from decimal import Decimal
from fractions import Fraction

import pytest
import QuantLib as ql  # noqa: N813  the name its own examples give it
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from lexdocs.conventions.day_count import day_count
from lexdocs.conventions.price import accrued, price_at_yield

D = datetime.date
F = Fraction


def test_two_whole_years_at_another_yield():
    """6% at 8% for one year, semiannual: 3 / 1.04 + 103 / 1.04² = 98.1139…"""
    found = price_at_yield(D(2012, 3, 1), D(2013, 3, 1), F("0.06"), F("0.08"), day_count("30/360"))
    assert abs(F(found) - (F("0.03") / F("1.04") + F("1.03") / F("1.0816"))) < F(1, 10**45)


def test_simple_interest_in_the_last_period():
    """90 days before maturity: (1 + 0.03) / (1 + 0.02) less 0.015 accrued."""
    found = price_at_yield(D(2012, 12, 1), D(2013, 3, 1), F("0.06"), F("0.08"), day_count("30/360"))
    assert abs(F(found) - (F("1.03") / F("1.02") - F("0.015"))) < F(1, 10**45)


def test_after_maturity_there_is_no_price():
    with pytest.raises(ValueError, match="before maturity"):
        price_at_yield(D(2013, 3, 1), D(2013, 3, 1), F("0.06"), F("0.08"), day_count("30/360"))


@settings(max_examples=300, deadline=None)
@given(
    st.dates(D(2001, 1, 1), D(2020, 12, 28)), st.integers(400, 9000), st.integers(1, 1500), st.integers(1, 1500),
    st.sampled_from([1, 2, 4]),
)  # fmt: skip
def test_prices_agree_with_quantlib(settlement, length, rate, yielded, frequency):
    maturity = settlement + datetime.timedelta(length)
    assume(maturity.day <= 28)
    ours = price_at_yield(
        settlement, maturity, F(rate, 10_000), F(yielded, 10_000), day_count("30/360"), 12 // frequency
    )
    to_ql = lambda day: ql.Date(day.day, day.month, day.year)  # noqa: E731  two letters for two dates
    count, often = ql.Thirty360(ql.Thirty360.BondBasis), {1: ql.Annual, 2: ql.Semiannual, 4: ql.Quarterly}[frequency]
    schedule = ql.Schedule(
        to_ql(D(settlement.year - 2, maturity.month, maturity.day)), to_ql(maturity), ql.Period(often),
        ql.NullCalendar(), ql.Unadjusted, ql.Unadjusted, ql.DateGeneration.Backward, False,
    )  # fmt: skip
    bond = ql.FixedRateBond(0, 100.0, schedule, [rate / 10_000], count)
    theirs = ql.BondFunctions.cleanPrice(bond, yielded / 10_000, count, ql.Compounded, often, to_ql(settlement))
    assert abs(float(100 * ours) - theirs) < 1e-9
    assert (
        abs(
            float(100 * accrued(settlement, maturity, F(rate, 10_000), day_count("30/360"), 12 // frequency))
            - bond.accruedAmount(to_ql(settlement))
        )
        < 1e-10
    )
    assert isinstance(ours, Decimal)
