"""Values typed into the words: what a figure prints stands in a document where no figure is printed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from lexdocs.checks.mutation.outcome import Fault, Finding
from lexdocs.checks.mutation.printed import Figures, form
from lexdocs.checks.mutation.sources import Sources
from lexdocs.checks.mutation.writing import Written
from lexdocs.figures.figure import Figure
from lexdocs.notation.find import find
from lexdocs.notation.units import Unit

_NAMES = (Unit.TEXT, Unit.TITLE)
_UNTOLD = (Unit.FLAG, Unit.ROUNDING)
_SHORTEST = 4  # letters of a name that is looked for


@dataclass(frozen=True)
class Mentions:
    """What the words of each document hold that is the value of a figure: by address, the places and the text."""

    by_address: Mapping[str, tuple[Finding, ...]]

    def left(self, addresses: set[str]) -> Iterator[Finding]:
        """The words that hold the old value of figures that moved."""
        for address in sorted(addresses):
            yield from self.by_address.get(address, ())


def mentions(documents: Mapping[Any, Written], book: Figures, templates: Sources) -> Mentions:
    """Look through the words between the figures for anything that a figure prints: on the pages, and in the templates.

    On a page the numbers are looked for as well. Templates hold none, for they are refused with one.
    """
    forms = _forms(documents, book)
    units = {address: figure.unit for address, figure in book.by_address.items()}
    # Counts and parts in words ("one", "all") are words like any others; `find` knows which of them are numbers.
    names = {text for text, of in forms.items() if any(units[address] in _NAMES for address in of)}
    told = re.compile(
        "|".join(rf"(?<!\w){re.escape(text)}(?!\w)" for text in sorted(names, key=len, reverse=True)) or "(?!)"
    )
    found: dict[str, list[Finding]] = {}
    for written in {each.template: each for each in documents.values()}.values():
        if written.page is None:
            continue
        template = written.template.removesuffix(".md")
        allowed = {literal.text for literal in written.header.literals}
        for place, text in written.page.unticked():
            numbers = [each.text for each in find(text) if not any(each.text in literal for literal in allowed)]
            for said in (*numbers, *(match[0] for match in told.finditer(text))):
                _note(found, forms.get(said, ()), (template, place, said))
    for template, place, text in templates.words():
        for match in told.finditer(text):
            _note(found, forms.get(match[0], ()), (template, place, match[0]))
    return Mentions({address: tuple(each) for address, each in found.items()})


def _note(found: dict[str, list[Finding]], addresses: Iterable[str], at: tuple[str, str, str]) -> None:
    template, place, said = at
    for address in addresses:
        says = f"“{said}” is typed into the words, and {address} moved"
        found.setdefault(address, []).append(Finding(Fault.FROZEN, template, place, says))


def _forms(documents: Mapping[Any, Written], book: Figures) -> dict[str, set[str]]:
    """The printed forms of all figures, in the plain style and in those in which they are printed somewhere."""
    styles: dict[str, set[str | None]] = {}
    for written in documents.values():
        for tick in written.page.ticks if written.page else ():
            styles.setdefault(tick.address, set()).add(tick.style)
    found: dict[str, set[str]] = {}
    for address, figure in book.by_address.items():
        for style in (None, *styles.get(address, ())):
            text = form(figure, style)
            if text and _told(figure, text):
                found.setdefault(text, set()).add(address)
    return found


def _told(figure: Figure, text: str) -> bool:
    """Whether a text can be told from any other words: it holds a digit, or it is a name."""
    if figure.unit in _UNTOLD:
        return False
    if figure.unit in _NAMES:
        said = str(figure.value)
        return len(text) >= _SHORTEST and said != said.lower()
    return True
