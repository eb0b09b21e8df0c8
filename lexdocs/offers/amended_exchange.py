"""What documents call the changed terms of an exchange offer: provisions by headings, installments by number."""

from __future__ import annotations

from typing import Annotated

from lexdocs.figures.figure import Figure
from lexdocs.figures.rule import Each, rule
from lexdocs.notation.units import Count, Part, Rate, Text, Title, Unit
from lexdocs.offers.amended_terms import composed


@rule(per="amended_term")
def amended_term_row(
    amended_term_axis: Text, amended_term_label: Text, new_notes_title: Title, capital_line_title: Each[Title]
) -> Title:
    """Title of what the changed term is of: a line of the capitalization, or else the new notes.

    >>> amended_term_row("capital_line", "loan", "Secured Notes", {"loan": "Bank loan"})
    'Bank loan'
    """
    return capital_line_title[amended_term_label] if amended_term_axis == "capital_line" else new_notes_title


@rule(per="amended_term")
def amended_term_heading(
    amended_term_axis: Text, amended_term_label: Text, provision_heading: Each[Text],
    warrant_provision_heading: Each[Text],
) -> Text:  # fmt: skip
    """Heading of the provision that the changed term is of; nothing where it is of none.

    >>> amended_term_heading("provision", "rank", {"rank": "Ranking"}, {}), amended_term_heading("", "", {}, {})
    ('Ranking', '')
    """
    headings = {"provision": provision_heading, "warrant_provision": warrant_provision_heading}
    return headings.get(amended_term_axis, {}).get(amended_term_label, "")


@rule(per="amended_term")
def amended_term_nth(
    amended_term_axis: Text, amended_term_label: Text, installment_share: Each[Part], step_rate: Each[Rate]
) -> Count:
    """Which installment or which step of the interest rate it is, counted from one; nought where there is no other.

    >>> from fractions import Fraction
    >>> halves = {"consummation": Fraction(1, 2), "2012-12-15": Fraction(1, 2)}
    >>> amended_term_nth("installment", "2012-12-15", halves, {}), amended_term_nth("", "", halves, {})
    (2, 0)
    """
    lists = {"installment": list(installment_share), "step": list(step_rate)}
    rows = lists.get(amended_term_axis, [])
    return rows.index(amended_term_label) + 1 if len(rows) > 1 else 0


@rule(per="amended_term")
def amended_term_says(
    amended_term_pattern: Text, notes_sought: Annotated[Figure, Unit.TEXT],
    new_notes_term: Annotated[Figure, Unit.TEXT], amended_term_row: Annotated[Figure, Unit.TITLE],
    amended_term_heading: Annotated[Figure, Unit.TEXT], amended_term_nth: Annotated[Figure, Unit.COUNT],
    amended_term_date: Annotated[Figure, Unit.DATE], denomination: Annotated[Figure, Unit.MONEY],
) -> Text:  # fmt: skip
    """What documents call the changed term.

    >>> notes = Figure("notes_sought", (), Unit.TEXT, "Notes", "", amended_term_says)
    >>> amended_term_says("Maturity of the {notes}", notes, notes, notes, notes, notes, notes, notes)
    'Maturity of the Notes'
    """
    places = {
        "notes": notes_sought, "new": new_notes_term, "row": amended_term_row,
        "heading": amended_term_heading, "nth": amended_term_nth, "date": amended_term_date, "each": denomination,
    }  # fmt: skip
    return composed(amended_term_pattern, places)
