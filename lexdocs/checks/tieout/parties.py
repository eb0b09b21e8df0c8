"""Names in a text: those of the deal, rightly spelled, in another order, or nearly."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from lexdocs.checks.tieout.misspelt import names_with_a_word_less, near_names, near_single_names
from lexdocs.checks.tieout.names import Called, Names, Word, is_capital, is_same, words_of

_PLACE = re.compile(r",? [A-Z]")
"""What follows a word that is part of another name, or a city: there a company's name is not cut short to one word."""
_SEVERAL = 3  # words that a name must have for their order to be turned


def calls(text: str, known: Names, seldom: frozenset[str]) -> list[Called]:
    """Every name of the deal in a text, and every near miss; `seldom` are words that the file has only once."""
    words = list(words_of(text))
    held = [0] * len(words)  # of how many words the name is that takes a word
    found = [
        *_exact(text, words, held, known),
        *_turned(text, words, held, known),
        *names_with_a_word_less(text, words, held, known),
        *near_names(text, words, held, known),
    ]
    found = [each for each in found if not any(_swallows(other, each) for other in found)]
    found += near_single_names(text, words, held, known, seldom)
    return sorted(found, key=lambda each: each.start)


def _swallows(one: Called, other: Called) -> bool:
    """Whether a name is part of a longer one that stands there."""
    return (
        one is not other
        and one.start <= other.start
        and other.end <= one.end
        and len(one.name.words) > len(other.name.words)
    )


def _exact(text: str, words: Sequence[Word], held: list[int], known: Names) -> Iterator[Called]:
    """Names as the deal has them."""
    for at, (word, start, _) in enumerate(words):
        if held[at]:
            continue
        for name in known.by_first.get(word, ()):
            count = len(name.words)
            if at + count > len(words) or (name.capitals[0] and not is_capital(text, start)):
                continue
            if name.short and count == 1 and _PLACE.match(text, words[at][2]):
                continue
            if all(is_same(a[0], b) for a, b in zip(words[at : at + count], name.words, strict=True)):
                held[at : at + count] = [count] * count
                yield Called(start, words[at + count - 1][2], name)
                break


def _turned(text: str, words: Sequence[Word], held: list[int], known: Names) -> Iterator[Called]:
    """Names of three words and more whose words stand in another order."""
    for at, (word, start, _) in enumerate(words):
        for name, _place in known.by_word.get(word, ()):
            count = len(name.words)
            window = words[at : at + count]
            if (
                count < _SEVERAL
                or len(window) < count
                or max(held[at : at + count]) >= count
                or not is_capital(text, start)
            ):
                continue
            whole = text[start : window[-1][2]]
            if "(" not in whole and Counter(each[0] for each in window) == Counter(name.words):
                held[at : at + count] = [count] * count
                says = f"“{text[start : window[-1][2]]}” is “{name.written}” in another order"
                yield Called(start, window[-1][2], name, says, order=True)
                break
