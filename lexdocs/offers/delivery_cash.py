"""Whom and what the papers of a cash tender offer name, under the names that every kind of offer has for them."""

from __future__ import annotations

from lexdocs.figures.figure import Pending
from lexdocs.figures.rule import rule
from lexdocs.notation.units import Flag, Telephone, Text


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


@rule()
def agent_has_telephone(tender_agent_telephone: Telephone | Pending) -> Flag:
    """Whether the terms state a telephone number of the agent that receives tenders.

    >>> agent_has_telephone("(202) 555-0143")
    True
    """
    return not isinstance(tender_agent_telephone, Pending)


@rule()
def agent_telephone(tender_agent_telephone: Telephone) -> Telephone:
    """Telephone number of the agent that receives tenders.

    >>> agent_telephone("(202) 555-0143")
    '(202) 555-0143'
    """
    return tender_agent_telephone


@rule()
def inquiries_go_to_agent(information_agent: Text | Pending) -> Flag:
    """Whether letters and forms send those who ask to an information agent: where the terms name one.

    >>> inquiries_go_to_agent("Heron Information Services")
    True
    """
    return not isinstance(information_agent, Pending)


@rule()
def inquiry_agent(information_agent: Text) -> Text:
    """Name of the agent that answers questions.

    >>> inquiry_agent("Heron Information Services")
    'Heron Information Services'
    """
    return information_agent


@rule()
def inquiry_agent_has_telephone(information_agent_telephone: Telephone | Pending) -> Flag:
    """Whether the terms state a telephone number of the agent that answers questions.

    >>> inquiry_agent_has_telephone("(202) 555-0143")
    True
    """
    return not isinstance(information_agent_telephone, Pending)


@rule()
def inquiry_telephone(information_agent_telephone: Telephone) -> Telephone:
    """Telephone number of the agent that answers questions.

    >>> inquiry_telephone("(202) 555-0143")
    '(202) 555-0143'
    """
    return information_agent_telephone
