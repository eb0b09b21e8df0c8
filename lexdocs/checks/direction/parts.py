"""Parts in prose: `A, B and C, in all D` and rows of a figure beside their total add up as they are printed."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise

from lexdocs.checks.direction.footing import Cell, amount
from lexdocs.checks.direction.stated import AMOUNTS, Stated
from lexdocs.errors import Problem, Severity, Where
from lexdocs.figures.figure import Figure, ancestors
from lexdocs.notation.find import find
from lexdocs.notation.grammar import Found, Kind

_TOTAL = r"(?:total|aggregate|sum) of"
_IN_ALL = re.compile(
    r"[,;(\u2013\u2014-]\s*(?:(?:or|and|being)\s+)?(?:in all|in total|altogether|together|totall?ing|aggregating"
    rf"|adding up to|(?:(?:for|being|making) )?(?:an?|the) {_TOTAL})[,:]?\s*$",
    re.IGNORECASE,
)
_COMMA = re.compile(r"^[^.;:()0-9]{0,60}?(?:,|\band\b)[^.;:()0-9]{0,40}$", re.IGNORECASE)
_AND = re.compile(r"\band\b", re.IGNORECASE)
_FEWEST = 2
_MOST = 100  # numbers before a total that may be its parts


def spoken_sums(text: str, where: Where, place: str) -> Iterator[Problem]:
    """Sums that a passage says in so many words, whether or not anybody knows its figures.

    >>> text = "It pays $10.00 now, $10.00 in May and $9.99 in June, in all $30.00."
    >>> [problem.what for problem in spoken_sums(text, Where("a.txt"), "paragraph 1")]
    ['paragraph 1: $10.00 + $10.00 + $9.99 come to $0.01 less than $30.00']
    """
    found = [each for each in find(text) if isinstance(each.value, int | Fraction) and _is_added(each)]
    for at, total in enumerate(found):
        if _IN_ALL.search(text[max(total.start - 60, 0) : total.start]) is None:
            continue
        alike = [each for each in found[max(at - _MOST, 0) : at] if _family(each) == _family(total)]
        parts = _listed(text, alike)
        if len(parts) >= _FEWEST and not _adds_up(alike, total):
            printed = [Cell(each.text, each.kind, Fraction(each.value)) for each in (*parts, total)]  # type: ignore[arg-type]  # asked for above
            yield from _compared(printed[:-1], printed[-1], where, place)


def _adds_up(found: Sequence[Found], total: Found) -> bool:
    """Whether any run of numbers that ends right before a total comes to it, sentences apart or not."""
    values = [Fraction(each.value) for each in found]  # type: ignore[arg-type]  # they are numbers
    return any(sum(values[start:], Fraction(0)) == total.value for start in range(len(values) - 1))


def _is_added(found: Found) -> bool:
    return found.kind in AMOUNTS or found.kind is Kind.PERCENTAGE


def _family(found: Found) -> bool | str:
    return found.kind is Kind.PERCENTAGE or ("$" in found.text and "money")


def _listed(text: str, found: Sequence[Found]) -> list[Found]:
    """The last numbers that are joined by commas and, before the last one, by `and`."""
    parts = list(found[-1:])
    for before, after in reversed(list(pairwise(found))):
        between = text[before.end : after.start]
        if not _COMMA.match(between) or (after is found[-1] and not _AND.search(between)):
            break
        parts.insert(0, before)
    return parts


def kindred_sums(stated: Sequence[Stated]) -> Iterator[Problem]:
    """Rows of one figure in a block of words beside the figure that is their total, or of which they are the parts."""
    rows: dict[str, dict[str, Stated]] = defaultdict(dict)
    for each in stated:
        if each.figure.key and not each.tabled:
            rows[each.figure.name].setdefault(each.figure.address, each)
    totals = {each.figure.address: each for each in stated if not each.tabled}
    for parts in rows.values():
        for total in totals.values() if len(parts) >= _FEWEST else ():
            if total.figure.name != next(iter(parts.values())).figure.name and _are_parts(list(parts.values()), total):
                yield from _summed(list(parts.values()), total)


def _are_parts(parts: Sequence[Stated], total: Stated) -> bool:
    """Whether figures are of one kind with a total, and follow from it or it from each of them."""
    if any(each.figure.unit is not total.figure.unit for each in parts):
        return False
    steps = sum((each.step for each in parts), total.step)
    near = abs(sum((each.exact for each in parts), Fraction(0)) - total.exact) <= steps
    return near and (all(_follows(each.figure, total.figure) for each in parts) or _all_follow(parts, total.figure))


def _follows(figure: Figure, other: Figure) -> bool:
    return any(each.address == other.address for each in ancestors(figure))


def _all_follow(parts: Sequence[Stated], total: Figure) -> bool:
    given = {each.address for each in ancestors(total)}
    return all(part.figure.address in given for part in parts)


def _summed(parts: Sequence[Stated], total: Stated) -> Iterator[Problem]:
    cells = [Cell(each.text, each.kind, each.printed, each.exact) for each in (*parts, total)]
    yield from _compared(cells[:-1], cells[-1], total.where, total.place)


def _compared(parts: Sequence[Cell], total: Cell, where: Where, place: str) -> Iterator[Problem]:
    difference = sum((part.printed for part in parts), Fraction(0)) - total.printed
    if not difference:
        return
    known = [part.exact for part in parts if part.exact is not None]
    rounded = total.exact is not None and len(known) == len(parts) and sum(known, Fraction(0)) == total.exact
    shown = " + ".join(part.text for part in parts)
    more = "more" if difference > 0 else "less"
    what = f"{place}: {shown} come to {amount(abs(difference), total)} {more} than {total.text}"
    if rounded:
        remedy = "say that amounts may not add because of rounding"
        yield Problem(where, f"{what}, by rounding: the exact ones do", remedy, Severity.WARNING)
    else:
        yield Problem(where, what, "add the parts up again")
