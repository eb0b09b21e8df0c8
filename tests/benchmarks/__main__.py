"""`make bench`: what lexdocs costs as it is used, beside peers in the same run.

Whole processes are measured, by their CPU time, in interleaved rounds, with bytecode compiled as it is after the first
use. Prints a table and writes `.bench/results.json`. Nothing here fails a build: a test asserts behavior, not seconds.

    python -m tests.benchmarks [ROUNDS]
"""

from __future__ import annotations

import json
import os
import re
import statistics
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pypdf

from lexdocs.deal import open_deal
from lexdocs.outputs.fitting import fitted
from lexdocs.outputs.form_fields import FIELD
from lexdocs.outputs.html import for_paper
from lexdocs.outputs.pdf import _SCHEME, _font_face, bundled_fonts
from lexdocs.resources import bundled_deals, fonts_folder
from lexdocs.writing.drafts import draft_reasons
from lexdocs.writing.house import printer_of, stylesheet
from lexdocs.writing.pages import write_pages
from lexdocs.writing.words import write_words
from tests.benchmarks import mailing, single_files
from tests.benchmarks.allocating import allocating
from tests.benchmarks.circulars import circulars
from tests.benchmarks.measuring import Result, against, cpu, interleaved, table
from tests.benchmarks.tying import tying

ROOT = Path(__file__).parents[2]
DEAL = bundled_deals()["lexington_2001"]
BINARY = Path(sys.executable).parent / "lexdocs"
PEER = Path(__file__).with_name("peer.py")


def main(rounds: int) -> None:
    """Measure everything, print the table, write the results."""
    kept = ROOT / ".bench"
    kept.mkdir(exist_ok=True)
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    environment["PYTHONPYCACHEPREFIX"] = str(kept / "bytecode")  # so the checkout stays as it was
    with tempfile.TemporaryDirectory() as folder:
        results = [
            building(rounds, Path(folder), environment),
            *starting(rounds, environment),
            *computing(rounds, environment),
            *allocating(min(rounds, 3), Path(folder), environment),
            *tying(DEAL, environment),
            *circulars(min(rounds, 3), Path(folder) / "circulars", environment, lay_fonts),
            *mailing.mailing(min(rounds, 3), Path(folder), environment),
            *single_files.measure(single_files.HOLDERS, min(rounds, single_files.ROUNDS)),
        ]
    sys.stdout.write("\n".join((table(results), *mailing.NOTES, *single_files.NOTES)) + "\n")
    written = json.dumps([each.as_json() for each in results], indent=1) + "\n"
    (kept / "results.json").write_text(written, encoding="utf-8")


def building(rounds: int, folder: Path, environment: dict[str, str]) -> Result:
    """`lexdocs build` of the worked example, and WeasyPrint alone on the same pages."""
    pages, ours, theirs = folder / "pages", folder / "ours", folder / "theirs"
    marked = lay_ready(pages)

    def build() -> float:
        return cpu([BINARY, "build", DEAL, "--out", ours, "--anew"], ROOT, environment)[0]

    def peer() -> float:
        return cpu([sys.executable, PEER, pages, theirs], ROOT, environment)[0]

    build(), peer()  # compiles the bytecode of both
    costs = interleaved(rounds, build, peer)
    names = (pages / "order.txt").read_text("utf-8").splitlines()
    for name in names:
        same = pages_of if name in marked else Path.read_bytes
        if same(ours / name) != same(theirs / name):
            raise AssertionError(f"{name}: the peer printed something else, so the two cannot be compared")
    if {path.relative_to(ours).as_posix() for path in ours.rglob("*.pdf")} != set(names):
        raise AssertionError("lexdocs built other documents than the peer printed")
    return against(f"lexdocs build, {len(names)} PDFs: CPU against WeasyPrint alone", costs, "s", goal=1.3)


def pages_of(paper: Path) -> int:
    """How many pages a PDF has."""
    return len(pypdf.PdfReader(paper).pages)


def lay_ready(pages: Path) -> set[str]:
    """Write what `lexdocs build` gives WeasyPrint, page by page in its order, and the rules that name the fonts.

    Gives the files on which we draw more than the peer does: DRAFT across their pages, and fields of forms.
    """
    pages.mkdir()
    deal = open_deal(DEAL)
    names: list[str] = []
    marked: set[str] = set()
    for document in write_words(deal).documents:
        if "pdf" in document.header.formats:
            page = write_pages(deal, document, ["html"])[f"{document.name}.html"]
            made: dict[int, tuple[object, str]] = {}

            def laid(html: str, made: dict[int, tuple[object, str]] = made) -> Any:
                found = printer_of(deal).laid_out(html)
                made[id(found)] = found, html
                return found

            _, paper = made[id(fitted(for_paper(str(page), stylesheet(deal)), laid))]
            (pages / f"{len(names)}.html").write_text(paper, encoding="utf-8")
            names.append(f"{document.name}.pdf")
            if draft_reasons(deal, document) or FIELD in paper:
                marked.add(names[-1])
    (pages / "order.txt").write_text("\n".join(names) + "\n", encoding="utf-8")
    lay_fonts(pages)
    return marked


def lay_fonts(pages: Path) -> None:
    """Write the rules that name the fonts, for the peer."""
    rules = "\n".join(_font_face(name) for name in sorted(bundled_fonts()))
    rules = re.sub(rf"{_SCHEME}([a-z-]+)", rf"{fonts_folder().as_uri()}/\1.otf", rules)
    (pages / "fonts.css").write_text(rules, encoding="utf-8")


def starting(rounds: int, environment: dict[str, str]) -> list[Result]:
    """The cold start of the command line."""
    help_, figures = [BINARY, "--help"], [BINARY, "figures", DEAL]

    def of(command: Sequence[object]) -> Callable[[], float]:
        return lambda: cpu(command, ROOT, environment)[0]

    of(help_)(), of(figures)()  # compiles the bytecode
    costs = interleaved(rounds, of(help_), of(figures))
    goals = {"lexdocs --help: CPU": 0.5, "lexdocs figures: CPU": 1.0}
    return [
        Result(name, statistics.median(seen), "s", goal=goal)
        for (name, goal), seen in zip(goals.items(), costs, strict=True)
    ]


def computing(rounds: int, environment: dict[str, str]) -> list[Result]:
    """The book, and the function compiled from it, without reading or printing."""
    command = [sys.executable, "-m", "tests.benchmarks.computing", DEAL]
    seen = [json.loads(cpu(command, ROOT, environment)[1]) for _ in range(rounds)]
    book, slow, fast, whole = (statistics.median(each[name] for each in seen) for name in seen[0])
    return [
        Result("the whole book: CPU", book, "s", goal=0.02),
        Result("compiled per holding, against the book with proofs", fast, "holdings/s", slow, fast / slow),
        Result("lowered to whole numbers, against compiled", whole, "holdings/s", fast, whole / fast),
    ]


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 7)
