"""The visible words of a page in their order: blocks of pieces, tables of cells, and where pages end."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from lxml import etree

from lexdocs.checks.reading.html_items import Block, Item, PageEnd, Piece, Said, Table, TableCell
from lexdocs.checks.reading.html_look import Look, Styles

_BLOCKS = frozenset(
    """address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure
    footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol optgroup option p pre section summary
    table tbody td tfoot th thead tr ul""".split()
)
_LEFT_OUT = frozenset(
    """audio base canvas datalist del embed iframe ix:header ix:hidden link meta noembed noframes noscript
    object s script strike style template title video""".split()
)
_HEADINGS = frozenset("h1 h2 h3 h4 h5 h6".split())
_ASIDE = re.compile(r"page-?(?:num(?:ber)?|no|header|footer)|folio|running-?(?:head|foot)(?:er|line)?")
_NOTED = re.compile(r"foot-?notes?|fn|endnotes?")
_SPANS = 1000


@dataclass(frozen=True)
class _Around:
    """What the element that is open says of the words in it."""

    look: Look = field(default_factory=Look)
    kind: str = "p"
    lists: int = 0


def items(root: Any, styles: Styles) -> Iterator[Item]:
    """The blocks, tables and page ends of a page, hidden words left out."""
    walker = _Walker(root, styles)
    walker.walk(root)
    return iter(walker.items)


class _Walker:
    """Goes through a tree once, without going down into itself: pages of others are nested as deep as they like."""

    def __init__(self, root: Any, styles: Styles) -> None:
        self.styles = styles
        self.items: list[Item] = []
        self.block = Block()
        self.around = [_Around()]
        self.line = 1
        self.table: Table | None = None
        self.cell: TableCell | None = None
        self.in_head = False
        # A table around another one only lays out what is in it.
        self.layout = {outer for each in root.iter("table") for outer in _outer(each)}

    def walk(self, root: Any) -> None:
        """Gather all of a tree."""
        walk = etree.iterwalk(root, events=("start", "end"))
        skipped: Any = None  # the element whose words nobody sees
        for event, element in walk:
            tag = str(element.tag).lower()
            if event == "start":
                self.line = max(self.line, element.sourceline or 0)
                around = self.opened(element, tag)
                if around is None:
                    skipped = element
                    walk.skip_subtree()
                    continue
                self.around.append(around)
                self.open(element, tag, around.look)
                self.words(element.text)
            else:
                if element is not skipped:
                    self.close(tag, self.around.pop().look)
                skipped = None
                self.words(element.tail)
        self.flush()

    def opened(self, element: Any, tag: str) -> _Around | None:
        """What an element says of its words; None where nobody sees them."""
        if tag in _LEFT_OUT or element.get("hidden") is not None or element.get("aria-hidden") == "true":
            return None
        around = self.around[-1]
        look = self.styles.look(element, around.look)
        if look.gone:
            return None
        return _Around(look, _kind(element, tag, around.kind))

    def open(self, element: Any, tag: str, look: Look) -> None:
        """What begins with an element."""
        if look.before or tag == "page":
            self.flush()
            self.items.append(PageEnd())
        if tag == "br":
            self.broken()
        elif self.is_block(tag, look):
            self.boundary()
        if tag == "table" and element not in self.layout:
            self.table = Table(presents=element.get("role") in ("presentation", "none"))
            self.items.append(self.table)
        elif self.table is not None:
            self.open_in_table(element, tag, self.table)

    def open_in_table(self, element: Any, tag: str, table: Table) -> None:
        """What begins within a table."""
        if tag == "thead":
            self.in_head = True
        elif tag == "tr":
            table.rows.append(([], self.in_head))
        elif tag in ("td", "th"):
            if not table.rows:
                table.rows.append(([], self.in_head))
            self.cell = TableCell(
                [],
                _number(element.get("colspan")),
                _number(element.get("rowspan")),
                tag == "th",
                element.get("scope") or "",
            )
            table.rows[-1][0].append(self.cell)

    def close(self, tag: str, look: Look) -> None:
        """What ends with an element."""
        if self.is_block(tag, look):
            self.boundary()
        if tag == "table" and self.table is not None:
            self.table = self.cell = None
        elif tag in ("td", "th"):
            self.cell = None
        elif tag == "thead":
            self.in_head = False
        if look.after or tag == "hr":
            self.flush()
            if look.after:
                self.items.append(PageEnd())

    def is_block(self, tag: str, look: Look) -> bool:
        """Whether an element's words stand by themselves."""
        return look.block if look.block is not None else tag in _BLOCKS

    def boundary(self) -> None:
        """The end of a block: within an address only of a line."""
        if self.around[-1].kind == "address" and self.block.kind == "address" and self.block.pieces:
            self.block.pieces.append(Piece("", self.line, Said.BREAK))
        else:
            self.flush()

    def broken(self) -> None:
        """A line's end that somebody typed; two of them end a paragraph."""
        pieces = self.block.pieces
        while pieces and pieces[-1].said is Said.WORDS and not pieces[-1].text.strip():
            pieces.pop()
        if pieces and pieces[-1].said is Said.BREAK and self.block.kind != "address":
            self.flush()
        elif pieces:
            pieces.append(Piece("", self.line, Said.BREAK))

    def words(self, text: str | None) -> None:
        """Words where the walk is."""
        if not text:
            return
        around = self.around[-1]
        look = around.look
        if look.hidden or (self.table is not None and self.cell is None and not text.strip()):
            self.line += text.count("\n")
            return
        block = self.block
        if text.strip():
            if not any(piece.text.strip() for piece in block.pieces):
                block.kind, block.centred, block.line = _typed(around), look.centred, self.line
            block.bold = block.bold and look.bold
        if look.raised and block.kind != "typed":
            block.pieces.append(Piece(text, self.line, Said.RAISED if look.raised > 0 else Said.LOWERED))
            self.line += text.count("\n")
            return
        for place, part in enumerate(text.split("\n")):
            self.line += bool(place)
            block.pieces.append(Piece(f"\n{part}" if place else part, self.line))

    def flush(self) -> None:
        """Hand over the block so far and begin another."""
        block, self.block = self.block, Block()
        if not any(piece.text.strip() for piece in block.pieces):
            return
        if self.table is None:
            self.items.append(block)
        elif self.cell is not None:
            self.cell.blocks.append(block)
        elif block.kind == "caption":
            self.table.captions.append(block)
        else:  # words that stand in a table and in no cell of it
            self.items.insert(len(self.items) - 1, block)


def _typed(around: _Around) -> str:
    return "typed" if around.look.typed and around.kind in ("p", "li") else around.kind


def _kind(element: Any, tag: str, around: str) -> str:
    """What an element makes of the words in it."""
    names = f"{element.get('class') or ''} {element.get('role') or ''}".lower().split()
    if around == "furniture" or any(_ASIDE.fullmatch(name) for name in names):
        return "furniture"
    if tag == "aside" or any(_NOTED.fullmatch(name.removeprefix("doc-")) for name in names):
        return around if tag in ("a", "sup", "span") else "footnote"
    if tag in _HEADINGS:
        return "heading"
    if tag in ("li", "dd"):
        return "item"
    if tag in ("caption", "address"):
        return tag
    if tag in ("table", "td", "th"):
        return "p" if around in ("item", "heading", "address") else around
    return around


def _number(value: str | None) -> int:
    return min(max(int(value), 1), _SPANS) if value and value.strip().isascii() and value.strip().isdigit() else 1


def _outer(table: Any) -> Iterator[Any]:
    outer = next(table.iterancestors("table"), None)
    if outer is not None:
        yield outer
