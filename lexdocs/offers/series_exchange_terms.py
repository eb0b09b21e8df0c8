"""What the term sheet of an exchange offer for several series says: its sections, and the leaves in them."""

from __future__ import annotations

from enum import StrEnum
from fractions import Fraction
from typing import Annotated, Any

from pydantic import Field

from lexdocs.notation.units import Unit
from lexdocs.offers.parties import Agents, Company, Condition, Contact
from lexdocs.offers.series import Series, label_of
from lexdocs.terms.fields import (
    AxisOf,
    CountTerm,
    CusipTerm,
    DateTerm,
    DayCountTerm,
    FlagTerm,
    MomentTerm,
    MoneyTerm,
    NumberTerm,
    PartTerm,
    PercentageTerm,
    RateTerm,
    RoundingTerm,
    Section,
    TextTerm,
    leaf,
    part,
)
from lexdocs.terms.sheet import HolderLevel, ProseTerm, TermSheet


def _or_none(name: str, says: str) -> Any:
    """An amount that is nothing where the terms do not name it: a component that a consideration lacks."""
    return Field(default_factory=Fraction, description=says, json_schema_extra={"x-figure": name})


class RestOfNotes(StrEnum):
    """What becomes of the rest of an entitlement below an increment of new notes."""

    CASH = "cash"
    DROPPED = "dropped"


class FractionRule(StrEnum):
    """What becomes of a fraction of a share or of a warrant."""

    UP = "up"
    HALF_UP = "half up"
    DOWN = "down"
    CASH = "cash"


class CapMeasure(StrEnum):
    """What the cap of an option bounds."""

    PRINCIPAL = "principal"
    CASH = "cash"
    NEW_NOTES = "new notes"


class InterestPaid(StrEnum):
    """What becomes of the interest accrued on old notes that are exchanged."""

    CASH = "cash"
    NEW_NOTES = "new notes"
    LOST = "lost"


class Leftover(StrEnum):
    """What becomes of the cents of a cash pool that rounding down leaves."""

    KEPT = "kept"
    LARGEST_REMAINDER = "largest remainder"


class OldSeries(Series):
    """A series of old notes, and how much of it must be tendered."""

    minimum_tender: PercentageTerm | None = leaf(
        "series_minimum_tender", "Part of the series that must be tendered", pending=True
    )


class OnNewNotes(Section):
    """What comes with the new notes: amounts for each $1,000 of them that is issued."""

    cash: MoneyTerm = _or_none("new_note_cash", "Cash for each $1,000 of the new notes issued")
    fee: MoneyTerm = _or_none("new_note_fee", "Fee, paid in installments, for each $1,000 of the new notes issued")
    shares: NumberTerm = _or_none("new_note_shares", "Shares for each $1,000 of the new notes issued")
    warrants: NumberTerm = _or_none("new_note_warrants", "Warrants for each $1,000 of the new notes issued")


class NewNotes(Section):
    """Notes that are offered."""

    label: str = part("a short name, by which considerations and figures tell the new notes apart")
    name: ProseTerm = leaf("new_note_name", "Name of the new notes, without their rate and maturity")
    rate: RateTerm | None = leaf(
        "new_note_rate",
        "Interest rate of the new notes, a year; none where steps are listed for them",
        pending=True,
    )
    maturity: DateTerm = leaf("new_note_maturity", "Maturity of the new notes")
    interest_from: DateTerm | None = leaf(
        "new_note_interest_from", "Date from which the new notes bear interest", pending=True
    )
    day_count: DayCountTerm | None = leaf("new_note_day_count", "Day count of the new notes", pending=True)
    cusip: CusipTerm | None = leaf("new_note_cusip", "CUSIP number of the new notes", pending=True)
    increment: MoneyTerm = leaf("new_note_increment", "Smallest step of principal in which the new notes are issued")
    rounding: RoundingTerm = leaf("new_note_rounding", "Which way an entitlement goes that is no whole increment")
    rest: Annotated[RestOfNotes, Unit.TEXT] = leaf(
        "new_note_rest", "What becomes of the rest below an increment: cash or dropped"
    )
    cap: MoneyTerm | None = leaf("new_note_cap", "Most of the new notes that are issued", pending=True)
    brings: OnNewNotes = part("amounts for each $1,000 of the new notes issued", default=OnNewNotes())


class Step(Section):
    """A rate of new notes whose rate changes, and the date to which it runs."""

    notes: TextTerm = leaf("step_notes", "Label of the new notes that bear the rate")
    rate: RateTerm = leaf("step_rate", "Interest rate of the new notes during the step, a year")
    through: DateTerm | None = leaf("step_through", "Date to which the rate of the step runs", pending=True)


def _step_label(step: Step) -> str:
    return f"{step.notes}/{step.through.isoformat() if step.through else 'thereafter'}"


class Cap(Section):
    """The most that is accepted in an option, and where the excess goes."""

    amount: MoneyTerm = leaf("option_cap", "Most that is accepted in the option, in the measure of its cap")
    of: Annotated[CapMeasure, Unit.TEXT] = leaf(
        "option_cap_measure", "What the cap bounds: principal, cash or new notes"
    )
    excess_to: TextTerm | None = leaf(
        "option_excess_to", "Label of the option to which the excess goes; none where it is returned", pending=True
    )


class CashPool(Section):
    """A fixed amount of cash that all who choose the option share."""

    amount: MoneyTerm = leaf("pool_amount", "Cash that all who choose the option share")
    rest_in: TextTerm = leaf("pool_rest_in", "Label of the new notes given for cash that the pool does not reach")
    notes_per_dollar: NumberTerm = Field(
        default_factory=lambda: Fraction(1),
        description="New notes for each dollar of cash that the pool does not reach",
        json_schema_extra={"x-figure": "pool_notes_per_dollar"},
    )
    leftover: Annotated[Leftover, Unit.TEXT] = leaf(
        "pool_leftover", "What becomes of cents that rounding down leaves: kept or largest remainder",
        default=Leftover.KEPT,
    )  # fmt: skip


class Option(Section):
    """What a holder may choose."""

    label: str = part("a short name, by which the tender log and figures tell the options apart")
    name: ProseTerm = leaf("option_name", "Name of the option")
    series: tuple[str, ...] = part("labels of the series that may choose it; all where none is named", default=())
    default: FlagTerm = leaf("option_is_default", "Whether a tender that names no option is one of this", default=False)
    cap: Cap | None = part("the most that is accepted in the option", default=None)
    pool: CashPool | None = part("cash that all who choose the option share", default=None)


class Total(Section):
    """The total consideration: amounts for each $1,000 of old notes tendered by the early deadline."""

    new_notes: MoneyTerm = _or_none("consideration_new_notes", "New notes for each $1,000 of old notes")
    cash: MoneyTerm = _or_none(
        "consideration_cash", "Cash for each $1,000 of old notes; the most of it where the option has a cash pool"
    )
    fee: MoneyTerm = _or_none("consideration_fee", "Fee, paid in installments, for each $1,000 of old notes")
    shares: NumberTerm = _or_none("consideration_shares", "Shares for each $1,000 of old notes")
    warrants: NumberTerm = _or_none("consideration_warrants", "Warrants for each $1,000 of old notes")


class Premium(Section):
    """The early premium: the part of the total consideration that late tenders do not receive."""

    new_notes: MoneyTerm = _or_none("premium_new_notes", "Early premium in new notes for each $1,000 of old notes")
    cash: MoneyTerm = _or_none("premium_cash", "Early premium in cash for each $1,000 of old notes")
    fee: MoneyTerm = _or_none("premium_fee", "Early premium in the fee for each $1,000 of old notes")
    shares: NumberTerm = _or_none("premium_shares", "Early premium in shares for each $1,000 of old notes")
    warrants: NumberTerm = _or_none("premium_warrants", "Early premium in warrants for each $1,000 of old notes")


class Consideration(Section):
    """What the holders of a series receive in an option.

    Several rows for the same series and option add up: one for each kind of new notes that it gives.
    """

    series: TextTerm = leaf("consideration_series", "Label of the series")
    option: TextTerm = leaf("consideration_option", "Label of the option")
    notes: TextTerm | None = leaf(
        "consideration_notes", "Label of the new notes that are given; none where none are", pending=True
    )
    total: Total = part("the total consideration, for each $1,000 of old notes", default=Total())
    premium: Premium = part("the early premium, which is part of the total", default=Premium())
    accrued_interest: Annotated[InterestPaid | None, Unit.TEXT] = leaf(
        "consideration_interest", "What becomes of interest accrued on old notes: cash, new notes or lost", pending=True
    )


def consideration_label(row: Consideration) -> str:
    """What the row of a consideration is called."""
    return "/".join(label for label in (row.series, row.option, row.notes) if label)


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
    conditions: Annotated[tuple[Condition, ...], AxisOf("condition", lambda each: each.name)] = part(
        "conditions beside the minimum tender", default=()
    )


class SeriesExchangeSheet(TermSheet):
    """The terms of an exchange offer for several series, each by itself in order."""

    company: Company = part("the company")
    contact: Contact = part("whom to ask")
    old_term: ProseTerm = leaf("old_notes_term", "Defined term for the old notes of all series")
    new_term: ProseTerm = leaf("new_notes_term", "Defined term for the new notes")
    series: Annotated[tuple[OldSeries, ...], AxisOf("series", label_of)] = part("the series of old notes")
    new_notes: Annotated[tuple[NewNotes, ...], AxisOf("new_note", lambda each: each.label)] = part(
        "the new notes that are offered"
    )
    steps: Annotated[tuple[Step, ...], AxisOf("step", _step_label)] = part(
        "the rates of new notes whose rate changes, in order", default=()
    )
    shares: Shares | None = part("shares that are offered", default=None)
    warrants: Warrants | None = part("warrants that are offered", default=None)
    options: Annotated[tuple[Option, ...], AxisOf("option", lambda each: each.label)] = part("what a holder may choose")
    considerations: Annotated[tuple[Consideration, ...], AxisOf("consideration", consideration_label)] = part(
        "what each series receives in each option"
    )
    fee: Fee | None = part("a fee that is paid in installments", default=None)
    offer: Offer = part("dates and conditions of the offer")
    agents: Agents = part("who acts in the offer")
