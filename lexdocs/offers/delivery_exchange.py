"""Whom and what the papers of an exchange name, under the names that every kind of offer has for them."""

from __future__ import annotations

from lexdocs.figures.figure import Pending
from lexdocs.figures.rule import rule
from lexdocs.notation.units import Flag, Text
from lexdocs.terms.law_terms import Exemption


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


@rule()
def holders_must_be_eligible(securities_exemption: Text | Pending) -> Flag:
    """Whether only holders may take part who certify what they are: where the securities are offered privately.

    >>> holders_must_be_eligible("4(a)(2)/144A/Reg S"), holders_must_be_eligible("3(a)(9)")
    (True, False)
    """
    return securities_exemption == Exemption.PRIVATE
