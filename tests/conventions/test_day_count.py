"""Day counts against published cases, and what must hold for any dates."""

import csv
import datetime
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lexdocs.conventions.context import NEVER, Context, ContextError
from lexdocs.conventions.day_count import DAY_COUNTS, day_count
from lexdocs.conventions.day_count_question import read_question
from lexdocs.notation.rounding import round_to
from lexdocs.notation.units import Rounding

D = datetime.date
DATES = st.dates(D(1980, 1, 1), D(2060, 12, 31))
ROWS = [
    row
    for name in ("daycount.csv", "more-daycount.csv")
    for row in csv.DictReader((Path(__file__).parent / name).read_text("utf-8").splitlines())
]
# Any context that every day count can do with.
FULL = Context(NEVER, D(1999, 12, 31), D(2000, 6, 30), 2, True)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['convention']}, {row['start']}, {row['end']}")
def test_published(row):
    asked = read_question(row)
    if row["expected_unit"] == "days":
        assert asked.count.days(asked.start, asked.end, asked.context) == int(row["expected"])
        return
    found = asked.count.fraction(asked.start, asked.end, asked.context)
    # Some sources pad their tenth digit with zeros: ten digits are what they print.
    places = min(len(row["expected"].partition(".")[2]), 10)
    quantum = Fraction(1, 10**places)
    expected = round_to(Fraction(row["expected"]), Rounding.HALF_UP, quantum)
    assert abs(round_to(found, Rounding.HALF_UP, quantum) - expected) == 0
    assert abs(found - Fraction(row["expected"])) < Fraction(1, 10**10)


@pytest.mark.parametrize("name", DAY_COUNTS)
@given(start=DATES, end=DATES)
def test_days_run_both_ways(name, start, end):
    count = DAY_COUNTS[name]
    assert count.days(start, end, FULL) == -count.days(end, start, FULL)
    assert count.fraction(start, end, FULL) == -count.fraction(end, start, FULL)


@pytest.mark.parametrize("name", DAY_COUNTS)
@given(start=DATES, days=st.integers(0, 4000), more=st.integers(0, 40))
def test_a_later_end_never_counts_less(name, start, days, more):
    count = DAY_COUNTS[name]
    end, later = start + datetime.timedelta(days), start + datetime.timedelta(days + more)
    # Where an end on the 31st counts as such, the first of the next month is as far.
    assert count.days(start, later, FULL) >= count.days(start, end, FULL)


@pytest.mark.parametrize("name", DAY_COUNTS)
@given(start=DATES, years=st.integers(1, 40))
def test_whole_years_are_whole(name, start, years):
    if (start.month, start.day) == (2, 29):
        return
    end = start.replace(year=start.year + years)
    found = DAY_COUNTS[name].fraction(start, end, FULL)
    exact = name in ("30/360", "30E/360")
    assert found == years if exact else abs(found - years) < Fraction(years + 1, 50)


@pytest.mark.parametrize("name", DAY_COUNTS)
def test_nothing_accrues_from_a_day_to_itself(name):
    day = D(2004, 2, 29)
    assert DAY_COUNTS[name].fraction(day, day, FULL) == 0


@given(DATES, DATES)
def test_thirty_360_agrees_with_its_definition_in_words(start, end):
    """360 a year, 30 a month, the 31st as the 30th under the rule's two conditions."""
    start, end = sorted((start, end))
    first = 30 if start.day == 31 else start.day
    last = 30 if end.day == 31 and start.day in (30, 31) else end.day
    expected = (end.year - start.year) * 360 + (end.month - start.month) * 30 + (last - first)
    assert DAY_COUNTS["30/360"].days(start, end) == expected


@given(DATES, DATES)
def test_isda_s_actual_years_day_by_day(start, end):
    start, end = sorted((start, min(end, start + datetime.timedelta(1500))))
    days = [start + datetime.timedelta(step) for step in range((end - start).days)]
    leap = sum(day.year % 4 == 0 and (day.year % 100 != 0 or day.year % 400 == 0) for day in days)
    expected = Fraction(leap, 366) + Fraction(len(days) - leap, 365)
    assert day_count("Act/Act ISDA").fraction(start, end) == expected


def test_the_termination_date_is_asked_for_only_where_it_matters():
    count = day_count("30E/360 ISDA")
    assert count.days(D(2011, 8, 31), D(2012, 1, 31)) == 150
    with pytest.raises(ContextError, match="needs the termination date"):
        count.days(D(2011, 8, 31), D(2012, 2, 29))
