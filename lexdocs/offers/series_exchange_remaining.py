"""What can remain of each series after the exchange while the minimum tenders are in, whichever series make them up."""

from __future__ import annotations

from fractions import Fraction

from lexdocs.figures.figure import Pending
from lexdocs.figures.rule import Each, rule
from lexdocs.notation.units import Money

_NONE = Fraction(0)


@rule(per="series", cite="conditions of the offer")
def series_most_remaining(
    series_outstanding: Money, series_minimum_principal: Money | Pending, total_outstanding: Money,
    minimum_principal: Money | Pending,
) -> Money:  # fmt: skip
    """Most of the series that can remain: what its own minimum leaves, and what that of all series together leaves.

    >>> none = Pending("series_minimum_principal", (), "", "", ())
    >>> series_most_remaining(Fraction(500_000), none, Fraction(800_000), Fraction(600_000))
    Fraction(200000, 1)
    >>> series_most_remaining(Fraction(500_000), Fraction(350_000), Fraction(800_000), Fraction(600_000))
    Fraction(150000, 1)
    """
    own = series_outstanding - _stated(series_minimum_principal)
    return min(own, total_outstanding - _stated(minimum_principal))


@rule(cite="conditions of the offer")
def most_remaining(
    series_outstanding: Each[Money], series_minimum_principal: Each[Money | Pending], total_outstanding: Money,
    minimum_principal: Money | Pending,
) -> Money:  # fmt: skip
    """Most of all series together that can remain.

    >>> none = Pending("minimum_principal", (), "", "", ())
    >>> most_remaining({"a": Fraction(8)}, {"a": Fraction(6)}, Fraction(8), none)
    Fraction(2, 1)
    """
    own = (series_outstanding[each] - _stated(series_minimum_principal[each]) for each in series_outstanding)
    return min(sum(own, _NONE), total_outstanding - _stated(minimum_principal))


def _stated(minimum: Money | Pending) -> Fraction:
    return _NONE if isinstance(minimum, Pending) else minimum
