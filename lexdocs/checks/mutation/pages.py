"""Pages as a reader sees them: the visible text of each, and where its figures stand in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import html

from lexdocs.documents.ticks import STOP_SHARED
from lexdocs.documents.visible import Block, blocks

BLANK = "\ufffc"


@dataclass(frozen=True)
class Ticked:
    """A figure in a page: its address, its print style, what stands there, and the exact value beside it.

    `stops` says that its own full stop ends the sentence, and that none was set behind it.
    """

    address: str
    style: str | None
    text: str
    value: str
    stops: bool = False


@dataclass(frozen=True)
class Page:
    """The visible text of a page in its parts, and its ticks in order: those of `header` first, then of `main`.

    `shell` is all that is not seen: it must not move at all. `entries` are the terms of its index as it lists them.
    """

    title: str
    legend: str
    running_head: str
    header: tuple[Block, ...]
    main: tuple[Block, ...]
    ticks: tuple[Ticked, ...]
    header_ticks: tuple[Ticked, ...]
    shell: str
    entries: tuple[str, ...] = ()

    def unticked(self) -> Iterator[tuple[str, str]]:
        """Each block of the words with its figures blanked out, and its place."""
        for block in self.main:
            yield block.place, blanked(block)


def blanked(block: Block) -> str:
    """A block's text with a sign in the place of each figure and of each heading's number."""
    text, at = "", 0
    for span in sorted(block.spans, key=lambda each: (each.start, -each.end)):
        if span.start >= at:
            text += block.text[at : span.start] + BLANK
            at = span.end
    return text + block.text[at:]


def read_page(page: str) -> Page:
    """Read a page as it would be shown. The order of the words is that of the file.

    >>> page = read_page("<title>T</title><header></header><main><p>Words</p></main>")
    >>> page.title, [block.text for block in page.main]
    ('T', ['Words'])
    """
    before, _, rest = page.partition("<header>")
    header, _, rest = rest.partition("</header>")
    gap, _, rest = rest.partition("<main>")
    main, _, after = rest.rpartition("</main>")
    entries = _entries(main)
    main = _index_by_anchor(main)
    title, shell = _title(before)
    head = html.fragment_fromstring(header, create_parent="div")
    kept = "".join(
        html.tostring(each, encoding="unicode")
        for each in head
        if not {"legend", "running-head", "draft"} & {*each.classes}
    )
    return Page(
        title, _said(head, "legend"), _said(head, "running-head"), blocks(kept or "<p></p>"), blocks(main),
        _ticks(main), _ticks(header), shell + gap + after, entries,
    )  # fmt: skip


def _index_by_anchor(main: str) -> str:
    """The words with the index of terms in the order of its anchors: that of the alphabet moves with each term."""
    if 'class="term-index"' not in main:
        return main
    root = html.fragment_fromstring(main, create_parent="div")
    for listed in root.iterfind(".//div[@class='term-index']/ul"):
        listed[:] = sorted(listed, key=lambda item: str(item[0].get("href")))
    return html.tostring(root, encoding="unicode").removeprefix("<div>").removesuffix("</div>")


def _title(before: str) -> tuple[str, str]:
    start, _, rest = before.partition("<title>")
    title, _, end = rest.partition("</title>")
    return html.fragment_fromstring(f"<p>{title}</p>").text_content(), start + end


def _said(head: html.HtmlElement, name: str) -> str:
    return "\n".join(each.text_content() for each in head if name in each.classes)


def _entries(markup: str) -> tuple[str, ...]:
    """The terms of an index of defined terms, in the order of its rows."""
    if 'class="term-index"' not in markup:
        return ()
    root = html.fragment_fromstring(markup, create_parent="div")
    return tuple(_text(item[0]) for item in root.iterfind(".//div[@class='term-index']/ul/li"))


def _ticks(markup: str) -> tuple[Ticked, ...]:
    root = html.fragment_fromstring(markup, create_parent="div")
    return tuple(map(_ticked, root.iter("data")))


def _ticked(data: html.HtmlElement) -> Ticked:
    stops = STOP_SHARED in data.attrib
    return Ticked(data.get("data-figure", ""), data.get("data-style"), _text(data), data.get("value", ""), stops)


def _text(element: html.HtmlElement) -> str:
    """The text of an element with its line ends."""
    text = element.text or ""
    for child in element:
        text += ("\n" if child.tag == "br" else _text(child)) + (child.tail or "")
    return text
