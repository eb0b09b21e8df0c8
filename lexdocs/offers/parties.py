"""Who takes part in an offer, and the sections of terms that every kind of offer has alike."""

from __future__ import annotations

from lexdocs.terms.fields import Section, TelephoneTerm, TextTerm, leaf, part
from lexdocs.terms.sheet import PhraseTerm, ProseTerm


class Company(Section):
    """The issuer of the old notes and of the new."""

    name: TextTerm = leaf("company_name", "Name of the company")
    short_name: TextTerm = leaf("company_short_name", "Name of the company in headlines")
    ticker: TextTerm = leaf("ticker", "Symbol under which the company's shares trade")
    market: TextTerm = leaf("market", "Market on which the company's shares trade")
    city: TextTerm = leaf("company_city", "City from which releases are dated")
    business: PhraseTerm = leaf("company_business", "What the company does, beginning with a verb")


class Offeror(Section):
    """Who makes the offer, where it may well be a company whose shares are not traded."""

    name: TextTerm = leaf("company_name", "Name of the company")
    short_name: TextTerm = leaf("company_short_name", "Name of the company in headlines")
    ticker: TextTerm | None = leaf("ticker", "Symbol under which the company's shares trade", pending=True)
    market: TextTerm | None = leaf("market", "Market on which the company's shares trade", pending=True)
    city: TextTerm = leaf("company_city", "City from which releases are dated")
    business: PhraseTerm = leaf("company_business", "What the company does, beginning with a verb")


class Contact(Section):
    """Whom holders may ask at the company."""

    name: TextTerm = leaf("contact_name", "Name of the contact")
    title: TextTerm = leaf("contact_title", "Office of the contact")
    telephone: TelephoneTerm = leaf("contact_telephone", "Telephone number of the contact")
    internet: TextTerm | None = leaf(
        "documents_address", "Internet address where the documents of the offer can be had", pending=True
    )


class Condition(Section):
    """A condition of the offer beside the minimum tender."""

    name: str = part("a short name, which tells the conditions apart")
    text: PhraseTerm = leaf("condition_text", "What the company must achieve, beginning with a verb")


class Agents(Section):
    """Who acts in the offer."""

    exchange_agent: TextTerm = leaf("exchange_agent", "Name of the exchange agent")
    roles: ProseTerm = leaf("exchange_agent_roles", "What the exchange agent acts as")
    address: TextTerm | None = leaf(
        "agent_address", "Address at which the agent receives certificates and papers, line by line", pending=True
    )
    clearing: TextTerm = leaf("clearing_name", "Name of the securities depository")
    program: TextTerm = leaf("clearing_program", "The depository's program for tenders")
    program_short: TextTerm = leaf("clearing_program_short", "Short name of the depository's program")
    trustee: TextTerm | None = leaf("trustee", "Name of the trustee under the indenture of the new notes", pending=True)
