"""What early tenders leave to later ones, and of which series any is bought: flags by which words are chosen."""

from __future__ import annotations

from fractions import Fraction

from lexdocs.figures.figure import Pending
from lexdocs.figures.rule import Each, rule
from lexdocs.notation.units import Flag, Money, Text
from lexdocs.offers.tender_caps import filled
from lexdocs.offers.tender_pools import ODD


@rule()
def cap_is_full_early(
    early_before_late: Flag, cap: Money | Pending, pool_series: Each[Text], pool_is_late: Each[Flag],
    pool_target: Each[Money], pool_tendered: Each[Money], pool_target_of_series_cap: Each[Money],
    pool_accepted_cost: Each[Money], series_cap: Each[Money | Pending], total_late_accepted: Money,
) -> Flag:  # fmt: skip
    """Whether early tenders, which come first, take the whole cap of the offer, but for what is cut off them.

    They do where it stops any of them: one that the cap of its own series stops leaves room under that of the offer.

    >>> of, late, target, asked = {"a": "a"}, {"a": False}, {"a": Fraction(700)}, {"a": Fraction(900)}
    >>> none, nothing, used = {"a": Pending("series_cap", (), "", "", ())}, Fraction(0), {"a": Fraction(650)}
    >>> cap_is_full_early(True, Fraction(700), of, late, target, asked, target, used, none, nothing)
    True
    >>> cap_is_full_early(True, Fraction(990), of, late, target, asked, target, used, {"a": Fraction(700)}, nothing)
    False
    """
    if not early_before_late or isinstance(cap, Pending) or total_late_accepted:
        return False
    early = {pool: of for pool, of in pool_series.items() if not pool_is_late[pool]}
    stopped = filled({pool: pool_target_of_series_cap[pool] for pool in early}, early, series_cap)
    cut = any(pool_target[pool] < pool_tendered[pool] and of not in stopped for pool, of in early.items())
    return cut or sum((pool_accepted_cost[pool] for pool in early), Fraction(0)) >= cap


@rule(per="series")
def series_early_is_bought(series_early_accepted: Money) -> Flag:
    """Whether anything of the series that was tendered by the early deadline is accepted.

    >>> series_early_is_bought(Fraction(5_000)), series_early_is_bought(Fraction(0))
    (True, False)
    """
    return series_early_accepted > 0


@rule(per="series")
def series_late_is_bought(series_late_accepted: Money) -> Flag:
    """Whether anything of the series that was tendered after the early deadline is accepted.

    >>> series_late_is_bought(Fraction(5_000)), series_late_is_bought(Fraction(0))
    (True, False)
    """
    return series_late_accepted > 0


@rule(per="pool")
def pool_has_odd_lots_beside(pool: Text, pool_tendered: Each[Money]) -> Flag:
    """Whether odd lots of the same series were tendered in the same time, so that the pool is told from theirs.

    >>> pool_has_odd_lots_beside("a.late", {"a.late": Fraction(900), "a.late.odd-lots": Fraction(0)})
    False
    """
    return pool_tendered.get(pool + ODD, Fraction(0)) > 0
