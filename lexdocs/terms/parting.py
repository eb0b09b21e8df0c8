"""The register and the tender log read row by row and parted into shards by the holder's identifier."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count, repeat
from operator import itemgetter
from pathlib import Path
from typing import Any, BinaryIO

from lexdocs.errors import InputError, Problem
from lexdocs.notation.units import SCALES, Unit
from lexdocs.terms.blocks import without_case
from lexdocs.terms.deadlines import Deadlines
from lexdocs.terms.frame import Frame
from lexdocs.terms.listing import Column
from lexdocs.terms.moves import HOLDER, TIME, stamp, whole
from lexdocs.terms.register_blocks import read_blocks
from lexdocs.terms.register_columns import ADDRESS, LINES, columns
from lexdocs.terms.register_rows import Row
from lexdocs.terms.sheet import HoldersTerms
from lexdocs.terms.spool import Spool
from lexdocs.terms.tender_blocks import read_moves
from lexdocs.terms.tender_terms import TendersTerms
from lexdocs.terms.tenders import Entry, read_entries, repeated

_CENTS, _MILLION = SCALES[Unit.MONEY], SCALES[Unit.PERCENTAGE]
_SIGNS = 24  # shards of references
_TIME = itemgetter(TIME)
_ID = itemgetter(2)
_HOLDER = itemgetter(HOLDER)
AMOUNTS = ("held", "tendered", "withdrawn", "early")


@dataclass(frozen=True)
class Listings:
    """The two files of a deal, and what the terms ask of them; `deadlines` is None where there is no log."""

    folder: Path
    holders: HoldersTerms
    tenders: TendersTerms
    frame: Frame
    deadlines: Deadlines | None
    place: str


@dataclass(frozen=True)
class Parted:
    """Both files in shards. `shard_of` each row of the register is told in their order by `order`.

    A row of `rows` is (number, line, id, series, amounts, exact, option, rate, texts): amounts in cents and the rate in
    parts of a million, but with `exact` some as numerator and denominator of dollars or of the whole. Rows of `moves`
    are `Move`. `later` counts the rows of the log after the moment of the terms.
    """

    rows: Spool
    moves: Spool
    order: Path
    count: int
    later: int
    readable: bool

    def shard_of(self) -> Iterator[int]:
        """The shard of each row of the register, in the order of the register."""
        with self.order.open("rb") as file:
            while chunk := file.read(1 << 16):
                yield from chunk


def part(listings: Listings, texts: Sequence[str], scratch: Path, shards: int, problems: list[Problem]) -> Parted:
    """Part both files into shards under `scratch`; `texts` are the leaves of the register to keep beside amounts.

    What is wrong with a row is added to `problems`.
    """
    rows, moves = Spool(scratch, "rows", shards), Spool(scratch, "moves", shards)
    order, count, later = scratch / "order", 0, 0
    with order.open("wb") as file, rows:
        try:
            count = _part_rows(listings, texts, rows, file, shards, problems)
        except InputError as error:
            problems += error.problems
    readable = not problems
    with moves:
        if listings.deadlines is not None:
            try:
                later = _part_moves(listings, listings.deadlines, moves, shards, problems)
            except InputError as error:
                problems += error.problems
    return Parted(rows, moves, order, count, later, readable)


def _part_rows(
    listings: Listings, texts: Sequence[str], rows: Spool, order: BinaryIO, shards: int, problems: list[Problem]
) -> int:
    logged, frame = listings.deadlines is not None, listings.frame
    listed = columns(frame, logged=logged)
    names = {column.figure: column.name for column in (*listed, ADDRESS) if column.unit is Unit.TEXT}
    wanted = [names[figure] for figure in texts]
    kept, number, waiting = rows.kept, 0, 0
    for block in read_blocks(listings.folder, listings.holders, frame, problems, wanted, logged=logged):
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
        sharded = [hash(each) % shards for each in without_case(list(map(_ID, found)))]
        order.write(bytes(sharded))
        for shard, each in zip(sharded, found, strict=True):
            kept[shard].append(each)
        waiting += len(found)
        if waiting > rows.most:
            rows.write()
            waiting = 0
    return number


def _kept_of(row: Row, listed: Sequence[Column], texts: Sequence[str]) -> tuple[Any, ...]:
    """What is kept of a row that was read the long way."""
    values = {column.name: value for column, value in zip(listed, row.values, strict=True)}
    values["address"] = "\n".join([line for n in range(1, LINES + 1) if (line := values[f"address_{n}"])])
    amounts = tuple([whole(values[name] * _CENTS, _CENTS) for name in AMOUNTS if name in values])
    share = whole(values["withholding"] * _MILLION, _MILLION)
    exact = tuple in map(type, (*amounts, share))
    words = tuple([values[name] for name in texts])
    return row.line, row.id, row.series, amounts, exact, values.get("option", ""), share, words


def _part_moves(listings: Listings, deadlines: Deadlines, moves: Spool, shards: int, problems: list[Problem]) -> int:
    """Part the log. References are held against one another by their hashes, and read again if two are alike."""
    as_of, later, kept, waiting = stamp(deadlines.as_of), 0, moves.kept, 0
    references = Spool(moves.folder, "references", _SIGNS)
    signs = references.kept
    with references:
        for block, said in read_moves(listings.folder, listings.tenders, listings.frame, problems, listings.place):
            for holder, move in zip(without_case(list(map(_HOLDER, block))), block, strict=True):
                kept[hash(holder) % shards].append(move)
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
    return read_entries(listings.folder, listings.tenders, listings.frame, problems, listings.place)


def _twice(signs: Sequence[int]) -> set[int]:
    if len(set(signs)) == len(signs):
        return set()
    seen: set[int] = set()
    return {sign for sign in signs if sign in seen or seen.add(sign)}  # type: ignore[func-returns-value]  # add gives nothing
