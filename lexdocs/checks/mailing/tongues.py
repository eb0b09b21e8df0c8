"""Amounts of statements in other languages, as English ones have them: so one reader reads all of them."""

from __future__ import annotations

import re
from collections.abc import Callable

Reader = Callable[[str], str]


def _german(found: re.Match[str]) -> str:
    return f"{'$' if found[1] else ''}{found[2].replace('.', ',')}{f'.{found[3]}' if found[3] else ''}"


def _french(found: re.Match[str]) -> str:
    return f"{'$' if found[3] else ''}{_GROUPS.sub(',', found[1])}{f'.{found[2]}' if found[2] else ''}"


_GROUPS = re.compile("[\u202f\u00a0]")
_AMOUNTS: dict[str, tuple[re.Pattern[str], Callable[[re.Match[str]], str]]] = {
    "de": (
        re.compile(r"(US-\$[\u00a0 ])?(?<![0-9.,])([0-9]{1,3}(?:\.[0-9]{3})+|[0-9]+)(?:,([0-9]+))?(?![0-9])"),
        _german,
    ),
    "fr": (
        re.compile("(?<![0-9,])([0-9]{1,3}(?:[\u202f\u00a0][0-9]{3})+|[0-9]+)(?:,([0-9]+))?([\u00a0 ]\\$US)?(?![0-9])"),
        _french,
    ),
}


def reader_of(language: str) -> Reader:
    r"""What gives a text of a language with its amounts in English notation; of Spanish ones it is the same.

    >>> reader_of("de")("US-$ 1.250,50 – (0,71)"), reader_of("fr")("1\u202f250,50\u00a0$US")
    ('$1,250.50 – (0.71)', '$1,250.50')
    """
    if language not in _AMOUNTS:
        return as_it_stands
    pattern, said = _AMOUNTS[language]
    return lambda text: pattern.sub(said, text)


def as_it_stands(text: str) -> str:
    """The text."""
    return text
