"""Whom and what the papers of a cash tender offer name, under the names that every kind of offer has for them."""

from __future__ import annotations

from lexdocs.figures.rule import rule
from lexdocs.notation.units import Text


@rule()
def notes_sought(notes_term: Text) -> Text:
    """Defined term for the notes that the offer seeks.

    >>> notes_sought("Notes")
    'Notes'
    """
    return notes_term


@rule()
def receiving_agent(tender_agent: Text) -> Text:
    """Name of the agent that receives tenders.

    >>> receiving_agent("Heron Tabulation Company")
    'Heron Tabulation Company'
    """
    return tender_agent
