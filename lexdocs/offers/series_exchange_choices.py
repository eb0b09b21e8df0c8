"""Options and considerations as the terms of an exchange offer for several series state them."""

from __future__ import annotations

from enum import StrEnum
from fractions import Fraction
from typing import Annotated

from pydantic import Field

from lexdocs.notation.units import Unit
from lexdocs.offers.series_exchange_papers import or_none
from lexdocs.terms.fields import (
    FlagTerm,
    MoneyTerm,
    NumberTerm,
    Section,
    TextTerm,
    leaf,
    part,
)
from lexdocs.terms.sheet import ProseTerm


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
    leftover: Annotated[Leftover | None, Unit.TEXT] = leaf(
        "pool_leftover",
        "What becomes of cents that rounding down leaves, kept or largest remainder; kept where it is not said",
        pending=True,
    )


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

    new_notes: MoneyTerm = or_none("consideration_new_notes", "New notes for each $1,000 of old notes")
    cash: MoneyTerm = or_none(
        "consideration_cash", "Cash for each $1,000 of old notes; the most of it where the option has a cash pool"
    )
    fee: MoneyTerm = or_none("consideration_fee", "Fee, paid in installments, for each $1,000 of old notes")
    shares: NumberTerm = or_none("consideration_shares", "Shares for each $1,000 of old notes")
    warrants: NumberTerm = or_none("consideration_warrants", "Warrants for each $1,000 of old notes")


class Premium(Section):
    """The early premium: the part of the total consideration that late tenders do not receive."""

    new_notes: MoneyTerm = or_none("premium_new_notes", "Early premium in new notes for each $1,000 of old notes")
    cash: MoneyTerm = or_none("premium_cash", "Early premium in cash for each $1,000 of old notes")
    fee: MoneyTerm = or_none("premium_fee", "Early premium in the fee for each $1,000 of old notes")
    shares: NumberTerm = or_none("premium_shares", "Early premium in shares for each $1,000 of old notes")
    warrants: NumberTerm = or_none("premium_warrants", "Early premium in warrants for each $1,000 of old notes")


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
