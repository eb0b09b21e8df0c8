"""Titles and words that are composed of figures, so that no number in them has a second author."""

from __future__ import annotations

from lexdocs.figures.rule import Each, rule
from lexdocs.notation.forms import write
from lexdocs.notation.units import Date, Day, Flag, Rate, Text, Title, Unit, YearDay


@rule()
def old_notes_title(old_rate: Rate, old_notes_name: Text) -> Title:
    """Title of the old notes: their rate and their name."""
    return f"{write(old_rate, Unit.RATE)} {old_notes_name}"


@rule()
def new_notes_title(new_notes_name: Text, new_maturity: Date) -> Title:
    """Title of the new notes: their name and their maturity."""
    return f"{new_notes_name} due {write(new_maturity, Unit.DATE)}"


@rule()
def old_notes_matured(old_maturity: Date, announced: Date) -> Flag:
    """Whether the old notes had matured when the offer was announced."""
    return old_maturity <= announced


_FREQUENCIES = {1: "annually", 2: "semiannually", 4: "quarterly", 12: "monthly"}


@rule()
def payment_frequency(payment_day: Each[YearDay]) -> Text:
    """How often interest on the new notes is paid."""
    days: list[Day] = list(payment_day.values())
    return _FREQUENCIES.get(len(days), "periodically")
