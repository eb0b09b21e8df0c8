"""Rates of interest and percentages: 8% · 8.125% · 9 3/8% · 9⅜%. Values are shares: 0.08 for 8%.

Forms that only others write are in `spoken`.
"""

from __future__ import annotations

import re
from fractions import Fraction

from lexdocs.notation.decimals import exact, fixed
from lexdocs.notation.error import NotationError, quoted
from lexdocs.notation.grammar import GAP, HYPHEN, MIXED, Form, Kind, Said, Start
from lexdocs.notation.numbers import read_mixed, read_printed, write_as_typed, write_exactly, write_fraction
from lexdocs.notation.parts import FRACTION_WORDS, read_fraction_words
from lexdocs.notation.spoken import PLURAL, PRICE, RANGE, read_plural, read_price
from lexdocs.notation.typography import USUAL, Manner, minus, plain
from lexdocs.notation.units import Value
from lexdocs.notation.words import BELOW_1000, read_count_words

RATE_EXAMPLE = "write it like 8%, 8.125% or 9 3/8%"
PERCENTAGE_EXAMPLE = "write it like 60%, 62.5% or 62 1/2%"
_BINARY = {2, 4, 8, 16, 32}
_HUNDRED = 100


def parse_rate(text: str) -> Fraction:
    """A rate of interest a year, as a share of the principal.

    >>> parse_rate("9 3/8%")
    Fraction(3, 32)
    """
    return _parse(text, "rate", RATE_EXAMPLE)


def parse_percentage(text: str) -> Fraction:
    """A share of a whole.

    >>> parse_percentage("62.5%")
    Fraction(5, 8)
    """
    return _parse(text, "percentage", PERCENTAGE_EXAMPLE)


def _parse(text: str, noun: str, example: str) -> Fraction:
    said = plain(text)
    number = said.removesuffix("%").rstrip()
    mixed = read_mixed(number)
    if said.endswith("%") and mixed is not None:
        return mixed / _HUNDRED
    what = f"{quoted(text)} is not a {noun}"
    if mixed is not None:
        # A spreadsheet stores a percentage as the share that it is of one.
        meant = write_exactly(mixed * _HUNDRED, noun) if re.fullmatch(r"0?\.[0-9]+", said) else said
        what, example = f"{quoted(text)} has no percent sign", f"write it like {meant}%"
    elif re.fullmatch(r"(?:[0-9]+ )?[0-9]+/0+", number):
        what += ": nothing is divided by zero"
    elif re.fullmatch(r"(?:[0-9]+ )?[0-9]+/[0-9]+", number):
        what += ": its fraction is not smaller than one"
    elif re.fullmatch(r"[0-9.,]+", number) and said.endswith("%"):
        what += ": it has more than one decimal point, or a comma out of place"
    raise NotationError(what, example)


RATE_STYLES = ("fraction", "decimal", "coupon", "yield")
_COUPON_PLACES = 2
_YIELD_PLACES = 3


def write_rate(value: Value, manner: Manner = USUAL) -> str:
    """A rate: as typed, or else in halves to thirty-seconds as a fraction and in the fewest decimals.

    The style `coupon` prints it as the title of notes does: no decimals, or two of them and more. The style `yield`
    prints three decimals and more, as yields in the market are read.

    >>> write_rate(Fraction("0.09375")), write_rate(Fraction("0.09375"), Manner("decimal"))
    ('9 3/8%', '9.375%')
    >>> [write_rate(Fraction(each), Manner("coupon")) for each in ("0.084", "0.05375", "0.06", "0.07123")]
    ['8.40%', '5 3/8%', '6%', '7.123%']
    >>> [write_rate(Fraction(each), Manner("yield")) for each in ("0.025", "0.02412", "0.024125")]
    ['2.500%', '2.412%', '2.4125%']
    """
    rate = exact(value) * _HUNDRED
    typed = None if manner.style not in {None, "coupon"} else _as_typed(rate, manner)
    if manner.style == "coupon":
        size = _as_coupon(rate, typed, manner)
    elif manner.style == "yield":
        size = _least_places(rate, write_exactly(rate, "rate"), _YIELD_PLACES)
    elif typed:
        size = typed
    elif manner.style == "fraction" or (manner.style is None and rate.denominator in _BINARY):
        size = write_fraction(rate, manner.medium)
    else:
        size = write_exactly(rate, "rate")
    return f"{minus(manner.medium) if rate < 0 else ''}{size}%"


def _as_coupon(rate: Fraction, typed: str | None, manner: Manner) -> str:
    """As typed, or else as a fraction or a whole number; decimals are two at least."""
    size = typed or (write_fraction(rate, manner.medium) if rate.denominator in _BINARY | {1} else "")
    size = size or write_exactly(rate, "rate")
    return _least_places(rate, size, _COUPON_PLACES) if "." in size else size


def _least_places(rate: Fraction, size: str, places: int) -> str:
    """What is written of a rate in decimals, with so many of them at least."""
    return fixed(rate, places) if len(size.partition(".")[2]) < places else size


def _as_typed(share: Fraction, manner: Manner) -> str | None:
    return write_as_typed(share, manner.written.replace("%", ""), manner.medium) if manner.written else None


_PLACES = {"whole": 0, "one_place": 1, "two_places": 2, "four_places": 4}
PERCENTAGE_STYLES = tuple(_PLACES)


def write_percentage(value: Value, manner: Manner = USUAL) -> str:
    """A percentage: as typed, or else in the fewest decimals; the styles round half up.

    >>> write_percentage(Fraction("0.625")), write_percentage(Fraction(1, 3), Manner("two_places"))
    ('62.5%', '33.33%')
    """
    share = exact(value) * _HUNDRED
    if manner.style is not None:
        size = fixed(share, _PLACES[manner.style])
    else:
        size = _as_typed(share, manner) or write_exactly(share, "percentage")
    negative = share < 0 and any(digit in size for digit in "123456789")
    return f"{minus(manner.medium) if negative else ''}{size}%"


def _read(said: str, _original: str) -> Fraction | Said | None:
    """A percentage, a part of one percent, basis points, a bond's name or a price, by how it ends.

    >>> _read("9 3/8%", ""), _read("1/4 of 1%", ""), _read("75 bps", ""), _read("41 cents on the dollar", "")
    (Fraction(3, 32), Fraction(1, 400), Fraction(3, 400), Fraction(41, 100))
    """
    if _PART.search(said):
        return _read_part(said, "")
    if _POINTS_SAID.search(said):
        return _read_points(said, "")
    if not _SIGN_SAID.search(said):
        return read_plural(said) if said.endswith("s") else read_price(said)
    number = _SIGN_SAID.sub("", said).strip()
    size = read_printed(number.lstrip("-"))
    return None if size is None else size * (-1 if number.startswith("-") else 1) / _HUNDRED


def _read_points(said: str, _original: str) -> Fraction | None:
    """Basis points, hundredths of a percent, in digits or words."""
    number = _POINTS_SAID.sub("", said)
    size = _in_words(number) if number[0].isalpha() else read_printed(number)
    return None if size is None else size / _HUNDRED**2


def _read_part(said: str, _original: str) -> Fraction | None:
    """A part of one percent: 1/4 of 1%."""
    number, _, _ = said.rpartition(" of ")
    size = read_fraction_words(number) if number[0].isalpha() else read_printed(number)
    return None if size is None else size / _HUNDRED


def _read_words(said: str, _original: str) -> Fraction | None:
    size = _in_words(re.sub(r"[ -]per ?cent$", "", said))
    return None if size is None else size / _HUNDRED


def _in_words(number: str) -> Fraction | None:
    fraction = read_fraction_words(number)
    if fraction is not None:
        return fraction
    count = read_count_words(number)
    return None if count is None else Fraction(count)


_PART = re.compile(r" of (?:1|one) ?(?:%|per)")
_SIGN_SAID = re.compile(r"[ -]?(?:%|per ?cent|pct)$")
_POINTS_SAID = re.compile(r"[ -]?(?:basis[ -]points?|bps?)$")
_CENT = rf"per{GAP}?cent(?![a-z])"
_SIGN = rf"(?:{GAP}?%|(?:{GAP}|{HYPHEN})(?:{_CENT}|pct(?![a-z])))"
_POINTS = rf"(?:{GAP}|{HYPHEN})basis(?:{GAP}|{HYPHEN})points?(?![a-z])"
_OF_ONE = rf"{GAP}of{GAP}(?:1{GAP}?%|(?:1|one){GAP}{_CENT})"
_WORDS = rf"(?:{FRACTION_WORDS}|{BELOW_1000})"
FORMS = (
    # One form for all that a number in digits may end in: the number itself is read over once.
    Form(
        Kind.PERCENTAGE,
        Start.DIGIT,
        rf"{MIXED}(?:{_SIGN}|{_POINTS}|{GAP}?bps?(?![0-9a-z])|{_OF_ONE}|{PLURAL}|{PRICE}|{RANGE})",
        _read,
    ),
    Form(Kind.PERCENTAGE, Start.SIGN, rf"(?<![^ \n(])-{MIXED}{_SIGN}", _read),
    Form(Kind.PERCENTAGE, Start.WORD, rf"{_WORDS}(?:{GAP}|{HYPHEN}){_CENT}", _read_words),
    Form(Kind.PERCENTAGE, Start.WORD, _WORDS + _POINTS, _read_points),
    Form(Kind.PERCENTAGE, Start.WORD, FRACTION_WORDS + _OF_ONE, _read_part),
)
