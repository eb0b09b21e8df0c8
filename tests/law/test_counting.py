"""Counting business days: properties that hold for any start and any expiration."""

import datetime

from hypothesis import given
from hypothesis import strategies as st

from lexdocs.conventions.calendar import SEC
from lexdocs.law.counting import count_open
from lexdocs.notation.units import Moment

DAYS = st.dates(datetime.date(1990, 1, 1), datetime.date(2035, 12, 31))


@given(DAYS, st.integers(0, 90), st.integers(1, 30))
def test_the_number_is_reached_when_its_day_has_passed(start, length, needed):
    last = start + datetime.timedelta(days=length)
    counted = count_open(start, Moment(last, 24, 0, "New York City"), needed)
    assert counted.enough == (counted.reached <= last)
    assert all(SEC.is_business_day(day) for day in counted.days)
    if counted.enough:
        assert counted.days[needed - 1] == counted.reached
    weekdays = [start + datetime.timedelta(days=step) for step in range(length + 1)]
    skipped = [day for day in weekdays if day.weekday() < 5 and day not in counted.days]
    assert skipped == [each.date for each in counted.holidays if each.date <= last]


@given(DAYS, st.integers(0, 60))
def test_an_hour_before_midnight_takes_the_last_day_away(start, length):
    last = start + datetime.timedelta(days=length)
    whole = count_open(start, Moment(last, 24, 0, "New York City"), 20)
    cut = count_open(start, Moment(last, 23, 0, "New York City"), 20)
    assert len(whole.days) - len(cut.days) == SEC.is_business_day(last)


def test_the_figure_and_the_finding_count_alike(example):
    for day in ("August 6, 2001", "August 7, 2001", "August 11, 2001"):
        deal = example.deal({"offer.circular_sent": day})
        found = example.found({"offer.circular_sent": day})
        for key, name in (("announcement", "announcement"), ("sending", "sending")):
            figure = deal.book.value(f"business_days_open_from_{name}")
            assert figure == len(found[f"14e-1(a):{key}"].days)
