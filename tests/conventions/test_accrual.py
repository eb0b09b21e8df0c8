"""Kinds of interest: each input moves the result the way it should, to values worked out by hand."""

import datetime
from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lexdocs.conventions.accreted_value import OutsideTableError, accreted_value
from lexdocs.conventions.accrual import (
    default_interest,
    default_years,
    overdue_interest,
    paid_in_kind,
    simple_interest,
)
from lexdocs.conventions.context import NEVER, Context
from lexdocs.conventions.day_count import DAY_COUNTS, day_count
from lexdocs.notation.units import Rounding

D = datetime.date
ISSUED = D(2010, 3, 31)
FULL = Context(NEVER, D(2009, 12, 31), D(2010, 6, 30), 2, True)
dates = st.integers(0, 3000).map(lambda days: ISSUED + datetime.timedelta(days))
amounts = st.integers(1, 10**9).map(lambda cents: Fraction(cents, 100))
rates = st.integers(1, 2500).map(lambda basis: Fraction(basis, 10_000))
counts = st.sampled_from(sorted(DAY_COUNTS))


def years(name):
    return lambda start, end: day_count(name).fraction(start, end, FULL)


@given(amounts, rates, st.fractions(0, 30))
def test_simple_interest_is_in_proportion_to_each_of_its_inputs(principal, rate, time):
    found = simple_interest(principal, rate, time)
    assert simple_interest(3 * principal, rate, time) == 3 * found
    assert simple_interest(principal, 3 * rate, time) == 3 * found
    assert simple_interest(principal, rate, 3 * time) == 3 * found


@given(counts, amounts, rates, rates, dates, dates, dates)
def test_default_interest_lies_between_the_rate_without_and_with_the_margin(
    name, principal, rate, margin, first, second, default
):
    start, end = sorted((first, second))
    found = default_interest(principal, rate, margin, start, end, default, years(name))
    stated = simple_interest(principal, rate, years(name)(start, end))
    raised = simple_interest(principal, rate + margin, years(name)(start, end))
    if default <= start:
        assert found == raised
    elif default >= end:
        assert found == stated
    else:
        assert stated <= found <= raised
    later = default_interest(principal, rate, margin, start, end, default + datetime.timedelta(40), years(name))
    assert later <= found


def test_default_interest_by_hand():
    """90 days of 360 at 10% on $36,000 are $900; the last 30 of them at 2% more are $60."""
    count = day_count("30/360")
    found = default_interest(
        Fraction(36_000), Fraction("0.1"), Fraction("0.02"), D(2012, 1, 1), D(2012, 4, 1), D(2012, 3, 1), count.fraction
    )
    assert found == 960
    assert default_years(D(2012, 1, 1), D(2012, 4, 1), D(2012, 3, 1), count.fraction) == Fraction(30, 360)


@given(counts, amounts, rates, dates, dates, st.lists(dates, max_size=8))
def test_interest_on_overdue_interest_is_never_less_and_grows_with_each_date(name, principal, rate, first, second, due):
    start, end = sorted((first, second))

    def rate_for(since, until):
        return rate * years(name)(since, until)

    simple = overdue_interest(principal, rate_for, start, end, [])
    assert simple == simple_interest(principal, rate, years(name)(start, end))
    found = [overdue_interest(principal, rate_for, start, end, due[:some]) for some in range(len(due) + 1)]
    assert all(after >= before for before, after in pairwise(found))
    assert found[-1] == overdue_interest(principal, rate_for, start, end, due[::-1] + due)
    outside = [start, end, start - datetime.timedelta(9), end + datetime.timedelta(9)]
    assert overdue_interest(principal, rate_for, start, end, outside) == simple


def test_two_years_of_unpaid_half_years_by_hand():
    """Four half years at 10%: 1.05 to the fourth power is 1.21550625."""
    due = [D(2012, 7, 15), D(2013, 1, 15), D(2013, 7, 15)]
    fraction = day_count("30/360").fraction
    found = overdue_interest(
        Fraction(1_000), lambda first, last: fraction(first, last) / 10, D(2012, 1, 15), D(2014, 1, 15), due
    )
    assert found == Fraction("215.50625")


@given(
    amounts, st.lists(rates, min_size=1, max_size=12), st.sampled_from(Rounding), st.sampled_from(["0.01", "1", "5"])
)
def test_what_is_paid_in_kind_is_interest_to_the_increment(principal, shares, rounding, step):
    increment = Fraction(step)
    listed = [(ISSUED + datetime.timedelta(180 * number), rate) for number, rate in enumerate(shares, 1)]
    periods = paid_in_kind(principal, listed, rounding, increment)
    held = principal
    for (date, rate), period in zip(listed, periods, strict=True):
        assert period.date == date
        assert period.interest == held * rate
        assert (period.issued / increment).denominator == 1
        most = increment if rounding in (Rounding.UP, Rounding.DOWN) else increment / 2
        assert abs(period.rest) <= most
        assert rounding is not Rounding.UP or period.rest <= 0
        assert rounding is not Rounding.DOWN or period.rest >= 0
        held += period.issued
        assert period.principal == held


def test_paid_in_kind_by_hand():
    """$1,010 at 5% a period: $50.50 and $53.05 up to whole dollars, $50.50 and $53.03 (53.025) half up to the cent."""
    listed = [(D(2012, 7, 15), Fraction("0.05")), (D(2013, 1, 15), Fraction("0.05"))]
    up = paid_in_kind(Fraction(1_010), listed, Rounding.UP, Fraction(1))
    assert [period.issued for period in up] == [51, 54]
    cents = paid_in_kind(Fraction(1_010), listed, Rounding.HALF_UP)
    assert [period.issued for period in cents] == [Fraction("50.50"), Fraction("53.03")]
    down = paid_in_kind(Fraction(1_010), listed, Rounding.DOWN, Fraction(1))
    assert [period.issued for period in down] == [50, 53]


TABLE = ((D(2010, 1, 31), Fraction("700.00")), (D(2010, 7, 31), Fraction("740.50")), (D(2011, 1, 31), Fraction(790)))


@pytest.mark.parametrize(
    ("day", "value"),
    [
        (D(2010, 1, 31), "700"),
        (D(2010, 7, 31), "740.50"),
        (D(2011, 1, 31), "790"),
        (D(2010, 4, 30), "720.25"),  # 90 of 180 days
        (D(2010, 7, 30), "740.50"),  # the 31st is no day from the 30th
        (D(2010, 8, 20), "746"),  # 20 of 180 days: 49.50 / 9 = 5.50
    ],
)
def test_accreted_values_by_hand(day, value):
    assert accreted_value(TABLE, day) == Fraction(value)


@given(st.integers(0, 364), st.integers(1, 30))
def test_an_accreted_value_grows_with_the_days_and_stays_between_its_rows(days, more):
    first = D(2010, 1, 31) + datetime.timedelta(days)
    last = min(first + datetime.timedelta(more), D(2011, 1, 31))
    assert 700 <= accreted_value(TABLE, first) <= accreted_value(TABLE, last) <= 790


def test_a_table_says_nothing_before_its_first_row_and_after_its_last():
    with pytest.raises(OutsideTableError, match="the table begins on 2010-01-31, and 2010-01-30 comes before it"):
        accreted_value(TABLE, D(2010, 1, 30))
    with pytest.raises(OutsideTableError, match="the table ends on 2011-01-31, and 2011-02-01 comes after it"):
        accreted_value(TABLE, D(2011, 2, 1))
    with pytest.raises(ValueError, match="put the rows in order"):
        accreted_value(TABLE[::-1], D(2010, 4, 30))
    with pytest.raises(ValueError, match="at least one row"):
        accreted_value((), D(2010, 4, 30))
