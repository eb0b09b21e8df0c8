"""What words are about: the many ways in which documents of this field say the same thing, as one concept each.

A text says "closes at", the rules say "expiration": both are the concept `expire`. Words that stand in no row are
concepts of their own, by their stem.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from lexdocs.checks.tieout.vocabulary import IDLE, PHRASES, WORDS

_WORD = re.compile(r"[A-Za-z][A-Za-z'\u2019]*(?:-[A-Za-z]+)*")


@dataclass(frozen=True)
class Token:
    """A word or a phrase of a text: from where to where it stands, and the concepts that it means."""

    start: int
    end: int
    concepts: tuple[str, ...]


def stem(word: str) -> str:
    """A word without what its forms differ in; rough, and the same for a rule's sentence and for a text.

    >>> stem("notes"), stem("tendering"), stem("companies")
    ('note', 'tender', 'company')
    """
    said = word.lower().replace("\u2019", "'").removesuffix("'s").strip("'")
    for ending, instead in (
        ("ies", "y"),
        ("sses", "ss"),
        ("ing", ""),
        ("edly", ""),
        ("ed", ""),
        ("es", "e"),
        ("s", ""),
    ):
        if said.endswith(ending) and len(said) - len(ending) > 2 and not (ending == "s" and said.endswith("ss")):
            return said[: len(said) - len(ending)] + instead
    return said


def _table() -> Mapping[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for concept, words in WORDS.items():
        for word in words.split():
            found[word] = (*found.get(word, ()), concept)
    return found


_CONCEPTS = _table()


@lru_cache(maxsize=1)
def _phrases() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple(
        (concept, re.compile(rf"(?<![A-Za-z])(?:{'|'.join(phrases)})(?![A-Za-z])", re.IGNORECASE))
        for concept, phrases in PHRASES.items()
    )


@lru_cache(maxsize=8192)
def meaning(word: str) -> tuple[str, ...]:
    """The concepts of one word; none for a word that says nothing by itself.

    >>> meaning("expires"), meaning("closes"), meaning("the"), meaning("rubber")
    (('expire',), ('expire',), (), ('rubber',))
    """
    said = word.lower().replace("\u2019", "'").removesuffix("'s")
    if said in _CONCEPTS:
        return _CONCEPTS[said]
    if said in IDLE:
        return ()
    if "-" in said:
        return tuple(dict.fromkeys(each for part in said.split("-") for each in meaning(part)))
    return (stem(said),)


def tokens(text: str) -> Iterator[Token]:
    """The words and phrases of a text that mean something, phrases first."""
    for concept, pattern in _phrases():
        for match in pattern.finditer(text):
            yield Token(match.start(), match.end(), (concept,))
    for match in _WORD.finditer(text):
        concepts = meaning(match[0])
        if concepts:
            yield Token(match.start(), match.end(), concepts)


@lru_cache(maxsize=8192)
def concepts(text: str) -> Mapping[str, int]:
    """How often a text means each concept.

    >>> sorted(concepts("Time at which the offer expires"))
    ['expire', 'offer', 'time']
    """
    found: dict[str, int] = {}
    for token in tokens(text):
        for each in token.concepts:
            found[each] = found.get(each, 0) + 1
    return found
