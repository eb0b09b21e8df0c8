"""Calendars held against known facts, against one another, and against QuantLib."""

import datetime

import pytest
import QuantLib as ql  # noqa: N813  the name its own examples give it
from hypothesis import given
from hypothesis import strategies as st

from lexdocs.conventions.calendar import (
    CALENDARS,
    FEDERAL,
    LONDON,
    NEW_YORK_STOCK_EXCHANGE,
    SEC,
    TARGET,
    Override,
    business_days,
    calendar,
    days,
    federal_holidays,
    is_business_day,
)
from lexdocs.conventions.rolling import Roll, add_business_days, adjust, nth_business_day
from lexdocs.errors import InputError

D = datetime.date
DATES = st.dates(D(1999, 2, 1), D(2040, 11, 30))
NAMED = st.sampled_from(sorted(CALENDARS)).map(calendar)


def test_labor_day_is_no_business_day_and_an_exchange_closing_is_one():
    assert not is_business_day(D(2001, 9, 3))
    assert is_business_day(D(2001, 9, 12))


def test_the_rule_s_count_for_the_worked_example():
    """Day 20 from August 6, 2001 is August 31; from August 7 it is September 4."""
    assert business_days(D(2001, 8, 6), D(2001, 9, 4))[19] == nth_business_day(D(2001, 8, 6), 20) == D(2001, 8, 31)
    assert business_days(D(2001, 8, 7), D(2001, 9, 4))[19] == nth_business_day(D(2001, 8, 7), 20) == D(2001, 9, 4)
    assert len(business_days(D(2001, 8, 8), D(2001, 9, 4))) == 19


def test_new_year_on_a_saturday_is_kept_on_the_friday_before():
    assert not is_business_day(D(2010, 12, 31))
    assert D(2010, 12, 31) in federal_holidays(2010)
    assert NEW_YORK_STOCK_EXCHANGE.is_business_day(D(2010, 12, 31))


def test_no_days_before_the_first():
    assert business_days(D(2012, 7, 6), D(2012, 7, 2)) == ()


CLOSED = [
    (SEC, D(1986, 1, 20)),  # the first Birthday of Martin Luther King, Jr.
    (SEC, D(2021, 6, 18)),  # Juneteenth, a Saturday, in the year of the act
    (SEC, D(2022, 6, 20)),
    (SEC, D(2001, 11, 12)),  # Veterans Day, a Sunday
    (SEC, D(2024, 10, 14)),  # Columbus Day
    (NEW_YORK_STOCK_EXCHANGE, D(1980, 11, 4)),  # election of a president
    (NEW_YORK_STOCK_EXCHANGE, D(1985, 9, 27)),  # Hurricane Gloria
    (NEW_YORK_STOCK_EXCHANGE, D(1994, 4, 27)),  # funeral of President Nixon
    *((NEW_YORK_STOCK_EXCHANGE, D(2001, 9, day)) for day in (11, 12, 13, 14)),
    (NEW_YORK_STOCK_EXCHANGE, D(2004, 6, 11)),  # President Reagan
    (NEW_YORK_STOCK_EXCHANGE, D(2007, 1, 2)),  # President Ford
    (NEW_YORK_STOCK_EXCHANGE, D(2012, 10, 29)),  # Hurricane Sandy
    (NEW_YORK_STOCK_EXCHANGE, D(2012, 10, 30)),
    (NEW_YORK_STOCK_EXCHANGE, D(2018, 12, 5)),  # President Bush
    (NEW_YORK_STOCK_EXCHANGE, D(2025, 1, 9)),  # President Carter
    (NEW_YORK_STOCK_EXCHANGE, D(2022, 6, 20)),
    (NEW_YORK_STOCK_EXCHANGE, D(2001, 4, 13)),  # Good Friday
    (TARGET, D(1999, 12, 31)),
    (TARGET, D(2001, 12, 31)),
    (TARGET, D(2000, 4, 21)),
    (TARGET, D(2000, 12, 26)),
    (TARGET, D(2012, 5, 1)),
    (LONDON, D(1974, 1, 1)),  # the first New Year's Day that was a bank holiday, proclaimed in October 1973
    (LONDON, D(1995, 5, 8)),  # the fiftieth anniversary of VE Day, in the place of May Day
    (LONDON, D(1999, 12, 31)),
    (LONDON, D(2002, 6, 3)),
    (LONDON, D(2002, 6, 4)),
    (LONDON, D(2011, 4, 29)),
    (LONDON, D(2012, 6, 4)),
    (LONDON, D(2012, 6, 5)),
    (LONDON, D(2020, 5, 8)),
    (LONDON, D(2022, 6, 2)),
    (LONDON, D(2022, 6, 3)),
    (LONDON, D(2022, 9, 19)),
    (LONDON, D(2023, 5, 8)),
    (LONDON, D(2011, 12, 27)),  # Christmas Day on a Sunday
]
OPEN = [
    (SEC, D(1985, 1, 21)),
    (SEC, D(2020, 6, 19)),
    *((SEC, D(2001, 9, day)) for day in (11, 12, 13, 14)),
    (SEC, D(2012, 10, 29)),
    (SEC, D(2018, 12, 5)),
    (SEC, D(2001, 4, 13)),
    (NEW_YORK_STOCK_EXCHANGE, D(2021, 6, 18)),
    (NEW_YORK_STOCK_EXCHANGE, D(2001, 10, 8)),
    (NEW_YORK_STOCK_EXCHANGE, D(2001, 11, 12)),
    (TARGET, D(1999, 4, 5)),
    (TARGET, D(2002, 12, 31)),
    (TARGET, D(2000, 7, 4)),
    (LONDON, D(1973, 1, 1)),
    (LONDON, D(1995, 5, 1)),
    (LONDON, D(2002, 5, 27)),
    (LONDON, D(2012, 5, 28)),
    (LONDON, D(2020, 5, 4)),
    (LONDON, D(2022, 5, 30)),
]


@pytest.mark.parametrize(("held", "day"), CLOSED)
def test_known_holidays_close_and_have_names(held, day):
    assert not held.is_business_day(day)
    assert held.holiday_name(day) == held.closed_by(day)
    assert [each.date for each in held.holidays(day, day)] == [day]


@pytest.mark.parametrize(("held", "day"), OPEN)
def test_known_days_are_open(held, day):
    assert held.is_business_day(day)
    assert held.closed_by(day) is None


def test_a_finding_can_name_the_holidays_of_its_count():
    named = [(each.date, each.name) for each in SEC.holidays(D(2001, 8, 6), D(2001, 10, 9))]
    assert named == [(D(2001, 9, 3), "Labor Day"), (D(2001, 10, 8), "Columbus Day")]


def test_overrides_close_and_open_and_leave_the_calendar_as_it_was():
    held = SEC.with_overrides(
        [Override(D(2001, 9, 11), False, "order of September 12"), Override(D(2001, 9, 3), True, "practice")]
    )
    assert not held.is_business_day(D(2001, 9, 11))
    assert held.is_business_day(D(2001, 9, 3))
    assert held.closed_by(D(2001, 9, 11)) == "order of September 12"
    assert held.holiday_name(D(2001, 9, 3)) is None
    assert held.with_overrides([Override(D(2001, 9, 11), True, "taken back")]).is_business_day(D(2001, 9, 11))
    assert SEC.is_business_day(D(2001, 9, 11))
    assert SEC.with_overrides([Override(D(2012, 7, 7), True, "a Saturday")]).is_business_day(D(2012, 7, 7))


@pytest.mark.parametrize(
    ("held", "day", "says"),
    [
        (TARGET, D(1998, 12, 31), "TARGET: the holidays of 1998 are not known; this calendar is known from 1999"),
        (SEC, D(2100, 1, 1), "SEC business day: the holidays of 2100 are not known; this calendar is known from 1971"),
    ],
)
def test_a_year_that_is_not_known_is_said(held, day, says):
    with pytest.raises(InputError, match=r".") as caught:
        held.is_business_day(day)
    assert str(caught.value) == f"{says} to 2099"


def test_calendars_by_name():
    assert calendar("us-federal") is FEDERAL
    assert calendar("new york stock exchange") is NEW_YORK_STOCK_EXCHANGE
    with pytest.raises(KeyError, match="the calendars are US federal, SEC business day"):
        calendar("Tokyo Stock Market")


QUANTLIB = {
    FEDERAL: ql.UnitedStates(ql.UnitedStates.Settlement),
    NEW_YORK_STOCK_EXCHANGE: ql.UnitedStates(ql.UnitedStates.NYSE),
    TARGET: ql.TARGET(),
    LONDON: ql.UnitedKingdom(ql.UnitedKingdom.Settlement),
}
DIFFERENCES = {
    (FEDERAL, D(1983, 1, 17)): "QuantLib keeps the Birthday of Martin Luther King, Jr. from 1983; the act of that year "
    "took effect in 1986",
    (FEDERAL, D(1984, 1, 16)): "as in 1983",
    (FEDERAL, D(1985, 1, 21)): "as in 1983",
    (FEDERAL, D(2021, 6, 18)): "QuantLib keeps Juneteenth from 2022; the act was signed on June 17, 2021, and the day "
    "was observed by federal offices on the next",
    (LONDON, D(1981, 7, 29)): "QuantLib lacks the wedding of the Prince of Wales, a bank holiday by proclamation",
}


@pytest.mark.parametrize("held", QUANTLIB, ids=lambda held: held.name)
def test_every_weekday_agrees_with_quantlib_but_for_what_is_explained(held):
    other = QUANTLIB[held]
    first = D(max(1980, held.first_year), 1, 1)
    different = {
        (held, day)
        for day in days(first, D(2040, 12, 31))
        if held.is_business_day(day) == other.isHoliday(ql.Date(day.day, day.month, day.year))
    }
    assert different == {each for each in DIFFERENCES if each[0] is held}


ROLLS = {
    Roll.NONE: ql.Unadjusted,
    Roll.FOLLOWING: ql.Following,
    Roll.MODIFIED_FOLLOWING: ql.ModifiedFollowing,
    Roll.PRECEDING: ql.Preceding,
    Roll.MODIFIED_PRECEDING: ql.ModifiedPreceding,
}


def _of(date):
    return D(date.year(), date.month(), date.dayOfMonth())


@given(DATES, st.sampled_from(Roll), st.sampled_from([NEW_YORK_STOCK_EXCHANGE, TARGET, LONDON]))
def test_rolls_agree_with_quantlib(day, roll, held):
    found = QUANTLIB[held].adjust(ql.Date(day.day, day.month, day.year), ROLLS[roll])
    assert adjust(day, roll, held) == _of(found)


@given(DATES, st.integers(-30, 30), st.sampled_from([TARGET, LONDON]))
def test_adding_business_days_agrees_with_quantlib(day, count, held):
    if held is TARGET and day < D(1999, 6, 1):
        return
    found = QUANTLIB[held].advance(ql.Date(day.day, day.month, day.year), count, ql.Days)
    assert add_business_days(day, count, held) == _of(found)


@given(DATES, st.integers(1, 40), NAMED)
def test_the_nth_business_day_is_the_nth_counted(start, number, held):
    last = nth_business_day(start, number, held)
    counted = held.business_days(start, last)
    assert len(counted) == number
    assert counted[-1] == last


@given(DATES, st.sampled_from(Roll), NAMED)
def test_a_business_day_stays_where_it_is(day, roll, held):
    if held.is_business_day(day):
        assert adjust(day, roll, held) == day
    elif roll is not Roll.NONE:
        assert held.is_business_day(adjust(day, roll, held))


@given(DATES, NAMED)
def test_a_day_is_open_or_something_closes_it(day, held):
    assert held.is_business_day(day) == (held.closed_by(day) is None)


def test_a_count_from_nothing_is_refused():
    with pytest.raises(ValueError, match="counted from one"):
        nth_business_day(D(2012, 7, 2), 0)
