"""Cash by option, and cash pools: a fixed amount that all who choose an option share.

Holders share a pool in proportion to the most that each could receive in cash. Shares of a pool are
rounded down to the cent, so that a pool is never passed; what it does not reach is given in new notes.
Parts of a cent that rounding down leaves are lost: no new notes are given for them.
"""

from __future__ import annotations

from fractions import Fraction

from lexdocs.conventions.proration import factor, largest_remainder
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
def option_cash_rounded(option_cash_due: Money, pool_factor: Number) -> Money:
    """Cash of the holding in the option, before any cent that rounding down leaves of a pool.

    >>> option_cash_rounded(Fraction(3_090), Fraction(2, 3))
    Fraction(2060, 1)
    """
    return option_cash_due * pool_factor


@rule(per="option", cite="largest remainder, where the terms say so")
def pool_last_remainder(
    option_cash_due: Each[Money], pool_factor: Number, pool_amount: Money, pool_leftover: Text
) -> Number:
    """Smallest part of a cent for which a holder receives a cent left of the pool; a whole one if none does.

    >>> pool_last_remainder({"H-7": Fraction(1), "H-8": Fraction(2)}, Fraction(1, 3), Fraction(1), "largest remainder")
    Fraction(2, 3)
    """
    return _last(option_cash_due, pool_factor, pool_amount, pool_leftover)[0]


@rule(per="option", cite="a tie of remainders goes to the larger share")
def pool_last_share(
    option_cash_due: Each[Money], pool_factor: Number, pool_amount: Money, pool_leftover: Text
) -> Money:
    """Share, before rounding, of the last holder who receives one of the cents left of the pool.

    >>> pool_last_share({"H-7": Fraction(1), "H-8": Fraction(2)}, Fraction(1, 3), Fraction(1), "largest remainder")
    Fraction(2, 3)
    """
    return _last(option_cash_due, pool_factor, pool_amount, pool_leftover)[1]


@rule(per="option", cite="a tie of remainders and of shares goes by the names of the holdings")
def pool_last_holding(
    option_cash_due: Each[Money], pool_factor: Number, pool_amount: Money, pool_leftover: Text
) -> Text:
    """Holding that receives the last of the cents left of the pool; nothing if none does.

    >>> pool_last_holding({"H-7": Fraction(1), "H-8": Fraction(2)}, Fraction(1, 3), Fraction(1), "largest remainder")
    'H-8'
    """
    return _last(option_cash_due, pool_factor, pool_amount, pool_leftover)[2]


def _last(due: Each[Fraction], part: Fraction, amount: Fraction, leftover: str) -> tuple[Fraction, Fraction, str]:
    """The last holding to receive a cent by largest remainder: its part of a cent, its share and its label."""
    nobody = (Fraction(1), _NONE, "")
    if leftover != "largest remainder":
        return nobody
    labels = sorted(due)
    shares = [due[label] * part for label in labels]
    total = min(amount, sum(shares, _NONE)) // CENT * CENT
    given = largest_remainder(shares, CENT, total)
    won = {
        label: (share / CENT % 1, share)
        for label, share, paid in zip(labels, shares, given, strict=True)
        if paid > share
    }
    if not won:
        return nobody
    lowest = min(won.values())
    return (*lowest, max(label for label, found in won.items() if found == lowest))


@rule(per=("holding", "option"), cite="largest remainder, where the terms say so")
def option_cash_cent(
    holding: Text, option_cash_due: Money, pool_factor: Number, pool_last_remainder: Number | Pending,
    pool_last_share: Money | Pending, pool_last_holding: Text | Pending,
) -> Money:  # fmt: skip
    """Cent that the holding receives of those that rounding down leaves of the option's pool.

    >>> third, last = Fraction(1, 3), (Fraction(2, 3), Fraction(2, 3), "H-8")
    >>> option_cash_cent("H-8", Fraction(2), third, *last), option_cash_cent("H-7", Fraction(1), third, *last)
    (Fraction(1, 100), Fraction(0, 1))
    """
    if isinstance(pool_last_remainder, Pending) or isinstance(pool_last_share, Pending):
        return _NONE
    share = option_cash_due * pool_factor
    rest = share / CENT % 1
    before = (rest, share) > (pool_last_remainder, pool_last_share)
    level = (rest, share) == (pool_last_remainder, pool_last_share) and holding <= str(pool_last_holding)
    return CENT if before or level else _NONE


@rule(per=("holding", "option"))
def option_cash(option_cash_rounded: Money, option_cash_cent: Money) -> Money:
    """Cash of the holding in the option.

    >>> option_cash(Fraction("0.66"), Fraction("0.01"))
    Fraction(67, 100)
    """
    return option_cash_rounded + option_cash_cent
