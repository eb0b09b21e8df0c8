"""Prices by a spread that would mean nothing are refused, each fault in its place and all at once."""

import pytest

from lexdocs.deal import open_deal
from lexdocs.errors import Where
from lexdocs.terms.changes import Change
from tests.offers.tenders import FERRY, deal, series, sheet
from tests.offers.test_cash_tender_faults import faults

FAULTS = [
    (("series[0].total_consideration", "$1,100"), [
        "series[0].total_consideration: a series has one price, and this has a spread too; leave one of the two out"]),
    (("series[2].reference_yield", "3%"), [
        ("series[2].reference_yield: means nothing without a spread; write series[2].fixed_spread, or leave it out")]),
    (("series[2].par_call_date", "April 15, 2045"), [
        "series[2].par_call_date: means nothing without a spread; write series[2].fixed_spread, or leave it out"]),
    (("series[2].fixed_spread", "1%"), [
        ("series[2].reference_security: a spread is over the yield of a security, and none is named; write its title"),
        "series[2].total_consideration: a series has one price, and this has a spread too; leave one of the two out"]),
    (("series[0].payments_a_year", "4"), [
        ("series[0].payments_a_year: the yield of a Treasury security compounds twice a year, and interest on the "
        "series is not paid so; write 2, or state a total_consideration")]),
    (("series[0].day_count", "Act/360"), [
        ("series[0].day_count: Act/360 does not make whole coupon periods, in which a price at a yield is reckoned; "
        "name one of 30/360, 30/360 US-EOM, 30/360 PSA, 30E/360, 30E/360 ISDA, Act/Act ICMA, or state a "
        "total_consideration")]),
    (("series[0].par_call_date", "November 15, 2024"), [
        ("series[0].par_call_date: does not come before maturity, November 15, 2024; correct one of the two")]),
    (("series[0].par_call_date", "April 25, 2018"), [
        ("series[0].par_call_date: does not come after April 25, 2018, when the series is paid for; "
        "correct one of the two")]),
]  # fmt: skip


def kittiwake(change):
    return open_deal(FERRY.parent / "kittiwake", [Change(change[0], change[1], Where("test"))])


@pytest.mark.parametrize(("change", "expected"), FAULTS, ids=[change[0] for change, _ in FAULTS])
def test_a_fault(change, expected):
    assert sorted(faults(lambda: kittiwake(change))) == sorted(expected)


def unpriced(**terms):
    return series("a", 500_000, **terms).replace("    total_consideration: $1,000\n", "")


def test_a_series_has_a_price_or_a_spread(tmp_path):
    assert faults(lambda: deal(tmp_path, sheet([unpriced()]), [])) == [
        (
            "series[0].total_consideration: the series has no price; write it, or a fixed_spread with its"
            " reference_security"
        )
    ]


def test_a_spread_needs_a_security_and_coupon_dates(tmp_path):
    assert faults(lambda: deal(tmp_path, sheet([unpriced(fixed_spread="1%")]), [])) == [
        "series[0].reference_security: a spread is over the yield of a security, and none is named; write its title",
        "series[0].payments_a_year: a price at a yield needs the coupon dates; write 2",
    ]


def test_a_time_of_determination_needs_a_spread(tmp_path):
    read = "  price_determination: 11:00 a.m., New York City time, on June 30, 2016\n"
    assert faults(lambda: deal(tmp_path, sheet([series("a", 500_000)], read), [])) == [
        "offer.price_determination: no series is priced by a spread; write series[0].fixed_spread, or leave it out"
    ]
