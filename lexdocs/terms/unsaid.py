"""What an error may say of a cell: whatever may be a holder's own text is not repeated, only how long it is.

A column may be mapped to another by mistake, so that names stand where amounts should. A cell is quoted only where its
form shows that it is an amount or a time, or nearly a word that the terms have; the file and the row are told in any
case.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from lexdocs.errors import did_you_mean
from lexdocs.notation.error import NotationError, quoted
from lexdocs.notation.units import Unit

_LONGEST = {Unit.MONEY: 24, Unit.PERCENTAGE: 24, Unit.MOMENT: 48}  # characters
_AMOUNT = (
    "trillion|billion|million|thousand|mm|mn|bn|tn|[kmbe]|u\\.s\\.|usd|us|eur|gbp|chf|percent|pct|bps|"
    "[$\u20ac\u00a3\u00a5%()+,.'/-]|[\u2212\u2013\u2014]"
)
_TIME = (
    "january|february|march|april|may|june|july|august|september|october|november|december|"
    "jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun|noon|midnight|time|on|"
    "[ap]\\.?m\\.?|utc|gmt|[ecmp][sd]?t|[tz]|new york|city|chicago|london|[:./+,-]"
)
_FORMS = {
    unit: re.compile(rf"(?:[0-9 ]|{words})*", re.IGNORECASE)
    for unit, words in ((Unit.MONEY, _AMOUNT), (Unit.PERCENTAGE, _AMOUNT), (Unit.MOMENT, _TIME))
}
_WORD = re.compile(
    "#(?:null|div/0|value|ref|name|num|n/a|getting_data|spill|calc)[!?]?|nil|none|zero|n/a|lots?|all|true|false|[^a-z]*",
    re.IGNORECASE,
).fullmatch  # what says nothing of anybody, though no digit is in it
_NO_AMOUNT = re.compile(r"[0-9] *[-\u2013/ ] *[0-9]").search  # such as a telephone number, or one for taxes
_PART = re.compile(r',? "[^"]*"')
_QUOTED = re.compile(r'^".*"', re.DOTALL)
_DIGIT = re.compile("[0-9]").search


class DiscreetError(NotationError):
    """An error that repeats of a cell no more than may be repeated."""


def cell_of(text: str) -> str:
    """A cell as an error speaks of it when it is not to be repeated.

    >>> cell_of("Secret Person"), cell_of("x" * 200_000)
    ('the cell (13 characters)', 'the cell (200,000 characters)')
    """
    return f"the cell ({len(text):,} character{'' if len(text) == 1 else 's'})"


def is_plain(text: str, unit: Unit) -> bool:
    """Whether a text is so plainly meant as a quantity of a unit that an error may quote it.

    >>> is_plain("$12.5 million", Unit.MONEY), is_plain("9,0000", Unit.MONEY), is_plain("#REF!", Unit.MONEY)
    (True, True, True)
    >>> is_plain("lots", Unit.MONEY), is_plain("April May", Unit.MOMENT), is_plain("M. Mann", Unit.MONEY)
    (True, False, False)
    >>> is_plain("Secret Person", Unit.MONEY), is_plain("123-45-6789", Unit.MONEY), is_plain("K. Mann", Unit.MOMENT)
    (False, False, False)
    """
    form = _FORMS.get(unit)
    if form is None or len(text) > _LONGEST[unit]:
        return False
    if _DIGIT(text) is None and _WORD(text):
        return text.isascii()
    if _DIGIT(text) is None or form.fullmatch(text) is None:
        return False
    return unit is Unit.MOMENT or _NO_AMOUNT(text) is None


def unsaid(error: NotationError, text: str, unit: Unit) -> NotationError:
    """An error of a cell, without the cell unless it is plainly a quantity of the unit.

    >>> unsaid(NotationError('"Secret Person" is not a time', "write one"), "Secret Person", Unit.MOMENT).what
    'the cell (13 characters) is not a time'
    """
    if isinstance(error, DiscreetError) or is_plain(text, unit):
        return error
    own = quoted(text)
    # The notation quotes the cell first, and then perhaps a part of it.
    rest = _PART.sub("", error.what[len(own) :]) if error.what.startswith(own) else _QUOTED.sub("", error.what)
    return NotationError((cell_of(text) + rest if unit is not Unit.TEXT else rest.lstrip()), error.example)


def no_such(text: str, known: Iterable[str], said: str, unknown: str, otherwise: str) -> NotationError:
    """A cell that holds none of the words that are known. It is repeated where it is nearly one of them.

    >>> print(no_such("senor", ["senior"], "the terms have no series", "is no series of the terms", "write senior"))
    the terms have no series "senor"; did you mean "senior"?
    >>> print(no_such("Ann Li", ["senior"], "the terms have no series", "is no series of the terms", "write senior"))
    the cell (6 characters) is no series of the terms; write senior
    """
    meant = did_you_mean(text.lower(), known) or did_you_mean(text, known)
    if meant:
        return DiscreetError(f'{said} "{text}"', meant)
    return DiscreetError(f"{cell_of(text)} {unknown}", otherwise)


def is_number_of_row(text: str) -> bool:
    """Whether an identifier is one by which rows are found, rather than a word that may be somebody's name.

    >>> is_number_of_row("F-70"), is_number_of_row("Zebra")
    (True, False)
    """
    return _DIGIT(text) is not None
