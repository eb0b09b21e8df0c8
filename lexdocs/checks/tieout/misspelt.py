"""Names of a deal that a text spells otherwise, or of which one word is another."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lexdocs.checks.tieout.names import SHORTENED, SUFFIXES, Called, Name, Names, Word, is_capital, is_same
from lexdocs.checks.tieout.spelling import SHORT, distance, near

_KINDS_OF_NOTES = frozenset(
    "senior junior subordinated secured unsecured notes note bonds debentures securities convertible exchangeable "
    "guaranteed increasing fixed floating".split()
)
_NOUNS = frozenset("notes note bonds debentures securities".split())
_SEVERAL = 3  # words


def near_names(text: str, words: Sequence[Word], held: list[int], known: Names) -> Iterator[Called]:
    """Names of which one word is spelled otherwise, or is another."""
    for at, (word, _, _) in enumerate(words):
        for name, place in known.by_word.get(word, ()):
            first, count = at - place, len(name.words)
            if count < 2 or first < 0 or first + count > len(words) or max(held[first : first + count]) >= count:
                continue
            window = words[first : first + count]
            odd = [n for n in range(count) if not is_same(window[n][0], name.words[n])]
            if len(odd) != 1 or not _slip(text, window, name, odd[0]):
                continue
            start, end = window[0][1], window[-1][2]
            held[first : first + count] = [count] * count
            yield Called(
                start, end, name, f"“{' '.join(text[start:end].split())}” stands where “{name.written}” belongs"
            )
            break


def names_with_a_word_less(text: str, words: Sequence[Word], held: list[int], known: Names) -> Iterator[Called]:
    """Names of notes of which one word is left out, or stands there twice: Senior Notes for Senior Secured Notes."""
    said = [word for word, _, _ in words]
    for at, (word, start, _) in enumerate(words):
        for name in known.by_first.get(word, ()):
            count = len(name.words)
            for length in (count - 1, count + 1):
                window = tuple(said[at : at + length])
                if count <= _SEVERAL or len(window) < length or max(held[at : at + length]) >= min(count, length):
                    continue
                longer, shorter = (name.words, window) if length < count else (window, name.words)
                odd = _left_out(longer, shorter)
                bare = length < count and odd in _NOUNS  # 6 5/8% due 2041 is short for its Debentures
                if odd in _KINDS_OF_NOTES and not bare and is_capital(text, start):
                    end = words[at + length - 1][2]
                    held[at : at + length] = [count] * length
                    whole = " ".join(text[start:end].split())
                    yield Called(start, end, name, f"“{whole}” stands where “{name.written}” belongs")


def _left_out(longer: Sequence[str], shorter: Sequence[str]) -> str:
    """The one word, not the first nor the last, that is in one run of words and not in the other; nothing otherwise."""
    place = next((n for n, pair in enumerate(zip(longer, shorter, strict=False)) if pair[0] != pair[1]), 0)
    return longer[place] if place > 0 and tuple(longer[place + 1 :]) == tuple(shorter[place:]) else ""


def _slip(text: str, window: Sequence[Word], name: Name, odd: int) -> bool:
    """Whether the one word that differs is a slip of the pen, another form of the company, or another kind of note."""
    said, start, _ = window[odd]
    meant = name.words[odd]
    if any(char.isdigit() for char in said + meant):
        # A title of which another number is right is that title: its rate or its year is a slip.
        others = [word for n, word in enumerate(name.words) if n != odd and any(char.isdigit() for char in word)]
        parts = re.split(r"[\s/]", said)
        same = meant in parts or said in meant.split()  # the year of a date that is said whole
        return name.title and bool(others) and any(char.isdigit() for char in said) and not same
    if name.capitals[odd] and not is_capital(text, start):
        return False
    if said in SUFFIXES and meant in SUFFIXES:
        return len(name.words) > 2 or odd == len(name.words) - 1
    if said in _KINDS_OF_NOTES and meant in _KINDS_OF_NOTES and len(name.words) > _SEVERAL:
        return True
    if meant.startswith(said) and text[start + len(said) : start + len(said) + 1] == ".":
        return False  # an abbreviation with its period
    return any(near(said, each) for each in (meant, meant.removesuffix("s"), SHORTENED.get(meant, meant)))


def near_single_names(
    text: str, words: Sequence[Word], held: list[int], known: Names, seldom: frozenset[str]
) -> Iterator[Called]:
    """Names of one word that are spelled otherwise: a word in capitals that the file has only once."""
    shouting = text.isupper()
    for at, (word, start, end) in enumerate(words):
        if held[at] or word not in seldom or word in known.by_word or not is_capital(text, start) or word.isdigit():
            continue
        for name in known.singles:
            meant = name.words[0]
            acronym = name.written.isupper()
            if word.removesuffix("s") == meant:
                continue  # several of what is called so
            if acronym and (shouting or not text[start:end].isupper() or len(meant) < SHORT):
                continue
            if (len(meant) > SHORT or acronym) and distance(word, meant, 1) == 1 and word[:1] == meant[:1]:
                yield Called(start, end, name, f"“{text[start:end]}” stands where “{name.written}” belongs")
                break
