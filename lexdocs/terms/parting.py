"""The register and the tender log read row by row and parted into shards by the holder's identifier."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import count, repeat
from operator import itemgetter
from pathlib import Path
from typing import Any

from lexdocs.errors import InputError, Problem
from lexdocs.notation.units import SCALES, Unit
from lexdocs.terms.blocks import without_case
from lexdocs.terms.deadlines import Deadlines
from lexdocs.terms.files.records import Aside
from lexdocs.terms.frame import Frame
from lexdocs.terms.listing import Column
from lexdocs.terms.moves import HOLDER, TIME, stamp, whole
from lexdocs.terms.register_addresses import address_of
from lexdocs.terms.register_blocks import read_blocks
from lexdocs.terms.register_columns import ADDRESS, DESTINATION, LINES, columns
from lexdocs.terms.register_rows import Row
from lexdocs.terms.sheet import HoldersTerms
from lexdocs.terms.spool import Spool
from lexdocs.terms.tender_blocks import read_moves
from lexdocs.terms.tender_terms import TendersTerms
from lexdocs.terms.tenders import Entry, read_entries, repeated

_CENTS, _MILLION = SCALES[Unit.MONEY], SCALES[Unit.PERCENTAGE]
_SIGNS = 24  # shards of references
_TIME = itemgetter(TIME)
ID = 2  # the place of the identifier in a row
AMOUNTS = ("held", "tendered", "withdrawn", "early")


@dataclass(frozen=True)
class Listings:
    """The two files of a deal, and what the terms ask of them; `deadlines` is None where there is no log.

    Rows of `aside` are passed over.
    """

    folder: Path
    holders: HoldersTerms
    tenders: TendersTerms
    frame: Frame
    deadlines: Deadlines | None
    place: str
    aside: Aside = field(default_factory=dict)


class ByHash:
    """Both files in shards by a hash of the identifier, whatever the order of the register.

    A row is (number, line, id, series, amounts, exact, option, rate, texts): amounts in cents and the rate in parts of
    a million, but with `exact` some as numerator and denominator of dollars or of the whole. Rows of `moves` are
    `Move`. `later` counts the rows of the log after the moment of the terms.
    """

    def __init__(
        self, listings: Listings, texts: Sequence[str], scratch: Path, shards: int, problems: list[Problem]
    ) -> None:
        self.shards, self.order = shards, scratch / "order"
        self.rows = Spool(scratch, "rows", shards)
        with self.order.open("wb") as order, self.rows:
            waiting, kept = 0, self.rows.kept
            for rows in rows_in_blocks(listings, texts, problems):
                places = self.places([row[ID] for row in rows])
                order.write(bytes(places))
                for shard, row in zip(places, rows, strict=True):
                    kept[shard].append(row)
                waiting += len(rows)
                if waiting > self.rows.most:
                    self.rows.write()
                    waiting = 0
        self.moves, self.later = part_moves(listings, scratch, shards, self.places, problems)

    def places(self, names: Sequence[str]) -> list[int]:
        """The shards of some identifiers; capitals do not tell them apart."""
        shards = self.shards
        return [hash(name) % shards for name in without_case(names)]

    def rows_of(self, shard: int) -> list[Any]:
        """The rows of a shard, in the order of the register."""
        return list(self.rows.rows(shard))

    def alone(self) -> bool:
        """Whether every identifier stands for one holding, in all of the register."""
        for shard in range(self.shards):
            ids = without_case([row[ID] for row in self.rows.rows(shard)])
            if len(set(ids)) != len(ids):
                return False
        return True

    def in_order(self, spool: Spool) -> Iterator[list[Any]]:
        """What stands in a spool for each row, shard by shard, in the order of the register, some rows at a time."""
        rows = [spool.rows(shard).__next__ for shard in range(self.shards)]
        with self.order.open("rb") as order:
            while places := order.read(spool.most):
                yield [rows[shard]() for shard in places]


def rows_in_blocks(listings: Listings, texts: Sequence[str], problems: list[Problem]) -> Iterator[list[Any]]:
    """The rows of the register as they are kept; `texts` are the leaves to keep beside amounts.

    What is wrong with a row, or with the whole file, is added to `problems`.
    """
    logged, frame = listings.deadlines is not None, listings.frame
    listed = columns(frame, logged=logged)
    names = {column.figure: column.name for column in (*listed, ADDRESS, DESTINATION) if column.unit is Unit.TEXT}
    wanted = [names[figure] for figure in texts]
    number = 0
    try:
        aside = listings.aside.get(listings.holders.file, ())
        read = read_blocks(listings.folder, listings.holders, frame, problems, wanted, logged=logged, aside=aside)
        for block in read:
            texts_of = zip(*block.texts, strict=True) if wanted else repeat(())
            found: list[Any] = list(zip(
                count(number), block.lines, block.ids, block.series, zip(*block.amounts, strict=True), repeat(False),
                repeat(""), block.shares, texts_of, strict=False,
            ))  # fmt: skip
            if block.rest:
                for place, row in reversed(block.rest):
                    found.insert(place, (0, *_kept_of(row, listed, wanted)))
                found = [(number, *each[1:]) for number, each in enumerate(found, number)]
            number += len(found)
            yield found
    except InputError as error:
        problems += error.problems


def _kept_of(row: Row, listed: Sequence[Column], texts: Sequence[str]) -> tuple[Any, ...]:
    """What is kept of a row that was read the long way."""
    values = {column.name: value for column, value in zip(listed, row.values, strict=True)}
    values[ADDRESS.name] = address_of((values[f"address_{n}"] for n in range(1, LINES + 1)), values["country"])
    values[DESTINATION.name] = f"{values['country']}\n{values['postal_code']}"
    amounts = tuple([whole(values[name] * _CENTS, _CENTS) for name in AMOUNTS if name in values])
    share = whole(values["withholding"] * _MILLION, _MILLION)
    exact = tuple in map(type, (*amounts, share))
    words = tuple([values[name] for name in texts])
    return row.line, row.id, row.series, amounts, exact, values.get("option", ""), share, words


def part_moves(
    listings: Listings, scratch: Path, shards: int, places: Callable[[Sequence[str]], Sequence[int]],
    problems: list[Problem],
) -> tuple[Spool, int]:  # fmt: skip
    """Part the log; `places` tells the shards of some holders. Gives how many rows are later than the terms, too."""
    moves = Spool(scratch, "moves", shards)
    with moves:
        try:
            later = (
                0 if listings.deadlines is None else _part_moves(listings, listings.deadlines, moves, places, problems)
            )
        except InputError as error:
            problems += error.problems
            later = 0
    return moves, later


def _part_moves(
    listings: Listings, deadlines: Deadlines, moves: Spool, places: Callable[[Sequence[str]], Sequence[int]],
    problems: list[Problem],
) -> int:  # fmt: skip
    """Part the log. References are held against one another by their hashes, and read again if two are alike."""
    as_of, later, kept, waiting = stamp(deadlines.as_of), 0, moves.kept, 0
    references = Spool(moves.folder, "references", _SIGNS)
    signs = references.kept
    with references:
        aside = listings.aside.get(listings.tenders.file, ())
        read = read_moves(listings.folder, listings.tenders, listings.frame, problems, listings.place, aside)
        for block, said in read:
            for shard, move in zip(places([move[HOLDER] for move in block]), block, strict=True):
                kept[shard].append(move)
            if any(said):
                for sign in map(hash, filter(None, said)):
                    signs[sign % _SIGNS].append(sign)
            later += sum(move[TIME] > as_of for move in block) if max(map(_TIME, block), default=0) > as_of else 0
            waiting += len(block)
            if waiting > moves.most:
                moves.write()
                references.write()
                waiting = 0
    alike = {sign for shard in range(_SIGNS) for sign in _twice(list(references.rows(shard)))}
    if alike:
        ignored: list[Problem] = []
        again = (entry for entry in _entries(listings, ignored) if hash(entry.reference) in alike)
        problems += repeated(again, listings.tenders.file)
    return later


def _entries(listings: Listings, problems: list[Problem]) -> Iterator[Entry]:
    aside = listings.aside.get(listings.tenders.file, ())
    return read_entries(listings.folder, listings.tenders, listings.frame, problems, listings.place, aside)


def _twice(signs: Sequence[int]) -> set[int]:
    if len(set(signs)) == len(signs):
        return set()
    seen: set[int] = set()
    return {sign for sign in signs if sign in seen or seen.add(sign)}  # type: ignore[func-returns-value]  # add gives nothing
