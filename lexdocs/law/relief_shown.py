"""What the terms themselves show against a condition of relief, whatever counsel states."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from lexdocs.errors import Where
from lexdocs.figures.book import FigureBook
from lexdocs.figures.figure import Figure
from lexdocs.law.finding import place_of, said
from lexdocs.law.looking import date, each, fixed, value
from lexdocs.terms.law_terms import Fact

Shown = tuple[str, Where | None]


def _warrants(book: FigureBook) -> Shown | None:
    for name in ("warrants_per_denomination", "shares_per_denomination"):
        found = fixed(book, name)
        if found is not None and found.value:
            return "the terms offer warrants or shares", place_of(found)
    return None


def _not_only_cash(book: FigureBook) -> Shown | None:
    for name in ("new_maturity", "new_notes_title"):
        found = fixed(book, name)
        if found is not None:
            return "the terms offer new notes", place_of(found)
    return _warrants(book)


def _matured(book: FigureBook) -> Shown | None:
    announced = date(book, "announced")
    listed = [fixed(book, "old_maturity"), *(figure for _, figure in each(book, "series_maturity", "series"))]
    for found in listed:
        if found is not None and announced is not None and found.value <= announced:  # type: ignore[operator]  # both are dates
            return f"notes that matured on {said(found.value)} are still outstanding", place_of(found)  # type: ignore[arg-type]  # as above
    return None


def _capped(book: FigureBook) -> Shown | None:
    names = [name for name in book.shapes if name.endswith("_cap") or name in ("cap", "tender_cap", "maximum_tender")]
    for name in names:
        found: Figure | None = fixed(book, name) if not book.shapes[name].axes else None
        if found is not None:
            return f"the terms cap what is accepted ({name})", place_of(found)
    return None


def _not_withdrawable(book: FigureBook) -> Shown | None:
    found = fixed(book, "tenders_are_withdrawable")
    return ("the terms let no tender be withdrawn", place_of(found)) if found is not None and not found.value else None


def _paid_for(book: FigureBook) -> Shown | None:
    found = fixed(book, "solicitation_fee")
    return (
        ("the terms pay for solicitation", place_of(found))
        if found is not None and value(book, "solicitation_fee")
        else None
    )


SHOWN: Mapping[Fact, Callable[[FigureBook], Shown | None]] = {
    Fact.CASH_OR_QUALIFIED_DEBT: _warrants,
    Fact.ALL_CASH: _not_only_cash,
    Fact.NO_DEFAULT: _matured,
    Fact.ANY_AND_ALL: _capped,
    Fact.WITHDRAWAL_RIGHTS: _not_withdrawable,
    Fact.NO_PAID_SOLICITATION: _paid_for,
}
