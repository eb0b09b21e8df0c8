"""Probes: the page of one holder with a code in the place of each text that differs from holder to holder.

Two probes of a shape, one with narrow codes and one with wide ones, show what of a page may move.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from lexdocs.errors import Problem, RenderError, Where
from lexdocs.outputs.blanks import SLOT

_TICK = re.compile(
    r"<data\b(?P<before>[^>]*?) data-figure=\"(?P<figure>[^\"]*)\"(?P<after>[^>]*)>(?P<said>.*?)</data>", re.DOTALL
)
_STYLE = re.compile(r'data-style="([^"]*)"')
_TITLE = re.compile(r"<title>[^<]*</title>")
_BREAK = "<br>"
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True)
class Slot:
    """A text that differs from holder to holder: a figure in a print style, or one of the lines that it takes.

    `figure` is its address without the holder. `line` counts the lines that the text has of itself, `part` those into
    which one of them is broken, each from nought.
    """

    figure: str
    style: str | None
    line: int = 0
    part: int = 0


@dataclass(frozen=True)
class Place:
    """A place of a page where a text differs from holder to holder: its key, and the slots that stand in it."""

    key: str
    slots: tuple[Slot, ...]


def without(address: str, label: str, at: int) -> str | None:
    """The address of a figure without the label of its holding, which is at a place of its key; None where it has none.

    >>> without("holder_installment[BO-7,2012-06-15]", "BO-7", 0)
    'holder_installment[2012-06-15]'
    >>> without("outstanding", "BO-7", 0) is None
    True
    """
    name, bracket, rest = address.partition("[")
    keys = rest.removesuffix("]").split(",") if bracket else []
    if len(keys) <= at or keys[at] != label:
        return None
    left = [*keys[:at], *keys[at + 1 :]]
    return f"{name}[{','.join(left)}]" if left else name


def marked(
    page: str, address: Callable[[str], str | None], lines: Mapping[str, Sequence[int]]
) -> tuple[str, list[Place]]:
    """A page with a key on each text that is of the holder, and the places of it.

    `address` gives the address of a holder's figure without the holder. `lines` says into how many parts each line of a
    text is broken, by figure, where that is more than one.
    """
    places: list[Place] = []

    def replaced(tick: re.Match[str]) -> str:
        figure = address(html.unescape(tick["figure"]))
        if figure is None or not tick["said"]:  # a text that is empty for one holder of a shape is so for all
            return tick[0]
        style = _STYLE.search(tick["before"] + tick["after"])
        key = str(len(places))
        own = tick["said"].split(_BREAK)
        parts = lines.get(figure) or [1] * len(own)
        slots = [
            Slot(figure, style[1] if style else None, line, part)
            for line, count in enumerate(parts[: len(own)])
            for part in range(count)
        ]
        places.append(Place(key, tuple(slots)))
        kept = re.sub(r' value="[^"]*"', "", f"{tick['before']}{tick['after']}")
        return f'<data{kept} {SLOT}="{key}">{_OPEN}{key}{_SHUT}</data>'

    # The title may name the holder with whom the page was made, and a plate is of no holder.
    return _TICK.sub(replaced, _TITLE.sub("<title>Plate</title>", page, count=1)), places


_OPEN, _SHUT = "\ue002", "\ue003"
_FILL = re.compile(f"{_OPEN}([0-9]+){_SHUT}")


def filled(page: str, places: Sequence[Place], code: Callable[[Place, int], str]) -> str:
    """A marked page with a code for each slot of each place; lines of a text stand on lines of their own."""

    def said(match: re.Match[str]) -> str:
        place = places[int(match[1])]
        lines: dict[int, list[str]] = {}
        for number, slot in enumerate(place.slots):
            lines.setdefault(slot.line, []).append(html.escape(code(place, number), quote=False))
        return _BREAK.join(" ".join(parts) for parts in lines.values())

    return _FILL.sub(said, page)


def refuse_many(places: Sequence[Place], name: str) -> None:
    """Raises `RenderError` for more places or more lines than there are codes."""
    most = len(_LETTERS)
    crowded = next((each.slots[0].figure for each in places if len(each.slots) > most), "")
    if crowded or len(places) > most**2:
        what = f"{crowded} has more than {most} lines" if crowded else f"more than {most**2} texts are a holder's own"
        raise RenderError(Problem(Where(name), f"{what}, and cannot be stamped"))


def code_of(place: Place, number: int) -> str:
    """A short text that stands nowhere else on the page.

    >>> code_of(Place("27", (Slot("held_principal", None),)), 0)
    'qxbba'
    """
    high, low = divmod(int(place.key), len(_LETTERS))
    return f"qx{_LETTERS[high]}{_LETTERS[low]}{_LETTERS[number]}"
