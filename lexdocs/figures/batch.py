"""The figures of some rows at a time, column by column: what a pass over the rows of an axis gives shard by shard."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any, Protocol

from lexdocs.figures.compiled import Compiled
from lexdocs.figures.lowering import Lowered, Uneven
from lexdocs.figures.quick import Quick
from lexdocs.notation.units import SCALES


class Passing(Protocol):
    """A row that passes: its place among the rows, its label, and its leaves, whole numbers of their scales.

    A row in which an amount is not whole is `exact`, and has all its amounts as `Fraction`.
    """

    @property
    def number(self) -> int: ...  # noqa: D102
    @property
    def label(self) -> str: ...  # noqa: D102
    @property
    def leaves(self) -> tuple[Any, ...]: ...  # noqa: D102
    @property
    def exact(self) -> bool: ...  # noqa: D102


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

    rows: Sequence[Passing]
    parts: Sequence[Part] = ()
    exact: Mapping[int, Mapping[str, Any]] = field(default_factory=dict)

    def column(self, name: str) -> list[Any]:
        """A figure of each row, as the exact number, text or flag that it is; None where no row has it."""
        found: list[Any] = [None] * len(self.rows)
        for part in self.parts:
            for index, value in zip(part.indexes, part.columns[name], strict=True):
                found[index] = part.lowered.read(name, value)
        for index, figures in self.exact.items():
            found[index] = figures.get(name)
        return found


def batch_of(rows: Sequence[Any], passing: Sequence[str], quick: Quick, compiled: Compiled) -> Batch:
    """Work out some rows; `passing` are the addresses of their leaves, in the order of each row's."""
    places = [passing.index(each) for each in quick.by]
    if not places and not any(row.exact for row in rows):
        function = quick.common.function
        try:
            figures = [function(label, *leaves) for _number, label, leaves, _exact in rows]
            return Batch(rows, _parts({quick.common: (range(len(rows)), figures)}))
        except Uneven:
            pass  # one by one, then
    worked: dict[Lowered, tuple[list[int], list[Any]]] = {}
    exact: dict[int, Mapping[str, Any]] = {}
    for index, (_number, label, leaves, is_exact) in enumerate(rows):
        if not is_exact:
            lowered = quick.lowered(tuple([leaves[place] for place in places]))
            try:
                found = lowered.function(label, *leaves)
                indexes, figures = worked.setdefault(lowered, ([], []))
                indexes.append(index)
                figures.append(found)
            except Uneven:
                unscaled = _unscaled(leaves, passing, compiled)
                exact[index] = compiled.exact(dict(zip(passing, unscaled, strict=True)), label)
        else:
            exact[index] = compiled.exact(dict(zip(passing, leaves, strict=True)), label)
    return Batch(rows, _parts(worked), exact)


def _parts(worked: Mapping[Lowered, tuple[Sequence[int], Sequence[Any]]]) -> list[Part]:
    return [
        Part(lowered, indexes, dict(zip(lowered.wanted, zip(*figures, strict=True), strict=True)))
        for lowered, (indexes, figures) in worked.items()
        if figures
    ]


def _unscaled(leaves: Iterable[Any], passing: Sequence[str], compiled: Compiled) -> list[Any]:
    scales = (SCALES.get(compiled.leaves[name].unit) for name in passing)
    return [each if scale is None else Fraction(each, scale) for each, scale in zip(leaves, scales, strict=True)]
