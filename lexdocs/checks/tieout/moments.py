"""A date and a time beside one another are two parts of one moment: together they must be one that the deal knows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from lexdocs.checks.tieout.looking import Looked
from lexdocs.checks.tieout.loudness import NOT_STATED, PUBLIC
from lexdocs.checks.tieout.matching import Ranked
from lexdocs.checks.tieout.values import Fit, held
from lexdocs.notation.grammar import Kind
from lexdocs.notation.units import Moment

_BETWEEN = re.compile(
    r"[\s,.(\u00b7\u2010-\u2015|]*"
    r"(?:(?:at|on|by|of|until|to|before|eastern|new|york|city|nyc|ny|time|the|end|close|last|night|[a-z]{3,6}day|e[sd]?t"
    r"|mon|tues?|wed|thu(?:rs)?|fri|sat|sun|local|prevailing)\b[\s,.()]*)*",
    re.IGNORECASE,
)
_FARTHEST = 48  # letters between the two
_DATES = (Kind.DATE, Kind.DAY)


def joined(looked: Sequence[Looked]) -> list[Looked]:
    """The numbers of a passage, those that are parts of a moment with what the other part says of them."""
    found: dict[int, Looked] = {}
    for date, time in _beside(looked):
        dated, timed = _moments(date), _moments(time)
        if any(_is(time, each) for each in dated) or any(_is(date, each) for each in timed):
            found |= {each.item.start: replace(each, whole=True) for each in (date, time)}
            continue
        on_that_day, at_that_time = _stated(dated), _stated(timed)
        if on_that_day:
            found[time.item.start] = replace(time, of_moment=on_that_day[0].fact.address)
        if at_that_time and date.exact:
            found[date.item.start] = replace(date, of_moment=at_that_time[0].fact.address)
    return [found.get(each.item.start, each) for each in looked]


def _beside(looked: Sequence[Looked]) -> Iterator[tuple[Looked, Looked]]:
    """The dates and times that stand beside one another, each with the nearest."""
    free = [each for each in looked if each.item.kind in (*_DATES, Kind.TIME)]
    at = 0
    while at + 1 < len(free):
        one, other = free[at], free[at + 1]
        between = one.seen.passage.text[one.item.end : other.item.start]
        kinds = (one.item.kind is Kind.TIME) + (other.item.kind is Kind.TIME)
        if kinds == 1 and len(between) <= _FARTHEST and _BETWEEN.fullmatch(between):
            yield (other, one) if one.item.kind is Kind.TIME else (one, other)
            at += 2
        else:
            at += 1


def _moments(looked: Looked) -> list[Ranked]:
    return [each for each in looked.exact if isinstance(each.fact.figure.value, Moment)]


def _is(looked: Looked, moment: Ranked) -> bool:
    return held(looked.item, looked.reading, moment.fact).fit is Fit.EXACT


def _stated(moments: Sequence[Ranked]) -> list[Ranked]:
    return [each for each in moments if each.fact.known == PUBLIC and each.fact.name not in NOT_STATED]
