"""The statements of kept shards in the order in which they are printed, each with the place to which it is posted."""

from __future__ import annotations

import marshal
import tempfile
from collections.abc import Iterable, Iterator
from itertools import repeat
from pathlib import Path
from typing import Any

from lexdocs.mailing.arranging import arranged
from lexdocs.mailing.claiming import SCRATCH
from lexdocs.mailing.keeping import read_kept
from lexdocs.mailing.postal import Place, place_of
from lexdocs.mailing.printing import Order

Placed = tuple[Place, tuple[Any, ...]]
"""A place, and what was made of a holding."""
_PLAIN = 2  # the version of marshal that spends no time on looking for what stands twice
_NOWHERE = place_of("")


def in_order(segments: Iterable[Path], order: str, folder: Path) -> Iterator[Placed]:
    """What was made of each holding: as the register stands, or by its place; rows wait on disk in `folder`."""
    placed = _placed(segments)
    if order != Order.POSTAL:
        yield from placed
        return
    with tempfile.TemporaryDirectory(prefix=SCRATCH, dir=folder) as scratch:
        packed = ((place, marshal.dumps(row, _PLAIN)) for place, row in placed)
        for place, row in arranged(packed, Path(scratch)):
            yield place, marshal.loads(row)  # noqa: S302  our own, packed above


def _placed(segments: Iterable[Path]) -> Iterator[Placed]:
    for path in segments:
        read = read_kept(path)
        destinations = read["destinations"]
        yield from zip(map(place_of, destinations) if destinations else repeat(_NOWHERE), read["rows"], strict=False)
