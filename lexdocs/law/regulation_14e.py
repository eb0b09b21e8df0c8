"""Regulation 14E under the Securities Exchange Act: how long a tender offer must stay open."""

from __future__ import annotations

from collections.abc import Iterator

from lexdocs.figures.book import FigureBook
from lexdocs.figures.figure import Pending
from lexdocs.law.finding import Finding, Result

BUSINESS_DAYS = 20
"""Rule 14e-1(a), in force since January 7, 1980: open at least twenty business days."""

_STARTS = {
    "business_days_open_from_announcement": "the announcement",
    "business_days_open_from_sending": "the sending of the circular",
}


def check(book: FigureBook) -> Iterator[Finding]:
    """Whether the offer is open long enough, from each of the days from which the rule may count."""
    for name, start in _STARTS.items():
        if name not in book.shapes:
            continue
        figure = book.figure(name)
        if isinstance(figure, Pending):
            says = f"cannot be counted from {start} yet: waits for {', '.join(figure.waits_for)}"
            yield Finding("Rule 14e-1(a)", Result.COUNSEL, says, "17 CFR 240.14e-1(a), 240.14d-1(g)(3)")
            continue
        days = int(str(figure.value))
        says = f"open {days} business days counted from {start}, at least {BUSINESS_DAYS} are needed"
        result = Result.MET if days >= BUSINESS_DAYS else Result.NOT_MET
        yield Finding("Rule 14e-1(a)", result, says, "17 CFR 240.14e-1(a), 240.14d-1(g)(3)")
