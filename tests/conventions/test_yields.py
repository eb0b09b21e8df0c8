"""Yields solved in decimals: what is solved for is what the payments are worth."""

from decimal import Decimal
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from lexdocs.conventions.yields import present_value, yield_to_maturity

RATES = st.fractions(Fraction(0), Fraction(1, 4), max_denominator=400)


def bond(rate, periods, per_year):
    flows = [(Fraction(period, per_year), rate / per_year) for period in range(1, periods + 1)]
    return [*flows, (Fraction(periods, per_year), Fraction(1))]


@given(RATES, st.integers(1, 40), st.sampled_from([1, 2, 4]))
def test_at_par_the_yield_is_the_rate(rate, periods, per_year):
    found = yield_to_maturity(bond(rate, periods, per_year), Fraction(1), per_year)
    assert found is not None
    assert abs(Fraction(found) - rate) <= Fraction(1, 10**12)


@given(RATES, st.integers(1, 40), st.fractions(Fraction(1, 4), Fraction(5, 4), max_denominator=100))
def test_payments_at_the_yield_are_worth_the_price(rate, periods, price):
    flows = bond(rate, periods, 2)
    found = yield_to_maturity(flows, price, 2)
    assert found is not None
    assert abs(Fraction(present_value(flows, found, 2)) - price) < Fraction(1, 10**8)


def test_no_yield_makes_payments_worth_nothing():
    assert yield_to_maturity(bond(Fraction(1, 10), 4, 2), Fraction(0), 2) is None


def test_a_price_below_par():
    # Twenty half-years of 4 and 100 at the end, for 90: 9.5761% is the yield of the bond tables.
    found = yield_to_maturity(bond(Fraction(8, 100), 20, 2), Fraction(9, 10), 2)
    assert found is not None
    assert found.quantize(Decimal("0.000001")) == Decimal("0.095761")
