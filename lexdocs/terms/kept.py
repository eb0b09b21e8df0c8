"""Holdings kept on disk when they are first read, for those who need them again."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path
from typing import Any

from lexdocs.terms.joined import Holdings, Joining
from lexdocs.terms.spool import Spool


class Kept:
    """Holdings that are kept on disk when they are first read, for those who need them again."""

    def __init__(self, joining: Joining, scratch: Path) -> None:
        self.joining = joining
        self.spool = Spool(scratch, "joined", joining.shards)

    def holdings(self, shard: int) -> Holdings:
        """The holdings of a shard."""
        if shard not in self.joining.seen:
            read = self.joining.holdings(shard)
            exact = [(index, tuple(map(_to_disk, leaves))) for index, leaves in read.exact.items()]
            with self.spool.only(shard):
                self.spool.add(shard, (read.numbers, read.labels, read.columns, exact))
            return read
        ((numbers, labels, columns, exact),) = self.spool.rows(shard)
        return Holdings(numbers, labels, columns, {index: tuple(map(_from_disk, leaves)) for index, leaves in exact})


def _to_disk(value: Any) -> Any:
    return (value.numerator, value.denominator) if isinstance(value, Fraction) else value


def _from_disk(value: Any) -> Any:
    return Fraction(*value) if isinstance(value, tuple) else value
