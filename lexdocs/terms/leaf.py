"""A leaf: one value that somebody typed, where it stands and who says so."""

from __future__ import annotations

from dataclasses import dataclass

from lexdocs.errors import Where
from lexdocs.notation.units import Unit, Value


@dataclass(frozen=True)
class Source:
    """The document, and the place in it, that states a term."""

    document: str
    place: str = ""

    def __str__(self) -> str:
        return ", ".join(part for part in (self.document, self.place) if part)


@dataclass(frozen=True)
class Assumption:
    """Who assumes a value that no source states, and why."""

    by: str
    because: str


@dataclass(frozen=True)
class Leaf:
    """A value typed into the deal folder. `value` is None while the term is not fixed yet.

    `path` is where counsel finds it (`old_notes.rate`), `name` what rules and templates call it
    (`old_rate`), `key` its row where it belongs to one (`axes` names the row's axis).
    """

    name: str
    path: str
    unit: Unit
    says: str
    where: Where
    value: Value | None = None
    written: str | None = None
    axes: tuple[str, ...] = ()
    key: tuple[str, ...] = ()
    source: Source | None = None
    assumption: Assumption | None = None
