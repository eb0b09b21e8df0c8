"""Rates, caps and days of an offer for series that are hardly meant: findings that counsel can acknowledge."""

import shutil
from pathlib import Path

import pytest

from tests.law.conftest import TINY, Copy


@pytest.fixture
def kittiwake(tmp_path):
    return Copy(Path(shutil.copytree(TINY.parent / "kittiwake", tmp_path / "kittiwake")))


ASKED = "is the decimal point where it should be?"


@pytest.mark.parametrize(
    ("name", "changes", "key", "says"),
    [
        ("ferry", {"series[0].rate": "62 1/4%"}, "consideration:series rate notes-a", f"62 1/4%: {ASKED}"),
        ("kittiwake", {"series[0].fixed_spread": "60%"}, "consideration:fixed spread notes-a", f"60%: {ASKED}"),
        ("kittiwake", {"series[0].reference_yield": "24.61%"}, "consideration:reference yield notes-a", ASKED),
        (
            "kittiwake", {"series[0].reference_security": "2% U.S. Treasury Notes due February 28, 2011"},
            "pricing:reference security notes-a", "matured on February 28, 2011, before the offer was announced",
        ),
        (
            "ferry", {"series[0].cap": "$90,000,000", "offer.series_caps_bound": "principal"}, "cap:notes-a",
            "the cap of notes-a is $90,000,000, and",
        ),
        (
            "ferry", {"offer.cap.amount": "$90,000,000", "offer.cap.bounds": "principal"}, "cap:all series",
            "the cap is $90,000,000 of principal, and",
        ),
        (
            "ferry", {"offer.early_settlement_date": "July 6, 2016"}, "timetable:early settlement and settlement",
            "early tenders are paid on July 6, 2016, not before the settlement, July 6, 2016",
        ),
        (
            "ferry", {"offer.early_settlement_date": "July 1, 2016"}, "timetable:early settlement and expiration",
            "early tenders are paid on July 1, 2016, not before the expiration, July 1, 2016",
        ),
        (
            "ferry", {"offer.proration.early_before_late": "no"}, "timetable:early settlement and caps",
            "early tenders are paid on June 21, 2016, before the offer expires, while later tenders share the caps",
        ),
    ],
)  # fmt: skip
def test_what_is_hardly_meant_is_asked(request, name, changes, key, says):
    deal = request.getfixturevalue(name)
    before = deal.found()
    assert key not in before
    event = next((deal.folder / "events").glob("*pricing*"), None)
    if event is not None and any("reference_yield" in path for path in changes):
        event.write_text(event.read_text("utf-8").replace("2.845%", changes["series[0].reference_yield"]), "utf-8")
        changes = {}
    found = deal.found(changes)[key]
    assert found.result == "counsel must decide"
    assert says in found.says


def test_nobody_says_whether_tenders_may_be_withdrawn(ferry):
    assert "withdrawal" not in ferry.found()
    ferry.edit("  withdrawal_deadline: 5:00 p.m., New York City time, on June 17, 2016\n", "")
    assert ferry.found()["withdrawal"].result == "counsel must decide"
    ferry.edit("\noffer:\n", "\noffer:\n  withdrawable: yes\n")
    assert "withdrawal" not in ferry.found()


def test_sound_terms_are_asked_nothing(ferry, kittiwake, windrow):
    for deal in (ferry, kittiwake, windrow):
        assert not [key for key in deal.found() if key.startswith(("cap:", "withdrawal", "consideration:fixed"))]


def test_an_offer_that_ended_after_early_tenders_were_accepted_says_so(ferry):
    for path in (ferry.folder / "events").iterdir():
        if not path.name.startswith("2016-06-06"):
            path.unlink()
    log = ferry.folder / "tenders.csv"
    log.write_text("\n".join(log.read_text("utf-8").splitlines()[:2]) + "\n", "utf-8")
    at = "9:00 a.m., New York City time, on June 20, 2016"
    ferry.event("end", at, kind="termination", reason="decision of the company")
    (found,) = (each for key, each in ferry.found().items() if key.startswith("14e-1(c):return"))
    assert "the offer ended without acceptance" in found.says
    later = at.replace("June 20", "June 23")
    ferry.event("end", later, kind="termination", reason="decision of the company")
    (found,) = (each for key, each in ferry.found().items() if key.startswith("14e-1(c):return"))
    assert "the offer ended without further acceptance" in found.says
