"""Cash by option, and cash pools: a fixed amount that all who choose an option share.

Holders share a pool in proportion to the most that each could receive in cash. Shares of a pool are
rounded down to the cent, so that a pool is never passed; what it does not reach is given in new notes.
"""

from __future__ import annotations

from fractions import Fraction

from lexdocs.conventions.proration import factor
from lexdocs.figures.figure import Pending
from lexdocs.figures.rule import CENT, Each, Round, Total, rule
from lexdocs.notation.units import Flag, Money, Number, Rounding, RoundingRule, Text

_NONE = Fraction(0)


@rule(per=("holding", "option"))
def option_cash_due(
    accepted_early: Money, accepted_late: Money, early_cash: Each[Money], late_cash: Each[Money],
    holding_series: Text, price_basis: Money,
) -> Money:  # fmt: skip
    """Cash for the principal accepted in the option before any rounding; the most of it where there is a pool.

    >>> rates = {"a": Fraction(450)}, {"a": Fraction(420)}
    >>> option_cash_due(Fraction(5_000), Fraction(2_000), *rates, "a", Fraction(1_000))
    Fraction(3090, 1)
    """
    early, late = early_cash[holding_series], late_cash[holding_series]
    return (accepted_early * early + accepted_late * late) / price_basis


@rule(per="option", total=Total("option_cash_due"))
def cash_due(option_cash_due: Each[Money]) -> Money:
    """Cash for all principal accepted in the option before any rounding; the most of it where there is a pool.

    >>> cash_due({"H-7": Fraction(3_090), "H-8": Fraction(900)})
    Fraction(3990, 1)
    """
    return sum(option_cash_due.values(), _NONE)


@rule(per="option", cite="the pool over the most that all could receive, at most one")
def pool_factor(has_pool: Flag, pool_amount: Money | Pending, cash_due: Money) -> Number:
    """Part of the most in cash that each holder who chose the option receives.

    >>> pool_factor(True, Fraction(2_660), Fraction(3_990))
    Fraction(2, 3)
    """
    if not has_pool or isinstance(pool_amount, Pending):
        return Fraction(1)
    return factor(pool_amount, cash_due)


@rule(per="option", cite="a pool is never passed; other cash is rounded to the nearest cent")
def option_cash_rounding(has_pool: Flag) -> RoundingRule:
    """Which way a holder's cash in the option is rounded.

    >>> option_cash_rounding(True).name
    'DOWN'
    """
    return Rounding.DOWN if has_pool else Rounding.HALF_UP


@rule(per=("holding", "option"), round=Round("option_cash_rounding", to=CENT))
def option_cash(option_cash_due: Money, pool_factor: Number) -> Money:
    """Cash of the holding in the option.

    >>> option_cash(Fraction(3_090), Fraction(2, 3))
    Fraction(2060, 1)
    """
    return option_cash_due * pool_factor
