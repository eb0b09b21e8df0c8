"""What a whole file states, and where: the less must be said of a figure that stands in it elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from lexdocs.checks.tieout.facts import Fact
from lexdocs.checks.tieout.looking import Looked


@dataclass(frozen=True)
class Stated:
    """Where a whole file states each figure: by address, the two loudest places and how much speaks for it there."""

    places: Mapping[str, Sequence[tuple[int, int, float]]] = field(repr=False)

    def elsewhere(self, address: str, looked: Looked) -> float:
        """How loudly the file states a figure at another place than this; nothing where it does not."""
        here = looked.spot
        return max(
            (score for index, start, score in self.places.get(address, ()) if (index, start) != here), default=0.0
        )

    def beside(self, fact: Fact, looked: Looked, loud: float) -> bool:
        """Whether another row of a figure is stated so loudly in the same passage as a number."""
        return any(
            index == looked.seen.index and start != looked.item.start and score >= loud
            for address, places in self.places.items()
            if address != fact.address and address.partition("[")[0] == fact.name
            for index, start, score in places
        )


def stated(all_: Iterable[Looked]) -> Stated:
    """What a file states, by the values of its numbers."""
    places: dict[str, list[tuple[int, int, float]]] = {}
    for looked in all_:
        for each in looked.exact[:6]:
            places.setdefault(each.fact.address, []).append((*looked.spot, max(each.score, 0.1)))
    loudest = {address: sorted(each, key=lambda place: -place[2])[:2] for address, each in places.items()}
    return Stated(loudest)
