"""Whether what a text says is the value of a figure: exactly, rounded, cut off, or not at all."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from functools import cached_property

from lexdocs.checks.tieout.facts import MICRO, Fact, micros
from lexdocs.conventions.printed import Interval, printed_interval
from lexdocs.notation.find import Found
from lexdocs.notation.grammar import Kind
from lexdocs.notation.numbers import SCALES
from lexdocs.notation.securities import cusip_of_isin
from lexdocs.notation.units import Day, Moment, Rounding, TimeOfDay, Unit

_AMOUNTS = (Unit.MONEY,)
_SHARES = (Unit.RATE, Unit.PERCENTAGE)
UNITS: Mapping[Kind, tuple[Unit, ...]] = {
    Kind.MONEY: _AMOUNTS,
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


class Fit(StrEnum):
    """How a printed value stands to that of a figure."""

    EXACT = "exact"
    ROUNDED = "rounded"
    CUT = "cut off"  # it would be right if it were cut off rather than rounded
    OTHER = "other"


@dataclass(frozen=True)
class Reading:
    """A number as its place says it: its value and in what steps it is told; `loose` where words say that it is rough.

    `step` is nothing where the form is exact, as a fraction is. `share` says that a bare number stands for percents,
    `bracketed` that it stands in brackets, which may mean less than nothing.
    """

    value: Fraction | None
    step: Fraction | None = None
    loose: bool = False
    share: bool = False
    bracketed: bool = False

    def times(self, scale: int, item: Found) -> Reading | None:
        """The number as one of thousands or millions, where it is an amount that may be told so."""
        if self.value is None or self.step is None or item.kind not in (Kind.MONEY, Kind.NUMBER):
            return None
        return Reading(self.value * scale, self.step * scale, self.loose, bracketed=self.bracketed)

    @cached_property
    def micros(self) -> int:
        """The value in whole millionths."""
        return micros(self.value or 0) or 0

    @cached_property
    def step_micros(self) -> int:
        """The step in whole millionths."""
        return int((self.step or 0) * MICRO)


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


_EASTERN = re.compile(r"new york(?: city)?|eastern(?: (?:standard|daylight))?|e[sd]?t", re.IGNORECASE)


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


_APPROXIMATE = re.compile(
    r"(?:about|approximately|approx\.?|roughly|around|some|nearly|almost"
    r"|just (?:under|over|above|below|short of|shy of)|more than|over|in excess of|less than|under|fewer than"
    r"|circa|ca\.|close to|an estimated|estimated at|~)\s*(?:the\s*)?$",
    re.IGNORECASE,
)
_IN_THOUSANDS = re.compile(
    r"\(?(?:(?:amounts|dollars|\$|u\.s\.|us|all|figures|except|in|of)[ ,]*)*in (thousands|millions|billions)"
    r"|\$ ?(?:000'?s|mm)\b|\(000'?s",
    re.IGNORECASE,
)
_PERCENTS = re.compile(r"%|percent|per cent|proportion|part of", re.IGNORECASE)
_LOOSE_WORDS = Fraction(1, 20)


def scale_of(text: str) -> int:
    """In what amounts are told below words such as "in thousands"; one where nothing says so.

    >>> scale_of("(Dollars in thousands)"), scale_of("in the thousands of cases")
    (1000, 1)
    """
    found = _IN_THOUSANDS.search(text)
    return SCALES[(found[1] or "thousands").lower().rstrip("s")] if found else 1


def read(item: Found, before: str, heads: str) -> Reading:
    """A number with what its place says of it: `before` the words in front of it, `heads` those over its column.

    >>> from lexdocs.notation.find import find
    >>> text = "about $27.4 million"
    >>> found = read(find(text)[0], "about ", "")
    >>> found.value, found.step, found.loose
    (Fraction(27400000, 1), Fraction(100000, 1), True)
    """
    value = item.value
    if isinstance(value, bool) or not isinstance(value, int | Fraction):
        return Reading(None)
    bracketed = item.text.startswith("(")
    # "Thirty Dollars ($30)" stands in brackets, and is less than nothing only in a column of amounts.
    amount = abs(Fraction(value)) if bracketed else Fraction(value)
    loose = _APPROXIMATE.search(before) is not None
    share = item.kind is Kind.NUMBER and bool(heads) and _PERCENTS.search(heads) is not None
    step = step_of(item, loose)
    scale = _IN_THOUSANDS.search(heads) if heads and item.kind in (Kind.MONEY, Kind.NUMBER) else None
    if scale and step is not None:
        by = SCALES[(scale[1] or "thousands").lower().rstrip("s")]
        return Reading(amount * by, step * by, loose, bracketed=bracketed)
    return Reading(amount, step, loose, share, bracketed)


def step_of(item: Found, loose: bool) -> Fraction | None:
    """In what steps a number is told: by its last digit, or by its last that is not nought where it is told loosely.

    Nothing where the form says all of the value, as a fraction and a count in words do.
    """
    if item.kind in (Kind.FRACTION, Kind.COUNT, Kind.ORDINAL):
        if not loose:
            return None
        value = abs(Fraction(item.value)) if isinstance(item.value, int | Fraction) else Fraction(1)
        return _LOOSE_WORDS if value < 1 else _last_place(value)
    text = item.text.replace("\u00a0", " ")
    if re.search(r"/|[\u00bc-\u00be\u2044\u2150-\u215e]|basis|\bbps?\b", text):
        return None
    digits = re.search(r"[0-9,]*\.([0-9]+)|[0-9][0-9,]*", text)
    if digits is None:
        return None
    step = Fraction(1, 10 ** len(digits[1] or ""))
    scale = re.search(r"(thousand|million|billion|trillion|mm|bn|m)\b", text[digits.end() :], re.IGNORECASE)
    by = SCALES.get(scale[1].lower(), SCALES["billion" if scale[1].lower() == "bn" else "million"]) if scale else 1
    if item.kind is Kind.PERCENTAGE:
        step /= 100
    if loose and digits[1] is None:
        whole = Fraction(digits[0].replace(",", ""))
        step *= _last_place(whole) if whole else 1
    return step * by


def _last_place(value: Fraction) -> Fraction:
    """The place of the last digit that is not nought: 150,000 is told in ten thousands."""
    whole, place = int(value), 1
    while whole and whole % 10 == 0:
        whole, place = whole // 10, place * 10
    return Fraction(place)
