"""Rounding to a quantum."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lexdocs.notation.rounding import as_decimal, round_to
from lexdocs.notation.units import Rounding

CENT = Fraction(1, 100)


@pytest.mark.parametrize(
    ("value", "direction", "expected"),
    [
        ("24.325", Rounding.HALF_UP, "24.33"),
        ("24.325", Rounding.HALF_EVEN, "24.32"),
        ("24.335", Rounding.HALF_EVEN, "24.34"),
        ("24.321", Rounding.UP, "24.33"),
        ("24.329", Rounding.DOWN, "24.32"),
        ("24.32", Rounding.UP, "24.32"),
        ("-24.325", Rounding.HALF_UP, "-24.33"),
    ],
)
def test_each_direction(value, direction, expected):
    assert round_to(Fraction(value), direction, CENT) == Fraction(expected)


@given(
    st.fractions(min_value=0, max_value=10**9), st.sampled_from(Rounding), st.fractions(min_value=CENT, max_value=10**4)
)
def test_a_rounded_value_is_a_near_multiple(value, direction, quantum):
    rounded = round_to(value, direction, quantum)
    assert (rounded / quantum).denominator == 1
    assert abs(rounded - value) < quantum
    if direction is Rounding.UP:
        assert rounded >= value
    if direction is Rounding.DOWN:
        assert rounded <= value
    if direction in (Rounding.HALF_UP, Rounding.HALF_EVEN):
        assert abs(rounded - value) * 2 <= quantum


def test_a_third_is_exact_until_it_is_rounded():
    """With decimals a third taken three times is less than one, and a floor on it is off by one."""
    assert round_to(Fraction(1, 3) * 3, Rounding.DOWN) == 1


@given(st.decimals(allow_nan=False, allow_infinity=False, places=6, min_value=-(10**9), max_value=10**9))
def test_decimals_come_back_digit_for_digit(value):
    assert as_decimal(Fraction(value)) == value


def test_a_decimal_that_never_ends_is_refused():
    with pytest.raises(ValueError, match="needs a rounding"):
        as_decimal(Fraction(1, 3))
    assert as_decimal(Fraction(-1, 8)) == Decimal("-0.125")
