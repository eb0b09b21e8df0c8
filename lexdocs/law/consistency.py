"""Inputs that must agree with one another: a disagreement is a finding, and figures are bent to neither."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from lexdocs.figures.book import FigureBook
from lexdocs.figures.explain import shown
from lexdocs.figures.figure import Figure, Pending
from lexdocs.law.finding import Finding, Result, place_of
from lexdocs.notation.rounding import as_decimal, round_to
from lexdocs.notation.units import Rounding


def check(book: FigureBook) -> Iterator[Finding]:
    """The findings of a book, met or not; what is pending is left until it is fixed."""
    yield from _register(book)
    yield from _installments(book)
    yield from _support(book)
    yield from _minimum(book)


def _register(book: FigureBook) -> Iterator[Finding]:
    held, outstanding = _fixed(book, "total_held", "outstanding")
    if held and outstanding:
        same = Fraction(held.value) == Fraction(outstanding.value)  # type: ignore[arg-type]  # both are money
        says = f"the register sums to {shown(held)}, the terms say {shown(outstanding)} outstanding"
        yield Finding("register and outstanding", _result(same), says, "consistency", place_of(outstanding))


def _installments(book: FigureBook) -> Iterator[Finding]:
    (share,) = _fixed(book, "installments_total_share")
    if share:
        first = book.figures[next(key for key in book.figures if key[0] == "installment_share")]
        says = f"the installments make {share.value} of the participation fee"
        where = place_of(first) if isinstance(first, Figure) else None
        yield Finding("installments and fee", _result(share.value == 1), says, "consistency", where)


def _support(book: FigureBook) -> Iterator[Finding]:
    """The stated percentage of the largest holders against the register, to the decimals that are stated.

    Only a register of beneficial holders can show it; the finding says so and leaves it to counsel otherwise.
    """
    stated, count, level = _fixed(book, "support_percentage", "supporting_holders", "register_level")
    labels = book.axes.get("holding")
    if not stated or not count or not isinstance(labels, tuple) or not labels:
        return
    largest = sorted((Fraction(book.value("held_principal", label)) for label in labels), reverse=True)
    part = sum(largest[: int(str(count.value))], Fraction(0)) / sum(largest)
    step = _last_place(stated)
    same = round_to(part, Rounding.HALF_UP, step) == stated.value
    calculated = round_to(part * 100, Rounding.HALF_UP, step * 100)
    of_register = f"the {count.value} largest holdings of the register make {as_decimal(calculated)}%"
    says = f"{of_register}, the terms say {shown(stated)}"
    if level is None or level.value != "beneficial":
        says += "; only a register of beneficial holders can show it"
        yield Finding("largest holders", Result.COUNSEL, says, "consistency", place_of(stated))
    else:
        yield Finding("largest holders", _result(same), says, "consistency", place_of(stated))


def _last_place(stated: Figure) -> Fraction:
    """The quantum of a percentage as it was typed: a tenth of a percent for `66.5%`."""
    text = (stated.written or "").rstrip("% ")
    decimals = len(text.partition(".")[2])
    return Fraction(1, 100 * 10**decimals)


def _minimum(book: FigureBook) -> Iterator[Finding]:
    met, total = _fixed(book, "minimum_is_met", "total_accepted")
    if met and total:
        says = f"{shown(total)} is validly tendered in the register"
        yield Finding("minimum condition", Result.MET if met.value else Result.COUNSEL, says, "conditions of the offer")


def _fixed(book: FigureBook, *names: str) -> list[Figure | None]:
    found: list[Figure | None] = []
    for name in names:
        figure = book.figure(name) if name in book.shapes else None
        found.append(None if isinstance(figure, Pending) else figure)
    return found


def _result(met: bool) -> Result:
    return Result.MET if met else Result.NOT_MET
