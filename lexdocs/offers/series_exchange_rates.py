"""What each series receives in each option: amounts for each $1,000 of old notes, early and late.

The terms state the total consideration and the early premium that is a part of it; a late tender
receives the total less the premium. Rows of the terms for the same series and option add up.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from lexdocs.figures.figure import Pending
from lexdocs.figures.rule import Each, rule
from lexdocs.notation.units import Date, Flag, Money, Number, Rounding, RoundingRule, Text

_NONE = Fraction(0)

Labels = Each[Text]


@rule()
def interest_to(interest_stated_to: Date | Pending, consummation_date: Date | Pending) -> Date:
    """Date to which interest on old notes accrues, itself excluded: the stated one, or else that of consummation.

    >>> import datetime
    >>> from lexdocs.notation.units import Unit
    >>> unstated = Pending("interest_stated_to", (), Unit.DATE, "Date to which interest accrues.", ())
    >>> interest_to(unstated, datetime.date(2012, 7, 15))
    datetime.date(2012, 7, 15)
    """
    if isinstance(interest_stated_to, Pending):
        return consummation_date  # type: ignore[return-value]  # pending itself while consummation is
    return interest_stated_to


def rows_for(series: str, option: str, series_of: Each[str], option_of: Each[str]) -> Iterator[str]:
    """The labels of the rows of considerations for a series and an option.

    >>> list(rows_for("a", "cash", {"a/cash": "a", "b/cash": "b"}, {"a/cash": "cash", "b/cash": "cash"}))
    ['a/cash']
    """
    return (label for label in series_of if series_of[label] == series and option_of[label] == option)


def _sum(rows: Iterator[str], *amounts: Each[Fraction]) -> Fraction:
    """The sum over some rows of the first amount less all others."""
    total, *less = amounts
    return sum((total[row] - sum((each[row] for each in less), _NONE) for row in rows), _NONE)


@rule(per=("series", "option"))
def option_is_open(series: Text, option: Text, consideration_series: Labels, consideration_option: Labels) -> Flag:
    """Whether the series may choose the option.

    >>> option_is_open("a", "cash", {"a/cash": "a"}, {"a/cash": "cash"})
    True
    """
    return any(rows_for(series, option, consideration_series, consideration_option))


@rule(per=("series", "option"))
def early_cash(
    series: Text, option: Text, consideration_series: Labels, consideration_option: Labels,
    consideration_cash: Each[Money],
) -> Money:  # fmt: skip
    """Cash for each $1,000 tendered by the early deadline; the most of it where the option has a cash pool.

    >>> early_cash("a", "cash", {"a/cash": "a"}, {"a/cash": "cash"}, {"a/cash": Fraction(450)})
    Fraction(450, 1)
    """
    return _sum(rows_for(series, option, consideration_series, consideration_option), consideration_cash)


@rule(per=("series", "option"), cite="the total consideration less the early premium")
def late_cash(
    series: Text, option: Text, consideration_series: Labels, consideration_option: Labels,
    consideration_cash: Each[Money], premium_cash: Each[Money],
) -> Money:  # fmt: skip
    """Cash for each $1,000 tendered after the early deadline.

    >>> late_cash("a", "cash", {"a/cash": "a"}, {"a/cash": "cash"}, {"a/cash": Fraction(450)}, {"a/cash": Fraction(30)})
    Fraction(420, 1)
    """
    return _sum(rows_for(series, option, consideration_series, consideration_option), consideration_cash, premium_cash)


@rule(per=("series", "option"))
def early_fee(
    series: Text, option: Text, consideration_series: Labels, consideration_option: Labels,
    consideration_fee: Each[Money],
) -> Money:  # fmt: skip
    """Fee for each $1,000 of old notes tendered by the early deadline.

    >>> early_fee("a", "cash", {"a/cash": "a"}, {"a/cash": "cash"}, {"a/cash": Fraction(40)})
    Fraction(40, 1)
    """
    return _sum(rows_for(series, option, consideration_series, consideration_option), consideration_fee)


@rule(per=("series", "option"), cite="the total consideration less the early premium")
def late_fee(
    series: Text, option: Text, consideration_series: Labels, consideration_option: Labels,
    consideration_fee: Each[Money], premium_fee: Each[Money],
) -> Money:  # fmt: skip
    """Fee for each $1,000 of old notes tendered after the early deadline.

    >>> late_fee("a", "cash", {"a/cash": "a"}, {"a/cash": "cash"}, {"a/cash": Fraction(40)}, {"a/cash": Fraction(15)})
    Fraction(25, 1)
    """
    return _sum(rows_for(series, option, consideration_series, consideration_option), consideration_fee, premium_fee)


@rule(per=("series", "option"))
def early_shares(
    series: Text, option: Text, consideration_series: Labels, consideration_option: Labels,
    consideration_shares: Each[Number],
) -> Number:  # fmt: skip
    """Shares for each $1,000 tendered by the early deadline.

    >>> early_shares("a", "mix", {"a/mix": "a"}, {"a/mix": "mix"}, {"a/mix": Fraction("12.5")})
    Fraction(25, 2)
    """
    return _sum(rows_for(series, option, consideration_series, consideration_option), consideration_shares)


@rule(per=("series", "option"), cite="the total consideration less the early premium")
def late_shares(
    series: Text, option: Text, consideration_series: Labels, consideration_option: Labels,
    consideration_shares: Each[Number], premium_shares: Each[Number],
) -> Number:  # fmt: skip
    """Shares for each $1,000 tendered after the early deadline.

    >>> late_shares("a", "mix", {"a/mix": "a"}, {"a/mix": "mix"}, {"a/mix": Fraction("12.5")}, {"a/mix": Fraction(2)})
    Fraction(21, 2)
    """
    rows = rows_for(series, option, consideration_series, consideration_option)
    return _sum(rows, consideration_shares, premium_shares)


@rule(per=("series", "option"))
def early_warrants(
    series: Text, option: Text, consideration_series: Labels, consideration_option: Labels,
    consideration_warrants: Each[Number],
) -> Number:  # fmt: skip
    """Warrants for each $1,000 tendered by the early deadline.

    >>> early_warrants("a", "mix", {"a/mix": "a"}, {"a/mix": "mix"}, {"a/mix": Fraction("7.5")})
    Fraction(15, 2)
    """
    return _sum(rows_for(series, option, consideration_series, consideration_option), consideration_warrants)


@rule(per=("series", "option"), cite="the total consideration less the early premium")
def late_warrants(
    series: Text, option: Text, consideration_series: Labels, consideration_option: Labels,
    consideration_warrants: Each[Number], premium_warrants: Each[Number],
) -> Number:  # fmt: skip
    """Warrants for each $1,000 tendered after the early deadline.

    >>> late_warrants("a", "mix", {"a/mix": "a"}, {"a/mix": "mix"}, {"a/mix": Fraction("7.5")}, {"a/mix": Fraction(1)})
    Fraction(13, 2)
    """
    rows = rows_for(series, option, consideration_series, consideration_option)
    return _sum(rows, consideration_warrants, premium_warrants)


@rule()
def share_rounding(share_fraction: Text | Pending) -> RoundingRule:
    """Which way a fraction of a share goes; down where it is paid in cash, or where no shares are offered.

    >>> share_rounding("half up").name
    'HALF_UP'
    """
    return _direction(share_fraction)


@rule()
def warrant_rounding(warrant_fraction: Text | Pending) -> RoundingRule:
    """Which way a fraction of a warrant goes; down where it is paid in cash, or where no warrants are offered.

    >>> warrant_rounding("cash").name
    'DOWN'
    """
    return _direction(warrant_fraction)


@rule()
def cash_for_share(share_fraction_price: Money | Pending) -> Money:
    """Cash for a whole share by which fractions are paid; nothing where fractions are not paid in cash.

    >>> cash_for_share(Fraction("4.20"))
    Fraction(21, 5)
    """
    return _NONE if isinstance(share_fraction_price, Pending) else share_fraction_price


@rule()
def cash_for_warrant(warrant_fraction_price: Money | Pending) -> Money:
    """Cash for a whole warrant by which fractions are paid; nothing where fractions are not paid in cash.

    >>> cash_for_warrant(Fraction("0.35"))
    Fraction(7, 20)
    """
    return _NONE if isinstance(warrant_fraction_price, Pending) else warrant_fraction_price


def _direction(fraction: str | Pending) -> Rounding:
    return Rounding.DOWN if isinstance(fraction, Pending) or fraction == "cash" else Rounding(fraction)
