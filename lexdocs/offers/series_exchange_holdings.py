"""One holding, option by option: what is placed and accepted after the caps, what is returned and kept."""

from __future__ import annotations

from fractions import Fraction

from lexdocs.conventions.proration import cut
from lexdocs.figures.figure import Pending
from lexdocs.figures.rule import Each, rule
from lexdocs.notation.units import Money, Number, Text

_NONE = Fraction(0)


@rule(per=("holding", "option"))
def option_late_principal(option_principal: Money, option_early_principal: Money) -> Money:
    """Principal of the holding validly tendered in the option after the early deadline.

    >>> option_late_principal(Fraction(7_000), Fraction(5_000))
    Fraction(2000, 1)
    """
    return option_principal - option_early_principal


@rule(per=("holding", "option"), cite="the option's proration factor; cut to the multiple of the series")
def kept_early(
    option_early_principal: Money, option_factor: Number, holding_series: Text, series_multiple: Each[Money]
) -> Money:
    """Principal tendered by the early deadline that stays in the option after its cap.

    >>> kept_early(Fraction(5_000), Fraction(1, 3), "a", {"a": Fraction(1_000)})
    Fraction(1000, 1)
    """
    return cut(option_early_principal, option_factor, series_multiple[holding_series])


@rule(per=("holding", "option"), cite="the option's proration factor; cut to the multiple of the series")
def kept_late(
    option_late_principal: Money, option_factor: Number, holding_series: Text, series_multiple: Each[Money]
) -> Money:
    """Principal tendered after the early deadline that stays in the option after its cap.

    >>> kept_late(Fraction(2_000), Fraction(1, 2), "a", {"a": Fraction(1_000)})
    Fraction(1000, 1)
    """
    return cut(option_late_principal, option_factor, series_multiple[holding_series])


@rule(per=("holding", "option"))
def placed_early(
    option: Text, option_early_principal: Each[Money], kept_early: Each[Money], option_excess_to: Each[Text | Pending]
) -> Money:
    """Principal tendered by the early deadline that is in the option once excess has gone where the terms send it.

    >>> tendered, kept = {"cash": Fraction(5_000), "mix": Fraction(0)}, {"cash": Fraction(1_000), "mix": Fraction(0)}
    >>> placed_early("mix", tendered, kept, {"cash": "mix", "mix": ""})
    Fraction(4000, 1)
    """
    return _placed(option, option_early_principal, kept_early, option_excess_to)


@rule(per=("holding", "option"))
def placed_late(
    option: Text, option_late_principal: Each[Money], kept_late: Each[Money], option_excess_to: Each[Text | Pending]
) -> Money:
    """Principal tendered after the early deadline that is in the option once excess has gone where the terms send it.

    >>> tendered, kept = {"cash": Fraction(2_000), "mix": Fraction(0)}, {"cash": Fraction(1_000), "mix": Fraction(0)}
    >>> placed_late("mix", tendered, kept, {"cash": "mix", "mix": ""})
    Fraction(1000, 1)
    """
    return _placed(option, option_late_principal, kept_late, option_excess_to)


def _placed(option: str, tendered: Each[Fraction], kept: Each[Fraction], excess_to: Each[str | Pending]) -> Fraction:
    moved = (tendered[other] - kept[other] for other in excess_to if excess_to[other] == option)
    return sum(moved, kept[option])


@rule(per=("holding", "option"), cite="the factor of the new notes; cut to the multiple of the series")
def accepted_early(
    placed_early: Money, acceptance_factor: Each[Number], holding_series: Text, series_multiple: Each[Money]
) -> Money:
    """Principal of the holding accepted in the option, tendered by the early deadline.

    >>> accepted_early(Fraction(5_000), {"a": Fraction(1, 2)}, "a", {"a": Fraction(1_000)})
    Fraction(2000, 1)
    """
    return cut(placed_early, acceptance_factor[holding_series], series_multiple[holding_series])


@rule(per=("holding", "option"), cite="the factor of the new notes; cut to the multiple of the series")
def accepted_late(
    placed_late: Money, acceptance_factor: Each[Number], holding_series: Text, series_multiple: Each[Money]
) -> Money:
    """Principal of the holding accepted in the option, tendered after the early deadline.

    >>> accepted_late(Fraction(2_000), {"a": Fraction(1)}, "a", {"a": Fraction(1_000)})
    Fraction(2000, 1)
    """
    return cut(placed_late, acceptance_factor[holding_series], series_multiple[holding_series])


@rule(per=("holding", "option"))
def option_accepted(accepted_early: Money, accepted_late: Money) -> Money:
    """Principal of the holding accepted in the option.

    >>> option_accepted(Fraction(2_000), Fraction(1_000))
    Fraction(3000, 1)
    """
    return accepted_early + accepted_late


@rule(per="holding")
def accepted_principal(option_accepted: Each[Money]) -> Money:
    """Principal of the holding accepted for exchange, in all options.

    >>> accepted_principal({"cash": Fraction(3_000), "mix": Fraction(2_000)})
    Fraction(5000, 1)
    """
    return sum(option_accepted.values(), _NONE)
