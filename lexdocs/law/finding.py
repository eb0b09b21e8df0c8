"""What a check of a rule found."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from lexdocs.errors import Where
from lexdocs.figures.figure import Figure
from lexdocs.terms.leaf import Leaf


class Result(StrEnum):
    """What a finding says of its rule."""

    MET = "met"
    NOT_MET = "not met"
    COUNSEL = "counsel must decide"


@dataclass(frozen=True)
class Finding:
    """A rule held against the figures: what was counted, by which rule, and where the terms stand."""

    rule: str
    result: Result
    says: str
    cite: str = ""
    where: Where | None = None

    def __str__(self) -> str:
        place = f"{self.where} " if self.where else ""
        cited = f" [{self.cite}]" if self.cite else ""
        return f"{place}{self.rule}: {self.result}: {self.says}{cited}"


def place_of(figure: Figure) -> Where | None:
    """Where a figure stands in the terms; None for one that is calculated."""
    return figure.proof.where if isinstance(figure.proof, Leaf) else None
