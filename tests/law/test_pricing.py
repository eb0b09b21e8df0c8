"""When yields are read and prices announced, against the expiration and the time that the terms name."""

import shutil
from pathlib import Path

import pytest

from tests.law.conftest import TINY, Copy


@pytest.fixture
def kittiwake(tmp_path):
    return Copy(Path(shutil.copytree(TINY.parent / "kittiwake", tmp_path / "kittiwake")))


PRICING = "events/2018-04-23-pricing.yaml"
AT = "2:30 p.m., New York City time, on April 23, 2018"


def priced(copy, at):
    return {key: each for key, each in copy.edit(AT, at, PRICING).found().items() if key.startswith("pricing")}


def test_filling_in_a_yield_is_no_change_of_terms(kittiwake):
    found = kittiwake.found()
    assert not [key for key in found if key.startswith(("pricing", "14e-1(b)"))]


def test_prices_before_the_yields_are_read(kittiwake):
    found = priced(kittiwake, "10:59 a.m., New York City time, on April 23, 2018")
    (finding,) = found.values()
    assert finding.result == "not met"
    assert str(finding) == (
        "events/2018-04-23-pricing.yaml:2:5 pricing:2018-04-23-pricing and determination: not met: the prices are"
        " announced at 10:59 a.m., New York City time, on April 23, 2018, before the reference yields are read at"
        " 11:00 a.m., New York City time, on April 23, 2018 [consistency]"
    )


@pytest.mark.parametrize("at", ["11:00 a.m., New York City time, on April 23, 2018", "April 23, 2018", "May 4, 2018"])
def test_prices_in_time(kittiwake, at):
    assert priced(kittiwake, at) == {}


def test_prices_after_the_expiration(kittiwake):
    (finding,) = priced(kittiwake, "May 5, 2018").values()
    assert finding.result == "counsel must decide"
    assert "announced on May 5, 2018, and the offer expires at 12 midnight" in finding.says
    assert "holders would not know them while they can tender" in finding.says


def test_yields_that_are_read_after_the_expiration(kittiwake):
    late = {
        "offer.price_determination": "11:00 a.m., New York City time, on May 5, 2018",
        "offer.early_settlement_date": "May 8, 2018",
    }
    found = kittiwake.found(late)
    assert found["pricing:expiration and price determination"].result == "counsel must decide"
    assert found["pricing:2018-04-23-pricing and determination"].result == "not met"


def test_another_spread_is_a_change_of_the_consideration(kittiwake):
    kittiwake.event("2018-04-16", "April 16, 2018", classed="immaterial", changes={"series[0].fixed_spread": "1%"})
    assert "touches series[0].fixed_spread" in kittiwake.found()["14e-1(b):amendment 2018-04-16"].says


def test_interest_that_is_not_paid_to_a_coupon_date(kittiwake):
    found = kittiwake.found({"series[1].interest_paid_to": "January 1, 2018"})["pricing:coupon date:notes-b"]
    assert found.result == "counsel must decide"
    assert found.says == (
        "the price of notes-b takes interest as paid to December 1, 2017, the coupon date before settlement on"
        " April 25, 2018; the terms say that it is paid to January 1, 2018"
    )
