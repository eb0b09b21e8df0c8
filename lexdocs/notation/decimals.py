"""Digits: exact numbers to and from decimals, with US grouping of thousands.

Babel could group digits too; `f"{n:,}"` gives the same digits for the one locale that these documents
have, exactly, at a fraction of the time, and needs nothing loaded. A test holds the two side by side.
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

INTEGER = r"(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)"
DECIMAL = rf"(?:{INTEGER}(?:\.[0-9]+)?|\.[0-9]+)"


def exact(value: object) -> Fraction:
    """A number as a fraction; a binary float or anything that is no number is refused.

    >>> exact(Decimal("2.5"))
    Fraction(5, 2)
    """
    if isinstance(value, bool) or not isinstance(value, int | Fraction | Decimal):
        raise TypeError(f"{value!r} is not an exact number")
    return Fraction(value)


def scaled(value: Fraction, places: int) -> int:
    """The value in units of its last printed place, rounded half up (away from zero).

    >>> scaled(Fraction("2.345"), 2), scaled(Fraction("-2.345"), 2), scaled(Fraction(1250), -3)
    (235, -235, 1)
    """
    top, bottom = value.numerator, value.denominator
    if places >= 0:
        top *= 10**places
    else:
        bottom *= 10**-places
    size = (2 * abs(top) + bottom) // (2 * bottom)
    return -size if top < 0 else size


def fixed(value: Fraction, places: int, *, group: bool = True) -> str:
    """The size of a number to a number of decimals, rounded half up; the sign is left to the caller.

    >>> fixed(Fraction("1250.005"), 2), fixed(Fraction(1250), 0, group=False)
    ('1,250.01', '1250')
    """
    digits = str(abs(scaled(value, places))).rjust(places + 1, "0")
    whole, decimals = (digits[:-places], digits[-places:]) if places else (digits, "")
    shown = f"{int(whole):,}" if group else whole
    return f"{shown}.{decimals}" if places else shown


def places_needed(value: Fraction) -> int | None:
    """How many decimals print the value exactly, or None for a value that never ends.

    >>> places_needed(Fraction("2.345")), places_needed(Fraction(1, 3))
    (3, None)
    """
    return _places(value.denominator)


@lru_cache(maxsize=1024)
def _places(denominator: int) -> int | None:
    twos = fives = 0
    rest = denominator
    while rest % 2 == 0:
        rest, twos = rest // 2, twos + 1
    while rest % 5 == 0:
        rest, fives = rest // 5, fives + 1
    return max(twos, fives) if rest == 1 else None


def read_decimal(digits: str) -> Fraction:
    """The number that digits matching `DECIMAL` say."""
    bare = digits.replace(",", "")
    return Fraction(int(bare) if bare.isdigit() else bare)
