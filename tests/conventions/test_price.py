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


def test_redeemed_within_a_coupon_period_the_last_coupon_is_for_a_part_of_it():
    """6% at 8%, from March 1, 2012, redeemed on December 1: 3 / 1.04 + 101.5 / 1.04 to the power of 1 1/2."""
    march, end = D(2012, 3, 1), D(2014, 3, 1)
    found = price_at_yield(march, end, F("0.06"), F("0.08"), day_count("30/360"), redeemed=D(2012, 12, 1))
    assert float(found) == pytest.approx(0.03 / 1.04 + 1.015 / 1.04**1.5, abs=1e-12)


def test_redeemed_in_the_period_of_settlement_interest_is_simple():
    """60 days before a redemption that comes 90 days into the period: (1 + 0.015) / (1 + 0.08 / 6) less 0.005."""
    found = price_at_yield(
        D(2012, 4, 1), D(2014, 3, 1), F("0.06"), F("0.08"), day_count("30/360"), redeemed=D(2012, 6, 1)
    )
    assert abs(F(found) - (F("1.015") / (1 + F("0.08") / 6) - F("0.005"))) < F(1, 10**45)


@pytest.mark.parametrize("call", [D(2012, 9, 1), D(2013, 3, 1), D(2013, 9, 1), D(2014, 3, 1)])
def test_redeemed_on_a_coupon_date_it_is_priced_as_if_it_matured_then(call):
    given_ = (F("0.07"), F("0.05"), day_count("30/360"))
    assert price_at_yield(D(2012, 5, 17), D(2014, 3, 1), *given_, redeemed=call) == price_at_yield(
        D(2012, 5, 17), call, *given_
    )


def test_after_redemption_there_is_no_price():
    with pytest.raises(ValueError, match="before redemption"):
        price_at_yield(D(2012, 6, 1), D(2013, 3, 1), F("0.06"), F("0.08"), day_count("30/360"), redeemed=D(2012, 6, 1))


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
