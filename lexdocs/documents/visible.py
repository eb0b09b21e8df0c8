"""The visible text of a document, block by block, with what each stretch of it is."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from lxml import html

_BLOCKS = frozenset(
    "p li td th caption h1 h2 h3 h4 dt dd address figcaption div section header footer aside nav blockquote ol ul dl "
    "table thead tbody tfoot tr".split()
)
_LABELS = {"p": "paragraph", "li": "item", "h1": "heading", "h2": "heading", "h3": "heading", "h4": "heading"}
_FURNITURE = frozenset({"number-of-heading"})
# The mark of a footnote stands against words and figures without being a part of them: it is read past.
_MARKS = frozenset({"note-call", "note-mark"})
_MARK = re.compile("[0-9]{1,4}|[a-z]{1,2}")


@dataclass(frozen=True)
class Span:
    """A stretch of a block's text that is a printed figure (with its address) or furniture (a heading's number).

    `tick` counts the figures of the document from zero: it is the place of this one among `Document.ticks`.
    """

    start: int
    end: int
    address: str | None
    tick: int | None = None


@dataclass(frozen=True)
class Block:
    """A block of visible text, and where a reader finds it."""

    place: str
    text: str
    spans: tuple[Span, ...]


def blocks(body: str) -> tuple[Block, ...]:
    """The blocks of a body in reading order; blocks without words are left out.

    >>> [(block.place, block.text) for block in blocks("<p>Terms</p><table><tr><td>Fee</td></tr></table>")]
    [('paragraph 1', 'Terms'), ('table 1 row 1', 'Fee')]
    """
    reader = _Reader()
    reader.read(html.fragment_fromstring(body, create_parent="div"))
    reader.close("div")
    return tuple(reader.blocks)


def _classes(element: html.HtmlElement) -> set[str]:
    return set((element.get("class") or "").split())


class _Reader:
    """Walks a tree and gathers its text."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.text = ""
        self.spans: list[Span] = []
        self.counts: Counter[str] = Counter()
        self.ticks = 0

    def read(self, element: html.HtmlElement) -> None:
        tag = str(element.tag)
        if tag in _BLOCKS:
            self.close("div")
        if tag in ("table", "tr"):
            self.counts[tag] += 1
            self.counts["tr"] *= tag == "tr"
        start = len(self.text)
        self.text += element.text or ""
        for child in element:
            if child.tag == "br":
                self.text += "\n"
            elif child.tag == "a" and _MARKS & _classes(child) and _MARK.fullmatch(child.text_content()):
                pass
            else:
                self.read(child)
            self.text += child.tail or ""
        if tag == "data":
            self.spans.append(Span(start, len(self.text), element.get("data-figure"), self.ticks))
            self.ticks += 1
        elif _FURNITURE & _classes(element):
            self.spans.append(Span(start, len(self.text), None))
        if tag in _BLOCKS:
            self.close(tag)

    def close(self, tag: str) -> None:
        if self.text.strip():
            self.blocks.append(Block(self.place(tag), self.text, tuple(self.spans)))
        self.text, self.spans = "", []

    def place(self, tag: str) -> str:
        if tag == "caption":
            return f"caption of table {self.counts['table']}"
        if tag in ("td", "th"):
            return f"table {self.counts['table']} row {self.counts['tr']}"
        label = _LABELS.get(tag, "paragraph")
        self.counts[label] += 1
        return f"{label} {self.counts[label]}"
