"""A text of which every number is known: the stretches that say a figure, and what may rightly stand there."""

from __future__ import annotations

import datetime
import html
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cached_property, lru_cache

from lexdocs.figures.figure import Figure
from lexdocs.notation.decimals import exact
from lexdocs.notation.find import find
from lexdocs.notation.grammar import Found, Kind
from lexdocs.notation.numbers import SCALES
from lexdocs.notation.typography import plain
from lexdocs.notation.units import Day, Moment, TimeOfDay, Unit, Value

TERMS = frozenset({"old_notes_term", "new_notes_term", "notes_term", "option_name", "fee_name"})
NAMES = frozenset(
    "company_name contact_name exchange_agent tender_agent information_agent dealer_manager clearing_name "
    "holder_name holder_participant old_notes_title new_notes_title series_title new_note_title".split()
)
_NUMERIC = (Unit.MONEY, Unit.RATE, Unit.PERCENTAGE, Unit.NUMBER, Unit.COUNT, Unit.FRACTION)
# What one of a bare number in a table may stand for: a percent, a thousand dollars.
_MEASURES = {Unit.RATE: Fraction(1, 100), Unit.PERCENTAGE: Fraction(1, 100), Unit.MONEY: Fraction(1000)}
_DECIMALS = re.compile(r"\.([0-9]+)")


@dataclass(frozen=True)
class Mark:
    """A stretch of a file that says a figure. `figures` are the addresses that would be right to name for it.

    `kind` is the notation's kind of what stands there, or `name`, `term`, `words` for other words, `nil` for a dash;
    `sort` what tie-out should say: `true` (tied or by rounding), or how a labelled text says it is not.
    """

    start: int
    end: int
    kind: str
    figures: tuple[str, ...] = ()
    sort: str = "true"


@dataclass(frozen=True, eq=False)
class Source:
    """A file of a deal, unchanged; `truth` holds the figures at its event, by address.

    `as_of` limits the deal to its events up to then.
    """

    name: str
    deal: str
    suffix: str
    text: str
    marks: tuple[Mark, ...]
    truth: Mapping[str, Figure] = field(repr=False)
    as_of: str | None = None

    def said(self, mark: Mark) -> str:
        """What stands in a stretch, as the file has it."""
        return self.text[mark.start : mark.end]

    def figure(self, mark: Mark) -> Figure | None:
        """The first figure of a mark, where the truth knows it."""
        return next((self.truth[each] for each in mark.figures if each in self.truth), None)

    def still_right(self, mark: Mark, said: str) -> bool:
        """Whether another text would be right in that place too: the same value, or the value rightly rounded."""
        known = [self.truth[each] for each in mark.figures if each in self.truth]
        return _flat(said) == _flat(self.said(mark)) or any(says(said, each) for each in known)

    @cached_property
    def true(self) -> tuple[Mark, ...]:
        """The stretches that say a figure rightly and stand for themselves: no words, no dashes."""
        return tuple(mark for mark in self.marks if mark.sort == "true" and mark.kind not in ("words", "nil"))


def line_of(text: str, offset: int) -> int:
    """The line of a file on which a character stands, from one."""
    return text.count("\n", 0, offset) + 1


def shown(said: str) -> str:
    """What a stretch of a file says, with its entities read, in one line."""
    return " ".join(html.unescape(said).split())


def _flat(said: str) -> str:
    return plain(shown(said)).casefold()


def kind_of(said: str, figures: Sequence[str], *, named: bool = False) -> str:
    """What kind of stretch it is, by the figure it says or by its looks.

    >>> kind_of("$1,250", ["fee"]), kind_of("9% Notes", ["old_notes_title"]), kind_of("Old Notes", ["old_notes_term"])
    ('money', 'name', 'term')
    """
    names = {each.partition("[")[0] for each in figures}
    if names & TERMS:
        return "term"
    if named or names & NAMES:
        return "name"
    if said.strip() in ("—", "–", "-", "--"):
        return "nil"
    found = find(shown(said))
    if len(found) != 1 or found[0].text != shown(said):
        return "words"
    dated = any(re.search("maturity|date|paid_to|expiration|deadline", each) for each in names)
    return "year" if dated and found[0].kind is Kind.NUMBER else found[0].kind.value


def says(said: str, figure: Figure) -> bool:
    """Whether a text says a figure's value, exactly or rightly rounded to the digits that it has.

    A part of a date or of a moment is right where what it says of it is.
    """
    text = shown(said)
    found = _found(text)
    if figure.unit in (Unit.TEXT, Unit.TITLE):
        return _meaning(text) == _meaning(shown(str(figure.value)))
    if len(found) != 1 or found[0].text.strip("()") != text.strip("()") or re.search("[€£]", text):
        return False
    value, truth = found[0].value, figure.value
    if isinstance(truth, Moment | datetime.date | Day):
        return _same_time(value, truth)
    if figure.unit in _NUMERIC and not isinstance(value, str | datetime.date | Day | Moment | TimeOfDay):
        bare = found[0].kind in (Kind.NUMBER, Kind.COUNT)
        measures = [Fraction(1), *([_MEASURES[figure.unit]] if bare and figure.unit in _MEASURES else [])]
        return any(abs(exact(value) * each - exact(truth)) <= _quantum(text) * each / 2 for each in measures)
    return value == truth


def _meaning(text: str) -> list[str]:
    """The words of a name, with the values of its numbers: 7.2% in a title says what 7.20% does."""
    parts: list[str] = []
    at = 0
    for each in _found(text):
        parts += [plain(text[at : each.start]).casefold(), repr(each.value)]
        at = each.end
    return [*parts, plain(text[at:]).casefold()]


@lru_cache(maxsize=4096)
def _found(text: str) -> tuple[Found, ...]:
    return tuple(find(text))


def _quantum(text: str) -> Fraction:
    """The step of the last digit that a number is printed with; nothing for a fraction, which says all."""
    if re.search(r"[/¼½¾⅓⅔⅛⅜⅝⅞⁄]|-(?:half|third|fourth|quarter)", text):
        return Fraction(0)
    decimals = _DECIMALS.search(text)
    whole = re.search(r"[0-9][0-9,]*", text)
    quantum = Fraction(1, 10 ** len(decimals[1])) if decimals else _noughts(whole[0] if whole else "")
    for word, scale in {**SCALES, **_SHORT}.items():
        if re.search(rf"(?<![a-z]){word}\b", text.lower()):
            quantum *= scale
            break
    return quantum / 100 if re.search("%|per ?cent", text) else quantum


_SHORT = {"mm": 10**6, "mn": 10**6, "m": 10**6, "bn": 10**9}
"""Scales as dealers write them."""


def _noughts(digits: str) -> Fraction:
    """The step of a whole number that ends in noughts: ten thousand for 150,000, but one for 300,000 or 14."""
    number = digits.replace(",", "")
    kept = number.rstrip("0")
    return Fraction(10 ** (len(number) - len(kept))) if len(number) > 3 and len(kept) > 1 else Fraction(1)


def _same_time(value: Value | TimeOfDay, truth: Value) -> bool:
    if isinstance(truth, Moment):
        if isinstance(value, TimeOfDay):
            return (value.hour, value.minute) == (truth.hour, truth.minute) and value.place in (None, truth.place)
        if isinstance(value, Moment):
            return value == truth
        truth = truth.date
    if isinstance(truth, datetime.date) and isinstance(value, int | Fraction):
        return value == truth.year  # as titles say it: Senior Notes due 2021
    if isinstance(value, Day) and isinstance(truth, datetime.date):
        return (value.month, value.day) == (truth.month, truth.day)
    return value == truth
