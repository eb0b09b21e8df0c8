"""Putting the printed values into the finished tree: each a `<data>` element that names its figure."""

from __future__ import annotations

import html as escaping
from collections.abc import Sequence

from lxml import etree, html

from lexdocs.documents.allowed import INLINE
from lexdocs.documents.languages.saying import IN_ENGLISH, Saying
from lexdocs.documents.marks import MARK, Tick, filled, pieces
from lexdocs.figures.explain import lower
from lexdocs.figures.figure import Figure
from lexdocs.figures.record import exact
from lexdocs.notation.forms import write
from lexdocs.notation.languages import ENGLISH, LANGUAGES
from lexdocs.notation.typography import Medium
from lexdocs.notation.units import Unit

_WORDY = (Unit.TEXT, Unit.TITLE)
_STOP = "."
STOP_SHARED = "data-stop"
"""The attribute of a printed value whose own full stop ends the sentence as well."""
_NUMBER = "n"  # the attribute that carries a tick's number until the tree is finished


def substitute(root: html.HtmlElement, ticks: Sequence[Tick]) -> None:
    """Replace the marks of a tree: in words by elements, in attributes by plain text."""
    for element in list(root.iter()):
        for name, value in element.attrib.items():
            if MARK.search(value):
                element.set(name, filled(value, lambda number: ticks[number].paper.replace("\n", ", ")))
        if element.text and MARK.search(element.text):
            element.text, made = _elements(element.text, ticks)
            for place, each in enumerate(made):
                element.insert(place, each)
        parent = element.getparent()
        if parent is not None and element.tail and MARK.search(element.tail):
            element.tail, made = _elements(element.tail, ticks)
            for place, each in enumerate(made, parent.index(element) + 1):
                parent.insert(place, each)


def share_stops(root: html.HtmlElement, ticks: Sequence[Tick], *, rows: bool = False) -> None:
    """A value that ends in a full stop, such as a corporation's name (`Inc.`), ends its sentence: no second follows.

    The element of such a value says so. With `rows`, what differs from row to row keeps the stop that was typed.
    """
    for data in root.iter("data"):
        tick = ticks[int(data.attrib[_NUMBER])]
        last = data
        if not tick.paper.endswith(_STOP) or (rows and tick.figure.key):
            continue
        while last.tail is None and last.getnext() is None and (up := last.getparent()) is not None:
            if up.tag not in INLINE:
                break
            last = up
        tail = last.tail or ""
        if tail.startswith(_STOP) and tail[1:2] != _STOP:
            last.tail = tail[1:]
            data.set(STOP_SHARED, "shared")


def shown(root: html.HtmlElement, ticks: Sequence[Tick]) -> tuple[Tick, ...]:
    """The ticks of a finished tree in the order in which they stand, copies in references and contents included."""
    return tuple(ticks[int(element.attrib.pop(_NUMBER))] for element in root.iter("data"))


def _elements(text: str, ticks: Sequence[Tick]) -> tuple[str, list[html.HtmlElement]]:
    """Cut a text at its marks: the words before the first, and an element for each with the words after it."""
    made: list[html.HtmlElement] = []
    leading = ""
    for piece in pieces(text):
        if isinstance(piece, int):
            made.append(_data(piece, ticks[piece]))
        elif made:
            made[-1].tail = (made[-1].tail or "") + piece
        else:
            leading += piece
    return leading, made


def _data(number: int, tick: Tick) -> html.HtmlElement:
    element = html.Element("data")
    wordy = tick.figure.unit in _WORDY
    kind = " words" if wordy else " date" if tick.figure.unit is Unit.DATE else ""
    element.set("class", f"figure{kind}")
    element.set("value", _words(tick).replace("\n", ", ") if wordy else exact(tick.figure.value))
    element.set("data-figure", tick.address)
    if tick.style:
        element.set("data-style", tick.style)
    if tick.figure.unit is Unit.TITLE and tick.language != ENGLISH:
        element.set("lang", LANGUAGES[ENGLISH].tag)  # the name of a security is not translated
    element.set(_NUMBER, str(number))
    lines = tick.paper.split("\n")
    element.text = lines[0]
    for line in lines[1:]:
        etree.SubElement(element, "br").tail = line
    return element


def _words(tick: Tick) -> str:
    """The exact text of a tick: as it is printed, or in another language as the terms say it."""
    return tick.plain if tick.language == ENGLISH else str(tick.figure.value)


def stated(says: str, figure: Figure, saying: Saying = IN_ENGLISH) -> str:
    """A figure outside a template's words, as plain text: `rate: 8%`, or `that tenders may be withdrawn`.

    A flag that does not hold is said as what it is not. Raises `RenderError` where a language has no words for it.
    """
    if saying.language != ENGLISH:
        said = saying.assumed(says, figure)
        return said if figure.unit is Unit.FLAG else f"{said}{LANGUAGES[saying.language].colon}{saying.write(figure)}"
    if figure.unit is not Unit.FLAG:
        return f"{lower(says)}: {write(figure.value, figure.unit, written=figure.written)}"
    claim = lower(says).removeprefix("whether ")
    return f"that {claim}" if figure.value else f"not that {claim}"


def ticked(says: str, figure: Figure, saying: Saying = IN_ENGLISH) -> str:
    """A figure outside a template's words, as markup: what it is, and its ticked value; a flag is said in words."""
    if figure.unit is Unit.FLAG:
        return escaping.escape(stated(says, figure, saying))
    paper = saying.write(figure, medium=Medium.PAPER)
    what = lower(says) if saying.language == ENGLISH else saying.assumed(says, figure)
    value, named, label = (escaping.escape(each) for each in (exact(figure.value), figure.address, what))
    label += LANGUAGES[saying.language].colon
    return f'{label}<data class="figure" value="{value}" data-figure="{named}">{escaping.escape(paper)}</data>'
