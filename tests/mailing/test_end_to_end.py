"""Many holders from register and log to a mailing that ties, in memory that does not grow with them."""

import json
import os
import shutil
import sys
from pathlib import Path

import pytest

from lexdocs.outputs.files import digest_of
from tests.benchmarks import million
from tests.benchmarks.measuring import run

ROOT = Path(__file__).parents[2]

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


def test_many_holders_mailed_twice_have_the_same_bytes(tmp_path):
    """Two processes each time, whose memory is never quite the same: one page in ten thousand would be seen."""
    folder = tmp_path / "mixed"
    run([sys.executable, "-m", "tests.benchmarks.mixed_register", 60_000, folder], ROOT, os.environ)
    digests = []
    for name in ("one", "other"):
        out = tmp_path / name
        run([sys.executable, "-m", "lexdocs.cli.main", "mail", folder, "--out", out, "--jobs", 2], ROOT, os.environ)
        digests.append({path.name: digest_of(path) for path in sorted(out.glob("*")) if path.is_file()})
        shutil.rmtree(out)
    assert digests[0] == digests[1]
    assert {"statements.pdf", "manifest.jsonl", "control.json"} <= digests[0].keys()
