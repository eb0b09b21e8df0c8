"""What the term sheet of an exchange offer says: its sections, and the leaves in them."""

from __future__ import annotations

from typing import Annotated

from lexdocs.conventions.rolling import Roll
from lexdocs.notation.units import Unit
from lexdocs.offers.accreted_value_terms import Accretion, accretion_label
from lexdocs.offers.capitalization_terms import Capitalization
from lexdocs.offers.delivery_terms import COUNTED_IN, FORM_OF_NOTES, NoteForm
from lexdocs.offers.paid_in_kind_terms import PaidInKind
from lexdocs.offers.parties import Agents, Company, Condition, Contact
from lexdocs.offers.provisions import Provisions, WarrantProvisions
from lexdocs.terms.calendar_terms import DeliveryDays
from lexdocs.terms.fields import (
    AxisOf,
    CountTerm,
    CusipTerm,
    DateTerm,
    DayCountTerm,
    DayTerm,
    FlagTerm,
    MomentTerm,
    MoneyTerm,
    NumberTerm,
    PartTerm,
    PercentageTerm,
    RateTerm,
    RoundingTerm,
    Section,
    leaf,
    part,
)
from lexdocs.terms.sheet import HolderLevel, NameTerm, ProseTerm, TermSheet


class OldNotes(Section):
    """The notes for which the offer is made."""

    name: NameTerm = leaf("old_notes_name", "Name of the old notes, without the rate")
    term: ProseTerm = leaf("old_notes_term", "Defined term for the old notes")
    rate: RateTerm = leaf("old_rate", "Interest rate of the old notes, a year")
    outstanding: MoneyTerm = leaf("outstanding", "Principal amount of the old notes outstanding")
    denomination: MoneyTerm = leaf("denomination", "Smallest principal amount of the old notes")
    maturity: DateTerm = leaf("old_maturity", "Maturity of the old notes")
    interest_paid_to: DateTerm = leaf("interest_paid_to", "Date to which interest on the old notes has been paid")
    day_count: DayCountTerm | None = leaf("old_day_count", "Day count of the old notes", pending=True)
    payment_days: Annotated[
        tuple[DayTerm, ...], AxisOf("old_payment_day", lambda day: f"{day.month:02}-{day.day:02}", "old_payment_day")
    ] = part("Days of each year on which interest on the old notes was to be paid", default=())
    default_margin: RateTerm | None = leaf(
        "default_margin", "Rate that comes on top of the stated rate after a default, a year", pending=True
    )
    default_from: DateTerm | None = leaf("default_from", "Date from which the default rate runs", pending=True)
    interest_on_overdue: FlagTerm | None = leaf(
        "interest_runs_on_overdue",
        "Whether interest that was not paid bears interest itself",
        pending=True,
    )
    accreted_value: Annotated[tuple[Accretion, ...], AxisOf("accretion", accretion_label)] = part(
        "table of accreted values of old notes that were sold at a discount, in order", default=()
    )
    interest_from: DateTerm | None = leaf(
        "old_interest_from", "Date from which old notes that accrete bear interest in cash", pending=True
    )
    subordinated: FlagTerm | None = leaf(
        "old_notes_are_subordinated", "Whether the old notes are subordinated to other debt", pending=True
    )
    cusip: CusipTerm | None = leaf("old_cusip", "CUSIP number of the old notes", pending=True)
    year_in_title: FlagTerm = leaf(
        "old_title_has_year", "Whether the title of the old notes says in which year they fall due", default=False
    )
    form: Annotated[NoteForm | None, Unit.TEXT] = leaf(*FORM_OF_NOTES, pending=True)


class Step(Section):
    """A rate of the new notes and the date to which it runs."""

    rate: RateTerm = leaf("step_rate", "Interest rate of the new notes during the step, a year")
    through: DateTerm | None = leaf("step_through", "Date to which the rate of the step runs", pending=True)


def _step_label(step: Step) -> str:
    return step.through.isoformat() if step.through else "thereafter"


class Increments(Section):
    """How the new notes are cut, and what becomes of the rest."""

    amount: MoneyTerm | None = leaf(
        "new_notes_increment", "Smallest step of principal in which new notes are issued", pending=True
    )
    rest_in_cash: FlagTerm | None = leaf(
        "cash_in_lieu_applies", "Whether the remainder below an increment is paid in cash", pending=True
    )


class Payments(Section):
    """What becomes of a payment day that is no business day, and where odd periods go."""

    roll: Annotated[Roll | None, Unit.TEXT] = leaf(
        "payment_roll", "Convention by which a payment day that is no business day is moved", pending=True
    )
    adjusted: FlagTerm = leaf(
        "accrual_is_adjusted", "Whether interest runs to the day to which a payment day is moved", default=False
    )
    first: DateTerm | None = leaf("first_payment_date", "First date on which interest is paid", pending=True)
    long_first: FlagTerm = leaf(
        "first_period_is_long", "Whether an odd first period takes in the whole period after it", default=False
    )
    long_last: FlagTerm = leaf(
        "last_period_is_long", "Whether an odd last period takes in the whole period before it", default=False
    )


class NewNotes(Section):
    """The notes that are offered."""

    name: NameTerm = leaf("new_notes_name", "Name of the new notes")
    term: ProseTerm = leaf("new_notes_term", "Defined term for the new notes")
    maturity: DateTerm = leaf("new_maturity", "Maturity of the new notes")
    payment_days: Annotated[
        tuple[DayTerm, ...], AxisOf("payment_day", lambda day: f"{day.month:02}-{day.day:02}", "payment_day")
    ] = part("Days of each year on which interest on the new notes is paid")
    steps: Annotated[tuple[Step, ...], AxisOf("step", _step_label)] = part("the rates of the new notes, in order")
    day_count: DayCountTerm | None = leaf("new_day_count", "Day count of the new notes", pending=True)
    paid_in_kind: PaidInKind | None = part("interest that is paid in further new notes", default=None)
    cusip: CusipTerm | None = leaf("new_cusip", "CUSIP number of the new notes", pending=True)
    subordinated: FlagTerm | None = leaf(
        "new_notes_are_subordinated", "Whether the new notes are subordinated to other debt", pending=True
    )
    secured: FlagTerm | None = leaf(
        "new_notes_are_secured", "Whether the new notes are secured by what the company owns", pending=True
    )
    covenants: ProseTerm = leaf("new_covenants", "How the new notes' financial covenants compare with the old notes'")
    provisions: Provisions = part("further provisions of the new notes, in words", default=())
    increments: Increments = part("how the new notes are cut", default=Increments())
    payments: Payments = part("how payment days move, and where odd periods go", default=Payments())


class Installment(Section):
    """A part of the participation fee and when it is paid."""

    share: PartTerm = leaf("installment_share", "Part of the fee paid in the installment")
    date: DateTerm | None = leaf(
        "installment_stated_date", "Date of the installment; none for the one at consummation", pending=True
    )


def _installment_label(installment: Installment) -> str:
    return installment.date.isoformat() if installment.date else "consummation"


class ParticipationFee(Section):
    """Cash for taking part in the offer."""

    amount: MoneyTerm = leaf("participation_fee", "Participation fee for each denomination of old notes tendered")
    installments: Annotated[tuple[Installment, ...], AxisOf("installment", _installment_label)] = part(
        "the installments of the fee, in order; the one without a date is paid at consummation"
    )


class WarrantRounding(Section):
    """Which way fractions of a warrant go."""

    aggregate: RoundingTerm = leaf("warrant_rounding_aggregate", "Rounding of warrants in the aggregate")
    holder: RoundingTerm | None = leaf("warrant_rounding_holder", "Rounding of warrants for each holder", pending=True)


class Warrants(Section):
    """Warrants to purchase shares of the company."""

    per_denomination: NumberTerm = leaf(
        "warrants_per_denomination", "Shares under warrants for each denomination of old notes"
    )
    shares_per_warrant: CountTerm = leaf(
        "shares_per_warrant", "Shares that one warrant entitles its holder to purchase"
    )
    exercise_price: MoneyTerm = leaf("exercise_price", "Price of a share under a warrant")
    expiration: DateTerm = leaf("warrant_expiration", "Last date on which a warrant may be exercised")
    share_class: ProseTerm = leaf("share_class", "Class of the shares under warrants")
    shares_outstanding: CountTerm = leaf("shares_outstanding", "Shares outstanding before any exercise")
    cusip: CusipTerm | None = leaf("warrant_cusip", "CUSIP number of the warrants", pending=True)
    rounding: WarrantRounding = part("rounding of fractions of a warrant")
    provisions: WarrantProvisions = part("further provisions of the warrants, in words", default=())


class Offer(Section):
    """Dates and conditions of the offer."""

    record_date: DateTerm = leaf("record_date", "Date as of which holders are those to whom the offer is made")
    expiration: MomentTerm = leaf("expiration", "Time at which the offer expires")
    minimum_tender: PercentageTerm = leaf("minimum_tender", "Part of the old notes that must be tendered")
    holder_level: Annotated[HolderLevel, Unit.TEXT] = leaf(
        "holder_level", "Level of the holders to whom the offer is made"
    )
    consummation_date: DateTerm | None = leaf(
        "consummation_date", "Date on which the offer is consummated", pending=True
    )
    circular_sent: DateTerm | None = leaf("circular_sent", "Date on which the offering circular was sent", pending=True)
    talks_under_way: FlagTerm | None = leaf(
        "talks_are_under_way", "Whether talks on the conditions are under way", pending=True
    )
    withdrawal_deadline: MomentTerm | None = leaf(
        "withdrawal_deadline", "Time until which tenders may be withdrawn; the expiration where left out", pending=True
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
    circular_distribution: ProseTerm = leaf("circular_distribution", "When the offering circular will be distributed")
    conditions: Annotated[tuple[Condition, ...], AxisOf("condition", lambda each: each.name)] = part(
        "conditions beside the minimum tender", default=()
    )


class Support(Section):
    """Holders who have agreed the terms and said that they will tender."""

    holders: CountTerm = leaf("supporting_holders", "Largest holders with whom the terms were negotiated")
    percentage: PercentageTerm = leaf("support_percentage", "Part of the old notes that those holders hold together")


class Holdouts(Section):
    """What becomes of holders who do not tender."""

    paid_in_full: FlagTerm = leaf(
        "holdouts_paid_in_full", "Whether holders who do not tender are paid principal and accrued interest"
    )
    payment_date: DateTerm | None = leaf(
        "holdout_payment_date", "Date on which holders who do not tender are paid", pending=True
    )


_OTHER_KIND = "write its terms; an offer without {} is written as kind: series_exchange, for one series or for several"


class ExchangeSheet(TermSheet):
    """The terms of an exchange offer, each by itself in order."""

    company: Company = part("the company")
    contact: Contact = part("whom to ask")
    old_notes: OldNotes = part("the notes for which the offer is made")
    new_notes: NewNotes = part("the notes that are offered")
    participation_fee: ParticipationFee = part("cash for taking part", without=_OTHER_KIND.format("a fee"))
    warrants: Warrants = part("warrants that come with the new notes", without=_OTHER_KIND.format("warrants"))
    offer: Offer = part("dates and conditions")
    support: Support | None = part("holders who will tender", default=None)
    holdouts: Holdouts = part("holders who do not tender")
    agents: Agents = part("who acts in the offer")
    capitalization: Capitalization | None = part("the company's capitalization before the offer", default=None)
