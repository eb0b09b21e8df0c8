"""Whom and what the papers of an exchange name, under the names that every kind of offer has for them."""

from __future__ import annotations

from lexdocs.figures.rule import rule
from lexdocs.notation.units import Text


@rule()
def notes_sought(old_notes_term: Text) -> Text:
    """Defined term for the notes that the offer seeks.

    >>> notes_sought("Existing Notes")
    'Existing Notes'
    """
    return old_notes_term


@rule()
def receiving_agent(exchange_agent: Text) -> Text:
    """Name of the agent that receives tenders.

    >>> receiving_agent("Heron Trust Company")
    'Heron Trust Company'
    """
    return exchange_agent
