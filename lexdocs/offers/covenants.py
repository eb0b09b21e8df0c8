"""How the covenants of the new notes compare with those of the old ones, as far as the words of the terms tell it."""

from __future__ import annotations

import itertools
import re

from lexdocs.figures.rule import rule
from lexdocs.notation.units import Flag, Text

_STRICT = ("restrictive", "protective", "stringent", "demanding", "extensive", "onerous", "rigorous")
_LOOSE = ("lenient", "permissive", "flexible", "relaxed", "liberal", "limited")
_STRICTER = ("stricter", "tighter", "broader", "stronger", "wider", "fuller")
_LOOSER = ("looser", "weaker", "narrower", "lighter", "softer", "fewer")


@rule()
def new_covenants_are_stricter(new_covenants: Text) -> Flag:
    """Whether the terms say that the covenants of the new notes restrict the company more than those of the old notes.

    >>> [new_covenants_are_stricter(each) for each in ("more restrictive", "tighter", "less restrictive", "other")]
    [True, True, False, False]
    """
    return _compares(new_covenants, _STRICT, _LOOSE, _STRICTER)


@rule()
def new_covenants_are_looser(new_covenants: Text) -> Flag:
    """Whether the terms say that the covenants of the new notes restrict the company less than those of the old notes.

    >>> [new_covenants_are_looser(each) for each in ("less restrictive", "more lenient", "not less restrictive")]
    [True, True, False]
    """
    return _compares(new_covenants, _LOOSE, _STRICT, _LOOSER)


def _compares(said: str, more: tuple[str, ...], less: tuple[str, ...], plainly: tuple[str, ...]) -> bool:
    """Whether words say one thing: more of it, less of its contrary, or a comparative of its own; not if denied."""
    words = re.findall(r"[a-z]+", said.lower())
    pairs = set(itertools.pairwise(words))
    if {"not", "no", "neither", "nor"} & set(words):
        return False
    return bool(
        {("more", each) for each in more} & pairs
        or {("less", each) for each in less} & pairs
        or set(plainly) & set(words)
    )
