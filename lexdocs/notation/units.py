"""What kind of quantity a value is, and the Python value that carries it."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import Annotated


class Unit(StrEnum):
    """A kind of quantity; it decides how a value is written, parsed and found."""

    MONEY = "money"  # dollars and parts of a dollar
    RATE = "rate"  # interest a year: 0.12 for 12%
    PERCENTAGE = "percentage"  # a share of a whole: 0.12 for 12%
    NUMBER = "number"  # a bare ratio, such as shares for each unit of principal
    COUNT = "count"  # things counted: notes, shares, holders, days
    FRACTION = "fraction"  # a part said in words: one-half
    DATE = "date"
    DAY = "day"  # a day of each year: June 15
    MOMENT = "moment"  # a date and a time of day, in a named place's time
    TEXT = "text"
    TITLE = "title"  # a text composed of other figures; its rates print as rates do
    FLAG = "flag"
    CUSIP = "cusip"
    TELEPHONE = "telephone"
    ROUNDING = "rounding"
    DAY_COUNT = "day_count"


@dataclass(frozen=True, order=True)
class Day:
    """A day of each year: June 15 is `Day(6, 15)`."""

    month: int
    day: int

    def in_year(self, year: int) -> datetime.date:
        """The date of this day in a year; February 29 becomes the 28th where there is none."""
        try:
            return datetime.date(year, self.month, self.day)
        except ValueError:
            return datetime.date(year, self.month, 28)


@dataclass(frozen=True)
class Moment:
    """A time of day on a date, in the time of a named place.

    `hour` runs from 0 to 24: 12 midnight on a date is the end of that date, hour 24 of it, which
    is how offers use the words; 11:59 p.m. is a minute earlier.
    """

    date: datetime.date
    hour: int
    minute: int
    place: str  # "New York City"


@dataclass(frozen=True)
class TimeOfDay:
    """A time of day without its date, as a text may say it; the hours are those of `Moment`."""

    hour: int
    minute: int
    place: str | None = None


class Rounding(StrEnum):
    """A direction of rounding; the quantum (a cent, a dollar, one warrant) is said beside it."""

    UP = "up"
    DOWN = "down"
    HALF_UP = "half up"
    HALF_EVEN = "half even"


SCALES = {
    Unit.MONEY: 100, Unit.RATE: 10**6, Unit.PERCENTAGE: 10**6, Unit.NUMBER: 10**6, Unit.FRACTION: 10**6, Unit.COUNT: 1,
}  # fmt: skip
"""The whole numbers in which amounts of a long listing are worked with: cents, parts of a million, things."""

Value = Fraction | Decimal | int | datetime.date | Day | Moment | str | bool | Rounding

Money = Annotated[Fraction, Unit.MONEY]
Rate = Annotated[Fraction, Unit.RATE]
Percentage = Annotated[Fraction, Unit.PERCENTAGE]
Number = Annotated[Fraction, Unit.NUMBER]
Count = Annotated[int, Unit.COUNT]
Part = Annotated[Fraction, Unit.FRACTION]
Date = Annotated[datetime.date, Unit.DATE]
YearDay = Annotated[Day, Unit.DAY]
Time = Annotated[Moment, Unit.MOMENT]
Text = Annotated[str, Unit.TEXT]
Title = Annotated[str, Unit.TITLE]
Flag = Annotated[bool, Unit.FLAG]
Cusip = Annotated[str, Unit.CUSIP]
Telephone = Annotated[str, Unit.TELEPHONE]
RoundingRule = Annotated[Rounding, Unit.ROUNDING]
DayCountName = Annotated[str, Unit.DAY_COUNT]
