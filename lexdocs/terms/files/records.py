"""Rows of a listing, whatever file they come from: cells as texts, and where in the file each ends."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, islice
from types import MappingProxyType
from typing import Protocol

from lexdocs.errors import Problem

Aside = Mapping[str, Collection[int]]
"""Rows that are set aside: of each file, by its name in the term sheet, the lines in which they begin."""

NOTHING: Aside = MappingProxyType({})
_ENDS = re.compile(r"\r\n|\r|\n").findall


class Records(Protocol):
    """The rows of a listing one after another, its heading first.

    `line_num` is the line, or the row of a sheet, in which the row last given ends. Rows without a cell are given too,
    so that the numbers of those that follow one another do.
    """

    @property
    def line_num(self) -> int:
        """Where the last row ends; lines count from one, and nought is before all of them."""

    def __iter__(self) -> Iterator[list[str]]:
        """The rows that are left."""

    def __next__(self) -> list[str]:
        """The next row."""

    def take(self, rows: list[list[str]], most: int) -> None:
        """Add the next rows to others, up to so many in all; where reading ends in an error, what came before it."""


@dataclass(frozen=True)
class Kind:
    """A kind of listing, as problems speak of it: `the register`, its section of the term sheet, its rows.

    `texts` are the columns whose cells are texts even where they look like numbers, the one that names the row first;
    `amounts` those of money, `others` all that it can have besides.
    """

    noun: str
    section: str
    rows: str
    texts: Sequence[str] = ()
    amounts: Sequence[str] = ()
    others: Sequence[str] = ()

    @property
    def key(self) -> str:
        """The column that names the row."""
        return self.texts[0]

    def names(self) -> tuple[str, ...]:
        """Every column that such a listing can have."""
        return (*self.texts, *self.amounts, *self.others)


class Broken(Problem):
    """What is wrong with a file from a place on, so that nothing behind it can be read."""


class Told(str):
    """A cell of which the reader of its file has told already what is wrong with it: nothing more is said of it."""

    __slots__ = ()


class Rows:
    """Records that a reader of ours makes: a heading that is no row of the file, if there is one, and then its rows.

    >>> rows = Rows([["F-7"], ["F-8"]], heading=["id"], before=2)
    >>> next(rows), rows.line_num, list(rows), rows.line_num
    (['id'], 2, [['F-7'], ['F-8']], 4)
    """

    def __init__(self, rows: Iterable[list[str]], *, heading: list[str] | None = None, before: int = 0) -> None:
        self.line_num = before
        self._rows = self._counted(rows, heading)

    def _counted(self, rows: Iterable[list[str]], heading: list[str] | None) -> Iterator[list[str]]:
        if heading is not None:
            yield heading
        for row in rows:
            self.line_num += 1
            yield row

    def __iter__(self) -> Iterator[list[str]]:
        # The one iterator itself: whoever takes some rows and comes back for more goes on where they stopped.
        return self._rows

    def __next__(self) -> list[str]:
        return next(self._rows)

    def take(self, rows: list[list[str]], most: int) -> None:
        """Add the next rows to others, up to so many in all."""
        rows.extend(islice(self._rows, most - len(rows)))


class Without:
    """Records of which some rows, by their lines, are left blank, so that all others keep their place."""

    def __init__(self, records: Records, lines: Collection[int]) -> None:
        self.records, self.lines = records, lines

    @property
    def line_num(self) -> int:
        """Where the last row ends."""
        return self.records.line_num

    def __iter__(self) -> Iterator[list[str]]:
        records, lines = self.records, self.lines
        for first, row in begun(records):
            yield [blank(row)] if first in lines else row

    def __next__(self) -> list[str]:
        first, row = self.records.line_num + 1, next(self.records)
        return [blank(row)] if first in self.lines else row

    def take(self, rows: list[list[str]], most: int) -> None:
        """Add the next rows to others, up to so many in all."""
        at, before, last = len(rows), self.records.line_num, None
        try:
            self.records.take(rows, most)
            last = self.records.line_num
        finally:  # what came before a place from which nothing can be read is taken too
            for place, first in enumerate(begins(rows[at:], before, last), at):
                if first in self.lines:
                    rows[place] = [blank(rows[place])]


def begins(rows: Sequence[Sequence[str]], before: int, last: int | None) -> Sequence[int]:
    r"""The line in which each row begins: the next one, but behind rows with line ends in their cells.

    `before` is where the row before them ended, `last` where they end, if that is known.

    >>> begins([["F-7"], ["F-8", "two\nlines"], ["F-9"]], 1, 5)
    [2, 3, 5]
    """
    if last == before + len(rows):
        return range(before + 1, last + 1)
    return list(accumulate((1 + sum(len(_ENDS(cell)) for cell in cells) for cells in rows), initial=before + 1))[:-1]


def begun(records: Records) -> Iterator[tuple[int, list[str]]]:
    """Rows with the line in which each begins: the next one after that in which the one before it ended."""
    end = records.line_num
    for row in records:
        first, end = end + 1, records.line_num
        yield first, row


def blank(row: Iterable[str]) -> str:
    """A cell that says nothing, and takes as many lines as the row did."""
    return "\n" * sum(len(_ENDS(cell)) for cell in row)
