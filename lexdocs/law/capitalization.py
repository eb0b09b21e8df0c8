"""The capitalization against the notes of the offer: the lines of both must be the same notes."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from lexdocs.figures.book import FigureBook
from lexdocs.figures.explain import shown
from lexdocs.figures.figure import Figure
from lexdocs.law.finding import Finding, Result, place_of
from lexdocs.law.looking import each, fixed, labels, value
from lexdocs.notation.rounding import round_to
from lexdocs.notation.units import Rounding

_THOUSAND = 1_000


def check(book: FigureBook) -> Iterator[Finding]:
    """Nothing where no capitalization is stated."""
    for line, stated in each(book, "capital_amount", "capital_line"):
        kind = value(book, "capital_kind", line)
        if kind == "old notes":
            yield from _principal(book, line, stated)
        elif kind == "accrued interest":
            yield from _interest(book, line, stated)


def _principal(book: FigureBook, line: str, stated: Figure) -> Iterator[Finding]:
    """Old notes against what is outstanding; those that accrete may be carried at another amount."""
    of = value(book, "capital_line_of", line)
    outstanding = fixed(book, "series_outstanding", of) if of else fixed(book, "outstanding")
    if outstanding is None:
        return
    same = stated.value == outstanding.value
    accretes = bool(labels(book, "accretion"))
    result = Result.MET if same else Result.COUNSEL if accretes else Result.NOT_MET
    says = f"the capitalization has old notes of {shown(stated)}, the terms say {shown(outstanding)} outstanding"
    yield Finding("capitalization and outstanding", result, says, "consistency", place_of(stated), line)


def _interest(book: FigureBook, line: str, stated: Figure) -> Iterator[Finding]:
    """Interest accrued against what the rate gives to the same date, to the thousands in which it may be stated."""
    accrued = fixed(book, "interest_at_capitalization")
    if accrued is None or value(book, "capital_line_of", line):
        return
    calculated, said = (Fraction(figure.value) for figure in (accrued, stated))  # type: ignore[arg-type]  # both are money
    step = _THOUSAND if said % _THOUSAND == 0 else 1 if said.denominator == 1 else Fraction(1, 100)
    result = Result.MET if round_to(calculated, Rounding.HALF_UP, Fraction(step)) == said else Result.COUNSEL
    says = f"the capitalization has accrued interest of {shown(stated)}, at the stated rate it is {shown(accrued)}"
    yield Finding("capitalization and accrued interest", result, says, "consistency", place_of(stated), line)
