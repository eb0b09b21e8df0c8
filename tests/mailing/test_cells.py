"""Cells: the same in columns as one by one."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from lexdocs.mailing.cells import number_cell, number_cells
from lexdocs.notation.units import Unit


@given(
    st.lists(st.integers(-(10**15), 10**15), max_size=8),
    st.integers(1, 5_000),
    st.sampled_from([Unit.MONEY, Unit.NUMBER, Unit.COUNT]),
)
def test_numbers_over_any_denominator_are_written_as_each_by_itself(numbers, bottom, unit):
    assert number_cells(numbers, bottom, unit) == [number_cell(Fraction(each, bottom), unit) for each in numbers]
