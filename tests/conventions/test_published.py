"""Figures that real offers printed, each recalculated from the printed inputs; what does not follow is a difference."""

import datetime
import json
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lexdocs.conventions.accrual import simple_interest
from lexdocs.conventions.day_count import day_count
from lexdocs.conventions.price import accrued, price_at_yield
from lexdocs.conventions.printed import Interval, agrees, printed_interval
from lexdocs.conventions.proration import factor
from lexdocs.notation.rounding import round_to
from lexdocs.notation.units import Rounding

F = Fraction
OFFERS = {each["slug"]: each for each in json.loads(Path(__file__).with_name("published-figures.json").read_text())}
MODES = {"half_up": Rounding.HALF_UP, "half_even": Rounding.HALF_EVEN, "up": Rounding.UP, "down": Rounding.DOWN}


def date(text):
    return datetime.date.fromisoformat(text)


def to_a_date(given, end):
    """Accrued interest per $1,000 and in the aggregate, under 30/360, the end excluded."""
    years = day_count("30/360").fraction(date(given["start"]), date(end))
    rate = F(given["rate_pct"]) / 100
    return {
        "accrued per $1,000": simple_interest(F(1000), rate, years),
        "accrued if all tendered": simple_interest(F(given["outstanding"]), rate, years),
    }


def fixed_spread(given):
    """Consideration at the yield of a reference and a spread, and accrued interest, per $1,000."""
    settlement, count = date(given["settlement"]), day_count("30/360")
    for name, series in given["series"].items():
        maturity, rate = date(series["maturity"]), F(series["coupon_pct"]) / 100
        yielded = F(series["reference_yield_pct"]) / 100 + F(series["spread_bp"]) / 10_000
        yield f"total consideration {name}", 1000 * F(price_at_yield(settlement, maturity, rate, yielded, count))
        yield f"accrued {name}", 1000 * accrued(settlement, maturity, rate, count)


def series_caps(given):
    caps, tendered, outstanding = ([F(each) for each in given[name]] for name in ("caps", "tendered", "outstanding"))
    for year, cap, each in zip((2028, 2034, 2052), caps, tendered, strict=True):
        yield f"proration {year}", 100 * factor(cap, each)
    yield "aggregate cap", sum(caps)
    yield "aggregate cap (old + increase)", F(given["aggregate_old"]) + F(given["increase"])
    yield "2028 left outstanding", outstanding[0] - caps[0]
    yield "2052 left outstanding", outstanding[2] - caps[2]


def clearing_premium(given):
    """A Dutch auction whose bids are not printed: only what follows from the totals."""
    price = F(given["base"]) + F(given["clearing"])
    accepted, tendered, early, outstanding = (
        [F(each) for each in given[name]] for name in ("accepted", "tendered", "early", "outstanding")
    )
    return {
        "total payment": price, "early % 8.5": 100 * early[0] / outstanding[0],
        "early % 8.25": 100 * early[1] / outstanding[1], "dollars spent = cap ($m)": sum(accepted) * price / 1000,
        "proration factor": 100 * factor(sum(accepted, F(0)), sum(tendered, F(0))),
    }  # fmt: skip


CALCULATED = {
    "lexp-2002-07-10-offer": lambda given: to_a_date(given, given["end_exclusive"]),
    "lexp-2003-03-07-amended": lambda given: to_a_date(given, given["closing"]),
    "wy-2007-06-04": lambda given: dict(fixed_spread(given)),
    "ndaq-2025-02-24": lambda given: dict(series_caps(given)),
    "lmc-2008-12-04": clearing_premium,
}
FIGURES = [(slug, figure["name"]) for slug, offer in OFFERS.items() for figure in offer["published"]]


@pytest.mark.parametrize(("slug", "name"), FIGURES)
def test_each_printed_figure_follows_or_is_a_difference(slug, name):
    offer = OFFERS[slug]
    printed = next(each for each in offer["published"] if each["name"] == name)
    quantum, mode = F(printed["rounding"]["quantum"]), MODES[printed["rounding"]["mode"]]
    calculated = CALCULATED[slug](offer["inputs"])[name]
    found = agrees(calculated, F(printed["value"]), quantum, mode)
    assert found.agrees == (printed["expect"] == "match")
    if found.agrees:
        assert round_to(calculated, mode, quantum) == F(printed["value"])


def test_what_does_not_follow_comes_with_the_interval_of_the_true_value():
    """70.3% of tenders at the clearing premium; of all tenders 485.2 of 633.1, which is 76.6%."""
    offer = OFFERS["lmc-2008-12-04"]
    calculated = clearing_premium(offer["inputs"])["proration factor"]
    found = agrees(calculated, F("70.3"), F("0.1"))
    assert not found.agrees
    assert str(found.interval) == "[70.25, 70.35)"
    assert found.difference == calculated - F("70.3")
    assert round_to(found.difference, Rounding.HALF_UP, F(1, 10)) == F("6.3")


def test_the_fee_on_new_notes_and_its_installments():
    """$22.20 per $1,000 of new notes, of which each $1,000 of old notes gives $1,350.625: $29.98; three of $7.40."""
    given = OFFERS["lexp-2002-07-10-offer"]["inputs"]
    new = 1000 + to_a_date(given, given["end_exclusive"])["accrued per $1,000"]
    fee = F(given["fee_per_1000_new"])
    assert round_to(fee * new / 1000, Rounding.HALF_UP, F(1, 100)) == F("29.98")
    assert fee / given["installments"] == F("7.40")


def test_a_tie_prints_half_up():
    assert agrees(F("24.325"), F("24.33"), F("0.01")).agrees
    assert not agrees(F("24.325"), F("24.32"), F("0.01")).agrees
    assert agrees(F("24.325"), F("24.32"), F("0.01"), Rounding.HALF_EVEN).agrees


def test_a_truncated_percentage_is_told_from_a_rounded_one():
    """99.98% printed as 99.9%: true of a truncation alone."""
    assert not agrees(F("99.98"), F("99.9"), F("0.1")).agrees
    assert agrees(F("99.98"), F("99.9"), F("0.1"), Rounding.DOWN).agrees


def test_the_ends_of_intervals():
    assert printed_interval(F(5), F(1), Rounding.HALF_EVEN) == Interval(F("4.5"), F("5.5"), True, True)
    assert printed_interval(F(4), F(1), Rounding.HALF_EVEN) == Interval(F("3.5"), F("4.5"))
    assert printed_interval(F(4), F(1), Rounding.UP) == Interval(F(3), F(4), low_open=True)
    assert printed_interval(F(0), F(1), Rounding.UP) == Interval(F(0), F(0))
    assert printed_interval(F(0), F(1), Rounding.DOWN) == Interval(F(-1), F(1), True, True)
    assert printed_interval(F(-4), F(1), Rounding.HALF_UP) == Interval(F("-4.5"), F("-3.5"), True, False)
    with pytest.raises(ValueError, match=r"24\.335 is no multiple of 0\.01"):
        printed_interval(F("24.335"), F("0.01"), Rounding.HALF_UP)


@given(
    st.fractions(-50, 50, max_denominator=40), st.sampled_from([F(1), F(1, 2), F(1, 100), F(5)]),
    st.sampled_from(Rounding), st.integers(-3, 3),
)  # fmt: skip
def test_a_value_lies_in_the_interval_of_what_it_prints_as_and_in_no_other(value, quantum, rounding, away):
    printed = round_to(value, rounding, quantum)
    assert agrees(value, printed, quantum, rounding).agrees
    assert agrees(value, printed + away * quantum, quantum, rounding).agrees == (away == 0)


@given(st.integers(-400, 400), st.sampled_from(Rounding))
def test_the_ends_themselves_print_as_the_interval_says(steps, rounding):
    quantum = F(1, 4)
    held = printed_interval(steps * quantum, quantum, rounding)
    for end, is_open in ((held.low, held.low_open), (held.high, held.high_open)):
        assert (round_to(end, rounding, quantum) == steps * quantum) == (not is_open)
