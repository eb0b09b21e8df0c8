"""The references of a marked copy: a figure bears the same one wherever it stands, whatever is said of it there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from lexdocs.checks.tieout.item import Item, Outcome
from lexdocs.checks.tieout.marked_html import letters, roman
from lexdocs.figures.book import FigureBook
from lexdocs.figures.figure import Figure, Input, Pending

_MOST_ROWS = 12
"""Rows of one input at most of which each gets a proof of its own: a total over a register would fill a binder."""


@dataclass(frozen=True)
class Sign:
    """How an outcome is marked: a sign, a word for it, and its class in the style sheet."""

    text: str
    word: str
    name: str


SIGNS: Mapping[Outcome, Sign] = {
    Outcome.TIED: Sign("✓", "tied", "tied"),
    Outcome.ROUNDED: Sign("≈", "tied by rounding", "rounded"),
    Outcome.CONTRADICTED: Sign("✗", "contradicted", "contradicted"),
    Outcome.AMBIGUOUS: Sign("?", "ambiguous", "ambiguous"),
    Outcome.UNEXPLAINED: Sign("!", "unexplained", "unexplained"),
    Outcome.SET_ASIDE: Sign("–", "set aside", "aside"),
}


@dataclass(frozen=True)
class References:
    """What bears which reference.

    `figures` are numbered in the order in which the text states them, `resting` in which they are needed after that;
    `others` are lettered by what stands there, `asides` by the reason why they are set aside.
    """

    figures: Mapping[str, str]
    resting: Mapping[str, str]
    others: Mapping[str, str]
    asides: Mapping[str, str]

    def of(self, item: Item) -> str:
        """The reference that an item bears."""
        if item.outcome is Outcome.SET_ASIDE:
            return self.asides[item.says]
        return self.figures[item.figures[0]] if _states(item) else self.others[_key(item)]

    def of_figure(self, address: str) -> str:
        """The reference of a figure, or nothing where it has none."""
        return self.figures.get(address) or self.resting.get(address, "")

    def target(self, item: Item) -> str:
        """The place of the page where an item's reference is explained."""
        kind = "aside" if item.outcome is Outcome.SET_ASIDE else "proof" if _states(item) else "other"
        return f"{kind}-{self.of(item)}"


def references(items: Sequence[Item], book: FigureBook) -> References:
    """Give out the references for the items of one text."""
    stated = [item.figures[0] for item in items if _states(item)]
    stated += [address for item in items if item.outcome is Outcome.AMBIGUOUS for address in item.figures]
    figures = {address: str(number) for number, address in enumerate(dict.fromkeys(stated), 1)}
    further = resting(figures, book)
    others = [_key(item) for item in items if item.outcome is not Outcome.SET_ASIDE and not _states(item)]
    asides = [item.says for item in items if item.outcome is Outcome.SET_ASIDE]
    return References(
        figures,
        {address: str(number) for number, address in enumerate(further, len(figures) + 1)},
        {key: letters(place) for place, key in enumerate(dict.fromkeys(others))},
        {why: roman(place) for place, why in enumerate(dict.fromkeys(asides))},
    )


def resting(stated: Iterable[str], book: FigureBook) -> list[str]:
    """The figures on which those of some addresses rest and that are not among them, nearest first."""
    known = dict.fromkeys(stated)
    queue, found = list(known), []
    for address in queue:  # grows as it is read
        figure = figure_at(book, address)
        for given in figure.inputs if isinstance(figure, Figure) else ():
            for each in given.figures if is_told(given) else ():
                if each.address not in known:
                    known[each.address] = None
                    found.append(each.address)
                    queue.append(each.address)
    return found


def is_told(given: Input) -> bool:
    """Whether each row of an input is told by itself."""
    return len(given.figures) <= _MOST_ROWS


def figure_at(book: FigureBook, address: str) -> Figure | Pending | None:
    """The figure of an address, or None where the book has none, as of a name that is only a form of another."""
    name, _, row = address.partition("[")
    key = tuple(row.removesuffix("]").split(",")) if row else ()
    try:
        return book.figure(name, key)
    except KeyError:
        return None


def _states(item: Item) -> bool:
    """Whether an item is about one figure."""
    return bool(item.figures) and item.outcome in (Outcome.TIED, Outcome.ROUNDED, Outcome.CONTRADICTED)


def _key(item: Item) -> str:
    return f"{item.outcome} {item.kind} {' '.join(item.text.split()).lower()} {' '.join(item.figures)}"
