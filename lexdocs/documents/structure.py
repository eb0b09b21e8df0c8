"""Headings, their numbers, the contents and the cross-references of a document's tree."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from copy import deepcopy

from lxml import etree, html

from lexdocs.documents.contents import add_contents, titled
from lexdocs.errors import Problem, Where

_HEADINGS = ("h2", "h3")
_UNNUMBERED = "unnumbered"


def arrange(root: html.HtmlElement, *, numbered: bool, contents: bool, template: str) -> list[Problem]:
    """Name and number the headings, write the table of contents, and fill the cross-references.

    Gives a problem for each reference that leads nowhere and each anchor that stands twice.
    """
    headings = list(root.iter(*_HEADINGS))
    problems = list(_anchors(root, headings, Where(template)))
    titles = _titles(root)
    numbers = _number(headings) if numbered else {}
    if contents and headings:
        add_contents(root, headings, titles, numbers)
    for link in root.iter("a"):
        target = (link.get("href") or "").removeprefix("#")
        if target not in titles:
            what = f'a reference leads to "{target}", which is not printed here'
            problems.append(Problem(Where(template), what, "print both or neither"))
        elif not text(link) and titles[target] is None:
            what = f'a reference leads to "{target}", which has no title'
            problems.append(Problem(Where(template), what, "write the words of the link, or lead to a heading"))
        elif not text(link):
            _refer(link, numbers.get(target, ""), titles[target])
    return problems


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


def _anchors(root: html.HtmlElement, headings: list[html.HtmlElement], where: Where) -> Iterator[Problem]:
    """Give each heading without an anchor one of its own; a problem for each anchor that stands twice."""
    seen: set[str] = set()
    for element in root.iter():
        anchor = element.get("id")
        if anchor is not None and anchor in seen:
            yield Problem(where, f'the anchor "{anchor}" stands twice', "rename one of them")
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


def _titles(root: html.HtmlElement) -> Mapping[str, html.HtmlElement | None]:
    """For each anchor the element whose words are its title: a heading, or the caption or first heading inside."""
    titles: dict[str, html.HtmlElement | None] = {}
    for element in root.iter():
        anchor = element.get("id")
        if anchor is not None:
            inside = next(element.iter("h1", "h2", "h3", "h4", "caption", "figcaption"), None)
            titles[anchor] = deepcopy(inside) if inside is not None else None
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


def _refer(link: html.HtmlElement, number: str, title: html.HtmlElement | None) -> None:
    """Say where a reference leads: the number and the title of the heading, in quotation marks."""
    link.set("class", "ref")
    link.text = "“"
    if number:
        label = etree.SubElement(link, "span")
        label.set("class", "number-of-heading")
        label.text = number
        label.tail = "\u00a0"
    titled(link, title)
    last = link[-1] if len(link) else None
    if last is None:
        link.text += "”"
    else:
        last.tail = (last.tail or "") + "”"
