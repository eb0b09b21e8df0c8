"""What old notes count as when they are exchanged or paid: their principal, or the accreted value of discount notes.

Old notes that were sold at a discount have a table of accreted values for each $1,000 at maturity. The claim on a
day is then the value of the table on it: that of its row, or on the straight line of 30/360 days between two
rows. While the value grows no interest is paid in cash. It runs from `old_notes.interest_from`, which is the last
day of the table or a later one, on the principal amount at maturity and at the rate of the notes; from then on
the claim stays the last value of the table. Where the terms name no such date, none runs within the table, and a
day after the table is refused, as one before it always is.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from fractions import Fraction

from lexdocs.conventions.accreted_value import accreted_value
from lexdocs.figures.figure import Pending
from lexdocs.figures.rule import CENT, Each, Round, rule
from lexdocs.notation.units import Date, Flag, Money, Rounding

AT_MATURITY = Fraction(1_000)
"""The principal amount at maturity for which indentures state accreted values."""


@rule()
def old_notes_accrete(accretion_value: Each[Money]) -> Flag:
    """Whether the old notes have a table of accreted values.

    >>> old_notes_accrete({})
    False
    """
    return len(accretion_value) > 0


@rule()
def old_notes_bear_no_interest(accretion_value: Each[Money], old_interest_from: Date | Pending) -> Flag:
    """Whether the old notes grow in value alone, and never bear interest in cash.

    >>> old_notes_bear_no_interest({"2012-01-15": Fraction(800)}, datetime.date(2014, 1, 15))
    False
    """
    return len(accretion_value) > 0 and isinstance(old_interest_from, Pending)


@rule(per="accretion")
def accretion_per_denomination(accretion_value: Money, denomination: Money) -> Money:
    """Accreted value of each denomination of old notes on the date of the row.

    >>> accretion_per_denomination(Fraction(836), Fraction(5_000))
    Fraction(4180, 1)
    """
    return denomination * accretion_value / AT_MATURITY


@rule(cite="the terms of the old notes; on notes that accrete, no interest runs in cash before its own date")
def interest_start(
    interest_paid_to: Date, old_interest_from: Date | Pending, accretion_date: Each[Date]
) -> Date:  # fmt: skip
    """Date from which interest that is still unpaid runs on the old notes.

    >>> paid_to, last, since = (datetime.date(year, 1, 15) for year in (2012, 2013, 2014))
    >>> interest_start(paid_to, since, {"2013-01-15": last})
    datetime.date(2014, 1, 15)
    """
    if len(accretion_date) == 0:
        return interest_paid_to
    cash = max(accretion_date.values()) if isinstance(old_interest_from, Pending) else old_interest_from
    return max(interest_paid_to, cash)


@rule(cite="the indenture's table of accreted values, straight line between its rows by 30/360 days")
def claim_per_denomination(
    denomination: Money, accretion_date: Each[Date], accretion_value: Each[Money], consummation_date: Date | Pending
) -> Money:
    """What each denomination of old notes counts as at consummation, before interest and before any rounding.

    Halfway from $800 to $836 for each $1,000 at maturity, in notes of $5,000:

    >>> dates = {"2012-01-15": datetime.date(2012, 1, 15), "2012-07-15": datetime.date(2012, 7, 15)}
    >>> values = {"2012-01-15": Fraction(800), "2012-07-15": Fraction(836)}
    >>> claim_per_denomination(Fraction(5_000), dates, values, datetime.date(2012, 4, 15))
    Fraction(4090, 1)
    """
    if len(accretion_date) == 0:
        return denomination
    if isinstance(consummation_date, Pending):
        return consummation_date  # type: ignore[return-value]  # pending itself while consummation is
    return denomination * value_on(consummation_date, accretion_date, accretion_value) / AT_MATURITY


@rule(cite="the indenture's table of accreted values, straight line between its rows by 30/360 days")
def holdout_claim_per_denomination(
    denomination: Money, accretion_date: Each[Date], accretion_value: Each[Money], holdout_payment_date: Date | Pending
) -> Money:
    """What each denomination of old notes counts as when holders who do not tender are paid, before interest.

    >>> holdout_claim_per_denomination(Fraction(5_000), {}, {}, datetime.date(2012, 4, 15))
    Fraction(5000, 1)
    """
    if len(accretion_date) == 0:
        return denomination
    if isinstance(holdout_payment_date, Pending):
        return holdout_payment_date  # type: ignore[return-value]  # pending itself while the payment is
    return denomination * value_on(holdout_payment_date, accretion_date, accretion_value) / AT_MATURITY


@rule(per="participation", round=Round(Rounding.HALF_UP, to=CENT))
def aggregate_claim(participation_principal: Money, claim_per_denomination: Money, denomination: Money) -> Money:
    """What all old notes exchanged count as at consummation, before interest: principal, or accreted value.

    >>> aggregate_claim(Fraction(600_000), Fraction(4_090), Fraction(5_000))
    Fraction(490800, 1)
    """
    return participation_principal * claim_per_denomination / denomination


@rule(per="holding", round=Round(Rounding.HALF_UP, to=CENT), cite="the claim of each holder is rounded to the cent")
def holder_claim(accepted_principal: Money, claim_per_denomination: Money, denomination: Money) -> Money:
    """What the principal accepted counts as at consummation, before interest: itself, or its accreted value.

    >>> holder_claim(Fraction(60_000), Fraction(4_090), Fraction(5_000))
    Fraction(49080, 1)
    """
    return accepted_principal * claim_per_denomination / denomination


@rule(per="holding", round=Round(Rounding.HALF_UP, to=CENT), cite="the claim of each holder is rounded to the cent")
def retained_claim(retained_principal: Money, holdout_claim_per_denomination: Money, denomination: Money) -> Money:
    """What the principal kept counts as when holders who do not tender are paid: itself, or its accreted value.

    >>> retained_claim(Fraction(40_000), Fraction(4_090), Fraction(5_000))
    Fraction(32720, 1)
    """
    return retained_principal * holdout_claim_per_denomination / denomination


def value_on(day: datetime.date, dates: Mapping[str, datetime.date], values: Mapping[str, Fraction]) -> Fraction:
    """The accreted value on a day for each $1,000 at maturity; after the table, its last value.

    Raises `OutsideTableError` for a day before the table.

    >>> value_on(datetime.date(2013, 1, 15), {"2012-01-15": datetime.date(2012, 1, 15)}, {"2012-01-15": Fraction(950)})
    Fraction(950, 1)
    """
    table = [(dates[label], values[label]) for label in dates]
    return accreted_value(table, min(day, table[-1][0]))
