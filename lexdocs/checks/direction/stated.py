"""A value as a text states it, beside the exact one: what the other checks of this folder look at."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from lexdocs.errors import Where
from lexdocs.figures.figure import Figure
from lexdocs.notation.find import find
from lexdocs.notation.grammar import Found, Kind

AMOUNTS = frozenset({Kind.MONEY, Kind.NUMBER, Kind.COUNT})
_NUMBERS = AMOUNTS | {Kind.PERCENTAGE, Kind.FRACTION}
_SCALES = tuple(Fraction(scale) for scale in (1, Fraction(1, 100), 10**3, 10**6, 10**9))
_BESIDE = re.compile(r"[\s()*\u2020\u2021$€£%\u2212-]*(?:\([0-9a-z*]{1,2}\))?[\s()*\u2020\u2021]*")
_NIL = re.compile(r"\$?\s*[-\u2013\u2014]+")
_PLACES = re.compile(r"[0-9][0-9,]*(?:\.([0-9]+))?")
_SCALED = re.compile(r"[0-9]\s*-?(thousand|million|billion|trillion|mm|bn|m)\b", re.IGNORECASE)
_SIZES = {"thousand": 10**3, "billion": 10**9, "bn": 10**9, "trillion": 10**12}


@dataclass(frozen=True)
class Stated:
    """One printed value: `printed` is what its form says, `exact` what the figure is.

    `before` and `after` are the words of its block around it, `heads` those that head its row and its columns with
    the caption of its table; `tabled` says that it stands in one. `step` is what its last digit counts.
    """

    where: Where
    place: str
    text: str
    kind: Kind
    printed: Fraction
    exact: Fraction
    figure: Figure
    before: str = ""
    after: str = ""
    row_head: str = ""
    heads: str = ""
    tabled: bool = False

    @property
    def step(self) -> Fraction:
        """What the last digit of the printed form counts."""
        return step_of(self.text, self.kind)

    @property
    def named(self) -> str:
        """The figure's address and the printed form, for a report."""
        return f"{self.figure.address}, printed as “{self.text}”"


def exact_of(figure: Figure) -> Fraction | None:
    """The exact value of a figure that is a quantity."""
    value = figure.value
    return Fraction(value) if isinstance(value, int | Fraction | Decimal) and not isinstance(value, bool) else None


def one_number(text: str) -> Found | None:
    """The number that a text says and nothing else, as a cell of a table does; a dash is none.

    >>> one_number("$ 1,250.00 (1)").value, one_number("12 holders")
    (Fraction(1250, 1), None)
    """
    if _NIL.fullmatch(text.strip()):
        return Found(0, len(text), Kind.NUMBER, text, Fraction(0))
    found = [each for each in find(text) if each.kind in _NUMBERS]
    if not found or not isinstance(found[0].value, int | Fraction):
        return None
    first = found[0]
    alone = _BESIDE.fullmatch(text[: first.start]) and _BESIDE.fullmatch(text[first.end :])
    return first if alone else None


def printed_value(found: Found, exact: Fraction | None = None) -> Fraction | None:
    """What a number says; beside an exact value it may be told in percents, thousands or millions."""
    if found.kind not in _NUMBERS or not isinstance(found.value, int | Fraction):
        return None
    value = Fraction(found.value)
    if exact is None or not exact or value == exact:
        return value
    if value == -exact:
        return exact  # "ten dollars ($10)" owes nobody anything
    return min((value * scale for scale in _SCALES), key=lambda each: abs(each - exact))


def step_of(text: str, kind: Kind) -> Fraction:
    """What the last printed digit counts; nought where a form says all of its value, as words and fractions do.

    >>> step_of("$27.4 million", Kind.MONEY), step_of("62.5%", Kind.PERCENTAGE), step_of("one-half", Kind.FRACTION)
    (Fraction(100000, 1), Fraction(1, 1000), Fraction(0, 1))
    """
    digits = _PLACES.search(text)
    if digits is None or kind is Kind.FRACTION:
        return Fraction(0)
    scaled = _SCALED.search(text)
    size = _SIZES.get(scaled[1].lower(), 10**6) if scaled else 1
    return Fraction(size, 10 ** len(digits[1] or "")) / (100 if kind is Kind.PERCENTAGE else 1)
