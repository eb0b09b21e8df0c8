"""What the term sheet says of the company's capitalization: as of when, by what statement, line by line."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from lexdocs.notation.units import Unit
from lexdocs.terms.fields import AxisOf, DateTerm, MoneyTerm, Section, TextTerm, leaf, part
from lexdocs.terms.sheet import ProseTerm


class CapitalKind(StrEnum):
    """What a line of the capitalization is."""

    CASH = "cash"
    SECURED = "secured debt"
    SENIOR = "senior debt"
    SUBORDINATED = "subordinated debt"
    OTHER = "other debt"
    OLD = "old notes"
    INTEREST = "accrued interest"
    NEW = "new notes"
    PREFERRED = "preferred equity"
    EQUITY = "equity"


EQUITIES = (CapitalKind.PREFERRED, CapitalKind.EQUITY)
NAMED_BY_TERMS = (CapitalKind.OLD, CapitalKind.NEW)
"""Lines that need no heading of their own: they are called as the notes are."""


class CapitalLine(Section):
    """A line of the capitalization. That of the new notes has no amount: it is calculated."""

    name: str = part("a short name, which tells the lines apart")
    heading: ProseTerm | None = leaf(
        "capital_line_heading", "What the line is called; left out, old notes and new notes have their titles",
        pending=True,
    )  # fmt: skip
    kind: Annotated[CapitalKind, Unit.TEXT] = leaf(
        "capital_kind",
        "What the line is: cash; secured, senior, subordinated or other debt; old notes; accrued interest (on the old"
        " notes); new notes; preferred equity or equity",
    )
    of: TextTerm | None = leaf(
        "capital_line_of", "Label of the series, or of the new notes, that the line is of, where there are several",
        pending=True,
    )  # fmt: skip
    amount: MoneyTerm | None = leaf("capital_amount", "Amount of the line; none for new notes", pending=True)


class Capitalization(Section):
    """The company's capitalization before the offer."""

    as_of: DateTerm = leaf("capitalization_date", "Date as of which the capitalization is stated")
    basis: ProseTerm = leaf("capitalization_basis", "What the capitalization is taken from, in words")
    expenses: MoneyTerm | None = leaf(
        "offer_expenses", "Company's estimate of its expenses of the offer, beside the fee, paid in cash", pending=True
    )
    lines: Annotated[tuple[CapitalLine, ...], AxisOf("capital_line", lambda each: each.name)] = part(
        "the lines, in the order in which they are printed"
    )
