"""Caps of an exchange offer for several series: what was chosen, and the factors by which it is cut.

Two caps follow one another. The cap of an option bounds its principal, its cash or its new notes; the
excess goes to another option, or is returned. The cap on new notes bounds what all options together bring
of them; the excess is returned. Early and late tenders are cut alike. Cash is measured in the cents that are
paid, principal and new notes exactly.
"""

from __future__ import annotations

from fractions import Fraction

from lexdocs.conventions.proration import factor
from lexdocs.figures.figure import Pending
from lexdocs.figures.rule import Each, Total, rule
from lexdocs.notation.units import Flag, Money, Number, Text
from lexdocs.offers.series_totals import by_series

_NONE = Fraction(0)
_ALL = Fraction(1)


@rule(per=("series", "option"), total=Total("option_early_principal", by="holding_series"))
def early_principal(series: Text, option_early_principal: Each[Money], holding_series: Each[Text]) -> Money:
    """Principal of the series validly tendered in the option by the early deadline.

    >>> early_principal("a", {"H-7": Fraction(5_000), "H-8": Fraction(9_000)}, {"H-7": "a", "H-8": "b"})
    Fraction(5000, 1)
    """
    return by_series(series, option_early_principal, holding_series)


@rule(per=("series", "option"), total=Total("option_late_principal", by="holding_series"))
def late_principal(series: Text, option_late_principal: Each[Money], holding_series: Each[Text]) -> Money:
    """Principal of the series validly tendered in the option after the early deadline.

    >>> late_principal("a", {"H-7": Fraction(5_000), "H-8": Fraction(9_000)}, {"H-7": "a", "H-8": "b"})
    Fraction(5000, 1)
    """
    return by_series(series, option_late_principal, holding_series)


@rule(per=("series", "option"))
def chosen_principal(early_principal: Money, late_principal: Money) -> Money:
    """Principal of the series validly tendered in the option.

    >>> chosen_principal(Fraction(5_000), Fraction(2_000))
    Fraction(7000, 1)
    """
    return early_principal + late_principal


def _weighted(
    early: Each[Fraction], late: Each[Fraction], early_rate: Each[Fraction], late_rate: Each[Fraction], basis: Fraction
) -> Fraction:
    return sum((early[row] * early_rate[row] + late[row] * late_rate[row] for row in early), _NONE) / basis


@rule(per="option")
def option_principal_chosen(chosen_principal: Each[Money]) -> Money:
    """Principal of all series validly tendered in the option.

    >>> option_principal_chosen({"a": Fraction(7_000), "b": Fraction(3_000)})
    Fraction(10000, 1)
    """
    return sum(chosen_principal.values(), _NONE)


@rule(per="option", total=Total("option_cash_tendered"))
def option_cash_chosen(option_cash_tendered: Each[Money]) -> Money:
    """Cash that all tenders in the option would take as it is paid, without interest and before any cap.

    >>> option_cash_chosen({"H-7": Fraction(3_090), "H-8": Fraction("66.67")})
    Fraction(315667, 100)
    """
    return sum(option_cash_tendered.values(), _NONE)


@rule(per=("option", "new_note"))
def option_notes_chosen(
    early_principal: Each[Money], late_principal: Each[Money], new_notes_per_thousand: Each[Money],
    late_new_notes_per_thousand: Each[Money], price_basis: Money,
) -> Money:  # fmt: skip
    """New notes that all tenders in the option would take, with those for interest and before any cap.

    >>> amounts = {"a": Fraction(5_000)}, {"a": Fraction(2_000)}, {"a": Fraction(640)}, {"a": Fraction(590)}
    >>> option_notes_chosen(*amounts, Fraction(1_000))
    Fraction(4380, 1)
    """
    return _weighted(early_principal, late_principal, new_notes_per_thousand, late_new_notes_per_thousand, price_basis)


@rule(per="option")
def option_measured(
    option_cap_measure: Text | Pending, option_principal_chosen: Money, option_cash_chosen: Money,
    option_notes_chosen: Each[Money],
) -> Money:  # fmt: skip
    """What the option's tenders come to in the measure of its cap; their principal where it has none.

    >>> option_measured("cash", Fraction(7_000), Fraction(3_090), {"x": Fraction(4_380)})
    Fraction(3090, 1)
    """
    if option_cap_measure == "cash":
        return option_cash_chosen
    if option_cap_measure == "new notes":
        return sum(option_notes_chosen.values(), _NONE)
    return option_principal_chosen


@rule(per="option", cite="the cap over what was tendered, at most one")
def option_factor(option_cap: Money | Pending, option_measured: Money) -> Number:
    """Proration factor of the option.

    >>> option_factor(Fraction(2_000), Fraction(3_000))
    Fraction(2, 3)
    """
    return _ALL if isinstance(option_cap, Pending) else factor(option_cap, option_measured)


@rule(per=("series", "option"), total=Total("placed_early", by="holding_series"))
def placed_early_principal(series: Text, placed_early: Each[Money], holding_series: Each[Text]) -> Money:
    """Principal of the series placed in the option after its cap, tendered by the early deadline.

    >>> placed_early_principal("a", {"H-7": Fraction(5_000), "H-8": Fraction(9_000)}, {"H-7": "a", "H-8": "b"})
    Fraction(5000, 1)
    """
    return by_series(series, placed_early, holding_series)


@rule(per=("series", "option"), total=Total("placed_late", by="holding_series"))
def placed_late_principal(series: Text, placed_late: Each[Money], holding_series: Each[Text]) -> Money:
    """Principal of the series placed in the option after its cap, tendered after the early deadline.

    >>> placed_late_principal("a", {"H-7": Fraction(5_000), "H-8": Fraction(9_000)}, {"H-7": "a", "H-8": "b"})
    Fraction(5000, 1)
    """
    return by_series(series, placed_late, holding_series)


@rule(per=("option", "new_note"))
def option_notes_placed(
    placed_early_principal: Each[Money], placed_late_principal: Each[Money], new_notes_per_thousand: Each[Money],
    late_new_notes_per_thousand: Each[Money], price_basis: Money,
) -> Money:  # fmt: skip
    """New notes that what is placed in the option would take, with those for interest.

    >>> amounts = {"a": Fraction(5_000)}, {"a": Fraction(2_000)}, {"a": Fraction(640)}, {"a": Fraction(590)}
    >>> option_notes_placed(*amounts, Fraction(1_000))
    Fraction(4380, 1)
    """
    rates = new_notes_per_thousand, late_new_notes_per_thousand
    return _weighted(placed_early_principal, placed_late_principal, *rates, price_basis)


@rule(per="new_note")
def new_notes_placed(option_notes_placed: Each[Money]) -> Money:
    """New notes that what is placed in all options would take.

    >>> new_notes_placed({"notes": Fraction(4_380), "mix": Fraction(620)})
    Fraction(5000, 1)
    """
    return sum(option_notes_placed.values(), _NONE)


@rule(per="new_note", cite="the cap over what would be issued, at most one")
def new_note_factor(new_note_cap: Money | Pending, new_notes_placed: Money | Pending) -> Number:
    """Proration factor of the new notes.

    >>> new_note_factor(Fraction(4_000), Fraction(5_000))
    Fraction(4, 5)
    """
    if isinstance(new_note_cap, Pending):
        return _ALL
    return factor(new_note_cap, new_notes_placed) if isinstance(new_notes_placed, Fraction) else new_notes_placed  # type: ignore[return-value]  # pending itself


@rule(per=("series", "option"), cite="the least of the factors of the new notes that the option brings")
def acceptance_factor(
    new_note_factor: Each[Number], early_new_notes: Each[Money], interest_in_these_notes: Each[Flag]
) -> Number:
    """Part of what is placed in the option that is accepted.

    >>> factors, rates = {"x": Fraction(4, 5), "y": Fraction(1, 2)}, {"x": Fraction(600), "y": Fraction(0)}
    >>> acceptance_factor(factors, rates, {"x": False, "y": False})
    Fraction(4, 5)
    """
    brought = (each for each in new_note_factor if early_new_notes[each] or interest_in_these_notes[each])
    return min((new_note_factor[each] for each in brought), default=_ALL)
