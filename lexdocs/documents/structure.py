"""Headings, their numbers, the contents and the cross-references of a document's tree."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from typing import Protocol

from lxml import etree, html

from lexdocs.documents.contents import add_contents, add_words, titled
from lexdocs.documents.notes import place_notes
from lexdocs.documents.term_index import add_index
from lexdocs.errors import Problem, Where

_HEADINGS = ("h2", "h3")
_PARTS = {"cover": "to-cover", "front": "to-front"}
_UNREAD = re.compile(r"\]\(#([^)\s]+)\)")
_UNNUMBERED = "unnumbered"
IF_PRINTED = "if-printed"
_BOTH = f'print both or neither, or put the words that refer to it into <span class="{IF_PRINTED}">'


class Places(Protocol):
    """Where in the templates an anchor, the references to it and the calls of a footnote were written."""

    def anchor(self, name: str) -> Where:
        """Where an anchor stands for the last time."""

    def reference(self, name: str, number: int = 0) -> Where:
        """Where an anchor is referred to first, or for another time, counted from zero."""

    def call(self, name: str) -> Where:
        """Where a footnote is called first."""


def arrange(root: html.HtmlElement, *, numbered: bool, contents: bool, places: Places) -> list[Problem]:
    """Name and number the headings, write the table of contents, and fill the cross-references.

    What is to be there only if another part is printed goes first. Gives a problem for each reference that leads
    nowhere and each anchor that stands twice.
    """
    problems = [*_unread(root, places)]
    drop_unprinted(root)
    problems += place_notes(root, places)
    headings = list(root.iter(*_HEADINGS))
    problems += _anchors(root, headings, places)
    above = _above(headings)
    titles = _titles(root)
    numbers = _number(headings) if numbered else {}
    if contents and headings:
        add_contents(root, headings, {name: title for name, (title, _) in titles.items()}, numbers)
    add_index(root)
    counted = _otherwise_counted(root)
    for link in root.iter("a"):
        if of := counted.get((link.get("href") or "")[1:]):
            link.classes.add(of)
        target = (link.get("href") or "").removeprefix("#")
        if target not in titles:
            what = f'a reference leads to "{target}", which is not printed here'
            problems.append(Problem(places.reference(target), what, _BOTH))
        elif not text(link) and titles[target][0] is None:
            what = f'a reference leads to "{target}", which has no title'
            remedy = "write the words of the link, or lead to a heading"
            problems.append(Problem(places.reference(target), what, remedy))
        elif not text(link):
            title, heading = titles[target]
            _refer(link, title, above.get(heading) if heading is not None else None)
    return problems


def _otherwise_counted(root: html.HtmlElement) -> Mapping[str, str]:
    """The anchors of the cover, which has no page number, and of the front matter, whose numbers are roman."""
    parts = [(part, each) for each in root.iterfind(".//*[@class]") for part in _PARTS if part in each.classes]
    return {str(inner.get("id")): _PARTS[part] for part, each in parts for inner in each.iter() if inner.get("id")}


def _unread(root: html.HtmlElement, places: Places) -> Iterator[Problem]:
    """References that stand within markup, which Markdown leaves as it is."""
    seen: Counter[str] = Counter()
    for target, is_read in _references(root):
        if not is_read:
            what = f'the reference to "{target}" stands within HTML, where [](…) is not read'
            yield Problem(places.reference(target, seen[target]), what, f'write <a href="#{target}"></a>')
        seen[target] += 1


def _references(root: html.HtmlElement) -> Iterator[tuple[str, bool]]:
    """Each reference in the order of the words: its anchor, and whether Markdown read it."""
    for event, element in etree.iterwalk(root, events=("start", "end")):
        if event == "start" and element.tag == "a" and (element.get("href") or "").startswith("#"):
            yield str(element.get("href"))[1:], True
        typed = element.text if event == "start" and element.tag != "data" else element.tail if event == "end" else ""
        yield from ((target, False) for target in _UNREAD.findall(typed or ""))


def drop_unprinted(root: html.HtmlElement) -> None:
    """Take away each element of the class `if-printed` that refers to an anchor which is not there."""
    marked = [each for each in root.iterfind(".//*[@class]") if IF_PRINTED in each.classes]
    there = {each.get("id") for each in root.iterfind(".//*[@id]")} if marked else set()
    while gone := [each for each in marked if not {link.get("href", "#")[1:] for link in each.iter("a")} <= there]:
        marked = [each for each in marked if each not in gone]
        for each in gone:
            there -= {inner.get("id") for inner in each.iter()}
            parent = each.getparent()
            if parent is not None:
                each.drop_tree()
                if parent.tag in ("p", "li") and not len(parent) and not text(parent) and parent is not root:
                    parent.drop_tree()


def text(element: html.HtmlElement) -> str:
    """The words of an element in one line."""
    return " ".join("".join(element.itertext()).split(" ")).strip()


def slug(title: str) -> str:
    """A title as an anchor.

    >>> slug("Who may tender?")
    'who-may-tender'
    """
    flat = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", flat).strip("-") or "part"


def _anchors(root: html.HtmlElement, headings: list[html.HtmlElement], places: Places) -> Iterator[Problem]:
    """Give each heading without an anchor one of its own; a problem for each anchor that stands twice."""
    seen: set[str] = set()
    for element in root.iter():
        anchor = element.get("id")
        if anchor is not None and anchor in seen:
            yield Problem(places.anchor(anchor), f'the anchor "{anchor}" stands twice', "rename one of them")
        seen.add(anchor or "")
    for heading in headings:
        if not heading.get("id"):
            base = slug(_unticked(heading))
            made, count = base, 1
            while made in seen:
                made, count = f"{base}-{count + 1}", count + 1
            heading.set("id", made)
            seen.add(made)


def _unticked(heading: html.HtmlElement) -> str:
    """A heading's words without its figures: an anchor does not move when a figure does."""
    copy = deepcopy(heading)
    for data in list(copy.iter("data")):
        data.drop_tree()
    return text(copy)


def _above(headings: Sequence[html.HtmlElement]) -> Mapping[html.HtmlElement, html.HtmlElement]:
    """For each heading of the lower level the words of that under which it stands."""
    found: dict[html.HtmlElement, html.HtmlElement] = {}
    above = None
    for heading in headings:
        if heading.tag == _HEADINGS[0]:
            above = deepcopy(heading)
        elif above is not None:
            found[heading] = above
    return found


Title = tuple[html.HtmlElement | None, html.HtmlElement | None]


def _titles(root: html.HtmlElement) -> Mapping[str, Title]:
    """For each anchor the words of its title, and the element that has them.

    The title is a heading, or the caption or first heading inside.
    """
    titles: dict[str, Title] = {}
    for element in root.iter():
        anchor = element.get("id")
        if anchor is not None:
            inside = next(element.iter("h1", "h2", "h3", "h4", "caption", "figcaption"), None)
            titles[anchor] = (deepcopy(inside) if inside is not None else None, inside)
    return titles


def _number(headings: list[html.HtmlElement]) -> dict[str, str]:
    """Put numbers at the head of headings: `1.`, and `1.1` one level down."""
    numbers = {}
    part = section = 0
    for heading in headings:
        if _UNNUMBERED in heading.classes:
            continue
        if heading.tag == "h2":
            part, section = part + 1, 0
            said = f"{part}."
        else:
            section += 1
            said = f"{part}.{section}"
        numbers[str(heading.get("id"))] = said.rstrip(".")
        label = html.Element("span")
        label.set("class", "number-of-heading")
        label.text = said
        label.tail = f" {heading.text or ''}"
        heading.text = None
        heading.insert(0, label)
    return numbers


def _refer(link: html.HtmlElement, title: html.HtmlElement | None, above: html.HtmlElement | None) -> None:
    """Say where a reference leads: “The exchange offer — Conditions”, or “The exchange offer” itself.

    The page is added on paper, by the style.
    """
    link.classes.add("ref")
    link.text = "“"
    if above is not None:
        titled(link, above)
        add_words(link, "\u00a0— ")
    titled(link, title)
    add_words(link, "”")
