"""HTML statements that share all but their texts: the page of one holder with gaps, and what fills them for others."""

from __future__ import annotations

import hashlib
import html
import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

import lxml.html

from lexdocs.figures.record import exact
from lexdocs.mailing.long_way import LongWay
from lexdocs.mailing.probes import without
from lexdocs.mailing.rows import ABSENT, Rows
from lexdocs.notation.forms import write
from lexdocs.notation.languages import ENGLISH
from lexdocs.notation.rounding import as_decimal
from lexdocs.notation.units import Unit
from lexdocs.terms.register import AXIS

_TICK = re.compile(
    r'<data class="(?P<kind>figure(?: words| date)?)" value=(?:"[^"]*"|\'[^\']*\') data-figure="(?P<figure>[^"]*)"'
    r'(?P<styled>(?: data-style="(?P<style>[^"]*)")?(?: lang="[^"]*")?(?: data-stop="[^"]*")?)>.*?</data>',
    re.DOTALL,
)
_TITLE = re.compile(r"<title>.*?</title>", re.DOTALL)
_WORDY = (Unit.TEXT, Unit.TITLE)
LABEL, TEXT, VALUE, TITLE = "label", "text", "value", "title"


@dataclass(frozen=True)
class Gap:
    """What fills a place of a page: a holder's figure in a print style, as it is printed, in full, or in a title."""

    kind: str
    figure: str = ""
    style: str | None = None


@dataclass(frozen=True)
class Pattern:
    """A page with numbered gaps, or why there is none. `name` stands for all that it is made of."""

    name: str
    text: str = field(default="", repr=False)
    gaps: tuple[Gap, ...] = ()
    why: str = ""

    def packed(self) -> bytes:
        """As it is kept."""
        return self.text.encode("utf-8")

    def filled(self, texts: Sequence[str]) -> str:
        """The page of a holder."""
        return self.text.format(*texts)


def pattern_of(way: LongWay, name: str, page: str, label: str, leaves: Mapping[str, Any]) -> Pattern:
    """The pattern of the page of a holding. Raises what its title raises."""
    made = _Making(way, label)
    text = "".join(made.pieces(page, made.title(leaves)))
    return Pattern(hashlib.sha256(name.encode("utf-8")).hexdigest()[:32], text, tuple(made.gaps))


class _Making:
    """Makes a pattern of a page; `gaps` are found by and by, each once."""

    def __init__(self, way: LongWay, label: str) -> None:
        self.way, self.label = way, label
        self.gaps: dict[Gap, int] = {}

    def pieces(self, page: str, title: str) -> list[str]:
        """The page as what `format` fills."""
        found, at = [], 0
        places = [*_TITLE.finditer(page, 0, page.index("</head>")), *_TICK.finditer(page)]
        for place in places:
            found.append(_plain(page[at : place.start()]))
            found.append(title if place.re is _TITLE else self._tick(place))
            at = place.end()
        return [*found, _plain(page[at:])]

    def title(self, leaves: Mapping[str, Any]) -> str:
        """The title with gaps."""
        found = []
        for piece in self.way.title(self.label, leaves):
            own = None if isinstance(piece, str) else self._own(piece.address)
            if not isinstance(piece, str) and own is not None:
                found.append(self._gap(Gap(TITLE, own, piece.style)))
            else:
                said = piece if isinstance(piece, str) else piece.paper.replace("\n", ", ")
                found.append(_plain(html.escape(said, quote=False)))
        return f"<title>{''.join(found)}</title>"

    def _tick(self, place: re.Match[str]) -> str:
        address = html.unescape(place["figure"])
        own = self._own(address)
        if own is None:
            return _plain(place[0])
        style = html.unescape(place["style"]) if place["style"] else None
        value, text = self._gap(Gap(VALUE, own, style)), self._gap(Gap(TEXT, own, style))
        return (
            f'<data class="{place["kind"]}" value={value} data-figure="{self._addressed(address)}"'
            f"{_plain(place['styled'])}>{text}</data>"
        )

    def _own(self, address: str) -> str | None:
        """The address of a holder's figure without the holder; None for a figure of the deal."""
        at = self._place(address)
        return None if at is None else without(address, self.label, at)

    def _place(self, address: str) -> int | None:
        shape = self.way.deal.graph.shapes.get(address.partition("[")[0])
        return shape.axes.index(AXIS) if shape is not None and AXIS in shape.axes else None

    def _addressed(self, address: str) -> str:
        name, _, rest = address.partition("[")
        keys = [_plain(html.escape(each)) for each in rest.removesuffix("]").split(",")]
        keys[self._place(address) or 0] = self._gap(Gap(LABEL))
        return f"{_plain(name)}[{','.join(keys)}]"

    def _gap(self, gap: Gap) -> str:
        return f"{{{self.gaps.setdefault(gap, len(self.gaps))}}}"


def _plain(text: str) -> str:
    return text.replace("{", "{{").replace("}", "}}")


def astray(texts: Iterable[str], running_head: str, own: Collection[str]) -> str:
    """Why no page of a holder can be made of that of another: figures of a holder within a tag or in the running head.

    >>> astray(["<p>{{ name }}</p>", '<p aria-label="x">'], "", {"name"}), astray(['<p id="{{ name }}">'], "", {"name"})
    ('', 'name is said of each holder within a tag: write it between tags')
    """
    tags = [tag for text in texts for tag in (*_TAG.findall(text), *_LIST.findall(text))]
    for said, place, remedy in (
        (tags, "within a tag", "write it between tags"),
        ([running_head], "in the running head", "write it in the words, or leave the running head to the deal"),
    ):
        found = dict.fromkeys(name for text in said for name in _NAME.findall(text) if name in own)
        if found:
            return f"{', '.join(found)} is said of each holder {place}: {remedy}"
    return ""


_TAG, _LIST, _NAME = re.compile(r"<[^<>]*>"), re.compile(r"\{:.*"), re.compile(r"[a-z][a-z0-9_]*")


class Filling:
    """What fills the gaps of some holdings, column by column; `decimals` are the figures that are rounded."""

    def __init__(self, rows: Rows, decimals: Collection[str]) -> None:
        self.rows, self.decimals = rows, decimals
        self.columns: dict[Gap, Sequence[str]] = {}

    def column(self, gap: Gap) -> Sequence[str]:
        """What fills a gap for each holding; `ABSENT` where there is nothing to print."""
        if gap not in self.columns:
            self.columns[gap] = self._column(gap)
        return self.columns[gap]

    def _column(self, gap: Gap) -> Sequence[str]:
        if gap.kind == LABEL:
            return list(map(html.escape, self.rows.labels))
        if gap.kind == VALUE:
            unit, values = self.rows.unit(gap.figure), self.rows.values(gap.figure)
            if unit in _WORDY:
                language = self.rows.saying.language
                return [ABSENT if each is None else _worded(each, unit, gap.style, language) for each in values]
            if gap.figure in self.decimals:
                values = [each if each is None else as_decimal(each) for each in values]
            return [ABSENT if each is None else attribute(exact(each)) for each in values]
        texts = self.rows.as_written(gap.figure, gap.style)
        between = "<br>" if gap.kind == TEXT else ", "
        return [html.escape(each, quote=False).replace("\n", between) for each in texts]


@lru_cache(maxsize=4096)
def _worded(value: str, unit: Unit, style: str | None, language: str) -> str:
    """The exact text of a tick, as documents have it."""
    said = write(value, unit, style=style) if language == ENGLISH else value
    return attribute(said.replace("\n", ", "))


_PLAIN = re.compile(r"[^&<>\"]*").fullmatch


def attribute(text: str) -> str:
    r"""A text as the value of an attribute, in quotes and escaped by the library that writes pages the long way.

    >>> print(attribute("O'Hallaran & \"Sons\""), attribute('"Sons"'))
    "O'Hallaran &amp; &quot;Sons&quot;" '"Sons"'
    """
    if _PLAIN(text):
        return f'"{text}"'
    element = lxml.html.Element("data", value=text)
    return lxml.html.tostring(element, encoding="unicode").removeprefix(_BEFORE).removesuffix(_BEHIND)


_BEFORE, _BEHIND = "<data value=", "></data>"
