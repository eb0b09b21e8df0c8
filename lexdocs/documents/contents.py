"""The table of contents of a document's tree."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from copy import deepcopy

from lxml import etree, html

PLACE = "contents-here"


def add_contents(
    root: html.HtmlElement,
    headings: Sequence[html.HtmlElement],
    titles: Mapping[str, html.HtmlElement | None],
    numbers: Mapping[str, str],
) -> None:
    """Write the contents where the template asks for them, or else behind the title, or at the head."""
    nav = html.Element("nav")
    nav.set("class", "contents")
    nav.set("aria-label", "Contents")
    heading = etree.SubElement(nav, "p")
    heading.set("class", "contents-title")
    heading.text = "Contents"
    outer = etree.SubElement(nav, "ol")
    inner = None
    for each in headings:
        if each.tag == "h2" or not len(outer):
            item, inner = etree.SubElement(outer, "li"), None
        else:
            inner = etree.SubElement(outer[-1], "ol") if inner is None else inner
            item = etree.SubElement(inner, "li")
        _entry(item, each, titles[str(each.get("id"))], numbers.get(str(each.get("id"))))
    place = next((each for each in root.iter("div") if PLACE in each.classes), None)
    title = next(root.iter("h1"), None)
    if place is not None and (parent := place.getparent()) is not None:
        nav.tail = place.tail
        parent.replace(place, nav)
    elif title is not None:
        title.addnext(nav)
    else:
        root.insert(0, nav)


def titled(element: etree._Element, title: etree._Element | None) -> None:
    """Put a copy of a title's words, with the figures in them, at the end of an element."""
    if title is None:
        return
    add_words(element, title.text)
    for child in title:
        if "note-call" in (child.get("class") or "").split():  # a note belongs to the title itself
            add_words(element, child.tail)
            continue
        copy = deepcopy(child)
        for each in copy.iter():
            each.attrib.pop("id", None)
        element.append(copy)


def add_words(element: etree._Element, text: str | None) -> None:
    """Put words at the end of an element."""
    if len(element):
        element[-1].tail = (element[-1].tail or "") + (text or "")
    else:
        element.text = (element.text or "") + (text or "")


def _entry(item: etree._Element, heading: html.HtmlElement, title: html.HtmlElement | None, number: str | None) -> None:
    link = etree.SubElement(item, "a")
    link.set("href", f"#{heading.get('id')}")
    if number is not None:
        label = etree.SubElement(link, "span")
        label.set("class", "number-of-heading")
        label.text = number + ("." if heading.tag == "h2" else "")
        label.tail = " "
    titled(link, title)
