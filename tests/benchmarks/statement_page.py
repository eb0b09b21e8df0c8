"""The settlement statement of the worked example, taken apart: its fixed words, and the slots that each holder fills.

The peers of the mailing are made from it, so that all of them print the same words in the same tables.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from lxml import html as markup

from lexdocs.deal import Deal, open_deal
from lexdocs.documents.document import Document
from lexdocs.outputs.html import for_paper
from lexdocs.resources import bundled_deals
from lexdocs.writing.house import stylesheet
from lexdocs.writing.pages import write_pages
from lexdocs.writing.words import write_words

DEAL = bundled_deals()["lexington_2001"]
_TEMPLATE = "statements/settlement"
_TICK = re.compile(r'<data class="[^"]*" value="[^"]*" data-figure="([^"]*)"(?: data-style="([^"]*)")?>(.*?)</data>')

_MARGINS = ("legend", "illustrative")
_PANEL = ("issuer", "statement", "subject", "address-name", "address-lines")

Holder = Mapping[str, str]
"""The texts of one statement, by the keys of its slots."""


@dataclass(frozen=True)
class Slot:
    """A place that each holder's own text fills: the address of the figure without the holder, and the print style."""

    address: str
    style: str | None

    @property
    def key(self) -> str:
        """What the texts of a holder call it."""
        return f"{self.address}|{self.style or ''}"


Text = tuple[str | Slot, ...]


@dataclass(frozen=True)
class Cell:
    """A cell of a table; `number` stands to the right, `whole` leaves room for cents."""

    text: Text
    strong: bool
    number: bool
    whole: bool


@dataclass(frozen=True)
class Table:
    """A table: `facts` are pairs of a name and a fact, the others ledgers; each row with its kind."""

    caption: Text
    facts: bool
    rows: tuple[tuple[str, tuple[Cell, ...]], ...]


@dataclass(frozen=True)
class Words:
    """A heading, which begins a page, or a paragraph."""

    text: Text
    heading: bool


@dataclass(frozen=True)
class Page:
    """A statement: what stands in its margins, its panel (issuer, heading, subject, name, address) and its blocks.

    `finished` is the HTML of a holder for paper, cut at its slots.
    """

    legend: Text
    illustrative: Text
    panel: tuple[Text, ...]
    blocks: tuple[Table | Words, ...]
    finished: Text

    @property
    def slots(self) -> tuple[Slot, ...]:
        """Every slot, once."""
        return tuple(dict.fromkeys(part for part in self.finished if isinstance(part, Slot)))


@lru_cache(maxsize=1)
def statement() -> Page:
    """The statement of the first holder of the worked example, who tenders everything."""
    deal = open_deal(DEAL)
    document = write_words(deal, [_TEMPLATE]).documents[0]
    label = document.name.rpartition("/")[2]
    page = str(write_pages(deal, document, ["html"])[f"{document.name}.html"])
    return _page(deal, document, page, label)


def _page(deal: Deal, document: Document, page: str, label: str) -> Page:
    body: Any = markup.document_fromstring(page).find("body")
    named = {each: body.xpath(f'.//*[@class="{each}" or @id="{each}"]')[0] for each in (*_MARGINS, *_PANEL)}
    texts = {name: _text(element, label) for name, element in named.items()}
    blocks = [
        _table(each, label) if each.tag == "table" else Words(_text(each, label), each.tag == "h2")
        for each in body.xpath('.//main//table | .//main/h2 | .//main/p[@class="closing"]')
    ]
    # The title holds the holder's number outside a tick; what it says does not print.
    paper = for_paper(page, stylesheet(deal)).replace(f"<title>{document.title}", "<title>Settlement Statement")
    panel = tuple(texts[each] for each in _PANEL)
    return Page(texts["legend"], texts["illustrative"], panel, tuple(blocks), tuple(_cut(paper, label)))


def _table(element: Any, label: str) -> Table:
    rows = []
    for row in element.xpath(".//tr"):
        kind = "head" if row.getparent().tag == "thead" else row.get("class") or row.getparent().tag
        cells = []
        for each in row:
            said = (each.get("class") or "").split()
            strong = "strong" in said or kind in ("strong", "total")
            cells.append(Cell(_text(each, label), strong, "number" in said, "whole" in said))
        rows.append((kind, tuple(cells)))
    return Table(_text(element.find("caption"), label), "facts" in element.get("class").split(), tuple(rows))


def _text(element: Any, label: str) -> Text:
    """What an element says: words, and slots where a figure is the holder's."""
    parts: list[str | Slot] = [element.text or ""]
    for child in element:
        slot = _slot(child.get("data-figure") or "", child.get("data-style"), label)
        parts += [slot or "".join(child.itertext()), child.tail or ""]
    joined: list[str | Slot] = []
    for part in parts:
        if isinstance(part, str) and joined and isinstance(joined[-1], str):
            joined[-1] += part
        elif part:
            joined.append(part)
    return tuple(joined)


def _slot(figure: str, style: str | None, label: str) -> Slot | None:
    name, _, key = figure.rstrip("]").partition("[")
    keys = key.split(",")
    if label not in keys:
        return None
    rest = ",".join(each for each in keys if each != label)
    return Slot(f"{name}[{rest}]" if rest else name, style)


def _cut(paper: str, label: str) -> Iterator[str | Slot]:
    """The finished page in pieces: its words, and its slots."""
    at = 0
    for tick in _TICK.finditer(paper):
        slot = _slot(tick[1], tick[2], label)
        if slot is not None:
            # The exact value in the tick does not print, and would be the first holder's.
            yield re.sub(r' value="[^"]*"', "", paper[at : tick.start(3)])
            yield slot
            at = tick.end(3)
    yield paper[at:]
