"""Shapes: which holders can be stamped on one plate, and the plate of each shape, made when it is first needed."""

from __future__ import annotations

import hashlib
import io
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any

from lexdocs.documents.header import read_header
from lexdocs.errors import LexdocsError
from lexdocs.mailing.codes import Codes, is_narrow, narrow_codes, wide_codes
from lexdocs.mailing.doubles import DOUBLE, names_glyphs
from lexdocs.mailing.html_patterns import astray
from lexdocs.mailing.long_way import LongWay
from lexdocs.mailing.plates import Plate, plate_of
from lexdocs.mailing.probes import marked, refuse_many, without
from lexdocs.mailing.repertoire import LATIN, repertoire_of
from lexdocs.mailing.rows import ABSENT, Rows
from lexdocs.mailing.shape import Shape
from lexdocs.mailing.sharing import Outline, Said, Shared
from lexdocs.mailing.stamps import Stamp, stamps_of
from lexdocs.mailing.tongues import Tongues
from lexdocs.mailing.widths import Widths, font_of
from lexdocs.mailing.words import REPLACED, Words, words_of
from lexdocs.notation.languages import ENGLISH
from lexdocs.notation.units import Unit
from lexdocs.outputs.blanks import is_known, printer_version
from lexdocs.outputs.glyphs import Glyph
from lexdocs.terms.register import AXIS
from lexdocs.writing.house import printer_of, stylesheet

Key = tuple[Any, ...]

_BLOCK = re.compile(r"\{%.*?%\}", re.DOTALL)
_CODE = re.compile(r"\{[{%].*?[%}]\}", re.DOTALL)
_NAME = re.compile(r"[a-z][a-z0-9_]*")
_WORDY = (Unit.TEXT,)
# Of these there are a few among all holders, set with signs of a font of their own: they stay put.
_FEW = (Unit.RATE, Unit.TITLE)


@dataclass
class Shapes:
    """The shapes of a mailing that were met so far, by key and in the order in which they were; `kept` are on disk.

    They are for print streams, for single files, or for both. `run` stands for the words and terms of all shapes;
    `shared` is where they are kept for other processes and other runs.
    """

    way: LongWay
    stream: bool = True
    each: bool = False
    run: str = ""
    shared: Shared | None = None
    known: dict[Key, Shape] = field(default_factory=dict)
    made: list[Shape] = field(default_factory=list)
    kept: set[str] = field(default_factory=set)
    widened: dict[int, Shape] = field(default_factory=dict)

    def __post_init__(self) -> None:
        graph, library = self.way.deal.graph, self.way.library
        texts = [library.templates[name].text for name in library.templates if self.is_ours(name)]
        own = [name for name, shape in graph.shapes.items() if AXIS in shape.axes]
        asked = {each for text in texts for block in _BLOCK.findall(text) for each in _NAME.findall(block)}
        said = {each for text in texts for each in _NAME.findall(text)}
        self.tongues = Tongues(self.way)
        self.deciding = tuple(name for name in own if name in asked)
        self.printed = tuple(name for name in own if name in said)
        blocks = {each for text in texts for block in _CODE.findall(text) for each in _NAME.findall(block)}
        self.totals = tuple(name for name in graph.shapes if name in blocks and name not in own)
        self.units = {name: graph.shapes[name].unit for name in own}
        self.style = stylesheet(self.way.deal)
        self.astray = astray(texts, read_header(library.templates[self.way.template]).running_head, self.units)

    def is_ours(self, name: str) -> bool:
        """Whether a template is that which is mailed, or is included in it."""
        return name in self.way.parts

    def of(self, key: Key, label: str, leaves: Callable[[], Mapping[str, Any]], *, wait: bool = True) -> Shape | None:
        """The shape of a key; `label` and `leaves` are those of a holding that has it.

        Unless one is to `wait`, nothing for one that another process is laying out.
        """
        if key not in self.known:
            name = hashlib.sha256(f"{self.run} {key}".encode()).hexdigest()[:32]
            found = self._found(key, name, label, leaves, wait=wait)
            if found is None:
                return None
            self.known[key] = found
            self.made.append(found)
        return self.known[key]

    def _found(
        self, key: Key, name: str, label: str, leaves: Callable[[], Mapping[str, Any]], *, wait: bool
    ) -> Shape | None:
        if self.shared is None:
            return self._shape(name, self._laid_out(key, label, leaves()))
        kept = self.shared.outline(name)
        if kept is None:
            with self.shared.turn(name, wait=wait) as mine:
                if not mine:
                    return None
                kept = self.shared.outline(name)  # who had the turn before has kept what came of it
                if kept is None:
                    kept = self._laid_out(key, label, leaves())
                    self.shared.keep(name, kept)
        return self._shape(name, kept)

    def _laid_out(self, key: Key, label: str, leaves: Mapping[str, Any]) -> Outline:
        if not is_known():
            return Outline(None, why=f"WeasyPrint {printer_version()} is not one whose drawing is known here")
        if self.astray:
            return Outline(None, why=f"{self.way.template}: {self.astray}")
        try:
            plate, title = self._plate(key, label, leaves), tuple(self._titled(label, leaves))
            words = self.known[*key[:-1], ()].words if key[-1] else self.words(label, leaves)
            return Outline(plate, title, words)
        except LexdocsError as error:  # a page that moves, or one that cannot be written: the long way says which
            return Outline(None, why=_unnamed(str(error.problems[0]), label))

    def _shape(self, name: str, outline: Outline) -> Shape:
        number, plate = len(self.made), outline.plate
        if plate is None:
            return Shape(number, name, None, why=outline.why)
        glyphs: dict[str, dict[str, Glyph]] = {}
        for line in plate.lines:
            own = glyphs.setdefault(font_of(line.look), {})
            own.update({char: glyph for char, glyph in line.look.glyphs.items() if glyph is not None})
        words = [piece for line in plate.lines for piece in line.pieces if isinstance(piece, str)]
        narrow = is_narrow(words) and _name_glyphs(plate, glyphs)
        codes, stamps, tagged = self._stamps(plate, glyphs, narrow=narrow)
        widths = {line: Widths(line) for line in plate.lines}
        lines = {slot: [line for line in plate.lines if place in line.pieces] for place, slot in enumerate(plate.slots)}
        return Shape(number, name, plate, stamps, tagged, outline.title, outline.words, codes, glyphs, widths, lines)

    def _stamps(
        self, plate: Plate, glyphs: Mapping[str, Mapping[str, Glyph]], *, narrow: bool
    ) -> tuple[Mapping[str, Codes], tuple[Stamp, ...], tuple[Stamp, ...]]:
        """The codes of each font, and the stamps of a print stream and of single files where they are asked for."""
        coded = narrow_codes if narrow else wide_codes
        codes = {font: coded(dict(sorted(each.items()))) for font, each in glyphs.items()}
        stream, tagged = (
            stamps_of(plate, lambda font: (f"{font}{DOUBLE}", codes[font]), marks=marks) if wanted else ()
            for marks, wanted in ((False, self.stream), (True, self.each))
        )
        return codes, stream, tagged

    def wide(self, shape: Shape) -> Shape:
        """The same shape for holders of whom a character has no code of one byte."""
        if not all(each.narrow for each in shape.codes.values()):
            return shape
        if shape.number not in self.widened:
            codes, stamps, tagged = self._stamps(shape.laid, shape.glyphs, narrow=False)
            name = hashlib.sha256(f"{shape.name} wide".encode()).hexdigest()[:32]
            number = len(self.made)
            self.made.append(replace(shape, number=number, name=name, codes=codes, stamps=stamps, tagged=tagged))
            self.widened[shape.number] = self.made[-1]
        return self.widened[shape.number]

    def _titled(self, label: str, leaves: Mapping[str, Any]) -> Iterator[str | Said]:
        """The title of a shape: words, and the holder's figures."""
        for piece in self.way.title(label, leaves):
            if isinstance(piece, str):
                yield piece
            else:
                figure = self._address(piece.address, label)
                yield piece.paper.replace("\n", ", ") if figure is None else (figure, piece.style)

    def _address(self, address: str, label: str) -> str | None:
        """The address of a holder's figure without the holder; None for a figure of the deal."""
        shape = self.way.deal.graph.shapes.get(address.partition("[")[0])
        return without(address, label, shape.axes.index(AXIS)) if shape is not None and AXIS in shape.axes else None

    def _slot(self, figure: str, label: str) -> str | None:
        """The address of a holder's figure that is stamped, without the holder; None for any other."""
        return None if self.units.get(figure.partition("[")[0]) in _FEW else self._address(figure, label)

    def words(self, label: str, leaves: Mapping[str, Any]) -> Words:
        """The words of the statement of a holding, as if it replaced no other."""
        page = self.way.page(label, {**leaves, REPLACED: ""} if REPLACED in leaves else leaves)
        return words_of(page, partial(self._slot, label=label))

    def _plate(self, key: Key, label: str, leaves: Mapping[str, Any]) -> Plate:
        page, places = marked(self.way.page(label, leaves), partial(self._slot, label=label), dict(key[-1]))
        refuse_many(places, self.way.template)
        repertoire = {place.key: repertoire_of(self.units[place.slots[0].figure.partition("[")[0]]) for place in places}
        whole = self.known.get((*key[:-1], ())) if key[-1] else None
        base = whole.plate if whole else None
        return plate_of(
            printer_of(self.way.deal), page, self.style, places, {**repertoire, "": LATIN}, self.way.template, base
        )

    def keys(self, rows: Rows) -> Sequence[Key]:
        """The key of each of some holdings while no text of theirs is broken: what is decided, and the lines typed."""
        decided = [rows.decisions(each) for name in self.deciding for each in rows.addresses(name)]
        typed: list[Sequence[Any]] = [
            _breaks(rows.texts(name, None)) for name in self.printed if self.units[name] in _WORDY
        ]
        few = [each for each in self.printed if self.units[each] in _FEW]
        typed += [rows.texts(each, None) for name in few for each in rows.addresses(name)]
        keys = zip(*decided, *typed, strict=True) if decided or typed else [()] * len(rows.labels)
        if rows.saying.language != ENGLISH:
            return [(rows.saying.language, *each, ()) for each in keys]
        return [(*each, ()) for each in keys]


def _name_glyphs(plate: Plate, fonts: Iterable[str]) -> bool:
    """Whether fonts of a plate can be read byte by byte."""
    import pikepdf

    with pikepdf.open(io.BytesIO(plate.data)) as pdf:
        own = {name: font for page in pdf.pages for name, font in page.Resources.Font.items()}
        return all(names_glyphs(own[f"/{name}"]) for name in fonts)


def _unnamed(why: str, label: str) -> str:
    """Why there is no plate, without the holding with which that was seen: it holds for others too.

    >>> _unnamed("holder_fee[BO-7,2001-09-30] is pending; see register/BO-7", "BO-7")
    'holder_fee[…,2001-09-30] is pending; see register/…'
    """
    return re.sub(rf"(?<=[\[,/]){re.escape(label)}(?![\w.-])", "…", why)


def _breaks(column: Sequence[str]) -> Sequence[int]:
    """How many line breaks each text has that was typed in several lines; less than none where nothing is said."""
    if "" not in column and ABSENT not in column:
        return [text.count("\n") for text in column] if "\n" in "".join(column) else [0] * len(column)
    return [_SAYS_NOTHING.get(text, text.count("\n")) for text in column]


_SAYS_NOTHING = {"": -1, ABSENT: -2}
