"""Rounded values: never past what the words around them promise, and called rough where they stand in running prose."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from lexdocs.checks.direction.stated import Stated
from lexdocs.checks.direction.wording import (
    Bound,
    bound,
    bound_of_head,
    bound_of_name,
    hedged,
    last_sentence,
    says_rounded,
)
from lexdocs.errors import Problem, Severity
from lexdocs.figures.explain import shown
from lexdocs.notation.grammar import Kind

_CENT = Fraction(1, 100)
_PAST = {Bound.CEILING: ("below", "a maximum", "up"), Bound.FLOOR: ("above", "a minimum", "down")}


def bounded(stated: Stated, *, noted: bool) -> Iterator[Problem]:
    """What is wrong with how one value is rounded; `noted` where its document says that amounts are rounded."""
    before = last_sentence(stated.before)
    rough = hedged(before, stated.after)
    if stated.printed == stated.exact:
        if rough and bound(before, stated.after) is None:
            what = f"{stated.place}: {stated.named}, is exact and called rough"
            yield Problem(stated.where, what, "leave out the word that calls it rough", Severity.NOTE)
        return
    said = _bound(stated, before)
    if said is not None and _is_past(said[0], stated):
        yield _past(stated, *said, rough=rough)
    elif not rough and bound(before, stated.after) is None and not noted:
        yield from _unsaid(stated)


def _bound(stated: Stated, before: str) -> tuple[Bound, str] | None:
    """The side on which a value is bound, by the words around it, its row's head or its name."""
    by_words = bound(before, stated.after) or (bound_of_head(stated.row_head) if stated.tabled else None)
    by_name = bound_of_name(stated.figure.name)
    return by_words or (None if by_name is None else (by_name, stated.figure.name))


def _is_past(side: Bound, stated: Stated) -> bool:
    return stated.printed < stated.exact if side is Bound.CEILING else stated.printed > stated.exact


def _past(stated: Stated, side: Bound, words: str, *, rough: bool) -> Problem:
    beyond, what, way = _PAST[side]
    value = shown(stated.figure)
    said = f"{stated.place}: {stated.named}, lies {beyond} its value {value}, although “{words}” makes it {what}"
    severity = Severity.WARNING if rough else Severity.ERROR
    return Problem(stated.where, said, f"print it in full, or rounded {way}", severity)


def _unsaid(stated: Stated) -> Iterator[Problem]:
    """A rounded value that nothing calls rounded: a table's heads may say so, and money goes no finer than cents."""
    cents = stated.kind is not Kind.PERCENTAGE and 0 < stated.step <= _CENT
    if stated.tabled and (cents or stated.step.denominator > 1 or says_rounded(stated.heads)):
        return
    what = f"{stated.place}: {stated.named}, is {shown(stated.figure)} rounded, and nothing says so"
    remedy = "write “approximately” or “about” before it, print it in full, or say in a note that amounts are rounded"
    yield Problem(
        stated.where, what, remedy, Severity.NOTE if cents and stated.kind is Kind.MONEY else Severity.WARNING
    )
