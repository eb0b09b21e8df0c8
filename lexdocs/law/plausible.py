"""Dates and amounts of an exchange that can be meant and seldom are: each is a finding, which can be acknowledged."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from fractions import Fraction

from lexdocs.figures.book import FigureBook
from lexdocs.figures.explain import shown
from lexdocs.figures.figure import Figure
from lexdocs.law.finding import Finding, Result, place_of, said
from lexdocs.law.looking import date, each, fixed, labels, rows

_YEAR = 366
_TIMES = 10
_GIVEN = {"early_new_notes": "new notes", "early_cash": "cash", "early_fee": "a fee"}


def check(book: FigureBook) -> Iterator[Finding]:
    """What of an exchange offer for several series is hardly meant; nothing for other kinds of offer."""
    if not labels(book, "consideration"):
        return
    yield from _matured(book)
    yield from _interest(book)
    yield from _new_interest(book)
    yield from _rich(book)


def _matured(book: FigureBook) -> Iterator[Finding]:
    """Notes in default are exchanged after their maturity; others are not."""
    expiration = date(book, "expiration_date")
    for label, figure in each(book, "series_maturity", "series"):
        day = figure.value
        if expiration and isinstance(day, datetime.date) and day < expiration:
            says = f"{label} matured on {said(day)}, before the expiration on {said(expiration)}"
            yield _against("timetable", f"maturity of {label}", says, figure)


def _interest(book: FigureBook) -> Iterator[Finding]:
    ends, consummation = fixed(book, "interest_stated_to"), date(book, "consummation_date")
    day = date(book, "interest_to")
    if ends and day and consummation and day > consummation:
        says = f"interest on the old notes runs to {said(day)}, past consummation on {said(consummation)}"
        yield _against("timetable", "interest and consummation", says, ends)
    for label, figure in each(book, "series_maturity", "series"):
        maturity = figure.value
        if day and isinstance(maturity, datetime.date) and day > maturity:
            says = f"interest on {label} runs to {said(day)}, past its maturity on {said(maturity)}"
            yield _against("timetable", f"interest on {label}", says, ends or figure)


def _new_interest(book: FigureBook) -> Iterator[Finding]:
    """New notes bear interest from about when they are issued."""
    issue = date(book, "consummation_date", "expiration_date")
    for label, figure in each(book, "new_note_interest_from", "new_note"):
        day = figure.value
        if issue and isinstance(day, datetime.date) and abs((day - issue).days) > _YEAR:
            says = f"{label} bears interest from {said(day)}, more than a year from its issue on {said(issue)}"
            yield _against("timetable", f"interest of {label}", says, figure)


def _rich(book: FigureBook) -> Iterator[Finding]:
    """What is given for old notes is seldom more than ten times their principal."""
    basis = fixed(book, "price_basis")
    for name, what in _GIVEN.items():
        for figure in rows(book, name):
            if basis and Fraction(str(figure.value)) > _TIMES * Fraction(str(basis.value)):
                of = "/".join(figure.key)
                says = f"{of} gives {shown(figure)} in {what} for each {shown(basis)}, more than ten times as much"
                yield _against("consideration", f"{what.split()[-1]} {of}", says, figure)


def _against(rule: str, about: str, says: str, figure: Figure) -> Finding:
    return Finding(rule, Result.NOT_MET, says, "consistency", place_of(figure), about)
