"""Marks: what stands in the words for a printed value until the words are finished."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from lexdocs.documents.languages.saying import IN_ENGLISH, Saying, WordlessError
from lexdocs.errors import Problem, RenderError, Where
from lexdocs.figures.figure import Figure, Pending, Shape
from lexdocs.notation.languages import ENGLISH
from lexdocs.notation.typography import Medium

OPEN, _CLOSE, _ZERO = "\ue000", "\ue001", 0xE010
MARK = re.compile("\ue000([\ue010-\ue019]+)\ue001")


class Book(Protocol):
    """What words need of a figure book."""

    def names(self) -> Mapping[str, Shape]:
        """Every figure name with its unit and axes."""

    def rows(self, axis: str) -> tuple[str, ...] | Pending:
        """The labels of an axis, or what it waits for."""

    def lookup(self, name: str, context: Mapping[str, str]) -> Figure | Pending:
        """The figure of a name in a row. `KeyError` where there is none."""


@dataclass(frozen=True)
class Tick:
    """A value that a document prints: the figure, the style, and its two printed forms in the document's language."""

    figure: Figure
    style: str | None
    paper: str
    plain: str
    language: str = ENGLISH

    @property
    def address(self) -> str:
        """The figure's address."""
        return self.figure.address


@dataclass
class Marker:
    """Hands out marks while words are rendered, and remembers what each stands for.

    `asked` are the flags that decided which words were written: a document rests on them too. `open` is what it was
    asked of whether it is pending, and was.
    """

    book: Book
    where: Where
    saying: Saying = IN_ENGLISH
    ticks: list[Tick] = field(default_factory=list)
    pending: list[Pending] = field(default_factory=list)
    wordless: list[Problem] = field(default_factory=list)
    asked: dict[str, Figure] = field(default_factory=dict)
    open: dict[str, Pending] = field(default_factory=dict)

    def mark(self, figure: Figure | Pending, style: str | None) -> str:
        """The mark for a value; one that is pending, or has no words, is noted, to be reported with all others.

        Raises `NotationError` for a value that has no such form, `RenderError` for one that cannot be printed.
        """
        if isinstance(figure, Pending):
            self.pending.append(figure)
            return ""
        try:
            paper, plain = (self.saying.write(figure, style, medium) for medium in (Medium.PAPER, Medium.PLAIN))
        except WordlessError as error:
            self.wordless += error.problems
            return ""
        for char in plain:
            # A value with a mark in it would be taken for another value.
            if unprintable(char) and char != "\n":
                what = f"{figure.address} holds the character U+{ord(char):04X}, which does not print"
                raise RenderError(Problem(self.where, what, "write it in printing characters only"))
        self.ticks.append(Tick(figure, style, paper, plain, self.saying.language))
        return OPEN + "".join(chr(_ZERO + int(digit)) for digit in str(len(self.ticks) - 1)) + _CLOSE

    def waits(self, found: object) -> bool:
        """Whether a figure, or the rows of an axis, are pending; if so it is noted that the words say so."""
        if isinstance(found, Pending):
            self.open[found.address] = found
        return isinstance(found, Pending)

    def refuse_pending(self, where: Callable[[str], Where | None] = lambda _name: None) -> None:
        """Refuse a document that would print what is not fixed yet, or has no words, naming all of it.

        `where` tells the place at which a figure of some name is asked for.
        """
        problems = [
            Problem(
                where(each.name) or self.where,
                f"{each.address} is pending",
                f"fix or assume {', '.join(each.waits_for)}",
            )
            for each in self.pending
        ]
        if problems or self.wordless:
            raise RenderError(dict.fromkeys([*problems, *self.wordless]))


def unprintable(char: str) -> bool:
    r"""Whether a character has no printed form: a control, half a pair, for private use, or none at all.

    >>> unprintable("\x00"), unprintable("\ue000"), unprintable("é"), unprintable("\u00a0")
    (True, True, False, False)
    """
    return unicodedata.category(char) in ("Cc", "Co", "Cs", "Cn")


def number_of(mark: re.Match[str]) -> int:
    """Which tick a mark stands for."""
    return int("".join(str(ord(char) - _ZERO) for char in mark[1]))


def pieces(text: str) -> Iterator[str | int]:
    """A text cut at its marks: words, and the numbers of ticks."""
    at = 0
    for mark in MARK.finditer(text):
        if mark.start() > at:
            yield text[at : mark.start()]
        yield number_of(mark)
        at = mark.end()
    if at < len(text):
        yield text[at:]


def filled(text: str, print_tick: Callable[[int], str]) -> str:
    """The text with every mark replaced."""
    return MARK.sub(lambda mark: print_tick(number_of(mark)), text)
