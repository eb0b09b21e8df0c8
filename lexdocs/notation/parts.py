"""Parts of a whole in words: one-half · two-fifths · three-quarters."""

from __future__ import annotations

import re
from fractions import Fraction

from lexdocs.notation.decimals import exact
from lexdocs.notation.error import NotationError, quoted
from lexdocs.notation.grammar import GAP, HYPHEN, Form, Kind, Start
from lexdocs.notation.typography import USUAL, Manner, plain
from lexdocs.notation.units import Value
from lexdocs.notation.words import BELOW_100, END, ORDINALS, SMALL, TEEN, UNIT, add_words, any_of

EXAMPLE = "write it like two-fifths or 2/5"
_FINEST = 20  # finer parts are easier to read in digits

PARTS = {"half": 2, "halves": 2, "quarter": 4, "quarters": 4} | {
    form: number for word, number in ORDINALS.items() if 3 <= number <= _FINEST for form in (word, word + "s")
}
_PART = any_of(PARTS)
_PLURAL = any_of(word for word in PARTS if word.endswith("s"))
# Without a hyphen "two thirds", "one quarter" and "one third of" are fractions: "one third party" is not.
FRACTION_WORDS = (
    rf"(?:{BELOW_100}{GAP}and{GAP})?(?:{TEEN}|{UNIT})"
    rf"(?:{HYPHEN}{_PART}{END}|{GAP}(?:{_PLURAL}{END}|(?:half|quarter){END}|{_PART}(?={GAP}of{END})))"
)
_ALONE = rf"{FRACTION_WORDS}|(?:{TEEN}|{UNIT}) {_PART}"


def read_fraction_words(said: str) -> Fraction | None:
    """The fraction that lower-case plain words say, or None.

    >>> read_fraction_words("two-thirds"), read_fraction_words("two and one-half"), read_fraction_words("thirds")
    (Fraction(2, 3), Fraction(5, 2), None)
    """
    if not re.fullmatch(_ALONE, said):
        return None
    before, _, part = said.rpartition(" and ")
    above, below = re.findall(r"[a-z]+", part)
    return add_words(before) + Fraction(SMALL[above], PARTS[below])


def parse_fraction(text: str) -> Fraction:
    """A part of a whole, from words or digits; `all` is the whole.

    >>> parse_fraction("two-fifths"), parse_fraction("2/5")
    (Fraction(2, 5), Fraction(2, 5))
    """
    said = plain(text).lower()
    match = re.fullmatch(r"([0-9]+)/([0-9]+)", said)
    if match and int(match[2]) == 0:
        raise NotationError(f"{quoted(text)} divides by zero", EXAMPLE)
    value = Fraction(int(match[1]), int(match[2])) if match else read_fraction_words(said)
    if said in ("all", "none"):
        value = Fraction(said == "all")
    if value is None:
        raise NotationError(f"{quoted(text)} is not a fraction", EXAMPLE)
    if value > 1:
        raise NotationError(f"{quoted(text)} is more than the whole", EXAMPLE)
    return value


STYLES = ("words", "digits")


def write_fraction_words(value: Value, manner: Manner = USUAL) -> str:
    """A part of a whole in words, as far as twentieths; finer ones in digits.

    >>> write_fraction_words(Fraction(2, 3)), write_fraction_words(Fraction(7, 25))
    ('two-thirds', '7/25')
    """
    part = exact(value)
    if not 0 <= part <= 1:
        raise NotationError(f"{part} is not a part of a whole", "a fraction lies between none and all")
    if part in (0, 1):
        return "all" if part else "none"
    if manner.style == "digits" or part.denominator > _FINEST:
        return f"{part.numerator}/{part.denominator}"
    wanted = "half" if part == Fraction(1, 2) else "quarter" if part.denominator == 4 else None
    below = wanted or next(word for word, number in ORDINALS.items() if number == part.denominator)
    above = next(word for word, number in SMALL.items() if number == part.numerator)
    return f"{above}-{below}" + ("s" if part.numerator > 1 else "")


FORMS = (Form(Kind.FRACTION, Start.WORD, FRACTION_WORDS, lambda said, _original: read_fraction_words(said)),)
