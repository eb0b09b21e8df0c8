"""Plates: the pages of a statement laid out once for all holders of a shape, with the places of what is stamped."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from lexdocs.errors import Problem, RenderError, Where
from lexdocs.mailing.probes import Place, Slot, code_of, filled
from lexdocs.outputs.blanks import Laid, Text, lay_out
from lexdocs.outputs.glyphs import Look
from lexdocs.outputs.pdf import Printer

_NEAR = 1e-4  # points by which a place may differ: less than a dot of any printer
_APART = (
    0.02  # points by which the letters of a text may be closer or farther than they are wide: less than any kerning
)
_WIDE, _HALF = 0.92, 0.56  # how much of its room a wide code takes, and each part of a text that is broken into several


@dataclass(frozen=True)
class Line:
    """A line of text that is stamped: words and slots (by number) in one look, from its left end or up to its right.

    `x` and `y` are points from the bottom left of the page, `room` how far it may go; `marks` has for each piece the
    id by which the structure tree knows its place, `boxes` the number of the text on the line of which it is a part:
    the printer sets each text where the ones before it end.
    """

    page: int
    look: Look
    right: bool
    x: float
    y: float
    room: float
    marks: tuple[int | None, ...]
    pieces: tuple[str | int, ...]
    boxes: tuple[int, ...]


@dataclass(frozen=True)
class Plate:
    """The pages of a shape: a PDF with blanks, the lines that are stamped on it, and the slots that they name."""

    data: bytes = field(repr=False)
    pages: int
    slots: tuple[Slot, ...]
    lines: tuple[Line, ...]


def plate_of(
    printer: Printer, page: str, style: str, places: Sequence[Place], repertoire: Mapping[str, Sequence[str]],
    name: str, base: Plate | None = None,
) -> Plate:  # fmt: skip
    """Lay a marked page out twice, with narrow codes and with wide ones: what stays the same is the plate.

    `repertoire` says by key of a place which characters may stand there; that of the key "" holds for what repeats
    another place, such as the foot of a page. `base` is the plate on which no text is broken into several lines: from
    it the room is known in which those of this plate must break. Raises `RenderError` where anything but the slots
    moves.
    """
    halves = {code: more for place in places for code, more in _halves(place, base)}
    narrow = _laid(printer, page, style, places, halves, repertoire, name)
    wide = _laid(printer, page, style, places, _filling(narrow, halves), {}, name)
    _refuse_moved(narrow, wide, places, name)
    slots = tuple(dict.fromkeys(slot for place in places for slot in place.slots))
    numbers = {code_of(place, at): slots.index(slot) for place in places for at, slot in enumerate(place.slots)}
    lines = tuple(_lines(narrow, wide, numbers, slots, name))
    return Plate(narrow.data, narrow.pages, slots, lines)


def _laid(
    printer: Printer, page: str, style: str, places: Sequence[Place], filling: Mapping[str, str],
    repertoire: Mapping[str, Sequence[str]], name: str,
) -> Laid:  # fmt: skip
    """The page laid out with codes, filled up where `filling` says so."""
    codes = [code_of(place, at) for place in places for at in range(len(place.slots))]

    def code(place: Place, at: int) -> str:
        own = code_of(place, at)
        return own + filling.get(own, "")

    return lay_out(printer, filled(page, places, code), style, codes, repertoire, name)


def _halves(place: Place, base: Plate | None) -> Iterator[tuple[str, str]]:
    """What makes each part of a broken text wider than half its room, so that no two of them stand on a line."""
    broken = {(slot.figure, slot.line) for slot in place.slots if slot.part}
    for at, slot in enumerate(place.slots):
        if base is not None and (slot.figure, slot.line) in broken:
            whole = base.slots.index(Slot(slot.figure, slot.style, slot.line))
            line = next(line for line in base.lines if whole in line.pieces)
            yield code_of(place, at), "n" * int(line.room * _HALF / _pitch(line.look))


def _pitch(look: Look) -> float:
    """How far a letter n goes, in points."""
    glyph = look.glyphs.get("n")
    return glyph.width * look.scale if glyph is not None else look.size * look.scale


def _wide(text: str, look: Look) -> float:
    """How far a text goes, in points; nothing is known of a character that cannot be set."""
    return sum(glyph.width if (glyph := look.glyphs.get(char)) else 0.0 for char in text) * look.scale


def _filling(narrow: Laid, halves: Mapping[str, str]) -> dict[str, str]:
    """What makes each code nearly as wide as its room, in whichever of its places that is the least."""
    found: dict[str, str] = {}
    ends: dict[tuple[int, int], tuple[float, float]] = {}
    for text in narrow.texts:
        first, last = ends.get((text.page, text.line), (text.x, text.end))
        ends[text.page, text.line] = min(first, text.x), max(last, text.end)
    for text in narrow.texts:
        for match in _CODED.finditer(text.said) if text.blank else ():
            first, last = ends[text.page, text.line]
            own, pitch = match[0][:_LENGTH], _pitch(text.look)
            left = text.room * _WIDE - (last - first)
            close = _CLOSE if all(map(text.look.glyphs.get, _CLOSE)) and left > _wide(_CLOSE, text.look) else ""
            more = halves.get(own, "") + close + "n" * max(int((left - _wide(close, text.look)) / pitch), 0)
            found[own] = min(found.get(own, more), more, key=len)
    return found


_LENGTH = 5  # letters of a code
_CLOSE = "AVfi"  # where letters are kerned, or set as ligatures, these are not as wide as each by itself
_CODED = re.compile(f"qx[a-z]{{3}}n*(?:{_CLOSE})?n*")


def _refuse_moved(narrow: Laid, wide: Laid, places: Sequence[Place], name: str) -> None:
    """Refuse a page of which more moves than what is stamped."""
    same = narrow.pages == wide.pages and len(narrow.texts) == len(wide.texts)
    if same:
        for one, other in zip(narrow.texts, wide.texts, strict=True):
            moved = abs(one.y - other.y) > _NEAR or one.page != other.page or _plain(one) != _plain(other)
            if moved or (abs(one.x - other.x) > _NEAR and not one.blank):
                same = False
                break
    if same and _contents(narrow.data) == _contents(wide.data):
        return
    figure = _mover(narrow, wide, places)
    what = f"the layout moves with what it says of a holder{f': with {figure}' if figure else ''}"
    remedy = "give it a line or a cell of its own, of a fixed width"
    raise RenderError(Problem(Where(name), what, remedy))


def _plain(text: Text) -> str:
    return _CODED.sub("", text.said)


def _mover(narrow: Laid, wide: Laid, places: Sequence[Place]) -> str:
    """The figure that stands before the first text that moved."""
    last = ""
    figures = {place.key: place.slots[0].figure for place in places}
    for one, other in zip(narrow.texts, wide.texts, strict=False):
        last = figures.get(one.slot, last)
        if (one.page, round(one.y, 3), _plain(one)) != (other.page, round(other.y, 3), _plain(other)):
            return last
    return last


def _contents(data: bytes) -> list[bytes]:
    import pikepdf

    with pikepdf.open(io.BytesIO(data)) as pdf:
        return [page.Contents.read_bytes() for page in pdf.pages]


def _lines(narrow: Laid, wide: Laid, numbers: Mapping[str, int], slots: Sequence[Slot], name: str) -> list[Line]:
    """The lines that are stamped: texts with a slot, and what stands beside them."""
    rows: dict[tuple[int, int], list[tuple[Text, Text]]] = {}
    for one, other in zip(narrow.texts, wide.texts, strict=True):
        if one.blank:
            rows.setdefault((one.page, one.line), []).append((one, other))
    return [_line(each, numbers, slots, name) for each in rows.values()]


def _line(texts: Sequence[tuple[Text, Text]], numbers: Mapping[str, int], slots: Sequence[Slot], name: str) -> Line:
    texts = sorted(texts, key=lambda pair: pair[0].x)
    (first, wider), (last, widest) = texts[0], texts[-1]
    looks = {text.look.operators for text, _ in texts}
    apart = any(abs(text.end - after.x) > _NEAR for (text, _), (after, _) in pairwise(texts))
    left, right = abs(first.x - wider.x) <= _NEAR, abs(last.end - widest.end) <= _NEAR

    def said(text: str) -> str:
        named = _CODED.sub(lambda code: f"{{{{ {slots[numbers[code[0][:_LENGTH]]].figure} }}}}", text)
        return " ".join(named.split())

    if len(looks) > 1 or apart or not (left or right):
        what = f"“{said(' '.join(text.said for text, _ in texts))}” stands on a line that cannot be stamped"
        why, remedy = "of which each piece moves", "set what is the holder's in a cell of its own"
        if len(looks) > 1:
            why, remedy = "in several styles", "set the line in one style, or what is the holder's in a cell of its own"
        elif not apart:
            why, remedy = "at neither end of its room", "set it with text-align: left or right"
        raise RenderError(Problem(Where(name), f"{what}, {why}", remedy))
    look = max((text.look for text, _ in texts), key=lambda each: len(each.glyphs))
    pieces: list[str | int] = []
    marks: list[int | None] = []
    boxes: list[int] = []
    for number, (text, other) in enumerate(texts):
        if any(abs(_wide(each.said, look) - (each.end - each.x)) > _APART for each in (text, other)):
            what = f"the letters of “{said(text.said)}” do not stand side by side, each as wide as it is"
            raise RenderError(Problem(Where(name), what, "set it with font-kerning: none, and not justified"))
        at = 0
        for match in _CODED.finditer(text.said):
            pieces += [text.said[at : match.start()], numbers[match[0][:_LENGTH]]]
            at = match.end()
        pieces.append(text.said[at:])
        marks += [text.mark] * (len(pieces) - len(marks))
        boxes += [number] * (len(pieces) - len(boxes))
    kept = [each for each in zip(pieces, marks, boxes, strict=True) if each[0] != ""]
    own, tied, inside = zip(*kept, strict=True)
    return Line(first.page, look, not left, last.end if not left else first.x, first.y, first.room, tied, own, inside)
