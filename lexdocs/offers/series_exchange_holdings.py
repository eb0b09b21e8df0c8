"""One holding, option by option: what is placed and accepted after the caps, what is returned and kept."""

from __future__ import annotations

from fractions import Fraction

from lexdocs.conventions.proration import cut
from lexdocs.figures.figure import Pending
from lexdocs.figures.rule import CENT, Each, Round, rule
from lexdocs.notation.units import Money, Number, Rounding, Text

_NONE = Fraction(0)
_UNBOUND = Fraction(2)


@rule(per=("holding", "option"))
def option_late_principal(option_principal: Money, option_early_principal: Money) -> Money:
    """Principal of the holding validly tendered in the option after the early deadline.

    >>> option_late_principal(Fraction(7_000), Fraction(5_000))
    Fraction(2000, 1)
    """
    return option_principal - option_early_principal


@rule(per=("holding", "option"), round=Round(Rounding.HALF_UP, to=CENT))
def option_cash_tendered(
    option_early_principal: Money, option_late_principal: Money, early_cash: Each[Money], late_cash: Each[Money],
    holding_series: Text, price_basis: Money,
) -> Money:  # fmt: skip
    """Cash that all of the holding's tenders in the option would take, to the cent as it is paid.

    >>> rates = {"a": Fraction(450)}, {"a": Fraction(420)}
    >>> option_cash_tendered(Fraction(5_000), Fraction(2_000), *rates, "a", Fraction(1_000))
    Fraction(3090, 1)
    """
    early, late = early_cash[holding_series], late_cash[holding_series]
    return (option_early_principal * early + option_late_principal * late) / price_basis


@rule(per=("holding", "option"), cite="no cap is passed by a cent, in the cents that are paid")
def option_cash_bound(
    option_cap_measure: Text | Pending, option_factor: Number, option_cash_tendered: Money,
    option_early_principal: Money, option_late_principal: Money, early_cash: Each[Money], late_cash: Each[Money],
    holding_series: Text, price_basis: Money,
) -> Number:  # fmt: skip
    """Part of the holding's tenders in the option that its part of a cap on cash bounds, kept below it.

    Cash of less than the whole cents of that part and half a cent more rounds to no more than the part. Two,
    which bounds nothing, where no cap on cash cuts the tenders.

    >>> one_third, none = Fraction(1, 3), Fraction(0)
    >>> rates = {"a": Fraction("333.35")}, {"a": none}
    >>> option_cash_bound("cash", one_third, Fraction("1000.05"), Fraction(3_000), none, *rates, "a", Fraction(1_000))
    Fraction(66671, 200010)
    """
    early, late = early_cash[holding_series], late_cash[holding_series]
    exact = (option_early_principal * early + option_late_principal * late) / price_basis
    if option_cap_measure != "cash" or option_factor == 1 or not exact:
        return _UNBOUND
    return (option_cash_tendered * option_factor // CENT * CENT + CENT / 2) / exact


def _kept(tendered: Fraction, factor: Fraction, bound: Fraction, multiple: Fraction) -> Fraction:
    """What stays of a tender: its part by the factor in whole multiples, and less than what bounds its cash."""
    kept = cut(tendered, factor, multiple)
    return kept if kept < tendered * bound or not kept else -(-tendered * bound // multiple) * multiple - multiple


@rule(per=("holding", "option"), cite="the option's proration factor; cut to the multiple of the series")
def kept_early(
    option_early_principal: Money, option_factor: Number, option_cash_bound: Number, holding_series: Text,
    series_multiple: Each[Money],
) -> Money:  # fmt: skip
    """Principal tendered by the early deadline that stays in the option after its cap.

    >>> kept_early(Fraction(5_000), Fraction(1, 3), Fraction(2), "a", {"a": Fraction(1_000)})
    Fraction(1000, 1)
    """
    return _kept(option_early_principal, option_factor, option_cash_bound, series_multiple[holding_series])


@rule(per=("holding", "option"), cite="the option's proration factor; cut to the multiple of the series")
def kept_late(
    option_late_principal: Money, option_factor: Number, option_cash_bound: Number, holding_series: Text,
    series_multiple: Each[Money],
) -> Money:  # fmt: skip
    """Principal tendered after the early deadline that stays in the option after its cap.

    >>> kept_late(Fraction(2_000), Fraction(1, 2), Fraction(1, 2), "a", {"a": Fraction(1_000)})
    Fraction(0, 1)
    """
    return _kept(option_late_principal, option_factor, option_cash_bound, series_multiple[holding_series])


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
