"""Day counts against published cases, and what must hold for any dates."""

import csv
import datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lexdocs.conventions.day_count import DAY_COUNTS, day_count

DATES = st.dates(datetime.date(1980, 1, 1), datetime.date(2060, 12, 31))

PUBLISHED = (
    # convention, start, end, days: 2006 ISDA examples and an issuer's published interest
    ("30/360", "1999-08-01", "2002-05-01", 990),
    ("30/360", "1999-08-01", "2003-03-25", 1314),
    ("30/360", "2006-01-30", "2006-02-28", 28),
    ("30/360", "2006-08-31", "2007-02-28", 178),
    ("30/360", "2006-01-31", "2006-03-31", 60),
    ("30/360", "2006-01-15", "2006-03-31", 76),
    ("30E/360", "2006-01-15", "2006-03-31", 75),
    ("30E/360", "2007-08-31", "2008-02-29", 179),
    ("Act/360", "2000-02-01", "2000-03-01", 29),
    ("Act/365F", "1999-02-01", "1999-03-01", 28),
)


@pytest.mark.parametrize(("name", "start", "end", "days"), PUBLISHED)
def test_published_days(name, start, end, days):
    assert day_count(name).days(datetime.date.fromisoformat(start), datetime.date.fromisoformat(end)) == days


@given(DATES, DATES)
def test_thirty_360_agrees_with_its_definition_in_words(start, end):
    """360 a year, 30 a month, the 31st as the 30th under the rule's two conditions."""
    first = 30 if start.day == 31 else start.day
    last = 30 if end.day == 31 and start.day in (30, 31) else end.day
    expected = (end.year - start.year) * 360 + (end.month - start.month) * 30 + (last - first)
    assert DAY_COUNTS["30/360"].days(start, end) == expected


@given(DATES, DATES)
def test_actual_days_run_both_ways(start, end):
    assert DAY_COUNTS["Act/360"].days(start, end) == -DAY_COUNTS["Act/360"].days(end, start)


@pytest.mark.parametrize("name", DAY_COUNTS)
def test_nothing_accrues_from_a_day_to_itself(name):
    day = datetime.date(2004, 2, 29)
    assert DAY_COUNTS[name].fraction(day, day) == 0


def test_the_folder_of_published_vectors_where_it_is_at_hand():
    """More cases stand beside the repository where it is developed."""
    path = Path(__file__).parents[3] / "shared" / "vectors" / "daycount.csv"
    if not path.exists():
        pytest.skip("the published vectors are not beside this checkout")
    names = {"30/360 BOND": "30/360", "30E/360": "30E/360", "ACT/360": "Act/360", "ACT/365F": "Act/365F"}
    checked = 0
    with path.open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            if row["convention"] in names and row["expected_unit"] == "days":
                start, end = (datetime.date.fromisoformat(row[part]) for part in ("start", "end"))
                assert str(day_count(names[row["convention"]]).days(start, end)) == row["expected"], row
                checked += 1
    assert checked > 20
