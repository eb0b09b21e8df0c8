"""A number as its place says it: its value, in what steps it is told, whether it is rough, and whether in thousands."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from lexdocs.checks.tieout.facts import MICRO, micros
from lexdocs.notation.find import Found
from lexdocs.notation.grammar import Kind
from lexdocs.notation.numbers import SCALES

_APPROXIMATE = re.compile(
    r"(?:about|approximately|approx\.?|roughly|around|some|nearly|almost"
    r"|just (?:under|over|above|below|short of|shy of)|more than|over|in excess of|less than|under|fewer than"
    r"|circa|ca\.|close to|an estimated|estimated at|~)\s*(?:the\s*)?$",
    re.IGNORECASE,
)
_IN_THOUSANDS = re.compile(
    r"\(?(?:(?:amounts|dollars|\$|u\.s\.|us|all|figures|except|in|of)[ ,]*){0,8}in (thousands|millions|billions)"
    r"|\$ ?(?:000'?s|mm)\b|\(000'?s",
    re.IGNORECASE,
)
_PERCENTS = re.compile(r"%|\bpct\b|percent|per cent|proportion|part of", re.IGNORECASE)
_LOOSE_WORDS = Fraction(1, 20)


_PAR = re.compile(r"\W*(?:of|on) (?:the |their |its )?(?:par|face|nominal|principal amount)\b", re.IGNORECASE)
_PRICE = re.compile(r"[$\u20ac\u00a3][0-9][0-9,.]* \((?:or |i\.e\.,? )?$")
_BEFORE = 40  # letters in which an amount stands before its price in percents


def is_price(text: str, item: Found) -> bool:
    """Whether a percentage is a price: so much of par, or said so in brackets behind the amount.

    >>> from lexdocs.notation.find import find
    >>> text = "104% of par, which is 3% of the notes"
    >>> [is_price(text, item) for item in find(text)]
    [True, False]
    """
    if item.kind is not Kind.PERCENTAGE:
        return False
    return bool(_PAR.match(text, item.end) or _PRICE.search(text[max(item.start - _BEFORE, 0) : item.start]))


def without_rough_words(before: str) -> str:
    """The words before a number without those that say that it is rough: "or about" is "or"."""
    return _APPROXIMATE.sub("", before)


@dataclass(frozen=True)
class Reading:
    """A number as its place says it: its value and in what steps it is told; `loose` where words say that it is rough.

    `step` is nothing where the form is exact, as a fraction is. `share` says that a bare number stands for percents,
    `bracketed` that it stands in brackets, which may mean less than nothing, `scaled` that it is one of
    thousands by the head of its column.
    """

    value: Fraction | None
    step: Fraction | None = None
    loose: bool = False
    share: bool = False
    bracketed: bool = False
    scaled: bool = False

    def times(self, scale: int, item: Found) -> Reading | None:
        """The number as one of thousands or millions, where it is an amount that may be told so."""
        if self.scaled or self.value is None or self.step is None or item.kind not in (Kind.MONEY, Kind.NUMBER):
            return None
        return Reading(self.value * scale, self.step * scale, self.loose, bracketed=self.bracketed)

    def of(self, basis: Fraction) -> Reading:
        """A price in percents as the amount that it is for so much of principal."""
        if self.value is None:
            return self
        return Reading(self.value * basis, self.step and self.step * basis, self.loose)

    @cached_property
    def micros(self) -> int:
        """The value in whole millionths."""
        return micros(self.value or 0) or 0

    @cached_property
    def step_micros(self) -> int:
        """The step in whole millionths."""
        return int((self.step or 0) * MICRO)


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
    # "Twenty Dollars ($20)" stands in brackets, and is less than nothing only in a column of amounts.
    amount = abs(Fraction(value)) if bracketed else Fraction(value)
    loose = _APPROXIMATE.search(before) is not None
    share = item.kind is Kind.NUMBER and bool(heads) and _PERCENTS.search(heads) is not None
    step = step_of(item, loose)
    scale = _IN_THOUSANDS.search(heads) if heads and item.kind in (Kind.MONEY, Kind.NUMBER) else None
    if scale and step is not None:
        by = SCALES[(scale[1] or "thousands").lower().rstrip("s")]
        return Reading(amount * by, step * by, loose, bracketed=bracketed, scaled=True)
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
    if item.kind is Kind.PERCENTAGE and loose and not re.search("[0-9]", text):
        return Fraction(1, 100)
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


def scale_of(text: str) -> int:
    """In what amounts are told below words such as "in thousands"; one where nothing says so.

    >>> scale_of("(Dollars in thousands)"), scale_of("in the thousands of cases")
    (1000, 1)
    """
    found = _IN_THOUSANDS.search(text)
    return SCALES[(found[1] or "thousands").lower().rstrip("s")] if found else 1
