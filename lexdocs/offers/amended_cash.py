"""What documents call the changed terms of a cash tender offer: the series by their titles."""

from __future__ import annotations

from typing import Annotated

from lexdocs.figures.figure import Figure
from lexdocs.figures.rule import Each, rule
from lexdocs.notation.units import Count, Text, Title, Unit
from lexdocs.offers.amended_terms import composed


@rule(per="amended_term")
def amended_term_row(amended_term_axis: Text, amended_term_label: Text, series_title: Each[Title]) -> Title:
    """Title of the series that the changed term is of; nothing where it is of none.

    >>> amended_term_row("series", "a", {"a": "8% Notes due 2015"}), amended_term_row("", "", {})
    ('8% Notes due 2015', '')
    """
    return series_title[amended_term_label] if amended_term_axis == "series" else ""


@rule(per="amended_term")
def amended_term_nth() -> Count:
    """Which of its list the changed term is: no list of these offers is counted.

    >>> amended_term_nth()
    0
    """
    return 0


@rule(per="amended_term")
def amended_term_says(
    amended_term_pattern: Text, notes_sought: Annotated[Figure, Unit.TEXT],
    amended_term_row: Annotated[Figure, Unit.TITLE], amended_term_date: Annotated[Figure, Unit.DATE],
    price_basis: Annotated[Figure, Unit.MONEY],
) -> Text:  # fmt: skip
    """What documents call the changed term.

    >>> notes = Figure("notes_sought", (), Unit.TEXT, "Notes", "", amended_term_says)
    >>> amended_term_says("Maturity of the {notes}", notes, notes, notes, notes)
    'Maturity of the Notes'
    """
    places = {"notes": notes_sought, "row": amended_term_row, "date": amended_term_date, "each": price_basis}
    return composed(amended_term_pattern, places)
