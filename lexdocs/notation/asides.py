"""Numbers that are no figures of a deal: citations, addresses, numbers of pages and parts, marks of items and notes.

Tie-out sets them aside before it looks for what each figure is. What is in doubt is no aside: a figure that is
looked at in vain costs a minute, one that is passed over may cost the offer.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass

from lexdocs.notation.addresses import CAPITAL, SMALL, WEB
from lexdocs.notation.characters import alike
from lexdocs.notation.citing import NO_FIGURE, Reference
from lexdocs.notation.credit import RATING, RATINGS
from lexdocs.notation.exhibits import EXHIBIT, LISTED
from lexdocs.notation.references import FIRST_LETTERS, FIRST_SIGNS, GROUPS, REFERENCES
from lexdocs.notation.typography import LOWERED, PLAIN_CHARACTERS, RAISED
from lexdocs.notation.words import SCALES
from lexdocs.notation.words import SMALL as SMALL_NUMBERS

_MOST_ITEMS = 20
_CONTEXT = 120  # characters before a number that may say what it is
_LONGEST_HEAD = 80  # characters of the head of a table's row or column
_PAGE_MARK = re.compile(r"(?m)^ *(?:[-–—]{1,2} ?[0-9]{1,3} ?[-–—]{1,2}|[0-9]{1,3} of [0-9]{1,3}|[a-z]-[0-9]{1,3}) *$")
_BRACKETED = re.compile(r"(?<![a-z0-9)%$])\(([0-9]{1,2})\)(?=\s?[\"'a-z]|\s?\$[0-9]|\s?[0-9]+%|,)")
_NOTE_MARK = re.compile(
    rf"(?<=[a-z0-9%.,;:)\"'*†])(?:(?:\([0-9]{{1,2}}\))+(?![0-9a-z(])|[{RAISED}]+(?![{RAISED}/{LOWERED}]))"
)
_HEAD_MARK = re.compile(r"(?<=[a-z.)] )\([1-9]\)\s*\Z")
# In brackets behind these, a number is less than nothing.
_LOSS = re.compile("loss|deficit|decrease|decline|expense|charge|change|income|benefit|cash|net(?![a-z])")
_ON_THE_WEB = re.compile(r"@|https?://|www\.|\.(?:com|net|org|gov|edu)")
_LAST_WORD = re.compile(r"([a-z]+)[- ]?\Z")
_COUNTING = frozenset({*SMALL_NUMBERS, *SCALES, "hundred", "zero"})
_FIRST_MARK = re.compile(
    r"\s*(?:\((?P<bracketed>[0-9]{1,2}|[a-z]|[ivx]{1,5})\)(?=\s*[\"'a-z])"
    r"|(?P<dotted>[0-9]{1,2}|[ivx]{1,5})[.)](?=\s+[^\s0-9])"
    rf"|(?P<outlined>[0-9]{{1,2}}(?:\.[0-9]{{1,2}}){{1,3}}){NO_FIGURE}\.?(?=\s+[\"'a-z]))"
)

_PRINTED = (("address", CAPITAL), (RATING, RATINGS), (EXHIBIT, LISTED))
_HEADING = re.compile(r"\s*[\"'“‘]?[A-Z]")


@dataclass(frozen=True)
class Aside:
    """A stretch of a text whose digits are no figures of a deal, and `why`."""

    start: int
    end: int
    why: str


def asides(text: str, *, begins_item: bool = False) -> list[Aside]:
    """The stretches of a passage whose digits are no figures of a deal, in order.

    `begins_item` says that the passage may be an item of a list: 4.1. before its first word is then its mark, whatever
    the word, as 4.1 is before a capital letter.

    >>> said = "Under Rule 14e-1(a), see Section 4.2, 2.5 shares"
    >>> [(said[each.start : each.end], each.why) for each in asides(said)]
    [('Rule 14e-1(a)', 'citation of a rule'), ('Section 4.2', 'number of a section')]
    """
    same = alike(text)
    found = [
        *_references(text, same),
        *_as_printed(text.translate(PLAIN_CHARACTERS), same),
        *_marks(text, same, begins_item),
        *_series(same),
    ]
    kept: list[Aside] = []
    for each in sorted(found, key=lambda aside: (aside.start, -aside.end)):
        if not kept or each.end > kept[-1].end:
            kept.append(each)
    return kept


def _references(text: str, same: str) -> Iterator[Aside]:
    place = 0
    pattern = _pattern()
    while match := pattern.search(same, place):
        assert match.lastgroup is not None  # noqa: S101  every branch is a named group
        reference = REFERENCES[int(match.lastgroup.partition("_")[2])]
        fits = _fits(reference, text, same, match.start())
        if fits:
            yield Aside(match.start(), match.end(), reference.why)
        place = match.end() if fits else match.start() + 1


def _fits(reference: Reference, text: str, same: str, start: int) -> bool:
    if reference.capital and not text[start].isupper():
        return False
    return not reference.behind or bool(_behind(reference.behind).search(same, max(0, start - _CONTEXT), start))


@functools.cache
def _behind(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{pattern})\Z")


@functools.cache
def _pattern() -> re.Pattern[str]:
    """One expression for all ways of citing; what may begin with letters of two groups stands in both."""
    branches = [rf"(?={FIRST_SIGNS})(?:{_branches('')})"]
    branches += [f"(?=[{letters}])(?:{_branches(letters)})" for letters in GROUPS if letters]
    return re.compile(rf"(?<![0-9a-z])(?={FIRST_SIGNS}|{FIRST_LETTERS})(?:{'|'.join(branches)})")


def _branches(letters: str) -> str:
    return "|".join(
        f"(?P<{letters[:1]}_{number}>{each.pattern})"
        for number, each in enumerate(REFERENCES)
        if set(each.first) & set(letters) or each.first == letters == ""
    )


def _as_printed(text: str, same: str) -> Iterator[Aside]:
    """What is told by capital letters, and the addresses that need none."""
    searched = [(_PRINTED, text), ((("address", SMALL),), same)]
    if _ON_THE_WEB.search(same):
        searched.append(((("address", WEB),), same))
    for kinds, some in searched:
        for match in _any(kinds).finditer(some):
            yield Aside(match.start(), match.end(), kinds[int(str(match.lastgroup)[1:])][0])


@functools.cache
def _any(kinds: tuple[tuple[str, tuple[str, ...]], ...]) -> re.Pattern[str]:
    """Patterns of several kinds, for each of which its place in the list is the name."""
    branches = (f"(?P<k{number}>{'|'.join(patterns)})" for number, (_, patterns) in enumerate(kinds))
    first = "[0-9A-Z]" if kinds is _PRINTED else "[0-9a-z]"
    return re.compile(rf"(?={first})(?<![0-9A-Za-z.,$€£])(?:{'|'.join(branches)})")


def _marks(text: str, same: str, begins_item: bool) -> Iterator[Aside]:
    """The marks of pages, of notes, and of the item that the passage is."""
    for match in _PAGE_MARK.finditer(same):
        yield Aside(match.start(), match.end(), "number of a page")
    for match in _NOTE_MARK.finditer(same):
        if not _counted(same, match.start()):
            yield Aside(match.start(), match.end(), "mark of a note")
    head = _HEAD_MARK.search(same) if len(same) <= _LONGEST_HEAD else None
    if head and not (_LOSS.search(same) or _counted(same, head.start()) or re.search("[0-9]", same[: head.start()])):
        yield Aside(head.start(), head.end(), "mark of a note")
    first = _FIRST_MARK.match(same)
    if first and (
        not first["outlined"] or _HEADING.match(text, first.end()) or (begins_item and same[first.end() - 1] == ".")
    ):
        yield Aside(len(same) - len(same.lstrip()), first.end(), "mark of an item")


def _series(same: str) -> Iterator[Aside]:
    """Bracketed numbers that count up from one in a passage, or from the number with which it begins."""
    run: list[re.Match[str]] = []
    for match in _BRACKETED.finditer(same):
        number = int(match[1])
        begins = not same[: match.start()].strip()
        if number > _MOST_ITEMS or _counted(same, match.start()):
            continue
        if begins or (number == 1 and not run):
            run = [match]
        elif run and number == int(run[-1][1]) + 1:
            run.append(match)
        elif number == 1:
            yield from _items(run)
            run = [match]
    yield from _items(run)


def _items(run: list[re.Match[str]]) -> Iterator[Aside]:
    if len(run) > 1:
        yield from (Aside(match.start(), match.end(), "mark of an item") for match in run)


def _counted(same: str, start: int) -> bool:
    """Whether a bracketed number says again in digits what stands before it in words: four (4)."""
    word = _LAST_WORD.search(same, max(0, start - 20), start)
    return word is not None and word[1] in _COUNTING
