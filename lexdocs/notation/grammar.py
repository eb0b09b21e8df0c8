"""What the families of forms share: kinds, finds, and the white space that a wrapped text brings."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from lexdocs.notation.typography import FRACTION_SIGNS, LOWERED, RAISED
from lexdocs.notation.units import TimeOfDay, Unit, Value


class Kind(StrEnum):
    """What a figure in a running text looks like; a text does not say what it means."""

    MONEY = "money"
    PERCENTAGE = "percentage"  # a rate of interest looks the same
    NUMBER = "number"
    COUNT = "count"  # in words, two and up, or zero
    ORDINAL = "ordinal"  # first, 21st
    FRACTION = "fraction"  # in words
    DATE = "date"
    DAY = "day"
    MONTH = "month"  # of a year: September 2012, which is the date of its first day
    MOMENT = "moment"
    TIME = "time"  # a moment without its date
    CUSIP = "cusip"
    ISIN = "isin"
    TELEPHONE = "telephone"
    DAY_COUNT = "day count"
    OTHER = "other"  # a citation, a label, or digits that make no sense


Meaning: TypeAlias = Value | TimeOfDay


@dataclass(frozen=True)
class Found:
    """A figure in a text: `text` is the slice from `start` to `end`, `value` what it says.

    `currency` is the ISO code of an amount of money, empty where the text gives no sign of one. `fault` says
    what is irregular in the way it is written, although what it says is clear.
    """

    start: int
    end: int
    kind: Kind
    text: str
    value: Meaning
    currency: str = ""
    fault: str = ""


@dataclass(frozen=True)
class Said:
    """What a form says where there is more to it than its value; `kind` where it is not the form's own."""

    value: Meaning
    currency: str = ""
    fault: str = ""
    kind: Kind | None = None


# As which kinds a printed value of each unit is found again, over all of its styles.
KINDS: Mapping[Unit, frozenset[Kind]] = {
    Unit.MONEY: frozenset({Kind.MONEY, Kind.NUMBER}),
    Unit.RATE: frozenset({Kind.PERCENTAGE}),
    Unit.PERCENTAGE: frozenset({Kind.PERCENTAGE}),
    Unit.NUMBER: frozenset({Kind.NUMBER}),
    Unit.COUNT: frozenset({Kind.NUMBER, Kind.COUNT, Kind.ORDINAL}),
    Unit.FRACTION: frozenset({Kind.FRACTION, Kind.NUMBER}),
    Unit.DATE: frozenset({Kind.DATE, Kind.DAY}),
    Unit.DAY: frozenset({Kind.DAY}),
    Unit.MOMENT: frozenset({Kind.MOMENT, Kind.TIME, Kind.DATE}),
    Unit.TEXT: frozenset(),
    Unit.TITLE: frozenset(),
    Unit.FLAG: frozenset(),
    Unit.CUSIP: frozenset({Kind.CUSIP, Kind.NUMBER}),
    Unit.TELEPHONE: frozenset({Kind.TELEPHONE}),
    Unit.ROUNDING: frozenset(),
    Unit.DAY_COUNT: frozenset({Kind.DAY_COUNT}),
}


class Start(StrEnum):
    """How a form begins: the scanner tries only the forms that can begin where it stands."""

    DIGIT = "digit"
    WORD = "word"  # a number in words
    MONTH = "month"  # the name of a month or of a day of the week
    LETTER = "letter"
    SIGN = "sign"  # anything else: a currency sign, a bracket, a minus, a plus


# What a form says, from its plain lower-case text and its text as it stands; None when it says nothing.
Reader = Callable[[str, str], Meaning | Said | None]


@dataclass(frozen=True)
class Form:
    """One written form as the scanner looks for it, in a text already lower-case and plain.

    `behind` is what must stand right before it, where it is told by that alone.
    """

    kind: Kind
    start: Start
    pattern: str
    read: Reader
    behind: str = ""


# White space inside a form: a wrapped line may break it, a paragraph's end may not.
GAP = r"(?: {1,3}(?:\n *)?|\n *)"
HYPHEN = r"-(?:\n *)?"
# Digits, letters and joined digits may not follow a number: it would be part of something longer.
NO_MORE = r"(?![0-9a-z]|[.,/:][0-9])"

_SIGNED = rf"(?:[{FRACTION_SIGNS}]|[{RAISED}]+/[{LOWERED}]+)"
_DIGITS = r"[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+"
# 9 3/8, 9-3/8, 9⅜, 3/8, ⅜, 9.375, .5
MIXED = (
    rf"(?:(?:{_DIGITS})(?:(?:{GAP}|{HYPHEN})[0-9]{{1,2}}/[0-9]{{1,3}}(?![0-9/])|{GAP}?{_SIGNED})"
    rf"|[0-9]{{1,3}}/[0-9]{{1,4}}(?![0-9/])|{_SIGNED}|(?:{_DIGITS})(?:\.[0-9]+)?|\.[0-9]+)"
)
