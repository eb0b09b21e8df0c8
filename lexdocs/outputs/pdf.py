"""From the HTML page to paper: a tagged PDF/UA-1 with bookmarks, title and language. WeasyPrint's door.

WeasyPrint is imported when the first page is printed, never when this module is: it takes longer to load than
most of what the command line does.
"""

from __future__ import annotations

import atexit
import logging
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from lexdocs.errors import Problem, RenderError, Severity, Where
from lexdocs.outputs import watermark
from lexdocs.outputs.fitting import fitted
from lexdocs.outputs.form_fields import FIELD, mend
from lexdocs.outputs.html import for_paper
from lexdocs.outputs.laid.faults import alien, faults
from lexdocs.outputs.laid.lines import sheets
from lexdocs.outputs.logo import picture_in
from lexdocs.outputs.own_fonts import OwnFont
from lexdocs.outputs.printing import weasyprint
from lexdocs.resources import fonts_folder, templates_folder

VARIANT = "pdf/ua-1"
_SCHEME = "lexdocs-font:"
# On the page they go by names of our own: a face of the same family installed on a machine would be preferred to ours.
_FAMILIES = {"texgyrepagella": "Lexdocs Text", "lexdocsfractions": "Lexdocs Fractions"}
# In one face: what is typed into the fields of a form, whose reader must find every character in its table.
_TYPED = {"lexdocsfields": "Lexdocs Fields"}
_OURS = tuple(name.replace(" ", "").lower() for name in (*_FAMILIES.values(), *_TYPED.values()))
_MARKED_IN = "texgyrepagella-bold"
# What WeasyPrint says of a text for which no font has glyphs.
_NO_GLYPH = re.compile(r'unsupported by fonts: "(.+)" \(U\+', re.DOTALL)
_FACES = {
    "regular": ("normal", "normal"),
    "italic": ("normal", "italic"),
    "bold": ("bold", "normal"),
    "bolditalic": ("bold", "italic"),
}


@dataclass(frozen=True)
class Paper:
    """A printed document: its bytes, how many pages it has, and what the printer warned of.

    Among the warnings, a character without a glyph is an error: the document was printed, and may not be sent.
    """

    data: bytes
    pages: int
    warnings: tuple[Problem, ...] = ()


class Printer:
    """Prints pages with the bundled fonts, which are loaded once for all documents of a build.

    `fonts` holds OpenType files by name, such as `texgyrepagella-bold`; `own` are those of a deal. Nothing else is ever
    fetched.
    """

    def __init__(self, fonts: Mapping[str, bytes], own: Sequence[OwnFont] = ()) -> None:
        self._fonts = {**fonts, **{_own_name(each): each.data for each in own}}
        self._rules = [_font_face(name) for name in sorted(fonts)] + [_own_face(each) for each in own]
        self._ours = (*_OURS, *(_letters(each.family) for each in own))
        self._kit: tuple[Any, Any, Any] | None = None

    def print(
        self, html: str, name: str = "document", style: str | None = None, *, draft: bool = False, large: bool = False
    ) -> Paper:
        """The page as a PDF; the same bytes for the same page, fonts and versions of the libraries.

        `name` says in problems which document is meant; `style` is the style sheet whose part for paper is used, and
        the house's where it is left out; a `draft` says so across each page, and a `large` page is set in large
        print. Raises `RenderError` for whatever stops the printer, such as a page that asks for any file other than the
        bundled fonts.
        """
        weasyprint()
        from weasyprint import HTML  # type: ignore[import-untyped]
        from weasyprint.urls import FatalURLFetchingError  # type: ignore[import-untyped]

        configuration, face, fetcher = self._load()
        families: set[str] = set()
        forms = FIELD in html

        def note_fonts(_document: object, pdf: Any) -> None:
            families.update(_fonts_of(pdf))
            if forms:
                mend(pdf, html)
            if draft:
                watermark.draw(pdf, self._fonts[_MARKED_IN])

        def laid(page: str) -> Any:
            source = HTML(string=page, url_fetcher=fetcher, base_url=None, media_type="print")
            return source.render(font_config=configuration, stylesheets=[face], pdf_variant=VARIANT, pdf_forms=forms)

        with listening() as heard:
            try:
                ready = for_paper(html, style or house_style(), large=large)
                document = laid(ready) if large else fitted(ready, laid)
                data: bytes = document.write_pdf(finisher=note_fonts, pdf_variant=VARIANT, pdf_forms=forms)
            except FatalURLFetchingError as error:
                what = f"the page asks for {error}"
                raise RenderError(Problem(Where(name), what, "keep everything that a page needs inside it")) from None
            except RecursionError:
                raise RenderError(Problem(Where(name), "the page is nested too deeply to be laid out")) from None
            except Exception as error:
                # Whatever the library stumbles over, the reader is told which document it was.
                what = f"WeasyPrint could not lay the page out ({type(error).__name__}: {error})"
                raise RenderError(Problem(Where(name), what)) from error
        warnings = list(heard_of(heard, name))
        pages = sheets(document)
        warnings += faults(pages, name)
        if not all(map(self._is_ours, families)):
            warnings += alien(pages, self._is_ours, name)
        return Paper(data, len(document.pages), tuple(warnings))

    def laid_out(self, html: str) -> Any:
        """A page that is ready for the printer as WeasyPrint's document, laid out and not drawn."""
        HTML = weasyprint().HTML  # noqa: N806  a class
        configuration, face, fetcher = self._load()
        source = HTML(string=html, url_fetcher=fetcher, base_url=None, media_type="print")
        return source.render(font_config=configuration, stylesheets=[face], pdf_variant=VARIANT)

    def _is_ours(self, family: str) -> bool:
        return _letters(family).startswith(self._ours)

    def warm(self) -> None:
        """Load what is loaded with the first page, so that processes which are forked from this one have it."""
        faces = "".join(f'<p style="font: {style} {weight} 9pt">0</p>' for weight, style in _FACES.values())
        self.print(f"<html><head><title>0</title></head><body>{faces}<table><tr><td>0</td></tr></table></body></html>")

    def close(self) -> None:
        """Let the fonts go; the next page loads them again."""
        self._kit = None

    def _load(self) -> tuple[Any, Any, Any]:
        """WeasyPrint's font configuration, the rules that name our fonts, and the fetcher that hands them out."""
        if self._kit is None:
            weasyprint()
            from weasyprint import CSS
            from weasyprint.text.fonts import FontConfiguration  # type: ignore[import-untyped]

            configuration, fetcher = FontConfiguration(), _fetcher(self._fonts)
            rules = "\n".join(self._rules)
            # WeasyPrint's font configuration cleans up after itself, and must do so before Python tears modules down.
            atexit.register(self.close)
            self._kit = configuration, CSS(string=rules, url_fetcher=fetcher, font_config=configuration), fetcher
        return self._kit


def _font_face(name: str) -> str:
    """The CSS rule for a font file, from the family and the face that its name states."""
    family, _, face = name.partition("-")
    weight, style = _FACES[face]
    return (
        f'@font-face {{ font-family: "{(_FAMILIES | _TYPED)[family]}"; src: url("{_SCHEME}{name}"); '
        f"font-weight: {weight}; font-style: {style} }}"
    )


def _own_name(font: OwnFont) -> str:
    return f"own/{font.digest}"


def _own_face(font: OwnFont) -> str:
    """The CSS rule for a font file of a deal's own."""
    return (
        f'@font-face {{ font-family: "{font.family}"; src: url("{_SCHEME}{_own_name(font)}"); '
        f"font-weight: {font.weight}; font-style: {font.style} }}"
    )


def _letters(family: str) -> str:
    return re.sub(r"[^a-z]", "", family.lower())


def _fetcher(fonts: Mapping[str, bytes]) -> Any:
    """A fetcher that hands out the bundled fonts and nothing else, on this machine or any other."""
    from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse

    class Bundled(URLFetcher):  # type: ignore[misc]  # the library has no types
        def fetch(self, url: str, headers: object = None) -> Any:  # noqa: ARG002  # given by the caller
            if picture := picture_in(url):
                return URLFetcherResponse(url, picture[1], {"Content-Type": picture[0]})
            data = fonts.get(url.removeprefix(_SCHEME)) if url.startswith(_SCHEME) else None
            if data is None:
                # Only this exception stops WeasyPrint; with any other it would print on without the resource.
                raise FatalURLFetchingError(url)
            return URLFetcherResponse(url, data, {"Content-Type": "font/otf"})

    return Bundled(allow_redirects=False)


def _fonts_of(pdf: Any) -> Iterator[str]:
    """The names of the fonts in a PDF that is about to be written, without their subset prefix."""
    for item in pdf.objects:
        if hasattr(item, "get") and item.get("Type") == "/FontDescriptor":
            name = item["FontName"]
            yield (name.decode("ascii", "replace") if isinstance(name, bytes) else str(name)).rsplit("+", 1)[-1]


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


@lru_cache(maxsize=1)
def bundled_fonts() -> Mapping[str, bytes]:
    """The OpenType files that come with the package, by name.

    >>> "texgyrepagella-regular" in bundled_fonts()
    True
    """
    names = [f"{family}-{face}" for family in _FAMILIES for face in _FACES]
    names += [f"{family}-regular" for family in _TYPED]
    return {name: (fonts_folder() / f"{name}.otf").read_bytes() for name in names}


@lru_cache(maxsize=1)
def house_style() -> str:
    """The house's own style sheet."""
    return (templates_folder() / "style" / "house.css").read_text("utf-8")
