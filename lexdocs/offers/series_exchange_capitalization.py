"""What an exchange offer for several series does to the capitalization, in each case of participation."""

from __future__ import annotations

from fractions import Fraction

from lexdocs.figures.figure import Pending
from lexdocs.figures.rule import CENT, Each, Round, rule
from lexdocs.notation.units import Money, Rounding, Text, Title
from lexdocs.offers.capitalization_terms import CapitalKind

_NONE = Fraction(0)


def _named(label: str | Pending, rows: Each[object]) -> str:
    """The label that a line names; the only one there is, where it names none."""
    return label if isinstance(label, str) else next(iter(rows))


@rule(per="capital_line")
def capital_line_title(
    capital_kind: Text, capital_line_heading: Text | Pending, capital_line_of: Text | Pending,
    series_title: Each[Title], new_note_title: Each[Title],
) -> Title:  # fmt: skip
    """What the line is called: its heading, or the title of the notes that it is of.

    >>> none = Pending("capital_line_heading", (), "", "", ())
    >>> capital_line_title("new notes", none, "x", {"a": "8% Notes due 2015"}, {"x": "Secured Notes"})
    'Secured Notes'
    """
    if not isinstance(capital_line_heading, Pending):
        return capital_line_heading
    titles = new_note_title if CapitalKind(capital_kind) is CapitalKind.NEW else series_title
    return titles[_named(capital_line_of, titles)]


@rule(per=("participation", "capital_line"), round=Round(Rounding.HALF_UP, to=CENT))
def capital_retired(
    capital_kind: Text, capital_line_of: Text | Pending, capital_stated: Money,
    participation_principal: Each[Money], series_outstanding: Each[Money],
) -> Money:  # fmt: skip
    """What the exchange takes out of the line: old notes exchanged, and the interest accrued on them at its date.

    >>> principal, outstanding = {"a": Fraction(600_000)}, {"a": Fraction(800_000)}
    >>> capital_retired("old notes", "a", Fraction(800_000), principal, outstanding)
    Fraction(600000, 1)
    >>> capital_retired("senior debt", "a", Fraction(800_000), principal, outstanding)
    Fraction(0, 1)
    """
    if CapitalKind(capital_kind) not in (CapitalKind.OLD, CapitalKind.INTEREST):
        return _NONE
    series = _named(capital_line_of, series_outstanding)
    return capital_stated * participation_principal[series] / series_outstanding[series]


@rule(per=("participation", "capital_line"))
def capital_issued(
    capital_kind: Text, capital_line_of: Text | Pending, participation_new_notes: Each[Money | Pending]
) -> Money:  # fmt: skip
    """What the exchange puts into the line: the new notes.

    >>> capital_issued("new notes", "x", {"x": Fraction(512_000)})
    Fraction(512000, 1)
    """
    if CapitalKind(capital_kind) is not CapitalKind.NEW:
        return _NONE
    return participation_new_notes[_named(capital_line_of, participation_new_notes)]  # type: ignore[return-value]  # pending itself where it is


@rule(per="participation")
def capital_cash_paid(participation_cash_total: Money, offer_expenses: Money | Pending) -> Money:
    """Cash that the company pays: to holders, the fee in all its installments, and its expenses where they are stated.

    >>> capital_cash_paid(Fraction(36_300), Fraction(1_200))
    Fraction(37500, 1)
    """
    return participation_cash_total + (_NONE if isinstance(offer_expenses, Pending) else offer_expenses)
