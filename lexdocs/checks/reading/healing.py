"""Lines of a file joined into one: words cut at a line's end are whole again, and hyphens stay where they belong."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from itertools import pairwise

from lexdocs.checks.reading.characters import seen

_SOFT = "\u00ad"
_CUT = re.compile(r"[^\s\-\u2010\u00ad]([\-\u2010\u00ad])$")  # a hyphen at a line's end, a word before it
_GLUED = re.compile(r"(?:\S(?:--|[\u2013\u2014/])|[$\u20ac\u00a3])$")  # stands right before the next line's first word
_FIRST = re.compile(r"[^\W\d_]+")  # the letters with which the next line begins
_WORD = re.compile(r"[^\W\d_]+(?:[-\u2010][^\W\d_]+)*(?!\w|[-\u2010]\n)")
_QUOTES = "(\"'\u201c\u2018["
_TENS = frozenset("twenty thirty forty fifty sixty seventy eighty ninety".split())
_COUNTS = frozenset("one two three four five six seven eight nine".split())
_FRACTIONS = frozenset(
    """eighth eighths fifth fifths fourth fourths half halves quarter quarters sixth sixths tenth tenths third
    thirds""".split()
)
# First halves that keep their hyphen in the prose of this field, and what makes one word with them all the same.
_KEEPING = frozenset(
    """all book cash class cross debt first fixed floating full good half high large long low market mid multi non past
    publicly second self semi senior short third wholly year zero""".split()
)
_ENDINGS = frozenset(
    "able al ary ed en er ers est holder holders hood ing ish less ly ment ness ship ward wards y".split()
)
# Second halves that follow a hyphen where the first half is a word by itself.
_FOLLOWING = frozenset("backed based called date dated end entry free known lien owned party rate term".split())
# First halves that make one word with what follows although both are words.
_MERGING = frozenset("any down every for here in no not on out over some there through under up where with".split())


@dataclass(frozen=True)
class Vocabulary:
    """The words of a file that are not cut at a line's end: whole ones, and those with a hyphen."""

    whole: frozenset[str] = frozenset()
    hyphened: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Healed:
    """A text in one line, and where in it each line of the file begins: pairs of an offset and a line."""

    text: str
    lines: tuple[tuple[int, int], ...]


def vocabulary(text: str) -> Vocabulary:
    r"""The words by which the words at line ends are judged.

    >>> sorted(vocabulary("an out-of-court deal was consum-\nmated").hyphened)
    ['of-court', 'out-of', 'out-of-court']
    """
    whole: set[str] = set()
    hyphened: set[str] = set()
    for word in set(_WORD.findall(seen(text).lower().replace("\u2010", "-"))):
        parts = word.split("-")
        if len(parts) == 1:
            whole.add(word)
        else:
            hyphened |= {word, *("-".join(pair) for pair in pairwise(parts))}
    return Vocabulary(frozenset(whole), frozenset(hyphened))


def joined(lines: Iterable[tuple[str, int]], known: Vocabulary, commas: Collection[int] = ()) -> Healed:
    """Lines with their numbers made into one text; before those at the places in `commas` stands a comma.

    >>> joined([("The offer is consum-", 3), ("mated on a 12-", 4), ("3/4% basis", 5)], Vocabulary()).text
    'The offer is consummated on a 12-3/4% basis'
    """
    pieces: list[str] = []
    starts: list[tuple[int, int]] = []
    length = 0
    for place, (line, number) in enumerate(lines):
        words = " ".join(word for word in (seen(line[:-1]) + line[-1:]).split() if seen(word))
        if not words:
            continue
        if pieces:
            length -= len(pieces[-1])
            pieces[-1] = _before(pieces[-1], words, known, comma=place in commas)
            length += len(pieces[-1])
        starts.append((length, number))
        pieces.append(words)
        length += len(words)
    return Healed(seen("".join(pieces)), tuple(starts))


def _before(before: str, after: str, known: Vocabulary, *, comma: bool) -> str:
    """A line as it goes on into the next one: with what stands between them, without the hyphen of a cut word."""
    cut = _CUT.search(before)
    if comma:
        return before + (" " if before.endswith((",", ";", ":")) else ", ")
    if not cut:
        return before if _GLUED.search(before) else before + " "
    if cut[1] == _SOFT:
        return before[:-1]
    first = _FIRST.match(after)
    if not first:
        return before + ("" if after[0].isalnum() or after[0] in "($" else " ")
    word = before[:-1].rsplit(None, 1)[-1].lstrip(_QUOTES)
    return before if keeps(word, first[0], known) else before[:-1]


def keeps(first: str, second: str, known: Vocabulary) -> bool:
    """Whether the hyphen at a line's end is one that the word has in the middle of a line too.

    >>> keeps("out-of", "court", Vocabulary()), keeps("consum", "mated", Vocabulary())
    (True, False)
    """
    half, other = first.lower().replace("\u2010", "-"), second.lower()
    near = half.rsplit("-", 1)[-1]
    if f"{near}-{other}" in known.hyphened:
        return True
    if near + other in known.whole:
        return False
    if near != half or not near.isalpha() or (second[0].isupper() and not first.isupper()):
        return True
    if (near in _TENS and other in _COUNTS) or (near in _COUNTS and other in _FRACTIONS):
        return True
    if other in _ENDINGS or near in _MERGING:
        return False
    both = {near, other} <= known.whole
    return near in _KEEPING or (both and (other in _FOLLOWING or min(len(near), len(other)) > 3))
