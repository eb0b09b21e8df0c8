"""Numbers in the words of other languages, as a text has them: patterns to find them by, and what they say.

A word alone that means one is an article as often; *medio* and *demi* are said of much that is no half. What is longer
than a hundred is found by its words and not read: no document of ours says it so.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from fractions import Fraction
from functools import lru_cache

from lexdocs.notation.locales.counts import count_in, ordinal_in, part_in

_READ = 200  # counts in words below it are read
_ORDINALS = 31
_FINEST = 20
_LARGE = {
    "es": r"(?:cien(?:to)?|\w+cient[oa]s|quinient[oa]s|mil|mill(?:ón|ones))",
    "fr": r"(?:cents?|mille|millions?|milliards?)",
    "de": r"(?:\w*(?<!jahr)hundert\w*|\w*tausend\w*|eine million|million(?:en)?|milliarden?)",
}
_JOINED = {"es": r"(?: y | )", "fr": r"(?:-et-| et |-| )", "de": r"(?: )"}
_GERMAN = {2: "zweier", 3: "dreier"}


def any_of(words: Iterable[str]) -> str:
    """A pattern for any of some words, the longer before those that they begin with."""
    return "(?:" + "|".join(re.escape(each) for each in sorted(set(words), key=len, reverse=True)) + ")"


@lru_cache(maxsize=8)
def counts_said(language: str) -> Mapping[str, int]:
    """Counts from two on by their words."""
    found = {count_in(language, number): number for number in range(2, _READ)}
    found |= {count_in(language, number, feminine=True): number for number in range(2, _READ)}
    if language == "es":  # before a noun
        found |= {
            said.removesuffix("uno") + "ún": number for said, number in found.items() if said.endswith("veintiuno")
        }
        found |= {said.removesuffix("o"): number for said, number in found.items() if said.endswith(" uno")}
    return found | ({said: number for number, said in _GERMAN.items()} if language == "de" else {})


@lru_cache(maxsize=8)
def ordinals_said(language: str) -> Mapping[str, int]:
    """Ordinals by their words, in every ending."""
    found: dict[str, int] = {}
    for number in range(1, _ORDINALS + 1):
        said = ordinal_in(language, number)
        if language == "es":
            # Of two words, as in "vigésimo primero", each has the ending.
            found |= {re.sub(r"o\b", ending, said): number for ending in ("o", "a", "os", "as")}
            if number in (1, 3):
                found[said.removesuffix("o")] = number
        elif language == "fr":
            found |= {said: number, said + "s": number}
        else:
            found |= {said + ending: number for ending in ("", "r", "s", "n", "m", "ns")}
    if language == "fr":
        found |= {"première": 1, "premières": 1, "second": 2, "seconde": 2, "secondes": 2, "seconds": 2}
    return found


@lru_cache(maxsize=8)
def parts_said(language: str) -> Mapping[str, Fraction]:
    """Parts of a whole by their words."""
    parts = {Fraction(above, below) for below in range(2, _FINEST + 1) for above in range(1, below)}
    found = {str(part_in(language, part)).lower(): part for part in parts}
    bare = {"es": "mitad", "fr": "moitié", "de": "hälfte"}[language]
    return found | {bare: Fraction(1, 2)}


@lru_cache(maxsize=8)
def count_pattern(language: str) -> str:
    """A pattern for counts in words, in small letters: those that are read, and longer runs of such words."""
    known, large, joined = any_of(counts_said(language)), _LARGE[language], _JOINED[language]
    return rf"\b(?:{known}|(?:une? )?{large})(?:{joined}(?:{known}|{large}|uno?|une?))*\b"
