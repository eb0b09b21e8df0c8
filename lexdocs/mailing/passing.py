"""What passes by while shards are worked out: their sums, their statements for the sample, and how many are done."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import accumulate
from pathlib import Path

from lexdocs.figures.figure import Shape
from lexdocs.figures.streaming import Pass
from lexdocs.mailing.beside import BesideFigures
from lexdocs.mailing.cutting import Cut
from lexdocs.mailing.largest import Largest
from lexdocs.mailing.sums import MailedSums, See, take


def by_statements(shards: Cut, heard: Callable[[int, int], None]) -> Callable[[int, int], None]:
    """What tells of statements when it is told of shards, which are all known then: as if the first were done."""
    upto: list[int] = []

    def told(done: int, _of: int) -> None:
        if not upto:
            upto.extend(accumulate((each.rows for each in shards.known), initial=0))
        heard(upto[done], upto[-1])

    return told


def merging(
    paths: Iterable[Path], last: Pass, mailed: MailedSums, largest: Largest, beside: BesideFigures,
    shapes: Mapping[str, Shape], see: See,
) -> Iterator[Path]:  # fmt: skip
    """What was made of shards, their sums merged into those of all as they come; `see` is shown their statements."""
    for path in paths:
        take(path, last, mailed, largest, beside, shapes, see)
        yield path


def noted(paths: Iterable[Path], known: list[Path]) -> Iterator[Path]:
    """Paths as they come, each of them noted."""
    for path in paths:
        known.append(path)
        yield path
