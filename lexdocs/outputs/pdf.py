"""From the HTML page to paper: a tagged PDF/UA-1 with bookmarks, title and language. WeasyPrint's door.

WeasyPrint is imported when the first page is printed, never when this module is: it takes longer to load than
most of what the command line does.
"""

from __future__ import annotations

import atexit
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from lexdocs.errors import Problem, RenderError, Where
from lexdocs.outputs import watermark
from lexdocs.outputs.fitting import fitted
from lexdocs.outputs.form_fields import FIELD, mend
from lexdocs.outputs.heard import heard_of, listening
from lexdocs.outputs.html import for_paper
from lexdocs.outputs.laid.faults import faults
from lexdocs.outputs.laid.fonts import alien
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
