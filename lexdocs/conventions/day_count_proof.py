"""The proof of a day count: its full name and source, the days that the dates count as, and the sum."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from lexdocs.conventions import icma
from lexdocs.conventions.actual import days_in_leap_years
from lexdocs.conventions.day_count_question import Question
from lexdocs.notation.decimals import fixed
from lexdocs.notation.rounding import round_to
from lexdocs.notation.units import Rounding

PLACES = 15


def decimal(value: Fraction, places: int = PLACES) -> str:
    """A number in decimals, rounded half up at the last of them, without zeros at its end.

    >>> decimal(Fraction(73, 20)), decimal(Fraction(-1, 3))
    ('3.65', '-0.333333333333333')
    """
    rounded = round_to(value, Rounding.HALF_UP, Fraction(1, 10**places))
    size = fixed(abs(rounded), places, group=False).rstrip("0").rstrip(".")
    return f"-{size}" if rounded < 0 else size


def proof(asked: Question) -> tuple[str, ...]:
    """How the answer comes about, a line a step. Raises `ContextError` as the day count does.

    >>> from lexdocs.conventions.day_count_question import read_question
    >>> for line in proof(read_question({"convention": "30/360", "start": "2012-01-31", "end": "2012-04-15"})):
    ...     print(line)
    30/360 (Bond Basis) [2006 ISDA Definitions, section 4.16(f)]
    twelve months of thirty days; an end on the 31st counts as the 30th only from a start on the 30th or 31st
    2012-01-31 counts as day 30 of its month, 2012-04-15 as day 15; the end date is excluded
    360 × (2012 − 2012) + 30 × (4 − 1) + (15 − 30) = 75 days
    75 / 360 = 5/24 of a year
    """
    return tuple(_proof(asked))


def _proof(asked: Question) -> Iterator[str]:
    count = asked.count
    yield f"{count.full_name} [{count.source}]"
    yield count.says
    forward = asked
    if asked.end < asked.start:
        forward = Question(count, asked.end, asked.start, asked.context)
        yield "the end comes before the start: minus the count the other way"
    start, end, context = forward.start, forward.end, forward.context
    days = count.days(start, end, context)
    if count.adjust is not None and start != end:
        first, last = count.adjust(start, end, context)
        yield f"{start} counts as day {first} of its month, {end} as day {last}; the end date is excluded"
        whole = f"360 × ({end.year} − {start.year}) + 30 × ({end.month} − {start.month}) + ({last} − {first})"
        yield f"{whole} = {days} days"
    else:
        yield f"{days} days on the calendar from {start} to {end}; the end date is excluded"
    fraction = count.fraction(start, end, context)
    yield f"{_sum(forward, days)} = {fraction} of a year"


def _sum(asked: Question, days: int) -> str:
    """The sum by which the days become a part of a year."""
    count = asked.count
    if count.year is not None:
        return f"{days} / {decimal(count.year)}"
    if count.over is icma.icma_fraction:
        found = icma.parts(asked.start, asked.end, asked.context)
        each = [f"{part.days} / ({part.length} × {icma.periods_a_year(asked.context)})" for part in found]
        periods = ", ".join(f"{part.start} to {part.end}" for part in found)
        return f"by the coupon periods {periods}: {' + '.join(each)}" if found else "no days"
    leap = days_in_leap_years(asked.start, asked.end)
    return f"{leap} / 366 + {days - leap} / 365"
