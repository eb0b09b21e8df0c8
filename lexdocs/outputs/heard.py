"""What the printer says of a page: its warnings, and the characters for which no font has a glyph."""

from __future__ import annotations

import logging
import re
import unicodedata
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from lexdocs.errors import Problem, Severity, Where

# What WeasyPrint says of a text for which no font has glyphs.
_NO_GLYPH = re.compile(r'unsupported by fonts: "(.+)" \(U\+', re.DOTALL)


@contextmanager
def listening() -> Iterator[list[str]]:
    """Collects what WeasyPrint warns of, such as a style that it ignored, instead of letting it out on the screen."""
    heard: list[str] = []

    class Ear(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            heard.append(record.getMessage())

    ear, logger = Ear(logging.WARNING), logging.getLogger("weasyprint")
    before, logger.propagate = (logger.handlers[:], logger.propagate), False
    logger.handlers = [ear]
    try:
        yield heard
    finally:
        logger.handlers, logger.propagate = before


def heard_of(texts: Iterable[str], name: str) -> Iterator[Problem]:
    """What WeasyPrint said, each thing once; the characters without a glyph are one problem, in our words."""
    missing: dict[str, None] = {}
    for text in dict.fromkeys(texts):
        if ".notdef" not in text:
            yield Problem(Where(name), text, severity=Severity.WARNING)
        else:
            found = _NO_GLYPH.search(text)
            missing[_said(found[1]) if found else "some character"] = None
    if missing:
        yield NoGlyph.of(Where(name), tuple(missing))


@dataclass(frozen=True)
class NoGlyph(Problem):
    """Characters for which no font here has a glyph."""

    signs: tuple[str, ...] = ()

    @staticmethod
    def of(where: Where, signs: tuple[str, ...]) -> NoGlyph:
        """The problem of some characters."""
        what = f"{', '.join(signs)} {_boxed(len(signs))}"
        return NoGlyph(where, what, "write the name in other letters, or install a font that has it", signs=signs)

    def unnamed(self, templates: str = "", name: str = "") -> Iterator[Problem]:
        """The same without characters that may be all of somebody's name: of which scripts they are.

        Those that stand in the words of `templates` are nobody's, and are the fault of the template of a `name`.

        >>> found = NoGlyph.of(Where("BO-7"), ("日", "本"))
        >>> [str(each) for each in found.unnamed()]  # doctest: +ELLIPSIS
        ['BO-7: 2 characters (CJK) have no glyph in any font here and would print as boxes; write the name in other...']
        >>> [each.what for each in found.unnamed("日本", "a.md")]
        ['日, 本 have no glyph in any font here and would print as boxes']
        """
        own = tuple(sign for sign in self.signs if sign in templates)
        if own:
            what = f"{', '.join(own)} {_boxed(len(own))}"
            yield Problem(Where(name), what, "write it in letters that the fonts have")
        if signs := [sign for sign in self.signs if sign not in own]:
            scripts = dict.fromkeys(map(script_of, signs))
            said = "1 character" if len(signs) == 1 else f"{len(signs)} characters"
            yield Problem(self.where, f"{said} ({', '.join(scripts)}) {_boxed(len(signs))}", self.remedy)


def _boxed(count: int) -> str:
    has, box = ("has", "a box") if count == 1 else ("have", "boxes")
    return f"{has} no glyph in any font here and would print as {box}"


def script_of(sign: str) -> str:
    """The script of a sign by the Unicode name of its first letter, or of a mark that belongs to letters.

    >>> [script_of(sign) for sign in ("\N{DEVANAGARI VOWEL SIGN I}", "\N{COMBINING ACUTE ACCENT}", "\N{GRINNING FACE}")]
    ['DEVANAGARI', 'signs that are no letters', 'signs that are no letters']
    """
    for kind in "LMN":
        for char in sign:
            if unicodedata.category(char).startswith(kind):
                script = unicodedata.name(char, "unknown").partition(" ")[0]
                if script not in ("COMBINING", "VARIATION"):
                    return script
    return "signs that are no letters"


def _said(text: str) -> str:
    """A text as a problem can show it: what does not print by its code."""
    return "".join(char if char.isprintable() else f"U+{ord(char):04X}" for char in text)
