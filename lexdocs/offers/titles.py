"""Titles and words that are composed of figures, so that no number in them has a second author."""

from __future__ import annotations

from lexdocs.figures.rule import Each, rule
from lexdocs.notation.forms import write
from lexdocs.notation.units import Date, Day, Flag, Rate, Text, Title, Unit, YearDay


@rule()
def old_notes_title(old_rate: Rate, old_notes_name: Text) -> Title:
    """Title of the old notes: their rate and their name.

    >>> from fractions import Fraction
    >>> old_notes_title(Fraction("0.085"), "Senior Notes")
    '8 1/2% Senior Notes'
    """
    return f"{write(old_rate, Unit.RATE)} {old_notes_name}"


@rule()
def new_notes_title(new_notes_name: Text, new_maturity: Date) -> Title:
    """Title of the new notes: their name and their maturity.

    >>> import datetime
    >>> new_notes_title("Secured Notes", datetime.date(2015, 6, 15))
    'Secured Notes due June 15, 2015'
    """
    return f"{new_notes_name} due {write(new_maturity, Unit.DATE)}"


@rule()
def old_notes_matured(old_maturity: Date, announced: Date) -> Flag:
    """Whether the old notes had matured when the offer was announced.

    >>> import datetime
    >>> old_notes_matured(datetime.date(2012, 6, 1), datetime.date(2012, 6, 15))
    True
    """
    return old_maturity <= announced


@rule()
def has_conditions(condition_text: Each[Text]) -> Flag:
    """Whether the offer has conditions beside the minimum tender.

    >>> has_conditions({})
    False
    """
    return len(condition_text) > 0


@rule()
def offer_is_to_registered(holder_level: Text) -> Flag:
    """Whether the offer is made to registered holders.

    >>> offer_is_to_registered("beneficial")
    False
    """
    return holder_level == "registered"


_FREQUENCIES = {1: "annually", 2: "semiannually", 4: "quarterly", 12: "monthly"}


@rule()
def payment_frequency(payment_day: Each[YearDay]) -> Text:
    """How often interest on the new notes is paid.

    >>> payment_frequency({"06-15": Day(6, 15), "12-15": Day(12, 15)})
    'semiannually'
    """
    days: list[Day] = list(payment_day.values())
    return _FREQUENCIES.get(len(days), "periodically")
