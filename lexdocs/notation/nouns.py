"""A number before its noun, as messages and reports say it."""

from __future__ import annotations


def plural(number: int, noun: str) -> str:
    """A number of things.

    >>> plural(1, "place"), plural(2_000, "place")
    ('1 place', '2,000 places')
    """
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
