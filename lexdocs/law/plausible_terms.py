"""Rates, caps and days of an offer for series that can be meant and seldom are; each can be acknowledged."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from fractions import Fraction

from lexdocs.figures.book import FigureBook
from lexdocs.figures.explain import shown
from lexdocs.figures.figure import Figure
from lexdocs.law.finding import Finding, Result, place_of, said
from lexdocs.law.life import terminated
from lexdocs.law.looking import date, each, fixed, labels, value
from lexdocs.notation.find import find
from lexdocs.notation.grammar import Kind
from lexdocs.offers.tender_prices import PRINCIPAL

_MOST = {
    "series_rate": (Fraction(1, 4), "interest at"),
    "fixed_spread": (Fraction(1, 20), "a spread of"),
    "reference_yield": (Fraction(1, 5), "a reference yield of"),
}
"""Rates beyond which a decimal point is more likely to stand wrong than a rate to be meant."""


def check(book: FigureBook) -> Iterator[Finding]:
    """What of an offer for series is hardly meant; nothing for offers without series."""
    if not labels(book, "series"):
        return
    for name, (most, what) in _MOST.items():
        for label, figure in each(book, name, "series"):
            if Fraction(str(figure.value)) > most:
                says = f"{label} has {what} {shown(figure)}: is the decimal point where it should be?"
                yield _asked("consideration", says, figure, f"{name.replace('_', ' ')} {label}")
    yield from _caps(book)
    yield from _security(book)
    if terminated(book) is None:
        yield from _withdrawal(book)
        yield from _early(book)


def _caps(book: FigureBook) -> Iterator[Finding]:
    """A cap on principal that is more than there is bounds nothing."""
    if value(book, "series_caps_are_on_principal"):
        for label, cap in each(book, "series_cap", "series"):
            whole = fixed(book, "series_outstanding", label)
            if whole is not None and cap.value > whole.value:  # type: ignore[operator]  # both are money
                says = f"the cap of {label} is {shown(cap)}, and {shown(whole)} is outstanding"
                yield _asked("cap", says, cap, label)
    offered, whole = fixed(book, "cap"), fixed(book, "total_outstanding")
    if offered is None or whole is None or value(book, "cap_measure") != PRINCIPAL:
        return
    if offered.value > whole.value:  # type: ignore[operator]  # both are money
        says = f"the cap is {shown(offered)} of principal, and {shown(whole)} is outstanding in all series"
        yield _asked("cap", says, offered, "all series")


def _security(book: FigureBook) -> Iterator[Finding]:
    """A security that has matured has no yield to read."""
    announced = date(book, "announced")
    for label, figure in each(book, "reference_security", "series"):
        days = [found.value for found in find(str(figure.value)) if found.kind is Kind.DATE]
        matured = [day for day in days if isinstance(day, datetime.date) and announced and day <= announced]
        if matured:
            says = f"the reference security of {label} matured on {said(matured[0])}, before the offer was announced"
            yield _asked("pricing", says, figure, f"reference security {label}")


def _withdrawal(book: FigureBook) -> Iterator[Finding]:
    """Whether tenders may be withdrawn is asked by every holder, and told by every document."""
    if fixed(book, "tenders_are_withdrawable") is None and fixed(book, "withdrawal_deadline") is None:
        says = (
            "no term says whether tenders may be withdrawn, and documents say that it is not settled: write"
            " offer.withdrawable, or offer.withdrawal_deadline"
        )
        yield Finding("withdrawal", Result.COUNSEL, says, "consistency")


def _early(book: FigureBook) -> Iterator[Finding]:
    """Early tenders are paid before the others, and mostly before the offer expires."""
    day, settled, ends = (fixed(book, name) for name in ("early_settlement_date", "settlement_date", "expiration_date"))
    if day is None or not value(book, "settles_early"):
        return
    for other, what in ((settled, "the settlement"), (ends, "the expiration")):
        if other is not None and day.value >= other.value:  # type: ignore[operator]  # dates
            says = f"early tenders are paid on {said(day.value)}, not before {what}, {said(other.value)}"  # type: ignore[arg-type]  # dates
            yield _asked("timetable", says, day, f"early settlement and {what.removeprefix('the ')}")
            return
    first = fixed(book, "early_before_late")
    if first is not None and not first.value and not value(book, "buys_any_and_all"):
        says = (
            f"early tenders are paid on {said(day.value)}, before the offer expires, "  # type: ignore[arg-type]  # a date
            "while later tenders share the caps with them, so that it is not known then how much of them is accepted: "
            "write offer.proration.early_before_late: yes, or no early settlement"
        )
        yield _asked("timetable", says, day, "early settlement and caps")


def _asked(rule: str, says: str, figure: Figure, about: str) -> Finding:
    return Finding(rule, Result.COUNSEL, says, "consistency", place_of(figure), about)
