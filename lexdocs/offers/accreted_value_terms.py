"""What the term sheet says of old notes that were sold at a discount: the table of their accreted values."""

from __future__ import annotations

from lexdocs.terms.fields import DateTerm, MoneyTerm, Section, leaf


class Accretion(Section):
    """A row of the table: a date, and what $1,000 at maturity counts as on it."""

    date: DateTerm = leaf("accretion_date", "Date of a row of the table of accreted values")
    value: MoneyTerm = leaf(
        "accretion_value", "Accreted value on the date for each $1,000 principal amount at maturity"
    )


def accretion_label(row: Accretion) -> str:
    """The label of a row: its date."""
    return row.date.isoformat()
