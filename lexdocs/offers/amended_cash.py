"""What documents call the changed terms of a cash tender offer: the series by their titles."""

from __future__ import annotations

from fractions import Fraction
from typing import Annotated, Any

from lexdocs.figures.figure import Figure, Pending
from lexdocs.figures.rule import Each, rule
from lexdocs.notation.units import Count, Flag, Money, Text, Title, Unit
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


@rule(per="series")
def late_consideration_before(
    series: Text, total_consideration: Money, early_premium: Money | Pending, amended_term_name: Each[Text],
    amended_term_label: Each[Text], amended_term_before: Each[Text | Pending],
) -> Money:  # fmt: skip
    """Price for each thousand dollars tendered late before the last announcement; as it is where that moved nothing.

    >>> moved = {"x": "stated_total_consideration"}, {"x": "a"}, {"x": Fraction(990)}
    >>> late_consideration_before("a", Fraction(1_000), Fraction(30), *moved)
    Fraction(960, 1)
    """
    # What a changed term was has the unit of the term, though its figure is declared as text, which stands for any.
    was: dict[str, Any] = {"stated_total_consideration": total_consideration, "early_premium": early_premium}
    was |= {
        name: amended_term_before[row] for row, name in amended_term_name.items()
        if name in was and amended_term_label[row] == series
    }  # fmt: skip
    total, premium = was["stated_total_consideration"], was["early_premium"]
    unsaid = isinstance(total, Pending) or isinstance(premium, Pending)
    before: Fraction = total if unsaid else total - premium  # pending itself where the total was
    return before


@rule(per="series")
def late_is_amended(
    late_consideration_before: Money | Pending, late_consideration: Money | Pending, has_early_deadline: Flag
) -> Flag:
    """Whether the last announcement moved what late tenders receive.

    >>> late_is_amended(Fraction(960), Fraction(970), True)
    True
    """
    if isinstance(late_consideration_before, Pending) or isinstance(late_consideration, Pending):
        return False
    return has_early_deadline and late_consideration_before != late_consideration


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
