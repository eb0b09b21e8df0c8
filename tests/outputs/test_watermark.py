"""DRAFT across each page: seen, and no part of the text."""

from __future__ import annotations

import re
import zlib
from dataclasses import dataclass

import pikepdf
import pypdfium2  # type: ignore[import-untyped]
import pytest

from lexdocs.outputs.html import page
from lexdocs.outputs.pdf import Paper, Printer, bundled_fonts, house_style
from lexdocs.outputs.text import text

BODY = "<h1>An offer</h1>" + "<p>Words enough to fill a page and begin the next.</p>" * 90
STAMP = "my-deal, commencement of 2012-03-15, terms 0123456789ab"


@dataclass(frozen=True)
class Words:
    """A document of a few pages."""

    body: str = BODY
    title: str = "An offer"
    layout: str = "circular"
    running_head: str = "Short head"


HTML = page(Words(), css=house_style(), legend="Specimen.", draft=STAMP)


@pytest.fixture(scope="module")
def printed() -> tuple[Paper, Paper]:
    printer = Printer(bundled_fonts())
    return printer.print(HTML, draft=True), printer.print(HTML)


def test_it_stands_on_every_page_as_an_artifact_beneath_the_words(printed: tuple[Paper, Paper], tmp_path) -> None:
    (tmp_path / "a.pdf").write_bytes(printed[0].data)
    with pikepdf.open(tmp_path / "a.pdf") as pdf:
        contents = [each.Contents.read_bytes() for each in pdf.pages]
    assert len(contents) > 1
    for each in contents:
        mark, _, words = each.partition(b" EMC")
        assert mark.startswith(b"/Artifact <</Type /Pagination /Subtype /Watermark>> BDC q ")
        assert mark.endswith(b" f Q")
        assert b"BT" not in mark  # outlines, no letters
        assert b"Watermark" not in words


def test_it_adds_no_word_and_no_warning(printed: tuple[Paper, Paper]) -> None:
    marked, plain = (
        ["".join(each.get_textpage().get_text_range()) for each in pypdfium2.PdfDocument(paper.data)]
        for paper in printed
    )
    assert marked == plain
    assert "DRAFT" not in "".join(marked)
    assert printed[0].warnings == printed[1].warnings == ()


def test_it_is_seen(printed: tuple[Paper, Paper]) -> None:
    """Gray lies where the page was white, in its middle, and the words are as black as before."""
    pages = [pypdfium2.PdfDocument(paper.data)[0] for paper in printed]
    marked, plain = (each.render(scale=1).to_pil().convert("L") for each in pages)
    dots = [each.crop((200, 300, 420, 500)).tobytes() for each in (marked, plain)]
    grays = sum(one != other for one, other in zip(*dots, strict=True)) / len(dots[0])
    assert 0.1 < grays < 0.7
    assert marked.getextrema()[0] == plain.getextrema()[0] < 60


def test_the_version_stands_in_the_foot_of_each_page_and_atop_the_screen(printed: tuple[Paper, Paper]) -> None:
    sheets = [each.get_textpage().get_text_range() for each in pypdfium2.PdfDocument(printed[0].data)]
    for sheet in sheets:
        assert (
            "Draft, subject to completion and change. my-deal, commencement of 2012-03-15, terms 0123456789ab" in sheet
        )
        assert "Specimen." in sheet
    header = HTML.partition("<header>")[2].partition("</header>")[0]
    assert re.findall(r'<p class="(\w[\w-]*)">', header) == ["running-head", "legend", "draft"]
    assert page(Words(), css="", draft="A & B").count("A &amp; B") == 1
    assert "draft" not in page(Words(), css="")


def test_in_plain_text_it_stands_on_every_page() -> None:
    sheets = re.split(r"\n +-\d+-\n", text(BODY, legend="Specimen.", draft=STAMP))[:-1]
    assert len(sheets) > 1
    said = f"Specimen. Draft, subject to completion and change. {STAMP}"
    assert all(" ".join(each.split()).startswith(said) for each in sheets)


def test_the_same_bytes_each_time(printed: tuple[Paper, Paper]) -> None:
    assert Printer(bundled_fonts()).print(HTML, draft=True).data == printed[0].data
    assert zlib.crc32(printed[0].data) != zlib.crc32(printed[1].data)
