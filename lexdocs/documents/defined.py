"""Defined terms: where the words of a document define one, `(the "Exchange Offer")`, and where they use it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from lexdocs.documents.marks import MARK, Tick, number_of
from lexdocs.documents.places import Placed
from lexdocs.documents.prose import visible
from lexdocs.documents.script import OUTPUT, Script, script
from lexdocs.errors import Where

_QUOTED = r"[\"“]([^\"“”\n]{1,80})[\"”]"
# (the "Term"), (each, a "Term"), ("Term"); and: the "Term" is …
_IN_BRACKETS = re.compile(r"\(([^()\n]*)\)")
_SAID = re.compile(rf"(?:^|[\s,;(])(?:[Tt]he |[Aa]n? |[Ee]ach )?{_QUOTED}\s+(?:is|are|means?|refers? to)\b")
_POINTING = re.compile(r"\s*(?:see|under|as in|called|entitled)\b", re.IGNORECASE)
_HEADING = re.compile(r"^\s{0,3}#{1,6}\s.*$", re.MULTILINE)
_WORD = re.compile(r"(?<![\w-])\w+")
_SIGN = re.compile(re.escape(OUTPUT))
_GOES_ON = re.compile(r"\w")
_BEGINS = re.compile(r"(?:^|[.!?:;\n(\"“]\s*|\n)$")


@dataclass(frozen=True)
class Definition:
    """A term where it is defined: `start` and `end` are those of its name, in the visible words."""

    term: str
    start: int
    end: int


@dataclass(frozen=True)
class Use:
    """A place where a term is used, as it is written there."""

    term: str
    written: str
    start: int
    end: int


@dataclass(frozen=True)
class Written:
    """The words of a document as they were rendered, with the values that its marks stand for."""

    placed: Placed
    ticks: Sequence[Tick]

    @cached_property
    def _seen(self) -> tuple[str, list[int], list[tuple[int, int]]]:
        """The visible text, for each character its offset in the words with figures as one sign, and figures' spans."""
        numbers = [number_of(mark) for mark in MARK.finditer(self.placed.text)]
        words = MARK.sub(OUTPUT, self.placed.text)
        which = dict(zip((found.start() for found in _SIGN.finditer(words)), numbers, strict=True))
        seen = visible(words)
        parts: list[str] = []
        offsets: list[int] = []
        figures: list[tuple[int, int]] = []
        last = 0
        for sign in _SIGN.finditer(seen.text):
            offset = seen.offsets[sign.start()]
            said = self.ticks[which[offset]].plain.replace("\n", " ")
            parts += [seen.text[last : sign.start()], said]
            offsets += seen.offsets[last : sign.start()]
            figures.append((len(offsets), len(offsets) + len(said)))
            offsets += [offset] * len(said)
            last = sign.end()
        parts.append(seen.text[last:])
        offsets += seen.offsets[last:]
        return "".join(parts).replace("\u00a0", " "), offsets, figures

    @property
    def text(self) -> str:
        """The visible words."""
        return self._seen[0]

    def where(self, at: int) -> Where:
        """The file and line of a place in the visible words."""
        return self._script.where(self._seen[1][at])

    @cached_property
    def _script(self) -> Script:
        """The words with figures as one sign, in pieces."""
        return script(replace(piece, text=MARK.sub(OUTPUT, piece.text)) for piece in self.placed.words.pieces)

    def stretch(self, definition: Definition) -> tuple[int, int]:
        """From where to where a definition reaches in the rendered words, marks and quotation marks included."""
        offsets = self._seen[1]
        first, last = offsets[definition.start - 1], offsets[definition.end]
        return self._rendered(first), self._rendered(last) + 1

    def _rendered(self, offset: int) -> int:
        """An offset in the words with figures as one sign, as one in the words with marks."""
        at = before = 0
        for mark, sign in self._marks:
            if sign >= offset:
                break
            at, before = mark, sign + 1
        return at + offset - before

    @cached_property
    def _marks(self) -> list[tuple[int, int]]:
        """The end of each mark in the rendered words, and the place of its sign where figures are one sign."""
        found: list[tuple[int, int]] = []
        shorter = 0
        for mark in MARK.finditer(self.placed.text):
            found.append((mark.end(), mark.start() - shorter))
            shorter += len(mark[0]) - 1
        return found

    @cached_property
    def headings(self) -> list[tuple[int, int]]:
        """From where to where headings reach: they have capitals of their own."""
        return [found.span() for found in _HEADING.finditer(self.text)]

    def heads(self, at: int) -> bool:
        """Whether a place is in a heading."""
        index = bisect_right(self.headings, (at, len(self.text))) - 1
        return index >= 0 and self.headings[index][0] <= at < self.headings[index][1]

    def within_a_figure(self, start: int, end: int) -> bool:
        """Whether some of a stretch is a part only of a printed figure, such as *Company* in a name."""
        figures = self._seen[2]
        index = max(bisect_right(figures, (start, 0)) - 1, 0)
        for left, right in figures[index:]:
            if left >= end:
                return False
            if right > start and not (start <= left and right <= end):
                return True
        return False

    def begins(self, at: int) -> bool:
        """Whether a sentence, a cell or a line begins there, with a capital in any case."""
        return _BEGINS.search(self.text, max(at - 8, 0), at) is not None

    @cached_property
    def definitions(self) -> tuple[Definition, ...]:
        """Every definition, in order."""
        found: dict[int, Definition] = {}
        for bracket in _IN_BRACKETS.finditer(self.text):
            if not _POINTING.match(bracket[1]):
                named: set[str] = set()
                for each in re.finditer(_QUOTED, bracket[1]):
                    # (each, a "Tender Agent", and together, the "Tender Agents") defines one term.
                    if each[1] in named or named.isdisjoint(variants(each[1])):
                        at = bracket.start(1) + each.start(1)
                        found[at] = Definition(each[1], at, at + len(each[1]))
                    named.add(each[1])
        for each in _SAID.finditer(self.text):
            found.setdefault(each.start(1), Definition(each[1], each.start(1), each.end(1)))
        return tuple(found[at] for at in sorted(found) if _is_name(found[at].term) and not self.heads(at))

    def uses(self, terms: Sequence[str]) -> Iterator[Use]:
        """Where terms are used, in any capitals; of two that begin in one place, the longer one."""
        names = {variant.lower(): term for term in terms for variant in variants(term)}
        lengths: dict[str, set[int]] = {}
        for name in names:
            if first := _WORD.match(name):
                lengths.setdefault(first[0], set()).add(len(name))
        longest_first = {word: sorted(of, reverse=True) for word, of in lengths.items()}
        flat = re.sub(r"\s", " ", self.text)
        at = 0
        for word in _WORD.finditer(flat):
            # Looked up, not searched for: a document of many terms is gone through once.
            for length in longest_first.get(word[0].lower(), ()) if word.start() >= at else ():
                start, end = word.start(), word.start() + length
                term = names.get(flat[start:end].lower())
                if term is not None and not _GOES_ON.match(flat, end) and not self.within_a_figure(start, end):
                    at = end
                    yield Use(term, flat[start:end], start, end)
                    break


def _is_name(term: str) -> bool:
    return term[:1].isupper() or (term[:1].isdigit() and any(map(str.isupper, term)))


def variants(term: str) -> tuple[str, ...]:
    """A term in the singular and in the plural.

    >>> variants("Existing Bonds"), variants("Holder")
    (('Existing Bonds', 'Existing Bond'), ('Holder', 'Holders'))
    """
    return (term, term[:-1]) if term.endswith("s") and not term.endswith("ss") else (term, f"{term}s")


def by_term(definitions: Sequence[Definition]) -> Mapping[str, Definition]:
    """The first definition of each term."""
    found: dict[str, Definition] = {}
    known: set[str] = set()
    for each in definitions:
        if known.isdisjoint(variants(each.term)):
            found[each.term] = each
        known.update(variants(each.term))
    return found
