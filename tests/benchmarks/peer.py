"""The peer of `lexdocs build`: a process that does nothing but print finished pages with WeasyPrint.

It takes a folder in which the pages, with the style for paper inside them, and the rules that name the fonts lie
ready, and writes a PDF for each. It knows nothing of lexdocs and owes it nothing: the fonts come straight from their
files, they are loaded once for all pages, and a PDF is written in one go.

    python tests/benchmarks/peer.py PAGES OUT
"""

from __future__ import annotations

import sys
from pathlib import Path

from weasyprint import CSS, HTML  # type: ignore[import-untyped]
from weasyprint.text.fonts import FontConfiguration  # type: ignore[import-untyped]


def run(pages: Path, out: Path) -> None:
    """Print each page named in `order.txt`."""
    configuration = FontConfiguration()
    faces = CSS(string=(pages / "fonts.css").read_text("utf-8"), font_config=configuration)
    for number, name in enumerate((pages / "order.txt").read_text("utf-8").splitlines()):
        source = HTML(string=(pages / f"{number}.html").read_text("utf-8"), media_type="print")
        path = out / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(source.write_pdf(font_config=configuration, stylesheets=[faces], pdf_variant="pdf/ua-1"))


if __name__ == "__main__":
    run(Path(sys.argv[1]), Path(sys.argv[2]))
