"""Whether what a text says is the value of a figure: exactly, rounded, cut off, or not at all."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from lexdocs.checks.tieout.facts import Fact
from lexdocs.checks.tieout.numerals import Reading
from lexdocs.conventions.printed import Interval, printed_interval
from lexdocs.notation.find import Found
from lexdocs.notation.grammar import Kind
from lexdocs.notation.securities import cusip_of_isin
from lexdocs.notation.units import Day, Moment, Rounding, TimeOfDay, Unit

_SHARES = (Unit.RATE, Unit.PERCENTAGE)
UNITS: Mapping[Kind, tuple[Unit, ...]] = {
    Kind.MONEY: (Unit.MONEY,),
    Kind.PERCENTAGE: (*_SHARES, Unit.FRACTION, Unit.NUMBER),
    Kind.NUMBER: (Unit.NUMBER, Unit.COUNT, Unit.MONEY, *_SHARES, Unit.FRACTION, Unit.DATE, Unit.MOMENT),
    Kind.COUNT: (Unit.COUNT, Unit.NUMBER),
    Kind.ORDINAL: (Unit.COUNT,),
    Kind.FRACTION: (Unit.FRACTION, *_SHARES, Unit.NUMBER),
    Kind.DATE: (Unit.DATE, Unit.MOMENT),
    Kind.DAY: (Unit.DAY, Unit.DATE, Unit.MOMENT),
    Kind.MOMENT: (Unit.MOMENT,),
    Kind.MONTH: (Unit.DATE, Unit.MOMENT),
    Kind.TIME: (Unit.MOMENT,),
    Kind.CUSIP: (Unit.CUSIP,),
    Kind.ISIN: (Unit.CUSIP,),
    Kind.TELEPHONE: (Unit.TELEPHONE,),
    Kind.DAY_COUNT: (Unit.DAY_COUNT,),
}
"""Of which units a figure may be that a text states so; a bare number may be a year."""
RIVALS: Mapping[Kind, tuple[Unit, ...]] = {
    **UNITS,
    Kind.PERCENTAGE: _SHARES,
    Kind.NUMBER: (Unit.NUMBER, Unit.COUNT),
    Kind.COUNT: (Unit.COUNT,),
    Kind.FRACTION: (Unit.FRACTION,),
}
"""Of which units a figure is for whose place a number of each kind can be a slip."""
HOME = "USD"
_EASTERN = re.compile(r"new york(?: city)?|eastern(?: (?:standard|daylight))?|e[sd]?t", re.IGNORECASE)


class Fit(StrEnum):
    """How a printed value stands to that of a figure."""

    EXACT = "exact"
    ROUNDED = "rounded"
    CUT = "cut off"  # it would be right if it were cut off rather than rounded
    OTHER = "other"


@dataclass(frozen=True)
class Held:
    """A printed value held against a figure; where it is rounded, the true value must lie in `interval`."""

    fit: Fit
    interval: Interval | None = None


_OTHER = Held(Fit.OTHER)
_EXACT = Held(Fit.EXACT)


def held(item: Found, reading: Reading, fact: Fact) -> Held:
    """Hold what a text says against a figure of a unit that may be said so."""
    value = fact.figure.value
    if isinstance(value, datetime.date | Moment | Day):
        return _EXACT if _same_time(item, value) else _OTHER
    if isinstance(value, str):
        said = cusip_of_isin(str(item.value)) if item.kind is Kind.ISIN else item.value
        return _EXACT if said == value else _OTHER
    if reading.value is None or isinstance(value, bool) or not isinstance(value, int | Fraction | Decimal):
        return _OTHER
    if fact.micros is not None and _is_far(reading, fact.micros):
        return _OTHER
    return _number(reading, Fraction(value))


def _is_far(reading: Reading, true: int) -> bool:
    """Whether a number is farther from a value than any rounding of it; told in whole millionths."""
    reach = reading.step_micros + 2
    far = abs(reading.micros - true) > reach
    if far and reading.bracketed:
        far = abs(reading.micros + true) > reach
    if far and reading.share:
        far = abs(reading.micros // 100 - true) > reach
    return far


def _same_time(item: Found, value: datetime.date | Moment | Day) -> bool:
    said = item.value
    date = value.date if isinstance(value, Moment) else value
    match said:
        case Moment():
            return (
                isinstance(value, Moment)
                and (said.date, said.hour, said.minute) == (value.date, value.hour, value.minute)
                and _same_place(said.place, value.place)
            )
        case TimeOfDay():
            return (
                isinstance(value, Moment)
                and (said.hour, said.minute) == (value.hour, value.minute)
                and _same_place(said.place, value.place)
            )
        case datetime.date() if item.kind is Kind.MONTH:
            return isinstance(date, datetime.date) and (said.year, said.month) == (date.year, date.month)
        case datetime.date():
            return said == date
        case Day():
            return said == (date if isinstance(date, Day) else Day(date.month, date.day))
        case int() if item.kind is Kind.NUMBER and isinstance(date, datetime.date):
            return said == date.year and "," not in item.text
    return False


def _same_place(said: str | None, meant: str) -> bool:
    """Whether two names of a time zone mean one."""
    if not said or said.lower() == meant.lower():
        return True
    return bool(_EASTERN.fullmatch(said) and _EASTERN.fullmatch(meant))


def _number(reading: Reading, true: Fraction) -> Held:
    assert reading.value is not None  # noqa: S101  asked before
    value = reading.value
    if value == true or (value == -true and reading.bracketed):
        return _EXACT
    if reading.share and value / 100 == true:
        return _EXACT
    if reading.step is None:
        return _OTHER
    step = reading.step
    if reading.share:
        value, step = value / 100, step / 100
    if (value / step).denominator != 1:
        return _OTHER
    interval = printed_interval(value, step, Rounding.HALF_UP)
    if true in interval:
        return Held(Fit.ROUNDED, interval)
    if value and true in printed_interval(value, step, Rounding.DOWN):
        return Held(Fit.CUT, interval)
    return _OTHER
