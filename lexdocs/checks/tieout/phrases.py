"""The turns of phrase that call for figures."""

from __future__ import annotations

from collections.abc import Sequence

from lexdocs.checks.tieout import phrases_of_amounts, phrases_of_dates
from lexdocs.notation.grammar import Kind

_PHRASES = (*phrases_of_dates.PHRASES, *phrases_of_amounts.PHRASES)


def wanted(kind: Kind, before: str, after: str) -> Sequence[str]:
    """The names of the figures that can stand between some words, by the first phrase that they make."""
    return next((phrase.names for phrase in _PHRASES if phrase.fits(kind, before, after)), ())
