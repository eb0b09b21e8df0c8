"""The figures of some rows at a time, column by column: what a pass over the rows of an axis gives shard by shard."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any, Protocol

from lexdocs.figures.compiled import Compiled
from lexdocs.figures.lowered import Lowered, Uneven
from lexdocs.figures.quick import Quick
from lexdocs.notation.units import SCALES


class Passing(Protocol):
    """Rows that pass: their places among all rows, their labels, and a column for each leaf, in whole numbers.

    Where an amount of a row is not whole, `exact` has its leaves by its place here, amounts as `Fraction`.
    """

    @property
    def numbers(self) -> Sequence[int]: ...  # noqa: D102
    @property
    def labels(self) -> Sequence[str]: ...  # noqa: D102
    @property
    def columns(self) -> Sequence[Sequence[Any]]: ...  # noqa: D102
    @property
    def exact(self) -> Mapping[int, tuple[Any, ...]]: ...  # noqa: D102


@dataclass(frozen=True)
class _Piece:
    """Some of the rows that pass."""

    numbers: Sequence[int]
    labels: Sequence[str]
    columns: Sequence[Sequence[Any]]
    exact: Mapping[int, tuple[Any, ...]]


def pieces(rows: Passing, most: int = 512) -> Iterator[Passing]:
    """The rows some at a time, so that what is made of them stays at hand."""
    for start in range(0, len(rows.labels), most):
        part = slice(start, start + most)
        exact = {index - start: leaves for index, leaves in rows.exact.items() if start <= index < start + most}
        yield _Piece(rows.numbers[part], rows.labels[part], [column[part] for column in rows.columns], exact)


@dataclass(frozen=True)
class Part:
    """Rows that one lowered function has worked out: their places in the batch, and a column for each figure.

    `lowered.places` says how to read a column. A constant figure has a column without meaning.
    """

    lowered: Lowered
    indexes: Sequence[int]
    columns: Mapping[str, Sequence[Any]]


@dataclass(frozen=True)
class Batch:
    """Some rows with their figures: parts that are whole numbers, and by place the figures of rows that are exact."""

    rows: Passing
    parts: Sequence[Part] = ()
    exact: Mapping[int, Mapping[str, Any]] = field(default_factory=dict)

    def column(self, name: str) -> list[Any]:
        """A figure of each row, as the exact number, text or flag that it is; None where no row has it."""
        found: list[Any] = [None] * len(self.rows.labels)
        for part in self.parts:
            for index, value in zip(part.indexes, part.columns[name], strict=True):
                found[index] = part.lowered.read(name, value)
        for index, figures in self.exact.items():
            found[index] = figures.get(name)
        return found


def batch_of(rows: Passing, passing: Sequence[str], quick: Quick, compiled: Compiled) -> Batch:
    """Work out some rows; `passing` are the addresses of their leaves, in the order of their columns."""
    exact = {
        index: compiled.exact(dict(zip(passing, leaves, strict=True)), rows.labels[index])
        for index, leaves in rows.exact.items()
    }
    parts: list[Part] = []
    for texts, chosen in _groups(rows, [passing.index(each) for each in quick.by]).items():
        indexes = chosen
        lowered = quick.lowered(texts)
        whole = len(indexes) == len(rows.labels)
        labels = rows.labels if whole else [rows.labels[index] for index in indexes]
        columns = rows.columns if whole else [[column[index] for index in indexes] for column in rows.columns]
        try:
            figures = list(map(lowered.function, labels, *columns))
        except Uneven:
            indexes, figures = _one_by_one(lowered, indexes, labels, columns, passing, compiled, exact)
        if figures:
            named = dict(zip(lowered.wanted, zip(*figures, strict=True), strict=True))
            parts.append(Part(lowered, indexes, named))
    return Batch(rows, parts, exact)


def _one_by_one(
    lowered: Lowered, indexes: Sequence[int], labels: Sequence[str], columns: Sequence[Sequence[Any]],
    passing: Sequence[str], compiled: Compiled, exact: dict[int, dict[str, Any]],
) -> tuple[list[int], list[Any]]:  # fmt: skip
    """The rows of a group, and those of them apart in `exact` that are no whole numbers."""
    figures, kept = [], []
    for index, label, *leaves in zip(indexes, labels, *columns, strict=True):
        try:
            figures.append(lowered.function(label, *leaves))
            kept.append(index)
        except Uneven:
            exact[index] = compiled.exact(_unscaled(leaves, passing, compiled), label)
    return kept, figures


def _groups(rows: Passing, places: Sequence[int]) -> dict[tuple[Any, ...], Sequence[int]]:
    """The places of rows that are whole numbers, by the texts that they say in some columns."""
    count = len(rows.labels)
    chosen: Iterable[int] = range(count) if not rows.exact else (n for n in range(count) if n not in rows.exact)
    if not places:
        return {(): list(chosen)} if count else {}
    said = list(zip(*[rows.columns[place] for place in places], strict=True))
    found: dict[tuple[Any, ...], list[int]] = {}
    for index in chosen:
        found.setdefault(said[index], []).append(index)
    return dict(found)


def _unscaled(leaves: Iterable[Any], passing: Sequence[str], compiled: Compiled) -> dict[str, Any]:
    scales = (SCALES.get(compiled.leaves[name].unit) for name in passing)
    return {
        name: each if scale is None else Fraction(each, scale)
        for name, each, scale in zip(passing, leaves, scales, strict=True)
    }
