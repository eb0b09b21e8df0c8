"""Many holders from register and log to a mailing that ties, in memory that does not grow with them."""

import json
import os

import pytest

from tests.benchmarks import million

pytestmark = [pytest.mark.xdist_group("mailed"), pytest.mark.soak]


@pytest.mark.parametrize("jobs", [1, 2])
def test_many_holders_take_no_more_memory_than_few(tmp_path, jobs):
    few = million.mailed(10_000, tmp_path / "few", os.environ, jobs)
    many = million.mailed(40_000, tmp_path / "many", os.environ, jobs)
    assert few.ties, list(million.told(few, few))
    assert many.ties, list(million.told(many, few))
    assert many.control["holders"] == 40_000
    assert not many.control["failed"]
    assert million.grown(many, few) <= million.MOST
    assert few.checked is not None  # qpdf was asked, and has nothing to say: see `ties`


def test_a_sum_that_is_not_the_deals_does_not_tie(tmp_path):
    found = million.mailed(200, tmp_path / "few", os.environ, 1)
    assert found.ties
    other = json.loads(json.dumps(found.control))
    other["totals"][0]["mailed"] += "1"
    assert not million.Passed(other, found.mailed, found.verified, found.checked).ties
