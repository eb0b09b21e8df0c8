"""Business days of the tender-offer rules."""

import datetime

from lexdocs.conventions.calendar import business_days, is_business_day

D = datetime.date


def test_labor_day_is_no_business_day_and_an_exchange_closing_is_one():
    assert not is_business_day(D(2001, 9, 3))
    assert is_business_day(D(2001, 9, 12))


def test_the_rule_s_count_for_the_worked_example():
    """Day 20 from August 6, 2001 is August 31; from August 7 it is September 4."""
    assert business_days(D(2001, 8, 6), D(2001, 9, 4))[19] == D(2001, 8, 31)
    assert business_days(D(2001, 8, 7), D(2001, 9, 4))[19] == D(2001, 9, 4)
    assert len(business_days(D(2001, 8, 8), D(2001, 9, 4))) == 19


def test_new_year_on_a_saturday_is_kept_on_the_friday_before():
    assert not is_business_day(D(2010, 12, 31))


def test_no_days_before_the_first():
    assert business_days(D(2012, 7, 6), D(2012, 7, 2)) == ()
