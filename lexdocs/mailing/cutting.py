"""The holdings of a mailing in the order in which they are mailed, cut into shards that a new holder does not shift.

A shard ends behind a holding whose identifier says so by its hash. So a holder who comes or goes changes the shard in
which it stands, and no other.
"""

from __future__ import annotations

import hashlib
import heapq
import marshal
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import chain
from operator import itemgetter
from pathlib import Path
from typing import Any

from lexdocs.terms.joined import Holdings, Joining, Wanted
from lexdocs.terms.parting import Listings
from lexdocs.terms.spool import Spool

MEAN, MOST = 1 << 11, 1 << 13  # holdings of a shard: on average, and at most
_PLAIN = 2  # the version of marshal whose bytes depend on the values alone
_NUMBER = itemgetter(0)
_NOWHERE = "\n"  # neither a country nor a postal code
Row = tuple[int, str, tuple[Any, ...], bool, str]
"""Its place in the register, its label, its leaves, whether they are exact numbers, and where it is posted to."""


@dataclass(frozen=True)
class Shard:
    """Some holdings that follow one another: where they lie, what stands for all that is known of them, how many.

    `before` is where the digests of their released statements lie, in a mailing that corrects another.
    """

    number: int
    path: Path
    digest: str
    rows: int
    before: Path | None = field(default=None, kw_only=True)

    def released(self) -> list[str]:
        """The digest of the words of each one's released statement, if this mailing corrects another."""
        return [] if self.before is None else marshal.loads(self.before.read_bytes())  # noqa: S302  our own, of this run

    def read(self) -> Holdings:
        """The holdings."""
        return self.read_with_destinations()[0]

    def read_with_destinations(self) -> tuple[Holdings, Sequence[str]]:
        """The holdings, and where the statement of each is posted to; nothing where no country or code is given."""
        return holdings_from(self.path.read_bytes())


@dataclass(frozen=True)
class LogCounts:
    """Rows of the tender log that no statement has: `later` than the terms; late or defective and not waived."""

    later: int = 0
    not_counted: int = 0


def holdings_from(data: bytes) -> tuple[Holdings, Sequence[str]]:
    """The holdings of a shard from its bytes, and where their statements are posted to."""
    numbers, labels, columns, exact, destinations = marshal.loads(data)  # noqa: S302  our own, of this run
    return Holdings(
        numbers, labels, columns, {index: tuple(map(_from_disk, each)) for index, each in exact}
    ), destinations


class Cut:
    """Shards as they are cut: those `known` so far, how to read them, and how many of them were made before."""

    def __init__(self, coming: Iterator[Shard]) -> None:
        self.coming = coming
        self.known: list[Shard] = []
        self.reading: list[Callable[[], Holdings]] = []
        self.again = 0

    def all(self) -> None:
        """Cut all of them now."""
        for _ in self._cut():
            pass

    def counted(self, made: Callable[[Shard], bool]) -> Iterator[Shard]:
        """All of them, while it is counted which were made before."""
        for shard in chain(tuple(self.known), self._cut()):
            self.again += made(shard)
            yield shard

    def _cut(self) -> Iterator[Shard]:
        for shard in self.coming:
            self.known.append(shard)
            self.reading.append(shard.read)
            yield shard


def cut(listings: Listings, wanted: Wanted, folder: Path, *, ordered: bool) -> Iterator[Shard | LogCounts]:
    """The shards of a register and its log, for leaves that are wanted of each holding; at last what else the log has.

    With `ordered` raises `Unordered` where the register is in no order; when the last shard is cut, `InputError` with
    all that is wrong with register and log.
    """
    joining = Joining(listings, wanted, folder, ordered=ordered)
    yield from shards_of(joining, folder, ordered=ordered)
    joining.finish()
    yield LogCounts(joining.parted.later, joining.not_counted)


def apart(coming: Iterable[Shard | LogCounts], counts: list[LogCounts]) -> Iterator[Shard]:
    """The shards alone, as they come; what is counted of the log is added to others."""
    for each in coming:
        if isinstance(each, LogCounts):
            counts.append(each)
        else:
            yield each


def shards_of(joining: Joining, folder: Path, *, ordered: bool) -> Iterator[Shard]:
    """The holdings of a register in its order, in shards; `ordered` says that those of `joining` follow one another.

    The last leaf that `joining` gives is `DESTINATION`, which is no leaf of the shards.
    """
    rows = _in_order(joining) if ordered else _sorted(joining, folder)
    waiting: list[Row] = []
    number = 0
    for row in rows:
        waiting.append(row)
        if zlib.crc32(row[1].encode("utf-8")) % MEAN == 0 or len(waiting) == MOST:
            yield _written(number, waiting, folder)
            number, waiting = number + 1, []
    if waiting:
        yield _written(number, waiting, folder)


def _in_order(joining: Joining) -> Iterator[Row]:
    return chain.from_iterable(_rows(joining.holdings(shard)) for shard in range(joining.shards))


def _rows(holdings: Holdings) -> Iterator[Row]:
    leaves = zip(*holdings.columns, strict=True)
    for index, (number, label, own) in enumerate(zip(holdings.numbers, holdings.labels, leaves, strict=True)):
        exact = holdings.exact.get(index)
        *values, destination = own if exact is None else map(_to_disk, exact)
        yield number, label, tuple(values), exact is not None, destination


def _sorted(joining: Joining, folder: Path) -> Iterator[Row]:
    """The rows of shards by hash, put back into the order of the register."""
    spool = Spool(folder, "unordered", joining.shards)
    with spool:
        for shard in range(joining.shards):
            spool.put(shard, list(_rows(joining.holdings(shard))))
    yield from heapq.merge(*(spool.rows(shard) for shard in range(joining.shards)), key=_NUMBER)


def _written(number: int, rows: Sequence[Row], folder: Path) -> Shard:
    numbers, labels, leaves, exactly, posted = zip(*rows, strict=True)
    columns = list(zip(*leaves, strict=True))
    exact = [(index, leaves[index]) for index, so in enumerate(exactly) if so]
    destinations = posted if any(each != _NOWHERE for each in posted) else ()
    said = marshal.dumps((labels, columns, exact, destinations), _PLAIN)
    path = folder / f"rows-{number}"
    path.write_bytes(marshal.dumps((numbers, labels, columns, exact, destinations), _PLAIN))
    return Shard(number, path, hashlib.sha256(said).hexdigest(), len(rows))


def _to_disk(value: Any) -> Any:
    return (value.numerator, value.denominator) if isinstance(value, Fraction) else value


def _from_disk(value: Any) -> Any:
    return Fraction(*value) if isinstance(value, tuple) else value
