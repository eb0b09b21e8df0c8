"""Prices, caps and changes of a cash tender that can be meant and seldom are; each can be acknowledged."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from lexdocs.figures.book import FigureBook
from lexdocs.figures.explain import shown
from lexdocs.figures.figure import Figure
from lexdocs.law.finding import Finding, Result, place_of, said, under
from lexdocs.law.in_force import form_of
from lexdocs.law.life import terminated
from lexdocs.law.looking import date, each, fixed, labels, value
from lexdocs.notation.forms import write
from lexdocs.notation.units import Unit
from lexdocs.offers.tender_prices import PRINCIPAL
from lexdocs.terms.event_terms import AmendmentClass

_TWO_PERCENT = "two percent"
_FIFTH, _EXCEPTED = Fraction(1, 5), Fraction(1, 50)


def check(book: FigureBook) -> Iterator[Finding]:
    """What of a cash tender is hardly meant; for other kinds of offer, only guaranteed delivery."""
    if terminated(book) is None:
        yield from _guaranteed(book)
    if "total_consideration" not in book.shapes or not labels(book, "series"):
        return
    yield from _cheap(book)
    if terminated(book) is None:
        yield from _unreachable(book)
    yield from _two_percent(book)


def _cheap(book: FigureBook) -> Iterator[Finding]:
    """A price in percent of principal, typed as dollars for each thousand of it, is a tenth of what is meant."""
    basis = value(book, "price_basis")
    for label, price in each(book, "stated_total_consideration", "series"):
        if basis and 0 < Fraction(str(price.value)) < _FIFTH * Fraction(str(basis)):
            of = f"for each {write(basis, Unit.MONEY)}, less than a fifth of it"
            says = f"the price of {label} is {shown(price)} {of}: was a percentage typed?"
            yield Finding("consideration", Result.COUNSEL, says, "consistency", place_of(price), f"price {label}")


def _unreachable(book: FigureBook) -> Iterator[Finding]:
    """A minimum that is more than the cap lets the company buy."""
    minimum, cap = fixed(book, "minimum_tender"), fixed(book, "cap")
    least = value(book, "minimum_tender_principal")
    if minimum is None or cap is None or not least:
        return
    prices = [Fraction(figure.value) for _, figure in each(book, "total_consideration", "series")]  # type: ignore[arg-type]  # money
    basis = value(book, "price_basis")
    priced = value(book, "cap_measure") != PRINCIPAL
    if priced and (not basis or len(prices) < len(labels(book, "series"))):
        return
    costs = Fraction(least) * min(prices) / Fraction(basis) if priced else Fraction(least)
    if costs > Fraction(cap.value):  # type: ignore[arg-type]  # money
        of = write(least, Unit.MONEY)
        says = (
            f"the minimum of {shown(minimum)} asks that {of} of principal be tendered, more than the cap of"
            f" {shown(cap)} lets the company buy"
        )
        yield Finding("minimum condition", Result.NOT_MET, says, "consistency", place_of(minimum), "cap")


def _guaranteed(book: FigureBook) -> Iterator[Finding]:
    """Notes that come after the settlement are paid for on a day of their own, which the terms do not state."""
    last, settled = date(book, "guaranteed_delivery_date"), date(book, "settlement_date", "consummation_date")
    days = fixed(book, "guaranteed_delivery_days")
    if last and settled and days and last > settled:
        says = (
            f"guaranteed notes may be delivered until {said(last)}, after settlement on {said(settled)}; no term"
            " says on which day they are paid"
        )
        about = "guaranteed delivery and settlement"
        yield Finding("timetable", Result.COUNSEL, says, "consistency", place_of(days), about)


def _two_percent(book: FigureBook) -> Iterator[Finding]:
    """A cap raised by more than two percent of the class, in an event that counsel classes as excepted.

    Only the last event's changes are known with what they were before; earlier events tell it as of their moments.
    """
    events = labels(book, "event")
    if not events or value(book, "event_class", events[-1]) != AmendmentClass.PERCENTAGE_EXCEPTED:
        return
    for label, name in each(book, "amended_term_name", "amended_term"):
        if name.value not in ("cap", "series_cap"):
            continue
        before, after = (fixed(book, f"amended_term_{side}", label) for side in ("before", "after"))
        series = str(value(book, "amended_term_label", label) or "")
        whole = fixed(book, "series_outstanding", series) if series else fixed(book, "total_outstanding")
        if before is not None and after is not None and whole is not None:
            yield from _more(events[-1], series, before, after, whole)


def _more(event: str, series: str, before: Figure, after: Figure, whole: Figure) -> Iterator[Finding]:
    was, now, of = (Fraction(each.value) for each in (before, after, whole))  # type: ignore[arg-type]  # all are money
    if 0 <= now - was <= _EXCEPTED * of:
        return
    moved = "raised" if now > was else "lowered"
    amounts = f"{moved} from {write(was, Unit.MONEY)} to {write(now, Unit.MONEY)}"
    bound = (
        f"only a rise by at most two percent of the {shown(whole)} outstanding, {write(_EXCEPTED * of, Unit.MONEY)},"
    )
    says = f"the cap{f' of {series}' if series else ''} is {amounts}; {bound} is excepted: class it as percentage"
    about = " ".join(filter(None, (_TWO_PERCENT, event, series)))
    found = under(form_of("14e-1(b)"), about, Result.NOT_MET, says, place_of(after))
    yield replace(found, moment=event)
