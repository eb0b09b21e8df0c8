"""Schedules held against QuantLib's, convention by convention.

| ours                          | QuantLib's                                                          |
|-------------------------------|---------------------------------------------------------------------|
| `backward=True` / `False`     | `DateGeneration.Backward` / `Forward`                               |
| `first`, `next_to_last`       | `firstDate`, `nextToLastDate`                                       |
| a long stub                   | `firstDate` or `nextToLastDate` one period further in               |
| `end_of_month`                | `endOfMonth`, on a calendar that is never closed                    |
| `Rolling(roll)`, each payment | the dates with `convention` and `terminationDateConvention`         |
| `months=None`                 | `DateGeneration.Zero`                                               |

Differences, by convention: (1) QuantLib moves the effective date too; interest here runs from the date that is
stated. (2) A stub whose two ends fall on one business day is dropped by QuantLib; here it stays where interest runs
to the dates as they are stated, for then it has days.
(3) With `endOfMonth` QuantLib moves a first or next-to-last date that is given to the end of its month, and takes
the last *business* day of each month whatever the convention; here a date that is given stays, and the end of the
month is then rolled by the convention, so that the following one may reach the next month. (4) Where a month
lacks the day of the others and the date beside it is given, QuantLib calls the period between regular by the day of
that month (February 28 to March 28 beside January 29); here it is a day short of a period, for March has a 29th.
"""

import calendar as months_of
import datetime
from dataclasses import replace
from itertools import pairwise

import QuantLib as ql  # noqa: N813  the name its own examples give it
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from lexdocs.conventions.calendar import LONDON, NEW_YORK_STOCK_EXCHANGE, TARGET
from lexdocs.conventions.rolling import Roll
from lexdocs.conventions.schedule_dates import FREQUENCIES, Dates, Stub, boundaries, ends_month
from lexdocs.conventions.schedule_periods import Rolling, periods

D = datetime.date
DAY = datetime.timedelta(days=1)
MANY = settings(max_examples=500, deadline=None)
STARTS = st.dates(D(2016, 1, 1), D(2028, 12, 31))
BOTH = st.booleans()
MONTH_ENDS = STARTS.map(lambda day: day.replace(day=months_of.monthrange(day.year, day.month)[1]))
ROLLS = {
    Roll.NONE: ql.Unadjusted, Roll.FOLLOWING: ql.Following, Roll.MODIFIED_FOLLOWING: ql.ModifiedFollowing,
    Roll.PRECEDING: ql.Preceding, Roll.MODIFIED_PRECEDING: ql.ModifiedPreceding,
}  # fmt: skip
CALENDARS = {
    NEW_YORK_STOCK_EXCHANGE: ql.UnitedStates(ql.UnitedStates.NYSE),
    TARGET: ql.TARGET(),
    LONDON: ql.UnitedKingdom(ql.UnitedKingdom.Settlement),
}


def to_ql(day):
    return ql.Date(day.day, day.month, day.year) if day else ql.Date()


def of_ql(schedule):
    return tuple(D(day.year(), day.month(), day.dayOfMonth()) for day in schedule)


def quantlib(terms, held=None, roll=Roll.NONE, last=None):
    """QuantLib's schedule of the same terms."""
    return ql.Schedule(
        to_ql(terms.effective), to_ql(terms.termination), ql.Period(terms.months, ql.Months),
        CALENDARS[held] if held else ql.NullCalendar(), ROLLS[roll], ROLLS[roll if last is None else last],
        ql.DateGeneration.Backward if terms.runs_backward else ql.DateGeneration.Forward, terms.end_of_month,
        to_ql(terms.first), to_ql(terms.next_to_last),
    )  # fmt: skip


@st.composite
def plain_terms(draw, end_of_month=BOTH, month_end=False):
    """Terms without dates given outright; the anchor is a month's end often, or always if asked."""
    back = draw(BOTH)
    anchor = draw(MONTH_ENDS if month_end else STARTS | MONTH_ENDS)
    other = anchor + datetime.timedelta(draw(st.integers(1, 6000)) * (-1 if back else 1))
    months, eom = draw(st.sampled_from(FREQUENCIES)), draw(end_of_month)
    return Dates(min(anchor, other), max(anchor, other), months, back, end_of_month=eom)


@st.composite
def given_terms(draw):
    """Terms whose first or next-to-last date is given outright: any dates in order, often on the grid."""
    terms = draw(plain_terms(end_of_month=st.just(False)))
    dates = boundaries(terms)[1:-1] if draw(st.booleans()) else ()
    days = st.sampled_from(dates) if dates else st.dates(terms.effective + DAY, terms.termination - DAY)
    assume(terms.effective + DAY < terms.termination)
    first, last = sorted((draw(days), draw(days)))
    which = draw(st.integers(1, 3))
    asked = {"first": first if which & 1 else None, "next_to_last": last if which & 2 else None}
    return replace(terms, **asked)


def no_period_within_a_holiday(terms):
    """No two boundaries so near that one business day may take both."""
    assume(min((after - before).days for before, after in pairwise(boundaries(terms))) > 8)


@MANY
@given(plain_terms())
def test_dates_agree(terms):
    assert boundaries(terms) == of_ql(quantlib(terms))


@MANY
@given(given_terms())
def test_dates_agree_where_the_first_or_the_next_to_last_is_given(terms):
    assert boundaries(terms) == of_ql(quantlib(terms))


@MANY
@given(plain_terms(), st.sampled_from(Stub))
def test_a_long_stub_is_a_short_one_without_the_date_beside_it(terms, stub):
    terms = Dates(terms.effective, terms.termination, terms.months, stub=stub, end_of_month=terms.end_of_month)
    found = periods(terms)
    at_start = stub in (Stub.SHORT_FIRST, Stub.LONG_FIRST)
    short = Dates(terms.effective, terms.termination, terms.months, at_start, end_of_month=terms.end_of_month)
    dates = list(boundaries(short))
    odd = not periods(short)[0 if at_start else -1].regular
    if stub in (Stub.LONG_FIRST, Stub.LONG_LAST) and odd and len(dates) > 2:
        del dates[1 if at_start else -2]
    assert [found[0].start, *(each.end for each in found)] == dates
    if len(dates) > 2 and not (terms.end_of_month and ends_month(terms.anchor)):
        outright = dates[1 if at_start else -2]
        asked = replace(short, first=outright) if at_start else replace(short, next_to_last=outright)
        assert of_ql(quantlib(asked)) == tuple(dates)


@MANY
@given(
    plain_terms(end_of_month=st.just(False)) | given_terms(), st.sampled_from(Roll), st.sampled_from(Roll),
    st.sampled_from(list(CALENDARS)),
)  # fmt: skip
def test_rolled_dates_agree(terms, roll, last, held):
    """All dates but the first, which QuantLib moves."""
    no_period_within_a_holiday(terms)
    found = periods(terms, Rolling(roll, held, adjusted=True, termination=last))
    assert tuple(each.end for each in found) == of_ql(quantlib(terms, held, roll, last))[1:]
    assert found[0].start == terms.effective
    assert all(each.end == each.payment for each in found)
    as_dated = periods(terms, Rolling(roll, held, adjusted=False, termination=last))
    assert [each.payment for each in as_dated] == [each.payment for each in found]
    assert (as_dated[0].start, *(each.end for each in as_dated)) == boundaries(terms)


@MANY
@given(
    plain_terms(end_of_month=st.just(True), month_end=True),
    st.sampled_from([Roll.MODIFIED_FOLLOWING, Roll.PRECEDING]), st.sampled_from(list(CALENDARS)),
)  # fmt: skip
def test_month_ends_roll_to_the_last_business_day(terms, roll, held):
    """These two conventions take a month's end to its last business day, which is QuantLib's end of month."""
    no_period_within_a_holiday(terms)
    ours = [each.payment for each in periods(terms, Rolling(roll, held))][:-1]
    assert tuple(ours) == of_ql(quantlib(terms, held, roll))[1:-1]


@MANY
@given(plain_terms() | given_terms())
def test_regular_periods_agree(terms):
    """The period outside a date given outright is regular here if either of its ends is one period from the other."""
    theirs, dates = quantlib(terms), boundaries(terms)
    for number, each in enumerate(periods(terms), 1):
        if (each.start, each.end) in ((terms.effective, terms.first), (terms.next_to_last, terms.termination)):
            continue
        beside = each.start if each.end == terms.next_to_last else each.end if each.start == terms.first else None
        if beside is not None and beside.day < terms.anchor.day:
            continue  # difference (4)
        assert each.regular == theirs.isRegular(number), (number, dates)


@given(STARTS, STARTS)
def test_one_period_in_all(start, end):
    assume(start < end)
    zero = ql.Schedule(
        to_ql(start), to_ql(end), ql.Period(6, ql.Months), ql.NullCalendar(), ql.Unadjusted, ql.Unadjusted,
        ql.DateGeneration.Zero, False,
    )  # fmt: skip
    assert boundaries(Dates(start, end, None)) == of_ql(zero)
