"""Payment dates and stepped interest."""

import datetime
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from lexdocs.conventions.day_count import day_count
from lexdocs.conventions.schedule import payment_dates, stepped_interest
from lexdocs.notation.units import Day

D = datetime.date
QUARTERS = (Day(3, 31), Day(6, 30), Day(9, 30), Day(12, 31))


def test_a_start_on_a_payment_day_has_its_first_payment_a_period_later():
    assert payment_dates(D(2012, 3, 31), D(2012, 12, 31), QUARTERS)[0] == D(2012, 6, 30)


def test_maturity_off_the_grid_ends_with_a_short_period():
    assert payment_dates(D(2012, 1, 2), D(2012, 8, 15), QUARTERS)[-2:] == (D(2012, 6, 30), D(2012, 8, 15))


def test_february_29_is_paid_on_the_28th_of_other_years():
    assert payment_dates(D(2012, 1, 1), D(2013, 3, 1), [Day(2, 29)]) == (D(2012, 2, 29), D(2013, 2, 28), D(2013, 3, 1))


@given(st.dates(D(2000, 1, 1), D(2010, 1, 1)), st.integers(1, 3000), st.integers(1, 2999))
def test_interest_at_one_rate_does_not_depend_on_where_it_is_split(start, length, cut):
    end = start + datetime.timedelta(days=length)
    at = start + datetime.timedelta(days=min(cut, length))
    count, rate = day_count("Act/360"), Fraction("0.07")
    whole = stepped_interest(start, end, [(rate, None)], count)
    assert stepped_interest(start, end, [(rate, at), (rate, None)], count) == whole
    assert whole == rate * length / 360


def test_a_step_inside_a_period_is_paid_each_rate_for_its_days():
    steps = [(Fraction("0.06"), D(2012, 2, 1)), (Fraction("0.12"), None)]
    count = day_count("30/360")
    assert stepped_interest(D(2012, 1, 1), D(2012, 4, 1), steps, count) == Fraction("0.005") + Fraction("0.02")


def test_a_change_inside_a_period_leaves_the_period_its_days():
    """Under 30/360 a quarter that ends on the 31st has 90 days, however it is cut: 45 at each rate here."""
    steps = [(Fraction("0.14"), D(2012, 11, 15)), (Fraction("0.15"), None)]
    found = stepped_interest(D(2012, 9, 30), D(2012, 12, 31), steps, day_count("30/360"))
    assert found == Fraction("0.14") * 45 / 360 + Fraction("0.15") * 45 / 360
