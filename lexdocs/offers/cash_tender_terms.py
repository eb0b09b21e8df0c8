"""What the term sheet of a cash tender offer says: its sections, and the leaves in them."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from lexdocs.notation.units import Unit
from lexdocs.offers import tender_prices
from lexdocs.offers.delivery_terms import COUNTED_IN, FORM_OF_NOTES, NoteForm
from lexdocs.offers.parties import Condition, Contact, Offeror
from lexdocs.offers.series import Series, label_of
from lexdocs.terms.calendar_terms import DeliveryDays
from lexdocs.terms.fields import (
    AxisOf,
    CountTerm,
    DateTerm,
    FlagTerm,
    MomentTerm,
    MoneyTerm,
    PartTerm,
    PercentageTerm,
    RateTerm,
    Section,
    TelephoneTerm,
    TextTerm,
    leaf,
    part,
)
from lexdocs.terms.sheet import HolderLevel, PhraseTerm, ProseTerm, TermSheet


class Measure(StrEnum):
    """What a cap bounds: principal, its price, or its price and the accrued interest paid with it."""

    PRINCIPAL = tender_prices.PRINCIPAL
    PRICE = tender_prices.PRICE
    CONSIDERATION = tender_prices.CONSIDERATION


class SmallReturns(StrEnum):
    """What becomes of a tender of which proration would send back less than the smallest principal amount."""

    PRORATED = "prorated"
    ACCEPTED = "accepted whole"
    REJECTED = "rejected whole"


class ResidueRule(StrEnum):
    """What becomes of principal that is left of a pool after each tender is cut to its multiple."""

    NONE = "none"
    LARGEST_REMAINDER = "largest remainder"


class TenderSeries(Series):
    """A series that is tendered for cash, with its place in the order of acceptance and its prices."""

    acceptance_priority: CountTerm | None = leaf(
        "stated_acceptance_priority", "Level at which the series is accepted: level 1 comes first", pending=True
    )
    cap: MoneyTerm | None = leaf(
        "series_cap", "Most of the series that is bought, in what series caps bound", pending=True
    )
    total_consideration: MoneyTerm | None = leaf(
        "stated_total_consideration",
        "Price for each thousand dollars of principal tendered by the early deadline, or at all where there is none;"
        " left out where the series is priced by a spread",
        pending=True,
    )
    fixed_spread: RateTerm | None = leaf(
        "fixed_spread", "Spread over the reference yield, at which the series is priced, such as 1.25%", pending=True
    )
    reference_security: TextTerm | None = leaf(
        "reference_security", "Title of the security whose yield is the reference yield", pending=True
    )
    reference_page: TextTerm | None = leaf(
        "reference_page", "Page on which quotations of the reference security are read", pending=True
    )
    reference_yield: RateTerm | None = leaf(
        "reference_yield", "Yield of the reference security, once it has been read", pending=True
    )
    par_call_date: DateTerm | None = leaf(
        "par_call_date",
        "Date from which the series may be redeemed at par, to which a price above par is reckoned",
        pending=True,
    )
    early_premium: MoneyTerm | None = leaf(
        "early_premium", "Part of the total consideration that late tenders do not receive", pending=True
    )


class Cap(Section):
    """The most that the company buys in the offer as a whole."""

    amount: MoneyTerm = leaf("cap", "Most that is bought of all series together, in what the cap bounds")
    bounds: Annotated[Measure, Unit.TEXT] = leaf("cap_bounds", "What the cap bounds: " + ", ".join(Measure))


class Proration(Section):
    """How tenders are cut where a cap does not let all of them in."""

    early_before_late: FlagTerm | None = leaf(
        "stated_early_before_late", "Whether all early tenders are accepted before any late one", pending=True
    )
    odd_lots_below: MoneyTerm | None = leaf(
        "odd_lots_below",
        "Amount of which holders of less, who tender all they hold, are accepted before proration",
        pending=True,
    )
    small_returns: Annotated[SmallReturns, Unit.TEXT] = leaf(
        "small_returns",
        "What becomes of a tender of which less than the denomination would be returned: " + ", ".join(SmallReturns),
        default=SmallReturns.PRORATED,
    )
    residue: Annotated[ResidueRule, Unit.TEXT] = leaf(
        "residue_rule",
        "How principal left by cutting to multiples is given out: " + ", ".join(ResidueRule),
        default=ResidueRule.NONE,
    )


class TenderOffer(Section):
    """Dates, caps and conditions of the offer."""

    expiration: MomentTerm = leaf("expiration", "Time at which the offer expires")
    early_deadline: MomentTerm | None = leaf(
        "early_deadline", "Time by which tenders receive the total consideration", pending=True
    )
    withdrawal_deadline: MomentTerm | None = leaf(
        "withdrawal_deadline", "Time until which tenders may be withdrawn", pending=True
    )
    withdrawable: FlagTerm | None = leaf(
        "tenders_are_withdrawable", "Whether tenders may be withdrawn until the offer expires", pending=True
    )
    guaranteed_delivery: CountTerm | None = leaf(
        "guaranteed_delivery_days",
        "Days after the expiration within which guaranteed notes may be delivered; none where not offered",
        pending=True,
    )
    pays_nominees: FlagTerm = leaf(
        "nominees_are_reimbursed", "Whether nominees are paid back what they spend to forward papers", default=False
    )
    pays_transfer_taxes: FlagTerm = leaf(
        "transfer_taxes_are_paid", "Whether the company pays taxes on the transfer of notes to it", default=False
    )
    delivery_counted_in: Annotated[DeliveryDays | None, Unit.TEXT] = leaf(*COUNTED_IN, pending=True)
    price_determination: MomentTerm | None = leaf(
        "price_determination", "Time at which the yields of reference securities are read", pending=True
    )
    settles_early: FlagTerm | None = leaf(
        "stated_settles_early", "Whether early tenders are paid before the others", pending=True
    )
    early_settlement_date: DateTerm | None = leaf(
        "early_settlement_date", "Date on which early tenders are paid, where it is another than the last", pending=True
    )
    settlement_date: DateTerm | None = leaf(
        "settlement_date", "Date on which tenders are paid; with an early settlement, those that it left", pending=True
    )
    holder_level: Annotated[HolderLevel, Unit.TEXT] = leaf(
        "holder_level", "Level of the holders to whom the offer is made"
    )
    circular_sent: DateTerm | None = leaf("circular_sent", "Date on which the offer to purchase was sent", pending=True)
    cap: Cap | None = part("the most that is bought; without it any and all is, but for series caps", default=None)
    series_caps_bound: Annotated[Measure | None, Unit.TEXT] = leaf(
        "series_caps_bound", "What the caps of series bound; principal where it is not said", pending=True
    )
    proration: Proration = part("how tenders are cut", default=Proration())
    minimum_tender: PercentageTerm | None = leaf(
        "minimum_tender", "Part of all series that must be tendered", pending=True
    )
    conditions: Annotated[tuple[Condition, ...], AxisOf("condition", lambda each: each.name)] = part(
        "conditions beside the minimum tender, such as a financing", default=()
    )
    purpose: PhraseTerm | None = leaf(
        "offer_purpose", "Purpose of the offer, beginning with a verb, such as: retire debt before it matures",
        pending=True,
    )  # fmt: skip
    source_of_funds: ProseTerm | None = leaf(
        "source_of_funds", "Where the money comes from, such as: cash on hand and a term loan", pending=True
    )
    example_part: PartTerm | None = leaf(
        "stated_example_part",
        "Part of every series that the example of proration takes as tendered; one-half where it is not said",
        pending=True,
    )


class TenderAgents(Section):
    """Who acts in the offer."""

    tender_agent: TextTerm = leaf("tender_agent", "Name of the tender agent")
    information_agent: TextTerm | None = leaf("information_agent", "Name of the information agent", pending=True)
    dealer_manager: TextTerm | None = leaf("dealer_manager", "Name of the dealer manager", pending=True)
    address: TextTerm | None = leaf(
        "agent_address", "Address at which the agent receives certificates and papers, line by line", pending=True
    )
    trustee: TextTerm | None = leaf("trustee", "Name of the trustee of the notes", pending=True)
    tender_agent_telephone: TelephoneTerm | None = leaf(
        "tender_agent_telephone", "Telephone number of the tender agent", pending=True
    )
    information_agent_address: TextTerm | None = leaf(
        "information_agent_address", "Address of the information agent", pending=True
    )
    information_agent_telephone: TelephoneTerm | None = leaf(
        "information_agent_telephone", "Telephone number of the information agent", pending=True
    )
    dealer_manager_address: TextTerm | None = leaf(
        "dealer_manager_address", "Address of the dealer manager", pending=True
    )
    dealer_manager_telephone: TelephoneTerm | None = leaf(
        "dealer_manager_telephone", "Telephone number of the dealer manager", pending=True
    )
    clearing: TextTerm = leaf("clearing_name", "Name of the securities depository")
    program: TextTerm = leaf("clearing_program", "The depository's program for tenders")
    program_short: TextTerm = leaf("clearing_program_short", "Short name of the depository's program")


class TenderSheet(TermSheet):
    """The terms of a cash tender offer, each by itself in order."""

    company: Offeror = part("the company")
    contact: Contact = part("whom to ask")
    notes_term: ProseTerm = leaf("notes_term", "Defined term for the notes of all series")
    series: Annotated[tuple[TenderSeries, ...], AxisOf("series", label_of)] = part(
        "the series of notes for which the offer is made"
    )
    form_of_notes: Annotated[NoteForm | None, Unit.TEXT] = leaf(*FORM_OF_NOTES, pending=True)
    offer: TenderOffer = part("dates, caps and conditions")
    agents: TenderAgents = part("who acts in the offer")
