"""Titles and words that are composed of figures, so that no number in them has a second author."""

from __future__ import annotations

from typing import Annotated

from lexdocs.figures.figure import Figure
from lexdocs.figures.rule import Each, rule
from lexdocs.notation.forms import write
from lexdocs.notation.units import Date, Flag, Text, Title, Unit, YearDay


@rule()
def old_notes_title(
    old_rate: Annotated[Figure, Unit.RATE], old_notes_name: Text, old_maturity: Date, old_title_has_year: Flag
) -> Title:
    """Title of the old notes: their rate, written as in the terms, their name, and the year of maturity if it is said.

    >>> import datetime
    >>> from fractions import Fraction
    >>> rate = Figure("old_rate", (), Unit.RATE, Fraction("0.085"), "", old_notes_title, "8.50%")
    >>> [old_notes_title(rate, "Senior Notes", datetime.date(2013, 6, 1), year) for year in (False, True)]
    ['8.50% Senior Notes', '8.50% Senior Notes due 2013']
    """
    title = f"{write(old_rate.value, Unit.RATE, written=old_rate.written)} {old_notes_name}"
    return f"{title} due {old_maturity.year}" if old_title_has_year else title


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
def old_notes_fell_due(old_maturity: Date, latest_announced: Date) -> Flag:
    """Whether the old notes have matured by the day of the last announcement.

    >>> import datetime
    >>> old_notes_fell_due(datetime.date(2012, 7, 16), datetime.date(2012, 7, 13))
    False
    """
    return old_maturity <= latest_announced


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
    """How often interest on the new notes is paid, where its days part the year evenly.

    >>> from lexdocs.notation.units import Day
    >>> payment_frequency({"06-15": Day(6, 15), "12-15": Day(12, 15)})
    'semiannually'
    """
    months = sorted(day.month for day in payment_day.values())
    apart = {(after - month) % 12 or 12 for month, after in zip(months, [*months[1:], months[0]], strict=True)}
    return _FREQUENCIES.get(len(months), "periodically") if len(apart) == 1 else "periodically"
