"""How those who trade bonds name a rate, an issue and a price: the 12 3/4s · the 4.7s of 2021 · 41 cents on the dollar.

A bond's rate or year in the plural stands for the bond. No document of ours says so; others' articles and notes do.
"""

from __future__ import annotations

import re
from fractions import Fraction

from lexdocs.notation.grammar import GAP, HYPHEN, MIXED, Form, Kind, Said, Start
from lexdocs.notation.numbers import read_printed
from lexdocs.notation.words import BELOW_100, read_count_words

_HUNDRED = 100
_RATES = range(1, 40)  # percent: no bond is called by a rate beyond them
_DECADE = 10


def read_plural(said: str) -> Said | None:
    """A rate with a fraction, or a year; None for a decade, and for what is neither.

    >>> read_plural("12 3/4s"), read_plural("1990s"), read_plural("7s")
    (Said(value=Fraction(51, 400), currency='', fault='', kind=None), None, None)
    """
    if re.fullmatch(f"{_YEAR}s", said):
        year = int(said[:-1])
        return Said(year, kind=Kind.NUMBER) if year % _DECADE else None
    rate = read_printed(said.removesuffix("s").removesuffix("'"))
    return Said(rate / _HUNDRED) if rate and rate.denominator > 1 and int(rate) in _RATES else None


def read_price(said: str) -> Fraction | None:
    """A price in hundredths of what is owed.

    >>> read_price("41 cents on the dollar"), read_price("forty cents on the dollar")
    (Fraction(41, 100), Fraction(2, 5))
    """
    number = re.split(rf"[ -]?{_CENTS}", said)[0]
    size = read_count_words(number) if number[0].isalpha() else read_printed(number)
    return None if size is None else Fraction(size) / _HUNDRED


_YEAR = "(?:19|20)[0-9]{2}"
_NO_MORE = "(?![0-9a-z])"
# "The 9s of 2021" are bonds; 9s by itself is nothing in particular.
_WHOLE_RATE = rf"[1-9][0-9]?'?s(?={GAP}(?:(?:of|due){GAP})?(?:{_YEAR}|'[0-9]{{2}}){_NO_MORE})"
_LATER_DECADE = rf"20[0-9]0s{_NO_MORE}"
_JOINED = rf"(?:,|,?{GAP}(?:and|or|to|into)|/){GAP}?(?:the{GAP})?"
_BOND_YEAR = "20[0-9][1-9]s"
# What tells a bond's year from a decade: a rate before it, or another bond's year beside it.
_BONDS = rf"(?:(?:%|per ?cent|[0-9]'?s){GAP}(?:of{GAP})?|{_BOND_YEAR}{_JOINED})"
_CENTS = r"(?:cents?|pence|¢) ?"
PLURAL = rf"'?s{_NO_MORE}"
"""What makes a number a bond's name."""
PRICE = (
    rf"(?:{GAP}|{HYPHEN})?(?:cents?|pence|¢){GAP}(?:on|of|in|to){GAP}(?:the|each|every|a){GAP}"
    rf"(?:(?:u\.s\.{GAP})?dollar|euro|pound)(?![a-z])"
)
"""What makes a number a price in hundredths."""
RANGE = rf"(?=(?:{HYPHEN}|–|{GAP}(?:to|or){GAP}){MIXED}{PRICE})"
"""What makes it one together with the price behind it: 81 to 84 cents on the dollar."""
FORMS = (
    Form(Kind.PERCENTAGE, Start.DIGIT, _WHOLE_RATE, lambda said, _original: Fraction(int(said.rstrip("'s")), _HUNDRED)),
    Form(Kind.NUMBER, Start.DIGIT, _LATER_DECADE, lambda said, _original: int(said[:-1]), _BONDS),
    Form(
        Kind.NUMBER,
        Start.DIGIT,
        rf"{_LATER_DECADE}(?={_JOINED}{_BOND_YEAR}{_NO_MORE})",
        lambda said, _original: int(said[:-1]),
    ),
    Form(Kind.PERCENTAGE, Start.WORD, BELOW_100 + PRICE, lambda said, _original: read_price(said)),
)
