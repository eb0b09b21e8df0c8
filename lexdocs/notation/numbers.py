"""Bare numbers: ratios such as 2.5 or 5 1/4, and counts such as 4,300."""

from __future__ import annotations

import re
from collections.abc import Mapping
from fractions import Fraction

from lexdocs.notation.decimals import DECIMAL, INTEGER, exact, fixed, places_needed, read_decimal
from lexdocs.notation.error import NotationError, quoted
from lexdocs.notation.grammar import GAP, MIXED, NO_MORE, Form, Kind, Start
from lexdocs.notation.typography import NIL, USUAL, Manner, Medium, minus, plain, set_fraction
from lexdocs.notation.units import Value
from lexdocs.notation.words import count_in_words, ordinal_in_words, read_count_words

NUMBER_EXAMPLE = "write it like 5, 5.25 or 5 1/4"
COUNT_EXAMPLE = "write it like 4,300 or four"
SCALES = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}

_FRACTION = re.compile(rf"(?:({INTEGER}) )?([0-9]+)/([0-9]+)")
_HALVES = 64  # of a thirty-second
_SMALL_PARTS = {2, 3, 4, 8, 16, 32, 64}  # what a price or a rate is quoted in


def read_mixed(said: str) -> Fraction | None:
    """The number that plain text such as `9 3/8`, `3/8` or `9.375` says, or None.

    A fraction below the line must be smaller than one: `75/8` is a slip for `7 5/8` far more often.

    >>> read_mixed("9 3/8"), read_mixed("75/8"), read_mixed("1/0")
    (Fraction(75, 8), None, None)
    """
    said = said.strip()
    if re.fullmatch(DECIMAL, said):
        return read_decimal(said)
    match = _FRACTION.fullmatch(said)
    if match is None:
        return None
    above, below = int(match[2]), int(match[3])
    if not 0 < above < below:
        return None
    return read_decimal(match[1] or "0") + Fraction(above, below)


def read_printed(said: str) -> Fraction | None:
    """The same for a text that others printed, where a hyphen may join the fraction: 9-3/8."""
    return read_mixed(said.replace("-", " "))


def write_fraction(value: Fraction, medium: Medium) -> str:
    """The size of a number as a whole number and a fraction."""
    whole, rest = divmod(abs(value), 1)
    if not rest:
        return f"{whole:,}"
    return set_fraction(f"{whole:,}" if whole else "", rest.numerator, rest.denominator, medium)


def write_as_typed(value: Fraction, written: str, medium: Medium) -> str | None:
    """The size of a number in the manner in which it was typed, or None where it does not fit that manner.

    `written` holds the figure alone, without a percent sign. A figure that no longer fits (a typed
    fraction whose value has moved to sevenths) gives None.
    """
    typed = plain(written)
    if "/" in typed:
        return write_fraction(value, medium) if value.denominator in _SMALL_PARTS | {1} else None
    _, _, decimals = typed.partition(".")
    places = places_needed(value)
    return None if places is None else fixed(value, max(places, len(decimals)))


def write_exactly(value: Fraction, noun: str) -> str:
    """The size of a number in the fewest decimals that say all of it; `NotationError` where none do."""
    places = places_needed(value)
    if places is None:
        raise NotationError(
            f"the {noun} {value} would print rounded", "choose a style that rounds or prints a fraction"
        )
    return fixed(value, places)


def parse_number(text: str) -> Fraction:
    """A ratio, from a decimal or a whole number and a fraction.

    >>> parse_number("5 1/4"), parse_number("2.5")
    (Fraction(21, 4), Fraction(5, 2))
    """
    value = read_mixed(plain(text))
    if value is None:
        raise NotationError(f"{quoted(text)} is not a number", NUMBER_EXAMPLE)
    return value


_PLACES: Mapping[str | None, int] = {"two_places": 2, "four_places": 4}
NUMBER_STYLES = ("fraction", "two_places", "four_places", "accounting")


def write_number(value: Value, manner: Manner = USUAL) -> str:
    """A ratio: as typed, or in the fewest decimals; styles of places round half up, `accounting` has a dash for nil.

    >>> write_number(Fraction(5, 2)), write_number(Fraction(5, 2), Manner("fraction"))
    ('2.5', '2 1/2')
    >>> write_number(Fraction(0), Manner("accounting")), write_number(Fraction(5, 2), Manner("accounting"))
    ('—', '2.5')
    """
    number = exact(value)
    if manner.style == "accounting" and not number:
        return NIL
    if manner.style == "fraction":
        size = write_fraction(number, manner.medium)
    elif manner.style in _PLACES:
        size = fixed(number, _PLACES[manner.style])
    else:
        typed = write_as_typed(number, manner.written, manner.medium) if manner.written else None
        size = typed or write_exactly(number, "number")
    # What rounds to nothing has no sign; on paper a fraction alone, such as ½, is a figure without digits.
    negative = number < 0 and any(char.isnumeric() and char != "0" for char in size)
    return f"{minus(manner.medium) if negative else ''}{size}"


def parse_count(text: str) -> int:
    """How many, from digits or words.

    >>> parse_count("4,300"), parse_count("twenty-one")
    (4300, 21)
    """
    said = plain(text)
    if re.fullmatch(INTEGER, said):
        return int(said.replace(",", ""))
    count = 0 if said.lower() == "zero" else read_count_words(said.lower())
    if count is not None:
        return count
    what = f"{quoted(text)} is not a count"
    if re.fullmatch(r"[0-9,]+", said):
        what = f"{quoted(text)} groups its thousands wrongly"
    elif re.fullmatch(DECIMAL, said) or read_mixed(said) is not None:
        what = f"{quoted(text)} is not a whole number"
    raise NotationError(what, COUNT_EXAMPLE)


COUNT_STYLES = ("words", "words_feminine", "plain", "ordinal", "accounting")


def write_count(value: Value, manner: Manner = USUAL) -> str:
    """How many: in grouped digits, digits alone (`plain`), words, or as an ordinal in words.

    `accounting` has a dash for nil. It keeps the minus: a small count in brackets reads as the mark of a note.

    >>> write_count(4300), write_count(4300, Manner("plain")), write_count(21, Manner("words"))
    ('4,300', '4300', 'twenty-one')
    >>> write_count(0, Manner("accounting")), write_count(-2, Manner("accounting"))
    ('—', '-2')
    """
    number = exact(value)
    if number.denominator != 1:
        raise NotationError(f"{number} is not a count", "round it first: only whole things are counted")
    count = int(number)
    if manner.style in ("words", "words_feminine"):  # English has one form for both
        return count_in_words(count)
    if manner.style == "ordinal":
        return ordinal_in_words(count)
    if manner.style == "accounting" and not count:
        return NIL
    digits = str(abs(count)) if manner.style == "plain" else f"{abs(count):,}"
    return f"{minus(manner.medium) if count < 0 else ''}{digits}"


def _read_number(said: str, _original: str) -> Fraction | int | None:
    negative = said[0] in "(-"
    match = re.fullmatch(r"(.+?)[ -]?(thousand|million|billion|trillion)?", said.strip("()").lstrip("-"))
    size = read_printed(match[1]) if match else None
    if size is None or match is None:
        return None
    value = size * SCALES.get(match[2] or "", 1) * (-1 if negative else 1)
    return int(value) if value.denominator == 1 else value


def _read_quote(said: str, _original: str) -> Fraction | None:
    """A price of a Treasury security with half a thirty-second: 95-21+ is 95 and 21.5/32."""
    whole, parts = said.rstrip("+").split("-")
    halves = 2 * int(parts) + 1
    return int(whole) + Fraction(halves, _HALVES) if halves < _HALVES else None


_SCALE = rf"(?:{GAP}|-)(?:{'|'.join(SCALES)})"
_NOT_PART = r"(?![0-9a-z]|[.,/:][0-9]|-[a-z](?![a-z]))"
# Brackets make a number negative only where it cannot be the number of a list's item or a year.
_BRACKETED = r"\((?:[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|[0-9]+\.[0-9]{2,6})\)"
FORMS = (
    # Without its plus it could be a range, or the number of a file.
    Form(Kind.NUMBER, Start.DIGIT, r"[0-9]{2,3}-[0-3][0-9]\+(?![0-9a-z])", _read_quote),
    Form(Kind.NUMBER, Start.DIGIT, rf"{MIXED}(?:{_SCALE})?{_NOT_PART}", _read_number),
    # A fraction that makes no sense leaves its whole number to be found alone.
    Form(Kind.NUMBER, Start.DIGIT, rf"{DECIMAL}{_NOT_PART}", _read_number),
    Form(Kind.NUMBER, Start.SIGN, rf"{_BRACKETED}|(?<![^ \n(])-{MIXED}(?:{_SCALE})?{NO_MORE}(?!-)", _read_number),
)
