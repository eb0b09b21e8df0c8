"""Pools of a cash tender in the order of acceptance: their series, prices and places."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction

from lexdocs.figures.figure import Pending
from lexdocs.figures.rule import Each, rows, rule
from lexdocs.notation.units import Count, Flag, Money, Text, Title

EARLY, LATE, ODD = ".early", ".late", ".odd-lots"


def pool_label(series: str, has_early_deadline: bool, late: bool, odd: bool) -> str:
    """The label of the pool into which a tender comes: its series, early or late, and odd lots apart.

    >>> pool_label("a", True, False, True), pool_label("b", False, False, False)
    ('a.early.odd-lots', 'b')
    """
    return series + ((LATE if late else EARLY) if has_early_deadline else "") + (ODD if odd else "")


@rule(per="series")
def acceptance_priority(stated_acceptance_priority: Count | Pending) -> Count:
    """Level at which the series is accepted, the first where no other is stated.

    >>> acceptance_priority(2)
    2
    """
    return 1 if isinstance(stated_acceptance_priority, Pending) else stated_acceptance_priority


@rule()
def early_before_late(stated_early_before_late: Flag | Pending, has_early_deadline: Flag) -> Flag:
    """Whether all early tenders are accepted before any late one: only where the terms say so.

    >>> early_before_late(True, True)
    True
    """
    return has_early_deadline and not isinstance(stated_early_before_late, Pending) and stated_early_before_late


def _rank(label: str, priority: Mapping[str, int], early_before_late: bool) -> tuple[bool, int, bool]:
    """What orders pools: late after early where the terms say so, then the level, then odd lots before the rest."""
    return early_before_late and LATE in label, priority[label.split(".", maxsplit=1)[0]], not label.endswith(ODD)


@rows("pool")
def pools(
    acceptance_priority: Each[Count], has_early_deadline: Flag, early_before_late: Flag, odd_lots_below: Money | Pending
) -> Sequence[str]:
    """Pools of tenders in the order of acceptance: each series, early and late, with odd lots before the others.

    >>> nothing = Pending("odd_lots_below", (), "", "", ())
    >>> pools({"a": 2, "b": 1}, True, True, nothing)
    ['b.early', 'a.early', 'b.late', 'a.late']
    """
    odd = (False,) if isinstance(odd_lots_below, Pending) else (True, False)
    found = [
        pool_label(series, has_early_deadline, late, small)
        for series in acceptance_priority
        for late in ((False, True) if has_early_deadline else (False,))
        for small in odd
    ]
    priority = dict(acceptance_priority)
    return sorted(found, key=lambda label: _rank(label, priority, early_before_late))


@rule(per="pool")
def pool_rank(pool: Text, acceptance_priority: Each[Count], early_before_late: Flag, pool_series: Each[Text]) -> Count:
    """Place of the pool in the order of acceptance; pools of one place are prorated together.

    >>> pool_rank("a.early", {"a": 2, "b": 1}, True, {"b.early": "b", "a.early": "a", "b.late": "b", "a.late": "a"})
    2
    """
    priority = dict(acceptance_priority)
    ranks = sorted({_rank(label, priority, early_before_late) for label in pool_series})
    return ranks.index(_rank(pool, priority, early_before_late)) + 1


@rule(per="pool")
def pool_series(pool: Text) -> Text:
    """Series of the pool.

    >>> pool_series("a.early")
    'a'
    """
    return pool.split(".")[0]


@rule(per="pool")
def pool_title(pool_series: Text, series_title: Each[Title]) -> Title:
    """Title of the series of the pool.

    >>> pool_title("a", {"a": "8% Notes due 2015", "b": "9% Notes due 2016"})
    '8% Notes due 2015'
    """
    return series_title[pool_series]


@rule(per="pool")
def pool_level(pool_series: Text, acceptance_priority: Each[Count]) -> Count:
    """Level at which the series of the pool is accepted.

    >>> pool_level("b", {"a": 1, "b": 2})
    2
    """
    return acceptance_priority[pool_series]


@rule(per="pool")
def pool_is_late(pool: Text) -> Flag:
    """Whether the pool holds what was tendered after the early deadline.

    >>> pool_is_late("a.late")
    True
    """
    return LATE in pool


@rule(per="pool")
def pool_is_odd_lots(pool: Text) -> Flag:
    """Whether the pool holds odd lots, which are accepted before the other tenders of their place.

    >>> pool_is_odd_lots("a.late")
    False
    """
    return pool.endswith(ODD)


@rule(per="pool")
def pool_price(
    pool_is_late: Flag, pool_series: Text, total_consideration: Each[Money], late_consideration: Each[Money]
) -> Money:
    """Price for each thousand dollars of principal of the pool.

    >>> pool_price(True, "a", {"a": Fraction("985.50")}, {"a": Fraction("955.50")})
    Fraction(1911, 2)
    """
    return late_consideration[pool_series] if pool_is_late else total_consideration[pool_series]


@rule(per="pool")
def pool_accrued(
    pool_is_late: Flag, pool_series: Text, early_accrued_per_thousand: Each[Money], accrued_per_thousand: Each[Money]
) -> Money:
    """Interest accrued on each thousand dollars of principal of the pool when the pool is paid, before any rounding.

    >>> pool_accrued(False, "a", {"a": Fraction(35)}, {"a": Fraction("37.50")})
    Fraction(35, 1)
    """
    return accrued_per_thousand[pool_series] if pool_is_late else early_accrued_per_thousand[pool_series]


@rule(per="pool")
def pool_price_in_cap(cap_measure: Text, pool_price: Money | Pending, price_basis: Money) -> Money:
    """What the price of each thousand dollars of the pool takes of a cap; the principal, if that is bounded.

    >>> pool_price_in_cap("purchase price", Fraction("985.50"), Fraction(1_000))
    Fraction(1971, 2)
    """
    # A price that is not determined yet matters only where a cap bounds it.
    return price_basis if cap_measure == "principal" else pool_price  # type: ignore[return-value]


@rule(per="pool")
def pool_interest_in_cap(cap_measure: Text, pool_accrued: Money | Pending) -> Money:
    """What the interest on each thousand dollars of the pool takes of a cap: nothing, unless the cap bounds it too.

    >>> pool_interest_in_cap("purchase price", Fraction(35))
    Fraction(0, 1)
    """
    # Interest that is not fixed yet matters only where a cap bounds it.
    return pool_accrued if cap_measure == "consideration" else Fraction(0)  # type: ignore[return-value]


@rule(per="pool")
def pool_multiple(pool_series: Text, series_multiple: Each[Money]) -> Money:
    """Step of principal to which tenders in the pool are cut.

    >>> pool_multiple("a", {"a": Fraction(1_000), "b": Fraction(5_000)})
    Fraction(1000, 1)
    """
    return series_multiple[pool_series]


@rule(per="pool")
def pool_denomination(pool_series: Text, series_denomination: Each[Money]) -> Money:
    """Smallest principal amount in which notes of the pool may be held.

    >>> pool_denomination("a", {"a": Fraction(2_000), "b": Fraction(5_000)})
    Fraction(2000, 1)
    """
    return series_denomination[pool_series]
