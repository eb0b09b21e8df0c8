"""The words of a text set again, with a mark at each number and name."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from lexdocs.checks.reading.passage import Part, Passage, Reading
from lexdocs.checks.tieout.item import Item, Outcome
from lexdocs.checks.tieout.marked_html import said
from lexdocs.checks.tieout.marked_references import SIGNS, References
from lexdocs.checks.tieout.marked_tables import table

_TABLED = (Part.CELL, Part.CAPTION)
_ELEMENTS: Mapping[Part, tuple[str, str]] = {
    Part.HEADING: ("<h3>", "</h3>"),
    Part.FOOTNOTE: ('<p class="footnote">', "</p>"),
    Part.FURNITURE: ('<p class="furniture">', "</p>"),
}


@dataclass(frozen=True)
class Numbered:
    """An item with its number among those of its text, by which the page finds its place."""

    number: int
    item: Item


def numbered(items: Sequence[Item]) -> list[Numbered]:
    """The items of one text, numbered in their order."""
    return [Numbered(number, item) for number, item in enumerate(items, 1)]


def words(reading: Reading, items: Sequence[Numbered], references: References) -> str:
    """The passages of a text in their order, as HTML; `items` are those of this text."""
    by_passage: dict[int, list[Numbered]] = defaultdict(list)
    for each in items:
        by_passage[each.item.passage].append(each)
    placed = [
        (passage, _inner(passage, by_passage[index], references)) for index, passage in enumerate(reading.passages)
    ]
    return "\n".join(_groups(placed))


def _groups(placed: Sequence[tuple[Passage, str]]) -> Iterator[str]:
    """Tables and lists as wholes, everything else by itself, and a mark where a page begins."""
    page = placed[0][0].place.page if placed else 0
    counter = itertools.count()

    def key(each: tuple[Passage, str]) -> tuple[str, int]:
        place = each[0].place
        if place.part in _TABLED and place.number:
            return "table", place.number
        return ("list", 0) if place.part is Part.ITEM else ("", next(counter))

    for (kind, _), found in itertools.groupby(placed, key):
        group = list(found)
        begins = group[0][0].place.page
        if begins != page and begins:
            page = begins
            yield f'<p class="page-mark">Page {page} of the document begins</p>'
        if kind == "table":
            yield table(group)
        elif kind == "list":
            yield "\n".join(['<ul class="items">', *(f"<li>{inner}</li>" for _, inner in group), "</ul>"])
        else:
            opened, closed = _ELEMENTS.get(group[0][0].place.part, ("<p>", "</p>"))
            yield f"{opened}{group[0][1]}{closed}"
        page = group[-1][0].place.page or page


def _inner(passage: Passage, items: Sequence[Numbered], references: References) -> str:
    """The words of a passage with their marks, what counts it before them and its footnotes' marks behind."""
    ordered = sorted(items, key=lambda each: (each.item.start, -each.item.end, each.number))
    counted = f'<span class="counted">{said(passage.mark)}</span> ' if passage.mark else ""
    notes = f' <sup class="notes">{said(" ".join(passage.notes))}</sup>' if passage.notes else ""
    return counted + _marked(passage.text, 0, len(passage.text), ordered, references, None) + notes


def _marked(
    text: str, start: int, end: int, items: Sequence[Numbered], references: References, outer: Item | None
) -> str:
    """A stretch of a text; of two items that overlap, the later or shorter one stands inside the other."""
    made: list[str] = []
    at, place = start, 0
    while place < len(items):
        first = items[place]
        stop = max(min(first.item.end, end), at)
        within = [each for each in items[place + 1 :] if each.item.start < stop]
        place += 1 + len(within)
        begin = max(first.item.start, at)
        made.append(_said(text[at:begin]))
        made.append(_mark(_marked(text, begin, stop, within, references, first.item), first, references, outer))
        at = stop
    made.append(_said(text[at:end]))
    return "".join(made)


def _said(text: str) -> str:
    """Words between marks, with the spaces at their ends."""
    inner = said(text)
    if not inner:
        return " " if text else ""
    return (" " if text[:1].isspace() else "") + inner + (" " if text[-1:].isspace() else "")


def _mark(inner: str, each: Numbered, references: References, outer: Item | None) -> str:
    """An item circled, with its reference beside it; a number inside a name that says the same bears the name's."""
    item, sign = each.item, SIGNS[each.item.outcome]
    names = [sign.name, "word" if item.kind == "name" else "number"]
    if outer is not None and outer.figures[:1] == item.figures[:1] and outer.outcome is item.outcome:
        return f'<span class="item inner {" ".join(names)}" id="at-{each.number}">{inner}</span>'
    reference = references.of(item)
    irregular = '<span class="sic">sic</span>' if item.irregular else ""
    spoken = f"reference {reference}, {sign.word}{', irregular' if item.irregular else ''}"
    link = (
        f'<a class="ref {sign.name}" href="#{references.target(item)}" aria-label="{said(spoken)}"'
        f' title="{said(item.irregular or item.says or sign.word)}">{reference}<span class="sign">{sign.text}</span>'
        f"{irregular}</a>"
    )
    if item.outcome is Outcome.SET_ASIDE:
        names.remove("number" if "number" in names else "word")
    # The reference stays with the end of what it stands beside.
    return f'<span class="item {" ".join(names)}" id="at-{each.number}">{inner}</span>\u2060{link}'
