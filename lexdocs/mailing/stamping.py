"""Stamping: the statements of a batch of holdings, those that a plate will do for, and the others the long way."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, NamedTuple

from lexdocs.errors import LexdocsError, Problem
from lexdocs.figures.batch import Batch
from lexdocs.mailing.breaking import SURE, broken
from lexdocs.mailing.codes import is_narrow
from lexdocs.mailing.html_patterns import Pattern
from lexdocs.mailing.picked import EVEN, Picked
from lexdocs.mailing.probes import Slot
from lexdocs.mailing.rows import Rows, leaves_at
from lexdocs.mailing.shape import Shape
from lexdocs.mailing.shaping import Key, Shapes
from lexdocs.mailing.slot_texts import Texts
from lexdocs.mailing.stamps import Stamp
from lexdocs.mailing.titles import titles_of, untitled
from lexdocs.notation.units import SCALES
from lexdocs.outputs.deflating import deflated
from lexdocs.outputs.heard import script_of

_WHOLE: tuple[int, ...] = ()  # says of a text that each of its lines has room
_REMEMBERED = 4096  # texts of a slot of which it is known how they break


class Statement(NamedTuple):
    """The statement of a holding: stamped, rendered the long way, or not made, and then why.

    `shape` is the number of its plate and `pages` what is stamped on each of its pages, deflated, in a print stream;
    `tagged` is the same for a single file, whose title is `title`. `paper` is a PDF. `texts` fill the gaps of `page`
    for an HTML file, or are that file where there is no `page`.
    """

    label: str
    shape: int = -1
    pages: tuple[bytes, ...] = ()
    tagged: tuple[bytes, ...] = ()
    title: str = ""
    paper: bytes = b""
    why: str = ""
    problems: tuple[Problem, ...] = ()
    page: Pattern | None = None
    texts: tuple[str, ...] = ()


@dataclass(frozen=True)
class _Alike:
    """Holdings of one key; `parted` says that it tells how their texts break into lines, if they do."""

    key: Key
    holdings: Picked
    parted: bool = False


class Stamping:
    """Makes the statements of holdings; `passing` are the addresses of their leaves, in the order of their columns."""

    def __init__(self, shapes: Shapes, passing: Sequence[str]) -> None:
        self.shapes, self.passing = shapes, passing
        self.known: dict[tuple[int, Slot], dict[str, tuple[int, ...] | None]] = {}
        self.scales = {each: SCALES.get(shapes.units[each.partition("[")[0]]) for each in passing}

    def statements(self, batch: Batch, groups: Iterable[Rows]) -> list[Statement]:
        """The statement of each holding of a batch, in its order; `groups` are those of its holdings."""
        found: dict[int, Statement] = {}
        left = [
            _Alike(key, Picked(own, chosen))
            for rows in groups
            for own, places in self.shapes.tongues.of(rows)
            for key, chosen in _grouped(self.shapes.keys(own), places).items()
        ]
        wait = False
        while left:
            later: list[_Alike] = []
            went = False
            for each in left:
                shape = self._shape(each, batch, wait=wait and not went)
                if shape is None:  # another process is laying it out: the others first
                    later.append(each)
                    continue
                went = True
                if shape.plate is None:
                    found.update(self._rendered(each.holdings, shape.why, batch))
                elif each.parted:
                    found.update(self._stamped(shape, each.holdings))
                else:
                    for parts, places in self._parted(shape, each.holdings).items():
                        own = each.holdings.only(places)
                        if isinstance(parts, str):
                            found.update(self._rendered(own, parts, batch))
                        else:
                            later.append(_Alike((*each.key[:-1], parts), own, parted=True))
            left, wait = later, not went
        return [found[index] for index in range(len(batch.rows.labels))]

    def _shape(self, alike: _Alike, batch: Batch, *, wait: bool) -> Shape | None:
        rows, place = alike.holdings.rows, alike.holdings.places[0]
        leaves = partial(leaves_at, batch, self.passing, rows.indexes[place], self.scales)
        return self.shapes.of(alike.key, rows.labels[place], leaves, wait=wait)

    def _parted(self, base: Shape, holdings: Picked) -> Mapping[tuple[Any, ...] | str, list[int]]:
        """The holdings of a base shape by how their texts break into lines; where one cannot be set, by why not."""
        rows, chosen = holdings.rows, holdings.places
        broken_at: dict[int, list[Any]] = {}
        refused = dict.fromkeys(untitled(base, holdings), "the title would print what is not there")
        for slot in base.laid.slots:
            if slot.line:
                continue
            known = self.known.setdefault((base.number, slot), {})
            for at in _unsure(base, slot, holdings):
                place, text = chosen[at], holdings.texts(slot.figure, slot.style)[at]
                if text not in known:
                    if len(known) > _REMEMBERED:
                        known.clear()
                    known[text] = _WHOLE if base.has_room(text, slot) else broken(text, base, slot)
                parts = known[text]
                if parts is _WHOLE:
                    continue
                if parts is None:
                    refused[place] = _unset(text, base, slot)
                elif any(count > 1 for count in parts):
                    broken_at.setdefault(place, []).append((slot.figure, parts))
        refused |= self._crowded(base, rows, [place for place in chosen if place not in refused])
        found: dict[tuple[Any, ...] | str, list[int]] = {}
        for place in chosen:
            of = refused.get(place) or tuple(broken_at.get(place, ()))
            found.setdefault(of, []).append(place)
        return found

    def _crowded(self, base: Shape, rows: Rows, chosen: Sequence[int]) -> dict[int, str]:
        """The holdings for whom several texts that stand on one line have no room beside one another."""
        found: dict[int, str] = {}
        for line in base.laid.lines:
            slots = [base.laid.slots[piece] for piece in line.pieces if isinstance(piece, int)]
            if len(slots) > 1:
                columns = [(rows.texts(slot.figure, slot.style), slot.line) for slot in slots]
                for place in chosen:
                    said = "".join([column[place].split("\n")[at] for column, at in columns])
                    short = said.isascii() and len(said) <= base.widths[line].short
                    if not short and not base.widths[line].fits(said, SURE):
                        found[place] = f"{' and '.join(each.figure for each in slots)} have no room on one line"
        return found

    def _stamped(self, shape: Shape, holdings: Picked) -> Iterator[tuple[int, Statement]]:
        rows, places, odd = holdings.rows, holdings.places, _odd(shape, holdings)
        plain = [place for place in places if place not in odd] if odd else places
        for own, chosen in ((shape, plain), (self.shapes.wide(shape) if odd else shape, sorted(odd))):
            if not chosen:
                continue
            some = holdings.only(chosen)
            texts = Texts(own, some)
            pages, tagged = (_printed(stamps, texts) for stamps in (own.stamps, own.tagged))
            titles = titles_of(own, some) if own.tagged else [""] * len(chosen)
            for place, page, tied, title in zip(chosen, pages, tagged, titles, strict=True):
                yield rows.indexes[place], Statement(rows.labels[place], own.number, page, tied, title)

    def _rendered(self, holdings: Picked, why: str, batch: Batch) -> Iterator[tuple[int, Statement]]:
        rows = holdings.rows
        for place in holdings.places:
            label, index = rows.labels[place], rows.indexes[place]
            leaves = leaves_at(batch, self.passing, index, self.scales)
            try:
                paper = self.shapes.way.paper(label, leaves)
            except LexdocsError as error:
                yield index, Statement(label, why=why, problems=error.problems)
            else:
                yield index, Statement(label, paper=paper.data, why=why)


def _unset(text: str, base: Shape, slot: Slot) -> str:
    """Why a text is not stamped, without a character of it: it may be somebody's name."""
    known = [line.look.glyphs for line in base.lines_of(slot)]
    signs = [char for char in text if char != "\n" and any(each.get(char) is None for each in known)]
    if not signs:
        return f"{slot.figure} has no room in its place"
    scripts = ", ".join(dict.fromkeys(map(script_of, signs)))
    return f"{slot.figure} has signs ({scripts}) that are not among those that are stamped"


def _unsure(base: Shape, slot: Slot, holdings: Picked) -> Sequence[int]:
    """Which of the texts of a slot it takes a closer look at to say whether they have room."""
    if slot.style in EVEN:
        each_sort = holdings.sorts(slot.figure, slot.style).texts.values()
        if all(base.has_room(text, slot) for text in each_sort):
            return ()
    return base.bound(slot).unsure(holdings.texts(slot.figure, slot.style))


def _odd(shape: Shape, holdings: Picked) -> set[int]:
    """The places of holdings of whom a character has no code of one byte."""
    columns = {id(said): said for each in shape.laid.slots for said in [holdings.texts(each.figure, each.style)]}
    odd = [column for column in columns.values() if not is_narrow(column)]
    return {place for column in odd for place, text in zip(holdings.places, column, strict=True) if not is_narrow(text)}


def _grouped(keys: Sequence[Key], places: Sequence[int] | None) -> Mapping[Key, list[int]]:
    """Places by their keys: of all, or of some of them."""
    found: dict[Key, list[int]] = {}
    for place, key in enumerate(keys) if places is None else ((each, keys[each]) for each in places):
        found.setdefault(key, []).append(place)
    return found


def _printed(stamps: Sequence[Stamp], texts: Texts) -> Sequence[tuple[bytes, ...]]:
    """What is stamped on the pages of each of some holdings, deflated."""
    if not stamps:
        return [()] * len(texts.holdings.places)
    pages = [stamp.pages(texts.codes, texts.offsets, texts.drifts, len(texts.holdings.places)) for stamp in stamps]
    return [tuple(map(deflated, each)) for each in zip(*pages, strict=True)]
