"""The rates that the statement of a holder shows beside its amounts, and what rounding did to the new notes."""

from __future__ import annotations

from lexdocs.figures.rule import Each, rule
from lexdocs.notation.units import Flag, Money, Rounding, Text


@rule(per=("holding", "option"))
def option_early_cash(early_cash: Each[Money], holding_series: Text) -> Money:
    """Cash for each $1,000 of the holding accepted in the option that was tendered by the early deadline.

    >>> from fractions import Fraction
    >>> option_early_cash({"a": Fraction(450), "b": Fraction(360)}, "b")
    Fraction(360, 1)
    """
    return early_cash[holding_series]


@rule(per=("holding", "option"))
def option_late_cash(late_cash: Each[Money], holding_series: Text) -> Money:
    """Cash for each $1,000 of the holding accepted in the option that was tendered after the early deadline.

    >>> from fractions import Fraction
    >>> option_late_cash({"a": Fraction(420), "b": Fraction(336)}, "b")
    Fraction(336, 1)
    """
    return late_cash[holding_series]


@rule(per=("holding", "option", "new_note"))
def option_early_notes(early_new_notes: Each[Money], holding_series: Text) -> Money:
    """New notes for each $1,000 of the holding accepted in the option that was tendered by the early deadline.

    >>> from fractions import Fraction
    >>> option_early_notes({"a": Fraction(600), "b": Fraction(500)}, "b")
    Fraction(500, 1)
    """
    return early_new_notes[holding_series]


@rule(per=("holding", "option", "new_note"))
def option_late_notes(late_new_notes: Each[Money], holding_series: Text) -> Money:
    """New notes for each $1,000 of the holding accepted in the option that was tendered after the early deadline.

    >>> from fractions import Fraction
    >>> option_late_notes({"a": Fraction(560), "b": Fraction(470)}, "b")
    Fraction(470, 1)
    """
    return late_new_notes[holding_series]


@rule(per=("holding", "option"))
def option_adds_interest(interest_paid_in_notes: Each[Flag], holding_series: Text) -> Flag:
    """Whether the option gives new notes for the accrued interest on the series of the holding.

    >>> option_adds_interest({"a": True, "b": False}, "a")
    True
    """
    return interest_paid_in_notes[holding_series]


@rule(per="new_note")
def new_notes_are_rounded_down(new_note_rounding: Rounding) -> Flag:
    """Whether an entitlement that is no whole increment is rounded down for every holder.

    >>> new_notes_are_rounded_down(Rounding.DOWN), new_notes_are_rounded_down(Rounding.HALF_UP)
    (True, False)
    """
    return new_note_rounding is Rounding.DOWN


@rule(per=("holding", "new_note"))
def new_notes_added(new_notes_entitlement: Money, new_notes_issued: Money) -> Money:
    """What rounding adds to the entitlement; less than nothing where it takes something off.

    >>> from fractions import Fraction
    >>> new_notes_added(Fraction("5500.50"), Fraction(5_501))
    Fraction(1, 2)
    """
    return new_notes_issued - new_notes_entitlement
