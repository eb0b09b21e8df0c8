"""What tie-out says of one number or name of a text, and of all of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from lexdocs.checks.reading.passage import Place


class Outcome(StrEnum):
    """How a number or a name of a text stands to the figures of a deal."""

    TIED = "tied"
    ROUNDED = "tied by rounding"
    CONTRADICTED = "contradicted"
    AMBIGUOUS = "ambiguous"
    UNEXPLAINED = "unexplained"
    SET_ASIDE = "set aside"


SOUND = frozenset({Outcome.TIED, Outcome.ROUNDED, Outcome.SET_ASIDE})
"""The outcomes with which a text agrees with the deal."""


@dataclass(frozen=True)
class Item:
    """One number or name: `text` is what stands in the passage (the one at `passage`) from `start` to `end`.

    `kind` is that of `lexdocs.notation`, or `name`, or `word` for one that says a term. `figures` are addresses: of
    what it ties to, of the one whose value it contradicts, or of each candidate where it is ambiguous. `expected` is
    how that figure is written; `says` the outcome in a sentence; `interval` where the true value must lie for a rounded
    one. `irregular` says what is wrong with the way it is written, where the value is right all the same.
    """

    file: str
    place: Place
    passage: int
    start: int
    end: int
    line: int
    text: str
    kind: str
    outcome: Outcome
    figures: tuple[str, ...] = ()
    says: str = ""
    expected: str = ""
    interval: str = ""
    irregular: str = ""

    @property
    def stands(self) -> bool:
        """Whether somebody must look at it."""
        return self.outcome not in SOUND or bool(self.irregular)


@dataclass(frozen=True)
class Discord:
    """One fact that is said in two ways, in one file or in several: the items, and a sentence that says how."""

    items: tuple[Item, ...]
    says: str


@dataclass(frozen=True)
class Omitted:
    """A figure that a document of its kind should state and does not; `template` is where the house states it."""

    file: str
    figure: str
    shown: str
    template: str


@dataclass(frozen=True)
class TieOut:
    """What tie-out says of some files: every number and name in order, then what is said two ways, then what lacks."""

    items: tuple[Item, ...]
    discords: tuple[Discord, ...]
    omitted: tuple[Omitted, ...]
    terms_sha256: str

    def counts(self) -> Mapping[Outcome, int]:
        """How many items ended in each way, those of none among them."""
        found = Counter(item.outcome for item in self.items)
        return {outcome: found[outcome] for outcome in Outcome}

    @property
    def stands(self) -> bool:
        """Whether somebody must look at anything."""
        return bool(self.discords) or any(item.stands for item in self.items)
