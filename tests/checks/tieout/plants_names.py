"""Ways in which a name goes wrong: a letter out of place, missing, twice or another, or a word for a like one."""

from __future__ import annotations

import re
from random import Random

# Words that stand for one another in the names of companies, agents and notes.
ALIKE = {
    "Company": "Corporation", "Corporation": "Company", "Corp.": "Inc.", "Inc.": "Corp.", "Trust": "Bank",
    "Bank": "Trust", "Securities": "Investments", "Depository": "Depositary", "Partners": "Associates",
    "Associates": "Partners", "Fund": "Trust", "Senior": "Junior", "Junior": "Senior", "Subordinated": "Secured",
    "Secured": "Unsecured", "Debentures": "Notes", "Notes": "Bonds", "Fiduciary": "Trust", "Lines": "Line",
    "Tabulation": "Tabulating", "Services": "Service", "Income": "Growth", "Pension": "Retirement",
}  # fmt: skip
_FREE = re.compile(r"&[a-z]+;|<[^>]*>|([A-Za-z]{4,})")
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


def _letters(said: str) -> list[int]:
    """Where the letters of its longer words stand, but for the first of each."""
    return [at for word in _FREE.finditer(said) if word[1] for at in range(word.start() + 1, word.end())]


def _with(said: str, at: int, new: str, size: int = 1) -> str:
    return said[:at] + new + said[at + size :]


def letters_swapped(said: str, chance: Random) -> str | None:
    """Two letters beside one another change places.

    >>> letters_swapped("Noon", Random(1)), letters_swapped("Bank", Random(1))
    ('Nono', 'Bnak')
    """
    inner = set(_letters(said))
    places = [at for at in sorted(inner) if at + 1 in inner and said[at].lower() != said[at + 1].lower()]
    if not places:
        return None
    at = chance.choice(places)
    return _with(said, at, said[at + 1] + said[at], 2)


def letter_dropped(said: str, chance: Random) -> str | None:
    """A letter is left out.

    >>> letter_dropped("Bank", Random(1))
    'Bnk'
    """
    places = _letters(said)
    return _with(said, chance.choice(places), "") if places else None


def letter_doubled(said: str, chance: Random) -> str | None:
    """A letter is typed twice.

    >>> letter_doubled("Bank", Random(1))
    'Baank'
    """
    places = _letters(said)
    if not places:
        return None
    at = chance.choice(places)
    return _with(said, at, said[at] * 2)


def letter_replaced(said: str, chance: Random) -> str | None:
    """One letter becomes another.

    >>> letter_replaced("Bank", Random(1))
    'Btnk'
    """
    places = _letters(said)
    if not places:
        return None
    at = chance.choice(places)
    new = chance.choice(_LETTERS.replace(said[at].lower(), ""))
    return _with(said, at, new.upper() if said[at].isupper() else new)


def word_replaced(said: str, chance: Random) -> str | None:
    """A word for another that such names have: Corporation for Company.

    >>> word_replaced("Nonesuch Trust Company", Random(1))
    'Nonesuch Bank Company'
    """
    words = [match for match in re.finditer(r"[A-Za-z]+\.?", said) if _like(match[0])]
    if not words:
        return None
    match = chance.choice(words)
    return _with(said, match.start(), _like(match[0]) or "", len(match[0]))


def _like(word: str) -> str | None:
    """The word that stands for this one, in the same capitals."""
    if word.isupper():
        return next((other.upper() for each, other in ALIKE.items() if each.upper() == word), None)
    return ALIKE.get(word)
