"""The issue price of the new notes under IRC §§ 1273 and 1274, from terms of counsel's, or what is missing for it."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from lexdocs.figures.book import FigureBook
from lexdocs.figures.figure import Figure
from lexdocs.law.instrument import Instrument, percent
from lexdocs.law.looking import fixed, value
from lexdocs.law.relief_shown import offers_equity
from lexdocs.terms.leaf import Leaf


@dataclass(frozen=True)
class IssuePrice:
    """An issue price for each dollar of principal, and how it was come by."""

    amount: Fraction
    says: str


def issue_price(book: FigureBook, notes: Instrument) -> IssuePrice | str:
    """The issue price of the notes, or what is missing for it, in words."""
    traded = value(book, "notes_are_publicly_traded")
    if traded is None:
        return "law.tax.publicly_traded does not say which rule gives the issue price"
    if not traded:
        return _by_principal(book, notes)
    stated = fixed(book, "issue_price")
    if stated is None:
        return "the notes are publicly traded, and law.tax.issue_price, their market value at issue, is not given"
    unit = Fraction(stated.value)  # type: ignore[arg-type]  # a percentage
    if offers_equity(book) is None:
        return IssuePrice(unit, f"issue price {percent(unit)} by market value (§ 1273(b)(3))")
    to_warrants = value(book, "issue_price_of_warrants")
    if to_warrants is None:
        return "the notes come with warrants or shares, and law.tax.allocated_to_warrants is not given"
    notes_only = unit - Fraction(to_warrants)
    says = (
        f"issue price {percent(notes_only)}: {percent(unit)} by market value less {percent(to_warrants)} for warrants"
    )
    return IssuePrice(notes_only, f"{says} (§ 1273(b)(3), (c)(2))")


def _by_principal(book: FigureBook, notes: Instrument) -> IssuePrice | str:
    """§ 1274: stated principal where interest at the federal rate or more is stated, else what payments are worth."""
    rate = federal_rate(book)
    if isinstance(rate, str):
        return f"the notes are not publicly traded, and {rate}"
    federal = Fraction(rate.value)  # type: ignore[arg-type]  # a rate
    worth = notes.value_at(federal)
    amount = min(worth, Fraction(1))
    how = "interest is adequate" if worth >= 1 else "what the payments are worth"
    says = f"issue price {percent(amount)}: {how} at the federal rate of {percent(federal)} (§ 1274)"
    return IssuePrice(amount, says)


def federal_rate(book: FigureBook) -> Figure | str:
    """The applicable federal rate with its source, or what is missing."""
    rate = fixed(book, "applicable_federal_rate")
    if rate is None:
        return "law.tax.federal_rate is not given"
    leaf = rate.proof
    if isinstance(leaf, Leaf) and leaf.source is None and leaf.assumption is None:
        return "law.tax.federal_rate has no source"
    return rate
