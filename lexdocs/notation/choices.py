"""Terms that are one of a few words: roundings, yes and no."""

from __future__ import annotations

from lexdocs.errors import nearest
from lexdocs.notation.error import NotationError, quoted
from lexdocs.notation.typography import USUAL, Manner, hold, plain
from lexdocs.notation.units import Rounding, Value


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
