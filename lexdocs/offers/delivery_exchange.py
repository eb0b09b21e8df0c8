"""Whom and what the papers of an exchange name, under the names that every kind of offer has for them."""

from __future__ import annotations

from lexdocs.figures.rule import rule
from lexdocs.notation.units import Flag, Telephone, Text


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
def agent_has_telephone() -> Flag:
    """Whether forms print a telephone number of the agent: those of an exchange never do.

    >>> agent_has_telephone()
    False
    """
    return False


@rule()
def agent_telephone(contact_telephone: Telephone) -> Telephone:
    """Telephone number to ask for the agent: that of the contact.

    >>> agent_telephone("(202) 555-0143")
    '(202) 555-0143'
    """
    return contact_telephone


@rule()
def inquiries_go_to_agent(exchange_agent_roles: Text) -> Flag:
    """Whether inquiries go to an information agent: where the exchange agent is that too.

    >>> inquiries_go_to_agent("exchange agent and information agent"), inquiries_go_to_agent("exchange agent")
    (True, False)
    """
    return "information agent" in exchange_agent_roles


@rule()
def inquiry_agent(exchange_agent: Text) -> Text:
    """Name of the agent for inquiries.

    >>> inquiry_agent("Heron Trust Company")
    'Heron Trust Company'
    """
    return exchange_agent


@rule()
def inquiry_agent_has_telephone() -> Flag:
    """Whether forms print a telephone number of the agent for inquiries: those of an exchange never do.

    >>> inquiry_agent_has_telephone()
    False
    """
    return False


@rule()
def inquiry_telephone(contact_telephone: Telephone) -> Telephone:
    """Telephone number for inquiries: that of the contact.

    >>> inquiry_telephone("(202) 555-0143")
    '(202) 555-0143'
    """
    return contact_telephone
