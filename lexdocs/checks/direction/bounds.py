"""Rounded values: never past what the words around them promise, and called rough where they stand in running prose."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
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
_TABLE = re.compile(r".*?\btable \d+")
_PAST = {Bound.CEILING: ("below", "a maximum", "up"), Bound.FLOOR: ("above", "a minimum", "down")}


def bounded(stated: Stated) -> Iterator[Problem]:
    """Whether a value is rounded past what the words around it promise, or is called rough and is exact."""
    before = last_sentence(stated.before)
    rough = hedged(before, stated.after)
    if stated.printed == stated.exact:
        if rough and bound(before, stated.after) is None and not _comes_out_even(stated):
            what = f"{stated.place}: {stated.named}, is exact and called rough"
            yield Problem(stated.where, what, "leave out the word that calls it rough", Severity.NOTE)
        return
    said = _bound(stated)
    if said is not None and _is_past(said[0], stated):
        yield _past(stated, *said, rough=rough)


def _comes_out_even(stated: Stated) -> bool:
    """Whether a percentage that is reckoned needs no more decimals than are printed, which its words cannot know."""
    return stated.kind is Kind.PERCENTAGE and bool(stated.figure.inputs) and stated.step < _CENT


def unsaid(values: Sequence[Stated]) -> Iterator[Problem]:
    """Rounded values that nothing calls rounded; those of one table are told together."""
    tables: dict[str, list[Stated]] = defaultdict(list)
    for each in values:
        if each.tabled and _is_unsaid(each):
            tables[_TABLE.match(each.place)[0]].append(each)  # type: ignore[index]  # a cell's place names its table
        elif _is_unsaid(each):
            yield _rounded(each, "")
    for found in tables.values():
        more = f" (and {len(found) - 1} more of the table)" if len(found) > 1 else ""
        yield _rounded(found[0], more)


def _is_unsaid(stated: Stated) -> bool:
    """Whether a value is rounded, and neither its words nor its table say so; cents need no words in a table."""
    before = last_sentence(stated.before)
    if stated.printed == stated.exact or hedged(before, stated.after) or bound(before, stated.after):
        return False
    said = _bound(stated)
    if said is not None and _is_past(said[0], stated):
        return False  # which is worse, and told by itself
    # The decimals of a table show how far its values are rounded.
    return not (stated.tabled and (stated.step.denominator > 1 or says_rounded(stated.heads)))


def _rounded(stated: Stated, more: str) -> Problem:
    # Money goes no finer than cents, so that few would write "about" before them.
    cents = stated.kind is Kind.MONEY and 0 < stated.step <= _CENT
    what = f"{stated.place}: {stated.named}, is {shown(stated.figure)} rounded{more}, and nothing says so"
    remedy = "write “approximately” or “about” before it, print it in full, or say in a note that amounts are rounded"
    return Problem(stated.where, what, remedy, Severity.NOTE if cents else Severity.WARNING)


def _bound(stated: Stated) -> tuple[Bound, str] | None:
    """The side on which a value is bound, by the words around it, its row's head or its name."""
    by_words = bound(last_sentence(stated.before), stated.after)
    by_head = bound_of_head(stated.row_head) if stated.tabled else None
    by_name = bound_of_name(stated.figure.name)
    return by_words or by_head or (None if by_name is None else (by_name, stated.figure.name))


def _is_past(side: Bound, stated: Stated) -> bool:
    return stated.printed < stated.exact if side is Bound.CEILING else stated.printed > stated.exact


def _past(stated: Stated, side: Bound, words: str, *, rough: bool) -> Problem:
    beyond, what, way = _PAST[side]
    value = shown(stated.figure)
    said = f"{stated.place}: {stated.named}, lies {beyond} its value {value}, although “{words}” makes it {what}"
    severity = Severity.WARNING if rough else Severity.ERROR
    return Problem(stated.where, said, f"print it in full, or rounded {way}", severity)
