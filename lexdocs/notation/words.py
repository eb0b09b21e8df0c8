"""Numbers in words, in US legal style: twenty-seven million · twenty-first.

num2words writes them, with its "and" and commas taken out; it does not read them, so the reading
table stands here, and a test holds the two side by side.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable
from fractions import Fraction

from lexdocs.notation.currencies import NAME, currency
from lexdocs.notation.error import NotationError
from lexdocs.notation.grammar import GAP, HYPHEN, Form, Kind, Said, Start

_LIMIT = 10**15
_ORDINAL_LIMIT = 1000

_UNITS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_TEENS = (
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
)
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
SMALL = {word: number for number, word in enumerate((*_UNITS, *_TEENS), 1)} | {
    word: 10 * number for number, word in enumerate(_TENS, 2)
}
SCALES = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
_ODD_ORDINALS = {
    "first": 1,
    "second": 2,
    "third": 3,
    "fifth": 5,
    "eighth": 8,
    "ninth": 9,
    "twelfth": 12,
}
ORDINALS = (
    _ODD_ORDINALS
    | {word + "th": number for word, number in SMALL.items() if number not in _ODD_ORDINALS.values() and number < 20}
    | {word[:-1] + "ieth": number for word, number in SMALL.items() if number >= 20}
)


def any_of(words: Iterable[str]) -> str:
    """A pattern for any of some words, the longer before those that they begin with."""
    return "(?:" + "|".join(sorted(words, key=len, reverse=True)) + ")"


END = r"(?![a-z])"
_JOIN = rf"(?:{HYPHEN}|{GAP})"
UNIT, TEEN, _TEN = any_of(_UNITS), any_of(_TEENS), any_of(_TENS)
BELOW_100 = rf"(?:{_TEN}(?:{_JOIN}{UNIT})?|{TEEN}|{UNIT}){END}"
_SCALE = any_of(SCALES)
# "and" joins within one number (one hundred and twenty), not two of them (two hundred and three hundred).
_AND = rf"and{GAP}(?!{BELOW_100}{GAP}(?:hundred|{_SCALE}){END})"
# From one to nine hundred ninety-nine.
BELOW_1000 = rf"{BELOW_100}(?:{_JOIN}hundred{END}(?:{GAP}(?:{_AND})?{BELOW_100})?)?"
_SCALED = rf"{BELOW_1000}{_JOIN}{_SCALE}{END}"
_LONG = rf"{_SCALED}(?:,?{GAP}{_SCALED})*(?:{GAP}{BELOW_1000}(?!{_JOIN}{_SCALE}{END}))?"
_LARGE = any_of(["hundred", *SCALES])
_SHORT = rf"(?:{BELOW_1000}(?:{_JOIN}{_SCALE}{END})?|(?:a{GAP})?{_LARGE}{END})"
_HUNDREDS = rf"{BELOW_100}{_JOIN}hundred{GAP}(?:and{GAP})?"
_FIRST_TO_NINTH = any_of(word for word, number in ORDINALS.items() if number < 10)
_FROM_TENTH = any_of(word for word, number in ORDINALS.items() if number >= 10)
_ORDINAL_WORDS = (
    rf"(?:{_HUNDREDS})?(?:(?:{_TEN}{_JOIN})?{_FIRST_TO_NINTH}|{_FROM_TENTH}){END}"
    rf"|(?:{BELOW_100}{_JOIN})?(?:hundred|thousand|million)th{END}"
)
# What any number in words begins with, for the scanner to look at first: by its letter, which is soon seen.
_LETTERS = "".join(sorted({word[0] for word in ("a", "hundred", *SMALL, *ORDINALS, *SCALES)}))
FIRST_WORD = rf"(?=[{_LETTERS}])(?:{any_of([*SMALL, *ORDINALS])}{END}|{_LARGE}(?:th)?{END}|a{GAP}{_LARGE}{END})"


def read_count_words(said: str) -> int | None:
    """The count that lower-case plain words say, or None.

    >>> read_count_words("four hundred thousand twenty-one"), read_count_words("four twenty")
    (400021, None)
    """
    # The expression is compiled when it is first used: a verb that reads no words need not wait for it.
    return add_words(said) if re.fullmatch(f"{_LONG}|{_SHORT}", said) and _falling(said) else None


def _falling(said: str) -> bool:
    """Whether the scales go down, as in one number, rather than up, as from one number to the next."""
    scales = [SCALES[word] for word in re.findall(r"[a-z]+", said) if word in SCALES]
    return all(later < earlier for earlier, later in itertools.pairwise(scales))


def add_words(said: str) -> int:
    """The number that words for a count add up to; nought for no words."""
    total = group = 0
    for word in re.findall(r"[a-z]+", said):
        if word in SCALES:
            total, group = total + (group or 1) * SCALES[word], 0
        elif word == "hundred":
            group = (group or 1) * 100
        else:
            group += SMALL.get(word, 0)
    return total + group


def _read_ordinal(said: str, _original: str) -> int | None:
    *before, last = re.findall(r"[a-z]+", said)
    if last in ORDINALS:
        return add_words(" ".join(before)) + ORDINALS[last]
    return add_words(" ".join([*before, last.removesuffix("th")]))


def count_in_words(count: int) -> str:
    """A count in words, without "and".

    >>> count_in_words(1250)
    'one thousand two hundred fifty'
    """
    return _num2words(count, "cardinal")


def ordinal_in_words(count: int) -> str:
    """The ordinal of a count in words.

    >>> ordinal_in_words(120)
    'one hundred twentieth'
    """
    if not 0 < count < _ORDINAL_LIMIT:
        raise NotationError(f"{count:,} has no ordinal in words here", "print it in digits")
    return _num2words(count, "ordinal")


def _num2words(count: int, to: str) -> str:
    if not 0 <= count < _LIMIT:
        raise NotationError(f"{count:,} has no form in words here", "print it in digits")
    # Imported here: it loads every language that it knows.
    import num2words  # type: ignore[import-untyped]  # it has no types

    words: str = num2words.num2words(count, lang="en", to=to)
    return words.replace(" and ", " ").replace(",", "")


def _read_count(said: str, _original: str) -> int | Said | None:
    match = _MONEY.fullmatch(said)
    count = add_words(match[1] if match else said)
    # "One" alone is an article as often as a number.
    if count < 2 or not _falling(said):
        return None
    return Said(Fraction(count), currency(match[2]), kind=Kind.MONEY) if match else count


_MONEY = re.compile(rf"(.+?) ({NAME})")
_NAMED = rf"(?:{GAP}{NAME})?"
FORMS = (
    Form(Kind.ORDINAL, Start.WORD, _ORDINAL_WORDS, _read_ordinal),
    Form(Kind.COUNT, Start.WORD, _LONG + _NAMED, _read_count),
    Form(Kind.COUNT, Start.WORD, _SHORT + _NAMED, _read_count),
    Form(Kind.ORDINAL, Start.DIGIT, rf"[0-9]{{1,4}}(?:st|nd|rd|th){END}", lambda said, _original: int(said[:-2])),
)
