"""What the term sheet says of interest that is paid in further new notes instead of cash."""

from __future__ import annotations

from lexdocs.terms.fields import DateTerm, FlagTerm, MoneyTerm, RoundingTerm, Section, leaf


class PaidInKind(Section):
    """The payments that are made in kind, and how the notes issued for them are rounded.

    Either `through` or `all` says which payments; without an increment, the notes for interest are cut as
    the new notes are.
    """

    through: DateTerm | None = leaf(
        "in_kind_through", "Last payment date on which interest on the new notes is paid in kind", pending=True
    )
    all: FlagTerm | None = leaf(
        "in_kind_to_maturity", "Whether all interest on the new notes is paid in kind", pending=True
    )
    rounding: RoundingTerm = leaf("in_kind_rounding", "Rounding of the new notes issued for interest")
    increment: MoneyTerm | None = leaf(
        "in_kind_increment", "Step to which new notes issued for interest are rounded", pending=True
    )
    rest_in_cash: FlagTerm | None = leaf(
        "in_kind_rest_in_cash",
        "Whether interest that the notes issued for it fall short of is paid in cash",
        pending=True,
    )
