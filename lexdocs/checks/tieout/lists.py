"""Lists in a sentence: "$1,010, $980.50 and $932.25" states one figure of several rows, in the order of the rows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from lexdocs.checks.tieout.facts import Fact
from lexdocs.checks.tieout.known import Known
from lexdocs.checks.tieout.looking import Looked, Spot, are_listed

_SEVERAL = 3  # numbers of a list from which its figure is known
_AGREE = 2  # of them that must stand in their places


def listed(looks: Sequence[Sequence[Looked]], known: Known) -> Mapping[Spot, str]:
    """For numbers of lists, by passage and place, the figure that belongs there by the order of its rows."""
    rows: dict[str, list[Fact]] = defaultdict(list)
    for fact in known.matcher.facts.by_address.values():
        if len(fact.labels) == 1:
            rows[fact.name].append(fact)
    found: dict[Spot, str] = {}
    for each in looks:
        for chain in _chains(each):
            found |= _in_order(chain, rows)
    return found


def _chains(looked: Sequence[Looked]) -> Iterator[list[Looked]]:
    """Runs of numbers of one kind with nothing but commas and an and between them."""
    chain: list[Looked] = []
    for each in looked:
        last = chain[-1] if chain else None
        joined = last is not None and are_listed(each.seen, last.item, each.item)
        if not joined:
            if len(chain) >= _SEVERAL:
                yield chain
            chain = []
        chain.append(each)
    if len(chain) >= _SEVERAL:
        yield chain


def _in_order(chain: Sequence[Looked], rows: Mapping[str, Sequence[Fact]]) -> Mapping[Spot, str]:
    """The figure with as many rows as a list has numbers, most of which stand in their places; the wrong ones of it."""
    names = {each.fact.name for looked in chain for each in looked.exact}
    # Of figures with the same values that is meant which documents state.
    for name in sorted(names, key=lambda name: (-max((fact.known for fact in rows.get(name, ())), default=0), name)):
        facts = rows.get(name, ())
        if len(facts) != len(chain) or len({str(fact.figure.value) for fact in facts}) < len(facts):
            continue
        wrong = [(looked, fact) for looked, fact in zip(chain, facts, strict=True) if not looked.states(fact)]
        if wrong and len(chain) - len(wrong) >= _AGREE:
            return {looked.spot: fact.address for looked, fact in wrong}
    return {}
