"""Day counts and accrued interest held against QuantLib, thousands of random cases each.

The table maps the conventions one to one. What differs by more than 1e-10 is named in it, and the test
shows that the named difference accounts for all of it.
"""

import datetime
import random
from fractions import Fraction

import pytest
import QuantLib as ql  # noqa: N813  the name its own examples give it

from lexdocs.conventions.accrual import simple_interest
from lexdocs.conventions.context import NEVER, NOTHING, Context
from lexdocs.conventions.day_count import DAY_COUNTS, day_count
from lexdocs.conventions.icma import icma_fraction, parts

D = datetime.date
CASES = 3000
TOLERANCE = 1e-10

THEIRS = {
    # ours: theirs, and where the two differ
    "30/360": (ql.Thirty360(ql.Thirty360.BondBasis), ""),
    "30/360 US-EOM": (ql.Thirty360(ql.Thirty360.USA), ""),
    "30/360 PSA": (None, "QuantLib has none; held against 30/360 US-EOM, from which it differs at ends in February"),
    "30E/360": (ql.Thirty360(ql.Thirty360.EurobondBasis), ""),
    "30E/360 ISDA": (ql.Thirty360, "takes its termination date when it is made"),
    "Act/360": (ql.Actual360(), ""),
    "Act/365F": (ql.Actual365Fixed(), ""),
    "Act/365.25": (ql.Actual36525(), ""),
    "Act/Act ICMA": (
        ql.ActualActual(ql.ActualActual.ISMA),
        "its grid before the reference period goes back period by period, and so loses the day at the end of a short "  # noqa: ISC004
        "month; ours keeps it. It refuses a reference period within the dates",
    ),
    "Act/Act ISDA": (ql.ActualActual(ql.ActualActual.ISDA), ""),
}
# For all of them: an end before the start is minus the way back in ours; QuantLib puts it into the formula as it is.


def theirs(date):
    return ql.Date(date.day, date.month, date.year)


def dates(chance):
    """Any date of two centuries, and near the end of a month almost half of the time."""
    date = D(1950, 1, 1) + datetime.timedelta(chance.randrange(54_000))
    if chance.random() < 0.4:
        following = (date.replace(day=28) + datetime.timedelta(4)).replace(day=1)
        date = following + datetime.timedelta(chance.choice([-3, -2, -1, -1, 0, 1]))
    return date


def pairs(seed, number=CASES):
    chance = random.Random(seed)  # noqa: S311  the same cases in each run
    return [sorted((dates(chance), dates(chance))) for _ in range(number)]


def test_the_table_is_whole():
    assert list(THEIRS) == list(DAY_COUNTS)


PLAIN = ["30/360", "30/360 US-EOM", "30E/360", "Act/360", "Act/365F", "Act/365.25", "Act/Act ISDA"]


@pytest.mark.parametrize("name", PLAIN)
def test_dates_alone(name):
    counter, _ = THEIRS[name]
    count = day_count(name)
    for start, end in pairs(name):
        assert count.days(start, end) == counter.dayCount(theirs(start), theirs(end)), (start, end)
        expected = counter.yearFraction(theirs(start), theirs(end))
        assert abs(float(count.fraction(start, end)) - expected) < TOLERANCE, (start, end)


def test_psa_differs_from_us_end_of_month_only_where_both_dates_end_a_february():
    counter, _ = THEIRS["30/360 US-EOM"]
    for start, end in [*pairs("psa"), (D(2011, 2, 28), D(2012, 2, 29)), (D(2012, 2, 29), D(2016, 2, 29))]:
        both = all((date + datetime.timedelta(1)).month == 3 > date.month for date in (start, end))
        short = 30 - end.day if both and start != end else 0
        assert day_count("30/360 PSA").days(start, end) + short == counter.dayCount(theirs(start), theirs(end))


def test_the_termination_date():
    chance = random.Random("termination")  # noqa: S311  as above
    for start, end in pairs("30E/360 ISDA"):
        termination = chance.choice([end, dates(chance)])
        counter = ql.Thirty360(ql.Thirty360.ISDA, theirs(termination))
        found = day_count("30E/360 ISDA").days(start, end, Context(termination))
        assert found == counter.dayCount(theirs(start), theirs(end)), (start, end, termination)
    assert day_count("30E/360 ISDA").days(D(2011, 8, 31), D(2012, 2, 29), Context(NEVER)) == 180


def months_on(date, months):
    """A date some months away, as QuantLib counts them."""
    moved = theirs(date) + ql.Period(months, ql.Months)
    return D(moved.year(), moved.month(), moved.dayOfMonth())


def drifting(start, end, reference_start, reference_end, frequency):
    """Rule 251 on a grid that loses days before the reference period, as QuantLib's does."""
    total = Fraction(0)
    while start < reference_start:
        before = months_on(reference_start, -12 // frequency)
        days = (min(end, reference_start) - max(start, before)).days
        total += Fraction(max(days, 0), (reference_start - before).days * frequency)
        reference_start, reference_end = before, reference_start
        end = min(end, reference_end)
    return total


@pytest.mark.parametrize("frequency", [1, 2, 3, 4, 6, 12])
def test_coupon_periods(frequency):
    counter, _ = THEIRS["Act/Act ICMA"]
    chance = random.Random(frequency)  # noqa: S311  as above
    drifted = 0
    for _ in range(CASES // 3):
        first = dates(chance)
        last = months_on(first, 12 // frequency)
        inside = first + datetime.timedelta(chance.randrange((last - first).days))
        long = datetime.timedelta(chance.randrange(1, 1500))
        start, end = (inside, inside + long) if chance.random() < 0.5 else (inside - long, inside)
        if start == end:
            continue
        found = day_count("Act/Act ICMA").fraction(start, end, Context(None, first, last, frequency))
        expected = counter.yearFraction(*map(theirs, (start, end, first, last)))
        if abs(float(found) - expected) < TOLERANCE:
            continue
        # The one difference in the table: a grid with a day beyond the 28th, before the reference period.
        assert start < first
        assert first.day > 28
        drifted += 1
        inner = Fraction(max((end - first).days, 0), (last - first).days * frequency)
        assert abs(float(inner + drifting(start, min(end, first), first, last, frequency)) - expected) < TOLERANCE
    assert drifted < CASES // 12


def test_quasi_coupon_dates_are_whole_periods_from_the_anchor():
    """What QuantLib loses is lost to nobody: each date of the grid is the anchor's day or its month's last."""
    found = parts(D(2010, 1, 15), D(2012, 6, 1), Context(None, D(2011, 8, 31), D(2011, 11, 30), 4))
    assert [str(part.start) for part in found if part.start < D(2011, 8, 31)] == [
        "2009-11-30", "2010-02-28", "2010-05-31", "2010-08-31", "2010-11-30", "2011-02-28", "2011-05-31",
    ]  # fmt: skip


def bonds(number, counter):
    """Random bonds with a stub at the beginning or at the end, or none: their schedule, and a day of accrual."""
    chance = random.Random(f"bonds {counter}")  # noqa: S311  as above
    made = 0
    while made < number:
        frequency = chance.choice([1, 2, 4])
        tenor = ql.Period(12 // frequency, ql.Months)
        maturity = dates(chance)
        eom = chance.random() < 0.5
        start = maturity - datetime.timedelta(chance.randrange(200, 3000))
        rule = chance.choice([ql.DateGeneration.Backward, ql.DateGeneration.Forward])
        none = ql.NullCalendar()
        schedule = ql.Schedule(
            theirs(start), theirs(maturity), tenor, none, ql.Unadjusted, ql.Unadjusted, rule, eom
        )  # fmt: skip
        days = [D(date.year(), date.month(), date.dayOfMonth()) for date in schedule]
        index = chance.randrange(len(days) - 1)
        within = days[index] + datetime.timedelta(chance.randrange(1, max((days[index + 1] - days[index]).days, 2)))
        if within >= days[index + 1]:
            continue
        made += 1
        yield frequency, schedule, days[index], within, eom


@pytest.mark.parametrize("name", [*PLAIN, "Act/Act ICMA"])
def test_accrued_interest_of_bonds(name):
    """Accrued on 100 of principal, on a day of any period, stubs included, at the ends of months or not."""
    counter, _ = THEIRS[name]
    ql.Settings.instance().evaluationDate = ql.Date(2, 1, 1950)
    for frequency, schedule, since, within, eom in bonds(1000, name):
        bond = ql.FixedRateBond(0, 100.0, schedule, [0.0975], counter, ql.Unadjusted, 100.0)
        expected = bond.accruedAmount(theirs(within))
        coupons = [each for each in map(ql.as_fixed_rate_coupon, bond.cashflows()) if each]
        coupon = next(each for each in coupons if each.accrualEndDate() > theirs(within))
        first, last = [
            D(date.year(), date.month(), date.dayOfMonth())
            for date in (coupon.referencePeriodStart(), coupon.referencePeriodEnd())
        ]
        context = Context(None, first, last, frequency, eom) if name == "Act/Act ICMA" else NOTHING
        years = day_count(name).fraction(since, within, context)
        found = simple_interest(Fraction(100), Fraction("0.0975"), years)
        assert abs(float(found) - expected) < TOLERANCE, (since, within, first, last)


def test_a_whole_regular_period_is_its_share_of_a_year():
    assert icma_fraction(D(2011, 8, 31), D(2012, 2, 29), Context(None, D(2011, 8, 31), D(2012, 2, 29), 2)) == Fraction(
        1, 2
    )
