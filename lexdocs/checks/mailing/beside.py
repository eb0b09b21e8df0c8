"""Figures in their places: an amount is a figure's where the words stand beside it that the control names for it.

The control has these words from the templates. They are looked for to the left of each amount, on its line or broken
into two; so a figure that the manifest has wrong is seen even where its amount stands elsewhere on the statement. Some
limits are left. Where two figures have the same words beside them, the amount of either will do. A figure with no words
before it in its row, or in running text that is broken before it, is looked for among all amounts that are in no other
figure's place. And one that is not always nil where it is not printed is not missed where its words are nowhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from lexdocs.checks.mailing.drawn import Written
from lexdocs.checks.mailing.spots import AMOUNT, OWN, Beside, Spot

_GAP = "…"  # stands in the words of the control for an amount that is the holder's
_REMEMBERED = 1 << 13  # words to the left of amounts
_NO_DIGIT = str.maketrans("", "", "".join(chr(code) for code in range(33, 127) if chr(code) not in "0123456789."))


@dataclass(frozen=True)
class Phrase:
    """The words before a figure, without spaces and in small letters, and how many amounts are between."""

    words: str
    gaps: int

    @staticmethod
    def of(said: str) -> Phrase:
        """A phrase as the control writes it.

        >>> Phrase.of("Option A … …")
        Phrase(words='optiona', gaps=2)
        """
        words = said.split()
        last = len(words)
        while last and words[last - 1] == _GAP:
            last -= 1
        return Phrase("".join(words[:last]).rpartition(_GAP)[2].casefold(), len(words) - last)


@dataclass(frozen=True)
class Named:
    """The words that stand beside a figure, and whether it is nil on a statement where it is not printed."""

    phrases: tuple[Phrase, ...]
    or_nil: bool


class Figures:
    """Finds the figures of a statement by the words beside them."""

    def __init__(self, named: Mapping[str, Named]) -> None:
        self.named = named
        self.known: dict[Beside, tuple[str, ...]] = {}
        self.of: dict[Phrase, list[str]] = {}
        for name, each in named.items():
            for phrase in dict.fromkeys(each.phrases):
                if phrase.words:
                    self.of.setdefault(phrase, []).append(name)
        self.gaps = sorted({phrase.gaps for phrase in self.of})

    def wrong(self, figures: Mapping[str, str], written: Written) -> Iterator[str]:
        """Those of some figures that do not stand on a statement as they are said."""
        there, others = (written.ticks, ()) if written.ticks is not None else self._said(written.spots)
        for name, said in figures.items():
            if not said or "/" in said:  # a holder has none, or no decimals end it
                continue
            if name in there:
                # What a tick says is this figure; of several with the same words beside them, one must be.
                right = all if written.ticks is not None else any
                if not right(shows(text, said) for text in there[name]):
                    yield name
            elif self._is_due(name, said) and not any(AMOUNT.fullmatch(text) and shows(text, said) for text in others):
                yield name

    def _is_due(self, name: str, said: str) -> bool:
        """Whether a figure must stand on a statement."""
        told = self.named.get(name)
        return bool(Decimal(said)) and ("." in said if not self.named else told is not None and told.or_nil)

    def _said(self, spots: Iterable[Spot]) -> tuple[Mapping[str, Sequence[str]], Sequence[str]]:
        """What stands on a statement in the places of each figure that has any there, and what in those of none."""
        found: dict[str, list[str]] = {}
        others: list[str] = []
        for beside, said in spots:
            names = self.known.get(beside)
            if names is None:
                names = self._names(beside)
            for name in names:
                found.setdefault(name, []).append(said)
            if not names:
                others.append(said)
        return found, others

    def _names(self, beside: Beside) -> tuple[str, ...]:
        """The figures beside which some words stand."""
        found: list[str] = []
        left = beside.left.split()
        for gaps in self.gaps:
            words = left[: len(left) - gaps]
            if len(left) < gaps or not all(map(_is_amount, left[len(words) :])):
                continue
            for phrase in _phrases(words, beside):
                if names := self.of.get(Phrase(phrase.casefold(), gaps)):
                    found += names
                    break
        if len(self.known) > _REMEMBERED:
            self.known.clear()
        self.known[beside] = tuple(dict.fromkeys(found))
        return self.known[beside]


def _phrases(words: Sequence[str], beside: Beside) -> Iterator[str]:
    """What some words may be: all of them, or those after an amount, or these with a line above or below."""
    whole = "".join(words)
    yield whole
    for place, word in enumerate(words, 1):
        if _is_amount(word):
            yield "".join(words[place:])
    if whole:
        yield whole + "".join(beside.below.split())
        yield "".join(beside.above.split()) + whole


def _is_amount(word: str) -> bool:
    return word == OWN or AMOUNT.fullmatch(word) is not None


def shows(text: str, said: str) -> bool:
    """Whether a text is an amount, written in any of the ways in which it may be; words are not read, and may be any.

    >>> shows("$1,250.00", "1250.00"), shows("(1,250)", "-1250.00"), shows("—", "0.00"), shows("44,690", "99999")
    (True, True, True, False)
    """
    if not AMOUNT.fullmatch(text):
        return True
    return Decimal(text.translate(_NO_DIGIT).strip("\u2014\u2013\u2212€£¥") or 0) == abs(Decimal(said))
