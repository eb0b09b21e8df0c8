"""When rules were in force: dated rows, each with its source, and no two forms of a rule on one day."""

import datetime
from itertools import pairwise

import pytest

from lexdocs.law.in_force import TABLE, form_of, in_force


@pytest.mark.parametrize(
    ("on", "days"),
    [
        ("1995-06-06", 5), ("1995-06-07", 3), ("2001-09-04", 3), ("2017-09-04", 3), ("2017-09-05", 2),
        ("2024-05-27", 2), ("2024-05-28", 1),
    ],
)  # fmt: skip
def test_the_settlement_cycle_of_a_day(on, days):
    form = in_force("settlement cycle", datetime.date.fromisoformat(on))
    assert form is not None
    assert form.days == days


@pytest.mark.parametrize(
    ("on", "relief"),
    [
        ("1986-03-11", []), ("2001-08-06", ["staff letters of 1986 to 1990"]),
        ("2015-01-22", ["staff letters of 1986 to 1990"]), ("2015-01-26", ["no-action letter of January 23, 2015"]),
        ("2026-06-29", ["no-action letter of January 23, 2015"]), ("2026-06-30", ["exemptive order of June 30, 2026"]),
    ],
)  # fmt: skip
def test_the_relief_of_a_day(on, relief):
    names = (
        "staff letters of 1986 to 1990",
        "no-action letter of January 23, 2015",
        "exemptive order of June 30, 2026",
    )
    day = datetime.date.fromisoformat(on)
    assert [name for name in names if in_force(name, day)] == relief


def test_every_row_has_its_words_and_its_source():
    for row in TABLE:
        assert row.asks
        assert row.cite
        assert row.source
        assert row.until is None or row.since <= row.until


def test_a_rule_has_one_form_on_a_day():
    for rule in {row.rule for row in TABLE}:
        forms = [row for row in TABLE if row.rule == rule]
        for one, next_one in pairwise(forms):
            assert one.until is not None
            assert one.until + datetime.timedelta(days=1) == next_one.since
        assert form_of(rule) is forms[-1]
