"""The register and the tender log read row by row and parted into shards by the holder's identifier."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from operator import itemgetter
from pathlib import Path
from typing import Any, BinaryIO

from lexdocs.errors import InputError, Problem
from lexdocs.notation.units import SCALES, Unit
from lexdocs.terms.deadlines import Deadlines
from lexdocs.terms.frame import Frame
from lexdocs.terms.moves import TIME, Move, move_of, stamp, whole
from lexdocs.terms.register_rows import ADDRESS, LINES, columns, read_rows
from lexdocs.terms.sheet import HoldersTerms
from lexdocs.terms.spool import Spool
from lexdocs.terms.tender_terms import TendersTerms
from lexdocs.terms.tenders import Entry, read_entries, repeated

_CENTS, _MILLION = SCALES[Unit.MONEY], SCALES[Unit.PERCENTAGE]
_SIGNS = 24  # shards of references
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
    at = {column.name: index for index, column in enumerate(listed)}
    by_figure = {column.figure: index for index, column in enumerate(listed) if column.unit is Unit.TEXT}
    lines = [at[f"address_{line}"] for line in range(1, LINES + 1)]
    amounts_of = picking([at[name] for name in AMOUNTS if name in at])
    texts_of = picking([by_figure[name] for name in texts if name != ADDRESS.figure])
    with_address = ADDRESS.figure in texts
    option_at = at.get("option")
    shares: dict[str, Any] = {}
    option, waiting, kept, full = "", bytearray(), rows.kept, rows.most - 1
    number = -1
    for number, (holder, series, line, values, written) in enumerate(
        read_rows(listings.folder, listings.holders, frame, problems, logged=logged)
    ):
        exact = False
        amounts: tuple[Any, ...] = tuple([value * _CENTS for value in amounts_of(values)])
        for amount in amounts:
            if type(amount) is not int:
                amounts = tuple([whole(each, _CENTS) for each in amounts])
                exact = tuple in map(type, amounts)
                break
        rate = written[-1]
        if rate not in shares:
            shares[rate] = whole(values[-1] * _MILLION, _MILLION)
        share = shares[rate]
        if option_at is not None:
            option = values[option_at]
        words = texts_of(values)
        if with_address:
            words = (*words, "\n".join([each for index in lines if (each := values[index])]))
        shard = hash(holder.lower()) % shards
        waiting.append(shard)
        kept[shard].append((number, line, holder, series, amounts, exact or type(share) is tuple, option, share, words))
        if number & full == full:
            rows.write()
            order.write(waiting)
            waiting.clear()
            shares.clear()
    order.write(waiting)
    return number + 1


def picking(places: Sequence[int]) -> Callable[[Sequence[Any]], tuple[Any, ...]]:
    """A function that picks some places of a row, always as a tuple.

    >>> picking([1])("abc"), picking([2, 0])("abc"), picking([])("abc")
    (('b',), ('c', 'a'), ())
    """
    if len(places) > 1:
        return itemgetter(*places)
    return (lambda row: (row[places[0]],)) if places else (lambda _row: ())


def _part_moves(listings: Listings, deadlines: Deadlines, moves: Spool, shards: int, problems: list[Problem]) -> int:
    """Part the log. References are held against one another by their hashes, and read again if two are alike."""
    as_of, later, kept, full = stamp(deadlines.as_of), 0, moves.kept, moves.most - 1
    references = Spool(moves.folder, "references", _SIGNS)
    signs = references.kept
    with references:
        for number, entry in enumerate(_entries(listings, problems)):
            time, holder, tenders, principal, line, series, option, reference, defect, waiver = entry
            if type(principal) is int and not defect and waiver is None:
                when = stamp(time)
                move: Move = (when, not tenders, principal * _CENTS, holder, line, series, option, reference, ())
            else:
                move = move_of(entry)
                when = move[TIME]
            if when > as_of:
                later += 1
            if reference:
                sign = hash(reference)
                signs[sign % _SIGNS].append(sign)
            kept[hash(holder.lower()) % shards].append(move)
            if number & full == full:
                moves.write()
                references.write()
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
