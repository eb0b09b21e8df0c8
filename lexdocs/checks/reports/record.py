"""The record that every report is written from: results, each with its place and its cause."""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field

from lexdocs.checks.tieout.item import Item
from lexdocs.errors import Severity, Where


@dataclass(frozen=True)
class Acceptance:
    """Who accepts a result, why, and until when."""

    by: str
    because: str
    until: datetime.date


@dataclass(frozen=True)
class Reported:
    """One result: what kind it is (`rule_id`), how much it weighs, where it stands, and what made it so.

    `figure`, `printed` and `calculated` are there where the result is of one figure. `cause` says what moved it, the
    same for all that one thing moved; `causes` are the fingerprints of the results that stand for those things, and
    `cause_at` the place of the first. The `fingerprint` stays while lines move; see `fingerprint`.
    """

    rule_id: str
    level: Severity
    where: Where
    message: str
    fingerprint: str
    cause: str = ""
    remedy: str = ""
    figure: str = ""
    printed: str = ""
    calculated: str = ""
    causes: tuple[str, ...] = ()
    cause_at: Where | None = None
    accepted: Acceptance | None = None

    @property
    def stands(self) -> bool:
        """Whether it fails a run: an error that nobody has accepted."""
        return self.level is Severity.ERROR and self.accepted is None

    @property
    def is_cause(self) -> bool:
        """Whether it is the thing that moved, rather than a place where that shows."""
        return self.fingerprint in self.causes

    def __str__(self) -> str:
        joint = " " if self.where.column else ": "
        said = f"{self.where}{joint}{self.message}" + (f"; {self.remedy}" if self.remedy else "")
        if self.accepted:
            said += f" (accepted by {self.accepted.by} until {self.accepted.until}: {self.accepted.because})"
        return said


@dataclass(frozen=True)
class Report:
    """What a verb found: its results in the order in which they should be read.

    `terms_sha256` is the digest of the term sheet, `examined` names what was looked at, such as the files of the
    output, and `counts` says how much of what. `items` are the numbers and names of texts that were tied out, the sound
    ones too. `version` is that of lexdocs.
    """

    verb: str
    deal: str
    terms_sha256: str
    results: tuple[Reported, ...]
    examined: tuple[str, ...] = ()
    counts: Mapping[str, int] = field(default_factory=dict)
    version: str = ""
    items: tuple[Item, ...] = ()

    @property
    def stands(self) -> bool:
        """Whether any result fails the run."""
        return any(result.stands for result in self.results)


def fingerprint(*parts: str) -> str:
    """A short name for a result, made of what it is about and never of the line on which it stands.

    >>> fingerprint("figure-drifted", "notices/commencement.html", "rate", "9%", "8%")
    '30ecad0a7ab8b94e'
    """
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:16]
