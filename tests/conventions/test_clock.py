"""Moments are compared on the clocks of the places they name."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lexdocs.conventions.clock import ZONES, at_or_before, local_minutes, universal_minutes
from lexdocs.notation.languages import TRANSLATIONS
from lexdocs.notation.locales.days import PLACES
from lexdocs.notation.units import Moment

DATES = st.dates(datetime.date(1980, 1, 2), datetime.date(2035, 12, 30))
TIMES = st.tuples(st.integers(0, 23), st.integers(0, 59))
MOMENTS = st.builds(
    lambda date, time, place: Moment(date, time[0], time[1], place), DATES, TIMES, st.sampled_from(sorted(ZONES))
)


def test_every_place_has_a_time_zone():
    day = datetime.date(2012, 7, 6)
    assert all(universal_minutes(Moment(day, 12, 0, place)) > 0 for place in ZONES)


def test_the_time_of_every_place_has_a_name_in_each_language():
    assert {*ZONES} <= {*PLACES}
    assert [place for place, said in PLACES.items() if {*said} != {*TRANSLATIONS}] == []


def test_new_york_is_five_hours_behind_london_in_summer_and_in_winter():
    for day in (datetime.date(2012, 7, 6), datetime.date(2012, 1, 6)):
        assert universal_minutes(Moment(day, 12, 0, "New York City")) == universal_minutes(Moment(day, 17, 0, "London"))


def test_midnight_ends_its_date():
    friday, saturday = datetime.date(2012, 7, 6), datetime.date(2012, 7, 7)
    end = Moment(friday, 24, 0, "Chicago")
    assert at_or_before(Moment(friday, 23, 59, "Chicago"), end)
    assert at_or_before(end, Moment(saturday, 0, 0, "Chicago"))
    assert not at_or_before(Moment(saturday, 0, 1, "Chicago"), end)
    assert universal_minutes(end) == universal_minutes(Moment(saturday, 0, 0, "Chicago"))


def test_a_place_that_nobody_knows_compares_with_itself_alone():
    here = Moment(datetime.date(2012, 7, 6), 9, 0, "Ruritania")
    assert at_or_before(here, here)
    with pytest.raises(KeyError, match="Ruritania"):
        at_or_before(here, Moment(here.date, 9, 0, "London"))


@given(MOMENTS, MOMENTS)
def test_one_of_two_moments_comes_first(one, two):
    assert at_or_before(one, two) or at_or_before(two, one)


@given(MOMENTS, st.integers(1, 10_000))
def test_minutes_count_forward(moment, more):
    later = datetime.datetime.combine(moment.date, datetime.time(moment.hour, moment.minute))
    later += datetime.timedelta(minutes=more)
    after = Moment(later.date(), later.hour, later.minute, moment.place)
    assert local_minutes(after) - local_minutes(moment) == more
