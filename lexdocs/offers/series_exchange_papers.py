"""New notes as the terms of an exchange offer for several series state them, and what comes with them."""

from __future__ import annotations

from enum import StrEnum
from fractions import Fraction
from typing import Annotated, Any

from pydantic import Field

from lexdocs.notation.units import Unit
from lexdocs.offers.series import IsinTerm
from lexdocs.terms.fields import (
    CountTerm,
    CusipTerm,
    DateTerm,
    DayCountTerm,
    MoneyTerm,
    NumberTerm,
    RateTerm,
    RoundingTerm,
    Section,
    TextTerm,
    leaf,
    part,
)
from lexdocs.terms.sheet import NameTerm, ProseTerm


def or_none(name: str, says: str) -> Any:
    """An amount that is nothing where the terms do not name it: a component that a consideration lacks."""
    return Field(default_factory=Fraction, description=says, json_schema_extra={"x-figure": name})


class RestOfNotes(StrEnum):
    """What becomes of the rest of an entitlement below an increment of new notes."""

    CASH = "cash"
    DROPPED = "dropped"


class OnNewNotes(Section):
    """What comes with the new notes: amounts for each $1,000 of them that is issued."""

    cash: MoneyTerm = or_none("new_note_cash", "Cash for each $1,000 of the new notes issued")
    fee: MoneyTerm = or_none("new_note_fee", "Fee, paid in installments, for each $1,000 of the new notes issued")
    shares: NumberTerm = or_none("new_note_shares", "Shares for each $1,000 of the new notes issued")
    warrants: NumberTerm = or_none("new_note_warrants", "Warrants for each $1,000 of the new notes issued")


class NewNotes(Section):
    """Notes that are offered."""

    label: str = part("a short name, by which considerations and figures tell the new notes apart")
    name: NameTerm = leaf("new_note_name", "Name of the new notes, without their rate and maturity")
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
    payments_a_year: CountTerm | None = leaf(
        "new_note_payments_a_year", "Times a year that interest on the new notes is paid, counted back from maturity",
        pending=True,
    )  # fmt: skip
    cusip: CusipTerm | None = leaf("new_note_cusip", "CUSIP number of the new notes", pending=True)
    isin: IsinTerm | None = leaf("new_note_isin", "International Securities Identification Number", pending=True)
    cusip_abroad: CusipTerm | None = leaf(
        "new_note_cusip_abroad", "CUSIP number of new notes that are issued outside the United States", pending=True
    )
    isin_abroad: IsinTerm | None = leaf(
        "new_note_isin_abroad", "ISIN of new notes that are issued outside the United States", pending=True
    )
    increment: MoneyTerm = leaf("new_note_increment", "Smallest step of principal in which the new notes are issued")
    rounding: RoundingTerm = leaf("new_note_rounding", "Which way an entitlement goes that is no whole increment")
    rest: Annotated[RestOfNotes, Unit.TEXT] = leaf(
        "new_note_rest", "What becomes of the remainder below an increment: cash or dropped"
    )
    cap: MoneyTerm | None = leaf("new_note_cap", "Most of the new notes that are issued", pending=True)
    brings: OnNewNotes = part("amounts for each $1,000 of the new notes issued", default=OnNewNotes())


class Step(Section):
    """A rate of new notes whose rate changes, and the date to which it runs."""

    notes: TextTerm = leaf("step_notes", "Label of the new notes that bear the rate")
    rate: RateTerm = leaf("step_rate", "Interest rate of the new notes during the step, a year")
    through: DateTerm | None = leaf("step_through", "Date to which the rate of the step runs", pending=True)


def step_label(step: Step) -> str:
    """What the row of a step is called."""
    return f"{step.notes}/{step.through.isoformat() if step.through else 'thereafter'}"


class Provision(Section):
    """A provision of new notes that counsel writes out in words, and what the old notes say of the same."""

    notes: TextTerm = leaf("provision_notes", "Label of the new notes that have the provision")
    name: str = part("a short name, which tells the provisions of the notes apart")
    heading: ProseTerm = leaf("provision_heading", "What the provision is called, such as Ranking")
    text: ProseTerm = leaf("provision_text", "What the new notes provide, in sentences without the last full stop")
    old: ProseTerm | None = leaf(
        "provision_of_old", "What the old notes provide of the same, without the last full stop", pending=True
    )


def provision_label(provision: Provision) -> str:
    """What the row of a provision is called."""
    return f"{provision.notes}/{provision.name}"
