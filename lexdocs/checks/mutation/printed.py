"""What a page must say after a change: its old words, with each figure in them written anew from the new book.

Nothing here asks how the page was rendered. The expectation is made of the visible text before the change, of the new
values, and of `notation`, and held against the visible text after it.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from lexdocs.checks.mutation.outcome import Fault, Finding, Printed
from lexdocs.checks.mutation.pages import Page, Ticked, blanked
from lexdocs.checks.mutation.plain_text import differing
from lexdocs.checks.mutation.writing import Written
from lexdocs.documents.languages.saying import set_as
from lexdocs.documents.visible import Block
from lexdocs.figures.book import FigureBook
from lexdocs.figures.figure import Figure
from lexdocs.figures.record import exact
from lexdocs.notation.error import NotationError
from lexdocs.notation.forms import write
from lexdocs.notation.languages import ENGLISH, typeset_line
from lexdocs.notation.typography import Medium
from lexdocs.notation.units import Unit

_NAMED = re.compile(r"\{\{\s*(\w+)\s*(?:\|\s*(\w+)\s*)?\}\}")
NOT_PRINTED = "not printed"
_WORDY = (Unit.TEXT, Unit.TITLE)


@dataclass(frozen=True)
class Figures:
    """The figures of a book by address."""

    book: FigureBook
    by_address: Mapping[str, Figure]

    def form(self, address: str, style: str | None) -> str | None:
        """How a figure is printed on paper in a style; None where it cannot be."""
        figure = self.by_address.get(address)
        return form(figure, style) if figure is not None else None


def figures(book: FigureBook) -> Figures:
    """The figures of a book, by address."""
    return Figures(book, {each.address: each for each in book if isinstance(each, Figure)})


def form(figure: Figure, style: str | None) -> str | None:
    """The printed form of a figure, written without regard to any document."""
    try:
        return write(figure.value, set_as(figure), style=style, written=figure.written, medium=Medium.PAPER)
    except NotationError:
        return None


def compared(was: Written, now: Written, book: Figures, *, decided: bool) -> Iterator[Finding]:
    """What is wrong with a page after a change; `decided` says that flags or rows may have changed its words."""
    if was.page is None or now.page is None:
        return
    template = now.template.removesuffix(".md")
    for tick, place in placed(now.page):
        yield from _tick(template, place, tick, book)
    yield from _furniture(template, now, book)
    if was.page.shell != now.page.shell:
        yield Finding(Fault.REWORDED, template, "page", "moved in what is not seen of it, such as its style sheet")
    if now.text is not None:
        yield from differing(template, now.page, now.text)
    yield from _order(template, now.page)
    if not decided:
        yield from _words(template, was.page, now.page, book)


def placed(page: Page) -> Iterator[tuple[Ticked, str]]:
    """Each tick of a page with its place."""
    for blocks, ticks in ((page.header, page.header_ticks), (page.main, page.ticks)):
        for block in blocks:
            for span in block.spans:
                if span.tick is not None:
                    yield ticks[span.tick], block.place


def _tick(template: str, place: str, tick: Ticked, book: Figures) -> Iterator[Finding]:
    figure = book.by_address.get(tick.address)
    if figure is None:
        yield Finding(Fault.WRONG, template, place, f"“{tick.text}” stands for {tick.address}, which there is not")
        return
    meant = form(figure, tick.style)
    if meant != tick.text:
        yield Finding(Fault.FROZEN, template, place, f"prints “{tick.text}” where {tick.address} is “{meant}”")
    elif figure.unit not in _WORDY and exact(figure.value) != tick.value:
        says = f"says that {tick.address} is {tick.value}, which is {exact(figure.value)}"
        yield Finding(Fault.WRONG, template, place, says)


def _furniture(template: str, now: Written, book: Figures) -> Iterator[Finding]:
    """The title, the head of each page and the legend: words that bear no ticks."""
    assert now.page is not None  # noqa: S101  the caller looked; this tells the type checker
    legend = book.by_address.get("legend")
    parts = (
        ("title", now.header.title, now.page.title),
        ("running head", now.header.running_head, now.page.running_head),
    )
    for place, source, said in parts:
        meant = _NAMED.sub(lambda found: _in_title(found, now.row, book), source)
        if "{%" not in source and _plainly(meant) != _plainly(said):
            yield Finding(Fault.FROZEN, template, place, f"says “{said}” where “{meant}” is meant")
    if legend is not None and _plainly(str(legend.value)) != _plainly(now.page.legend):
        yield Finding(Fault.FROZEN, template, "legend", f"says “{now.page.legend}” where “{legend.value}” is meant")


def _in_title(found: re.Match[str], row: Mapping[str, str], book: Figures) -> str:
    axes = book.book.shapes[found[1]].axes if found[1] in book.book.shapes else ()
    key = ",".join(row[axis] for axis in axes if axis in row)
    return (book.form(f"{found[1]}[{key}]" if key else found[1], found[2]) or found[0]).replace("\n", ", ")


def _plainly(text: str) -> str:
    return " ".join(typeset_line(ENGLISH, text).split())


def _order(template: str, page: Page) -> Iterator[Finding]:
    """The first term of an index that stands behind one which it should precede."""
    for before, term in pairwise(page.entries):
        if term.casefold() < before.casefold():
            yield Finding(Fault.REWORDED, template, "index", f"has “{term}” behind “{before}”")
            return


def _words(template: str, was: Page, now: Page, book: Figures) -> Iterator[Finding]:
    """The visible text, block by block, against the old one with its figures written anew."""
    if len(was.main) != len(now.main):
        yield Finding(Fault.REWORDED, template, "page", f"has {len(now.main)} paragraphs where it had {len(was.main)}")
        return
    for old, new in zip(was.main, now.main, strict=True):
        meant = rewritten(old, was.ticks, book)
        if meant is not None and meant != new.text:
            fault = Fault.FROZEN if blanked(old) == blanked(new) else Fault.REWORDED
            yield Finding(
                fault, template, new.place, f"says “{_cut(new.text, meant)}” where “{_cut(meant, new.text)}” is meant"
            )


def rewritten(block: Block, ticks: tuple[Ticked, ...], book: Figures) -> str | None:
    """A block's text with each of its figures written anew; None where one of them is gone."""
    text, at, stop = "", 0, ""
    for span in block.spans:
        if span.tick is None:
            continue
        tick = ticks[span.tick]
        said = book.form(tick.address, tick.style)
        if said is None:
            return None
        text = _ended(text, stop + block.text[at : span.start]) + said
        at, stop = span.end, "." if tick.stops else ""
    return _ended(text, stop + block.text[at:])


def _ended(text: str, words: str) -> str:
    """A text that goes on with words: a full stop at its end is that of the sentence too."""
    shared = text.endswith(".") and words.startswith(".") and not words.startswith("..")
    return text + (words[1:] if shared else words)


def _cut(text: str, other: str, context: int = 24) -> str:
    """A text from shortly before where it differs from another."""
    same = next(
        (at for at, pair in enumerate(zip(text, other, strict=False)) if pair[0] != pair[1]), min(len(text), len(other))
    )
    start = max(same - context, 0)
    return (
        ("… " if start else "")
        + text[start : same + 2 * context].strip()
        + (" …" if same + 2 * context < len(text) else "")
    )


def moved(was: Written, now: Written) -> Iterator[Printed]:
    """The figures that a page prints otherwise than before, each place once."""
    if was.page is None or now.page is None:
        return
    old, new = list(placed(was.page)), list(placed(now.page))
    document = "/".join([now.template.removesuffix(".md"), *now.row.values()])
    addresses = [[tick.address for tick, _ in side] for side in (old, new)]
    matcher = difflib.SequenceMatcher(None, addresses[0], addresses[1], autojunk=False)
    same = addresses[0] == addresses[1]
    codes: Sequence[tuple[str, int, int, int, int]]
    codes = [("equal", 0, len(old), 0, len(new))] if same else [*matcher.get_opcodes()]
    for tag, a, b, c, d in codes:
        if tag == "equal":
            for (left, _), (right, place) in zip(old[a:b], new[c:d], strict=True):
                if left.text != right.text:
                    yield Printed(document, place, right.address, left.text, right.text)
            continue
        yield from (Printed(document, place, tick.address, tick.text, NOT_PRINTED) for tick, place in old[a:b])
        yield from (Printed(document, place, tick.address, NOT_PRINTED, tick.text) for tick, place in new[c:d])
