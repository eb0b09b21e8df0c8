"""Interest on the new notes that is paid in further new notes: their principal from payment to payment.

The schedule has rows only where the terms have the section `new_notes.paid_in_kind`. It follows all new notes
together: what is issued for a period is rounded once, from interest that is not rounded before.
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from fractions import Fraction

from lexdocs.conventions.accrual import paid_in_kind
from lexdocs.figures.figure import Pending
from lexdocs.figures.rule import Each, Round, rows, rule
from lexdocs.notation.units import Date, Flag, Money, RoundingRule, Text

_CITE = "the terms of the new notes on interest paid in kind"


@rows("principal_period")
def principal_periods(has_paid_in_kind: Flag, period_end: Each[Date]) -> Sequence[str]:
    """Interest periods over which the principal of the new notes is followed; none where all interest is cash.

    >>> ends = {"2012-12-15": datetime.date(2012, 12, 15), "2013-06-15": datetime.date(2013, 6, 15)}
    >>> principal_periods(True, ends), principal_periods(False, ends)
    (['2012-12-15', '2013-06-15'], [])
    """
    return list(period_end) if has_paid_in_kind else []


@rule(per="principal_period")
def principal_date(principal_period: Text, period_payment_date: Each[Date]) -> Date:
    """Date on which the interest of the period is paid, and the principal of the new notes grows.

    >>> principal_date("2012-12-15", {"2012-12-15": datetime.date(2012, 12, 17)})
    datetime.date(2012, 12, 17)
    """
    return period_payment_date[principal_period]


@rule(per="principal_period")
def interest_is_in_kind(
    principal_period: Text, in_kind_through: Date | Pending, in_kind_to_maturity: Flag | Pending
) -> Flag:
    """Whether the interest of the period is paid in kind.

    >>> interest_is_in_kind("2012-12-15", datetime.date(2012, 12, 15), False)
    True
    """
    if isinstance(in_kind_through, Pending):
        return not isinstance(in_kind_to_maturity, Pending) and in_kind_to_maturity
    return datetime.date.fromisoformat(principal_period) <= in_kind_through


@rule(per="principal_period")
def in_kind_quantum(in_kind_increment: Money | Pending, new_notes_increment: Money | Pending) -> Money:
    """Step to which the new notes issued for interest of the period are rounded: their own, or that of the new notes.

    >>> in_kind_quantum(Fraction(1), Fraction(500))
    Fraction(1, 1)
    """
    return new_notes_increment if isinstance(in_kind_increment, Pending) else in_kind_increment  # type: ignore[return-value]  # pending itself while both are


@rule(per=("participation", "principal_period"), cite=_CITE)
def opening_principal(
    principal_period: Text, aggregate_new_notes: Money, denomination: Money, coupon_per_denomination: Each[Money],
    interest_is_in_kind: Each[Flag], in_kind_rounding: RoundingRule, in_kind_quantum: Money,
) -> Money:  # fmt: skip
    """Principal of all new notes during the period, with what was issued for interest before it.

    Half a year at 10% on $1,010, up to whole dollars, makes $51:

    >>> from lexdocs.notation.units import Rounding
    >>> coupons = {"2012-12-15": Fraction(250), "2013-06-15": Fraction(250)}
    >>> in_kind = {"2012-12-15": True, "2013-06-15": False}
    >>> opening_principal("2013-06-15", Fraction(1_010), Fraction(5_000), coupons, in_kind, Rounding.UP, Fraction(1))
    Fraction(1061, 1)
    """
    rates = [
        (datetime.date.fromisoformat(label), coupon_per_denomination[label] / denomination)
        for label in interest_is_in_kind
        if label < principal_period and interest_is_in_kind[label]
    ]
    issued = paid_in_kind(aggregate_new_notes, rates, in_kind_rounding, in_kind_quantum)
    return issued[-1].principal if issued else aggregate_new_notes


@rule(per=("participation", "principal_period"), round=Round("in_kind_rounding", to="in_kind_quantum"), cite=_CITE)
def interest_in_kind(
    principal_period: Text, opening_principal: Money, coupon_per_denomination: Each[Money], denomination: Money,
    interest_is_in_kind: Flag,
) -> Money:  # fmt: skip
    """New notes issued for the interest of the period on all new notes.

    >>> interest_in_kind("2012-12-15", Fraction(1_010), {"2012-12-15": Fraction(250)}, Fraction(5_000), True)
    Fraction(101, 2)
    """
    if not interest_is_in_kind:
        return Fraction(0)
    return opening_principal * coupon_per_denomination[principal_period] / denomination


@rule(per=("participation", "principal_period"))
def interest_due(principal_period: Text, aggregate_coupon: Each[Money]) -> Money:
    """Interest of the period on all new notes, in kind or in cash.

    >>> interest_due("2012-12-15", {"2012-12-15": Fraction("50.5")})
    Fraction(101, 2)
    """
    return aggregate_coupon[principal_period]


@rule(per=("participation", "principal_period"), cite=_CITE)
def interest_in_cash(
    interest_due: Money, interest_in_kind: Money, interest_is_in_kind: Flag, in_kind_rest_in_cash: Flag | Pending
) -> Money:
    """Interest of the period on all new notes that is paid in cash.

    In kind the period pays cash only for what the notes issued fall short of, and only where the terms say so:

    >>> interest_in_cash(Fraction("50.5"), Fraction(50), True, True)
    Fraction(1, 2)
    """
    if not interest_is_in_kind:
        return interest_due
    if isinstance(in_kind_rest_in_cash, Pending) or not in_kind_rest_in_cash:
        return Fraction(0)
    return max(interest_due - interest_in_kind, Fraction(0))


@rule(per=("participation", "principal_period"))
def in_kind_difference(interest_due: Money, interest_in_kind: Money, interest_in_cash: Money) -> Money:
    """What rounding adds to the interest of the period: notes and cash less interest; below nothing if less is paid.

    >>> in_kind_difference(Fraction("50.5"), Fraction(51), Fraction(0))
    Fraction(1, 2)
    """
    return interest_in_kind + interest_in_cash - interest_due


@rule(per=("participation", "principal_period"))
def closing_principal(opening_principal: Money, interest_in_kind: Money) -> Money:
    """Principal of all new notes after the payment of the period's interest.

    >>> closing_principal(Fraction(1_010), Fraction(51))
    Fraction(1061, 1)
    """
    return opening_principal + interest_in_kind


@rule(per="participation")
def principal_at_maturity(aggregate_new_notes: Money, closing_principal: Each[Money]) -> Money:
    """Principal of all new notes that falls due at maturity, with what was issued for interest.

    >>> principal_at_maturity(Fraction(1_010), {"2012-12-15": Fraction(1_061)})
    Fraction(1061, 1)
    """
    labels = list(closing_principal)
    return closing_principal[labels[-1]] if labels else aggregate_new_notes
