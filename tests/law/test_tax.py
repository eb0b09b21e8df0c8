"""Original issue discount and high-yield discount obligations, with figures worked out by hand."""

import datetime
from fractions import Fraction

import pytest

from lexdocs.law.ahydo import significant_discount, term
from lexdocs.law.instrument import Instrument
from lexdocs.law.tax_oid import discount

ISSUED = datetime.date(2012, 7, 2)
PERCENT = Fraction(1, 100)


def notes(years, *rates):
    """Notes that pay once a year; `rates` are (percent, years for which they run)."""
    spans = tuple((rate * PERCENT, Fraction(length)) for rate, length in rates)
    by_year = [rate for rate, length in spans for _ in range(int(length))]
    coupons = tuple((ISSUED.replace(year=2013 + year), rate) for year, rate in enumerate(by_year))
    return Instrument(ISSUED, ISSUED.replace(year=2012 + years), spans, coupons, 1)


@pytest.mark.parametrize(
    ("instrument", "price", "result"),
    [
        # Three complete years allow three quarters of a percent, and exactly that is too much.
        (notes(3, (Fraction(10), 3)), "99.26", "met"),
        (notes(3, (Fraction(10), 3)), "99.25", "counsel must decide"),
        # One year at half a percent less forgoes 0.5%, under the allowance of 0.75375%.
        (notes(3, (Fraction("9.5"), 1), (Fraction(10), 2)), "100", "met"),
        # One year at two percent less forgoes 2%.
        (notes(3, (Fraction(8), 1), (Fraction(10), 2)), "100", "counsel must decide"),
        # A rate that falls is no interest forgone: 2% for one year above the lowest is redemption price.
        (notes(3, (Fraction(10), 1), (Fraction(8), 2)), "100", "counsel must decide"),
    ],
)
def test_the_allowance_and_the_interest_forgone(instrument, price, result):
    assert discount(instrument, Fraction(price) * PERCENT, "")[0] == result


def test_the_term_is_over_five_years_from_the_day_after_on():
    assert term(ISSUED, datetime.date(2017, 7, 2))[0] is False
    assert term(ISSUED, datetime.date(2017, 7, 3))[0] is True
    leap = datetime.date(2012, 2, 29)
    assert term(leap, datetime.date(2017, 2, 28))[0] is False


def test_discount_of_ten_years_without_interest_is_significant():
    zero = notes(10, (Fraction(0), 10))
    rate = zero.yield_at(Fraction(1, 2))
    # Doubling in ten years is 7.1773% a year.
    assert str(rate)[:8] == "0.071773"
    over, says = significant_discount(zero, Fraction(1, 2), rate)
    # At the end of year nine the notes have grown to 0.5 × 1.071773^9 = 93.30%.
    assert over is True
    assert says == "accrued and unpaid 43.3% on July 2, 2021, over a year's yield of 3.59%"


def test_interest_paid_in_cash_leaves_nothing_unpaid():
    par = notes(10, (Fraction(12), 10))
    rate = par.yield_at(Fraction(1))
    assert rate == Fraction(12, 100)
    assert significant_discount(par, Fraction(1), rate)[0] is False


def tax(**terms):
    return "law:\n  tax:\n" + "".join(f"    {name}: {value}\n" for name, value in terms.items())


def test_the_worked_example_fails_the_first_prong(example):
    found = example.found()["AHYDO"]
    assert found.result == "met"
    assert "term 3.3 years, September 5, 2001 to December 31, 2004: not over five years" in found.says


def test_the_worked_example_at_par_forgoes_a_third_of_a_percent(example):
    """14% instead of 15% for 116 days of 360: 0.32%, under ¼% × 3 complete years of 100.32%."""
    found = example.add(tax(publicly_traded="yes", issue_price="100%", allocated_to_warrants="0%")).found()["OID"]
    assert found.result == "met"
    assert "interest forgone before the last rate 0.32%" in found.says
    assert "0.32% against 0.75%" in found.says


def test_the_worked_example_at_a_market_price_has_discount(example):
    found = example.add(tax(publicly_traded="yes", issue_price="62%", allocated_to_warrants="2%")).found()["OID"]
    assert found.result == "counsel must decide"
    # 15% for three years is three percent above the lowest rate: 103% less 60%.
    assert "issue price 60%: 62% by market value less 2%" in found.says
    assert "redemption price 103%, qualified stated interest 14%; discount 43%" in found.says


@pytest.mark.parametrize(
    ("terms", "missing"),
    [
        ({}, "law.tax.publicly_traded does not say which rule gives the issue price"),
        ({"publicly_traded": "yes"}, "law.tax.issue_price, their market value at issue, is not given"),
        ({"publicly_traded": "yes", "issue_price": "62%"}, "law.tax.allocated_to_warrants is not given"),
        ({"publicly_traded": "no"}, "law.tax.federal_rate is not given"),
        ({"publicly_traded": "no", "federal_rate": "5%"}, "law.tax.federal_rate has no source"),
    ],
)
def test_what_is_missing_is_named(example, terms, missing):
    if terms:
        example.add(tax(**terms))
    found = example.found()["OID"]
    assert found.result == "counsel must decide"
    assert missing in found.says


def test_every_prong_of_a_longer_note(tiny):
    """The tiny deal's notes run from 2012 to 2019 at 10.5%: over five years."""
    tiny.edit("        - offer\n", "        - offer\n        - law\n").edit(
        "per_denomination: 7.25", "per_denomination: 0"
    )
    tiny.add(tax(publicly_traded="yes", issue_price="50%", federal_rate="2%"))
    found = tiny.found()["AHYDO"]
    assert found.result == "not met"
    assert "over five years" in found.says
    assert "is at least 7%, the federal rate of 2% plus five points (an invention for tests, throughout)" in found.says
    assert "over a year's yield" in found.says
    at_par = tiny.edit("issue_price: 50%", "issue_price: 100%").found()["AHYDO"]
    assert at_par.result == "met"
    # At par the yield is the rate, but for a first period of less than half a year, whose interest is simple.
    assert "yield 10.51% (issue price 100% by market value (§ 1273(b)(3))) is at least 7%" in at_par.says
    low = tiny.edit("federal_rate: 2%", "federal_rate: 6%").found()["AHYDO"]
    assert "is below 11%" in low.says
