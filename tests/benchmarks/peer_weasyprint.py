"""The peer that lays each statement out afresh: WeasyPrint, one call a holder, its fonts loaded once."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Sequence

from lexdocs.outputs.pdf import _SCHEME, _font_face, bundled_fonts
from lexdocs.resources import fonts_folder
from tests.benchmarks.statement_page import Holder, Page, Slot

_BREAK = "\n"


def peer(page: Page, *, tagged: bool = False) -> Callable[[Sequence[Holder]], list[bytes]]:
    """Prints a PDF for each holder; `tagged` as the single files are, for PDF/UA-1."""
    from weasyprint import CSS, HTML  # type: ignore[import-untyped]
    from weasyprint.text.fonts import FontConfiguration  # type: ignore[import-untyped]

    rules = "\n".join(_font_face(name) for name in sorted(bundled_fonts()))
    rules = re.sub(rf"{_SCHEME}([a-z-]+)", rf"{fonts_folder().as_uri()}/\1.otf", rules)
    fonts = FontConfiguration()
    faces = CSS(string=rules, font_config=fonts)
    options = {"pdf_variant": "pdf/ua-1"} if tagged else {}

    def print_all(holders: Sequence[Holder]) -> list[bytes]:
        return [
            HTML(string=finished(page, each), media_type="print").write_pdf(
                font_config=fonts, stylesheets=[faces], **options
            )
            for each in holders
        ]

    return print_all


def finished(page: Page, holder: Holder) -> str:
    """The HTML of a holder, for paper."""
    return "".join(
        html.escape(holder[part.key], quote=False).replace(_BREAK, "<br>") if isinstance(part, Slot) else part
        for part in page.finished
    )
