"""Price at a yield: street convention for bonds that pay several times a year, to a stated precision.

A part of a period is a power with a fraction in it, which no exact number holds: the calculation runs in
decimals of fifty digits, and its result is stated in them.
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from decimal import Context, Decimal, localcontext
from fractions import Fraction

from lexdocs.conventions.day_count import DayCount
from lexdocs.conventions.schedule_dates import MONTHS, Dates
from lexdocs.conventions.schedule_periods import Period, context, periods

PRECISION = 50
"""Digits of the calculation; its last few may be off by the roundings on the way."""


def coupon_periods(settlement: datetime.date, maturity: datetime.date, months: int) -> tuple[Dates, tuple[Period, ...]]:
    """The coupon periods from the one in which settlement falls to maturity, counted back from maturity.

    Raises `ValueError` for a settlement on or after maturity.

    >>> _, found = coupon_periods(datetime.date(2012, 6, 7), datetime.date(2013, 3, 1), 6)
    >>> [str(each.end) for each in found]
    ['2012-09-01', '2013-03-01']
    """
    if settlement >= maturity:
        raise ValueError("settlement does not come before maturity")
    # Any start that leaves whole periods before settlement gives the same grid, which is counted from maturity.
    grid = Dates(datetime.date(settlement.year - 2, 1, 1), maturity, months)
    return grid, tuple(each for each in periods(grid) if each.end > settlement)


def accrued(
    settlement: datetime.date, maturity: datetime.date, rate: Fraction, count: DayCount, months: int = 6
) -> Fraction:
    """Interest accrued at settlement on a principal of one since the last coupon date, exactly.

    >>> from lexdocs.conventions.day_count import day_count
    >>> accrued(datetime.date(2012, 6, 7), datetime.date(2013, 3, 1), Fraction("0.075"), day_count("30/360"))
    Fraction(1, 50)
    """
    grid, found = coupon_periods(settlement, maturity, months)
    return rate * count.fraction(found[0].start, settlement, context(found[0], grid))


def price_at_yield(
    settlement: datetime.date, maturity: datetime.date, rate: Fraction, yielded: Fraction, count: DayCount,
    months: int = 6, *, redeemed: datetime.date | None = None,
) -> Decimal:  # fmt: skip
    """The price of a principal of one without accrued interest, at a yield compounded with the coupons.

    Street convention (Standard Securities Calculation Methods, formulas 6 and 7): the rest of the first
    period discounts by a power; in the last coupon period interest is simple. `redeemed` is a day before
    maturity on which the principal is taken to be paid back at par: the coupons stay those that are counted
    back from maturity, and the last of them is for the part of its period up to that day.

    Raises `ValueError` for a settlement that comes on or after the day of repayment.

    >>> from lexdocs.conventions.day_count import day_count
    >>> settlement, maturity, six = datetime.date(2012, 3, 1), datetime.date(2014, 3, 1), Fraction("0.06")
    >>> at_par = price_at_yield(settlement, maturity, six, six, day_count("30/360"))
    >>> at_par.quantize(Decimal("0.0000000001"))
    Decimal('1.0000000000')
    >>> early = price_at_yield(settlement, maturity, six, six, day_count("30/360"), redeemed=datetime.date(2012, 6, 1))
    >>> early.quantize(Decimal("0.0000000001"))
    Decimal('1.0000000000')
    """
    if redeemed is not None and settlement >= redeemed:
        raise ValueError("settlement does not come before redemption")
    grid, found = coupon_periods(settlement, maturity, months)
    frequency = MONTHS // months
    coupon = rate / frequency
    past = count.fraction(found[0].start, settlement, context(found[0], grid)) * frequency
    whole, part = _until(redeemed, found, count, grid, frequency)
    rest, last = 1 - past, 1 + coupon * part
    if not whole:
        dirty = last / (1 + (part - past) * yielded / frequency)
        return _decimal(dirty - coupon * past)
    growth = 1 + yielded / frequency
    # At the first coupon date all but a part of the last period is exact; the way back from it to settlement is not.
    then = coupon + sum((coupon / growth**number for number in range(1, whole)), Fraction(0))
    with localcontext(Context(prec=PRECISION)):
        end = _decimal(last / growth ** (whole - 1)) / _decimal(growth) ** _decimal(part)
        return (_decimal(then) + end) / _decimal(growth) ** _decimal(rest) - _decimal(coupon * past)


def _until(
    redeemed: datetime.date | None, found: Sequence[Period], count: DayCount, grid: Dates, frequency: int
) -> tuple[int, Fraction]:  # fmt: skip
    """How many periods after the first a redemption falls into, and the part of that period that passes until then."""
    if redeemed is None or redeemed >= found[-1].end:
        return len(found) - 1, Fraction(1)
    last = next(index for index, each in enumerate(found) if redeemed <= each.end)
    period = found[last]
    if redeemed == period.end:
        return last, Fraction(1)
    return last, count.fraction(period.start, redeemed, context(period, grid)) * frequency


def _decimal(value: Fraction) -> Decimal:
    with localcontext(Context(prec=PRECISION)):
        return Decimal(value.numerator) / Decimal(value.denominator)
