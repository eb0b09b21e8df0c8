"""Columns of figures as texts: what `write` prints on paper, from formatters that are compiled once.

A formatter knows no style. It takes from the locale's patterns what may stand around a number, and asks `write` for the
rest: how many places a style prints, and what follows the whole part for each remainder. Then it is held against
`write` over many samples; where the two differ, or nothing could be learned, `write` itself prints.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from typing import Any

from lexdocs.notation.decimals import places_needed
from lexdocs.notation.error import NotationError
from lexdocs.notation.forms import STYLES, Medium, write
from lexdocs.notation.languages import ENGLISH
from lexdocs.notation.patterns import Pattern, patterns
from lexdocs.notation.units import Unit, Value

Formatter = Callable[[Sequence[int]], list[str]]

_REMEMBERED = 4_096  # texts that `write` gave; more would let memory grow with the register
_MOST_TAILS = 10_000  # remainders, of four decimals
_GROUP = 1_000
_DIGITS = "".join(str(each % 10) for each in range(1, 31))


@lru_cache(maxsize=256)
def formatter(unit: Unit, style: str | None, bottom: int, language: str = ENGLISH) -> Formatter:
    """Prints columns of whole numbers over `bottom` as `write` prints these values on paper in a language.

    Amounts, counts, numbers and percentages whose places do not depend on their size are compiled; all others are
    written one by one, and remembered for a while. Raises `NotationError` for a style that the unit lacks, and what
    `write` raises for a value that has no such form.

    >>> formatter(Unit.MONEY, "accounting", 100)([123_456_789, 5, 0, -125_000])
    ['1,234,567.89', '0.05', '—', '(1,250.00)']
    >>> formatter(Unit.PERCENTAGE, "two_places", 1_000_000)([123_456, 999_999])
    ['12.35%', '100.00%']
    """
    if bottom < 1:
        raise ValueError(f"{bottom} cannot stand below the line: give a whole number from 1 on")
    if style is not None and style not in STYLES[unit]:
        write(Fraction(0), unit, style=style)  # says which styles there are
    for pattern in patterns(language):
        with suppress(NotationError, TypeError, _Unlike):
            made = _scaling(_learn(unit, style, bottom, pattern, language))
            _hold(made, unit, style, bottom, language)
            return made
    return _written_one_by_one(unit, style, bottom, language)


def texts(unit: Unit, style: str | None, language: str = ENGLISH) -> Texts:
    """Prints columns of values as they are, such as dates, texts and flags; the same text is written once for a while.

    >>> texts(Unit.FLAG, None)([True, False])
    ['yes', 'no']
    """
    return Texts(unit, style, language)


class Texts:
    """Prints the values of a unit in a style. Where `written` is given, it says how each value was typed."""

    def __init__(self, unit: Unit, style: str | None, language: str = ENGLISH) -> None:
        def one(value: Value, written: str | None = None) -> str:
            return write(value, unit, style=style, written=written, medium=Medium.PAPER, language=language)

        # A type of its own for each value: 1 is a number, and the True that equals it a flag.
        self._one = lru_cache(_REMEMBERED, typed=True)(one)
        self._same = _kept_as_typed(unit, style) if unit is Unit.TEXT else None

    def __call__(self, values: Sequence[Any], written: Sequence[str | None] | None = None) -> list[str]:
        """The text of each value. Raises what `write` raises."""
        if written is None:
            if self._same is not None and set(map(type, values)) == {str}:
                same, one = self._same, self._one
                if same("\n".join(values)):  # one look at all of them
                    return list(values)
                return [value if same(value) else one(value) for value in values]
            return list(map(self._one, values))
        return [self._one(value, typed) for value, typed in zip(values, written, strict=True)]


class _Unlike(Exception):  # noqa: N818  not an error: `write` prints instead
    """A style prints otherwise than a pattern would."""


@dataclass(frozen=True)
class _Learned:
    """How a style prints: in steps of its last place, of which `one` make a whole.

    `tails` follow the whole part, and `tails_below` that of a number below nothing, to the end of what is printed. A
    number is `above / below` times as many steps. `nil` is how nothing prints, and `zero` what rounds to nothing.
    """

    pattern: Pattern
    above: int
    below: int
    tails: tuple[str, ...]
    tails_below: tuple[str, ...]
    nil: str
    zero: str


def _learn(unit: Unit, style: str | None, bottom: int, pattern: Pattern, language: str) -> _Learned:
    """What `write` shows of a style, if it goes by a pattern at all. Raises `_Unlike` where it does not."""

    def said(value: Fraction) -> str:
        return write(value / pattern.times, unit, style=style, medium=Medium.PAPER, language=language)

    places = _places(said, places_needed(Fraction(pattern.times, bottom)), pattern)
    one, step = 10 ** max(places, 0), Fraction(10) ** -places
    if one > _MOST_TAILS:
        raise _Unlike
    tails: tuple[list[str], list[str]] = ([], [])
    for below, sign in enumerate((1, -1)):
        head = f"{pattern.before[below]}1"
        for rest in range(one):
            text = said(sign * (one + rest) * step)
            if not text.startswith(head):
                raise _Unlike
            tails[below].append(text[len(head) :])
    scale = Fraction(pattern.times, bottom) / step
    # With one step to each number nothing is ever rounded, so that nothing else prints as nothing does.
    zero = said(Fraction(0)) if scale.denominator == 1 else said(step / 1_000)
    return _Learned(
        pattern, scale.numerator, scale.denominator, tuple(tails[0]), tuple(tails[1]), said(Fraction(0)), zero
    )


def _places(said: Callable[[Fraction], str], needed: int | None, pattern: Pattern) -> int:
    """How many decimals a style prints of numbers that need so many; below nothing, whole digits that it leaves out."""
    try:
        decimals = sum(map(str.isdigit, said(Fraction(10, 3)).partition(pattern.point)[2]))
    except NotationError:  # it does not round
        if needed is None:
            raise
        return needed
    if decimals:
        return decimals if needed is None else min(decimals, needed)
    digits = "".join(filter(str.isdigit, said(Fraction(int("1" * 12)))))
    return len(digits.rstrip("0")) - len(digits)


def _scaling(learned: _Learned) -> Formatter:
    """Prints numbers: brings them to the steps that are printed, half of one up."""
    printed, above, below, nil = _printing(learned), learned.above, learned.below, learned.nil
    if above == below == 1:
        return printed
    if below == 1:
        return lambda numbers: printed([number * above for number in numbers])
    twice, whole = 2 * above, 2 * below

    def rounded(numbers: Sequence[int]) -> list[str]:
        steps = [
            (number * twice + below) // whole if number >= 0 else -((below - number * twice) // whole)
            for number in numbers
        ]
        column = printed(steps)
        if nil != learned.zero and 0 in numbers:
            return [text if number else nil for text, number in zip(column, numbers, strict=True)]
        return column

    return rounded


def _printing(learned: _Learned) -> Formatter:
    """Prints steps. Up to a thousand millions each group of digits is looked up, for that is quickest."""
    pattern, ends, zero = learned.pattern, learned.tails, learned.zero
    signed = ends, learned.tails_below
    grouping = pattern.separator
    heads = [f"{pattern.before[0]}{number}" for number in range(_GROUP)]
    groups = [f"{grouping}{number:03}" for number in range(_GROUP)]
    one = len(ends)
    thousand, million, milliard = one * _GROUP, one * _GROUP**2, one * _GROUP**3

    def other(steps: int) -> str:
        if not steps:
            return zero
        size, below = abs(steps), steps < 0
        whole, rest = divmod(size, one)
        digits = f"{whole:,}".replace(",", grouping)
        return f"{pattern.before[below]}{digits}{signed[below][rest]}"

    def printed(numbers: Sequence[int]) -> list[str]:
        return [
            f"{heads[steps // thousand]}{groups[steps // one % 1000]}{ends[steps % one]}"
            if thousand <= steps < million
            else f"{heads[steps // one]}{ends[steps % one]}"
            if 0 < steps < thousand
            else f"{heads[steps // million]}{groups[steps // thousand % 1000]}{groups[steps // one % 1000]}"
            f"{ends[steps % one]}"
            if million <= steps < milliard
            else other(steps)
            for steps in numbers
        ]

    return printed


def _hold(made: Formatter, unit: Unit, style: str | None, bottom: int, language: str) -> None:
    """Hold a formatter against `write`: numbers of every length, of both signs, and at every turn of a rounding."""
    sizes = {0, 1, 2, 5, 2**63, int(_DIGITS), bottom - 1, bottom, bottom + 1}
    for length in range(1, 14):
        power = 10**length
        sizes |= {power - 1, power, power + 1, power // 2, int(_DIGITS[:length]), int("9876543210123"[:length])}
    for turn in (Fraction(1, 2000), Fraction(1, 200), Fraction(1, 20), Fraction(1, 2), Fraction(500)):
        for odd in (1, 3, 15, 199, 1999):
            at = turn * odd * bottom // 1
            sizes |= {at - 1, at, at + 1, at // 100, at // 100 + 1}
    samples = [sign * size for size in sorted(sizes) for sign in (1, -1)]
    printed = made(samples)
    for number, text in zip(samples, printed, strict=True):
        if text != write(Fraction(number, bottom), unit, style=style, medium=Medium.PAPER, language=language):
            raise _Unlike


def _written_one_by_one(unit: Unit, style: str | None, bottom: int, language: str) -> Formatter:
    @lru_cache(_REMEMBERED)
    def one(number: int) -> str:
        return write(Fraction(number, bottom), unit, style=style, medium=Medium.PAPER, language=language)

    return lambda numbers: list(map(one, numbers))


@lru_cache(maxsize=8)
def _kept_as_typed(unit: Unit, style: str | None) -> Callable[[str], re.Match[str] | None] | None:
    """Tells texts of which each sign is printed as it was typed; nothing where no sign is sure to be.

    A sign is, if it stays the same wherever it stands: alone, at either end of a word, and between letters.
    """
    kept = []
    for char in map(chr, range(0x20, 0x7F)):
        tries = (f"a{char}b", f"a {char}b", f"a{char} b", f"a {char} b", f"1{char}2", f"a{char}{char}b")
        with suppress(NotationError):
            if all(write(each, unit, style=style, medium=Medium.PAPER) == each for each in tries):
                kept.append(char)
    letters = "".join(map(re.escape, kept))
    return re.compile(f"[{letters}\n]*").fullmatch if kept else None
