"""Slips: whether a wrong number looks like the right one with a slip of the hand in it.

A number that stands where a figure belongs, and is not that figure, is for the most part its digits swapped, dropped
or doubled, its thousands or its decimal point gone, its fraction or its unit another. A number that looks nothing
like the figure is more often one that the deal does not know.
"""

from __future__ import annotations

import datetime
import re
from fractions import Fraction

from lexdocs.checks.tieout.numerals import Reading
from lexdocs.checks.tieout.spelling import distance
from lexdocs.notation.find import Found
from lexdocs.notation.grammar import Kind
from lexdocs.notation.units import Day, Moment, TimeOfDay, Value

_MOST = 2
_MANY = 4


def is_slip(item: Found, reading: Reading, true: Value) -> bool:
    """Whether what a text says may be a slip for a value of the same sort.

    >>> from lexdocs.notation.find import find
    >>> item = find("$27,142,000")[0]
    >>> said = Reading(Fraction(27142000))
    >>> is_slip(item, said, Fraction(27412000)), is_slip(item, said, Fraction(30))
    (True, False)
    """
    if isinstance(true, datetime.date | Moment | Day):
        return _near_in_time(item.value, true)
    if isinstance(true, str):
        return distance(re.sub(r"\W", "", item.text.lower()), re.sub(r"\W", "", true.lower()), _MOST) <= _MOST
    if reading.value is None or isinstance(true, bool):
        return False
    value, step = abs(reading.value), reading.step
    if item.kind is Kind.PERCENTAGE or reading.share:
        value, step = (value * 100, step and step * 100) if not reading.share else (value, step)
        return _near_in_digits(value, _told(abs(Fraction(true)) * 100, step))
    return _near_in_digits(value, _told(abs(Fraction(true)), step))


def is_sure_slip(item: Found, reading: Reading, true: Value) -> bool:
    """Whether a number of many digits is a slip for a value: so many digits are not alike by accident."""
    return (
        reading.value is not None
        and not isinstance(true, bool | str | datetime.date | Moment | Day)
        and len(_digits(abs(Fraction(true)))) >= _MANY
        and len(_digits(abs(reading.value))) >= _MANY
        and is_slip(item, reading, true)
    )


def _told(true: Fraction, step: Fraction | None) -> Fraction:
    """A value as it would be told in the steps of the number that stands in its place."""
    return round(true / step) * step if step else true


def _near_in_digits(said: Fraction, true: Fraction) -> bool:
    if not said or not true:
        return False
    ratio = said / true
    if ratio in _POWERS or 1 / ratio in _POWERS:
        return True
    one, other = _digits(said), _digits(true)
    if min(len(one), len(other)) <= _MOST:
        # Of a number of one or two digits everything would be near: it must be the next one, or near by its size.
        return abs(said - true) <= (1 if said.denominator == true.denominator == 1 else true / 8)
    if sorted(one) == sorted(other) and distance(one, other, _MOST) <= _MOST:
        return True
    return distance(one, other, 1) <= 1


_POWERS = frozenset(Fraction(10) ** power for power in (1, 2, 3, 6))


def _digits(value: Fraction) -> str:
    """The digits of a number, without the noughts at its ends."""
    places = Fraction(value).limit_denominator(10**8)
    return f"{int(places * 10**6):d}".strip("0")


def _near_in_time(said: object, true: datetime.date | Moment | Day) -> bool:
    date = true.date if isinstance(true, Moment) else true
    if isinstance(said, TimeOfDay):
        return isinstance(true, Moment)
    if isinstance(said, Moment):
        if isinstance(true, Moment) and said.date == true.date:
            return True
        said = said.date
    if isinstance(said, datetime.date) and isinstance(date, datetime.date):
        parts = (said.year == date.year, said.month == date.month, said.day == date.day)
        return sum(parts) >= _MOST or abs((said - date).days) <= 1
    if isinstance(said, Day):
        month, day = (date.month, date.day)
        return said.month == month or said.day == day
    return False
