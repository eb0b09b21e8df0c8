"""What the term sheet of an exchange offer for several series says: its sections, and the leaves in them."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from lexdocs.notation.units import Unit
from lexdocs.offers.capitalization_terms import Capitalization
from lexdocs.offers.delivery_terms import COUNTED_IN, FORM_OF_NOTES, NoteForm
from lexdocs.offers.parties import Agents, Condition, Contact, Offeror
from lexdocs.offers.series import Series, label_of
from lexdocs.offers.series_exchange_choices import Consideration, Option, consideration_label
from lexdocs.offers.series_exchange_papers import NewNotes, Provision, Step, provision_label, step_label
from lexdocs.terms.calendar_terms import DeliveryDays
from lexdocs.terms.fields import (
    AxisOf,
    CountTerm,
    CusipTerm,
    DateTerm,
    FlagTerm,
    MomentTerm,
    MoneyTerm,
    PartTerm,
    PercentageTerm,
    Section,
    leaf,
    part,
)
from lexdocs.terms.sheet import HolderLevel, ProseTerm, TermSheet


class FractionRule(StrEnum):
    """What becomes of a fraction of a share or of a warrant."""

    UP = "up"
    HALF_UP = "half up"
    DOWN = "down"
    CASH = "cash"


class OldSeries(Series):
    """A series of old notes, and how much of it must be tendered."""

    minimum_tender: PercentageTerm | None = leaf(
        "series_minimum_tender", "Part of the series that must be tendered", pending=True
    )


class Shares(Section):
    """Shares that are offered."""

    share_class: ProseTerm = leaf("share_class", "Class of the shares offered")
    outstanding: CountTerm | None = leaf("shares_outstanding", "Shares outstanding before the offer", pending=True)
    fraction: Annotated[FractionRule, Unit.TEXT] = leaf(
        "share_fraction", "What becomes of a fraction of a share: up, half up, down or cash"
    )
    price: MoneyTerm | None = leaf("share_fraction_price", "Price at which a fraction of a share is paid", pending=True)


class Warrants(Section):
    """Warrants that are offered."""

    share_class: ProseTerm = leaf("warrant_share_class", "Class of the shares under warrants")
    exercise_price: MoneyTerm = leaf("exercise_price", "Price of a share under a warrant")
    expiration: DateTerm = leaf("warrant_expiration", "Last date on which a warrant may be exercised")
    cusip: CusipTerm | None = leaf("warrant_cusip", "CUSIP number of the warrants", pending=True)
    fraction: Annotated[FractionRule, Unit.TEXT] = leaf(
        "warrant_fraction", "What becomes of a fraction of a warrant: up, half up, down or cash"
    )
    price: MoneyTerm | None = leaf(
        "warrant_fraction_price", "Price at which a fraction of a warrant is paid", pending=True
    )


class Installment(Section):
    """A part of the fee and when it is paid."""

    share: PartTerm = leaf("installment_share", "Part of the fee paid in the installment")
    date: DateTerm | None = leaf(
        "installment_stated_date", "Date of the installment; none for the one at consummation", pending=True
    )


def _installment_label(installment: Installment) -> str:
    return installment.date.isoformat() if installment.date else "consummation"


class Fee(Section):
    """The fee for taking part: how it is called and when it is paid."""

    name: ProseTerm = leaf("fee_name", "Name of the fee")
    installments: Annotated[tuple[Installment, ...], AxisOf("installment", _installment_label)] = part(
        "the installments of the fee, in order; the one without a date is paid at consummation"
    )


class Offer(Section):
    """Dates and conditions of the offer."""

    record_date: DateTerm | None = leaf(
        "record_date", "Date as of which holders are those to whom the offer is made", pending=True
    )
    early_deadline: MomentTerm | None = leaf(
        "early_deadline", "Time by which notes must be tendered for the total consideration", pending=True
    )
    withdrawal_deadline: MomentTerm | None = leaf(
        "withdrawal_deadline", "Time until which tenders may be withdrawn", pending=True
    )
    expiration: MomentTerm = leaf("expiration", "Time at which the offer expires")
    consummation_date: DateTerm | None = leaf(
        "consummation_date", "Date on which the offer is consummated", pending=True
    )
    interest_to: DateTerm | None = leaf(
        "interest_stated_to",
        "Date to which interest on old notes accrues, itself excluded, where it is not that of consummation",
        pending=True,
    )
    minimum_tender: PercentageTerm | None = leaf(
        "minimum_tender", "Part of all series together that must be tendered", pending=True
    )
    holder_level: Annotated[HolderLevel, Unit.TEXT] = leaf(
        "holder_level", "Level of the holders to whom the offer is made"
    )
    circular_sent: DateTerm | None = leaf("circular_sent", "Date on which the offering circular was sent", pending=True)
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
    conditions: Annotated[tuple[Condition, ...], AxisOf("condition", lambda each: each.name)] = part(
        "conditions beside the minimum tender", default=()
    )


class SeriesExchangeSheet(TermSheet):
    """The terms of an exchange offer for several series, each by itself in order."""

    company: Offeror = part("the company")
    contact: Contact = part("whom to ask")
    old_term: ProseTerm = leaf("old_notes_term", "Defined term for the old notes of all series")
    new_term: ProseTerm = leaf("new_notes_term", "Defined term for the new notes")
    series: Annotated[tuple[OldSeries, ...], AxisOf("series", label_of)] = part("the series of old notes")
    new_notes: Annotated[tuple[NewNotes, ...], AxisOf("new_note", lambda each: each.label)] = part(
        "the new notes that are offered"
    )
    steps: Annotated[tuple[Step, ...], AxisOf("step", step_label)] = part(
        "the rates of new notes whose rate changes, in order", default=()
    )
    provisions: Annotated[tuple[Provision, ...], AxisOf("provision", provision_label)] = part(
        "further provisions of the new notes, in words", default=()
    )
    shares: Shares | None = part("shares that are offered", default=None)
    warrants: Warrants | None = part("warrants that are offered", default=None)
    options: Annotated[tuple[Option, ...], AxisOf("option", lambda each: each.label)] = part("what a holder may choose")
    considerations: Annotated[tuple[Consideration, ...], AxisOf("consideration", consideration_label)] = part(
        "what each series receives in each option"
    )
    fee: Fee | None = part("a fee that is paid in installments", default=None)
    form_of_notes: Annotated[NoteForm | None, Unit.TEXT] = leaf(*FORM_OF_NOTES, pending=True)
    offer: Offer = part("dates and conditions of the offer")
    agents: Agents = part("who acts in the offer")
    capitalization: Capitalization | None = part("the company's capitalization before the offer", default=None)
