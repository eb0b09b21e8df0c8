"""Words around a right value that turn what it says: the least called the most, the last day the first."""

from __future__ import annotations

import re

from lexdocs.checks.tieout.facts import Fact
from lexdocs.checks.tieout.looking import Looked
from lexdocs.notation.units import Unit

_BOUND = 90  # characters in which the words of a bound stand
_NOT_A_YEAR = re.compile(r"\s*(?:per|a|each|every)\s+(?:month|quarter|week|day)\b(?!\s+of)", re.IGNORECASE)
_BOUNDS = tuple(
    (name, re.compile(wrong, re.IGNORECASE), right)
    for name, wrong, right in (
        ("minimum_tender", r"\b(at most|(?:no|not) more than|up to|a maximum of)\s+$", "least"),
        (
            "minimum_tender", r"\bcondition\w*\b[^.;]*(?<!no )(?<!not )\b(more than|over|less than|fewer than)\s+$",
            "least",
        ),
        ("maximum_", r"\b(at least|(?:no|not) (?:less|fewer) than|a minimum of)\s+$", "most"),
        ("maximum_", r"\b(minimum|least|smallest)\b(?![^.;]*\b(?:max|most|up to|minimum|least))[^.;]*$", "most"),
        ("warrant_expiration", r"\b((?:on|at) (?:and|or) after|(?:no|not) (?:earlier|sooner) than|from and after)\s+$",
         "last day"),
        ("warrant_expiration", r"(?<!or )\b(after|following)\s+$", "last day"),
    )
)  # fmt: skip


def turned_bound(looked: Looked, fact: Fact) -> str:
    """What is wrong where a text calls the least of something the most, or the most the least."""
    text, item = looked.seen.passage.text, looked.item
    before, after = text[max(item.start - _BOUND, 0) : item.start], text[item.end : item.end + _BOUND]
    for name, wrong, right in _BOUNDS:
        match = wrong.search(before) if fact.name.removeprefix("series_").startswith(name) else None
        if match:
            return f"“{match[1].strip()}” stands before {fact.address}, which is the {right}"
    match = _NOT_A_YEAR.match(after) if fact.unit is Unit.RATE else None
    return f"“{match[0].strip()}” stands behind {fact.address}, which is for a year" if match else ""
