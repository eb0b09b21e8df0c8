"""Whole deals of the other kinds, and of a later life, as of events of each sort: every input moves what it must."""

from pathlib import Path

import pytest

from lexdocs.checks.mutation import running, telling
from lexdocs.checks.mutation.outcome import together

DEALS = Path(__file__).parents[2] / "deals"

pytestmark = [pytest.mark.soak, pytest.mark.xdist_group("mutated")]  # two processors are taken by each


@pytest.mark.parametrize(
    ("name", "events"),
    [
        ("windrow", ["2012-07-16", "2012-08-01"]),
        ("lexington_later", ["2001-08-20", "2001-09-28-installment", "2001-12-17"]),
        ("ferry", ["2016-06-20", "2016-07-06"]),
        ("kittiwake", ["2018-04-09", "2018-04-23", "2018-04-23-pricing", "2018-05-08"]),
    ],
)
def test_every_input_moves_what_it_must(name, events):
    for report in together([running.mutate(DEALS / name, event) for event in events]):
        assert report.sound, list(telling.lines(report))
        assert report.percent == 100
