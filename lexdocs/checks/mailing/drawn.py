"""What is written on a page: the texts that it shows, read through the map of characters of each font."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, NamedTuple

from lexdocs.checks.mailing.paper import Page, Paper, inflated
from lexdocs.checks.mailing.pen import Piece, State, followed
from lexdocs.checks.mailing.plain import parted
from lexdocs.checks.mailing.spots import Beside, Set, Spot, beside_of, spot_of, spots_in
from lexdocs.checks.mailing.syntax import Ref, operations
from lexdocs.checks.mailing.tongues import Reader, as_it_stands

_LONGEST = 4  # bytes of a code
_REMEMBERED = 512  # texts, fonts, resources and drawings
_AT_FIRST = State()
_NONE = "\ufffd"  # stands for what has no character


@dataclass(frozen=True)
class Letters:
    """The characters of a font by code, and the ranges in which its codes lie."""

    ranges: tuple[tuple[bytes, bytes], ...]
    chars: Mapping[bytes, str]
    known: dict[bytes, str] = field(default_factory=dict, repr=False, compare=False)

    def text(self, codes: bytes) -> str:
        """A text from its codes; what has no character is a mark of that."""
        if not codes.translate(None, self._alone[0]):
            return codes.decode("latin-1").translate(self._alone[1])
        if codes not in self.known:
            if len(self.known) > _REMEMBERED:
                self.known.clear()
            self.known[codes] = self._apart(codes)
        return self.known[codes]

    def _apart(self, codes: bytes) -> str:
        found, at = [], 0
        while at < len(codes):
            size = next((size for size in range(1, _LONGEST + 1) if self._is_code(codes[at : at + size], size)), 1)
            found.append(self.chars.get(codes[at : at + size], _NONE))
            at += size
        return "".join(found)

    @cached_property
    def _alone(self) -> tuple[bytes, dict[int, str]]:
        """The bytes that are codes by themselves, and the character of each."""
        alone = bytes(byte for byte in range(256) if self._is_code(bytes([byte]), 1))
        return alone, {byte: self.chars.get(bytes([byte]), _NONE) for byte in alone}

    def _is_code(self, piece: bytes, size: int) -> bool:
        return any(
            len(low) == len(piece) == size and all(a <= b <= c for a, b, c in zip(low, piece, high, strict=True))
            for low, high in self.ranges
        )


@dataclass(frozen=True)
class Known:
    """What was learnt of a file: the letters of its fonts, which of them go with resources.

    `shown` has what drawings show and leave, `beside` the words beside each text that is stamped on one, with its font.
    """

    letters: dict[int, Letters] = field(default_factory=dict)
    fonts: dict[int, Page] = field(default_factory=dict)
    shown: dict[tuple[int, State], tuple[tuple[Piece, ...], State]] = field(default_factory=dict)
    beside: dict[tuple[Any, ...], Sequence[tuple[Beside, Any]]] = field(default_factory=dict)


class Written(NamedTuple):
    """What is a reader's own on a page or on several, each piece on a line, and the amounts with the words beside them.

    `ticks` has what is said of each figure where a file says so itself, by the figure's address without its holder.
    """

    text: str
    spots: Sequence[Spot] = ()
    ticks: Mapping[str, Sequence[str]] | None = None

    @staticmethod
    def of(pages: Iterable[Written]) -> Written:
        """What is written on several pages."""
        texts, spots, _ = zip(*pages, strict=True)
        return Written("\n".join(texts), [spot for each in spots for spot in each])


NOTHING = Written("")


class Drawn:
    """Reads pages of a print stream; what was learnt of a font or a drawing is kept, for most pages share theirs."""

    def __init__(self, paper: Paper, known: Known | None = None) -> None:
        self.paper = paper
        self.known = Known() if known is None else known

    def written(self, page: Page, reader: Reader = as_it_stands) -> Written:
        """What a reader's own content stream of a page shows, and the words beside it. Raises `Unreadable`.

        `reader` reads the amounts of another language.
        """
        key, below, state = self._below(page)
        data, fonts = self.paper.read(page), self._fonts(page.get("Resources"))
        parts = parted(data) if key and below else None
        if parts is None:
            return self.read(data, fonts, below, state, reader)
        codes, rest = parts
        beside = self.known.beside.get((*key, rest))
        if beside is None:
            own, _ = followed(operations(data), state)
            texts = [Set(piece.x, piece.y, "", number) for number, piece in enumerate(own)]
            lefts = beside_of([*self._set(below, fonts), *texts])
            beside = [(lefts[number], piece.font) for number, piece in enumerate(own)]
            _room(self.known.beside)
            self.known.beside[*key, rest] = beside
        said = [self._said(fonts, font, code) for (_, font), code in zip(beside, codes, strict=True)]
        said = [each if each is None else reader(each) for each in said] if reader is not as_it_stands else said
        spots = [spot_of(left, text) for (left, _), text in zip(beside, said, strict=True) if text is not None]
        return Written("\n".join(each for each in said if each is not None), spots)

    def read(
        self, data: bytes, fonts: Mapping[str, Any], below: Sequence[Piece] = (), state: State = _AT_FIRST,
        reader: Reader = as_it_stands,
    ) -> Written:  # fmt: skip
        """What a content stream shows with some fonts, over what is drawn below it. Raises `Unreadable`."""
        own = self._set(followed(operations(data), state)[0], fonts)
        own = [each._replace(text=reader(each.text)) for each in own]
        return Written("\n".join(each.text for each in own), list(spots_in([*self._set(below, fonts), *own])))

    def _fonts(self, resources: Any) -> Page:
        if not isinstance(resources, Ref):
            return self.paper.dictionary(self.paper.dictionary(resources).get("Font"))
        if resources not in self.known.fonts:
            _room(self.known.fonts)
            self.known.fonts[resources] = self.paper.dictionary(self.paper.dictionary(resources).get("Font"))
        return self.known.fonts[resources]

    def _below(self, page: Page) -> tuple[tuple[Any, ...], Sequence[Piece], State]:
        """What the content stream before a reader's own shows and leaves, with a key for it; empty where there is none.

        A stream that shows nothing and leaves all as it was has no key.
        """
        contents, state = self.paper.of(page.get("Contents")), _AT_FIRST
        key: list[Any] = []
        below: list[Piece] = []
        for ref in contents[:1] if isinstance(contents, list) and len(contents) > 1 else ():
            found = self.known.shown.get((ref, state))
            if found is None:
                _room(self.known.shown)
                found = followed(operations(inflated(*self.paper.stream(ref))), state)
                self.known.shown[ref, state] = found
            if found[0] or found[1] != state:
                key.append(ref)
            below += found[0]
            state = found[1]
        return ((*key, page.get("Resources")) if key and isinstance(page.get("Resources"), Ref) else ()), below, state

    def _set(self, pieces: Iterable[Piece], fonts: Mapping[str, Any]) -> list[Set]:
        """Pieces as texts; what has no characters is left out."""
        said = ((piece, self._said(fonts, piece.font, piece.codes)) for piece in pieces)
        return [Set(piece.x, piece.y, text) for piece, text in said if text is not None]

    def _said(self, fonts: Mapping[str, Any], font: Any, codes: bytes) -> str | None:
        letters = self._letters(fonts.get(font))
        return None if letters is None else letters.text(codes)

    def _letters(self, ref: Any) -> Letters | None:
        if not isinstance(ref, Ref):
            return None
        known = self.known.letters
        if ref not in known:
            font = self.paper.dictionary(ref)
            if "ToUnicode" not in font:
                return None
            _room(known)
            known[ref] = letters_of(inflated(*self.paper.stream(font["ToUnicode"])))
        return known[ref]


def _room(known: dict[Any, Any]) -> None:
    if len(known) > _REMEMBERED:
        known.clear()


def letters_of(data: bytes) -> Letters:
    """The characters of a font from the map that leads from its codes to them."""
    ranges: list[tuple[bytes, bytes]] = []
    chars: dict[bytes, str] = {}
    for operator, operands in operations(data):
        if operator == "endcodespacerange":
            ranges += zip(operands[::2], operands[1::2], strict=False)
        elif operator == "endbfchar":
            chars |= {code: _char(said) for code, said in zip(operands[::2], operands[1::2], strict=False)}
        elif operator == "endbfrange":
            for low, high, said in zip(operands[::3], operands[1::3], operands[2::3], strict=False):
                chars |= dict(_between(low, high, said))
    return Letters(tuple(ranges), chars)


def _between(low: bytes, high: bytes, said: Any) -> Iterator[tuple[bytes, str]]:
    """The characters of a range of codes: one after another from the first on, or as they are listed."""
    first = int.from_bytes(low, "big")
    for step, code in enumerate(range(first, int.from_bytes(high, "big") + 1)):
        if isinstance(said, list):
            char = _char(said[step]) if step < len(said) else _NONE
        else:
            begun = _char(said)
            char = begun[:-1] + chr(ord(begun[-1]) + step)
        yield code.to_bytes(len(low), "big"), char


def _char(said: bytes) -> str:
    return said.decode("utf-16-be", "replace")
