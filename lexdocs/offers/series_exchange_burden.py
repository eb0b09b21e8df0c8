"""What interest the company owes each year before and after an exchange offer for several series."""

from __future__ import annotations

from fractions import Fraction

from lexdocs.figures.rule import CENT, Each, Round, rule
from lexdocs.notation.units import Money, Rate, Rounding, Text

_NONE = Fraction(0)


@rule(per="series", round=Round(Rounding.HALF_UP, to=CENT), cite="a full year at the rate of the series")
def series_annual_interest(series_outstanding: Money, series_rate: Rate) -> Money:
    """Interest on the whole series, a year.

    >>> series_annual_interest(Fraction(800_000), Fraction("0.08"))
    Fraction(64000, 1)
    """
    return series_outstanding * series_rate


@rule()
def total_annual_interest(series_annual_interest: Each[Money]) -> Money:
    """Interest on all series, a year.

    >>> total_annual_interest({"a": Fraction(64_000), "b": Fraction(20_000)})
    Fraction(84000, 1)
    """
    return sum(series_annual_interest.values(), _NONE)


@rule(per=("participation", "series"), round=Round(Rounding.HALF_UP, to=CENT))
def annual_interest_remaining(participation_remaining: Money, series_rate: Rate) -> Money:
    """Interest on what remains of the series, a year.

    >>> annual_interest_remaining(Fraction(200_000), Fraction("0.08"))
    Fraction(16000, 1)
    """
    return participation_remaining * series_rate


@rule(per=("participation", "new_note"), round=Round(Rounding.HALF_UP, to=CENT))
def new_note_annual_interest(participation_new_notes: Money, new_note_first_rate: Rate) -> Money:
    """Interest on the new notes at the rate that they bear first, a year.

    >>> new_note_annual_interest(Fraction(500_000), Fraction("0.1"))
    Fraction(50000, 1)
    """
    return participation_new_notes * new_note_first_rate


@rule(per=("participation", "step"), round=Round(Rounding.HALF_UP, to=CENT))
def step_annual_interest(step_notes: Text, step_rate: Rate, participation_new_notes: Each[Money]) -> Money:
    """Interest on the new notes of the step at its rate, a year.

    >>> step_annual_interest("x", Fraction("0.1"), {"x": Fraction(500_000)})
    Fraction(50000, 1)
    """
    return participation_new_notes[step_notes] * step_rate


@rule(per="participation")
def total_interest_after(
    annual_interest_remaining: Each[Money], new_note_annual_interest: Each[Money]
) -> Money:  # fmt: skip
    """Interest on what remains of all series and on all new notes at the rates that they bear first, a year.

    >>> total_interest_after({"a": Fraction(16_000)}, {"x": Fraction(50_000)})
    Fraction(66000, 1)
    """
    return sum(new_note_annual_interest.values(), sum(annual_interest_remaining.values(), _NONE))


@rule(per=("participation", "new_note"), round=Round(Rounding.HALF_UP, to=CENT))
def new_note_later_interest(participation_new_notes: Money, new_note_last_rate: Rate) -> Money:
    """Interest on the new notes at the rate that they bear last, a year.

    >>> new_note_later_interest(Fraction(500_000), Fraction("0.12"))
    Fraction(60000, 1)
    """
    return participation_new_notes * new_note_last_rate


@rule(per="participation")
def total_interest_later(
    annual_interest_remaining: Each[Money], new_note_later_interest: Each[Money]
) -> Money:  # fmt: skip
    """Interest on what remains of all series and on all new notes at the rates that they bear last, a year.

    >>> total_interest_later({"a": Fraction(16_000)}, {"x": Fraction(60_000)})
    Fraction(76000, 1)
    """
    return sum(new_note_later_interest.values(), sum(annual_interest_remaining.values(), _NONE))
