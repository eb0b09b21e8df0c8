"""Options that a series may not choose: a tender in one would be accepted for nothing, and is refused with its row."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from lexdocs.errors import Problem, Where
from lexdocs.terms.frame import OPTION, SERIES, Frame
from lexdocs.terms.leaf import Leaf

_OPENED = ("consideration_series", "consideration_option")


def closed_options(axes: Mapping[str, Sequence[str]], leaves: Iterable[Leaf]) -> frozenset[tuple[str, str]]:
    """The pairs of a series and an option for which the terms state no consideration."""
    stated: dict[tuple[str, ...], dict[str, str]] = {}
    for leaf in leaves:
        if leaf.name in _OPENED:
            stated.setdefault(leaf.key, {})[leaf.name] = str(leaf.value)
    opened = {(each.get(_OPENED[0], ""), each.get(_OPENED[1], "")) for each in stated.values()}
    every = {(series, option) for series in axes.get(SERIES, ()) for option in axes.get(OPTION, ())}
    return frozenset(every - opened)


def not_open(series: str, option: str, frame: Frame, where: Where) -> Problem | None:
    """What is wrong with a tender of a series in an option, or nothing.

    >>> frame = Frame(("a", "b"), ("cash", "notes"), closed=frozenset({("b", "cash")}))
    >>> print(not_open("b", "cash", frame, Where("tenders.csv", 7)))
    tenders.csv:7: option: b may not choose cash; write notes
    """
    if (series, option) not in frame.closed:
        return None
    others = [each for each in frame.options or () if (series, each) not in frame.closed]
    return Problem(where, f"option: {series} may not choose {option}", f"write {' or '.join(others)}")
