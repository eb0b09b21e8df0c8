"""What a holder's statement says of one holding in a cash tender: its prices, its factors, its days of interest."""

from __future__ import annotations

import datetime
from fractions import Fraction

from lexdocs.figures.rule import Each, rule
from lexdocs.notation.units import Count, Date, Flag, Money, Number, Percentage, Text

_DAY = datetime.timedelta(days=1)


@rule(per="holding")
def holding_total_consideration(holding_series: Text, total_consideration: Each[Money]) -> Money:
    """Price for each thousand dollars of the holding tendered early, or at all where there is no early deadline.

    >>> holding_total_consideration("a", {"a": Fraction("985.50"), "b": Fraction(1_000)})
    Fraction(1971, 2)
    """
    return total_consideration[holding_series]


@rule(per="holding")
def holding_late_consideration(holding_series: Text, late_consideration: Each[Money]) -> Money:
    """Price for each thousand dollars of the holding tendered after the early deadline.

    >>> holding_late_consideration("a", {"a": Fraction("955.50"), "b": Fraction(970)})
    Fraction(1911, 2)
    """
    return late_consideration[holding_series]


@rule()
def early_interest_through(early_interest_to: Date) -> Date:
    """Last day for which interest is paid on early tenders: the day before they are paid.

    >>> early_interest_through(datetime.date(2012, 7, 3))
    datetime.date(2012, 7, 2)
    """
    return early_interest_to - _DAY


@rule(per="holding")
def holding_early_accrual_days(holding_series: Text, early_accrual_days: Each[Count]) -> Count:
    """Days for which interest has accrued on the holding when early tenders are paid.

    >>> holding_early_accrual_days("a", {"a": 168, "b": 170})
    168
    """
    return early_accrual_days[holding_series]


@rule(per="holding")
def holding_tenders_early(early_principal: Money) -> Flag:
    """Whether any of the holding is tendered by the early deadline, or at all where there is none.

    >>> holding_tenders_early(Fraction(5_000))
    True
    """
    return early_principal > 0


@rule(per="holding")
def holding_tenders_late(late_principal: Money, late_tenders_wait: Flag) -> Flag:
    """Whether any of the holding is tendered after the early deadline, and it is settled what becomes of it.

    >>> holding_tenders_late(Fraction(5_000), True), holding_tenders_late(Fraction(5_000), False)
    (False, True)
    """
    return late_principal > 0 and not late_tenders_wait


@rule(per="holding")
def holding_is_bought_late(late_accepted_principal: Money) -> Flag:
    """Whether anything of the holding that was tendered after the early deadline is bought.

    >>> holding_is_bought_late(Fraction(5_000)), holding_is_bought_late(Fraction(0))
    (True, False)
    """
    return late_accepted_principal > 0


@rule(per="holding")
def waiting_principal(late_principal: Money, late_tenders_wait: Flag) -> Money:
    """Principal of the holding tendered after the early deadline, where nothing has been decided on it yet.

    >>> waiting_principal(Fraction(5_000), True)
    Fraction(5000, 1)
    """
    return late_principal if late_tenders_wait else Fraction(0)


@rule(per="holding")
def sent_back_principal(returned_principal: Money, waiting_principal: Money) -> Money:
    """Principal of the holding that was validly tendered, and that it is decided not to accept.

    >>> sent_back_principal(Fraction(9_000), Fraction(5_000))
    Fraction(4000, 1)
    """
    return returned_principal - waiting_principal


@rule(per="holding")
def holding_waits(waiting_principal: Money) -> Flag:
    """Whether nothing has been decided yet on a tender of the holding.

    >>> holding_waits(Fraction(5_000))
    True
    """
    return waiting_principal > 0


@rule(per="holding")
def early_percentage(early_principal: Money, early_pool: Text, pool_factor_used: Each[Number]) -> Percentage:
    """Factor of the pool of the holding's early tenders, as a percentage; the whole where there are none.

    >>> early_percentage(Fraction(5_000), "a.early", {"a.early": Fraction(1, 2)})
    Fraction(1, 2)
    """
    return pool_factor_used[early_pool] if early_principal else Fraction(1)


@rule(per="holding")
def late_percentage(late_principal: Money, late_pool: Text, pool_factor_used: Each[Number]) -> Percentage:
    """Factor of the pool of the holding's late tenders, as a percentage; the whole where there are none.

    >>> late_percentage(Fraction(5_000), "a.late", {"a.late": Fraction(1, 4)})
    Fraction(1, 4)
    """
    return pool_factor_used[late_pool] if late_principal else Fraction(1)


@rule(per="series")
def early_tendered_percentage(series_early_tendered: Money, series_outstanding: Money) -> Percentage:
    """Part of the series that is validly tendered by the early deadline.

    >>> early_tendered_percentage(Fraction(60_000), Fraction(80_000))
    Fraction(3, 4)
    """
    return series_early_tendered / series_outstanding
