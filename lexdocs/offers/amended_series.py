"""What documents call the changed terms of an exchange offer for several series: notes by titles, options by names."""

from __future__ import annotations

from typing import Annotated

from lexdocs.figures.figure import Figure
from lexdocs.figures.rule import Each, rule
from lexdocs.notation.units import Count, Part, Text, Title, Unit
from lexdocs.offers.amended_terms import composed


@rule(per="amended_term")
def amended_term_row(
    amended_term_axis: Text, amended_term_label: Text, series_title: Each[Title], new_note_title: Each[Title],
    step_title: Each[Title], capital_line_title: Each[Title], consideration_series: Each[Text],
) -> Title:  # fmt: skip
    """Title of the notes, or of the capitalization's line, that the changed term is of; nothing where it is of none.

    >>> amended_term_row("consideration", "a/mix", {"a": "8% Notes due 2015"}, {}, {}, {}, {"a/mix": "a"})
    '8% Notes due 2015'
    """
    if amended_term_axis == "consideration":
        return series_title[consideration_series[amended_term_label]]
    titles = {
        "series": series_title, "new_note": new_note_title, "step": step_title, "capital_line": capital_line_title,
    }  # fmt: skip
    return titles.get(amended_term_axis, {}).get(amended_term_label, "")


@rule(per="amended_term")
def amended_term_heading(
    amended_term_axis: Text, amended_term_label: Text, option_name: Each[Text], provision_heading: Each[Text],
    consideration_option: Each[Text],
) -> Text:  # fmt: skip
    """Name of the option, or heading of the provision, that the changed term is of; nothing where it is of none.

    >>> amended_term_heading("option", "cash", {"cash": "Cash Option"}, {}, {})
    'Cash Option'
    """
    if amended_term_axis == "consideration":
        return option_name[consideration_option[amended_term_label]]
    headings = {"option": option_name, "provision": provision_heading}
    return headings.get(amended_term_axis, {}).get(amended_term_label, "")


@rule(per="amended_term")
def amended_term_nth(
    amended_term_axis: Text, amended_term_label: Text, installment_share: Each[Part], step_notes: Each[Text]
) -> Count:
    """Which installment, or which step of the rate of its notes, it is, counted from one; nought where it is the only.

    >>> amended_term_nth("step", "x/2", {}, {"x/1": "x", "y/1": "y", "x/2": "x"})
    2
    """
    rows = list(installment_share) if amended_term_axis == "installment" else []
    if amended_term_axis == "step":
        rows = [label for label, notes in step_notes.items() if notes == step_notes[amended_term_label]]
    return rows.index(amended_term_label) + 1 if len(rows) > 1 else 0


@rule(per="amended_term")
def amended_term_says(
    amended_term_pattern: Text, notes_sought: Annotated[Figure, Unit.TEXT],
    new_notes_term: Annotated[Figure, Unit.TEXT], amended_term_row: Annotated[Figure, Unit.TITLE],
    amended_term_heading: Annotated[Figure, Unit.TEXT], amended_term_nth: Annotated[Figure, Unit.COUNT],
    amended_term_date: Annotated[Figure, Unit.DATE], price_basis: Annotated[Figure, Unit.MONEY],
) -> Text:  # fmt: skip
    """What documents call the changed term.

    >>> notes = Figure("notes_sought", (), Unit.TEXT, "Notes", "", amended_term_says)
    >>> amended_term_says("Maturity of the {notes}", notes, notes, notes, notes, notes, notes, notes)
    'Maturity of the Notes'
    """
    places = {
        "notes": notes_sought, "new": new_notes_term, "row": amended_term_row,
        "heading": amended_term_heading, "nth": amended_term_nth, "date": amended_term_date, "each": price_basis,
    }  # fmt: skip
    return composed(amended_term_pattern, places)
