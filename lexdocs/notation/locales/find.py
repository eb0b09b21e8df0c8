"""Find every figure in a text of another language than English: what is printed there is found again, and any digit.

The forms are tried one after another over the whole text, the longer kinds first; what one has found, the next do not
see. Digits that belong to none of them are looked at as English ones are: CUSIP numbers, telephones, citations.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import lru_cache

from lexdocs.notation import find as english
from lexdocs.notation.characters import alike
from lexdocs.notation.grammar import Found, Kind, Meaning
from lexdocs.notation.languages import ENGLISH, LANGUAGES, months_of, signs_of, weekdays_of
from lexdocs.notation.locales.days import PLACES
from lexdocs.notation.locales.spoken import any_of, count_pattern, counts_said, ordinals_said, parts_said
from lexdocs.notation.numbers import read_printed
from lexdocs.notation.typography import FRACTION_SIGNS, LOWERED, RAISED, spelled
from lexdocs.notation.units import Day, Moment, TimeOfDay

_CLOCK = {
    "es": r"([0-9]{1,2}):([0-9]{2}) horas", "fr": r"([0-9]{1,2}) h ([0-9]{2})", "de": r"([0-9]{1,2})[:.]([0-9]{2}) uhr",
}  # fmt: skip
_ON = {"es": ", del ", "fr": ", le ", "de": ", am "}
_PERCENT = {"es": "por ciento", "fr": "pour cent", "de": "prozent"}
_PARTS = rf"(?:[{FRACTION_SIGNS}]|[{RAISED}]+/[{LOWERED}]+| [0-9]{{1,2}}/[0-9]{{1,3}})"
_GONE = "\x00"  # stands for what has been found
_WORDY = (Kind.COUNT, Kind.ORDINAL, Kind.FRACTION)
_NAMED = (Kind.CUSIP, Kind.ISIN, Kind.TELEPHONE, Kind.DAY_COUNT)


@dataclass(frozen=True)
class _Form:
    kind: Kind
    pattern: re.Pattern[str]
    read: Callable[[re.Match[str]], Meaning | None]


def find_in(language: str, text: str) -> list[Found]:
    r"""Every figure in a text of a language, in its order, none overlapping another.

    >>> said = "12¾\u00a0% auf US-$\u00a01.000 bis 6. August 2001, zwei Raten"
    >>> [(each.kind.value, each.text) for each in find_in("de", said)]
    [('percentage', '12¾\xa0%'), ('money', 'US-$\xa01.000'), ('date', '6. August 2001'), ('count', 'zwei')]
    """
    if language == ENGLISH:
        return english.find(text)
    return sorted(_found(language, text), key=lambda each: each.start)


def _found(language: str, text: str) -> Iterator[Found]:
    # Capitals with accents become small too, one character each. English forms look at capitals: they see `left`.
    same, left = "".join(low if len(low := char.lower()) == 1 else char for char in alike(text)), text
    for form in _forms(language):
        if form.kind is Kind.NUMBER:
            for found in [each for each in english.find(left) if each.kind in _NAMED]:
                yield _again(found, text)
                same, left = (_without(each, found.start, found.end) for each in (same, left))
        for match in form.pattern.finditer(same):
            value = form.read(match)
            if value is not None:
                start, end = _span(match)
                yield Found(start, end, form.kind, text[start:end], value, "USD" if form.kind is Kind.MONEY else "")
                same, left = (_without(each, start, end) for each in (same, left))
    for found in english.find(left):
        if found.kind not in _WORDY and any(char.isnumeric() for char in found.text):
            yield _again(found, text)


def _again(found: Found, text: str) -> Found:
    return replace(found, text=text[found.start : found.end])


def _span(said: re.Match[str]) -> tuple[int, int]:
    """Where a form stands: a bracket that it does not both open and close is that of the sentence."""
    more = said[0].count("(") - said[0].count(")")
    return said.start() + (more > 0), said.end() - (more < 0)


def _without(text: str, start: int, end: int) -> str:
    return text[:start] + _GONE * (end - start) + text[end:]


@lru_cache(maxsize=8)
def _forms(language: str) -> tuple[_Form, ...]:
    signs = signs_of(language)
    group = " " if signs.group.isspace() else re.escape(signs.group)
    size = rf"(?:[0-9]{{1,3}}(?:{group}[0-9]{{3}})+|[0-9]+)(?:{re.escape(signs.point)}[0-9]+)?"
    mixed = rf"(?:[0-9]{{1,2}}/[0-9]{{1,3}}(?![0-9/])|{size}{_PARTS}?|[{FRACTION_SIGNS}]|[{RAISED}]+/[{LOWERED}]+)"
    dollar = LANGUAGES[language].dollar.replace("{}", "").strip("\u00a0").lower()
    sign = rf"(?:{re.escape(dollar)}|\$|usd|dollars?|dólares|us-dollar)"
    months, weekdays = months_of(language), weekdays_of(language)
    month = f"({any_of(each.lower() for each in months)})"
    of = {"es": " de ", "fr": " ", "de": " "}[language]
    day = {"es": "([0-9]{1,2})", "fr": "(1er|[0-9]{1,2})", "de": r"([0-9]{1,2})\."}[language]
    before = rf"(?:{any_of(each.lower() for each in weekdays)},? )?"
    year = {"es": " de ", "fr": " ", "de": " "}[language] + "([0-9]{4})"
    date = rf"{before}{day}{of}{month}{year}"
    zones = {said[language].lower(): place for place, said in PLACES.items()}
    clock = rf"{_CLOCK[language]}(?:, ({any_of(zones)}))?"
    names = [each.lower() for each in months]

    def read_date(said: re.Match[str], at: int = 1) -> datetime.date | None:
        try:
            number = int(said[at].removesuffix("er"))
            return datetime.date(int(said[at + 2]), names.index(said[at + 1]) + 1, number)
        except ValueError:
            return None

    def read_day(said: re.Match[str]) -> Day:
        return Day(names.index(said[2]) + 1, int(said[1].removesuffix("er")))

    def read_moment(said: re.Match[str]) -> Moment | None:
        on = read_date(said, 4)
        return None if on is None else Moment(on, int(said[1]), int(said[2]), zones[said[3]])

    def read_time(said: re.Match[str]) -> TimeOfDay:
        return TimeOfDay(int(said[1]), int(said[2]), zones.get(said[3] or ""))

    def number(said: str) -> Fraction | None:
        kept = re.sub(rf"(?<=[0-9]){group}(?=[0-9]{{3}}(?![0-9]))", "", said)
        return read_printed(spelled(kept.replace(signs.point, ".")).strip())

    def read_size(said: re.Match[str]) -> Fraction | None:
        found = number(said[2])
        negative = said[0][0] == "-" or (said[0][0], said[0][-1]) == ("(", ")")
        return None if found is None else -found if negative else found

    def read_percentage(said: re.Match[str]) -> Fraction | None:
        found = read_size(said)
        return None if found is None else found / 100

    minus, end = r"((?<![^ \n(])-|\()?", r"(?![0-9a-z]|[.,/:][0-9])"
    counts, ordinals, parts = counts_said(language), ordinals_said(language), parts_said(language)
    written = (
        (Kind.MOMENT, rf"{clock}{_ON[language]}{date}(?![0-9])", read_moment),
        (Kind.TIME, clock, read_time),
        (Kind.DATE, rf"{date}(?![0-9])", read_date),
        (Kind.DAY, rf"(?<![0-9]){day}{of}{month}\b", read_day),
        (Kind.MONEY, rf"{minus}(?:{sign} ?)({mixed}){end}\)?", read_size),
        (Kind.MONEY, rf"{minus}({mixed}) ?{sign}(?![a-z])\)?", read_size),
        (Kind.PERCENTAGE, rf"{minus}({mixed}) ?(?:%|{_PERCENT[language]})\)?", read_percentage),
        (Kind.FRACTION, rf"\b{any_of(parts)}\b", lambda said: parts[said[0]]),
        (Kind.ORDINAL, rf"\b{any_of(ordinals)}\b", lambda said: ordinals[said[0]]),
        (Kind.COUNT, count_pattern(language), lambda said: counts.get(said[0], said[0])),
        (Kind.NUMBER, rf"(?<![0-9a-z/.,-])((?<![^ \n(])-|\()?({mixed})(?![0-9a-z-]|[.,/:-][0-9])\)?", read_size),
    )
    return tuple(_Form(kind, re.compile(pattern), read) for kind, pattern, read in written)
