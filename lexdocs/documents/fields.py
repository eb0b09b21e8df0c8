"""Fields: places in a form that its reader fills in, which counsel writes as `[[line: Name of holder]]`.

They become inputs only after the words were cleaned, so that no input comes from anywhere but these signs.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import html

from lexdocs.documents.marks import MARK
from lexdocs.documents.script import Script
from lexdocs.documents.structure import slug
from lexdocs.errors import Problem, did_you_mean

LAYOUTS = ("letter", "form")
"""The layouts that may have fields: what is stamped for a holder, or released, has none."""

_EXAMPLE = "write it like [[line: Name of holder]]"


@dataclass(frozen=True)
class Kind:
    """A kind of field: its element, and how many characters of a typewriter stand for it in the text form."""

    tag: str
    type: str = ""
    columns: int = 0


KINDS = {
    "line": Kind("input", "text", 40),
    "short": Kind("input", "text", 16),
    "amount": Kind("input", "text", 16),
    "lines": Kind("textarea", columns=60),
    "box": Kind("input", "checkbox"),
    "sign": Kind("span", columns=40),
}
"""A line, a short one, an amount, several lines, a box to tick, and a line to sign on by hand."""

_FIELD = re.compile(r"\[\[\s*([^\[\]:]*?)\s*(?::\s*([^\[\]]*?)\s*)?\]\]")
_OPENING = re.compile(r"\[\[")
_MARKUP = re.compile(r"[*_`<>{}|\n]")


def field_problems(words: Script, layout: str) -> Iterator[Problem]:
    """Every field of the words that is none, and every one where none may be."""
    seen: set[int] = set()
    for found in _FIELD.finditer(words.text):
        seen.add(found.start())
        where = words.where(found.start())
        kind, label = found[1], found[2] or ""
        if layout not in LAYOUTS:
            yield Problem(where, f"a field in the layout {layout}", f"fields are for {' and '.join(LAYOUTS)}")
        elif kind not in KINDS:
            yield Problem(where, f'there is no field "{kind}"', did_you_mean(kind, KINDS) or _known())
        elif not label:
            yield Problem(where, f"the field {kind} has no label", _EXAMPLE)
        elif not re.search(r"[^\W\d_]", label):
            yield Problem(where, f'the label "{label}" has no words', _EXAMPLE)
        elif _MARKUP.search(label):
            yield Problem(where, f'the label "{" ".join(label.split())}" is not words alone', _EXAMPLE)
    for found in _OPENING.finditer(words.text):
        if found.start() not in seen:
            yield Problem(words.where(found.start()), "a field does not end as it should", _EXAMPLE)


def _known() -> str:
    return "there are: " + ", ".join(KINDS)


def plant(root: html.HtmlElement) -> None:
    """Put inputs in the place of the signs of fields, each with a name of its own and a label.

    A name is made of the label without its figures, so that it stays when a figure moves.
    """
    names: Counter[str] = Counter()
    for element in list(root.iter()):
        if element.text and _OPENING.search(element.text):
            element.text, made = _cut(element.text, names)
            for place, each in enumerate(made):
                element.insert(place, each)
        parent = element.getparent()
        if parent is not None and element.tail and _OPENING.search(element.tail):
            element.tail, made = _cut(element.tail, names)
            for place, each in enumerate(made, parent.index(element) + 1):
                parent.insert(place, each)


def _cut(text: str, names: Counter[str]) -> tuple[str, list[html.HtmlElement]]:
    """A text cut at its fields: the words before the first, and an element for each with the words after it."""
    made: list[html.HtmlElement] = []
    at, leading = 0, text
    for found in _FIELD.finditer(text):
        before = text[at : found.start()]
        if made:
            made[-1].tail = before
        else:
            leading = before
        made.append(_field(found[1], found[2], names))
        at = found.end()
    if made:
        made[-1].tail = text[at:]
    return leading, made


def _field(kind: str, label: str, names: Counter[str]) -> html.HtmlElement:
    is_a = KINDS[kind]
    element = html.Element(is_a.tag)
    element.set("class", f"field field-{kind}")
    if is_a.tag == "span":
        return element  # to be signed by hand: the words beside it say by whom
    base = slug(MARK.sub(" ", label))
    names[base] += 1
    count = names[base]
    if is_a.type:
        element.set("type", is_a.type)
    element.set("name", base if count == 1 else f"{base}-{count}")
    said = label if count == 1 or MARK.search(label) else f"{label} ({count})"
    element.set("aria-label", said)
    element.set("title", said)  # of which the printer makes the name that a reader of the PDF is told
    if is_a.type == "checkbox":
        element.set("value", "Yes")
    return element
