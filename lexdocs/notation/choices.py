"""Terms that are one of a few words: roundings, day counts, yes and no."""

from __future__ import annotations

import re

from lexdocs.errors import nearest
from lexdocs.notation.error import NotationError, quoted
from lexdocs.notation.grammar import NO_MORE, Form, Kind, Start
from lexdocs.notation.typography import USUAL, Manner, hold, plain
from lexdocs.notation.units import Rounding, Value

# The names of the ISDA Definitions and of ICMA's rule; what they count is no matter of notation.
DAY_COUNT_NAMES = ("30/360", "30E/360", "30E/360 ISDA", "Act/360", "Act/365F", "Act/Act ICMA", "Act/Act ISDA")
_LOWER = {name.lower(): name for name in DAY_COUNT_NAMES}


def _choose(text: str, choices: tuple[str, ...], noun: str) -> str:
    said = plain(text)
    if said in choices:
        return said
    near = nearest(said.lower(), [choice.lower() for choice in choices])
    meant = next((choice for choice in choices if choice.lower() == near), None)
    remedy = f'did you mean "{meant}"?' if meant else f"write {', '.join(choices[:-1])} or {choices[-1]}"
    raise NotationError(f"{quoted(text)} is not {noun}", remedy)


def parse_rounding(text: str) -> Rounding:
    """A direction of rounding.

    >>> parse_rounding("half up").name
    'HALF_UP'
    """
    return Rounding(_choose(text, tuple(Rounding), "a rounding"))


def parse_day_count(text: str) -> str:
    """The name of a day count.

    >>> parse_day_count("30/360")
    '30/360'
    """
    return _choose(text, DAY_COUNT_NAMES, "a day count")


def parse_flag(text: str) -> bool:
    """Yes or no.

    >>> parse_flag("yes")
    True
    """
    return _choose(text, ("yes", "no"), "yes or no") == "yes"


def write_choice(value: Value, manner: Manner = USUAL) -> str:
    """The word of a choice; a flag is yes or no.

    >>> write_choice(True), write_choice(Rounding.HALF_UP)
    ('yes', 'half up')
    """
    if isinstance(value, bool):
        return "yes" if value else "no"
    if not isinstance(value, str):
        raise TypeError(f"{value!r} is not a choice of words")
    return hold(str(value), manner.medium)


_NAMES = "|".join(re.escape(name) for name in sorted(_LOWER, key=len, reverse=True)).replace(r"\ ", "[ ]")
_DIGIT_NAMES = "|".join(name for name in _NAMES.split("|") if name[0].isdigit())
_LETTER_NAMES = "|".join(name for name in _NAMES.split("|") if not name[0].isdigit())
FORMS = tuple(
    Form(Kind.DAY_COUNT, start, rf"(?:{names}){NO_MORE}", lambda said, _original: _LOWER[said])
    for start, names in ((Start.DIGIT, _DIGIT_NAMES), (Start.LETTER, _LETTER_NAMES))
)
