"""The rows of a register in blocks: what `read_rows` gives, column by column, with the long way for unusual rows."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import compress
from pathlib import Path
from typing import Any

from lexdocs.errors import Problem
from lexdocs.notation.units import SCALES, Unit
from lexdocs.terms.blocks import Known, blocks, unusual
from lexdocs.terms.frame import Frame
from lexdocs.terms.listing import ID, plain_cents
from lexdocs.terms.register_addresses import address_of, is_posted
from lexdocs.terms.register_columns import ADDRESS, DESTINATION
from lexdocs.terms.register_rows import Layout, Row, careful, opened_register, plain_rate
from lexdocs.terms.sheet import HoldersTerms

_MILLION = SCALES[Unit.PERCENTAGE]


@dataclass(frozen=True)
class Block:
    """Rows of a register, column by column; `amounts` and `texts` hold a column each for those that there are.

    Amounts are whole cents and shares parts of a million. `rest` are the rows that went the long way: each with the
    number of the block's other rows before it.
    """

    lines: Sequence[int]
    ids: Sequence[str]
    series: Sequence[str]
    amounts: Sequence[Sequence[int]]
    shares: Sequence[int]
    texts: Sequence[Sequence[str]]
    rest: Sequence[tuple[int, Row]]


def read_blocks(
    folder: Path, terms: HoldersTerms, frame: Frame, problems: list[Problem], texts: Sequence[str], *, logged: bool,
    aside: Collection[int] = (),
) -> Iterator[Block]:  # fmt: skip
    """The sound rows of a register, in order, as `read_rows` gives them; `texts` are the columns of texts to give."""
    with opened_register(folder, terms, frame, problems, logged=logged, aside=aside) as (records, heading, layout):
        reading = _Reading(heading, layout, texts, problems)
        for rows, lines in blocks(records):
            yield reading.block(rows, lines)


class _Reading:
    """What has been read so far of amounts and rates, and where the columns stand."""

    def __init__(self, heading: list[str], layout: Layout, texts: Sequence[str], problems: list[Problem]) -> None:
        self.heading, self.layout, self.texts, self.problems = heading, layout, texts, problems
        self.words = [each.name for each in layout.columns if each.unit is Unit.TEXT]
        self.sums = [each.name for each in layout.columns if each.unit is Unit.MONEY]
        self.known = frozenset(layout.frame.series or ())
        self.languages = frozenset(("", *layout.frame.languages))
        self.amount, self.share = Known(lambda text: plain_cents(text) if text else 0), Known(_parts)
        # An option in the register depends on what is tendered: such rows go the long way.
        self.short = "option" not in layout.index

    def block(self, rows: list[list[str]], lines: Sequence[int]) -> Block:
        """The block of some rows."""
        width, places, count = len(self.heading), self.layout.places, len(rows)
        odd = set(range(count)) if not self.short else set()
        if set(map(len, rows)) != {width}:
            odd.update(index for index, cells in enumerate(rows) if len(cells) != width)
        kept = [cells if index not in odd else [""] * width for index, cells in enumerate(rows)] if odd else rows
        columns = list(zip(*kept, strict=True))
        empty = ("",) * count

        def column(name: str) -> Sequence[str]:
            return columns[places[name]] if name in places else empty

        ids, series, amounts, shares = self._looked_at(column, count, odd)
        texts = [self._text(name, column, count) for name in self.texts]
        rest: list[tuple[int, Row]] = []
        if odd:
            plain = [index not in odd for index in range(count)]
            for place, index in enumerate(sorted(odd)):
                row = careful(rows[index], self.heading, lines[index], self.layout, self.problems)
                if row is not None:
                    rest.append((index - place, row))
            lines, ids, series, shares = (list(compress(each, plain)) for each in (lines, ids, series, shares))
            amounts = [list(compress(each, plain)) for each in amounts]
            texts = [list(compress(each, plain)) for each in texts]
        return Block(lines, ids, series, amounts, shares, texts, rest)

    def _looked_at(self, column: Callable[[str], Sequence[str]], count: int, odd: set[int]) -> tuple[Any, ...]:
        """The identifiers, series, amounts and rates of a block; the rows that need care are added to `odd`."""
        for name in self.words:
            odd.update(unusual(column(name)))
        ids = column("id")
        if not all(map(ID, ids)):
            odd.update(index for index, each in enumerate(ids) if not ID(each))
        series = column("series")
        if self.known:
            series = (
                series
                if "series" in self.layout.places
                else tuple(self.known) * count
                if len(self.known) == 1
                else ("",) * count
            )
            odd.update(index for index, each in enumerate(series) if each not in self.known)
        amounts = [list(map(self.amount.__getitem__, column(name))) for name in self.sums]
        shares = list(map(self.share.__getitem__, column("withholding")))
        for values in (*amounts, shares):
            if None in values:
                odd.update(index for index, value in enumerate(values) if value is None)
        for name in ("held", "name", "address_1"):
            if "" in (cells := column(name)):
                odd.update(index for index, each in enumerate(cells) if not each)
        if {"country", "postal_code"} & self.layout.places.keys():
            sound = map(is_posted, column("country"), column("postal_code"))
            odd.update(index for index, each in enumerate(sound) if not each)
        if "language" in self.layout.places:
            odd.update(index for index, each in enumerate(column("language")) if each not in self.languages)
        if "tendered" in self.sums:
            self._possible(amounts, column("tendered"), odd)
        return ids, series, amounts, shares

    def _possible(self, amounts: list[list[Any]], written: Sequence[str], odd: set[int]) -> None:
        """Note the rows whose amounts cannot be; what is tendered early is all that is valid, unless it is stated."""
        held, tendered, withdrawn = amounts[:3]
        for index, said in enumerate(written):
            if index in odd:
                continue
            left = tendered[index] - withdrawn[index]
            if not said or not 0 <= left <= held[index]:
                odd.add(index)
            elif len(amounts) > 3:
                if "early" not in self.layout.places:
                    amounts[3][index] = left
                elif amounts[3][index] > left:
                    odd.add(index)

    def _text(self, name: str, column: Callable[[str], Sequence[str]], count: int) -> Sequence[str]:
        """A column of texts: of the file, or put together from several of them."""
        if name == ADDRESS.name:
            lines = [column(each) for each in self.words if each.startswith("address_")]
            said = zip(*lines, strict=True)
            if "country" not in self.layout.places:
                return ["\n".join([line for line in each if line]) for each in said]
            return list(map(address_of, said, column("country")))
        if name == DESTINATION.name:
            if not {"country", "postal_code"} & self.layout.places.keys():
                return ["\n"] * count
            return list(map("\n".join, zip(column("country"), column("postal_code"), strict=True)))
        return column(name)


def _parts(text: str) -> int | None:
    rate = plain_rate(text)
    return int(rate * _MILLION) if rate is not None and (rate * _MILLION).denominator == 1 else None
