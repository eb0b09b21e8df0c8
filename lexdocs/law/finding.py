"""What a check of a rule found: met, not met or for counsel to decide, with what was counted."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from enum import StrEnum

from lexdocs.conventions.calendar import Holiday
from lexdocs.errors import Where
from lexdocs.figures.figure import Figure
from lexdocs.law.in_force import Force
from lexdocs.notation.forms import write
from lexdocs.notation.units import Unit
from lexdocs.terms.leaf import Leaf


class Result(StrEnum):
    """What a finding says of its rule."""

    MET = "met"
    NOT_MET = "not met"
    COUNSEL = "counsel must decide"


@dataclass(frozen=True)
class Acknowledgment:
    """Who has taken note of a finding, and why it may stand."""

    by: str
    because: str


@dataclass(frozen=True)
class Finding:
    """A rule held against the figures: what was counted, by which rule, and where the terms stand.

    `about` tells the findings of one rule apart, and does not move with the days that are counted. `days` are the
    business days counted, `holidays` those between them that were not, by name. `moment` is the event at whose
    moment alone it can be made, to be shown ever after.
    """

    rule: str
    result: Result
    says: str
    cite: str = ""
    where: Where | None = None
    about: str = ""
    in_force_from: datetime.date | None = None
    in_force_to: datetime.date | None = None
    days: tuple[datetime.date, ...] = ()
    holidays: tuple[Holiday, ...] = ()
    acknowledged: Acknowledgment | None = None
    moment: str = ""

    @property
    def key(self) -> str:
        """The name by which a term sheet acknowledges it: `14e-1(c):installment 2012-12-15`."""
        return f"{self.rule}:{self.about}" if self.about else self.rule

    @property
    def stands(self) -> bool:
        """Whether it stands against the offer: not met, and acknowledged by nobody."""
        return self.result is Result.NOT_MET and self.acknowledged is None

    def __str__(self) -> str:
        place = f"{self.where} " if self.where else ""
        result = str(self.result)
        if self.acknowledged:
            result += f", acknowledged by {self.acknowledged.by} ({self.acknowledged.because})"
        return f"{place}{self.key}: {result}: {self.says}{self._cited()}"

    def _cited(self) -> str:
        parts = [self.cite] if self.cite else []
        if self.in_force_from:
            span = f"in force since {said(self.in_force_from)}"
            parts.append(f"{span} to {said(self.in_force_to)}" if self.in_force_to else span)
        return f" [{'; '.join(parts)}]" if parts else ""


def under(
    force: Force, about: str, result: Result, says: str, where: Where | None = None, *, rule: str = "",
    days: tuple[datetime.date, ...] = (), holidays: tuple[Holiday, ...] = (),
) -> Finding:  # fmt: skip
    """A finding under a rule of the table, with its citation and from when to when it is in force."""
    return Finding(rule or force.rule, result, says, force.cite, where, about, force.since, force.until, days, holidays)


def said(date: datetime.date) -> str:
    """A date in words.

    >>> said(datetime.date(2012, 7, 2))
    'July 2, 2012'
    """
    return write(date, Unit.DATE)


def many(count: int, noun: str) -> str:
    """A number of things.

    >>> many(1, "business day"), many(2, "day")
    ('1 business day', '2 days')
    """
    return f"{count} {noun}{'' if count == 1 else 's'}"


def place_of(figure: Figure) -> Where | None:
    """Where a figure stands in the terms; None for one that is calculated."""
    return figure.proof.where if isinstance(figure.proof, Leaf) else None
