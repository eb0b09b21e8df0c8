"""What is written on a page: the texts that it shows, read through the map of characters of each font."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from lexdocs.checks.mailing.paper import Page, Paper, inflated
from lexdocs.checks.mailing.plain import plainly
from lexdocs.checks.mailing.syntax import Ref, operations

_SHOWING = ("Tj", "TJ", "'", '"')
_LONGEST = 4  # bytes of a code
_REMEMBERED = 512  # texts, fonts and resources
_NONE = "\ufffd"  # stands for what has no character
_AMOUNT = re.compile(r"[0-9][0-9,]*(?:\.[0-9]+)?")


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
    """What was learnt of a file: the letters of its fonts, which of them go with resources, what drawings leave."""

    letters: dict[int, Letters] = field(default_factory=dict)
    fonts: dict[int, Page] = field(default_factory=dict)
    states: dict[tuple[Any, ...], tuple[Any, ...]] = field(default_factory=dict)


class Drawn:
    """Reads pages of a print stream; what was learnt of a font or a drawing is kept, for most pages share theirs."""

    def __init__(self, paper: Paper, known: Known | None = None) -> None:
        self.paper = paper
        self.known = Known() if known is None else known

    def text(self, page: Page) -> str:
        """What a reader's own content stream of a page shows, each piece apart. Raises `Unreadable`."""
        saved = list(self._saved(page))
        return self.read(self.paper.read(page), self._fonts(page.get("Resources")), saved)

    def _fonts(self, resources: Any) -> Page:
        if not isinstance(resources, Ref):
            return self.paper.dictionary(self.paper.dictionary(resources).get("Font"))
        if resources not in self.known.fonts:
            if len(self.known.fonts) > _REMEMBERED:
                self.known.fonts.clear()
            self.known.fonts[resources] = self.paper.dictionary(self.paper.dictionary(resources).get("Font"))
        return self.known.fonts[resources]

    def read(self, data: bytes, fonts: Mapping[str, Any], saved: list[Any]) -> str:
        """What a content stream shows, each piece apart, with some fonts. Raises `Unreadable`.

        `saved` are the names of the fonts of the graphics states that are left to it, the current one last.
        """
        shown: list[str] = []
        plain = plainly(data)
        for operator, operands in operations(data) if plain is None else plain:
            if operator in _SHOWING and operands and (letters := self._letters(fonts.get(saved[-1]))) is not None:
                last = operands[-1] if isinstance(operands[-1], list) else [operands[-1]]
                shown.append(letters.text(b"".join(each for each in last if isinstance(each, bytes))))
            else:
                _follow(saved, operator, operands)
        return "\n".join(shown)

    def _saved(self, page: Page) -> tuple[Any, ...]:
        """The fonts of the graphics states that the stream before a reader's own leaves, the current one last."""
        before, states = self.paper.of(page.get("Contents")), self.known.states
        key = tuple(before[:1]) if isinstance(before, list) else ()
        if key not in states:
            saved: list[Any] = [None]
            for ref in key:
                for operator, operands in operations(inflated(*self.paper.stream(ref))):
                    _follow(saved, operator, operands)
            if len(states) > _REMEMBERED:
                states.clear()
            states[key] = tuple(saved)
        return states[key]

    def _letters(self, ref: Any) -> Letters | None:
        if not isinstance(ref, Ref):
            return None
        known = self.known.letters
        if ref not in known:
            font = self.paper.dictionary(ref)
            if "ToUnicode" not in font:
                return None
            if len(known) > _REMEMBERED:
                known.clear()
            known[ref] = letters_of(inflated(*self.paper.stream(font["ToUnicode"])))
        return known[ref]


def _follow(saved: list[Any], operator: str, operands: Sequence[Any]) -> None:
    """Follow the font through what saves graphics states, restores them, and chooses a font."""
    if operator == "q":
        saved.append(saved[-1])
    elif operator == "Q" and len(saved) > 1:
        saved.pop()
    elif operator == "Tf" and operands:
        saved[-1] = operands[0]


def amounts(text: str) -> frozenset[str]:
    """The numbers in a text as they are written.

    >>> sorted(amounts("$1,234.56 (12%)"))
    ['1,234.56', '12']
    """
    return frozenset(_AMOUNT.findall(text))


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
