"""Free texts, and titles that are composed of other figures."""

from __future__ import annotations

import re
import unicodedata

from lexdocs.notation.error import NotationError, quoted
from lexdocs.notation.rates import parse_rate, write_rate
from lexdocs.notation.typography import NO_BREAK, USUAL, Manner, Medium
from lexdocs.notation.units import Value

EXAMPLE = "write it in printing characters only"
STYLES = ("upper", "capital")
# Private use: the template engine's markers live there. Format characters of the bidirectional kind
# make a text read otherwise than it is stored.
_REFUSED = {"Cc", "Co", "Cs", "Cn"}
_TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")

BLANK = re.compile("[\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\ufe00-\ufe0f\uffa0]")
"""Letters and marks that print nothing: fillers of Hangul, joiners, the blank of Braille, selectors of variants."""

_MIXED_RATE = re.compile(r"(?<![0-9/,.])[0-9]{1,3} [0-9]{1,2}/[0-9]{1,3}%")
_MONTH_DAY = re.compile(
    r"\b(January|February|March|April|May|June|July|August|September|October|November|December) (?=[0-9])"
)
_DUE = re.compile(r"\b(due) (?=[0-9]{4}\b)")


def parse_text(text: str) -> str:
    """A text as typed, without white space around it; control and private-use characters are refused.

    >>> parse_text(" Senior Notes ")
    'Senior Notes'
    """
    said = text.strip()
    if not said:
        raise NotationError("the text is empty", "write at least one word, or leave the term out")
    for char in said:
        if char != "\n" and (char in _TURNING or unicodedata.category(char) in _REFUSED):
            what = f"{quoted(text)} holds the character U+{ord(char):04X}, which does not print"
            raise NotationError(what, EXAMPLE)
    return said


def write_text(value: Value, manner: Manner = USUAL) -> str:
    """A text as it is, in capitals, or with a capital first letter.

    >>> write_text("senior notes", Manner("capital")), write_text("senior notes", Manner("upper"))
    ('Senior notes', 'SENIOR NOTES')
    """
    if not isinstance(value, str):
        raise TypeError(f"{value!r} is not a text")
    if manner.style == "upper":
        return value.upper()
    return value[:1].upper() + value[1:] if manner.style == "capital" else value


def write_title(value: Value, manner: Manner = USUAL) -> str:
    r"""A title; on paper its rates and dates are set as rates and dates are, and the year stays with `due`.

    >>> write_title("9 3/8% Senior Notes due March 15, 2012", Manner(medium=Medium.PAPER))
    '9⅜% Senior Notes due March\xa015, 2012'
    >>> write_title("9% Notes due 2012", Manner(medium=Medium.PAPER))
    '9% Notes due\xa02012'
    """
    title = write_text(value, manner)
    if manner.medium is Medium.PLAIN:
        return title
    set_rates = _MIXED_RATE.sub(lambda match: _set_rate(match[0]), title)
    return _DUE.sub(rf"\1{NO_BREAK}", _MONTH_DAY.sub(rf"\1{NO_BREAK}", set_rates))


def _set_rate(said: str) -> str:
    try:
        return write_rate(parse_rate(said), Manner("fraction", medium=Medium.PAPER))
    except NotationError:
        return said
