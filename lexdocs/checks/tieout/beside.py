"""A share beside its amount: in "$6,500,000, or 65%" the percentage is the share that goes with that amount.

A share of another row, or of something else, stands wrong there, though the deal knows its value. So does a price in
percents that is not the price in dollars before it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from lexdocs.checks.tieout.facts import Fact
from lexdocs.checks.tieout.known import Known
from lexdocs.checks.tieout.looking import Looked, Spot
from lexdocs.checks.tieout.numerals import is_price, without_rough_words
from lexdocs.notation.grammar import Kind
from lexdocs.notation.units import Unit

_OR = re.compile(
    r"\)?,? ?(?:\(|(?:or|i\.e\.,?|being|that is,?|which (?:is|makes)|representing|equal to)) ?", re.IGNORECASE
)
_MOST = 12  # shares that may go with an amount


def shared(looks: Sequence[Sequence[Looked]], known: Known) -> Mapping[Spot, str]:
    """For percentages right behind an amount, by passage and place, the share or the price that belongs there."""
    found: dict[Spot, str] = {}
    for each in looks:
        for amount, share in pairwise(each):
            if amount.item.kind is not Kind.MONEY or share.item.kind is not Kind.PERCENTAGE or not amount.exact:
                continue
            text = share.seen.passage.text
            if not _OR.fullmatch(without_rough_words(text[amount.item.end : share.item.start])):
                continue
            facts = _price(amount) if is_price(text, share.item) else _shares(amount, known)
            if facts and not any(share.states(fact) for fact in facts):
                found[share.spot] = facts[0].address
    return found


def _price(amount: Looked) -> Sequence[Fact]:
    return [amount.exact[0].fact]


def _shares(amount: Looked, known: Known) -> Sequence[Fact]:
    """The shares that are worked out from an amount, or from which it is; those documents state come first."""
    facts = known.matcher.facts.by_unit.get(Unit.PERCENTAGE, ())
    own = [each.fact for each in amount.exact[:_MOST]]
    going = [fact for fact in facts if any(_goes_with(fact, of) for of in own)]
    return sorted(going, key=lambda fact: (-fact.known, fact.address))


def _goes_with(share: Fact, amount: Fact) -> bool:
    return any(
        each.address == other.address
        for one, other in ((share, amount), (amount, share))
        for given in one.figure.inputs
        for each in given.figures
    )
