"""The verdict on one number or name: how it stands to the figures of a deal, wherever it stands in a text."""

from __future__ import annotations

from dataclasses import dataclass

from lexdocs.checks.tieout.facts import Fact
from lexdocs.checks.tieout.item import Outcome


@dataclass(frozen=True)
class Verdict:
    """How a number stands, with the figures that it is about."""

    outcome: Outcome
    figures: tuple[str, ...] = ()
    says: str = ""
    expected: str = ""
    interval: str = ""


def contradicted(fact: Fact, more: str = "") -> Verdict:
    """The verdict on what stands where a figure belongs and is not its value; `more` ends the sentence."""
    return Verdict(
        Outcome.CONTRADICTED,
        (fact.address,),
        f"stands where {fact.address} belongs, which is {fact.shown}{more}",
        fact.shown,
    )
