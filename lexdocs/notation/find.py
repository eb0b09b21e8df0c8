"""Find every figure in a text: amounts, rates, dates, times, counts in words, identifiers, and any other digit.

The longest form wins, and no digit is left out: what belongs to no other form is found as a plain number
or, if it makes no sense as one, as `Kind.OTHER`. Roman numerals are not numbers.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from lexdocs.notation import (
    amounts,
    currencies,
    day_counts,
    identifiers,
    loose,
    numbers,
    parts,
    rates,
    securities,
    spoken,
    times,
    words,
    written_dates,
)
from lexdocs.notation.characters import ODD, alike
from lexdocs.notation.grammar import KINDS, Form, Found, Kind, Said, Start
from lexdocs.notation.typography import FRACTION_SIGNS, LOWERED, RAISED, spelled

__all__ = ["KINDS", "Found", "Kind", "find"]

_LONGEST = 400  # characters: a longer run of digits is no figure, and reading it would take its time
_CONTEXT = 120  # characters before a figure that may say what it is
_KEPT, _SHORT = 1 << 14, 4_000  # texts whose figures are kept, and the characters of the longest: checks read them anew

_MALFORMED = Form(Kind.OTHER, Start.DIGIT, r"[0-9]+(?:[.,:/][0-9]+)+", lambda _said, original: original)
_LEFT_OVER = Form(
    Kind.OTHER, Start.SIGN, rf"[0-9{ODD}{FRACTION_SIGNS}{RAISED}{LOWERED}]+", lambda _said, original: original
)

_FIRST_WORDS = (times.FIRST_WORD, day_counts.FIRST_WORD, currencies.BEFORE)

# Where two forms begin at one place and both fit, the earlier one here is the longer one.
_FORMS: tuple[Form, ...] = (
    *day_counts.FORMS,
    *times.FORMS,
    *written_dates.FORMS,
    *securities.FORMS,
    *rates.FORMS,
    *spoken.FORMS,
    *amounts.FORMS,
    *identifiers.TELEPHONES,
    *loose.FORMS,
    *parts.FORMS,
    *words.FORMS,
    written_dates.STUMP,
    *identifiers.LABELS,
    *numbers.FORMS,
    _MALFORMED,
    _LEFT_OVER,
)


def find(text: str) -> list[Found]:
    """Every figure in a text, in its order, none overlapping another.

    Odd spaces, wrapped lines, typographic signs and capitals make no difference.

    >>> [(found.kind.value, found.text) for found in find("9⅜% on $12.5 million until March 15, 2012")]
    [('percentage', '9⅜%'), ('money', '$12.5 million'), ('date', 'March 15, 2012')]
    """
    return list(_found(text) if len(text) <= _SHORT else _scan(text))


@functools.lru_cache(maxsize=_KEPT)
def _found(text: str) -> tuple[Found, ...]:
    return tuple(_scan(text))


def _scan(text: str) -> Iterator[Found]:
    same = alike(text)
    scanner = _scanner()
    place = 0
    while match := scanner.search(same, place):
        found = _settle(text, same, match)
        place = found.end if found else match.start() + 1
        if found:
            yield found


def _settle(text: str, same: str, match: re.Match[str]) -> Found | None:
    """The first form that makes sense at this place, beginning with the one that matched."""
    assert match.lastgroup is not None  # noqa: S101  every branch of the scanner is a named group
    first = int(match.lastgroup[1:])
    start = match.start()
    tried: re.Match[str] | None = match
    for index in range(first, len(_FORMS)):
        form = _FORMS[index]
        if index > first:
            tried = _alone(index).match(same, start)
        if tried and (found := _read(form, text, same, start, tried.end())) is not None:
            return found
    return None


def _read(form: Form, text: str, same: str, start: int, end: int) -> Found | None:
    if end - start > _LONGEST and form.kind is not Kind.OTHER:
        return None
    if form.behind and not _behind(form.behind).search(same, max(0, start - _CONTEXT), start):
        return None
    said = spelled(" ".join(same[start:end].split()))
    what = form.read(said.replace("- ", "-"), " ".join(text[start:end].split()))
    if what is None:
        return None
    if isinstance(what, Said):
        return Found(start, end, what.kind or form.kind, text[start:end], what.value, what.currency, what.fault)
    return Found(start, end, form.kind, text[start:end], what)


@functools.cache
def _behind(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{pattern})\Z")


@functools.cache
def _alone(index: int) -> re.Pattern[str]:
    return re.compile(_FORMS[index].pattern)


@functools.cache
def _scanner() -> re.Pattern[str]:
    """One expression for all forms: a look at what comes next, then the forms that can begin so."""
    begins = {
        Start.DIGIT: rf"[0-9.{FRACTION_SIGNS}{RAISED}]",
        Start.WORD: rf"(?:{words.FIRST_WORD}|{loose.FIRST_WORD})",
        Start.MONTH: written_dates.FIRST_WORD,
        Start.LETTER: "(?:" + "|".join((identifiers.FIRST_WORD, *_FIRST_WORDS)) + ")",
        Start.SIGN: rf"[({currencies.SIGNS}+\-]",
    }
    branches = [
        f"(?={begin})(?:" + "|".join(f"(?P<f{i}>{form.pattern})" for i, form in _numbered(start)) + ")"
        for start, begin in begins.items()
    ]
    last = len(_FORMS) - 1
    # Nothing begins with white space or with the usual signs, which stand everywhere.
    return re.compile(rf'(?=[^\s,;"])(?:(?<![0-9a-z])(?:{"|".join(branches)})|(?P<f{last}>{_LEFT_OVER.pattern}))')


def _numbered(start: Start) -> list[tuple[int, Form]]:
    """The forms that begin so, each pattern once: where it is read in two ways, the second is tried after the first."""
    forms = {form.pattern: (i, form) for i, form in reversed(list(enumerate(_FORMS[:-1]))) if form.start is start}
    return sorted(forms.values(), key=lambda each: each[0])
