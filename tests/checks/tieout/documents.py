"""Our own documents as texts of which every number is known: as HTML without ticks, as text, and as typed by others."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

from lexdocs.deal import Deal, open_life
from lexdocs.documents.document import Document
from lexdocs.documents.visible import Block, blocks
from lexdocs.figures.figure import Figure
from lexdocs.outputs.typewriter import plain
from lexdocs.terms.as_of import parse_as_of
from lexdocs.writing.pages import write_pages
from lexdocs.writing.words import write_words
from tests.checks.tieout.corpus import folder_of
from tests.checks.tieout.pieces import without_ticks
from tests.checks.tieout.source import Mark, Source, kind_of
from tests.checks.tieout.typewriter import typewritten

# Of the many statements, some of each make; every other document of each event.
CHOSEN: Mapping[str, Sequence[str]] = {
    "lexington_2001": (
        "commencement-2001-08-06", "offering-circular-2001-08-06", "control-2001-08-06",
        "settlement-2001-08-06/BO-1002", "settlement-2001-08-06/BO-1010", "settlement-2001-08-06/BO-1011",
    ),
    "lexington_later": (
        "extension-2001-09-05", "extension-2001-09-19", "results-2001-09-27", "control-2001-09-28",
        "settlement-2001-09-28/BO-1012",
    ),
    "ferry": (
        "tender-commencement-2016-06-06", "tender-early-results-2016-06-20", "tender-results-2016-07-05",
        "tender-control-2016-07-05", "tender-settlement-2016-07-06/M-01.notes-b",
        "tender-settlement-2016-07-06/M-08.notes-c",
    ),
    "windrow": (
        "series-commencement-2012-06-25", "series-early-results-2012-07-16", "series-results-2012-07-30",
        "series-control-2012-07-30", "series-settlement-2012-08-01/W-1.senior",
        "series-settlement-2012-08-01/W-7.junior",
    ),
}  # fmt: skip
_ITEM = re.compile(r"\([0-9]+\)")
_RULES = re.compile(r"(?:-{3,}|={3,})(?: +(?:-{2,}|={2,}))*")


@cache
def life_of(deal: str, as_of: str | None = None) -> tuple[Deal, ...]:
    """A deal as of each of its events, opened once."""
    return open_life(folder_of(deal), as_of=parse_as_of(as_of) if as_of else None)


@cache
def truth_of(deal: str, event: str) -> Mapping[str, Figure]:
    """The figures of a deal at one of its events, by address."""
    at = next(each for each in life_of(deal) if each.terms.event.name == event)
    return {figure.address: figure for figure in at.book if isinstance(figure, Figure)}


@cache
def document_sources(deal: str) -> tuple[Source, ...]:
    """The chosen documents of a deal in each of their forms."""
    made: list[Source] = []
    for at in life_of(deal):
        for document in write_words(at).documents:
            if document.name.partition("/")[2] in CHOSEN[deal]:
                made += _forms(at, document)
    return tuple(made)


def _forms(deal: Deal, document: Document) -> Iterator[Source]:
    truth = truth_of(deal.name, deal.terms.event.name)

    def source(form: str, suffix: str, words: str, stretches: Iterable[tuple[int, int, str]]) -> Source:
        name = f"{document.name}{form}{suffix}"
        return Source(name, deal.name, suffix, words, tuple(_marks(words, stretches)), truth)

    page = write_pages(deal, document, ["html"])[f"{document.name}.html"]
    bare, stretches = without_ticks(str(page))
    yield source("", ".html", bare, stretches)
    yield source("-typed", ".txt", *typewritten(bare, stretches))
    if "text" in document.header.formats:
        written = str(write_pages(deal, document, ["text"])[f"{document.name}.txt"])
        yield source("", ".txt", written, aligned(document.body, written))


def _marks(words: str, stretches: Iterable[tuple[int, int, str]]) -> Iterator[Mark]:
    for start, end, address in stretches:
        yield Mark(start, end, kind_of(words[start:end], [address]), (address,))


def aligned(body: str, written: str) -> list[tuple[int, int, str]]:
    """Where each ticked figure of a body stands in the text form that was made of it.

    Both have the same characters in the same order, but for white space, capitals, the numbers of items, and what
    stands at the head and the foot of each page. Raises `ValueError` where they part.
    """
    marks: list[tuple[int, int, str]] = []
    chars = [(char, at) for at, char in _without_furniture(written)]
    place = 0
    for block in blocks(body):
        if block.place.startswith("item") and (mark := _ITEM.match(_ahead(chars, place))):
            place += len(mark[0])
        spans: dict[int, tuple[int, int]] = {}
        for char, which in _characters(block):
            if place >= len(chars) or chars[place][0].casefold() != char.casefold():
                raise ValueError(f"{block.place} reads otherwise in the text: {_ahead(chars, place, 40)}")
            if which is not None:
                spans[which] = (spans.get(which, (chars[place][1], 0))[0], chars[place][1] + 1)
            place += 1
        marks += [(*spans[at], span.address) for at, span in enumerate(block.spans) if span.address and at in spans]
    return marks


def _ahead(chars: Sequence[tuple[str, int]], place: int, size: int = 6) -> str:
    return "".join(char for char, _ in chars[place : place + size])


def _without_furniture(written: str) -> Iterator[tuple[int, str]]:
    """The printed characters and their places; no page marks, no heads of pages and no rules of tables.

    The head of a page is its first paragraph, which is the deal's legend, and what it says that it assumes.
    """
    at = 0
    paragraph = 0  # of the page, from one
    furniture = empty = True
    for line in written.splitlines(keepends=True):
        said = line.strip()
        if said and empty:
            paragraph += 1
            furniture = paragraph == 1 or (furniture and said.startswith("Illustrative: assumes "))
        empty = not said
        mark = bool(re.fullmatch(r"-[0-9]+-", said)) and line.startswith(" " * 30)
        if not (furniture or mark or _RULES.fullmatch(said)):
            yield from ((at + place, char) for place, char in enumerate(line) if not char.isspace())
        paragraph = 0 if mark else paragraph
        at += len(line)


def _characters(block: Block) -> Iterator[tuple[str, int | None]]:
    """The printed characters of a block in those of a typewriter, each with the span it belongs to."""
    at = 0
    runs: list[tuple[int, int, int | None]] = []
    for number, span in enumerate(block.spans):
        runs += [(at, span.start, None), (span.start, span.end, number)]
        at = span.end
    for start, end, which in [*runs, (at, len(block.text), None)]:
        for char in plain(block.text[start:end]):
            if not char.isspace():
                yield char, which
