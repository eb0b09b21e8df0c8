"""Facts that no term shows: counsel states them, and a finding says what counsel stated."""

from __future__ import annotations

from lexdocs.figures.book import FigureBook
from lexdocs.law.finding import Finding, Result, place_of, under
from lexdocs.law.in_force import Force
from lexdocs.law.looking import fixed, value
from lexdocs.terms.law_terms import Fact


def holds(book: FigureBook, fact: Fact) -> bool | None:
    """What counsel says of a fact; None where nothing is said."""
    found = value(book, "legal_fact_holds", fact)
    return None if found is None else bool(found)


def stated(book: FigureBook, force: Force, fact: Fact, says: str, *, rule: str = "") -> Finding:
    """A condition that rests on counsel's word alone."""
    found = fixed(book, "legal_fact_holds", fact)
    if found is None:
        return under(force, fact, Result.COUNSEL, f'{says}: law.facts does not say "{fact}"', rule=rule)
    if found.value:
        return under(force, fact, Result.MET, f"{says}, as counsel states", place_of(found), rule=rule)
    return under(
        force, fact, Result.NOT_MET, f"{says}: counsel states that it does not hold", place_of(found), rule=rule
    )
