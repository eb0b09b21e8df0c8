"""The index of a document's defined terms: each with the section that defines it, and its page on paper."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from copy import deepcopy

from lxml import etree, html

from lexdocs.documents.contents import titled
from lexdocs.documents.defined import Written
from lexdocs.documents.marks import MARK, number_of

PLACE = "index-here"
TERM = "term"
_NUMBER = "number-of-heading"
_HEADINGS = ("h2", "h3")


def is_wanted(words: str) -> bool:
    """Whether words ask for an index."""
    return PLACE in words


def with_terms(words: str, written: Written) -> str:
    """The words with each definition's term, and the quotation marks around it, in an element with an anchor."""
    parts: list[str] = []
    at = 0
    taken: dict[str, int] = {}
    for definition in written.definitions:
        start, end = written.stretch(definition)
        # A figure goes by its name: an anchor does not move when a figure does.
        said = MARK.sub(lambda mark: written.ticks[number_of(mark)].figure.name, words[start + 1 : end - 1])
        name = _anchor(said, taken)
        parts += [words[at:start], f'<span class="{TERM}" id="{name}">“', words[start + 1 : end - 1], "”</span>"]
        at = end
    return "".join((*parts, words[at:]))


def _anchor(term: str, taken: dict[str, int]) -> str:
    flat = unicodedata.normalize("NFKD", term).encode("ascii", "ignore").decode().lower()
    base = "term-" + "-".join("".join(char if char.isalnum() else " " for char in flat).split())
    taken[base] = taken.get(base, 0) + 1
    return base if taken[base] == 1 else f"{base}-{taken[base]}"


def add_index(root: html.HtmlElement) -> None:
    """Write the index where the template asks for it, once the headings have their numbers."""
    place = next((each for each in root.iter("div") if PLACE in each.classes), None)
    if place is None:
        return
    place.set("class", "term-index")
    entries = sorted(_entries(root), key=lambda entry: (_sorted(entry[0]), str(entry[0].get("id"))))
    listed = etree.SubElement(place, "ul")
    for term, heading in entries:
        item = etree.SubElement(listed, "li")
        link = etree.SubElement(item, "a")
        link.set("href", f"#{term.get('id')}")
        titled(link, term)
        link.text = (link.text or "").removeprefix("“")
        last = link[-1] if len(link) else None
        if last is None:
            link.text = link.text.removesuffix("”")
        else:
            last.tail = (last.tail or "").removesuffix("”")
        section = etree.SubElement(item, "span")
        section.set("class", "term-section")
        if heading is None:
            section.text = "Cover"
        titled(section, _unnumbered(heading))


def _unnumbered(heading: html.HtmlElement | None) -> html.HtmlElement | None:
    """A heading without its number, which would stand against the term."""
    if heading is None or not any(_NUMBER in each.classes for each in heading):
        return heading
    copy = deepcopy(heading)
    for each in [each for each in copy if _NUMBER in each.classes]:
        each.tail = (each.tail or "").lstrip()
        each.text = None
        each.drop_tag()
    return copy


def _entries(root: html.HtmlElement) -> Sequence[tuple[html.HtmlElement, html.HtmlElement | None]]:
    """Each defined term with the heading above it, in one walk."""
    heading: html.HtmlElement | None = None
    found: list[tuple[html.HtmlElement, html.HtmlElement | None]] = []
    for element in root.iter("span", *_HEADINGS):
        if element.tag != "span":
            heading = element
        elif TERM in element.classes and element.get("id"):
            found.append((element, heading))
    return found


def _sorted(term: html.HtmlElement) -> str:
    return "".join(term.itertext()).strip("“”").casefold()
