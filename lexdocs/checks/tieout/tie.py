"""Tie some files out: hold every number and name of them against a deal.

1. *Read.* A file is read into passages (`checks/reading`), and what is known of the deal is made ready (`known`): its
   figures with the words beside which each is met (`facts`, `hints`, `concepts`), its names (`names`), and its own
   documents. Of the deal's events the one is taken whose date the file bears, whose figures it states, or whose
   documents it is like.
2. *Find.* Each passage is searched for numbers and for what is to be set aside (`seen`), and for names (`parties`).
3. *Look.* The words around a number, and the heads of its table, speak for figures (`context`, `matching`); the number
   is read as its place says it (`numerals`) and held against each of them (`values`): `looking`.
4. *Echo.* Words that are those of one of our own documents call for the figure that stands there (`echo`), and so do
   turns of phrase after which only certain figures can stand (`slots`, `phrases`).
5. *Align.* So does the order of the numbers of a whole document (`alignment`), a column of a table that states one
   figure throughout (`coherence`), a table whose lines are rows of the deal and figures (`table_model`), a list in the
   order of its rows (`lists`), an amount beside its share (`beside`), a date beside its time (`moments`).
6. *Judge.* A number ties to a figure of its value that speaks loudly enough (`loudness`), unless another drowns it; one
   that fits none contradicts the figure that was meant (`rivals`, `slips`), or is unexplained: `judging`.
7. *Compare.* What is said in two ways, in one file or in several, is told (`discord`), and what a document of its
   kind should state and does not (`omitted`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from lexdocs.checks.reading.passage import Part, Reading
from lexdocs.checks.tieout.alignment import ALIKE, likeness, values_of
from lexdocs.checks.tieout.discord import discords
from lexdocs.checks.tieout.item import Item, Omitted, Outcome, TieOut
from lexdocs.checks.tieout.judging import judge
from lexdocs.checks.tieout.known import Known, event_of, holdings_named, know
from lexdocs.checks.tieout.omitted import omitted
from lexdocs.checks.tieout.seen import Seen, look
from lexdocs.deal import Deal

_CLEARLY = 0.02
"""How much more a file must be like the documents of another event than like those of the one whose date it bears."""
OF_THE_PAGE = "belongs to the page, not to the text"
Memory = dict[tuple[str, frozenset[str]], Known]
"""What was made ready of a deal, by event and by the holdings that a file names."""


def tie_out(
    life: Sequence[Deal], readings: Sequence[Reading], memory: Memory | None = None, template: str | None = None
) -> TieOut:
    """Hold files against a deal, given as of each of its events; each file as of the event whose date it bears.

    `memory` keeps what was made ready of a deal, for many files of it. `template` says what the files are; it is one
    that the deal prints as of the event of each. Raises `KeyError` if it is not.
    """
    kept: Memory = {} if memory is None else memory
    items: list[Item] = []
    lacking: list[Omitted] = []
    files: dict[str, tuple[Seen, ...]] = {}
    for reading in readings:
        known = held_against(life, reading, kept)
        files[reading.file] = look(reading.passages)
        own = list(_items(files[reading.file], reading.file, known))
        items += own
        lacking += omitted(reading.file, own, known, template)
    digest = life[-1].terms.digests["term-sheet.yaml"]
    return TieOut(tuple(items), discords(items, files), tuple(lacking), digest)


def held_against(life: Sequence[Deal], reading: Reading, kept: Memory) -> Known:
    """What a file is held against: the deal as of the event whose date it bears, or whose documents it is."""
    deal, sure = event_of(life, reading)
    bears = _kept(deal, reading, kept)
    if len(life) == 1:
        return bears
    values = values_of(look(reading.passages))
    if not sure:
        bears = max((bears, *(_kept(each, reading, kept) for each in life)), key=lambda known: known.knows(values))
    best, likest = bears, likeness(values, bears.orders)
    for deal in life:
        known = _kept(deal, reading, kept)
        alike = likeness(values, known.orders)
        if alike >= ALIKE and alike > likest + _CLEARLY:
            best, likest = known, alike
    return best


def _kept(deal: Deal, reading: Reading, kept: Memory) -> Known:
    key = (deal.terms.event.name, holdings_named(deal, [reading]))
    if key not in kept:
        # Files that name other holders are held against the same documents for everybody.
        before = next((known.own for (event, _), known in kept.items() if event == key[0]), None)
        kept[key] = know(deal, key[1], before)
    return kept[key]


def _items(seen: Sequence[Seen], file: str, known: Known) -> Iterator[Item]:
    own = [each for each in seen if each.passage.place.part is not Part.FURNITURE]
    found = [*judge(own, known, file, _seldom(seen)), *_of_pages(seen, file)]
    yield from sorted(found, key=lambda item: item.passage)


def _of_pages(seen: Sequence[Seen], file: str) -> Iterator[Item]:
    """The numbers of pages, running heads and marks of exhibits, which are set aside."""
    for each in seen:
        passage = each.passage
        for found in each.found if passage.place.part is Part.FURNITURE else ():
            yield Item(
                file, passage.place, each.index, found.start, found.end, passage.line(found.start), found.text,
                str(found.kind), Outcome.SET_ASIDE, says=OF_THE_PAGE,
            )  # fmt: skip


def _seldom(seen: Sequence[Seen]) -> frozenset[str]:
    """Words that a file has only once: a name's slip is seldom made twice."""
    count = Counter(piece.said for each in seen for piece in each.pieces)
    return frozenset(word for word, number in count.items() if number == 1)
