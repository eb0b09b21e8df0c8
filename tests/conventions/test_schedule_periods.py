"""Interest periods by hand: stubs, ends of months, rolls, and the interest of odd coupons."""

import datetime
from dataclasses import replace
from fractions import Fraction

import pytest
import QuantLib as ql  # noqa: N813  the name its own examples give it
from hypothesis import given, settings
from hypothesis import strategies as st

from lexdocs.conventions.calendar import NEW_YORK_STOCK_EXCHANGE, SEC
from lexdocs.conventions.day_count import day_count
from lexdocs.conventions.rolling import Roll
from lexdocs.conventions.schedule_dates import FREQUENCIES, Dates, ScheduleError, Stub, boundaries, shift
from lexdocs.conventions.schedule_periods import Rolling, interest, periods

D = datetime.date
F = Fraction


def days(terms):
    return [each.isoformat() for each in boundaries(terms)]


def test_a_short_month_moves_no_later_date():
    """From January 31 by quarters: April 30, July 31, October 31; and by months through February."""
    assert days(Dates(D(2012, 1, 31), D(2012, 10, 31), 3, backward=False)) == [
        "2012-01-31", "2012-04-30", "2012-07-31", "2012-10-31",
    ]  # fmt: skip
    assert days(Dates(D(2013, 1, 30), D(2013, 4, 30), 1, backward=False))[1:3] == ["2013-02-28", "2013-03-30"]


def test_the_end_of_month_rule_follows_the_anchor():
    backward = Dates(D(2012, 2, 29), D(2013, 2, 28), 6, end_of_month=True)
    assert days(backward) == ["2012-02-29", "2012-08-31", "2013-02-28"]
    assert days(Dates(D(2012, 2, 29), D(2013, 2, 28), 6)) == ["2012-02-29", "2012-08-28", "2013-02-28"]
    # Without an anchor at a month's end the rule has nothing to say.
    assert days(Dates(D(2012, 2, 29), D(2013, 2, 27), 6, end_of_month=True))[1] == "2012-08-27"


STUBS = [
    (Stub.SHORT_FIRST, ["2012-01-10", "2012-03-15", "2012-09-15", "2013-03-15"]),
    (Stub.LONG_FIRST, ["2012-01-10", "2012-09-15", "2013-03-15"]),
    (Stub.SHORT_LAST, ["2012-01-10", "2012-07-10", "2013-01-10", "2013-03-15"]),
    (Stub.LONG_LAST, ["2012-01-10", "2012-07-10", "2013-03-15"]),
]


@pytest.mark.parametrize(("stub", "expected"), STUBS)
def test_stubs(stub, expected):
    assert days(Dates(D(2012, 1, 10), D(2013, 3, 15), 6, stub=stub)) == expected


def test_a_long_stub_is_asked_for_in_vain_where_every_period_is_whole():
    assert days(Dates(D(2012, 3, 15), D(2013, 3, 15), 6, stub=Stub.LONG_FIRST)) == [
        "2012-03-15", "2012-09-15", "2013-03-15",
    ]  # fmt: skip


def test_a_first_payment_date_given_outright_makes_a_long_first_period():
    terms = Dates(D(2012, 1, 10), D(2014, 3, 15), 6, first=D(2012, 9, 15))
    assert days(terms)[:3] == ["2012-01-10", "2012-09-15", "2013-03-15"]
    assert [each.regular for each in periods(terms)] == [False, True, True, True]


def test_payments_roll_and_interest_does_not_unless_it_is_adjusted():
    """September 30, 2012 is a Sunday, March 31, 2013 Easter Sunday; the exchange is closed on Good Friday."""
    terms = Dates(D(2012, 3, 31), D(2013, 3, 31), 6, end_of_month=True)
    unadjusted = periods(terms, Rolling(Roll.MODIFIED_FOLLOWING, NEW_YORK_STOCK_EXCHANGE))
    assert [(str(each.end), str(each.payment)) for each in unadjusted] == [
        ("2012-09-30", "2012-09-28"), ("2013-03-31", "2013-03-28"),
    ]  # fmt: skip
    adjusted = periods(terms, Rolling(Roll.FOLLOWING, NEW_YORK_STOCK_EXCHANGE, adjusted=True))
    assert [(str(each.start), str(each.end)) for each in adjusted] == [
        ("2012-03-31", "2012-10-01"), ("2012-10-01", "2013-04-01"),
    ]  # fmt: skip
    last = periods(terms, Rolling(Roll.FOLLOWING, SEC, adjusted=True, termination=Roll.NONE))[-1]
    assert last.end == last.payment == D(2013, 3, 31)


def test_interest_of_odd_coupons_and_equal_coupons():
    """Long first from January 10 to September 15, 30/360: 245 days at 9% is 6.125%; regular coupons are 4.5%."""
    terms = Dates(D(2012, 1, 10), D(2013, 9, 15), 6, stub=Stub.LONG_FIRST)
    found = [interest(each, terms, F("0.09"), day_count("30/360")) for each in periods(terms)]
    assert found == [F("0.06125"), F("0.045"), F("0.045")]


def test_equal_coupons_pay_the_same_whatever_their_days():
    """August 31 to February 28 has 178 days under 30/360; an equal coupon is half of the year's rate all the same."""
    terms = Dates(D(2012, 8, 31), D(2013, 8, 31), 6, end_of_month=True)
    first = periods(terms)[0]
    assert interest(first, terms, F("0.072"), day_count("30/360")) == F("0.072") * 178 / 360
    assert interest(first, terms, F("0.072"), day_count("30/360"), equal=True) == F("0.036")


BAD = [
    (
        {"termination": D(2012, 1, 1)},
        "the termination date, 2012-01-01, does not come after the effective date, 2012-01-01; correct one of the two",
    ),
    (
        {"first": D(2013, 5, 1), "next_to_last": D(2013, 1, 1)},
        "the next-to-last date, 2013-01-01, does not come after the first date, 2013-05-01; correct one of the two",
    ),
    ({"months": 5}, "periods of 5 months do not make up a year; write 1, 2, 3, 4, 6 or 12"),
    (
        {"first": D(2012, 5, 1), "stub": Stub.LONG_FIRST},
        'a "long first" stub and a first date say the same thing twice; give one of the two',
    ),
]


@pytest.mark.parametrize(("changed", "says"), BAD)
def test_terms_that_make_no_schedule_are_refused(changed, says):
    with pytest.raises(ScheduleError, match=r".") as caught:
        Dates(**{"effective": D(2012, 1, 1), "termination": D(2014, 1, 1), "months": 6, **changed})
    assert str(caught.value) == says


def test_the_calendar_ends_somewhere():
    with pytest.raises(ScheduleError, match="run out of the calendar"):
        shift(D(9999, 12, 1), 1)


COUNTS = {
    "30/360": ql.Thirty360(ql.Thirty360.BondBasis), "30E/360": ql.Thirty360(ql.Thirty360.EurobondBasis),
    "Act/360": ql.Actual360(), "Act/365F": ql.Actual365Fixed(), "Act/Act ISDA": ql.ActualActual(ql.ActualActual.ISDA),
}  # fmt: skip


@settings(max_examples=500, deadline=None)
@given(
    st.dates(D(2001, 1, 1), D(2020, 12, 31)), st.integers(40, 3000), st.sampled_from(FREQUENCIES), st.booleans(),
    st.sampled_from(sorted(COUNTS)), st.integers(1, 1500),
)  # fmt: skip
def test_coupons_agree_with_quantlib(start, length, months, backward, name, rate):
    """Odd and regular coupons alike, to 1e-10 on a principal of one."""
    terms = Dates(start, start + datetime.timedelta(length), months, backward)
    schedule = ql.Schedule(
        ql.Date(start.day, start.month, start.year),
        ql.Date(terms.termination.day, terms.termination.month, terms.termination.year),
        ql.Period(months, ql.Months), ql.NullCalendar(), ql.Unadjusted, ql.Unadjusted,
        ql.DateGeneration.Backward if backward else ql.DateGeneration.Forward, False,
    )  # fmt: skip
    leg = ql.FixedRateLeg(schedule, COUNTS[name], [1.0], [rate / 10_000])
    ours = [interest(each, terms, F(rate, 10_000), day_count(name)) for each in periods(terms)]
    assert len(leg) == len(ours)
    assert max(abs(float(mine) - theirs.amount()) for mine, theirs in zip(ours, leg, strict=True)) < 1e-10


@settings(max_examples=300, deadline=None)
@given(
    st.dates(D(2001, 1, 1), D(2020, 12, 31)), st.integers(40, 3000), st.sampled_from(FREQUENCIES),
    st.booleans(), st.sampled_from(Stub),
)  # fmt: skip
def test_act_act_icma_gives_each_whole_period_its_part_of_the_year(start, length, months, end_of_month, stub):
    """QuantLib differs on long stubs of several periods, so that the rule itself is the witness here."""
    terms = Dates(start, start + datetime.timedelta(length), months, stub=stub, end_of_month=end_of_month)
    for each in periods(terms):
        part = interest(each, terms, F(1), day_count("Act/Act ICMA"))
        if each.regular:
            assert part == F(months, 12)
        else:
            assert 0 < part < 2 * F(months, 12)


def test_two_dates_moved_to_one_business_day_leave_no_period_between_them():
    """February 28, 2020 is a Friday, to which the next day, the last, goes back: QuantLib has one date of the two."""
    monthly = Dates(D(2018, 4, 28), D(2020, 2, 29), 1, backward=False)
    rolling = Rolling(Roll.MODIFIED_PRECEDING, NEW_YORK_STOCK_EXCHANGE, adjusted=True, termination=Roll.PRECEDING)
    found = periods(monthly, rolling)
    assert len(found) == 22
    assert all(each.start < each.end for each in found)
    assert (found[-1].payment, found[-1].regular) == (D(2020, 2, 28), True)
    # Where interest runs to the dates as they are stated, the odd day has its interest, and its own payment.
    assert [str(each.payment) for each in periods(monthly, replace(rolling, adjusted=False))[-2:]] == ["2020-02-28"] * 2


def test_no_date_is_moved_out_of_the_life_of_the_notes():
    """Saturday, June 30 follows to Monday, past the last date, Sunday, which goes back to Friday, June 29, 2012."""
    terms = Dates(D(2012, 3, 30), D(2012, 7, 1), 3, backward=False)
    rolling = Rolling(Roll.FOLLOWING, SEC, adjusted=True, termination=Roll.PRECEDING)
    (only,) = periods(terms, rolling)
    assert (only.end, only.payment, only.regular) == (D(2012, 6, 29), D(2012, 6, 29), False)
    # Sunday, July 1 goes back before Saturday, June 30, the first day: interest runs from that day all the same.
    terms = Dates(D(2012, 6, 30), D(2012, 10, 1), 3)
    (only,) = periods(terms, Rolling(Roll.PRECEDING, SEC, adjusted=True))
    assert (only.start, only.end, only.regular) == (D(2012, 6, 30), D(2012, 10, 1), False)


def test_dates_without_a_day_of_interest_are_refused():
    with pytest.raises(ScheduleError, match="no day of interest lies between 2012-06-30 and 2012-06-29"):
        periods(Dates(D(2012, 6, 30), D(2012, 7, 1), None), Rolling(Roll.PRECEDING, SEC, adjusted=True))
