"""Results of a cash tender: what is accepted of each pool and series, at what price, and what rounding leaves."""

from __future__ import annotations

from fractions import Fraction

from lexdocs.figures.rule import CENT, Each, Round, Total, rule
from lexdocs.notation.units import Money, Rounding, Text
from lexdocs.offers.series_totals import by_series
from lexdocs.offers.tender_proration import in_pool


@rule(per="pool", total=Total("early_accepted_principal", by="early_pool"))
def pool_early_accepted(pool: Text, early_accepted_principal: Each[Money], early_pool: Each[Text]) -> Money:
    """Principal of early tenders in the pool that is accepted.

    >>> pool_early_accepted("a", {"H-7": Fraction(5_000), "H-8": Fraction(9_000)}, {"H-7": "a", "H-8": "b"})
    Fraction(5000, 1)
    """
    return in_pool(pool, early_accepted_principal, early_pool)


@rule(per="pool", total=Total("late_accepted_principal", by="late_pool"))
def pool_late_accepted(pool: Text, late_accepted_principal: Each[Money], late_pool: Each[Text]) -> Money:
    """Principal of late tenders in the pool that is accepted.

    >>> pool_late_accepted("a.late", {"H-7": Fraction(5_000), "H-8": Fraction(9_000)}, {"H-7": "a.late", "H-8": "b"})
    Fraction(5000, 1)
    """
    return in_pool(pool, late_accepted_principal, late_pool)


@rule(per="pool")
def pool_accepted(pool_early_accepted: Money, pool_late_accepted: Money) -> Money:
    """Principal of the pool that is accepted.

    >>> pool_accepted(Fraction(5_000), Fraction(0))
    Fraction(5000, 1)
    """
    return pool_early_accepted + pool_late_accepted


@rule(per="pool")
def pool_returned(pool_tendered: Money, pool_accepted: Money) -> Money:
    """Principal of the pool that is not accepted and goes back to its holders.

    >>> pool_returned(Fraction(9_000), Fraction(5_000))
    Fraction(4000, 1)
    """
    return pool_tendered - pool_accepted


@rule(per="pool")
def pool_lost_to_rounding(pool_target: Money, pool_accepted: Money) -> Money:
    """Principal that the caps let in and that is not accepted, for tenders are cut to their multiples.

    >>> pool_lost_to_rounding(Fraction("5123.50"), Fraction(5_000))
    Fraction(247, 2)
    """
    return pool_target - pool_accepted


@rule(per="series", total=Total("early_principal", by="holding_series"))
def series_early_tendered(series: Text, early_principal: Each[Money], holding_series: Each[Text]) -> Money:
    """Principal of the series validly tendered by the early deadline, or at all where there is none.

    >>> series_early_tendered("a", {"H-7": Fraction(5_000), "H-8": Fraction(9_000)}, {"H-7": "a", "H-8": "b"})
    Fraction(5000, 1)
    """
    return by_series(series, early_principal, holding_series)


@rule(per="series", total=Total("early_accepted_principal", by="holding_series"))
def series_early_accepted(series: Text, early_accepted_principal: Each[Money], holding_series: Each[Text]) -> Money:
    """Principal of the series accepted of early tenders.

    >>> series_early_accepted("a", {"H-7": Fraction(5_000), "H-8": Fraction(9_000)}, {"H-7": "a", "H-8": "b"})
    Fraction(5000, 1)
    """
    return by_series(series, early_accepted_principal, holding_series)


@rule(per="series", total=Total("late_principal", by="holding_series"))
def series_late_tendered(series: Text, late_principal: Each[Money], holding_series: Each[Text]) -> Money:
    """Principal of the series validly tendered after the early deadline.

    >>> series_late_tendered("a", {"H-7": Fraction(5_000), "H-8": Fraction(9_000)}, {"H-7": "a", "H-8": "b"})
    Fraction(5000, 1)
    """
    return by_series(series, late_principal, holding_series)


@rule(per="series", total=Total("late_accepted_principal", by="holding_series"))
def series_late_accepted(series: Text, late_accepted_principal: Each[Money], holding_series: Each[Text]) -> Money:
    """Principal of the series accepted of late tenders.

    >>> series_late_accepted("a", {"H-7": Fraction(5_000), "H-8": Fraction(9_000)}, {"H-7": "a", "H-8": "b"})
    Fraction(5000, 1)
    """
    return by_series(series, late_accepted_principal, holding_series)


@rule(per="series", total=Total("holder_consideration", by="holding_series"))
def series_consideration(series: Text, holder_consideration: Each[Money], holding_series: Each[Text]) -> Money:
    """Price of what is accepted of the series, the sum of what its holders are paid.

    >>> series_consideration("a", {"H-7": Fraction("49.28"), "H-8": Fraction(90)}, {"H-7": "a", "H-8": "b"})
    Fraction(1232, 25)
    """
    return by_series(series, holder_consideration, holding_series)


@rule(per="series", round=Round(Rounding.HALF_UP, to=CENT))
def aggregate_consideration(
    series_early_accepted: Money, series_late_accepted: Money, total_consideration: Money, late_consideration: Money,
    price_basis: Money,
) -> Money:  # fmt: skip
    """Price of what is accepted of the series, worked out on all of it at once.

    >>> thousand, early, late = Fraction(1_000), Fraction("35.50"), Fraction(30)
    >>> aggregate_consideration(Fraction(4_000), Fraction(2_000), early, late, thousand)
    Fraction(202, 1)
    """
    return (series_early_accepted * total_consideration + series_late_accepted * late_consideration) / price_basis


@rule(per="series")
def residue_consideration(series_consideration: Money, aggregate_consideration: Money) -> Money:
    """Aggregate price of the series, less what its holders are paid: what rounding each of them leaves.

    >>> residue_consideration(Fraction("200.01"), Fraction(200))
    Fraction(-1, 100)
    """
    return aggregate_consideration - series_consideration


@rule()
def total_residue_consideration(residue_consideration: Each[Money]) -> Money:
    """What rounding each holder's price leaves against the aggregates of all series.

    >>> total_residue_consideration({"a": Fraction(1, 100), "b": Fraction(-1, 50)})
    Fraction(-1, 100)
    """
    return sum(residue_consideration.values(), Fraction(0))


@rule(per="series", total=Total("holder_interest", by="holding_series"))
def series_interest(series: Text, holder_interest: Each[Money], holding_series: Each[Text]) -> Money:
    """Interest accrued on what is accepted of the series, the sum of what its holders are paid.

    >>> series_interest("a", {"H-7": Fraction("49.28"), "H-8": Fraction(90)}, {"H-7": "a", "H-8": "b"})
    Fraction(1232, 25)
    """
    return by_series(series, holder_interest, holding_series)


@rule(per="series", round=Round(Rounding.HALF_UP, to=CENT))
def aggregate_interest(
    series_early_accepted: Money, series_late_accepted: Money, early_accrued_per_thousand: Money,
    accrued_per_thousand: Money, price_basis: Money,
) -> Money:  # fmt: skip
    """Interest accrued on what is accepted of the series, worked out on all of it at once.

    >>> thousand, early, late = Fraction(1_000), Fraction("35.50"), Fraction(30)
    >>> aggregate_interest(Fraction(4_000), Fraction(2_000), early, late, thousand)
    Fraction(202, 1)
    """
    return (
        series_early_accepted * early_accrued_per_thousand + series_late_accepted * accrued_per_thousand
    ) / price_basis


@rule(per="series")
def residue_interest(series_interest: Money, aggregate_interest: Money) -> Money:
    """Aggregate interest of the series, less what its holders are paid: what rounding each of them leaves.

    >>> residue_interest(Fraction("200.01"), Fraction(200))
    Fraction(-1, 100)
    """
    return aggregate_interest - series_interest


@rule()
def total_residue_interest(residue_interest: Each[Money]) -> Money:
    """What rounding each holder's interest leaves against the aggregates of all series.

    >>> total_residue_interest({"a": Fraction(1, 100), "b": Fraction(-1, 50)})
    Fraction(-1, 100)
    """
    return sum(residue_interest.values(), Fraction(0))
